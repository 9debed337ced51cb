"""Recording what was accepted of articles: commitments and events, all in one write."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from commitrack.app.folding import fold_one
from commitrack.app.happening import NewEvent, plan_event
from commitrack.app.harvest.decisions import key_of
from commitrack.app.harvest.growing import grown
from commitrack.app.harvest.known import KnownStatements, Words
from commitrack.app.harvest.proposing import (
    CommitmentDraft,
    EventDraft,
    propose,
    propose_event,
)
from commitrack.app.recording import NewCommitment, plan_commitment
from commitrack.app.sourcing import Cited, keep_texts
from commitrack.app.writing import Change, change_ledger, make_ledger
from commitrack.domain.source import SourceDetails
from commitrack.errors import CommitrackError
from commitrack.ledger.places import Places
from commitrack.ledger.reading import Ledger, read_ledger
from commitrack.ledger.skeleton import SKELETON

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from commitrack.app.happening import EventPlan
    from commitrack.app.harvest.reading import ReadArticle
    from commitrack.app.recording import Plan
    from commitrack.domain.standing import Standing
    from commitrack.domain.vocabulary import EventType
    from commitrack.ledger.blocks import Block
    from commitrack.report.reading.rows import Found
    from commitrack.timing.now import Now


class Accepted(NamedTuple):
    """One statement that is to be recorded.

    Attributes:
        number: as it was listed.
        key: what tells it from the others of its article.
    """

    number: int
    key: str
    read: ReadArticle
    what: CommitmentDraft | EventDraft


class Entry(NamedTuple):
    """What became of one: recorded under an id, or found to be recorded already.

    Attributes:
        standing: of the commitment, with all that was recorded.
        line: of the block that was written for it.
    """

    accepted: Accepted
    id: str
    is_new: bool
    standing: Standing | None = None
    line: int | None = None


class Harvested(NamedTuple):
    """What was written, or would be.

    Attributes:
        made_ledger: there was none before.
        is_done: it was written, not only tried.
    """

    entries: tuple[Entry, ...]
    made_ledger: bool
    is_done: bool


class _Step(NamedTuple):
    accepted: Accepted
    id: str
    blocks: tuple[Block, ...]
    cited: Cited | None


def accept(read: ReadArticle, found: Found, event: EventType | None = None) -> Accepted:
    """A statement as it was found: a commitment, or an event of the one that it says again.

    Args:
        event: what it is to the commitment that the ledger has; None: as it was listed.
    """
    key = key_of(found.candidate.start, found.candidate.end)
    known = found.known
    if known is None or known.is_recorded:
        return Accepted(found.number, key, read, propose(found.candidate, read.spoken_day))
    told = (found.candidate, known, event or known.event, read.spoken_day)
    return Accepted(found.number, key, read, propose_event(*told))


def record_all(
    path: Path, accepted: Sequence[Accepted], now: Now, *, dry_run: bool = False
) -> Harvested:
    """Record everything that was accepted in one write; where there is no ledger, one is made.

    Raises:
        UsageError: one of them does not fit the ledger. Nothing was written.
        WriteError: it could not be written. The ledger is as it was.
    """
    is_new = not path.exists()
    plans: list[tuple[_Step, ...]] = []

    def plan(old: str) -> Change:
        steps = _steps(read_ledger(old, str(path)), path, accepted, now)
        plans.append(steps)
        blocks = tuple(block for step in steps for block in step.blocks)
        return Change(blocks, before_write=lambda: _keep(path, steps))

    if is_new and not dry_run:
        plan(SKELETON)  # no ledger is made for what does not fit
        make_ledger(path)
    text = change_ledger(path, plan, dry_run=dry_run)
    entries = _entries(plans[-1], read_ledger(text, str(path)), now)
    return Harvested(entries, is_new and not dry_run, not dry_run)


def check_one(path: Path, ledger: Ledger, accepted: Accepted, now: Now) -> Plan | EventPlan:
    """What recording one comes to, as `add` or `update` would say it; nothing is written.

    Raises:
        UsageError: it does not fit the ledger.
    """
    read, what = accepted.read, accepted.what
    is_known = KnownStatements(ledger, now).knows_source(read, read.article.sha256)
    cited = ((read.source,), SourceDetails() if is_known else read.details)
    if isinstance(what, EventDraft):
        told = (what.commitment, what.type, what.keys, *cited, what.on, what.dates)
        return plan_event(ledger, path, NewEvent(*told, exact=True, confirmed=True), now)
    new = NewCommitment(what.title, what.dates, what.keys, *cited, what.id, confirmed=True)
    return plan_commitment(ledger, path, new, now)


def _steps(ledger: Ledger, path: Path, accepted: Sequence[Accepted], now: Now) -> tuple[_Step, ...]:
    """Each planned on the ledger as the ones before it leave it."""
    steps: list[_Step] = []
    for one in accepted:
        recorded = recorded_as(one, ledger, now)
        if recorded is not None:
            steps.append(_Step(one, recorded, (), None))
            continue
        try:
            planned = check_one(path, ledger, one, now)
        except CommitrackError as error:
            error.where = error.where or f"{one.read.article.name}, statement {one.number}"
            raise
        steps.append(_Step(one, planned.key, planned.blocks, planned.cited))
        ledger = grown(ledger, planned.blocks)
    return tuple(steps)


def recorded_as(accepted: Accepted, ledger: Ledger, now: Now) -> str | None:
    """The id under which these words of this article are recorded already, as by another run."""
    what = accepted.what
    title = "" if isinstance(what, EventDraft) else what.title
    words = Words(title, what.keys.get("quote"), (), (), (), accepted.read.article.sha256)
    found = KnownStatements(ledger, now).recorded(words)
    return None if found is None else found.id


def _keep(path: Path, steps: Sequence[_Step]) -> None:
    for step in steps:
        if step.cited is not None:
            keep_texts(path, step.cited)


def _entries(steps: Sequence[_Step], ledger: Ledger, now: Now) -> tuple[Entry, ...]:
    places = Places(ledger.text)
    entries = []
    for step in steps:
        standing = fold_one(step.id, ledger.commitments, now)
        line = _line(step, ledger, places) if step.blocks else None
        entries.append(Entry(step.accepted, step.id, bool(step.blocks), standing, line))
    return tuple(entries)


def _line(step: _Step, ledger: Ledger, places: Places) -> int | None:
    header: tuple[str | int, ...] = ("commitment", step.id)
    if isinstance(step.accepted.what, CommitmentDraft):
        return places.line_of(header)
    events = ledger.data["commitment"][step.id].get("event", ())
    return places.line_of((*header, "event", len(events) - 1))
