"""Recurring: the days of a recurrence rule of RFC 5545, expanded once, when they are recorded.

python-dateutil expands them; what it would pass over in silence is refused before.
"""

import re
from collections.abc import Iterator, Mapping
from datetime import date, datetime, time
from itertools import islice
from typing import NamedTuple

from commitrack.errors import DateError
from commitrack.timing.display import format_day

MOST = 500
"""Occurrences that are recorded at once, at most."""

_PREFIX = "RRULE:"
_FREQUENCIES = ("YEARLY", "MONTHLY", "WEEKLY", "DAILY")
_TOO_OFTEN = ("HOURLY", "MINUTELY", "SECONDLY", "BYHOUR", "BYMINUTE", "BYSECOND")
_DAYS_OF_WEEK = "MO|TU|WE|TH|FR|SA|SU"
_DAY_OF_WEEK = re.compile(rf"([+-]?[0-9]{{1,2}})?({_DAYS_OF_WEEK})")
_DATE = re.compile(r"([0-9]{4})-?([0-9]{2})-?([0-9]{2})(?:T[0-9]{6}Z?)?")
_RANGES = {
    "BYMONTH": (1, 12),
    "BYMONTHDAY": (-31, 31),
    "BYYEARDAY": (-366, 366),
    "BYWEEKNO": (-53, 53),
    "BYSETPOS": (-366, 366),
}
_COUNTS = {"INTERVAL": 1_000, "COUNT": 10_000}
_PARTS = ("FREQ", "INTERVAL", "COUNT", "UNTIL", "BYDAY", "WKST", *_RANGES)
# RFC 5545, 3.3.10: parts that a frequency does not have.
_NEVER_WITH = {
    "YEARLY": (),
    "MONTHLY": ("BYWEEKNO", "BYYEARDAY"),
    "WEEKLY": ("BYWEEKNO", "BYYEARDAY", "BYMONTHDAY"),
    "DAILY": ("BYWEEKNO", "BYYEARDAY"),
}
# Parts of which one must be there for the rule alone to say on which day.
_SAYS_DAY = {
    "YEARLY": ("BYMONTHDAY", "BYDAY", "BYYEARDAY"),
    "MONTHLY": ("BYMONTHDAY", "BYDAY"),
    "WEEKLY": ("BYDAY",),
    "DAILY": (),
}
# Parts that choose days of the whole year, so that a month of BYMONTH may well have none.
_CHOOSE_OF_YEAR = frozenset({"BYSETPOS", "BYYEARDAY", "BYWEEKNO"})
_LONGEST_RULE = 300
_YEARS = 150
_EXAMPLE = 'write one as "FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=31"'


class Recurrence(NamedTuple):
    """The days of a rule, from the first one on.

    Attributes:
        frequency: as the rule names it, in small letters: "yearly".
        missing: the first days of the years or months that the rule passes over between its first
            day and its last, because they lack the day.
        by_month: those are months.
    """

    days: tuple[date, ...]
    frequency: str
    missing: tuple[date, ...]
    by_month: bool


def expand(
    rule: str, start: date | None, said: date, until: date | None, after: date | None = None
) -> Recurrence:
    """The days that a rule gives, both ends included.

    >>> [str(day) for day in expand(
    ...     "FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=31", None, date(2025, 7, 7), date(2027, 12, 31)
    ... ).days]
    ['2026-03-31', '2027-03-31']

    Args:
        start: the first day; None where the rule says all, and its first day from `said` on is
            meant.
        until: the last day that may be one; None where the rule says how far it goes.
        after: the last day of a series that goes on: only later ones are given. Without `start`
            the rule counts from it, and its COUNT is of the days that are new.

    Raises:
        DateError: the rule is not understood, has no end, or gives no day or too many.
    """
    parts = _parts(rule)
    if start is None and after is None:
        _require_day(parts)
    first, end = start or after or said, _end(parts, until)
    if end < first:
        raise _no_day(rule, first, end, after)
    found = _days(parts, first, end)
    if start is not None:
        found = islice(_from_first(rule, found, start), _count(parts))
    new = found if after is None else (day for day in found if day > after)
    most = MOST + 1 if start is not None else min(_count(parts) or MOST + 1, MOST + 1)
    days = tuple(islice(new, most))
    if not days:
        raise _no_day(rule, first, end, after)
    if len(days) > MOST:
        message = f"{rule} gives more than {MOST} days"
        raise DateError(message, remedy="end it sooner, with --until")
    if days[-1].year - first.year > _YEARS:
        message = f"{rule} goes on to {days[-1].year}, more than {_YEARS} years"
        raise DateError(message, remedy="end it sooner, with --until")
    before = days if after is None or start is not None else (after, *days)
    return Recurrence(days, parts["FREQ"].lower(), *_missing(parts, before))


