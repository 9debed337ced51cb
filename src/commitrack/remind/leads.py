"""Lead times: how long before a date a reminder is due, and the days on which that is."""

from collections.abc import Iterable, Iterator
from datetime import date, datetime, timedelta
from functools import lru_cache
from typing import NamedTuple

from commitrack.domain.when import When
from commitrack.errors import DateError
from commitrack.timing.countdown import today_of
from commitrack.timing.display import own_clock
from commitrack.timing.now import Now
from commitrack.timing.periods import Period, add_period, format_lead, parse_lead

LATE, REVIEW, MOVED, SNOOZED = "late", "review", "moved", "snoozed"
"""Reminders that are not due some time before a date."""

_WEEK = 7
_DAY_HOURS = 24
_HALF_MINUTES = 16  # characters of an ISO date-time, up to its minutes


class Lead(NamedTuple):
    """One occasion on which a date is to be reminded of.

    Attributes:
        name: `P7D`, `P8D late`, `review`, `moved` or `snoozed`.
        crossing: the civil day from which it is due, in the date's own zone, in ISO 8601; with a
            time where the lead time counts hours. Later ones sort behind earlier ones.
    """

    name: str
    crossing: str

    @property
    def is_hour(self) -> bool:
        """Whether it is due from a time of day, not from the start of one."""
        return "T" in self.crossing


DEFAULT_LEADS = tuple(Period(days=days) for days in (30, 7, 3, 1, 0))
"""When nothing else is said: 30, 7, 3 and 1 days before, and on the day."""


def parse_leads(texts: Iterable[str]) -> tuple[Period, ...]:
    """Lead times, commas between them.

    Raises:
        DateError: one of them is no period.
    """
    parts = (part.strip() for text in texts for part in text.split(","))
    return tuple(dict.fromkeys(parse_lead(part) for part in parts if part))


def readable_leads(texts: Iterable[str]) -> tuple[Period, ...]:
    """Those of a commitment's lead times that are periods; `check` reports the others."""
    periods = []
    for text in texts:
        try:
            periods.append(parse_lead(text))
        except DateError:
            continue
    return tuple(dict.fromkeys(periods))


def leads_before(when: When, periods: Iterable[Period], now: Now) -> Iterator[Lead]:
    """Lead times of a date that have been crossed by now, in no order.

    They count to its first day: what may come as early as that is announced for then.
    """
    counted = when.first or when.last
    if counted is None:
        return
    today = today_of(when, now)
    for period in periods:
        if not (period.months or period.hours):  # nearly all, and a listing has thousands
            if (counted - today).days <= period.days <= (counted - date.min).days:
                day = counted - timedelta(days=period.days)
                yield Lead(_name(period), day.isoformat())
            continue
        crossing = _crossing(when, counted, period)
        if crossing is None:
            continue
        if when.at is not None and period.hours:
            is_crossed = _has_come(when.at, period, now)
        else:
            is_crossed = crossing <= today.isoformat()
        if is_crossed:
            yield Lead(_name(period), crossing)


@lru_cache(maxsize=64)
def _name(period: Period) -> str:
    return format_lead(period)


def latest_crossing(when: When, periods: Iterable[Period]) -> date | None:
    """The day on which the widest lead time is crossed, at the earliest; None without a day."""
    counted = when.first or when.last
    if counted is None:
        return None
    widest = max((_at_most_days(period) for period in periods), default=0)
    return counted - timedelta(days=min(widest, (counted - date.min).days))


def leads_late(when: When, now: Now, *, all_weeks: bool) -> Iterator[Lead]:
    """The day after the last one, and every week from then on while it is late; latest first.

    Args:
        all_weeks: not only the latest.
    """
    last = when.last
    if last is None:
        return
    days = (today_of(when, now) - last).days
    for late in range(days - (days - 1) % _WEEK, 0, -_WEEK):
        day = last + timedelta(days=late)
        yield Lead(f"P{late}D {LATE}", day.isoformat())
        if not all_weeks:
            return


def lead_review(following: date, every: Period, now: Now) -> Lead | None:
    """The latest day of review that has come: one period after another, while nobody looks."""
    today = now.today()
    if following > today or every.hours:
        return None
    day, number = following, 0
    if not every.months:
        number = (today - following).days // every.days
        return Lead(REVIEW, (following + timedelta(days=number * every.days)).isoformat())
    while day <= today:
        number += 1
        try:
            later = add_period(following, Period(every.months * number, every.days * number))
        except DateError:
            break
        if later > today:
            break
        day = later
    return Lead(REVIEW, day.isoformat())


def _crossing(when: When, counted: date, period: Period) -> str | None:
    """When a lead time is crossed; None where the calendar has no such day."""
    back = Period(-period.months, -period.days, -period.hours)
    try:
        if period.hours and when.at is not None:
            moved: datetime = add_period(when.at, back)
            return own_clock(when, moved).isoformat()[:_HALF_MINUTES]
        # A day has no hours to count from: they are rounded up to days.
        days = period.days + -(-period.hours // _DAY_HOURS)
        return add_period(counted, Period(-period.months, -days)).isoformat()
    except DateError:
        return None


def _has_come(at: datetime, period: Period, now: Now) -> bool:
    return add_period(at, Period(-period.months, -period.days, -period.hours)) <= now.at


def _at_most_days(period: Period) -> int:
    longest_month = 31
    return period.months * longest_month + period.days + -(-period.hours // _DAY_HOURS)
