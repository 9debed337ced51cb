"""Countdown: where a date stands against now, in numbers and in words."""

from datetime import UTC, date, datetime, timedelta
from typing import NamedTuple

from commitrack.domain.vocabulary import Schedule
from commitrack.domain.when import Basis, Role, When
from commitrack.timing.display import format_waiting, own_clock
from commitrack.timing.now import Now, civil_day

# Looked up once: on Python 3.11 a member of an enum costs more than the arithmetic around it.
_DUE = Role.DUE
_DEFAULT = Basis.DEFAULT
_UNDATED, _UPCOMING = Schedule.UNDATED, Schedule.UPCOMING
_DUE_SOON, _DUE_TODAY = Schedule.DUE_SOON, Schedule.DUE_TODAY
_OVERDUE, _UNCONFIRMED = Schedule.OVERDUE, Schedule.UNCONFIRMED

_SOON_DAYS = 7
_SHORT = timedelta(hours=72)
_HOUR_MINUTES = 60
_PASSED = {
    Role.DUE: "{} late",
    Role.EFFECTIVE: "passed {} ago, not confirmed",
    Role.EXPIRES: "should have ended {} ago",
    Role.HAPPENS: "was planned for {} ago",
}


_PAST_OUR_TERM = "{} past our own term"


class Countdown(NamedTuple):
    """A date against now.

    Attributes:
        days_left: civil days from today, in the date's own zone, to the day that counts: the last
            for a duty, else the first; negative once that day is over.
        days_left_range: the same to the first and to the last day of a longer interval.
        is_past: an instant has come; the last day of anything else is over.
    """

    schedule: Schedule
    days_left: int | None
    days_left_range: tuple[int, int] | None
    is_past: bool


def count(when: When, role: Role, now: Now) -> Countdown:
    """Where a date stands; civil days are subtracted, never instants (DOMAIN 3.5)."""
    first, last = when.first, when.last
    if first is None and last is None:
        return Countdown(_UNDATED, None, None, is_past=False)
    today = today_of(when, now)
    is_past = _is_past(when, today, now)
    counted = when.counted(role)
    days = None if counted is None else (counted - today).days
    span = None
    if first is not None and last is not None and first != last:
        span = ((first - today).days, (last - today).days)
    schedule = _passed(when, role) if is_past else _ahead(when, days, today)
    return Countdown(schedule, days, span, is_past)


def countdown_words(when: When, role: Role, now: Now) -> str:
    """The countdown as it is read: "in 24 days", "2 days late", "21 to 50 days"."""
    if when.first is None and when.last is None:
        return format_waiting(when)
    today = today_of(when, now)
    if when.at is not None:
        return _instant_words(when.at, (when.first or today, today), role, now)
    if when.last is not None and today > when.last:
        days = _days((today - when.last).days)
        return (_PAST_OUR_TERM if when.basis is _DEFAULT else _PASSED[role]).format(days)
    if when.first is not None and when.first == when.last:
        return _ahead_words((when.first - today).days)
    return _interval_words(when, today)


def last_full_day_before(when: When) -> date | None:
    """The day before an instant at the very start of one (00:00 or 00:01), on its own clock."""
    if when.at is None:
        return None
    local = own_clock(when, when.at)
    return local.date() - timedelta(days=1) if (local.hour, local.minute) <= (0, 1) else None


def long_ago_words(day: date, today: date) -> str:
    """How long ago a day was.

    >>> long_ago_words(date(2026, 1, 26), date(2026, 3, 11))
    '44 days ago'
    """
    days = (today - day).days
    if days < 0:
        return _ahead_words(-days)
    return ("today", "yesterday")[days] if days <= 1 else f"{_days(days)} ago"


def today_of(when: When, now: Now) -> date:
    """Today in the date's own zone; an instant with an offset alone goes by that offset."""
    if when.zone is None and when.at is not None and when.at.tzinfo is not None:
        return civil_day(now.at, when.at.tzinfo)
    return now.today(when.zone)


def _is_past(when: When, today: date, now: Now) -> bool:
    if when.at is not None:
        return _elapsed(when.at, now) >= timedelta()
    return when.last is not None and today > when.last


def _elapsed(at: datetime, now: Now) -> timedelta:
    # Two date-times of one zone are subtracted by their clocks, which skips a change of clocks.
    return now.at.astimezone(UTC) - at.astimezone(UTC)


def _passed(when: When, role: Role) -> Schedule:
    """Only what they owe is overdue, by a date of theirs."""
    return _OVERDUE if role is _DUE and when.basis is not _DEFAULT else _UNCONFIRMED


def _ahead(when: When, days: int | None, today: date) -> Schedule:
    """Not past: by the day that counts; once the interval runs, by its last day."""
    if when.first is None or when.first <= today:
        days = None if when.last is None else (when.last - today).days
    if days is None or days > _SOON_DAYS:
        return _UPCOMING
    return _DUE_SOON if days else _DUE_TODAY


def _instant_words(at: datetime, days: tuple[date, date], role: Role, now: Now) -> str:
    elapsed = _elapsed(at, now)
    if abs(elapsed) < _SHORT:
        hours = _hours(abs(elapsed))
        return _PASSED[role].format(hours) if elapsed >= timedelta() else f"in {hours}"
    left = (days[0] - days[1]).days
    return _PASSED[role].format(_days(-left)) if left < 0 else _ahead_words(left)


def _interval_words(when: When, today: date) -> str:
    first = None if when.first is None else (when.first - today).days
    if when.last is None:
        return f"from {_days(first)} on" if first and first > 0 else "any day"
    last = (when.last - today).days
    if first is not None and first > 0:
        return f"{first} to {_days(last)}"
    return f"now to {'tomorrow' if last == 1 else _days(last)}" if last else "today"


def _ahead_words(days: int) -> str:
    return ("today", "tomorrow")[days] if days <= 1 else f"in {_days(days)}"


def _days(days: int) -> str:
    return "1 day" if days == 1 else f"{days} days"


def _hours(span: timedelta) -> str:
    hours, minutes = divmod(int(span.total_seconds()) // 60, _HOUR_MINUTES)
    if hours:
        return f"{hours} h {minutes:02} min"
    return f"{minutes} min" if minutes else "less than 1 min"
