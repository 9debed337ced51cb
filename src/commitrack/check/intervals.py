"""Intervals: what ends before it starts."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta, timezone

from commitrack.check.courses import Turn, turns
from commitrack.check.faults import error
from commitrack.check.rows import Record
from commitrack.domain.commitment import Event
from commitrack.domain.finding import Finding
from commitrack.domain.when import Role, When
from commitrack.timing.now import Now
from commitrack.timing.values import format_value
from commitrack.timing.zones import zone_info

_FIRST, _LAST = timezone(timedelta(hours=14)), timezone(timedelta(hours=-12))


def find_reversed_intervals(record: Record, now: Now) -> Iterator[Finding]:
    """An end in force that lies before the start in force; told where it came to be so.

    A `due` may lie before the start or after the end: bills are due before they apply, reports
    after a licence has ended.
    """
    roles = {role for statement, _ in record.statements() for role, _ in statement.dates}
    if not roles >= {Role.EFFECTIVE, Role.EXPIRES}:
        return
    was_reversed = False
    for turn in turns(record, now):
        is_reversed = _is_reversed(turn)
        if is_reversed and not was_reversed:
            yield _reversed(turn)
        was_reversed = is_reversed


def _is_reversed(turn: Turn) -> bool:
    start, end = turn.after.get(Role.EFFECTIVE), turn.after.get(Role.EXPIRES)
    if start is None or end is None or not _ends_before(end, start):
        return False
    # What had ended before may start anew: its old end is history.
    return Role.EXPIRES in dict(turn.statement.dates) or not _was_over(end, turn)


def _was_over(end: When, turn: Turn) -> bool:
    on = turn.statement.on if isinstance(turn.statement, Event) else None
    return on is not None and end.last is not None and end.last <= _day(on)


def _day(on: date) -> date:
    return on.date() if isinstance(on, datetime) else on


def _ends_before(end: When, start: When) -> bool:
    """Whether the end is over before the start begins, wherever a day without a zone is meant."""
    if end.last is None or start.first is None or end.approximate or start.approximate:
        return False
    if end.at is not None and start.at is not None:
        return end.at < start.at
    if end.at is None and start.at is None and end.zone == start.zone:
        return end.last < start.first
    return _moment(end, end.last, time.max, _LAST) < _moment(start, start.first, time(), _FIRST)


def _moment(when: When, day: date, clock: time, anywhere: timezone) -> datetime:
    if when.at is not None:
        return when.at
    zone = anywhere if when.zone is None else zone_info(when.zone)
    at = datetime.combine(day, clock, zone)
    try:
        return at.astimezone(UTC)
    except OverflowError:  # the first and the last day of the calendar
        return at.replace(tzinfo=UTC)


def _reversed(turn: Turn) -> Finding:
    here = {role for role, _ in turn.statement.dates}
    start, end = (format_value(turn.after[role].value) for role in (Role.EFFECTIVE, Role.EXPIRES))
    role, other = Role.EXPIRES, Role.EFFECTIVE
    message = f"{role} = {end} lies before {other} = {start}: it would end before it starts"
    if Role.EXPIRES not in here:
        role, other = other, role
        message = f"{role} = {start} lies after {other} = {end}: it would start after its end"
    hint = "is the year right?"
    if other not in here:
        hint = f"mend it, or give the new {other} beside it: the old one stays in force"
    return error("reversed-interval", turn.row.at(role), message, hint)
