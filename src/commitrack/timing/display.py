"""Display: days, instants and intervals as they are printed, in the words of the faces.

The names stand here and not in a data file: a listing would pay for reading one.
"""

from collections.abc import Mapping
from datetime import date, datetime, time, tzinfo

from commitrack.domain.when import Precision, When

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def format_day(day: date) -> str:
    """A day whole.

    >>> format_day(date(2025, 8, 1))
    'Fri 1 Aug 2025'
    """
    return f"{WEEKDAYS[day.weekday()][:3]} {plain_day(day)}"


def plain_day(day: date) -> str:
    """A day without its weekday.

    >>> plain_day(date(2025, 8, 1))
    '1 Aug 2025'
    """
    return f"{day.day} {MONTHS[day.month - 1][:3]} {day.year}"


def short_day(day: date, today: date, *, weekday: bool = False) -> str:
    """A day without the year where it is this one.

    >>> short_day(date(2025, 8, 1), date(2025, 7, 8)), short_day(date(2026, 8, 1), date(2025, 7, 8))
    ('1 Aug', '1 Aug 2026')
    >>> short_day(date(2025, 8, 1), date(2025, 7, 8), weekday=True)
    'Fri 1 Aug'
    """
    text = format_day(day) if weekday else plain_day(day)
    return text.removesuffix(f" {day.year}") if day.year == today.year else text


def format_month(day: date) -> str:
    """The month of a day.

    >>> format_month(date(2026, 4, 1))
    'Apr 2026'
    """
    return f"{MONTHS[day.month - 1][:3]} {day.year}"


def format_clock(at: datetime | time) -> str:
    """Hour and minute; seconds where there are any.

    >>> format_clock(time(0, 1)), format_clock(time(0, 1, 30))
    ('00:01', '00:01:30')
    """
    return f"{at:%H:%M:%S}" if at.second else f"{at:%H:%M}"


def format_instant(at: datetime, tz: tzinfo | None = None) -> str:
    """Day and time, on the clock of a zone, or on its own.

    >>> from datetime import timedelta, timezone
    >>> at = datetime.fromisoformat("2025-08-01T00:01-04:00")
    >>> format_instant(at), format_instant(at, timezone(timedelta(hours=9)))
    ('Fri 1 Aug 2025 00:01', 'Fri 1 Aug 2025 13:01')
    """
    local = at if tz is None else at.astimezone(tz)
    return f"{format_day(local.date())} {format_clock(local)}"


def format_when(when: When) -> str:
    """A date at the precision its source gave it: "Fri 1 Aug 2025", "Apr 2026", "Q3 2025"."""
    about = "about " if when.approximate else ""
    if when.at is not None and when.first is not None:
        return f"{about}{format_day(when.first)} {format_clock(own_clock(when, when.at))}"
    if when.first is None or when.last is None:
        return about + _open_interval(when)
    return about + _interval(when.first, when.last, when.precision)


def format_waiting(when: When) -> str:
    """What a date without a day waits for."""
    if when.waits_for is None:
        return "not yet dated"
    side = "before" if isinstance(when.value, Mapping) and "before" in when.value else "after"
    return f"{side} {when.waits_for}, not yet dated"


def own_clock(when: When, at: datetime) -> datetime:
    """An instant on the clock of a date's own zone."""
    if when.zone is None:
        return at if when.at is None else at.astimezone(when.at.tzinfo)
    from commitrack.timing.zones import zone_info  # noqa: PLC0415 - a floating date has no zone

    return at.astimezone(zone_info(when.zone))


def _interval(first: date, last: date, precision: Precision) -> str:
    match precision:
        case Precision.INSTANT | Precision.DAY:
            return format_day(first)
        case Precision.MONTH:
            return format_month(first)
        case Precision.QUARTER:
            return f"Q{(first.month + 2) // 3} {first.year}"
        case Precision.HALF:
            return f"H{1 if first.month == 1 else 2} {first.year}"
        case Precision.YEAR:
            return str(first.year)
        case Precision.SEASON | Precision.RANGE | Precision.OPEN:
            return f"{short_day(first, last)} to {plain_day(last)}"


def _open_interval(when: When) -> str:
    if when.first is not None:
        return f"from {plain_day(when.first)} on"
    if when.last is not None:
        return f"to {plain_day(when.last)}"
    return format_waiting(when)
