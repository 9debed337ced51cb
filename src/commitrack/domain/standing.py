"""Standing: where a commitment stands once its statements are folded; no clock is read here."""

from datetime import date, datetime
from typing import NamedTuple

from commitrack.domain.commitment import Commitment, Event
from commitrack.domain.vocabulary import Evidence, Kind, Outcome
from commitrack.domain.when import Basis, Role, When

_TERM_ENDS = (Role.DUE, Role.EXPIRES)


class DateStanding(NamedTuple):
    """One role's date: the one in force, the first, and how it moved between.

    Attributes:
        when: the date in force; None when it was postponed with no new one.
        since: the `on` of the statement in force; with the interval it names the revision.
        moves: changes of value other than by `clarified`.
        slip: civil days from the first date to the date in force; None when either has no day.
        notice: days from the last move's `on` to the day it moved away from.
        settled: when `took_effect` or a final outcome settled it; nothing is expected of it then.
        postponed: when it was postponed, while no new date is known.
        last_known: the date in force before it was postponed.
    """

    role: Role
    when: When | None
    since: date | datetime | None
    first: When | None
    moves: int = 0
    slip: int | None = None
    notice: int | None = None
    settled: date | datetime | None = None
    postponed: date | datetime | None = None
    last_known: When | None = None

    @property
    def ends_term(self) -> bool:
        """Whether it can end a term: a `due` or an `expires`, and not a term of our own."""
        is_ours = self.when is not None and self.when.basis is Basis.DEFAULT
        return self.role in _TERM_ENDS and not is_ours


class Dispute(NamedTuple):
    """A report that contradicts the date in force or another report."""

    report: Event
    when: When | None
    words: str | None


class Change(NamedTuple):
    """What one statement did to the date of one role.

    Attributes:
        event: None for the base record.
        before: the date in force until then, or the last one known.
        after: the new date; None when it was postponed with no new one.
        slip: civil days from the first date to `after`.
        is_move: the value changed, and not by `clarified`.
    """

    event: Event | None
    role: Role
    before: When | None
    after: When | None
    slip: int | None
    is_move: bool


class Standing(NamedTuple):
    """A commitment with everything that its statements, taken together, say of it.

    Attributes:
        commitment: with corrections applied.
        outcome_on: when the outcome came about; None while nothing happened.
        closed_by: the final event, if the outcome is final.
        dormant: its condition has not been met yet.
        history: the events that count, in the order in which they were folded.
        changes: what the statements did to the dates, in order.
        looked_at: the latest `on` of any statement but a note: the review counts from here.
    """

    commitment: Commitment
    outcome: Outcome
    outcome_on: date | datetime | None
    closed_by: Event | None
    dates: tuple[DateStanding, ...]
    disputes: tuple[Dispute, ...]
    dormant: bool
    looked_at: date | datetime | None
    changes: tuple[Change, ...] = ()
    history: tuple[Event, ...] = ()

    @property
    def id(self) -> str:
        """The commitment's id."""
        return self.commitment.id

    @property
    def term_end(self) -> date | None:
        """The last day of a standing duty's term; None while none is known, and for other kinds."""
        if self.commitment.kind is not Kind.STANDING:
            return None
        whens = [dated.when for dated in self.dates if dated.ends_term]
        return max((when.last for when in whens if when and when.last), default=None)

    @property
    def evidence(self) -> Evidence:
        """How well it is supported; weighed when it is asked for."""
        from commitrack.domain.evidence import weigh_evidence  # noqa: PLC0415  # few listings ask

        return weigh_evidence(self.commitment, self.history)

    @property
    def is_disputed(self) -> bool:
        """Whether reports contradict each other or the date in force."""
        return bool(self.disputes)
