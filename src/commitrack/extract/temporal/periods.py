"""Periods: a day, week, month, quarter, half, season, year, decade or century, and TIMEX3's text."""

from calendar import monthrange
from datetime import date, timedelta
from typing import NamedTuple

DAY, WEEK, WEEKEND, MONTH, QUARTER, HALF, SEASON = "D", "W", "WE", "M", "Q", "H", "S"
YEAR, DECADE, CENTURY, MILLENNIUM = "Y", "E", "C", "L"
_ORDER = (DAY, WEEKEND, WEEK, MONTH, QUARTER, SEASON, HALF, YEAR, DECADE, CENTURY, MILLENNIUM)
SIZES = {name: number for number, name in enumerate(_ORDER)}
SEASONS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
_MONTHS = {
    MONTH: 1,
    QUARTER: 3,
    HALF: 6,
    SEASON: 3,
    YEAR: 12,
    DECADE: 120,
    CENTURY: 1200,
    MILLENNIUM: 12000,
}
_DAYS = {DAY: 1, WEEK: 7, WEEKEND: 7, "F": 14}
_LAST_YEAR = 9999


class Period(NamedTuple):
    """A stretch of the calendar: its size and its first day; `season` is the code of one."""

    size: str
    first: date
    season: str = ""


def around(day: date, size: str) -> Period:
    """The period of a size that a day lies in.

    >>> format_period(around(date(2025, 7, 7), QUARTER))
    '2025-Q3'
    """
    match size:
        case "D" | "TH" | "TM" | "TS":
            return Period(DAY, day)
        case "W" | "F":
            return Period(WEEK, day - timedelta(days=day.weekday()))
        case "WE":
            return Period(WEEKEND, day - timedelta(days=day.weekday()))
        case "M":
            return Period(MONTH, day.replace(day=1))
        case "Q":
            return Period(QUARTER, date(day.year, 3 * ((day.month - 1) // 3) + 1, 1))
        case "H":
            return Period(HALF, date(day.year, 1 if day.month <= 6 else 7, 1))  # noqa: PLR2004
        case "E":
            return Period(DECADE, date(max(1, day.year // 10 * 10), 1, 1))
        case "C":
            return Period(CENTURY, date((day.year - 1) // 100 * 100 + 1, 1, 1))
        case "L":
            return Period(MILLENNIUM, date((day.year - 1) // 1000 * 1000 + 1, 1, 1))
        case _:
            return Period(YEAR, date(day.year, 1, 1))


def shift_day(day: date, size: str, count: int) -> date:
    """A day so many periods of a size away; the 31st becomes the last day of a shorter month.

    Raises:
        OverflowError: the calendar ends before.
    """
    if size in _DAYS:
        return day + timedelta(days=_DAYS[size] * count)
    if size not in _MONTHS:
        return day
    months = day.year * 12 + day.month - 1 + _MONTHS[size] * count
    year, month = divmod(months, 12)
    if not 1 <= year <= _LAST_YEAR:
        raise OverflowError
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def shift(period: Period, size: str, count: int) -> Period:
    """A period of the same kind, so many periods of a size away."""
    moved = shift_day(period.first, size, count)
    return period._replace(
        first=around(moved, period.size).first if period.size != SEASON else moved
    )


def season_of(year: int, code: str) -> Period:
    """The season of a year; a winter belongs to the year that it begins in."""
    return Period(SEASON, date(year, SEASONS[code], 1), code)


def last_day(period: Period) -> date:
    """The last day of a period."""
    if period.size == DAY:
        return period.first
    size = WEEK if period.size == WEEKEND else period.size
    return shift_day(period.first, size, 1) - timedelta(days=1)


def format_period(period: Period) -> str:
    """A period as TIMEX3 writes it.

    >>> format_period(Period(DECADE, date(1980, 1, 1)))
    '198'
    """
    day = period.first
    match period.size:
        case "D":
            return f"{day.year:04}-{day.month:02}-{day.day:02}"
        case "M":
            return f"{day.year:04}-{day.month:02}"
        case "Y":
            return f"{day.year:04}"
        case "Q":
            return f"{day.year:04}-Q{(day.month + 2) // 3}"
        case "W" | "WE":
            year, week, _ = day.isocalendar()
            return f"{year:04}-W{week:02}{'-WE' if period.size == WEEKEND else ''}"
        case "H":
            return f"{day.year:04}-H{(day.month + 5) // 6}"
        case "S":
            return f"{day.year:04}-{period.season}"
        case "E":
            return f"{day.year // 10:03}"
        case "C":
            return f"{day.year // 100:02}"
        case _:
            return f"{day.year // 1000}"
