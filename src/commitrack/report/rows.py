"""Rows: what the use cases hand to the faces that show more than a list of items."""

from typing import NamedTuple

from commitrack.domain.commitment import Commitment, Event
from commitrack.domain.source import Source
from commitrack.domain.standing import Change, Standing
from commitrack.timing.reckoning import Item


class QuoteShown(NamedTuple):
    """A quote of one statement; `found` is None where no text is kept to look in."""

    statement: Commitment | Event
    source: str | None
    quote: str
    found: bool | None
    line: int | None


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
