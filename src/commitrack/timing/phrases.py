"""Phrases: dates that are made of dates: from one to another, a period after one, about one."""

import re
from collections.abc import Sequence
from datetime import date, datetime, timedelta

from commitrack.errors import DateError
from commitrack.timing.anchor import Anchor
from commitrack.timing.display import plain_day
from commitrack.timing.edtf import parse_edtf
from commitrack.timing.found import Found
from commitrack.timing.periods import Period
from commitrack.timing.phrases_beside import day_end, week_around, weekday_beside
from commitrack.timing.rules import PERIOD, apply_rules, kinds_of
from commitrack.timing.rules_counted import format_length, period_of
from commitrack.timing.tokens import Token

_COUNTED = rf"((?:in |within |the )*{PERIOD})(?P<side>after|before|from|of) "
_JOINTS = frozenset({"to", "through", "until", "and"})
_LEADS = frozenset({"from", "between", "during", "on", "starting"})
_NUMBERS = frozenset({"number", "nth"})
_YEARS = frozenset({"year", "years", "iso", "edtf"})
_YEARLESS = frozenset({"month", "part", "season"})
_OPEN = ".."
# The ordinal that is a unit of time, too.
_UNIT = 2
_WEEK_DAYS = 7


def read_phrase(tokens: Sequence[Token], anchor: Anchor) -> Found | None:
    """What the tokens of a date mean; None if no rule knows them.

    Raises:
        DateError: a rule knows them, but there is no such date, or it could be two.
    """
    lead = re.match("on |at (?=(the )?(end|ends|start) )", kinds_of(tokens))
    tokens = tokens[1:] if lead else tokens
    if tokens and tokens[0].kind == "about":
        return _about(tokens[1:], anchor)
    if _is_loose(tokens):
        return None
    for read in (_range, _counted, day_end, weekday_beside, week_around):
        found = read(tokens, anchor)
        if found is not None:
            return found
    return apply_rules(tokens, anchor)


def _is_loose(tokens: Sequence[Token]) -> bool:
    """Whether words alone stand where figures would be a date: "one day", "the second May".

    They are no less lengths of time, and numbers of something else.
    """
    kinds = kinds_of(tokens)
    if re.fullmatch(PERIOD, kinds):
        return not re.match("[+Pp]?[0-9]", tokens[0].text)
    match = re.match(r"(the )?nth (month )?", kinds)
    if match is None:
        return False
    nth = tokens[1] if match[1] else tokens[0]
    if nth.text[0].isdigit():
        return False
    return match[2] is not None or (kinds == "the nth " and nth.value == _UNIT)


def is_range(tokens: Sequence[Token]) -> bool:
    """Whether the tokens go from one date to another."""
    return _joint(tokens) is not None


def is_next_period(tokens: Sequence[Token]) -> bool:
    """Whether they are a time from now on: "the next 30 days"."""
    return re.fullmatch(rf"(in )?(the )?next {PERIOD}", kinds_of(tokens)) is not None


def is_period(tokens: Sequence[Token]) -> bool:
    """Whether the tokens are a length of time and no more."""
    return re.fullmatch(PERIOD, kinds_of(tokens)) is not None


def _about(tokens: Sequence[Token], anchor: Anchor) -> Found | None:
    """`about 1 August`, `on or about`: marked as approximate."""
    found = None if is_period(tokens) else apply_rules(tokens, anchor)
    if found is None or isinstance(found.value, datetime):
        return None
    ends = str(found.value).split("/")
    if _OPEN in ends:
        return None
    marked = (end if end[-1] in "~?%" else f"{end}~" for end in ends)
    return found._replace(value="/".join(marked))


def _counted(tokens: Sequence[Token], anchor: Anchor) -> Found | None:
    """`30 days after 1 August`, `two weeks from friday`."""
    kinds = kinds_of(tokens)
    match = re.match(_COUNTED, kinds)
    # "Within 30 days of" a day, but no 30 days of it.
    if match is None or (match["side"] == "of" and "within" not in match[1]):
        return None
    count = match[0].count(" ")
    if match["side"] == "before" and "within" in match[1]:
        message = "within a time before a day could start on any of its days"
        raise DateError(message, remedy="write both ends, as in 2025-08-01/2025-08-07")
    rest = tokens[count:]
    # "30 days after 5 days" is after nothing.
    start = None if is_period(rest) else _counted(rest, anchor) or apply_rules(rest, anchor)
    if start is None:
        return None
    if not isinstance(start.value, date):
        message = f"{match['side']} which day of {start.value}?"
        raise DateError(message, remedy="name the day to count from")
    period = period_of({token.kind: token.value for token in tokens[: count - 1]})
    shifts = (
        period if match["side"] != "before" else Period(*(-part for part in period)),
        *start.shifts,
    )
    side = "before" if match["side"] == "before" else "after"
    named = start.why if start.shifts else plain_day(start.value)
    inner = f", {start.why}" if start.why and not start.shifts else ""
    why = f"{format_length(period)} {side} {named}{inner}"
    return start._replace(why=why, shifts=shifts)


