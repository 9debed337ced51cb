"""ISO date-times: RFC 3339 with the zone of RFC 9557, taken apart before anything is decided."""

import re
from datetime import time, timedelta
from typing import NamedTuple

from commitrack.errors import DateError

# Compiled on first use: a listing of TOML dates needs none.
_DATE_TIME = (
    r"(?P<day>[0-9]{4}-[0-9]{2}-[0-9]{2})[Tt ](?P<clock>[0-9:.]{1,20})"
    r"(?P<offset>[Zz]|[+-][0-9]{2}:?[0-9]{2})?(?:\[(?P<zone>[^\[\]]{1,60})\])?"
)
_CLOCK = r"([0-9]{1,2}):([0-9]{2})(?::([0-9]{2})(?:\.([0-9]{1,9}))?)?"
_OFFSET = r"([+-])([0-9]{2}):?([0-9]{2})"
_DAY_LENGTH = len("2025-08-01")
_BETWEEN = "Tt "
_HOURS, _MINUTES = 24, 60
# Kiribati is farthest from UTC.
_MOST_OFFSET_HOURS = 14


class DateTimeParts(NamedTuple):
    """The parts of a date-time as they were written."""

    day: str
    clock: time
    offset: timedelta | None
    zone: str | None


def try_date_time(text: str) -> DateTimeParts | None:
    """The parts, or None where the text does not have the form of a date-time.

    Raises:
        DateError: it has the form, but its clock or its offset does not exist.
    """
    if text[_DAY_LENGTH : _DAY_LENGTH + 1] not in _BETWEEN or len(text) == _DAY_LENGTH:
        return None  # most strings of a ledger are months and quarters
    match = re.fullmatch(_DATE_TIME, text)
    if match is None:
        return None
    clock = try_clock(match["clock"])
    if clock is None:
        return None
    offset = None if match["offset"] is None else try_offset(match["offset"])
    return DateTimeParts(match["day"], clock, offset, match["zone"])


def try_clock(text: str) -> time | None:
    """A time of day, `00:01` or `00:01:30.5`; finer than a microsecond is cut off.

    Raises:
        DateError: it has the form, but no clock shows it.
    """
    match = re.fullmatch(_CLOCK, text)
    if match is None:
        return None
    hour, minute, second = (int(part or 0) for part in match.group(1, 2, 3))
    if hour >= _HOURS or minute >= _MINUTES or second >= _MINUTES:
        message = f"{text} is not a time: a clock goes from 00:00 to 23:59"
        raise DateError(message)
    return time(hour, minute, second, int((match[4] or "")[:6].ljust(6, "0")))


def try_offset(text: str) -> timedelta | None:
    """An offset from UTC, `-04:00` or `Z`.

    Raises:
        DateError: it has the form, but no clock is so far off.
    """
    if text in {"Z", "z"}:
        return timedelta()
    match = re.fullmatch(_OFFSET, text)
    if match is None:
        return None
    hours, minutes = int(match[2]), int(match[3])
    if hours > _MOST_OFFSET_HOURS or minutes >= _MINUTES:
        message = f"{text} is not an offset from UTC"
        raise DateError(message)
    offset = timedelta(hours=hours, minutes=minutes)
    return -offset if match[1] == "-" else offset
