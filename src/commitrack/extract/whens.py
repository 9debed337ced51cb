"""Whens: the date that a time expression with the words before it gives a commitment."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from typing import TypeAlias

from commitrack.domain.candidate import TimeExpression, TimeType
from commitrack.domain.when import When
from commitrack.errors import DateError
from commitrack.extract.clocked import Clocked, edtf_of, interval_of
from commitrack.extract.lexicon import Lexicon
from commitrack.timing.values import parse_value

_END = "END"
_CLOCK_MARK = "T"
_WEEK_MARK = "W"
_ROUGH_UNITS = (_WEEK_MARK, "M", "Y")

Days: TypeAlias = tuple[date, date]
"""The first and the last day of a time."""


def when_of(
    time: Clocked, before: Sequence[str], said: date, lexicon: Lexicon, after: str = ""
) -> tuple[When, str] | None:
    """The date and why it is that one; None where the words give none that is still to come.

    Args:
        time: the expression.
        before: the words before it, in lower case, the nearest last.
        said: when the article's words were said: what "within 90 days" counts from.
        after: the word after it, in lower case.
    """
    expression, classes = time.expression, lexicon.classes
    if expression.type is TimeType.DURATION:
        # "60 days after service" counts from what the article does not date.
        is_anchored = after in classes["counted-from"]
        return None if is_anchored else _counted(time, before, said, lexicon)
    nearest = before[-1] if before else ""
    if not time.ends_after(said) or expression.type is TimeType.SET:
        return None
    words = (nearest, *expression.text.lower().split())
    if nearest in classes["since-words"] or not classes["past-words"].isdisjoint(words):
        return None
    if expression.type is TimeType.TIME and _CLOCK_MARK in expression.value:
        instant = _instant(time, said)
        if instant is not None:
            return instant, f'"{expression.text}" names a clock and its zone'
    value, why = _bounded(time, before, lexicon)
    if value is None or (isinstance(value, date) and value < said):
        return None
    return _parsed(value, expression.text, why)


def range_of(first: Clocked, last: Clocked) -> tuple[When, str] | None:
    """The interval of "between 1 and 7 August"."""
    words = f"{first.expression.text} … {last.expression.text}"
    if first.first == last.last and last.last is not None:
        return _parsed(last.last, words, f'"{words}" is one day')
    return _parsed(f"{first.first}/{last.last}", words, f'"{words}" names both ends')


def _parsed(value: date | datetime | str, stated: str, why: str) -> tuple[When, str] | None:
    try:
        return parse_value(value, None, stated), why
    except DateError:
        return None


def _bounded(
    time: Clocked, before: Sequence[str], lexicon: Lexicon
) -> tuple[date | str | None, str]:
    """The value within the bound that the words before it set (DOMAIN 3.4)."""
    expression = time.expression
    said = "; ".join((f'"{expression.text}" is {expression.value}', *expression.why))
    if time.first is None or time.last is None:
        return None, said
    days = (time.first, time.last)
    bound = _at_bound(expression, days, before, lexicon)
    if bound is None:
        return _whole(expression, days), said
    value, why = bound
    return value, f"{said}; {why}"


def _at_bound(
    expression: TimeExpression, days: Days, before: Sequence[str], lexicon: Lexicon
) -> tuple[date | str, str] | None:
    """The day or the open range that "before", "after", "the end of" make of days, and why."""
    (first, last), classes = days, lexicon.classes
    nearest = before[-1] if before else ""
    if tuple(before[-3:-1]) == lexicon.phrases["on-or"]:
        return _from_day_on(days, is_end=nearest in classes["before-words"])
    if nearest in classes["before-words"] and expression.mod != _END:
        return first - timedelta(days=1), f'"{nearest}" ends the day before it'
    is_late = expression.text.partition(" ")[0].lower() in classes["late-words"]
    if expression.mod == _END and not is_late:
        return last, f"its end is {last}"
    if nearest in classes["after-words"]:
        return f"{last + timedelta(days=1)}/..", f'"{nearest}" begins the day after it'
    return None


def _from_day_on(days: Days, *, is_end: bool) -> tuple[date | str, str]:
    """As in "on or before 1 May", "on or after 1 May": the day belongs to it."""
    first, last = days
    if is_end:
        return last, "the day itself is the last"
    return f"{first}/..", "the day itself is the first"


def _whole(expression: TimeExpression, days: Days) -> date | str:
    """A day as it is; a longer time in EDTF where that has a name for it, else from day to day."""
    first, last = days
    if first == last:
        return last
    text = edtf_of(expression.value.partition(_CLOCK_MARK)[0])
    is_edtf = interval_of(text) is not None and _WEEK_MARK not in text
    return text if is_edtf else f"{first}/{last}"


def _counted(
    time: Clocked, before: Sequence[str], said: date, lexicon: Lexicon
) -> tuple[When, str] | None:
    """A length of time that counts from when the words were said: "within 90 days"."""
    from commitrack.timing.periods import add_period, try_period  # noqa: PLC0415 - few count

    classes, expression = lexicon.classes, time.expression
    words = {*before[-2:], expression.text.partition(" ")[0].lower()}
    words |= {*expression.text.lower().split()[:2]}
    period = try_period(expression.value)
    if classes["within-words"].isdisjoint(words) or period is None:
        return None
    if not classes["business-words"].isdisjoint(expression.text.lower().split()):
        return None  # whose business days, nothing says
    try:
        day = add_period(said, period)
    except (DateError, OverflowError, ValueError):
        return None
    is_rough = expression.value.endswith(_ROUGH_UNITS) and classes["limit-words"].isdisjoint(words)
    why = f'"{expression.text}" counts from {said}, when it was said'
    return _parsed(f"{day}~" if is_rough else day, expression.text, why)


def _instant(time: Clocked, said: date) -> When | None:
    """The instant of words that name a clock's zone; None where they name none."""
    from commitrack.timing.anchor import Anchor  # noqa: PLC0415 - few articles give an hour
    from commitrack.timing.grammar import parse_words  # noqa: PLC0415
    from commitrack.timing.now import Now  # noqa: PLC0415

    now = Now(datetime(said.year, said.month, said.day, 12, tzinfo=UTC), UTC, "UTC")
    text = time.expression.text
    try:
        when = parse_words(text, Anchor(said, "it was said", now)).when
    except DateError:
        return None
    is_same = when.at is not None and when.first is not None and when.first == time.first
    return when._replace(stated=text) if is_same else None
