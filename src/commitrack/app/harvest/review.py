"""The state of a review: what is open, what was chosen and decided, and what was recorded of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from commitrack.app.harvest.decisions import (
    ACCEPTED,
    AGAIN,
    CHOSEN,
    RECORDED,
    Decided,
    Decision,
    held_diary,
    key_of,
    read_decided,
    state_path,
)
from commitrack.errors import LockedError

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from contextlib import ExitStack
    from pathlib import Path

    from commitrack.app.harvest.decisions import Diary
    from commitrack.app.harvest.finding import Harvest
    from commitrack.app.harvest.reading import ReadArticle
    from commitrack.app.harvest.recording import Entry
    from commitrack.ledger.reading import Ledger
    from commitrack.report.reading.rows import Found


class Item(NamedTuple):
    """A statement to be reviewed.

    Attributes:
        digest: of its article.
    """

    read: ReadArticle
    found: Found
    digest: str

    @property
    def key(self) -> str:
        """What names it in the state of its article."""
        return key_of(self.found.candidate.start, self.found.candidate.end)

    @property
    def is_tracked(self) -> bool:
        """Whether it is a commitment."""
        return self.found.candidate.is_tracked


class Progress:
    """How far a review has come; decisions are kept as soon as they are noted."""

    def __init__(self, harvest: Harvest, ledger: Ledger, states: Path, path: Path) -> None:
        """Read what was decided before.

        Args:
            states: the folder of the state.
            path: of the ledger, which the state belongs to.
        """
        digests = {id(read): read.article.sha256 for read in harvest.reads}
        self._paths = {digest: state_path(states, path, digest) for digest in digests.values()}
        self._diaries: dict[str, Diary] = {}
        self._ledger = ledger
        self._load()
        self.items = tuple(Item(read, one, digests[id(read)]) for read, one in harvest.entries())

    @property
    def digests(self) -> tuple[str, ...]:
        """The articles, by what their texts are."""
        return tuple(self._paths)

    @property
    def open(self) -> tuple[Item, ...]:
        """The statements that are not recorded."""
        return tuple(item for item in self.items if not self._is_recorded(item))

    @property
    def chosen(self) -> tuple[Item, ...]:
        """What the review goes through: what was chosen before, as far as it is still open."""
        by_key = {(item.digest, item.key): item for item in self.open}
        keys = [(digest, key) for digest in self._paths for key in self._chosen(digest)]
        return tuple(by_key[key] for key in keys if key in by_key)

    def decision(self, item: Item) -> Decision | None:
        """What was decided of a statement."""
        return self._decided[item.digest].decisions.get(item.key)

    def decided(self, items: Iterable[Item]) -> int:
        """How many of them are decided."""
        return sum(self.decision(item) is not None for item in items)

    def accepted(self, items: Iterable[Item]) -> list[Item]:
        """Those that are accepted."""
        chosen = ((item, self.decision(item)) for item in items)
        return [item for item, one in chosen if one is not None and one.fact == ACCEPTED]

    def hold(self, held: ExitStack) -> None:
        """Hold the state, so that decisions can be kept.

        Raises:
            LockedError: somebody reviews one of the articles at another terminal, or has done so
                since its state was read.
        """
        for digest, path in self._paths.items():
            self._diaries[digest] = held.enter_context(held_diary(path))
        before = self._decided
        self._load()
        if self._decided != before:
            message = "this article was reviewed at another terminal meanwhile"
            raise LockedError(message, remedy="read it again to go on from there")

    def choose(self, items: Sequence[Item]) -> None:
        """Begin anew with these."""
        for digest in self._paths:
            keys = tuple(item.key for item in items if item.digest == digest)
            self._note(digest, Decision(AGAIN), Decision(CHOSEN, chosen=keys))

    def note(self, item: Item, decision: Decision) -> None:
        """Keep one decision."""
        self._note(item.digest, decision)

    def forget(self, item: Item) -> None:
        """Take a statement for undecided, as when the ledger takes it no more."""
        decided = self._decided[item.digest]
        left = {key: one for key, one in decided.decisions.items() if key != item.key}
        self._decided[item.digest] = decided._replace(decisions=left)

    def note_recorded(self, items: Mapping[int, Item], entries: Iterable[Entry]) -> None:
        """Keep under which ids statements were recorded, by their number."""
        for entry in entries:
            item = items[entry.accepted.number]
            self._note(item.digest, Decision(RECORDED, item.key, id=entry.id))

    def _chosen(self, digest: str) -> tuple[str, ...]:
        return self._decided[digest].chosen or ()

    def _note(self, digest: str, *decisions: Decision) -> None:
        if digest in self._diaries:
            self._diaries[digest].note(*decisions)
        self._decided[digest] = self._decided[digest].with_more(decisions)

    def _load(self) -> None:
        self._decided: dict[str, Decided] = {
            digest: read_decided(path) for digest, path in self._paths.items()
        }

    def _is_recorded(self, item: Item) -> bool:
        """Whether the ledger has its words, or cites the article under the id given before."""
        known = item.found.known
        if known is not None and known.is_recorded:
            return True
        key = self._decided[item.digest].recorded.get(item.key)
        return key is not None and self._cites(key, item.digest)

    def _cites(self, key: str, digest: str) -> bool:
        sources = {
            source.id
            for source in self._ledger.sources.values()
            if any(seen.sha256 == digest for seen in source.seen)
        }
        return any(
            not sources.isdisjoint(cited)
            for commitment in self._ledger.commitments
            if commitment.id == key and not commitment.void
            for cited in (commitment.source, *(event.source for event in commitment.events))
        )
