"""Auditing: every rule of `check` over one ledger, and what git and the kept texts say of it."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from commitrack.app.keeping import texts_of
from commitrack.check import (
    abbreviations,
    characters,
    clocks,
    dates,
    durations,
    edits,
    hanging,
    intervals,
    keys,
    links,
    series,
    shapes,
    verdicts,
    weekends,
    years,
)
from commitrack.check import texts as kept_texts
from commitrack.check.placing import place_findings
from commitrack.check.rows import Record, Row, make_row
from commitrack.check.starts import Announced
from commitrack.domain.finding import Finding, Severity
from commitrack.domain.refinding import KeptText
from commitrack.errors import InvalidLedgerError
from commitrack.files.archive import read_kept
from commitrack.files.git import head_version
from commitrack.ledger import fields
from commitrack.ledger.corrections import apply_corrections
from commitrack.ledger.places import Places
from commitrack.ledger.reading import Ledger, decode, read_ledger
from commitrack.ledger.scan import statements
from commitrack.timing.anchors import Anchors
from commitrack.timing.now import Now

FORMAT = shapes.Format(
    fields.COMMITMENT, fields.EVENT, fields.CORRECTION, fields.SOURCE, fields.SEEN
)
_UNREAD_DATES = frozenset({"bad-date", "bare-year"})
_OWN_KEYS = frozenset({"type", "on", "recorded", "of", "of_type", "void"})


class Audit(NamedTuple):
    """All findings of a ledger, in the order of their places, and how many of each severity."""

    findings: tuple[Finding, ...]
    errors: int
    warnings: int


def audit(ledger: Ledger, path: Path, now: Now) -> Audit:
    """Everything that is wrong with a ledger, also with one that is not valid. Never raises.

    What could not be read leaves no second finding, such as an unknown source whose own block is
    faulty.
    """
    records = tuple(_records(ledger))
    found = [
        *_read(ledger, records),
        *keys.find_unknown_tables(ledger.data),
        *_check_tables(ledger, records),
        *_check_records(ledger, records, now),
        *series.find_ended_series(records, now),
        *_check_texts(ledger, records, path),
        *characters.find_characters(ledger.data),
        *_check_edits(ledger, path),
    ]
    once = {(one.code, one.place or one.path, one.id, one.message): one for one in found}
    return _count(placed(ledger, once.values()))


def _count(findings: tuple[Finding, ...]) -> Audit:
    errors = sum(finding.severity is Severity.ERROR for finding in findings)
    return Audit(findings, errors, len(findings) - errors)


def placed(ledger: Ledger, findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Findings with line and column, in the order of the file; it is scanned only for some."""
    findings = tuple(findings)
    if not findings:
        return ()
    return place_findings(findings, ledger.text, ledger.data, Places(ledger.text).of)


def _records(ledger: Ledger) -> Iterator[Record]:
    """Commitments with the rows that they were read from."""
    tables = ledger.data.get("commitment", {})
    for commitment in ledger.commitments:
        raw, path = tables[commitment.id], ("commitment", commitment.id)
        if "event" not in raw:
            yield Record(commitment, _row(path, raw, FORMAT.commitment), ())
            continue
        corrected = apply_corrections(commitment.id, raw)
        rows = raw["event"]
        corrections = [
            Row((*path, "event", n), row)
            for n, row in corrected.events
            if row.get("type") == "corrected"
        ]
        events = [
            make_row((*path, "event", n), rows[n], row, corrections, _known(row))
            for n, row in corrected.events
        ]
        base = make_row(path, raw, corrected.table, corrections, FORMAT.commitment)
        yield Record(commitment, base, tuple(events))


def _row(path: tuple[str | int, ...], table: dict[str, Any], known: shapes.Fields) -> Row:
    return make_row(path, table, table, (), known)


def _known(event: Mapping[str, Any]) -> shapes.Fields:
    return FORMAT.correction if event.get("type") == "corrected" else FORMAT.event


def _read(ledger: Ledger, records: Sequence[Record]) -> Iterator[Finding]:
    """What reading found; a date that a correction gave stands at the correction."""
    by_id = {record.commitment.id: record for record in records}
    for finding in ledger.findings:
        if finding.code not in _UNREAD_DATES or finding.id not in by_id:
            yield finding
            continue
        record, key = by_id[finding.id], str(finding.path[-1])
        row = next((r for r in (record.base, *record.events) if r.path == finding.path[:-1]), None)
        if row is None:
            yield finding
        elif not _is_taken_back(record, row) and not clocks.is_unread_for_its_zone(row, key):
            yield finding._replace(path=row.at(key))


def _is_taken_back(record: Record, row: Row) -> bool:
    return record.commitment.void or ("void" in row.origins and row.table.get("void") is True)


def _check_tables(ledger: Ledger, records: Sequence[Record]) -> Iterator[Finding]:
    """The rules that look at one table alone."""
    for record in records:
        for _, row in record.statements():
            what = "event" if len(row.path) > len(record.base.path) else "commitment"
            yield from _check_row(row, what)
        for row in record.events:
            if row.table.get("type") == "corrected":
                own = {key: value for key, value in row.table.items() if key in _OWN_KEYS}
                yield from _check_row(row._replace(table=own), "correction")
                yield from keys.find_unknown_keys(row, FORMAT.correction, "correction")
    for source, looks in _sources(ledger):
        yield from _check_row(source, "source")
        for look in looks:
            yield from _check_row(look, "seen")


