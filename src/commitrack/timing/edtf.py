"""EDTF: the subset of uncertain dates that a ledger may hold, resolved to first and last day.

After the Extended Date/Time Format of the Library of Congress (ISO 8601-2). Conventions: a season
is meteorological, three whole months; a winter that crosses the year is named by the year it
begins in, so `2025-28` is December 2025 to February 2026. A season of either hemisphere spans what
both would make of it, and is approximate.
"""

import re
from datetime import date, timedelta
from functools import lru_cache
from typing import NamedTuple

from commitrack.domain.when import Precision
from commitrack.errors import DateError
from commitrack.timing.display import MONTHS

# Patterns are compiled on first use: most runs meet TOML dates alone.
_ATOM = (
    r"(?P<year>[0-9]{4})(?:-(?:(?P<code>[0-9]{2})(?:-(?P<day>[0-9]{2}))?|(?P<part>[QH][1-4])))?"
    r"(?P<mark>[~?%])?"
)
# First month and number of months, by the number that stands in place of a month.
_CODES = {
    **{month: (Precision.MONTH, month, 1) for month in range(1, 13)},
    **{21 + i: (Precision.SEASON, month, 9) for i, month in enumerate((3, 6, 3, 6))},
    **{25 + i: (Precision.SEASON, month, 3) for i, month in enumerate((3, 6, 9, 12))},
    **{29 + i: (Precision.SEASON, month, 3) for i, month in enumerate((9, 12, 3, 6))},
    **{33 + i: (Precision.QUARTER, 3 * i + 1, 3) for i in range(4)},
    **{40 + i: (Precision.HALF, 6 * i + 1, 6) for i in range(2)},
}
_PARTS = {"Q1": 33, "Q2": 34, "Q3": 35, "Q4": 36, "H1": 40, "H2": 41}
_OF_EITHER_HALF = range(21, 25)
_NORTH, _SOUTH = 4, 8  # from a season of either half of the world to the same one of this half
_OPEN = ".."


class Interval(NamedTuple):
    """First and last day, both included; None where it is open."""

    precision: Precision
    first: date | None
    last: date | None
    approximate: bool = False


@lru_cache(maxsize=1024)  # a ledger names the same months and quarters again and again
def parse_edtf(text: str) -> Interval:
    """The interval of an EDTF string.

    >>> parse_edtf("2025-Q3") == parse_edtf("2025-35")
    True
    >>> parse_edtf("2025-08-01/..").last is None
    True
    >>> str(parse_edtf("2025-22").first), str(parse_edtf("2025-22").last)
    ('2025-06-01', '2026-02-28')

    Raises:
        DateError: it is not of this form, or there is no such date.
    """
    found = try_edtf(text)
    if found is None:
        message = f"{text[:60]} is not a date"
        raise DateError(
            message, remedy='write "2025-11", "2025-Q3", "2025", "2025-09~" or "2025-08-01/.."'
        )
    return found


def try_edtf(text: str) -> Interval | None:
    """The same, with None where the text does not have the form of one at all.

    Raises:
        DateError: it has the form, but there is no such date.
    """
    start, slash, end = text.partition("/")
    if not slash:
        return _atom(start)
    if text == f"{_OPEN}/{_OPEN}":
        message = f"{text} is open at both ends"
        raise DateError(message, remedy="leave the date away")
    first, last = _bound(start), _bound(end)
    return None if first is None or last is None else _range(text, first, last)


def which_half(text: str) -> DateError | None:
    """What to ask whoever writes a season of either half of the world; None if this has none.

    >>> print(which_half("2025-21").remedy)
    write 2025-25 for the northern spring, 2025-29 for the southern
    """
    for atom in text.split("/"):
        match = re.fullmatch(_ATOM, atom.upper())
        if match and match["code"] and not match["day"] and int(match["code"]) in _OF_EITHER_HALF:
            return ask_which_half(atom, match["year"], int(match["code"]))
    return None


def ask_which_half(atom: str, year: str, code: int) -> DateError:
    """The question which half of the world is meant by a season, 21 to 24, of a year."""
    name = ("spring", "summer", "autumn", "winter")[code - _OF_EITHER_HALF.start]
    north, south = f"{year}-{code + _NORTH}", f"{year}-{code + _SOUTH}"
    return DateError(
        f"{atom} is a season, but of which half of the world?",
        remedy=f"write {north} for the northern {name}, {south} for the southern",
    )


def _bound(text: str) -> Interval | None:
    return Interval(Precision.OPEN, None, None) if text == _OPEN else _atom(text)


def _range(text: str, start: Interval, end: Interval) -> Interval:
    first, last = start.first, end.last
    if first and last and first > last:
        message = f"{text} ends before it begins"
        raise DateError(message)
    precision = Precision.RANGE if first and last else Precision.OPEN
    return Interval(precision, first, last, start.approximate or end.approximate)


def _atom(text: str) -> Interval | None:
    match = re.fullmatch(_ATOM, text.upper())
    if match is None or (match["part"] and match["part"] not in _PARTS):
        return None
    year, marked = int(match["year"]), match["mark"] is not None
    if year == 0:
        message = f"{text} is not a date: there is no year 0"
        raise DateError(message)
    if match["day"]:
        day = check_day(text, year, int(match["code"]), int(match["day"]))
        return Interval(Precision.DAY, day, day, marked)
    if not match["code"] and not match["part"]:
        return Interval(Precision.YEAR, date(year, 1, 1), date(year, 12, 31), marked)
    return _coded(text, year, int(match["code"] or _PARTS[match["part"]]), approximate=marked)


def _coded(text: str, year: int, code: int, *, approximate: bool) -> Interval:
    if code not in _CODES:
        raise _no_month(text, code)
    precision, month, months = _CODES[code]
    try:
        first, last = date(year, month, 1), end_of_months(year, month + months - 1)
    except (ValueError, OverflowError) as error:
        message = f"{text} leads beyond the calendar"
        raise DateError(message) from error
    return Interval(precision, first, last, approximate or code in _OF_EITHER_HALF)


def end_of_months(year: int, month: int) -> date:
    """The last day of a month; 13 is January of the year after.

    Raises:
        ValueError: the calendar ends before.
    """
    year, month = year + (month - 1) // 12, (month - 1) % 12 + 1
    if (year, month) == (date.max.year, date.max.month):
        return date.max
    return date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)


def check_day(text: str, year: int, month: int, day: int) -> date:
    """The day of these numbers.

    Raises:
        DateError: there is no such day; the message says how many the month has.
    """
    if not 1 <= month <= len(MONTHS):
        raise _no_month(text, month)
    if year == 0:
        message = f"{text} is not a date: there is no year 0"
        raise DateError(message)
    last = end_of_months(year, month)
    if not 1 <= day <= last.day:
        message = f"{text} is not a date: {MONTHS[month - 1]} {year} has {last.day} days"
        raise DateError(message)
    return last.replace(day=day)


def _no_month(text: str, month: int) -> DateError:
    return DateError(f"{text} is not a date: there is no month {month}")
