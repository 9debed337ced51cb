"""Counting: from a day or an instant to the day or instant that a rule leads to, and how.

A period in days, counted by any policy but `plain`, ends with a whole day, also where it began at
an instant.
"""

from datetime import date, datetime, timedelta

from commitrack.errors import DateError
from commitrack.timing.counted import (
    Counted,
    after_working_days,
    calendar_of,
    civil,
    moved,
    one_day,
)
from commitrack.timing.counting_by_law import count_eu1182, count_frcp6
from commitrack.timing.counting_words import (
    calendar_sentence,
    end_sentence,
    format_length,
    not_counted_sentences,
    opening_sentence,
    snap_sentence,
)
from commitrack.timing.edtf import end_of_months
from commitrack.timing.local_time import bounded
from commitrack.timing.periods import Period
from commitrack.timing.policies import Policy, Rule, Snap

_MONTHS = {"month": 1, "quarter": 3, "half": 6, "year": 12}


def count_from(start: date | datetime, rule: Rule) -> Counted:
    """The day or instant that a rule leads to from a day or a zone-aware instant.

    Civil days are those of the instant's own clock: give it one with the zone that rules.

    >>> from commitrack.timing.policies import parse_rule
    >>> rule = parse_rule({"within": "P14D", "count": "frcp6"})
    >>> count_from(date(2025, 6, 20), rule).value
    datetime.date(2025, 7, 7)

    Raises:
        DateError: the rule needs a calendar or hours that it does not have, or leads beyond the
            calendar.
    """
    if rule.period is None and rule.snap is None:
        message = "a relative date says how much is counted"
        raise DateError(message, remedy='add within = "P90D"')
    try:
        counted = _snapped(_counted(start, rule), rule)
    except (OverflowError, ValueError) as error:
        length = format_length(rule.period or Period(), business=rule.in_business_days)
        message = f"{length} from {start} leads beyond the calendar"
        raise DateError(message) from error
    if isinstance(counted.value, datetime):
        bounded(counted.value)
    return counted


def _counted(start: date | datetime, rule: Rule) -> Counted:
    if isinstance(start, datetime):
        bounded(start)
    period = rule.period
    if period is None:
        return Counted(start)
    if period.hours and not isinstance(start, datetime):
        message = f"{format_length(period)} counts hours, and {start} gives none to count from"
        raise DateError(message, remedy="give the date with a time and a zone")
    counted = _by_policy(start, period, rule)
    return counted._replace(steps=(opening_sentence(start, period, rule), *counted.steps))


def _by_policy(start: date | datetime, period: Period, rule: Rule) -> Counted:
    match rule.policy:
        case Policy.PLAIN:
            end = moved(start, period, rule)
            return Counted(end, (), (end_sentence(end),))
        case Policy.INCLUSIVE:
            return _inclusive(civil(start), period, rule)
        case Policy.BUSINESS:
            return _business(civil(start), period, rule)
        case Policy.FRCP6:
            return count_frcp6(start, period, rule)
        case Policy.EU1182:
            return count_eu1182(start, period, rule)


def _inclusive(day: date, period: Period, rule: Rule) -> Counted:
    if period.hours:
        message = "hours have no first day to include"
        raise DateError(message, remedy='leave count = "inclusive" away')
    end = moved(day, Period(months=period.months), rule)
    # Months end before the matching day; where the last one has none, with its own last day.
    is_cut = end.day != day.day and not rule.backward
    end += timedelta() if is_cut else -one_day(rule)
    end = moved(end, Period(days=period.days), rule)
    return Counted(end, (), (end_sentence(end),))


def _business(day: date, period: Period, rule: Rule) -> Counted:
    calendar = calendar_of(rule)
    end, skipped = after_working_days(day, period.days, one_day(rule), calendar.day_off)
    steps = (end_sentence(end), *not_counted_sentences(skipped), calendar_sentence(calendar))
    return Counted(end, skipped, steps)


def _snapped(counted: Counted, rule: Rule) -> Counted:
    if rule.snap is None:
        return counted
    day = _edge(civil(counted.value), rule.snap)
    steps = (*counted.steps, snap_sentence(counted.value, rule.snap, day))
    return Counted(day, counted.skipped, steps)


def _edge(day: date, snap: Snap) -> date:
    unit, _, edge = snap.partition("-")
    months = _MONTHS[unit]
    first = (day.month - 1) // months * months + 1
    if edge == "start":
        return date(day.year, first, 1)
    return end_of_months(day.year, first + months - 1)
