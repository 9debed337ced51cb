"""Phrases: dates that are made of dates: from one to another, a period after one, about one."""

import re
from collections.abc import Sequence
from datetime import date, datetime

from commitrack.errors import DateError
from commitrack.timing.anchor import Anchor
from commitrack.timing.display import plain_day
from commitrack.timing.edtf import parse_edtf
from commitrack.timing.found import Found
from commitrack.timing.periods import Period
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


def read_phrase(tokens: Sequence[Token], anchor: Anchor) -> Found | None:
    """What the tokens of a date mean; None if no rule knows them.

    Raises:
        DateError: a rule knows them, but there is no such date, or it could be two.
    """
    tokens = tokens[1:] if tokens and tokens[0].kind == "on" else tokens
    if tokens and tokens[0].kind == "about":
        return _about(tokens[1:], anchor)
    for read in (_range, _counted):
        found = read(tokens, anchor)
        if found is not None:
            return found
    return apply_rules(tokens, anchor)


def is_range(tokens: Sequence[Token]) -> bool:
    """Whether the tokens go from one date to another."""
    return _joint(tokens) is not None


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
    start = _counted(tokens[count:], anchor) or apply_rules(tokens[count:], anchor)
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
    left, right = list(tokens[:joint]), list(tokens[joint + 1 :])
    if _kinds(left) <= {*_NUMBERS, "third"}:
        left += [token for token in right if token.kind == "month"]
    elif _kinds(right) <= {*_NUMBERS, "year"} and not _kinds(right) <= {"year"}:
        right = [token for token in left if token.kind == "month"] + right
    end = apply_rules(right, anchor)
    # "1 August - 30 days" is no range that ends in 30 days.
    if end is None or is_period(left) or is_period(right):
        return None
    is_named = _kinds(right) & _YEARLESS or _kinds(right) & _YEARS
    start = _start(left, end, anchor) if is_named else apply_rules(left, anchor)
    if start is None or isinstance(start.value, datetime) or isinstance(end.value, datetime):
        return None
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


def _first(found: Found) -> date:
    if isinstance(found.value, date):
        return found.value
    return parse_edtf(found.value).first or date.min


def _kinds(tokens: Sequence[Token]) -> set[str]:
    return {token.kind for token in tokens}
