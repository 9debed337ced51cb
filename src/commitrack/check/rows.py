"""Rows: the tables of a ledger as its corrections leave them, each value with where it stands."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Any, NamedTuple

from commitrack.check.faults import find_slips
from commitrack.domain.commitment import Commitment, Event
from commitrack.domain.finding import Path
from commitrack.domain.vocabulary import EventType

Table = Mapping[str, Any]


class Row(NamedTuple):
    """One table.

    Attributes:
        path: leads to the table.
        table: its keys; a value that a correction gave stands as though entered so.
        origins: for such a key, the path of the correction.
        slips: keys that are not there, but that an unknown key seems to be a slip of.
    """

    path: Path
    table: Table
    origins: Mapping[str, Path] = MappingProxyType({})
    slips: frozenset[str] = frozenset()

    def at(self, key: str, *rest: str | int) -> Path:
        """The path of the value of a key, or of a part of it."""
        return (*self.origins.get(key, self.path), key, *rest)

    def has(self, key: str) -> bool:
        """Whether the key is there, be it misspelt: then nobody is told that it is missing."""
        return key in self.table or key in self.slips


class Record(NamedTuple):
    """A commitment, and the rows that it was read from: one for each of its events."""

    commitment: Commitment
    base: Row
    events: tuple[Row, ...]

    def statements(self) -> Iterator[tuple[Commitment | Event, Row]]:
        """The base record and the events that count, with their rows; corrections are no more."""
        if self.commitment.void:
            return
        yield self.commitment, self.base
        for event, row in zip(self.commitment.events, self.events, strict=False):
            if not event.void and event.type is not EventType.CORRECTED:
                yield event, row


def make_row(
    path: Path,
    raw: Table,
    corrected: Table,
    corrections: Sequence[Row],
    known: Collection[str],
) -> Row:
    """A row from its table as it stands, and the same with corrections applied.

    Where a value came from is told by which correction holds the very same object.
    """
    origins = {
        key: next((one.path for one in reversed(corrections) if one.table.get(key) is value), path)
        for key, value in corrected.items()
        if value is not raw.get(key)
    }
    return Row(path, corrected, origins, find_slips(corrected, known))