def _joint(tokens: Sequence[Token]) -> int | None:
    """Where the word stands that joins two ends, with something on either side."""
    start = next((i for i, token in enumerate(tokens) if token.kind not in _LEADS), len(tokens))
    for index in range(start + 1, len(tokens) - 1):
        kind = tokens[index].kind
        if kind in _JOINTS and (kind != "and" or tokens[0].kind == "between"):
            return index
    return None


def _range(tokens: Sequence[Token], anchor: Anchor) -> Found | None:
    """`1-7 August`, `from 1 to 7 August`, `between July and September 2025`."""
    joint = _joint(tokens)
    if joint is None:
        return None
    while tokens[0].kind in _LEADS:
        tokens, joint = tokens[1:], joint - 1
    left, right = _completed(list(tokens[:joint]), list(tokens[joint + 1 :]))
    # "05-Aug" is no range from a day to a month, nor "Aug-05" one to a day.
    one, two = _kinds(left), _kinds(right)
    is_mixed = _has_day(left) != _has_day(right) and {"month"} in (one, two)
    is_mixed = is_mixed or (one == {"weekday"} and two == {"month"})
    end = None if is_mixed else apply_rules(right, anchor)
    # "1 August - 30 days" is no range that ends in 30 days.
    if end is None or is_period(left) or is_period(right):
        return None
    is_named = _kinds(right) & _YEARLESS or _kinds(right) & _YEARS
    if _kinds(left) in ({"now"}, {"hence"}):
        start: Found | None = Found(anchor.day)
    else:
        start = _start(left, end, anchor) if is_named else apply_rules(left, anchor)
    if start is None or isinstance(start.value, datetime) or isinstance(end.value, datetime):
        return None
    if _kinds(left) == {"weekday"}:
        _check_weekdays(start, end, right)
    ends = (*str(start.value).split("/"), *str(end.value).split("/"))
    if _OPEN in ends:
        return None
    value = f"{ends[0]}/{ends[-1]}"
    parse_edtf(value)
    return Found(value, end.why, start.inferred_year or end.inferred_year, start.far or end.far)


def _start(left: list[Token], end: Found, anchor: Anchor) -> Found | None:
    """The start of a range; the year that it leaves out is that of the end, or the one before."""
    if not _kinds(left) & _YEARLESS or _kinds(left) & _YEARS:
        return apply_rules(left, anchor)
    last = end.value if isinstance(end.value, date) else parse_edtf(end.value).last
    if last is None:
        return None
    found = None
    for year in (last.year, last.year - 1):
        if year < 1:
            break
        found = apply_rules([*left, left[-1]._replace(kind="year", value=year)], anchor)
        if found is None or _first(found) <= last or _first(found).month == last.month:
            return found
    return found


def _completed(left: list[Token], right: list[Token]) -> tuple[list[Token], list[Token]]:
    """Either end with the month that only the other one names, or the year: "early to mid 2026"."""
    one, two = _kinds(left), _kinds(right)
    if one <= {*_NUMBERS, "third", "weekday"} and one != {"weekday"}:
        kind = "year" if one == {"third"} <= two and "month" not in two else "month"
        return left + [token for token in right if token.kind == kind], right
    if two <= {*_NUMBERS, "year", "the"} and _has_day(right):
        named = [token for token in left if token.kind == "month"]
        return left, named + [token for token in right if not (named and token.kind == "the")]
    return left, right


def _check_weekdays(start: Found, end: Found, right: Sequence[Token]) -> None:
    """`Tuesday to Friday 18 July` begins on the first Tuesday, or on the last one before that."""
    first, last = start.value, end.value
    if not isinstance(first, date) or "weekday" not in _kinds(right):
        return
    if not isinstance(last, date) or (last - first).days < _WEEK_DAYS:
        return
    other = last - timedelta(days=(last - first).days % _WEEK_DAYS)
    message = f"does that begin on {plain_day(first)} or on {plain_day(other)}?"
    raise DateError(message, remedy=f"write {first.isoformat()} or {other.isoformat()}")


def _has_day(tokens: Sequence[Token]) -> bool:
    return bool(_kinds(tokens) & _NUMBERS)


def _first(found: Found) -> date:
    if isinstance(found.value, date):
        return found.value
    return parse_edtf(found.value).first or date.min


def _kinds(tokens: Sequence[Token]) -> set[str]:
    return {token.kind for token in tokens}