def _no_day(rule: str, first: date, end: date, after: date | None) -> DateError:
    further = "go on longer with --until"
    if after is not None:
        message = f"the series goes to {after.isoformat()}, and {rule} gives no day after it"
        return DateError(message, remedy=further)
    if end < first:
        message = f"the series would end on {format_day(end)}, before {format_day(first)}"
        return DateError(message, remedy=further)
    to = "on" if end == date.max else f"to {format_day(end)}"
    message = f"{rule} gives no day from {format_day(first)} {to}"
    return DateError(message, remedy=f"look at its parts, or {further}")


def _parts(rule: str) -> dict[str, str]:
    """The parts of a rule by name, each looked at."""
    text = rule.strip().upper().removeprefix(_PREFIX).rstrip(";")
    if not text or len(text) > _LONGEST_RULE:
        raise DateError("this is no recurrence rule", remedy=_EXAMPLE)
    parts: dict[str, str] = {}
    for part in text.split(";"):
        name, equals, value = part.partition("=")
        name, value = name.strip(), value.strip()
        if not equals or not value:
            message = f"{part[:40]} is no part of a recurrence rule"
            raise DateError(message, remedy=_EXAMPLE)
        if name in parts:
            raise DateError(f"{name} stands twice in the rule", remedy="leave one away")
        _check_part(name, value)
        parts[name] = value
    _check_together(parts)
    return parts


def _check_part(name: str, value: str) -> None:
    if name in _TOO_OFTEN or value in _TOO_OFTEN:
        message = f"{name}={value[:40]} is more often than daily"
        raise DateError(message, remedy=f"FREQ: {' '.join(_FREQUENCIES)}")
    if name not in _PARTS:
        message = f"{name[:40]} is no part of a recurrence rule"
        raise DateError(message, remedy=f"parts: {' '.join(_PARTS)}")
    if not _is_right(name, value):
        message = f"{name}={value[:40]} is not understood in a recurrence rule"
        raise DateError(message, remedy=_remedy(name))


def _is_right(name: str, value: str) -> bool:
    match name:
        case "FREQ":
            return value in _FREQUENCIES
        case "WKST":
            return value in _DAYS_OF_WEEK.split("|")
        case "UNTIL":
            return _until(value) is not None
        case "BYDAY":
            return all(_is_weekday(one) for one in value.split(","))
        case "INTERVAL" | "COUNT":
            return _is_number(value, 1, _COUNTS[name])
        case _:
            return all(_is_number(one, *_RANGES[name]) for one in value.split(","))


def _is_weekday(text: str) -> bool:
    found = _DAY_OF_WEEK.fullmatch(text)
    return found is not None and (found[1] is None or _is_number(found[1], -53, 53))


def _is_number(text: str, least: int, most: int) -> bool:
    is_number = re.fullmatch(r"[+-]?[0-9]{1,5}", text) is not None
    return is_number and least <= int(text) <= most and int(text) != 0


def _remedy(name: str) -> str:
    match name:
        case "FREQ":
            return f"FREQ: {' '.join(_FREQUENCIES)}"
        case "BYDAY" | "WKST":
            return "days: MO TU WE TH FR SA SU, and 1MO or -1FR for the first or the last"
        case "UNTIL":
            return "write UNTIL=20301231"
        case "INTERVAL" | "COUNT":
            return f"a number from 1 to {_COUNTS[name]}"
        case _:
            least, most = _RANGES[name]
            return f"numbers from {least} to {most}, with commas between"


def _check_together(parts: Mapping[str, str]) -> None:
    frequency = parts.get("FREQ")
    if frequency is None:
        raise DateError("the rule does not say how often", remedy=f"FREQ: {' '.join(_FREQUENCIES)}")
    for name in _NEVER_WITH[frequency]:
        if name in parts:
            message = f"{name} does not go with FREQ={frequency}"
            raise DateError(message, remedy="leave it away, or FREQ=YEARLY")
    is_numbered = any(one[0] in "+-0123456789" for one in parts.get("BYDAY", "MO").split(","))
    if is_numbered and (frequency not in ("YEARLY", "MONTHLY") or "BYWEEKNO" in parts):
        message = "a numbered BYDAY is of a month or a year"
        raise DateError(message, remedy="FREQ=MONTHLY;BYDAY=-1FR is the last Friday of each month")
    if "BYSETPOS" in parts and not any(
        name in parts for name in ("BYDAY", *_RANGES) if name != "BYSETPOS"
    ):
        raise DateError("BYSETPOS chooses among nothing", remedy="add BYDAY or BYMONTHDAY")
    if "COUNT" in parts and "UNTIL" in parts:
        raise DateError("a rule has COUNT or UNTIL, not both", remedy="leave one away")