def _check_row(row: Row, what: str) -> Iterator[Finding]:
    known = getattr(FORMAT, what)
    yield from keys.find_unknown_keys(row, known, what)
    yield from keys.find_missing_keys(row, what)
    yield from shapes.find_wrong_types(row, known)
    yield from shapes.find_unknown_words(row, known)


def _sources(ledger: Ledger) -> Iterator[tuple[Row, list[Row]]]:
    tables = ledger.data.get("source")
    for key, table in tables.items() if isinstance(tables, dict) else ():
        if isinstance(table, dict):
            path, looks = ("source", key), table.get("seen")
            rows = [
                _row((*path, "seen", n), look, FORMAT.seen)
                for n, look in enumerate(looks if isinstance(looks, list) else ())
                if isinstance(look, dict)
            ]
            yield _row(path, table, FORMAT.source), rows


def _check_records(ledger: Ledger, records: Sequence[Record], now: Now) -> Iterator[Finding]:
    """The rules that look at one commitment whole."""
    sources = ledger.sources.keys() | _declared(ledger, "source")
    commitments = {record.commitment.id for record in records} | _declared(ledger, "commitment")
    has_sources = not any(one.stops and one.path == ("source",) for one in ledger.findings)
    unread = {finding.id for finding in ledger.findings if finding.code in _UNREAD_DATES}
    anchors = Anchors(ledger.commitments, now.local())
    by_id = {commitment.id: commitment for commitment in ledger.commitments}
    for record in records:
        if has_sources:
            yield from links.find_unknown_sources(record, sources)
        yield from links.find_missing_sources(record)
        yield from links.find_unlinked(record)
        yield from links.find_unknown_links(record, commitments)
        yield from clocks.find_unknown_zones(record)
        yield from clocks.find_misfit_offsets(record)
        yield from abbreviations.find_misfit_abbreviations(record)
        yield from dates.find_dates_before_said(record, is_dated=_is_dated(ledger, record))
        yield from dates.find_undated(record, now)
        yield from dates.find_unusable_periods(record)
        yield from dates.find_needless_terms(record)
        yield from hanging.find_rings(record, anchors)
        yield from hanging.find_condition_rings(record, by_id)
        yield from hanging.find_lost_anchors(record, anchors)
        yield from verdicts.find_early_verdicts(record, anchors)
        announced = _announced(ledger, record)
        yield from years.find_wrong_years(record, announced, now)
        yield from weekends.find_days_off(record, now)
        if record.commitment.id not in unread:
            yield from dates.find_clarified_outside(record, now)
            yield from intervals.find_reversed_intervals(record, now)
            yield from durations.find_duration_faults(record, announced, now)


def _declared(ledger: Ledger, table: str) -> set[str]:
    """The ids that the file has, those of faulty blocks included."""
    if ledger.is_valid:
        return set()
    paths = [statement.path for statement in statements(ledger.text)]
    return {path[1] for path in paths if path[0] == table and len(path) > 1}


def _is_dated(ledger: Ledger, record: Record) -> bool:
    """Whether some source tells when the base record was said."""
    return _announced(ledger, record) is not None


def _announced(ledger: Ledger, record: Record) -> Announced | None:
    """When the base record became known, by the first of its sources that tells."""
    for key in record.commitment.source:
        source = ledger.sources.get(key)
        on = source and (source.said or source.published)
        if source and on:
            return Announced(on, is_said=source.said is not None)
    return None


def _check_texts(ledger: Ledger, records: Sequence[Record], path: Path) -> Iterator[Finding]:
    """The kept texts, each read once, and the quotes in them."""
    folder = path.resolve().parent
    read = cache(lambda name: read_kept(path, name))
    for _, looks in _sources(ledger):
        for look in looks:
            yield from kept_texts.find_text_faults(look, read, lambda name: _is_out(folder, name))
    texts = _texts(ledger, read)
    for record in records:
        yield from kept_texts.find_quote_faults(record, texts)


def _texts(ledger: Ledger, read: kept_texts.Read) -> Callable[[str], Sequence[KeptText]]:
    @cache
    def texts(source: str) -> Sequence[KeptText]:
        return texts_of(ledger.sources[source], read) if source in ledger.sources else ()

    return texts


def _is_out(folder: Path, name: str) -> bool:
    with suppress(OSError, ValueError, RuntimeError):  # a path may say anything
        return not (folder / name).resolve().is_relative_to(folder)
    return False


def _check_edits(ledger: Ledger, path: Path) -> Iterator[Finding]:
    """What differs from the version that git has, if git has one."""
    committed = head_version(path)
    if committed is None or committed == ledger.text.encode():
        return
    with suppress(InvalidLedgerError):
        before = read_ledger(decode(committed, path.name), path.name)
        declared = _tables(ledger).keys() | _declared(ledger, "commitment")
        yield from edits.find_edits(_tables(ledger), _tables(before), declared)


def _tables(ledger: Ledger) -> dict[str, Any]:
    tables = ledger.data.get("commitment")
    return tables if isinstance(tables, dict) else {}
