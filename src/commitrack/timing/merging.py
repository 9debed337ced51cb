"""Merging: tokens that only together name a month, a quarter, a half, a week or a year."""

import re
from collections.abc import Callable, Sequence
from datetime import date

from commitrack.errors import DateError
from commitrack.timing.anchor import Anchor
from commitrack.timing.compounds import compound
from commitrack.timing.display import format_month, plain_day, short_day
from commitrack.timing.edtf import parse_edtf
from commitrack.timing.periods import Period, add_period
from commitrack.timing.tokens import Token
from commitrack.timing.weeks import week_of

_NEAR = {"last": -1, "this": 0, "next": 1}
_OF_THE = (["of", "the", "unit"], ["in", "the", "unit"])
_QUARTERS, _HALVES, _MONTHS = 4, 2, 12
_SATURDAY = 5


def merge(tokens: Sequence[Token], anchor: Anchor) -> tuple[list[Token], list[str]]:
    """The tokens with "third quarter" as `Q3`, "next month" as its month and year; and the reasons.

    Raises:
        DateError: the calendar ends before; or a week that could be two.
    """
    merged: list[Token] = []
    reasons: list[str] = []
    rest = compound(tokens)
    while rest:
        found = (
            _part(rest)
            or _last_quarter(rest)
            or _of_the_year(rest, merged, anchor)
            or _rest_of(rest, anchor)
            or _near(rest, anchor)
        )
        if found is None:
            merged.append(rest.pop(0))
            continue
        new, reason, used = found
        merged += new
        reasons += [reason] if reason else []
        del rest[:used]
    return merged, reasons


Merged = tuple[list[Token], str, int]


def _part(tokens: list[Token]) -> Merged | None:
    """`third quarter`, `first half`; the half of a month is another matter."""
    one, two = tokens[0], tokens[1] if len(tokens) > 1 else tokens[0]
    if one.kind != "nth" or not isinstance(one.value, int):
        return None
    if two.value == "q" and 1 <= one.value <= _QUARTERS:
        return [_joined(one, two, "part", f"Q{one.value}")], "", 2
    if two.kind == "halves" and 1 <= one.value <= _HALVES:
        after = [token.kind for token in tokens[2:4]]
        if after[:1] == ["month"] or after == ["of", "month"] or _is_month(tokens[2:6]):
            return [_joined(one, two, "halfmonth", one.value)], "", 2
        return [_joined(one, two, "part", f"H{one.value}")], "", 2
    return None


def _is_month(tokens: list[Token]) -> bool:
    """Whether "of next month" follows."""
    rest = [token for token in tokens if token.kind not in {"of", "the"}]
    return len(rest) > 1 and rest[0].kind in _NEAR and rest[1].value == "m"


def _last_quarter(tokens: list[Token]) -> Merged | None:
    """`last quarter of 2025`, which is its fourth."""
    kinds = [token.kind for token in tokens[:4]]
    is_its = kinds[:3] == ["last", "unit", "of"] and tokens[1].value == "q"
    if is_its and set(kinds[3:]) & {"year", "the", *_NEAR}:
        return [_joined(tokens[0], tokens[1], "part", "Q4")], "", 2
    return None


def _of_the_year(tokens: list[Token], before: list[Token], anchor: Anchor) -> Merged | None:
    """`second half of the year`, `late in the year`: of this one."""
    kinds = [token.kind for token in tokens[:3]]
    is_year = kinds in _OF_THE and tokens[2].value == "y"
    if not is_year or not before or before[-1].kind not in {"part", "third"}:
        return None
    unit = tokens[2]
    found = _near([unit._replace(kind="this"), unit], anchor)
    return None if found is None else (found[0], f"the year is {anchor.day.year}", 3)


def _rest_of(tokens: list[Token], anchor: Anchor) -> Merged | None:
    """`later this year`, `earlier this month`: from the day after the anchor, or up to it."""
    kinds = "".join(f"{token.kind} " for token in tokens[:4])
    match = re.match("(later|earlier) (this |in the |the )unit ", kinds)
    if match is None:
        return None
    used = match[0].count(" ")
    unit = tokens[used - 1]
    found = _near([unit._replace(kind="this"), unit], anchor)
    if found is None:
        return None
    first, last = _span_of(found[0])
    words = " ".join(token.text for token in tokens[:used])
    if match[1] == "later":
        first = add_period(anchor.day, Period(days=1))
    else:
        last = add_period(anchor.day, Period(days=-1))
    if first > last:
        message = f"{words}, said on {plain_day(anchor.day)}, leaves no day"
        raise DateError(message, remedy="write the day")
    value = f"{first.isoformat()}/{last.isoformat()}"
    return [_joined(tokens[0], unit, "edtf", value)], "", used


