"""Counting by law: Federal Rule of Civil Procedure 6(a), and Regulation 1182/71."""

from datetime import date, datetime, timedelta

from commitrack.errors import DateError
from commitrack.timing.calendars import Calendar, find_calendar
from commitrack.timing.counted import (
    Counted,
    Reason,
    Skipped,
    after_working_days,
    calendar_of,
    civil,
    moved,
    one_day,
    rolled,
)
from commitrack.timing.counting_words import (
    calendar_sentence,
    end_sentence,
    format_day_or_instant,
    not_counted_sentences,
    roll_sentences,
)
from commitrack.timing.periods import Period, add_period
from commitrack.timing.policies import Rule

_US = "US"
_WORKING_DAYS = 2  # Art. 3(5)
_NO_ROLL = (
    "When an act enters into force, applies or expires, it does so on that day, working day or not "
    "(Art. 4)."
)
_NO_ROLL_BACK = "A period that is counted back does not run on to a working day (Art. 3(4))."
_NO_STATE = "The holidays of a state are none where a period is counted back (6(a)(6)(C))."


def count_frcp6(start: date | datetime, period: Period, rule: Rule) -> Counted:
    """By the Federal Rules of Civil Procedure, 6(a)(1), (2), (5) and (6).

    The calendar is that of the United States unless the rule names one of its states, whose
    holidays then count too, but only forward; days that the ledger lists are added.
    """
    calendar, about = _federal_calendar(rule)
    if isinstance(start, datetime) and period.hours:
        return _frcp6_to(moved(start, period, rule), rule, calendar, about)
    return _frcp6_to(moved(civil(start), period, rule), rule, calendar, about)


def count_eu1182(start: date | datetime, period: Period, rule: Rule) -> Counted:
    """By Regulation (EEC, Euratom) No 1182/71, Art. 3 and 4."""
    if isinstance(start, datetime) and period.hours:
        # The hour of the event does not count: on from its end, back from its beginning.
        hour = start.replace(minute=0, second=0, microsecond=0)
        instant = moved(hour if rule.backward else add_period(hour, Period(hours=1)), period, rule)
        return Counted(instant, (), (end_sentence(instant),))
    if rule.in_business_days:
        return _union_working_days(civil(start), period, rule)
    raw = moved(civil(start), period, rule)
    if not rule.rolls:
        return Counted(raw, (), (end_sentence(raw), _NO_ROLL))
    return _eu1182_to(civil(start), raw, period, rule)


def _frcp6_to(
    raw: date | datetime, rule: Rule, calendar: Calendar, about: tuple[str, ...]
) -> Counted:
    end, skipped = rolled(raw, one_day(rule), calendar.legal_day_off)
    steps = (
        end_sentence(raw),
        *roll_sentences(end, skipped, backward=rule.backward),
        *about,
        calendar_sentence(calendar),
    )
    return Counted(end, skipped, steps)


def _federal_calendar(rule: Rule) -> tuple[Calendar, tuple[str, ...]]:
    name = rule.calendar or _US
    if name.partition("-")[0] != _US:
        message = f"frcp6 goes by the legal holidays of the United States, not by {name[:60]}"
        raise DateError(message, remedy='write calendar = "US", or one of its states, "US-CA"')
    if name == _US:
        return find_calendar((_US,), rule.holidays), ()
    if rule.backward:
        find_calendar((name,), ())  # refuses a state that is none
        return find_calendar((_US,), rule.holidays), (_NO_STATE,)
    return find_calendar((_US, name), rule.holidays), ()


def _union_working_days(day: date, period: Period, rule: Rule) -> Counted:
    calendar = calendar_of(rule)
    end, skipped = after_working_days(day, period.days, one_day(rule), calendar.legal_day_off)
    steps = (end_sentence(end), *not_counted_sentences(skipped), calendar_sentence(calendar))
    return Counted(end, skipped, steps)


def _eu1182_to(start: date, raw: date, period: Period, rule: Rule) -> Counted:
    calendar, step = calendar_of(rule), one_day(rule)
    # Art. 3(4) does not move the end of a period that is counted back.
    end: date = raw
    skipped: Skipped = ()
    if not rule.backward:
        end, skipped = rolled(raw, step, calendar.legal_day_off)
    about = roll_sentences(end, skipped, backward=False)
    if rule.backward:
        about = [_NO_ROLL_BACK]
    if period != Period(days=1):
        end, more = _with_two_working_days(start, end, step, calendar.legal_day_off)
        skipped += tuple(one for one in more if one not in skipped)
        about += _two_days_sentences(end, more)
    steps = (end_sentence(raw), *about, calendar_sentence(calendar))
    return Counted(end, skipped, steps)


def _with_two_working_days(
    start: date, end: date, step: timedelta, reason: Reason
) -> tuple[date, Skipped]:
    """The end, or the second working day where that comes later; then what was skipped to it."""
    second, skipped = after_working_days(start, _WORKING_DAYS, step, reason)
    is_later = second < end if step < timedelta() else second > end
    return (second, skipped) if is_later else (end, ())


def _two_days_sentences(end: date, skipped: Skipped) -> list[str]:
    if not skipped:
        return []
    least = "A period of two days or more holds at least two working days"
    to = f"{least}, so it runs to {format_day_or_instant(end)} (Art. 3(5))."
    return [to, *not_counted_sentences(skipped)]
