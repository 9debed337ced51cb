"""Candidates: the dates of a commitment whose lead times have been crossed, told or not."""

from collections.abc import Callable, Iterable
from datetime import date, datetime, timedelta
from typing import NamedTuple

from commitrack.domain.commitment import Commitment
from commitrack.domain.standing import Change, DateStanding, Standing
from commitrack.domain.vocabulary import FINAL
from commitrack.domain.when import When
from commitrack.remind.leads import (
    MOVED,
    REVIEW,
    Lead,
    latest_crossing,
    lead_review,
    leads_before,
    leads_late,
)
from commitrack.remind.revision import entered_on, revision_of
from commitrack.timing.now import Now, civil_day
from commitrack.timing.periods import Period, try_period
from commitrack.timing.reckoning import Item, find_review, reckon
from commitrack.timing.zones import zone_info

LeadsOf = Callable[[Commitment], tuple[Period, ...]]
"""The lead times that count for a commitment."""

_ZONES_APART = timedelta(days=1)


class Move(NamedTuple):
    """News of a date: it moved, or was postponed.

    Attributes:
        change: what the last statement that moved it did.
        revision: that the statement made.
        lead: `moved`, from the day on which it was entered.
    """

    change: Change
    revision: str
    lead: Lead


class Candidate(NamedTuple):
    """One date, or a review, that there is something to say of.

    Attributes:
        role: of the date, or `review`.
        leads: those crossed since the statement in force was entered, latest first; of the weekly
            ones while it is late only the latest.
        entered: the day on which the statement in force was entered.
        ends: the day after which it is late; of a review the day on which it is reminded of.
        move: set while its last move is news: entered later than the commitment itself.
    """

    item: Item
    role: str
    revision: str
    leads: tuple[Lead, ...]
    entered: date
    ends: date | None
    move: Move | None = None

    @property
    def id(self) -> str:
        """The commitment's id."""
        return self.item.standing.id


def may_have_candidates(commitment: Commitment, periods: tuple[Period, ...], now: Now) -> bool:
    """Whether it must be folded: not where its only date is far in every zone, and never moved."""
    if commitment.events or len(commitment.dates) != 1:
        return True
    crossing = latest_crossing(commitment.dates[0][1], periods)
    return crossing is None or crossing <= now.today() + _ZONES_APART


def find_candidates(
    standing: Standing, now: Now, periods: tuple[Period, ...], *, whole: bool = False
) -> list[Candidate]:
    """What there is to say of a commitment; nothing of what is closed, settled or dormant.

    Args:
        whole: its live dates and its review too of which nothing is to be said yet.
    """
    if standing.outcome in FINAL:
        return []
    found: list[Candidate | None] = []
    has_day = False
    for dated in standing.dates:
        if dated.settled is not None:
            continue
        has_day = has_day or (dated.when is not None and dated.when.is_dated)
        if not standing.dormant:
            found.append(_of_date(standing, dated, now, periods, whole=whole))
    if not has_day:
        found.append(_of_review(standing, now))
    return [it for it in found if it is not None and (whole or it.leads or it.move)]


def every_late_week(candidate: Candidate, now: Now) -> tuple[Lead, ...]:
    """The crossed leads of a candidate with every week for which it has been late."""
    dated = candidate.item.date
    if dated is None or dated.when is None or dated.when.provisional:
        return candidate.leads
    every = leads_late(dated.when, now, all_weeks=True)
    late = [lead for lead in every if _is_after(lead, candidate.entered)]
    return _latest_first([*late, *(lead for lead in candidate.leads if lead not in set(late))])


def _of_date(
    standing: Standing, dated: DateStanding, now: Now, periods: tuple[Period, ...], *, whole: bool
) -> Candidate | None:
    if dated.when is not None and not dated.when.is_dated:
        return None  # it waits for another date, which is reminded of
    changes = [change for change in standing.changes if change.role is dated.role]
    entered = entered_on(standing.commitment, changes[-1].event if changes else None, now.today())
    leads: tuple[Lead, ...] = ()
    if dated.when is not None:
        crossed = list(leads_before(dated.when, periods, now))
        if not dated.when.provisional:  # what counts from a date to come is late with nobody
            crossed += leads_late(dated.when, now, all_weeks=False)
        leads = _latest_first(_since(crossed, entered, dated.when, now))
    move = _last_move(standing, changes, now)
    if not (leads or move or whole):
        return None
    item = reckon(standing, dated, now)
    revision = revision_of(dated.since if dated.when else dated.postponed, dated.when)
    ends = (dated.when.last or dated.when.first) if dated.when else None
    return Candidate(item, str(dated.role), revision, leads, entered, ends, move)


def _last_move(standing: Standing, changes: list[Change], now: Now) -> Move | None:
    """The last move or postponement, if it was entered on a later day than the first date."""
    change = next((it for it in reversed(changes) if it.is_move or it.after is None), None)
    if change is None or change.event is None or change.before is None:
        return None
    if change.after is None and change is not changes[-1]:
        return None  # a new date was given since, and is no move
    it = standing.commitment
    today = now.today()
    day = entered_on(it, change.event, today)
    if day <= entered_on(it, None, today) or day > today:
        return None
    revision = revision_of(change.event.on, change.after)
    return Move(change, revision, Lead(MOVED, day.isoformat()))


def _of_review(standing: Standing, now: Now) -> Candidate | None:
    review = find_review(standing, now)
    period = try_period(review.every) if review else None
    if review is None or period is None:
        return None
    entered = _last_entered(standing, now.today())
    lead = lead_review(review.next, period, now)
    leads = (lead,) if lead is not None and _is_after(lead, entered) else ()
    item = reckon(standing, None, now)
    revision = f"{standing.looked_at} {review.every}"
    ends = date.fromisoformat(lead.crossing) if lead else review.next
    return Candidate(item, REVIEW, revision, leads, entered, ends)


def _last_entered(standing: Standing, today: date) -> date:
    """When the statement from which a review counts was entered; of two, the later one."""
    it = standing.commitment
    looked = standing.looked_at
    days = [entered_on(it, event, today) for event in standing.history if event.on == looked]
    if not days or it.said == looked:
        days.append(entered_on(it, None, today))
    return max(days)


def _since(leads: Iterable[Lead], entered: date, when: When, now: Now) -> list[Lead]:
    """No backfill: days after the one on which the statement was entered, hours from that day on.

    Whoever enters a date sees its countdown, but nobody looks at it all day: two hours before it
    are to be told on that very day. Which day that was is the reader's to say.
    """
    return [
        lead
        for lead in leads
        if _is_after(lead, entered) or (lead.is_hour and _day_here(lead, when, now) >= entered)
    ]


def _is_after(lead: Lead, entered: date) -> bool:
    day = entered.isoformat()
    return lead.crossing[: len(day)] > day


def _day_here(lead: Lead, when: When, now: Now) -> date:
    """The reader's day on which a lead time of hours is crossed."""
    own = when.at.tzinfo if when.at else None
    if when.zone is not None:
        own = zone_info(when.zone)
    return civil_day(datetime.fromisoformat(lead.crossing).replace(tzinfo=own), now.tz)


def _latest_first(leads: Iterable[Lead]) -> tuple[Lead, ...]:
    return tuple(sorted(leads, key=lambda lead: lead.crossing, reverse=True))
