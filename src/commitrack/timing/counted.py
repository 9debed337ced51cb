"""Counted: where a count led, and the moves over periods and days off that it is made of."""

from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import NamedTuple, TypeVar

from commitrack.errors import DateError
from commitrack.timing.calendars import Calendar, find_calendar
from commitrack.timing.periods import Period, add_period
from commitrack.timing.policies import Policy, Rule

DayOrInstant = TypeVar("DayOrInstant", date, datetime)
Reason = Callable[[date], str | None]
Skipped = tuple[tuple[date, str], ...]


class Counted(NamedTuple):
    """Where a count led.

    Attributes:
        value: a whole day, or an instant with its offset.
        skipped: the days that were not counted or that the last day went past, and why: the name of
            a holiday, or of the day of the week.
        steps: how it came about, one sentence each.
    """

    value: date | datetime
    skipped: Skipped = ()
    steps: tuple[str, ...] = ()


def civil(start: date | datetime) -> date:
    """The civil day of an instant on its own clock; a day as it is."""
    return start.date() if isinstance(start, datetime) else start


def one_day(rule: Rule) -> timedelta:
    """A day in the direction of a rule."""
    return timedelta(days=-1 if rule.backward else 1)


def moved(start: DayOrInstant, period: Period, rule: Rule) -> DayOrInstant:
    """One period on, or back where the rule counts back."""
    if rule.backward:
        return add_period(start, Period(-period.months, -period.days, -period.hours))
    return add_period(start, period)


def after_working_days(
    start: date, number: int, step: timedelta, reason: Reason
) -> tuple[date, Skipped]:
    """The last of so many days that have no reason to be off; those that had are skipped."""
    day, skipped = start, []
    while number:
        day += step
        why = reason(day)
        if why is None:
            number -= 1
        else:
            skipped.append((day, why))
    return day, tuple(skipped)


def rolled(end: DayOrInstant, step: timedelta, reason: Reason) -> tuple[DayOrInstant, Skipped]:
    """The first day (the same time on it) from this one on that has no reason to be off."""
    skipped = []
    while (why := reason(civil(end))) is not None:
        skipped.append((civil(end), why))
        end += step
    return end, tuple(skipped)


def calendar_of(rule: Rule) -> Calendar:
    """The calendar that a rule names; business days of nobody in particular know weekends alone.

    Raises:
        DateError: it names none, where the rule is a law's; or an unknown one.
    """
    is_named = rule.calendar is not None or bool(rule.holidays)
    if not is_named and rule.policy is not Policy.BUSINESS:
        message = f"{rule.policy} counts by whose holidays?"
        remedy = 'add calendar = "US" (or KR, GB-SCT …), or holidays = [2025-12-24]'
        raise DateError(message, remedy=remedy)
    return find_calendar((rule.calendar,) if rule.calendar else (), rule.holidays)
