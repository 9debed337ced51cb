"""The sources of a ledger: listed, shown, recorded, and their quotes looked up again."""

from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from commitrack.app.sourcing import (
    GivenSource,
    SourceDetails,
    cite,
    keep_texts,
    kept_block,
    read_texts,
)
from commitrack.app.writing import Change, change_ledger, make_ledger
from commitrack.domain.commitment import Commitment, Event
from commitrack.domain.quote import find_quote
from commitrack.domain.source import Source
from commitrack.errors import UsageError
from commitrack.files.archive import keep
from commitrack.ledger.reading import Ledger, read_ledger
from commitrack.ledger.skeleton import SKELETON
from commitrack.timing.now import Now


class Citing(NamedTuple):
    """A source and the commitments that cite it."""

    source: Source
    commitments: tuple[Commitment, ...]


class QuoteState(NamedTuple):
    """A quote and what became of it: `ok`, `missing`, or `no text` to look in."""

    source: str
    commitment: str
    quote: str
    state: str
    line: int | None


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
    """Every quote looked up in the texts kept of its sources."""
    wanted = frozenset(only)
    return tuple(
        _state(commitment.id, statement, ledger, path)
        for commitment in ledger.commitments
        for statement in _statements(commitment)
        if statement.quote and (not wanted or wanted.intersection(statement.source))
    )


def _statements(commitment: Commitment) -> tuple[Commitment | Event, ...]:
    return (commitment, *commitment.events)


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
        done.append(SourceRecorded(cited.ids[0], bool(cited.new), looked=False))
        return Change(cited.blocks, before_write=lambda: keep_texts(path, cited))

    if not path.exists():
        plan(SKELETON)  # no ledger is made for what is no source
        make_ledger(path)
    change_ledger(path, plan)
    return done[-1]


def _keep(path: Path, key: str, content: bytes) -> None:
    keep(path, key, content)


def require_file(given: GivenSource) -> None:
    """A look keeps a text, so it needs one.

    Raises:
        UsageError: it is no file.
    """
    if given.content is None:
        raise UsageError(f"{given.word} is no file", remedy="save the text of the page as a file")


def _cited(commitment: Commitment) -> list[str]:
    return [key for statement in _statements(commitment) for key in statement.source]


def _state(key: str, statement: Commitment | Event, ledger: Ledger, path: Path) -> QuoteState:
    quote = statement.quote or ""
    has_text = False
    for source in statement.source:
        for text in read_texts(ledger.sources[source], path) if source in ledger.sources else ():
            has_text = True
            found = find_quote(text.text, quote)
            if found is not None:
                return QuoteState(source, key, quote, "ok", found.line)
    named = statement.source[0] if statement.source else "-"
    return QuoteState(named, key, quote, "missing" if has_text else "no text", None)
