"""Periods: stretches of the calendar from a day to a millennium, and how TIMEX3 writes them."""

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from typing import NamedTuple

HOUR = "TH"
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
    """The period of a size that a day lies in; of less than a day, the day.

    >>> format_period(around(date(2025, 7, 7), QUARTER))
    '2025-Q3'
    """
    return Period(_SAME_AS.get(size, size), _FIRST.get(size, _year)(day))


def _week(day: date) -> date:
    return day - timedelta(days=day.weekday())


def _months(day: date, count: int) -> date:
    """The first day of the month, quarter or half that a day lies in."""
    return date(day.year, (day.month - 1) // count * count + 1, 1)


def _year(day: date) -> date:
    return date(day.year, 1, 1)


_SAME_AS = {HOUR: DAY, "TM": DAY, "TS": DAY, "F": WEEK}
_FIRST: Mapping[str, Callable[[date], date]] = {
    HOUR: lambda day: day,
    "TM": lambda day: day,
    "TS": lambda day: day,
    DAY: lambda day: day,
    WEEK: _week,
    "F": _week,
    WEEKEND: _week,
    MONTH: lambda day: _months(day, 1),
    QUARTER: lambda day: _months(day, 3),
    HALF: lambda day: _months(day, 6),
    DECADE: lambda day: date(max(1, day.year // 10 * 10), 1, 1),
    CENTURY: lambda day: date((day.year - 1) // 100 * 100 + 1, 1, 1),
    MILLENNIUM: lambda day: date((day.year - 1) // 1000 * 1000 + 1, 1, 1),
}


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
    return _clipped(year, month + 1, day.day)


def _clipped(year: int, month: int, day: int) -> date:
    """The day of a month, else the last one that it has."""
    try:
        return date(year, month, day)
    except ValueError:
        return _clipped(year, month, day - 1)


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
    return _FORMATS.get(period.size, _format_year)(period)


def _format_week(period: Period) -> str:
    year, week, _ = period.first.isocalendar()
    return f"{year:04}-W{week:02}{'-WE' if period.size == WEEKEND else ''}"


def _format_year(period: Period) -> str:
    return f"{period.first.year:04}"


_FORMATS: Mapping[str, Callable[[Period], str]] = {
    DAY: lambda it: it.first.isoformat(),
    WEEK: _format_week,
    WEEKEND: _format_week,
    MONTH: lambda it: it.first.isoformat()[:7],
    QUARTER: lambda it: f"{it.first.year:04}-Q{(it.first.month + 2) // 3}",
    HALF: lambda it: f"{it.first.year:04}-H{(it.first.month + 5) // 6}",
    SEASON: lambda it: f"{it.first.year:04}-{it.season}",
    DECADE: lambda it: f"{it.first.year // 10:03}",
    CENTURY: lambda it: f"{it.first.year // 100:02}",
    MILLENNIUM: lambda it: f"{it.first.year // 1000}",
}
