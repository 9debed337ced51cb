"""Notations: dates, times and lengths of time in figures, which are written alike everywhere."""

import re
from datetime import date, time, timedelta

from commitrack.errors import DateError
from commitrack.timing.display import MONTHS
from commitrack.timing.edtf import check_day, try_edtf
from commitrack.timing.iso import try_clock, try_offset
from commitrack.timing.periods import try_period
from commitrack.timing.pieces import OFFSET
from commitrack.timing.weeks import iso_week
from commitrack.timing.zones import find_zone

# Years of two figures, up to one and from another.
_SHORT_LAST, _SHORT_FIRST = 49, 80
_ISO_DAY = r"([0-9]{4})(?:-([0-9]{2})-([0-9]{2})|([/.-])([0-9]{1,2})\4([0-9]{1,2}))"
# Eight figures whose year is another are no date: the day may come first.
_COMPACT = r"((?:19|20|21)[0-9]{2})([0-9]{2})([0-9]{2})"
_DAY_OF_YEAR = r"([0-9]{4})-([0-9]{3})"
_DECADE = r"([0-9]{3})0['\u2019]?s"
_MONTH_YEAR = r"([0-9]{1,2})/([0-9]{4})"
_COMPACT_CLOCK = r"([0-9]{2})([0-9]{2})([0-9]{2})?"
_DOTTED = r"(?:[01]?[0-9]|2[0-3])\.[0-5][0-9]"
_ISO_WEEK = r"([0-9]{4})-?W([0-9]{2})(?:-?([1-7]))?"
_PART = r"[QqHh][1-4]|[1-4][QqHh]"
_YEARS = r"([0-9]{4})/([0-9]{2})"
_NUMERIC = r"([0-9]{1,2})([/.-])([0-9]{1,2})\2([0-9]{2}|[0-9]{4})"


def read_notation(piece: str) -> tuple[str, object] | None:
    """What is written alike in every language."""
    found = _day_notation(piece) or _span_notation(piece) or _clock_notation(piece)
    if found is not None:
        return found
    if period := try_period(piece.removeprefix("+")):
        return "period", period
    if (numeric := _numeric(piece)) is not None:
        return "iso", numeric
    return ("zone", find_zone(piece)) if "/" in piece and piece[0].isalpha() else None


def _day_notation(piece: str) -> tuple[str, object] | None:
    day = re.fullmatch(_ISO_DAY, piece) or re.fullmatch(_COMPACT, piece)
    if day:
        year, month, number = (int(part) for part in day.groups() if part and part.isdigit())
        return "iso", check_day(piece, year, month, number)
    if week := re.fullmatch(_ISO_WEEK, piece.upper()):
        return iso_week(piece, int(week[1]), int(week[2]), int(week[3] or 0))
    if days := re.fullmatch(_DAY_OF_YEAR, piece):
        return "iso", _day_of_year(piece, int(days[1]), int(days[2]))
    return None


def _span_notation(piece: str) -> tuple[str, object] | None:
    if re.fullmatch(_PART, piece):
        part = piece.upper()
        return "part", part if part[0].isalpha() else part[::-1]
    years = re.fullmatch(_YEARS, piece)
    if years and (int(years[1]) + 1) % 100 == int(years[2]):
        return "years", int(years[1])
    text = piece
    if decade := re.fullmatch(_DECADE, piece):
        text = _decade(piece, int(decade[1]))
    elif month := re.fullmatch(_MONTH_YEAR, piece):
        text = f"{month[2]}-{month[1]:0>2}" if 1 <= int(month[1]) <= len(MONTHS) else ""
    return ("edtf", text) if try_edtf(text) else None


def _clock_notation(piece: str) -> tuple[str, object] | None:
    if re.fullmatch(_DOTTED, piece):
        return "dotted", try_clock(piece.replace(".", ":"))
    if (clock := try_clock(piece)) is not None:
        return "clock", clock
    if re.fullmatch(OFFSET, piece.upper()):
        return "offset", try_offset(_whole_offset(piece.upper()))
    return None


def _whole_offset(piece: str) -> str:
    """`UTC+9` as `+09:00`."""
    bare = piece.removeprefix("UTC").removeprefix("GMT")
    match = re.fullmatch("([+-])([0-9]{1,2}?):?([0-9]{2})?", bare)
    return piece if match is None else f"{match[1]}{match[2]:0>2}:{match[3] or '00'}"


def _numeric(piece: str) -> date | None:
    """A day in figures alone, the year last, where only one order of day and month makes one."""
    match = re.fullmatch(_NUMERIC, piece)
    if match is None:
        return None
    if len(match[4]) < len("2025"):
        message = f"{piece} can be read in more than one way"
        raise DateError(message, remedy="write 2025-08-01")
    year, one, two = int(match[4]), int(match[1]), int(match[3])
    readings = [_day(year, two, one), _day(year, one, two)]
    days = list(dict.fromkeys(day for day in readings if day is not None))
    if not days:
        message = f"{piece} is not a date in any reading"
        raise DateError(message, remedy="write 2025-08-01")
    if len(days) == 1:
        return days[0]
    named = " or ".join(f"{day.day} {MONTHS[day.month - 1]}" for day in days)
    message = f"{piece} is {named}"
    raise DateError(message, remedy=f"write {' or '.join(day.isoformat() for day in days)}")


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def compact_clock(piece: str) -> time | None:
    """`0001` or `000130`, which is a clock only where a `T` stands before it."""
    if not re.fullmatch(_COMPACT_CLOCK, piece):
        return None
    return try_clock(":".join(piece[place : place + 2] for place in range(0, len(piece), 2)))


def whole_year(piece: str, short: int) -> int:
    """The year of `'25`, where its century is not in doubt."""
    if _SHORT_LAST < short < _SHORT_FIRST:
        message = f"{piece} is a year of which century?"
        raise DateError(message, remedy="write the year whole")
    return short + (2000 if short <= _SHORT_LAST else 1900)


def _day_of_year(piece: str, year: int, number: int) -> date:
    """`2025-213`, as ISO 8601 counts days."""
    last = _day(year, len(MONTHS), 31)
    days = 0 if last is None else last.timetuple().tm_yday
    if last is None or not 1 <= number <= days:
        message = f"{piece} is not a date: that year has no day {number}"
        raise DateError(message)
    return last - timedelta(days=days - number)


def _decade(piece: str, tens: int) -> str:
    """`1990s`, as a range of years; the 2000s may be a whole century."""
    if not tens % 10:
        message = f"{piece} is ten years or a hundred?"
        raise DateError(message, remedy=f"write {tens}0/{tens}9 or {tens}0/{tens + 9}9")
    return f"{tens:03}0/{tens:03}9"
