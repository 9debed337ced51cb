"""Deciding: which reminders are to be said now, on one channel, or are open to an answer."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from commitrack.remind.candidates import Candidate, Move, every_late_week
from commitrack.remind.handled import Handled, Key
from commitrack.remind.leads import LATE, MOVED, REVIEW, SNOOZED, Lead
from commitrack.timing.now import Now


class Reminder(NamedTuple):
    """One date to be reminded of, for its tightest lead.

    Attributes:
        lead: the tightest that is open, which is said.
        missed: wider ones that were never said; they are done with when this one is.
        move: set if the move is news too.
    """

    candidate: Candidate
    lead: Lead
    missed: tuple[Lead, ...]
    move: Move | None

    @property
    def reason(self) -> str:
        """`coming`, `late`, `review`, `moved`, `postponed` or `snoozed`."""
        name = self.lead.name
        if name == MOVED:
            is_dated = self.move is not None and self.move.change.after is not None
            return MOVED if is_dated else "postponed"
        if name in (REVIEW, SNOOZED):
            return name
        return LATE if name.endswith(LATE) else "coming"


def decide(
    candidates: Iterable[Candidate], handled: Handled, channel: str | None, now: Now
) -> Iterator[Reminder]:
    """The reminders that are open.

    Args:
        channel: what was told there is done with; None: only what was acknowledged is, and what
            was missed is not told.
    """
    today = now.today().isoformat()
    for candidate in candidates:
        key = key_of(candidate)
        until = handled.snoozed.get(key)
        if until is not None and until > today:
            continue
        reminder = _decide(candidate, handled, channel, until, now)
        if reminder is not None:
            yield reminder


def key_of(candidate: Candidate) -> Key:
    """What facts about the date itself are kept under."""
    return (candidate.id, candidate.role, candidate.revision, False)


def move_key_of(candidate: Candidate, move: Move) -> Key:
    """What facts about its move are kept under."""
    return (candidate.id, candidate.role, move.revision, True)


def _decide(
    candidate: Candidate, handled: Handled, channel: str | None, until: str | None, now: Now
) -> Reminder | None:
    through = handled.through(channel, key_of(candidate))
    leads = list(_open(candidate, through, until))
    if channel is not None and leads and leads[0].name.endswith(LATE):
        more = (lead for lead in every_late_week(candidate, now) if lead.crossing > through)
        leads += [lead for lead in more if lead not in leads]
        leads.sort(key=lambda lead: lead.crossing, reverse=True)
    move = candidate.move
    if move is not None:
        told = handled.through(channel, move_key_of(candidate, move))
        move = move if move.lead.crossing > told else None
    if leads:
        missed = tuple(lead for lead in leads[1:] if lead.name != SNOOZED)
        return Reminder(candidate, leads[0], missed, move)
    return Reminder(candidate, move.lead, (), move) if move is not None else None


def _open(candidate: Candidate, through: str, until: str | None) -> Iterator[Lead]:
    """Leads that are not done with, latest first; the end of a snooze is one of them."""
    leads = list(candidate.leads)
    if until is not None:
        leads.append(Lead(SNOOZED, until))
        leads.sort(key=lambda lead: lead.crossing, reverse=True)
    return (lead for lead in leads if lead.crossing > through)
