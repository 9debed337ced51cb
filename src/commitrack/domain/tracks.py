"""One role's date as the fold follows it: in force, first, moved, postponed, settled."""

from datetime import date, datetime

from commitrack.domain.commitment import Event
from commitrack.domain.standing import Change, DateStanding
from commitrack.domain.vocabulary import EventType
from commitrack.domain.when import Basis, Role, When

_CLARIFIED = EventType.CLARIFIED
_TOOK_EFFECT = EventType.TOOK_EFFECT
_DEFAULT = Basis.DEFAULT


class Track:
    """The only mutable thing of the domain: it lives for the length of one fold."""

    __slots__ = (
        "event",
        "first",
        "last_known",
        "moves",
        "notice",
        "postponed",
        "role",
        "settled",
        "when",
    )

    def __init__(self, role: Role, first: When | None = None) -> None:
        self.role = role
        self.first = first
        self.when: When | None = None
        self.last_known: When | None = None
        self.event: Event | None = None
        self.moves = 0
        self.notice: int | None = None
        self.settled: date | datetime | None = None
        self.postponed: date | datetime | None = None

    def set(self, when: When, event: Event) -> Change:
        """Put a new date in force."""
        before = self.last_known or self.when
        is_move = before is not None and _is_move(before, when, event)
        if is_move:
            self.moves += 1
            self.notice = _days_between(event.on, before.counted(self.role) if before else None)
            self.settled = None
        if self.first is None or (when.is_dated and not _is_their_word(self.first)):
            self.first = when
        self.when, self.event, self.postponed = when, event, None
        if when.is_dated:
            self.last_known = when
        return Change(event, self.role, before, when, self.slip(), is_move)

    def clear(self, event: Event) -> Change:
        """Postponed, with no new date."""
        before = self.last_known or self.when
        self.when, self.event, self.postponed = None, event, event.on or date.min
        return Change(event, self.role, before, None, None, is_move=False)

    def slip(self) -> int | None:
        """Civil days from the first date to the one in force; later is positive."""
        if self.first is None or self.when is None:
            return None
        if not self.moves and self.when.counted(self.role) is not None:
            return 0  # only said more exactly
        return _days_between(self.first.counted(self.role), self.when.counted(self.role))

    def freeze(self) -> DateStanding:
        """What remains of it when the fold is done."""
        return DateStanding(
            self.role,
            self.when,
            self.event.on if self.event else None,
            self.first,
            self.moves,
            self.slip(),
            self.notice,
            self.settled,
            self.postponed,
            self.last_known if self.when is None else None,
        )


def _is_move(before: When, when: When, event: Event) -> bool:
    """Whether a date was changed by somebody: to be told the first time, or more exactly, is none.

    A date that loses its day because the one it counts from did, was not moved by its own words.
    """
    is_same = when.resolves_as(before) or before.basis is _DEFAULT
    if event.type is _CLARIFIED or is_same:
        return False
    if event.type is _TOOK_EFFECT and when.lies_within(before):
        return False  # it came on the day it was to come, told with its hour
    if when.is_dated != before.is_dated:
        return before.is_dated and event.follows is None
    return True


def _is_their_word(when: When) -> bool:
    """Whether it is a day, and one that somebody named: not our own term."""
    return when.is_dated and when.basis is not _DEFAULT


def _days_between(start: date | datetime | None, end: date | None) -> int | None:
    if start is None or end is None:
        return None
    return (end - (start.date() if isinstance(start, datetime) else start)).days
