"""Counts: where a duration leads from a day, and whether a date of the ledger is that day."""

from datetime import date, datetime, time, timedelta, tzinfo
from typing import NamedTuple

from commitrack.check.starts import Start
from commitrack.domain.when import Role, When
from commitrack.errors import DateError
from commitrack.timing.calendars import find_calendar
from commitrack.timing.counted import after_working_days
from commitrack.timing.durations import Duration
from commitrack.timing.periods import Period, add_period
from commitrack.timing.zones import zone_info

_MOST_BUSINESS_DAYS = 1_000
_MOST_HOLIDAYS = 10  # days that holidays add at most, where no calendar is named
_NEAR_DAYS, _NEAR_PART = 7, 8
_MORNING = time(12)
_INCLUDES_ITS_LAST_DAY = frozenset({Role.DUE, Role.EXPIRES})


class Holidays(NamedTuple):
    """The calendar that some date of the commitment is counted by, if there is one."""

    calendar: str | None = None
    listed: tuple[date, ...] = ()


class Count(NamedTuple):
    """Where a duration leads from a start: one day, or any of several where holidays are not known.

    Attributes:
        at: the instant, where hours are counted.
    """

    start: Start
    first: date
    last: date
    at: datetime | None = None

    def is_sure(self) -> bool:
        """Whether it leads to one day."""
        return self.first == self.last


def count(start: Start, duration: Duration, target: When, holidays: Holidays) -> Count | None:
    """Where the duration leads, on the clock of the date that it is held against.

    None where it cannot be counted: hours from a day, or beyond the calendar.
    """
    period, zone = _signed(duration), _clock(target)
    try:
        if period.hours:
            at = start.at if isinstance(start.at, datetime) and start.at.tzinfo else None
            end = None if at is None else add_period(at, period)
            day = None if end is None else _civil(end, zone)
            return None if day is None else Count(start, day, day, end)
        day = _civil(start.at, zone)
        if duration.in_business_days:
            return _business(start, day, duration, holidays)
        end_day = add_period(day, period)
    except (DateError, OverflowError, ValueError):
        return None
    return Count(start, end_day, end_day)


def agrees(counted: Count, target: When) -> bool:
    """Whether the date may be the day that was counted."""
    if target.first is None or target.last is None:
        return False
    if counted.at is not None and target.at is not None:
        return abs(counted.at - target.at) < timedelta(minutes=1)
    slack = timedelta(days=counted.start.slack)
    return target.first <= counted.last and counted.first <= target.last + slack


def agrees_inclusively(counted: Count, role: Role, target: When) -> bool:
    """Whether the date is the last day where the first one is day 1.

    Only where a date includes its own last day: what starts after so many days, or ends with the
    first minute of a day, starts or ends when the last of them is over.
    """
    if role not in _INCLUDES_ITS_LAST_DAY or counted.at is not None:
        return False
    if target.at is not None and target.at.astimezone(_clock(target)).time() < _MORNING:
        return False
    try:
        one_less = timedelta(days=1)
        return agrees(
            counted._replace(first=counted.first - one_less, last=counted.last - one_less), target
        )
    except OverflowError:
        return False


def is_near(counted: Count, target: When) -> bool:
    """Whether the date is missed by a week at most, or by an eighth of a longer duration."""
    if target.first is None or target.last is None:
        return False
    length = abs((counted.last - civil_start(counted, target)).days)
    most = max(_NEAR_DAYS, length // _NEAR_PART)
    gap = max((target.first - counted.last).days, (counted.first - target.last).days)
    return gap <= most


def implied_start(duration: Duration, target: When) -> date | None:
    """The one day from which the duration leads to the date; None if there is none."""
    if target.first is None or target.first != target.last or duration.in_business_days:
        return None
    period = _signed(duration)
    try:
        start = add_period(target.first, Period(-period.months, -period.days))
        return start if not period.hours and add_period(start, period) == target.first else None
    except (DateError, OverflowError, ValueError):
        return None


def civil_start(counted: Count, target: When) -> date:
    """The civil day that was counted from."""
    return _civil(counted.start.at, _clock(target))


def _signed(duration: Duration) -> Period:
    period = duration.period
    if duration.side == "before":
        return Period(-period.months, -period.days, -period.hours)
    return period


def _clock(target: When) -> tzinfo | None:
    if target.zone is not None:
        return zone_info(target.zone)
    return None if target.at is None else target.at.tzinfo


def _civil(at: date | datetime, zone: tzinfo | None) -> date:
    """The civil day on that clock; of what has no clock, its own."""
    if not isinstance(at, datetime):
        return at
    if at.tzinfo is None or zone is None:
        return at.date()
    try:
        return at.astimezone(zone).date()
    except OverflowError:
        return at.date()


def _business(start: Start, day: date, duration: Duration, holidays: Holidays) -> Count | None:
    """By the calendar that is named; without one, so many weekdays on, and some days later."""
    if duration.period.days > _MOST_BUSINESS_DAYS:
        return None
    step = timedelta(days=-1 if duration.side == "before" else 1)
    is_named = holidays.calendar is not None or bool(holidays.listed)
    names = () if holidays.calendar is None else (holidays.calendar,)
    calendar = find_calendar(names, holidays.listed)
    end, _ = after_working_days(day, duration.period.days, step, calendar.day_off)
    if is_named:
        return Count(start, end, end)
    beyond = end + step * _MOST_HOLIDAYS
    return Count(start, min(end, beyond), max(end, beyond))
