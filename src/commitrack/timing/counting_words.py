"""Counting in words: the sentences that say how a relative date came about."""

from datetime import date, datetime

from commitrack.timing.calendars import Calendar
from commitrack.timing.counted import Skipped
from commitrack.timing.display import WEEKDAYS, format_day, format_instant
from commitrack.timing.periods import Period
from commitrack.timing.policies import Policy, Rule, Snap
from commitrack.timing.zones import abbreviation

SOURCES = {
    Policy.FRCP6: "Federal Rule of Civil Procedure 6(a)",
    Policy.EU1182: "Regulation (EEC, Euratom) No 1182/71",
}
_DAYS = {
    Policy.PLAIN: "that day is not counted, every other day is, and the last one stays as it is",
    Policy.INCLUSIVE: "that day itself is day 1, every day is counted, and the last one stays",
    Policy.BUSINESS: "that day is not counted, nor are weekends and holidays",
    Policy.FRCP6: "that day is not counted, every other day is, and the last one must be no "
    "Saturday, Sunday or legal holiday",
    Policy.EU1182: "that day is not counted, every other day is",
}
_HOURS = {
    Policy.FRCP6: "counting starts at once, every hour is counted as it passes, and the last one "
    "must be on no Saturday, Sunday or legal holiday",
    Policy.EU1182: "the hour of the event is not counted, every other hour is (Art. 3(1))",
}
_WORKING_DAYS = "that day is not counted, nor are Saturdays, Sundays and holidays (Art. 3(3))"
_CLOCK = "on that clock the time of day stays the same, whatever its offset is then"
_HOURS_PASS = "hours are counted as they pass"  # noqa: S105 - no password
_MATCHING = "it ends on the matching day, or on the last of a month that lacks it"
_SHOWN = 12


def format_day_or_instant(value: date | datetime) -> str:
    """A day, or an instant on its own clock with the name of that.

    >>> format_day_or_instant(datetime.fromisoformat("2025-08-01T00:01-04:00"))
    'Fri 1 Aug 2025 00:01 UTC-4'
    """
    if isinstance(value, datetime):
        return f"{format_instant(value)} {abbreviation(value, None)}"
    return format_day(value)


def format_length(period: Period, *, business: bool = False) -> str:
    """The length of a period in words.

    >>> format_length(Period(months=14, days=1)), format_length(Period(days=10), business=True)
    ('1 year, 2 months and 1 day', '10 business days')
    """
    years, months = divmod(period.months, 12)
    day = "business day" if business else "day"
    parts = ((years, "year"), (months, "month"), (period.days, day), (period.hours, "hour"))
    named = [f"{number} {unit}{'' if number == 1 else 's'}" for number, unit in parts if number]
    return " and ".join([", ".join(named[:-1]), named[-1]] if len(named) > 1 else named)


def opening_sentence(start: date | datetime, period: Period, rule: Rule) -> str:
    """What is counted from where, by which policy, whose rule that is, and what it says."""
    length = format_length(period, business=rule.in_business_days)
    side = "before" if rule.backward else "after"
    policy = f"counted by the policy {rule.policy}"
    source = f", {SOURCES[rule.policy]}" if rule.policy in SOURCES else ""
    how = _how(period, rule, is_instant=isinstance(start, datetime))
    return f"{length} {side} {format_day_or_instant(start)}, {policy}{source}: {how}."


def end_sentence(end: date | datetime) -> str:
    """Where the count ends."""
    return f"That leads to {format_day_or_instant(end)}."


def roll_sentences(end: date | datetime, skipped: Skipped, *, backward: bool) -> list[str]:
    """Why the last day went on, or back, and to which; none where it did not."""
    if not skipped:
        return []
    way = "back" if backward else "on"
    to = format_day_or_instant(end)
    return [f"{_named(skipped)} cannot be the last day, so it runs {way} to {to}."]


def not_counted_sentences(skipped: Skipped) -> list[str]:
    """The holidays that were not counted, by name, and how many days of weekends."""
    holidays = tuple(one for one in skipped if one[1] not in WEEKDAYS)
    weekends = len(skipped) - len(holidays)
    parts = [_named(holidays)] if holidays else []
    if weekends:
        parts.append(f"{weekends} {'day' if weekends == 1 else 'days'} of weekends")
    return [f"Not counted: {', and '.join(parts)}."] if parts else []


def snap_sentence(before: date | datetime, snap: Snap, day: date) -> str:
    """To which edge of the calendar a day was moved."""
    unit, _, edge = snap.partition("-")
    return f"The {edge} of the {unit} of {format_day_or_instant(before)} is {format_day(day)}."


def calendar_sentence(calendar: Calendar) -> str:
    """Whose holidays were asked for, and in which version."""
    if not calendar.source:
        return "No holidays are left out, as no calendar is named: the true day may be a later one."
    return f"Holidays: {calendar.source}."


def _how(period: Period, rule: Rule, *, is_instant: bool) -> str:
    policy = rule.policy
    if policy is Policy.EU1182 and rule.in_business_days:
        return _WORKING_DAYS
    if period.hours and policy in _HOURS:
        return _HOURS[policy]
    if is_instant and policy is Policy.PLAIN:
        days = (_CLOCK,) if period.days or period.months else ()
        return ", and ".join((*days, _HOURS_PASS) if period.hours else days)
    return f"{_DAYS[policy]}; {_MATCHING}" if period.months else _DAYS[policy]


def _named(days: Skipped) -> str:
    shown = [f"{format_day(day)} ({name})" for day, name in days[:_SHOWN]]
    more = len(days) - len(shown)
    return ", ".join(shown) + (f" and {more} more" if more else "")
