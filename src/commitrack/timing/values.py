"""Values: a date as the ledger holds it, resolved to a When."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, time, timezone
from typing import TYPE_CHECKING

from commitrack.domain.when import Basis, Precision, Role, When
from commitrack.errors import DateError
from commitrack.timing.display import own_clock
from commitrack.timing.edtf import parse_edtf
from commitrack.timing.local_time import bounded, resolve_local
from commitrack.timing.zones import abbreviation, format_offset, offset_fits, zone_info

if TYPE_CHECKING:
    from commitrack.timing.iso import DateTimeParts

_DAY_LENGTH = len("2025-08-01")
_BETWEEN = "Tt "

# Looked up once: a listing makes thousands.
_DAY, _STATED = Precision.DAY, Basis.STATED


def parse_value(
    value: object, zone: str | None, stated: str | None = None, role: Role | None = None
) -> When:
    """The date that a value of the ledger stands for, in the zone named beside it, if any.

    >>> parse_value("2025-11", None).last
    datetime.date(2025, 11, 30)

    Args:
        role: what it is for, where a rule of counting asks (`eu1182`); else it is a duty.

    Raises:
        DateError: it is not a date, or not one instant; the remedy says what to write.
    """
    if type(value) is date:
        day = plain_day(value, stated)
        return day if zone is None else day._replace(zone=_known(zone))
    match value:
        case datetime():
            return _instant(value, zone, stated)
        case str():
            return _string(value, zone, stated)
        case Mapping():
            from commitrack.timing.relative import parse_relative  # noqa: PLC0415 - few are

            return parse_relative(value, zone, stated, role)
        case _:
            raise _no_date(value)


def plain_day(day: date, stated: str | None = None) -> When:
    """A day of the calendar, the same for every reader."""
    # By position: three times as fast as by name, and a listing makes thousands.
    return When(day, _DAY, day, day, None, None, False, _STATED, stated)  # noqa: FBT003


def _known(zone: str) -> str:
    zone_info(zone)
    return zone


def format_value(value: object) -> str:
    """The text of a ledger's value for machines: RFC 3339, ISO 8601, EDTF as it is.

    >>> format_value({"after": "kr-us-summit", "within": "P90D"})
    '90 days after kr-us-summit'
    """
    match value:
        case date():
            return value.isoformat()
        case Mapping():
            from commitrack.timing.relative import format_relative  # noqa: PLC0415 - few are

            return format_relative(value)
        case _:
            return str(value)


def offset_problem(when: When) -> str | None:
    """What is wrong when the offset written is not the one its zone has then; else None."""
    if when.at is None or when.zone is None or offset_fits(when.at, when.zone):
        return None
    local = own_clock(when, when.at)
    right = f"{format_offset(local.utcoffset())} ({abbreviation(local, when.zone)})"
    written = when.at.isoformat()
    return f"{written} does not fit {when.zone}, whose clock is at {right} then"


def _instant(value: datetime, zone: str | None, stated: str | None) -> When:
    if value.tzinfo is None and zone is None:
        message = f"{value.isoformat()} where?"
        raise DateError(message, remedy='add an offset, or zone = "America/New_York"')
    at = bounded(value) if value.tzinfo or zone is None else resolve_local(value, zone)
    day = (at if zone is None else at.astimezone(zone_info(zone))).date()
    return When(value, Precision.INSTANT, day, day, at, zone, stated=stated)


def _string(text: str, zone: str | None, stated: str | None) -> When:
    if text[_DAY_LENGTH : _DAY_LENGTH + 1] in _BETWEEN and len(text) > _DAY_LENGTH:
        from commitrack.timing.iso import try_date_time  # noqa: PLC0415 - most are months

        parts = try_date_time(text)
        if parts is not None:
            return _written_instant(text, parts, zone)._replace(value=text, stated=stated)
    if zone is not None:
        zone_info(zone)
    precision, first, last, approximate = parse_edtf(text)
    return When(text, precision, first, last, None, zone, approximate, stated=stated)


def _written_instant(text: str, parts: DateTimeParts, zone: str | None) -> When:
    day = parse_edtf(parts.day).first
    if day is None:
        raise DateError(f"{text} is not one day", remedy="write 2025-08-01T00:01-04:00")
    tz = None if parts.offset is None else timezone(parts.offset)
    return _instant(datetime.combine(day, parts.clock, tz), parts.zone or zone, None)


def _no_date(value: object) -> DateError:
    match value:
        case bool():
            return DateError(f"{str(value).lower()} is not a date")
        case int():
            return DateError(
                f"{value} is a number, not a date",
                remedy=f'write "{value}" for some time in {value}',
            )
        case time():
            return DateError(f"{value.isoformat()} is a time without a day", remedy="add the day")
        case list() | tuple():
            return DateError(
                "a list is not a date", remedy="give one date a role, others as events"
            )
        case _:
            return DateError(f"{str(value)[:60]} is not a date", remedy="write 2025-08-01")
