"""Records: the tables of a parsed ledger as sources and commitments.

Reading is lenient: what does not fit is passed over here and reported by `check`. Only a date that
cannot be read leaves a finding at once, since a listing without it would mislead.
"""

from collections.abc import Iterator, Mapping
from datetime import date, datetime
from typing import Any

from commitrack.domain.commitment import Commitment, Dates, Event
from commitrack.domain.finding import Finding, Path, Severity
from commitrack.domain.source import Seen, Source
from commitrack.domain.vocabulary import EventType, Kind
from commitrack.domain.when import Role
from commitrack.errors import DateError
from commitrack.ledger.corrections import apply_corrections
from commitrack.ledger.fields import COMMITMENT, CORRECTION, EVENT, SOURCE
from commitrack.timing.values import parse_value

Table = Mapping[str, Any]

_KINDS = {str(kind): kind for kind in Kind}
_EVENT_TYPES = {str(kind): kind for kind in EventType}
_ROLES = tuple((role, str(role)) for role in Role)
_ROLE_OF = {str(role): role for role in Role}
_COMMITMENT_KEYS = frozenset(COMMITMENT)
_EVENT_KEYS = frozenset(EVENT)
_CORRECTION_KEYS = frozenset(CORRECTION)
_SOURCE_KEYS = frozenset(SOURCE)


def read_sources(data: Table) -> dict[str, Source]:
    """The sources of a ledger by id."""
    tables = data.get("source")
    if not isinstance(tables, dict):
        return {}
    return {key: _source(key, table) for key, table in tables.items() if isinstance(table, dict)}


def read_commitments(
    data: Table, sources: Mapping[str, Source], findings: list[Finding]
) -> Iterator[Commitment]:
    """The commitments of a ledger, in its order; findings are added to the list given."""
    tables = data.get("commitment")
    if not isinstance(tables, dict):
        return
    said = {key: source.said or source.published for key, source in sources.items()}
    official = {key for key, source in sources.items() if source.official}
    for key, table in tables.items():
        if isinstance(table, dict):
            yield _commitment(key, table, said, official, findings)


def _commitment(
    key: str,
    table: Table,
    said: Mapping[str, date | datetime | None],
    official: set[str],
    findings: list[Finding],
) -> Commitment:
    events: tuple[Event, ...] = ()
    void = False
    if "event" in table:
        table, rows, void, faults = apply_corrections(key, table)
        findings += faults
        events = tuple([_event(key, n, row, official, findings) for n, row in rows])
    get = table.get
    source = _texts(get("source"))
    recorded = _moment(get("recorded"))
    extra = table.keys() - _COMMITMENT_KEYS
    return Commitment(
        key,
        _text(get("title")) or key,
        _KINDS.get(_text(get("kind")) or "", Kind.PROMISE),
        _texts(get("by")),
        _texts(get("to")),
        _text(get("stated_by")),
        _text(get("via")),
        _text(get("instrument")),
        _dates(table, ("commitment", key), findings),
        _text(get("stated")),
        source,
        _text(get("quote")),
        _condition(get("condition")),
        _text(get("review")),
        _texts(get("remind")),
        _texts(get("tags")),
        _text(get("note")),
        _text(get("series")),
        _text(get("on_lapse")),
        recorded,
        _said(source, said) or recorded,
        not official.isdisjoint(source),
        events,
        void,
        {name: table[name] for name in extra} if extra else None,
    )


def _event(key: str, place: int, row: Table, official: set[str], findings: list[Finding]) -> Event:
    get = row.get
    kind = _EVENT_TYPES.get(_text(get("type")) or "", EventType.NOTE)
    source = _texts(get("source"))
    is_correction = kind is EventType.CORRECTED
    extra = row.keys() - (_CORRECTION_KEYS if is_correction else _EVENT_KEYS)
    return Event(
        kind,
        _moment(get("on")) or _moment(get("recorded")),
        _moment(get("recorded")),
        _texts(get("by")),
        () if is_correction else _dates(row, ("commitment", key, "event", place), findings),
        _text(get("stated")),
        _text(get("stated_by")),
        _text(get("via")),
        _text(get("instrument")),
        _text(get("reason")),
        source,
        not official.isdisjoint(source),
        _text(get("quote")),
        _text(get("note")),
        _text(get("superseded_by")),
        _ROLE_OF.get(_text(get("role")) or ""),
        _moment(get("of")),
        _text(get("of_type")),
        is_correction and get("void") is True,
        _changes(row) if is_correction else None,
        {name: row[name] for name in extra} if extra else None,
    )


def _dates(table: Table, path: Path, findings: list[Finding]) -> Dates:
    dates = []
    for role, name in _ROLES:
        if name in table:
            zone, stated = _text(table.get("zone")), _text(table.get("stated"))
            try:
                dates.append((role, parse_value(table[name], zone, stated)))
            except DateError as error:
                findings.append(_unread_date(error, table[name], (*path, name)))
            except ValueError:
                huge = DateError("a number of thousands of digits is not a date")
                findings.append(_unread_date(huge, table[name], (*path, name)))
    return tuple(dates)


def _unread_date(error: DateError, value: object, path: Path) -> Finding:
    is_bare_year = isinstance(value, int) and not isinstance(value, bool)
    code = "bare-year" if is_bare_year else "bad-date"
    message = f"{path[-1]} = {error.message}"
    return Finding(code, Severity.ERROR, message, error.remedy, str(path[1]), path)


def _changes(row: Table) -> dict[str, object]:
    kept = {"type", "on", "recorded", "of", "of_type", "void"}
    return {name: value for name, value in row.items() if name not in kept}


def _source(key: str, table: Table) -> Source:
    get = table.get
    extra = table.keys() - _SOURCE_KEYS
    return Source(
        key,
        _text(get("title")),
        _text(get("outlet")),
        _text(get("author")),
        _text(get("url")),
        _moment(get("said")),
        _moment(get("published")),
        get("official") is True,
        _text(get("note")),
        _moment(get("recorded")),
        _seen(get("seen")),
        {name: table[name] for name in extra} if extra else None,
    )


def _seen(rows: object) -> tuple[Seen, ...]:
    if not isinstance(rows, list):
        return ()
    return tuple(
        [
            Seen(_moment(row.get("on")), _text(row.get("text")), _text(row.get("sha256")))
            for row in rows
            if isinstance(row, dict)
        ]
    )


def _said(
    source: tuple[str, ...], said: Mapping[str, date | datetime | None]
) -> date | datetime | None:
    """When the base record was said: the first of its sources that tells."""
    for key in source:
        when = said.get(key)
        if when is not None:
            return when
    return None


def _text(value: object) -> str | None:
    return value if isinstance(value, str) else None


def _texts(value: object) -> tuple[str, ...]:
    if value.__class__ is list:
        return tuple([item for item in value if isinstance(item, str)])
    return (value,) if isinstance(value, str) else ()


def _moment(value: object) -> date | datetime | None:
    return value if isinstance(value, date) else None


def _condition(value: object) -> str | Mapping[str, object] | None:
    return value if isinstance(value, str | dict) else None
