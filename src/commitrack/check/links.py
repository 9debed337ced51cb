"""Links: ids that lead nowhere, and statements that cite nothing where they must."""

from collections.abc import Collection, Iterator

from commitrack.check.faults import clip, did_you_mean, error, warning
from commitrack.check.rows import Record, Row
from commitrack.domain.commitment import Event
from commitrack.domain.finding import Finding, Path
from commitrack.domain.vocabulary import OUTCOME_OF, EventType
from commitrack.domain.when import Role

_NEEDS_SOURCE = frozenset({*OUTCOME_OF, EventType.TOOK_EFFECT})


def find_unknown_sources(record: Record, known: Collection[str]) -> Iterator[Finding]:
    """Sources that are cited and that the ledger does not have."""
    for _, row in record.statements():
        given = row.table.get("source")
        if isinstance(given, str) and given not in known:
            yield _unknown_source(row.at("source"), given, known)
        for place, key in enumerate(given) if isinstance(given, list) else ():
            if isinstance(key, str) and key not in known:
                yield _unknown_source(row.at("source", place), key, known)


def find_missing_sources(record: Record) -> Iterator[Finding]:
    """A commitment that cites nothing, and changes of outcome that cite nothing."""
    for statement, row in record.statements():
        if statement.source or row.table.get("source") or "source" in row.slips:
            continue
        if not isinstance(statement, Event):
            message = "it cites no source: its evidence is `none`"
            hint = f"commitrack correct {statement.id} --source …"
            yield warning("no-source", row.path, message, hint)
        elif statement.type in _NEEDS_SOURCE:
            message = f"{statement.type} changes the outcome and cites no source"
            hint = "name who says so: source = …"
            yield error("outcome-without-source", _header_or(row, "type"), message, hint)


def find_unlinked(record: Record) -> Iterator[Finding]:
    """`superseded` that does not say by what."""
    for statement, row in record.statements():
        is_superseded = isinstance(statement, Event) and statement.type is EventType.SUPERSEDED
        if is_superseded and not row.has("superseded_by"):
            hint = 'superseded_by = "ID", if what took its place is recorded here'
            message = "superseded, but not said by what"
            yield warning("superseded-without-link", _header_or(row, "type"), message, hint)


def find_unknown_links(record: Record, known: Collection[str]) -> Iterator[Finding]:
    """Ids of other commitments that are no commitment: links, conditions, anchors of dates."""
    for _, row in record.statements():
        for path, key in _links(row):
            if isinstance(key, str) and key not in known:
                message = f"{clip(key)} is not a commitment of this ledger"
                yield error("unknown-link", path, message, _nearest(key, known))


def _links(row: Row) -> Iterator[tuple[Path, object]]:
    table = row.table
    yield row.at("superseded_by"), table.get("superseded_by")
    if isinstance(condition := table.get("condition"), dict):
        yield row.at("condition", "on"), condition.get("on")
    for role in Role:
        if isinstance(relative := table.get(role), dict):
            for key in ("after", "before"):
                yield row.at(role, key), relative.get(key)


def _unknown_source(path: Path, key: str, known: Collection[str]) -> Finding:
    message = f"{clip(key)} is not a source of this ledger"
    return error("unknown-source", path, message, _nearest(key, known))


def _nearest(key: str, known: Collection[str]) -> str:
    hint = did_you_mean(key, known)
    return hint if hint.startswith("did") else "record it, or mend the id"


def _header_or(row: Row, key: str) -> Path:
    """The value of a key, or the table itself where the key is missing."""
    return row.at(key) if key in row.table else row.path
