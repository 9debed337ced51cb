"""Reckoning: a standing against now, as the items that every face prints."""

from datetime import date, datetime
from typing import NamedTuple

from commitrack.domain.standing import DateStanding, Standing
from commitrack.domain.vocabulary import FINAL, Kind, Outcome, Schedule, Word
from commitrack.domain.when import Basis, Role, When
from commitrack.errors import DateError
from commitrack.timing.countdown import count
from commitrack.timing.now import Now
from commitrack.timing.periods import add_period, try_period


class Section(Word):
    """The three parts of what is due."""

    LATE = "late"
    COMING = "coming"
    UNDATED = "undated"


# Looked up once: on Python 3.11 a member of an enum costs more than the arithmetic around it.
_LATE, _COMING, _NO_DATE = Section.LATE, Section.COMING, Section.UNDATED
_STANDING, _UNCONFIRMED = Kind.STANDING, Schedule.UNCONFIRMED
_UNDATED, _NOT_APPLICABLE = Schedule.UNDATED, Schedule.NOT_APPLICABLE


class Review(NamedTuple):
    """When an undated commitment is looked at again."""

    every: str
    next: date
    days_left: int


class Item(NamedTuple):
    """One line of a listing: a standing, the date that puts it there, and the count.

    Attributes:
        date: the date that puts it in the list; None for what has none.
        days_left: to the counted end, negative when past; None without a day or when it is closed.
        days_late: of what is done: days after the counted end, negative when early.
    """

    standing: Standing
    date: DateStanding | None
    schedule: Schedule
    section: Section | None
    days_left: int | None = None
    days_left_range: tuple[int, int] | None = None
    days_late: int | None = None
    review: Review | None = None

    @property
    def is_term(self) -> bool:
        """Whether its date ends the term of a standing duty: nobody is early or late with that."""
        is_standing = self.standing.commitment.kind is _STANDING
        return is_standing and self.date is not None and self.date.ends_term

    @property
    def awaits_verdict(self) -> bool:
        """Whether the term of a standing duty is over, and nobody has said if it was upheld."""
        return self.section is _LATE and self.is_term

    @property
    def is_waiting(self) -> bool:
        """Whether its date has passed while its condition was not met: it is not late."""
        return self.schedule is _NOT_APPLICABLE and self.section is not None


def due_items(standing: Standing, now: Now) -> list[Item]:
    """Every line that the commitment may give in what is due: one a live date, or its review."""
    if not standing.dates and standing.outcome not in FINAL:
        return [reckon(standing, None, now)]
    return [reckon(standing, dated, now) for dated in standing.dates if dated.settled is None]


def main_item(standing: Standing, now: Now) -> Item:
    """The commitment in one line: its next date, else the last one."""
    return reckon(standing, _main_date(standing, now), now)


def reckon(standing: Standing, dated: DateStanding | None, now: Now) -> Item:
    """One date of a commitment (or none) against now."""
    review = None if standing.commitment.review is None else find_review(standing, now)
    if dated is None or (dated.when is None and dated.settled is None):
        is_over = standing.outcome in FINAL
        schedule = _NOT_APPLICABLE if is_over else _UNDATED
        return Item(standing, dated, schedule, None if is_over else _NO_DATE, review=review)
    if dated.settled is not None or dated.when is None:
        return _settled_item(standing, dated, review)
    schedule, days, span, is_past = count(dated.when, dated.role, now)
    section = _COMING
    if schedule is _UNDATED:
        section = _NO_DATE
    elif is_past and standing.dormant:
        schedule, section, days, span = _NOT_APPLICABLE, _NO_DATE, None, None
    elif is_past:
        section = _LATE
        if standing.commitment.kind is _STANDING:
            schedule = _UNCONFIRMED  # nothing is owed but a verdict, once its term is over
    return Item(standing, dated, schedule, section, days, span, None, review)


def find_review(standing: Standing, now: Now) -> Review | None:
    """One period after the last statement that was more than a note."""
    every = standing.commitment.review
    if every is None or standing.outcome in FINAL:
        return None
    period = try_period(every)
    looked_at = standing.looked_at
    if period is None or looked_at is None:
        return None
    day = looked_at.date() if isinstance(looked_at, datetime) else looked_at
    try:
        due = add_period(day, period)
    except DateError:  # hours, or beyond the calendar: `check` says so
        return None
    return Review(every, due, (due - now.today()).days)


def _main_date(standing: Standing, now: Now) -> DateStanding | None:
    """The next live date, else the latest live one that is past, else the last settled one."""
    live = [dated for dated in standing.dates if dated.settled is None]
    ahead = [
        dated for dated in live if dated.when and not count(dated.when, dated.role, now).is_past
    ]
    if ahead:
        return min(ahead, key=_counted_or_last)
    past = [dated for dated in live or standing.dates if dated.when]
    if past:
        return max(past, key=_counted_or_last)
    return standing.dates[0] if standing.dates else None


def _counted_or_last(dated: DateStanding) -> date:
    day = dated.when.counted(dated.role) if dated.when else None
    return day or date.max


def _settled_item(standing: Standing, dated: DateStanding, review: Review | None) -> Item:
    schedule, late = _met(standing, dated, dated.when)
    return Item(standing, dated, schedule, None, days_late=late, review=review)


def _met(standing: Standing, dated: DateStanding, when: When | None) -> tuple[Schedule, int | None]:
    """Early, on time or late; only for what was done."""
    is_done = standing.outcome in (Outcome.FULFILLED, Outcome.PARTLY_FULFILLED)
    is_met = is_done or (dated.role is Role.EFFECTIVE and standing.closed_by is None)
    last = when.last if when else None
    if when is not None and when.basis == Basis.DEFAULT:
        return Schedule.NOT_APPLICABLE, None  # against our own term nobody is late
    if not is_met or when is None or last is None or dated.settled is None:
        return Schedule.NOT_APPLICABLE, None
    settled = dated.settled
    if isinstance(settled, datetime) and when.at is not None:
        day = settled.astimezone(when.at.tzinfo).date()
    else:
        day = settled.date() if isinstance(settled, datetime) else settled
    if day > last or (when.at is not None and isinstance(settled, datetime) and settled > when.at):
        return Schedule.MET_LATE, (day - last).days
    if when.first is not None and day < when.first:
        return Schedule.MET_EARLY, (day - last).days
    return Schedule.MET_ON_TIME, (day - last).days