def _require_day(parts: Mapping[str, str]) -> None:
    """The rule alone must say which days, when no first day is given."""
    says = _SAYS_DAY[parts["FREQ"]]
    is_yearly_day = parts["FREQ"] != "YEARLY" or "BYMONTHDAY" not in parts or "BYMONTH" in parts
    is_said = any(name in parts for name in says) and is_yearly_day
    if not is_said or int(parts.get("INTERVAL", "1")) > 1:
        message = "the rule alone does not say which day is the first"
        raise DateError(message, remedy="give it, as in --due 2026-03-31")


def _from_first(rule: str, days: Iterator[date], start: date) -> Iterator[date]:
    """The same days; the first day that was given must be the first of them."""
    for first in islice(days, 1):
        if first != start:
            message = f"{format_day(start)} is no day of {rule}, whose first is {format_day(first)}"
            raise DateError(message, remedy=f"write {first}")
        yield first
    yield from days


def _count(parts: Mapping[str, str]) -> int | None:
    return int(parts["COUNT"]) if "COUNT" in parts else None


def _end(parts: Mapping[str, str], until: date | None) -> date:
    """The last day that the rule may give."""
    ends = [end for end in (until, _until(parts.get("UNTIL", ""))) if end is not None]
    if not ends and "COUNT" not in parts:
        raise DateError("how far does it go?", remedy="add --until 2030, or COUNT=5 to the rule")
    return min(ends, default=date.max)


def _until(value: str) -> date | None:
    found = _DATE.fullmatch(value)
    try:
        return date(*map(int, found.groups())) if found else None
    except ValueError:
        return None


def _days(parts: Mapping[str, str], start: date, end: date) -> Iterator[date]:
    """The days of the rule from `start` to `end`, whatever its COUNT."""
    from dateutil.rrule import rrulestr  # type: ignore[import-untyped]  # noqa: PLC0415 - few do

    apart = ("UNTIL", "COUNT")
    kept = ";".join(f"{name}={value}" for name, value in parts.items() if name not in apart)
    kept += f";UNTIL={end:%Y%m%d}T000000"
    try:
        rule = rrulestr(kept, dtstart=datetime.combine(start, time()))
    except (ValueError, TypeError) as fault:
        raise DateError("this recurrence rule cannot be expanded", remedy=_EXAMPLE) from fault
    for moment in rule:
        if moment.date() > end:
            return
        yield moment.date()


def _missing(parts: Mapping[str, str], days: tuple[date, ...]) -> tuple[tuple[date, ...], bool]:
    """The years or months between the first and the last that have no day, and which of both."""
    step = int(parts.get("INTERVAL", "1"))
    first, last = days[0], days[-1]
    by_month = parts["FREQ"] == "MONTHLY" or (
        "BYMONTH" in parts and _CHOOSE_OF_YEAR.isdisjoint(parts)
    )
    if parts["FREQ"] not in ("YEARLY", "MONTHLY"):
        return (), False
    if not by_month:
        years = {day.year for day in days}
        wanted = range(first.year, last.year, step)
        return tuple(date(year, 1, 1) for year in wanted if year not in years), False
    has = {(day.year, day.month) for day in days}
    months = _months(parts, first, last, step)
    return tuple(day for day in months if (day.year, day.month) not in has), True


def _months(parts: Mapping[str, str], first: date, last: date, step: int) -> Iterator[date]:
    """The first days of the months that a rule speaks of, from one day to another."""
    named = {int(one) for one in parts["BYMONTH"].split(",")} if "BYMONTH" in parts else range(13)
    is_monthly = parts["FREQ"] == "MONTHLY"
    start = first.year * 12 + first.month - 1
    for number in range(start, last.year * 12 + last.month, step if is_monthly else 1):
        year, month = number // 12, number % 12 + 1
        if month in named and (is_monthly or (year - first.year) % step == 0):
            yield date(year, month, 1)
