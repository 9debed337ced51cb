"""Rows: what the use cases hand to the faces that show more than a list of items."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any, NamedTuple

from commitrack.domain.commitment import Commitment, Event
from commitrack.domain.refinding import Refound
from commitrack.domain.source import Source
from commitrack.domain.standing import Change, Standing
from commitrack.timing.reckoning import Item


class QuoteShown(NamedTuple):
    """A quote of one statement; `found` is None where no text is kept to look in.

    Attributes:
        line: where it stands in the latest text.
        now: what became of it there.
    """

    statement: Commitment | Event
    source: str | None
    quote: str
    found: bool | None
    line: int | None
    now: Refound


class SourceShown(NamedTuple):
    """A source with its number; `source` is None where the ledger does not have it.

    Attributes:
        quote: what became of its quotes, in a word or two.
    """

    number: int
    id: str
    source: Source | None
    has_text: bool
    quote: str


class Shown(NamedTuple):
    """Everything that is said of one commitment.

    Attributes:
        item: its main line.
        dates: one item for each of its dates.
        followers: one item for each date of another commitment that counts from it.
    """

    item: Item
    dates: tuple[Item, ...]
    quotes: tuple[QuoteShown, ...]
    sources: tuple[SourceShown, ...]
    followers: tuple[Item, ...] = ()

    def numbers(self, ids: tuple[str, ...]) -> tuple[int, ...]:
        """The numbers of some sources."""
        return tuple(shown.number for shown in self.sources if shown.id in ids)


class Happening(NamedTuple):
    """One statement of one commitment; the base record is an event of type `made`."""

    standing: Standing
    event: Event
    changes: tuple[Change, ...]


class Summary(NamedTuple):
    """How many commitments and lines of each section there are, and the next dates."""

    commitments: int
    late: int
    coming: int
    undated: int
    following: tuple[Item, ...]


class ReminderShown(NamedTuple):
    """A reminder as faces print it.

    Attributes:
        role: of the date, or `review`.
        lead: the name of the lead that is said.
        reason: `coming`, `late`, `review`, `moved`, `postponed` or `snoozed`.
        missed: names of wider leads that were never said.
        move: what the last move did, while it is news.
        quote: the words of the statement in force, else of the first.
        sources: of the same statement, as far as the ledger has them.
    """

    item: Item
    role: str
    lead: str
    reason: str
    missed: tuple[str, ...]
    move: Change | None
    quote: str | None
    sources: tuple[Source, ...]


class RemindingShown(NamedTuple):
    """Where reminders stand, as faces print it.

    Attributes:
        last: when the last run was; None where there was none.
        stopped: no run for longer than a day.
        waiting: what waits for an answer, each with the facts of what was said of it.
        snoozed: ids, and the day on which each is said again.
        runs: kind and place of what runs reminders, and of what shows them.
    """

    last: datetime | None
    stopped: bool
    waiting: tuple[tuple[ReminderShown, Sequence[Mapping[str, Any]]], ...]
    snoozed: tuple[tuple[str, str], ...]
    runs: tuple[tuple[str, str], ...]
