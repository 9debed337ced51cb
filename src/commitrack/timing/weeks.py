"""Weeks: from Monday to Sunday (ISO 8601), as the days that they span."""

from datetime import date

from commitrack.errors import DateError
from commitrack.timing.periods import Period, add_period

_WEEK_DAYS = 7
_SUNDAY = 6


def iso_week(text: str, year: int, week: int, weekday: int) -> tuple[str, object]:
    """The kind and the value of a week of a year, `2025-W32`, or of a day of it, `2025-W32-5`.

    Args:
        text: what was written, for the message.
        year: the year of the week, which is not always that of its days.
        week: from 1.
        weekday: from 1, Monday; 0 for the whole week.

    Raises:
        DateError: the year has no such week.
    """
    try:
        day = date.fromisocalendar(year, week, weekday or 1)
    except ValueError as error:
        message = f"{text} is not a date: {year} has no week {week}"
        raise DateError(message) from error
    return ("iso", day) if weekday else ("week", day)


def week_of(day: date, weeks: int, named: str) -> date:
    """The Monday of the week that lies some weeks from that of the day.

    Args:
        day: the day to count from.
        weeks: how many weeks on, or back.
        named: the words, for the message.

    Raises:
        DateError: the day is a Sunday, which for some ends a week and for others begins one.
    """
    monday = add_period(day, Period(days=_WEEK_DAYS * weeks - day.weekday()))
    if day.weekday() == _SUNDAY:
        one, two = format_week(monday), format_week(add_period(monday, Period(days=_WEEK_DAYS)))
        message = f"{named}, said on a Sunday: does the week begin on that day?"
        raise DateError(message, remedy=f"write {one} or {two}")
    return monday


def format_week(monday: date) -> str:
    """A week as a range of EDTF."""
    sunday = add_period(monday, Period(days=_WEEK_DAYS - 1))
    return f"{monday.isoformat()}/{sunday.isoformat()}"
