"""Periods: ISO 8601 durations and their short forms, and a day or an instant moved by one."""

import re
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache
from typing import NamedTuple, TypeVar

from commitrack.errors import DateError

# Digits are bounded: longer numbers lead beyond the calendar anyway. Compiled on first use.
_ISO = (
    r"P(?=.)(?:(?P<years>[0-9]{1,6})Y)?(?:(?P<months>[0-9]{1,6})M)?(?:(?P<weeks>[0-9]{1,6})W)?"
    r"(?:(?P<days>[0-9]{1,6})D)?(?:T(?P<hours>[0-9]{1,6})H)?"
)
_SHORT = r"([0-9]{1,6})([hdwmy])"
_ON_THE_DAY = frozenset({"P0D", "0D"})
_UNITS = {"h": "hours", "d": "days", "w": "weeks", "m": "months", "y": "years"}

DayOrInstant = TypeVar("DayOrInstant", date, datetime)


class Period(NamedTuple):
    """A length of time on the calendar; a week is seven days, a year twelve months."""

    months: int = 0
    days: int = 0
    hours: int = 0


def parse_period(text: str) -> Period:
    """A period from its ISO 8601 form, `P90D`, or a short one, `30d 3w 2m 1y 48h`.

    >>> parse_period("P2W")
    Period(months=0, days=14, hours=0)
    >>> parse_period("1y") == parse_period("P12M")
    True

    Raises:
        DateError: it is neither, or of no length.
    """
    period = try_period(text)
    if period is None:
        message = f"{text[:60]} is not a period"
        raise DateError(message, remedy="write P90D, P3M, P2W, P1Y, PT48H, or 30d, 3w, 2m, 1y")
    return period


@lru_cache(maxsize=256)
def try_period(text: str) -> Period | None:
    """A period, or None where the text is none."""
    iso, short = re.fullmatch(_ISO, text.upper()), re.fullmatch(_SHORT, text.lower())
    if short:
        return _period(**{_UNITS[short[2]]: int(short[1])})
    if iso:
        return _period(**{unit: int(number) for unit, number in iso.groupdict("0").items()})
    return None


def parse_lead(text: str) -> Period:
    """A lead time before a date, written as periods are; `0d` is the day itself.

    >>> parse_lead("1w"), parse_lead("0d")
    (Period(months=0, days=7, hours=0), Period(months=0, days=0, hours=0))

    Raises:
        DateError: it is no period.
    """
    return Period() if text.upper() in _ON_THE_DAY else parse_period(text)


def format_lead(lead: Period) -> str:
    """The ISO 8601 form of a lead time.

    >>> format_lead(parse_lead("7d")), format_lead(parse_lead("0d"))
    ('P7D', 'P0D')
    """
    return format_period(lead) if any(lead) else "P0D"


def format_period(period: Period) -> str:
    """The ISO 8601 form; days stay days, so that what was read is what is written.

    >>> format_period(Period(months=3)), format_period(Period(days=90, hours=1))
    ('P3M', 'P90DT1H')
    """
    years, months = divmod(period.months, 12)
    parts = ((years, "Y"), (months, "M"), (period.days, "D"))
    text = "".join(f"{number}{unit}" for number, unit in parts if number)
    return f"P{text}" + (f"T{period.hours}H" if period.hours else "")


def add_period(day: DayOrInstant, period: Period) -> DayOrInstant:
    """The day or instant one period later; a day that a month does not have becomes its last.

    Of an instant, months and days are counted on its own clock, hours as they pass.

    Raises:
        DateError: the calendar ends before; or hours are added to a day, which has none.
    """
    try:
        if isinstance(day, datetime):
            return _add_to_instant(day, period)
        return _add_to_day(day, period)
    except (OverflowError, ValueError) as error:
        message = f"{format_period(period)} from {day} leads beyond the calendar"
        raise DateError(message) from error


def _add_to_day(day: date, period: Period) -> date:
    if period.hours:
        message = f"{format_period(period)} counts hours, and {day} gives none to count from"
        raise DateError(message, remedy="give the date with a time and a zone")
    return _add_months(day, period.months) + timedelta(days=period.days)


def _add_to_instant(at: datetime, period: Period) -> datetime:
    day = _add_months(at.date(), period.months) + timedelta(days=period.days)
    # The wall clock keeps its reading over a change of clocks; then UTC counts true hours.
    moved = datetime.combine(day, at.timetz()).astimezone(UTC) + timedelta(hours=period.hours)
    return moved.astimezone(at.tzinfo)


def _add_months(day: date, months: int) -> date:
    if not months:
        return day
    import pendulum  # noqa: PLC0415 - 25 ms, and days alone do not need it

    moved = pendulum.Date(day.year, day.month, day.day).add(months=months)
    return date(moved.year, moved.month, moved.day)


def _period(
    *,
    years: int = 0,
    months: int = 0,
    weeks: int = 0,
    days: int = 0,
    hours: int = 0,
) -> Period | None:
    period = Period(12 * years + months, 7 * weeks + days, hours)
    return period if any(period) else None
