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
_LONGEST_RULE = 300
_YEARS = 150
_EXAMPLE = 'write one as "FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=31"'


class Recurrence(NamedTuple):
    """The days of a rule, from the first one on.

    Attributes:
        frequency: as the rule names it, in small letters: "yearly".
        missing: how many years or months the rule passes over because they lack the day.
    """

    days: tuple[date, ...]
    frequency: str
    missing: int


def expand(rule: str, start: date | None, said: date, until: date | None) -> Recurrence:
    """The days that a rule gives, both ends included.

    >>> [str(day) for day in expand(
    ...     "FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=31", None, date(2025, 7, 7), date(2027, 12, 31)
    ... ).days]
    ['2026-03-31', '2027-03-31']

    Args:
        start: the first day; None where the rule says all, and its first day from `said` on is
            meant.
        until: the last day that may be one; None where the rule says how far it goes.

    Raises:
        DateError: the rule is not understood, has no end, or gives no day or too many.
    """
    parts = _parts(rule)
    if start is None:
        _require_day(parts)
    end = _end(parts, until, start or said)
    days = tuple(islice(_days(parts, start or said, end), MOST + 1))
    if not days:
        message = f"{rule} gives no day from {format_day(start or said)} to {format_day(end)}"
        raise DateError(message, remedy="look at its parts, or go on longer with --until")
    if start is not None and days[0] != start:
        message = f"{format_day(start)} is no day of {rule}, whose first is {format_day(days[0])}"
        raise DateError(message, remedy=f"write {days[0]}")
    if len(days) > MOST:
        message = f"{rule} gives more than {MOST} days"
        raise DateError(message, remedy="end it sooner, with --until")
    return Recurrence(days, parts["FREQ"].lower(), _missing(parts, days))


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


def _end(parts: Mapping[str, str], until: date | None, start: date) -> date:
    """The last day that the rule may give."""
    furthest = date(min(start.year + _YEARS, date.max.year), 12, 31)
    ends = [end for end in (until, _until(parts.get("UNTIL", ""))) if end is not None]
    if not ends and "COUNT" not in parts:
        raise DateError("how far does it go?", remedy="add --until 2030, or COUNT=5 to the rule")
    return min([*ends, furthest])


def _until(value: str) -> date | None:
    found = _DATE.fullmatch(value)
    try:
        return date(*map(int, found.groups())) if found else None
    except ValueError:
        return None


def _days(parts: Mapping[str, str], start: date, end: date) -> Iterator[date]:
    from dateutil.rrule import rrulestr  # type: ignore[import-untyped]  # noqa: PLC0415 - few do

    kept = ";".join(f"{name}={value}" for name, value in parts.items() if name != "UNTIL")
    count = int(parts.get("COUNT", "0"))
    if not count:
        kept += f";UNTIL={end:%Y%m%d}T000000"
    try:
        rule = rrulestr(kept, dtstart=datetime.combine(start, time()))
    except (ValueError, TypeError) as fault:
        raise DateError("this recurrence rule cannot be expanded", remedy=_EXAMPLE) from fault
    for moment in rule:
        if moment.date() > end:
            return
        yield moment.date()


def _missing(parts: Mapping[str, str], days: tuple[date, ...]) -> int:
    """Years or months between the first and the last that have no day."""
    step = int(parts.get("INTERVAL", "1"))
    if parts["FREQ"] == "YEARLY":
        return (days[-1].year - days[0].year) // step + 1 - len({day.year for day in days})
    if parts["FREQ"] == "MONTHLY" and "BYMONTH" not in parts:
        months = {day.year * 12 + day.month for day in days}
        return (max(months) - min(months)) // step + 1 - len(months)
    return 0
