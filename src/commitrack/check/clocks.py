"""Clocks: time zones that are none, and offsets that a zone does not have on that date."""

from collections.abc import Iterator
from datetime import datetime

from commitrack.check.faults import error
from commitrack.check.rows import Record, Row
from commitrack.domain.finding import Finding
from commitrack.errors import DateError
from commitrack.timing.values import offset_problem, parse_value
from commitrack.timing.zones import zone_info


def find_unknown_zones(record: Record) -> Iterator[Finding]:
    """Names of zones that the IANA database does not have."""
    for _, row in record.statements():
        refusal = _refusal(row)
        if refusal is not None:
            yield error("unknown-zone", row.at("zone"), refusal.message, refusal.remedy)


def find_misfit_offsets(record: Record) -> Iterator[Finding]:
    """Offsets that the zone beside them does not have at that time."""
    for statement, row in record.statements():
        for role, when in statement.dates:
            problem = offset_problem(when)
            if problem is not None:
                hint = "correct the offset or the zone: they are two instants now"
                yield error("offset-misfit", row.at(role), problem, hint)


def is_unread_for_its_zone(row: Row, key: str) -> bool:
    """Whether a date could be read if only the zone beside it were one."""
    if _refusal(row) is None:
        return False
    value = row.table.get(key)
    try:
        parse_value(value, "UTC" if isinstance(value, datetime) else None)
    except DateError:
        return False
    return True


def _refusal(row: Row) -> DateError | None:
    zone = row.table.get("zone")
    if not isinstance(zone, str):
        return None
    try:
        zone_info(zone)
    except DateError as refusal:
        return refusal
    return None