def _span_of(tokens: Sequence[Token]) -> tuple[date, date]:
    values = {token.kind: token.value for token in tokens}
    if isinstance(week := values.get("week"), date):
        return week, add_period(week, Period(days=6))
    code = values.get("part", values.get("month"))
    text = f"{values['year']:04}" + (f"-{code:0>2}" if code else "")
    interval = parse_edtf(text)
    return interval.first or date.min, interval.last or date.max


def _near(tokens: list[Token], anchor: Anchor) -> Merged | None:
    """`next month`, `this quarter`, `last year`, `the week after next`."""
    kinds = [token.kind for token in tokens[:3]]
    if kinds == ["unit", "after", "next"]:
        unit, shift, used = tokens[0], 2, 3
    elif [token.kind for token in tokens[:4]] == ["the", "unit", "after", "next"]:
        unit, shift, used = tokens[1], 2, 4
    elif len(tokens) > 1 and kinds[0] in _NEAR and kinds[1] in {"unit", "weekend"}:
        unit, shift, used = tokens[1], _NEAR[kinds[0]], 2
    else:
        return None
    make = _weekend if unit.kind == "weekend" else _UNITS.get(str(unit.value))
    if make is None:
        return None
    words = " ".join(token.text for token in tokens[:used])
    values, named = make(anchor.day, shift, words)
    last = tokens[used - 1]
    new = [_joined(tokens[0], last, kind, value) for kind, value in values]
    return new, f"{words} is {named}", used


def _joined(one: Token, two: Token, kind: str, value: object) -> Token:
    return Token(kind, value, f"{one.text} {two.text}", one.start, two.end)


Named = tuple[list[tuple[str, object]], str]


def _week(day: date, shift: int, words: str) -> Named:
    monday = week_of(day, shift, words)
    sunday = add_period(monday, Period(days=6))
    return [("week", monday)], f"{short_day(monday, sunday)} to {short_day(sunday, day)}"


def _weekend(day: date, shift: int, words: str) -> Named:
    """Saturday and Sunday; the next one may be that of this week, or of the next."""
    saturday = add_period(day, Period(days=7 * shift + _SATURDAY - day.weekday()))
    if shift > 0 or day.weekday() >= _SATURDAY:
        one = add_period(saturday, Period(days=-7 if shift > 0 else 0))
        two = add_period(one, Period(days=7))
        message = f"{words} begins on {plain_day(one)} or on {plain_day(two)}"
        raise DateError(message, remedy=f"write {one.isoformat()} or {two.isoformat()}")
    sunday = add_period(saturday, Period(days=1))
    value = f"{saturday.isoformat()}/{sunday.isoformat()}"
    return [("days", value)], f"{short_day(saturday, sunday)} to {short_day(sunday, day)}"


def _month(day: date, shift: int, words: str) -> Named:
    year, month = _shifted(day, shift, 1, words)
    named = format_month(date(year, month, 1))
    return [("month", month), ("year", year)], named


def _quarter(day: date, shift: int, words: str) -> Named:
    year, month = _shifted(day, shift, 3, words)
    part = f"Q{(month + 2) // 3}"
    return [("part", part), ("year", year)], f"{part} {year}"


def _year(day: date, shift: int, words: str) -> Named:
    year, _ = _shifted(day, shift, _MONTHS, words)
    return [("year", year)], str(year)


def _shifted(day: date, shift: int, months: int, words: str) -> tuple[int, int]:
    """Year and month of the day that many times so many months on."""
    years, month = divmod(day.month - 1 + shift * months, _MONTHS)
    year = day.year + years
    if not date.min.year <= year <= date.max.year:
        message = f"{words} leads beyond the calendar"
        raise DateError(message)
    return year, month + 1


_UNITS: dict[str, Callable[[date, int, str], Named]] = {
    "w": _week,
    "m": _month,
    "q": _quarter,
    "y": _year,
}
