"""Records: the tables of a parsed ledger as sources and commitments.

Reading is lenient: what does not fit is passed over here and reported by `check`. Only a date that
cannot be read leaves a finding at once, since a listing without it would mislead.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date, datetime
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

from commitrack.domain.commitment import Commitment, Dates, Event
from commitrack.domain.vocabulary import EventType, Kind
from commitrack.domain.when import Basis, Role
from commitrack.errors import DateError
from commitrack.ledger.fields import COMMITMENT, CORRECTION, EVENT, SOURCE, Field, Form
from commitrack.timing.values import parse_value, plain_day

if TYPE_CHECKING:
    from commitrack.domain.finding import Finding, Path
    from commitrack.domain.source import Seen, Source

Table = Mapping[str, Any]

Reader = Callable[[object], Any]

_KINDS = {str(kind): kind for kind in Kind}
_EVENT_TYPES = {str(kind): kind for kind in EventType}
_ROLES = tuple((role, str(role)) for role in Role)
_ROLE_OF = {str(role): role for role in Role}
_PROMISE, _NOTE, _CORRECTED = Kind.PROMISE, EventType.NOTE, EventType.CORRECTED
_DUE, _STATED, _RECURRING = Role.DUE, Basis.STATED, Basis.RECURRING


class _Record(NamedTuple):
    """How a table becomes a record.

    Attributes:
        blank: its values when a table gives nothing.
        places: for each key its place, the class that needs no reading, and its reader.
        apart: keys that are read apart.
        extra: the place of the keys that the format does not know.
    """

    blank: list[Any]
    places: Mapping[str, tuple[int, type | None, Reader]]
    apart: frozenset[str]
    extra: int


def read_sources(data: Table) -> dict[str, Source]:
    """The sources of a ledger by id."""
    tables = data.get("source")
    if not isinstance(tables, dict):
        return {}
    return {key: _source(key, table) for key, table in tables.items() if isinstance(table, dict)}


def read_commitments(data: Table, findings: list[Finding]) -> Iterator[Commitment]:
    """The commitments of a ledger, in its order; findings are added to the list given."""
    tables = data.get("commitment")
    if not isinstance(tables, dict):
        return
    said, official = _look_at_sources(data.get("source"))
    for key, table in tables.items():
        if isinstance(table, dict):
            yield _commitment(key, table, said, official, findings)


def _look_at_sources(tables: object) -> tuple[dict[str, date | None], set[str]]:
    """What commitments ask of their sources: when each spoke, and which are acts of authority."""
    said: dict[str, date | None] = {}
    official: set[str] = set()
    for key, table in tables.items() if isinstance(tables, dict) else ():
        if isinstance(table, dict):
            said[key] = _moment(table.get("said")) or _moment(table.get("published"))
            if table.get("official") is True:
                official.add(key)
    return said, official


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
        rows = _rows(table["event"])
        if any(row.get("type") == "corrected" for _, row in rows):
            from commitrack.ledger.corrections import apply_corrections  # noqa: PLC0415  # few have

            table, rows, void, faults = apply_corrections(key, table)
            findings += faults
        events = tuple([_event(key, n, row, official, findings) for n, row in rows])
    # By place: a listing makes thousands, and names would cost as much again.
    values = _values(table, _COMMITMENT)
    values[_ID] = key
    values[_TITLE] = values[_TITLE] or key
    kind = table.get("kind")
    values[_KIND] = _KINDS.get(kind, _PROMISE) if kind.__class__ is str else _PROMISE
    values[_DATES] = dates = _dates(table, ("commitment", key), findings)
    values[_SAID] = _said(values[_SOURCE], said) or values[_RECORDED]
    if values[_DEFAULT_WITHIN] is not None and not values[_DATES]:
        values[_DATES] = _expected(values[_DEFAULT_WITHIN], values[_SAID])
    if values[_SERIES] is not None:
        values[_DATES] = tuple(
            (role, when._replace(basis=_RECURRING) if when.basis is _STATED else when)
            for role, when in values[_DATES]
        )
    values[_OFFICIAL] = not official.isdisjoint(values[_SOURCE])
    values[_EVENTS] = events
    values[_VOID] = void
    ids = [when.waits_for for _, when in dates if when.waits_for]
    if ids or events or values[_CONDITION].__class__ is dict:
        values[_ANCHORS] = _anchors(ids, values[_CONDITION], events)
    return Commitment._make(values)


def _rows(events: object) -> list[tuple[int, Table]]:
    """The tables of events, each with its place."""
    rows = events if isinstance(events, list) else ()
    return [(n, row) for n, row in enumerate(rows) if isinstance(row, dict)]


def _event(key: str, place: int, row: Table, official: set[str], findings: list[Finding]) -> Event:
    kind = _EVENT_TYPES.get(_text(row.get("type")) or "", _NOTE)
    is_correction = kind is _CORRECTED
    read = Event._make(_values(row, _CORRECTION if is_correction else _EVENT))
    return read._replace(
        type=kind,
        on=read.on or read.recorded,
        dates=() if is_correction else _dates(row, ("commitment", key, "event", place), findings),
        official=not official.isdisjoint(read.source),
        role=_ROLE_OF.get(_text(row.get("role")) or ""),
        void=is_correction and row.get("void") is True,
        changes=_changes(row) if is_correction else None,
    )


def _values(table: Table, record: _Record) -> list[Any]:
    """The values of a record in the order of its attributes, as far as a table gives them."""
    values = record.blank.copy()
    places = record.places
    extra = {}
    for name, value in table.items():
        if name in places:
            place, plain, read = places[name]
            values[place] = value if value.__class__ is plain else read(value)
        elif name not in record.apart:
            extra[name] = value
    if extra:
        values[record.extra] = extra
    return values


def _dates(table: Table, path: Path, findings: list[Finding]) -> Dates:
    dates = []
    for role, name in _ROLES:
        if name in table:
            value, stated = table[name], _text(table.get("stated"))
            if value.__class__ is date and "zone" not in table:  # as most are
                dates.append((role, plain_day(value, stated)))
                continue
            zone = _text(table.get("zone"))
            try:
                dates.append((role, parse_value(value, zone, stated, role)))
            except DateError as error:
                findings.append(_unread_date(error, table[name], (*path, name)))
            except ValueError:
                huge = DateError("a number of thousands of digits is not a date")
                findings.append(_unread_date(huge, table[name], (*path, name)))
    return tuple(dates)


def _expected(within: str, said: date | datetime | None) -> Dates:
    """The date by which it is expected here; none where the period is none, or leads nowhere."""
    from commitrack.timing.expecting import expect  # noqa: PLC0415  # few ledgers do

    when = expect(within, said)
    return () if when is None else ((_DUE, when),)


def _anchors(ids: list[str], condition: object, events: Iterable[Event]) -> tuple[str, ...]:
    """The commitments that it hangs on: what its dates count from, and what is its condition."""
    ids += [when.waits_for for one in events for _, when in one.dates if when.waits_for]
    on = condition.get("on") if isinstance(condition, dict) else None
    return tuple(dict.fromkeys([*ids, on] if isinstance(on, str) else ids))


def _unread_date(error: DateError, value: object, path: Path) -> Finding:
    from commitrack.domain.finding import Finding, Severity  # noqa: PLC0415  # only for a fault

    is_bare_year = isinstance(value, int) and not isinstance(value, bool)
    code = "bare-year" if is_bare_year else "bad-date"
    message = f"{path[-1]} = {error.message}"
    return Finding(code, Severity.ERROR, message, error.remedy, str(path[1]), path)


def _changes(row: Table) -> dict[str, object]:
    kept = {"type", "on", "recorded", "of", "of_type", "void"}
    return {name: value for name, value in row.items() if name not in kept}


def _source(key: str, table: Table) -> Source:
    record, make = _source_record()
    return make(_values(table, record))._replace(
        id=key,
        official=table.get("official") is True,
        seen=_seen(table["seen"]) if "seen" in table else (),
    )


@cache
def _source_record() -> tuple[_Record, Callable[[list[Any]], Source]]:
    from commitrack.domain.source import Source  # noqa: PLC0415  # a listing needs none

    return _record(Source(""), SOURCE), Source._make


def _seen(rows: object) -> tuple[Seen, ...]:
    if not isinstance(rows, list):
        return ()
    from commitrack.domain.source import Seen  # noqa: PLC0415  # as above

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
    if value.__class__ is str:
        return (value,)
    if value.__class__ is not list:
        return ()
    if len(value) == 1 and value[0].__class__ is str:  # as most are
        return (value[0],)
    return tuple([item for item in value if isinstance(item, str)])


def _moment(value: object) -> date | datetime | None:
    return value if isinstance(value, date) else None


def _condition(value: object) -> str | Mapping[str, object] | None:
    return value if isinstance(value, str | dict) else None


_FORMS: Mapping[Form, tuple[type | None, Reader]] = {
    Form.TEXT: (str, _text),
    Form.ID: (str, _text),
    Form.PERIOD: (str, _text),
    Form.TEXTS: (None, _texts),
    Form.SOURCES: (None, _texts),
    Form.PERIODS: (None, _texts),
    Form.MOMENT: (date, _moment),
    Form.CONDITION: (str, _condition),
}
_READ_APART = frozenset({"kind", "type", "role"})


def _record(blank: Any, known: Mapping[str, Field]) -> _Record:  # noqa: ANN401  # any record
    """Every known key that is an attribute under its own name has a place; others are apart."""
    names = blank._fields
    places = {
        name: (names.index(name), *_FORMS[field.form])
        for name, field in known.items()
        if field.form in _FORMS and name in names and name not in _READ_APART
    }
    apart = frozenset(known.keys() - places.keys())
    return _Record(list(blank), places, apart, names.index("extra"))


_COMMITMENT = _record(Commitment("", "", _PROMISE), COMMITMENT)
_EVENT = _record(Event(EventType.NOTE, None), EVENT)
_CORRECTION = _record(Event(EventType.NOTE, None), CORRECTION)
(
    _ID,
    _TITLE,
    _KIND,
    _DATES,
    _SOURCE,
    _RECORDED,
    _SAID,
    _OFFICIAL,
    _EVENTS,
    _VOID,
    _CONDITION,
    _ANCHORS,
    _DEFAULT_WITHIN,
    _SERIES,
) = map(
    Commitment._fields.index,
    (
        "id",
        "title",
        "kind",
        "dates",
        "source",
        "recorded",
        "said",
        "official",
        "events",
        "void",
        "condition",
        "anchors",
        "default_within",
        "series",
    ),
)
