"""Corrections: our own mistakes put right in the tables, before anything is folded."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from commitrack.domain.finding import Finding


Table = Mapping[str, Any]

_OWN_KEYS = frozenset({"type", "on", "recorded", "of", "of_type", "void"})


class Corrected(NamedTuple):
    """A commitment's table and its events (with their places) as though entered right."""

    table: Table
    events: list[tuple[int, Table]]
    void: bool
    findings: list[Finding]


def apply_corrections(key: str, table: Table) -> Corrected:
    """Put every correction in the place of what it names.

    A correction that hits nothing, or several events, is left out and leaves a finding. A value
    that a correction gives stands as though it had been entered so from the start; an event that
    one takes back is gone.
    """
    rows = table["event"]
    events: list[tuple[int, Table]] = []
    if isinstance(rows, list):
        events = [(n, row) for n, row in enumerate(rows) if isinstance(row, dict)]
    corrected = Corrected(table, events, void=False, findings=[])
    for place, row in events:
        if row.get("type") == "corrected":
            corrected = _apply(key, corrected, place, row)
    return corrected


def matching_events(events: list[tuple[int, Table]], of: object, of_type: object) -> list[int]:
    """Which events (indexes into `events`) a correction names: by day, and by type if given."""
    if not isinstance(of, date):
        return []
    return [
        index
        for index, (_, row) in enumerate(events)
        if row.get("type") != "corrected"
        and _is_same(row.get("on", row.get("recorded")), of)
        and of_type in (None, row.get("type"))
    ]


def _apply(key: str, so_far: Corrected, place: int, row: Table) -> Corrected:
    changes = {name: value for name, value in row.items() if name not in _OWN_KEYS}
    is_void = row.get("void") is True
    if "of" not in row and "of_type" not in row:
        table = {**so_far.table, **changes}
        return so_far._replace(table=table, void=so_far.void or is_void)
    hits = matching_events(so_far.events, row.get("of"), row.get("of_type"))
    if len(hits) != 1:
        return so_far._replace(findings=[*so_far.findings, _miss(key, place, len(hits))])
    hit = hits[0]
    n, old = so_far.events[hit]
    instead = [] if is_void else [(n, {**old, **changes})]
    return so_far._replace(events=[*so_far.events[:hit], *instead, *so_far.events[hit + 1 :]])


def _is_same(on: object, of: date) -> bool:
    """A day names every event of that day; a date-time only that moment."""
    if isinstance(on, datetime) and not isinstance(of, datetime):
        return on.date() == of
    return on == of


def _miss(key: str, place: int, hits: int) -> Finding:
    from commitrack.domain.finding import Finding, Severity  # noqa: PLC0415  # only for a fault

    message = "corrects no event of this commitment" if not hits else f"could correct {hits} events"
    hint = "`of` is the day of the event, `of_type` its type; without them the base record is meant"
    path = ("commitment", key, "event", place, "of")
    return Finding("correction-misses", Severity.ERROR, message, hint, key, path)
