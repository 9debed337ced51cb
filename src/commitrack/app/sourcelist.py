"""The sources of a ledger: listed, shown, recorded, and their quotes looked up again."""

from collections.abc import Callable, Iterable, Iterator
from functools import cache, partial
from pathlib import Path
from typing import NamedTuple

from commitrack.app.keeping import texts_of
from commitrack.app.looking import GivenSource
from commitrack.app.sourcing import cite, keep_texts, kept_block
from commitrack.app.writing import Change, change_ledger, make_ledger
from commitrack.domain.commitment import Commitment, Event
from commitrack.domain.refinding import KeptText, Refound, refind
from commitrack.domain.source import Source, SourceDetails
from commitrack.domain.vocabulary import EventType
from commitrack.errors import UsageError
from commitrack.files.archive import keep, read_kept
from commitrack.ledger.reading import Ledger, read_ledger
from commitrack.ledger.skeleton import SKELETON
from commitrack.timing.now import Now


class Citing(NamedTuple):
    """A source and the commitments that cite it."""

    source: Source
    commitments: tuple[Commitment, ...]


class QuoteState(NamedTuple):
    """A quote of a commitment, and what became of it in the source that it was looked for in."""

    source: str
    commitment: str
    quote: str
    now: Refound

    @property
    def state(self) -> str:
        """`ok`, `drifted`, `orphan`, or `no text` to look in."""
        return self.now.state or "no text"


class SourceRecorded(NamedTuple):
    """A source that was recorded, or one that was known; `looked` says a text was added to it."""

    id: str
    is_new: bool
    looked: bool


def list_sources(ledger: Ledger) -> tuple[Citing, ...]:
    """Every source with the commitments that cite it, in the order of the ledger."""
    citing: dict[str, list[Commitment]] = {key: [] for key in ledger.sources}
    for commitment in ledger.commitments:
        for key in dict.fromkeys(_cited(commitment)):
            if key in citing:
                citing[key].append(commitment)
    return tuple(Citing(ledger.sources[key], tuple(found)) for key, found in citing.items())


def check_quotes(ledger: Ledger, path: Path, only: Iterable[str] = ()) -> tuple[QuoteState, ...]:
    """Every quote looked up in the texts kept of its sources, the latest above all."""
    texts = kept_by_source(ledger, path)
    return tuple(_state(key, statement, texts) for key, statement in quoting(ledger, only))


def kept_by_source(ledger: Ledger, path: Path) -> Callable[[str], tuple[KeptText, ...]]:
    """The texts kept of a source by its id, each read once."""

    @cache
    def texts(source: str) -> tuple[KeptText, ...]:
        if source not in ledger.sources:
            return ()
        return texts_of(ledger.sources[source], partial(read_kept, path))

    return texts


def quoting(ledger: Ledger, only: Iterable[str] = ()) -> Iterator[tuple[str, Commitment | Event]]:
    """The statements that quote, of some sources or all, each with the id of its commitment."""
    wanted = frozenset(only)
    for commitment in ledger.commitments:
        for statement in _standing(commitment):
            if statement.quote and (not wanted or wanted.intersection(statement.source)):
                yield commitment.id, statement


def _statements(commitment: Commitment) -> tuple[Commitment | Event, ...]:
    return (commitment, *commitment.events)


def _standing(commitment: Commitment) -> tuple[Commitment | Event, ...]:
    """The statements that count: nothing taken back, and no corrections, which are in them."""
    if commitment.void:
        return ()
    events = (event for event in commitment.events if not event.void)
    return (commitment, *(one for one in events if one.type is not EventType.CORRECTED))


def record_source(
    path: Path, given: GivenSource, details: SourceDetails, known: str | None, now: Now
) -> SourceRecorded:
    """Record a source by itself; or, with `known`, one more look at a source that is known.

    Raises:
        UsageError: details that contradict a known source, or a look at what is no file.
        WriteError: it could not be written.
    """
    done: list[SourceRecorded] = []

    def plan(old: str) -> Change:
        if known is not None and given.content is not None:
            content = given.content
            done.append(SourceRecorded(known, is_new=False, looked=True))
            block = kept_block(known, content, now)
            return Change((block,), before_write=lambda: _keep(path, known, content))
        cited = cite((given,), details, read_ledger(old, str(path)).sources, path, now)
        is_new = bool(cited.new)
        looked = bool(cited.to_keep) and not is_new
        done.append(SourceRecorded(cited.ids[0], is_new, looked))
        return Change(cited.blocks, before_write=lambda: keep_texts(path, cited))

    if not path.exists():
        plan(SKELETON)  # no ledger is made for what is no source
        make_ledger(path)
    change_ledger(path, plan)
    return done[-1]


def _keep(path: Path, key: str, content: bytes) -> None:
    keep(path, key, content)


def require_text(given: GivenSource) -> None:
    """A look keeps a text, so it needs one.

    Raises:
        UsageError: it is no file, and no page that was fetched.
    """
    if given.content is None:
        remedy = "save the text of the page as a file, or add --fetch"
        raise UsageError(f"{given.word} is no file", remedy=remedy)


def _cited(commitment: Commitment) -> list[str]:
    return [key for statement in _statements(commitment) for key in statement.source]


def _state(
    key: str, statement: Commitment | Event, texts: Callable[[str], tuple[KeptText, ...]]
) -> QuoteState:
    quote = statement.quote or ""
    now = refind(quote, map(texts, statement.source))
    cited = statement.source[0] if statement.source else "-"
    return QuoteState(now.source or cited, key, quote, now)
