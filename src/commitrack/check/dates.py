"""Dates against the words that set them: too early, outside of what they make clearer, missing."""

import re
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta, timezone

from commitrack.check.faults import clip, error, warning
from commitrack.check.rows import Record, Row
from commitrack.domain.commitment import Commitment, Event
from commitrack.domain.finding import Finding, Path
from commitrack.domain.fold import fold
from commitrack.domain.standing import Change
from commitrack.domain.vocabulary import FINAL, EventType
from commitrack.domain.when import Role, When
from commitrack.timing.now import Now
from commitrack.timing.periods import try_period
from commitrack.timing.values import format_value
from commitrack.timing.zones import zone_info

_EARLIEST = timezone(timedelta(hours=14))  # where a day begins first
_END = date(9999, 12, 1)
_LOOKS_BACK = frozenset({EventType.TOOK_EFFECT, EventType.REPORTED, EventType.CLARIFIED})
_BUSINESS_DAYS = re.compile(r"[0-9]{1,6} business days?")
_ON_THE_DAY = ("P0D", "0d")
_PERIODS = "write P90D, P2W, P3M, P1Y or PT48H"


def find_dates_before_said(record: Record, *, is_dated: bool) -> Iterator[Finding]:
    """Dates that had passed when they were set: a wrong year, as a rule.

    Args:
        is_dated: some source of the base record tells when it was said; otherwise only the day on
            which it was entered is known, which may be years later.
    """
    for statement, row in record.statements():
        said = _said(statement, row)
        if said is None:
            continue
        is_sure = is_dated or isinstance(statement, Event)
        for role, when in statement.dates:
            if _lies_before(when, said):
                yield _too_early(row.at(role), role, when, said, is_sure=is_sure)


def find_clarified_outside(record: Record, now: Now) -> Iterator[Finding]:
    """`clarified` with a date outside of the one in force, which is a move then."""
    standing = fold(record.commitment, datetime.combine(_END, time(), now.tz))
    for change in standing.changes if standing else ():
        is_clarified = change.event is not None and change.event.type is EventType.CLARIFIED
        if is_clarified and _is_outside(change):
            row = next(row for event, row in record.statements() if event is change.event)
            new, old = (format_value(when.value) for when in (change.after, change.before) if when)
            message = f"{change.role} = {new} lies outside of {old}, which it makes clearer"
            hint = 'another date is a move: type = "rescheduled"'
            yield error("clarified-outside", row.at(change.role), message, hint)


def find_undated(record: Record, now: Now) -> Iterator[Finding]:
    """Open commitments that no listing of what is due would ever show."""
    rows = [row for _, row in record.statements()]
    if record.base.has("review") or any(row.has(role) for row in rows for role in Role):
        return
    standing = fold(record.commitment, now.local())
    if standing and not standing.dates and standing.outcome not in FINAL:
        message = "no date and no `review`: `commitrack due` never shows it"
        hint = f"commitrack correct {record.commitment.id} --review P90D"
        yield warning("undated-without-review", record.base.path, message, hint)


def find_unusable_periods(record: Record) -> Iterator[Finding]:
    """Periods that count nothing."""
    for _, row in record.statements():
        for path, value in _periods(row):
            if isinstance(value, str) and try_period(value) is None:
                yield error("unusable-period", path, f"{clip(value)} is not a period", _PERIODS)
        for role in Role:
            relative = row.table.get(role)
            within = relative.get("within") if isinstance(relative, dict) else None
            if isinstance(within, str) and not _counts(within):
                message = f"{clip(within)} is not a period: the date waits for ever"
                hint = f"{_PERIODS}, or 10 business days"
                yield warning("unusable-period", row.at(role, "within"), message, hint)


def find_needless_terms(record: Record) -> Iterator[Finding]:
    """A term of our own beside a date that was said, where it counts for nothing."""
    row = record.base
    if row.has("default_within") and any(row.has(role) for role in Role):
        message = "a date was said, so `default_within`, our own term, counts for nothing"
        hint = "leave it away; or is the date not theirs?"
        yield warning("needless-term", row.at("default_within"), message, hint)


def _periods(row: Row) -> Iterator[tuple[Path, object]]:
    yield row.at("review"), row.table.get("review")
    yield row.at("default_within"), row.table.get("default_within")
    remind = row.table.get("remind")
    leads = list(enumerate(remind)) if isinstance(remind, list) else [(None, remind)]
    for place, value in leads:
        if value not in _ON_THE_DAY:
            yield row.at("remind") if place is None else row.at("remind", place), value


def _counts(within: str) -> bool:
    return try_period(within) is not None or _BUSINESS_DAYS.fullmatch(within) is not None


def _said(statement: Commitment | Event, row: Row) -> date | datetime | None:
    """When a statement was made that may set a date ahead of it."""
    if not isinstance(statement, Event):
        return statement.said
    on = row.table.get("on")
    return on if isinstance(on, date) and statement.type not in _LOOKS_BACK else None


def _lies_before(when: When, said: date | datetime) -> bool:
    """Whether the date was over before the day of the words had begun anywhere."""
    if when.last is None or when.approximate:
        return False
    day = said.date() if isinstance(said, datetime) else said
    if when.at is None:
        return when.last < day
    if isinstance(said, datetime) and said.tzinfo is not None:
        return when.at < said
    return when.at < datetime.combine(day, time(), _EARLIEST)


def _too_early(
    path: Path, role: Role, when: When, said: date | datetime, *, is_sure: bool
) -> Finding:
    make = error if is_sure and role is Role.DUE else warning
    what = "the words that set it were said" if is_sure else "it was entered"
    message = f"{role} = {format_value(when.value)} lies before {what}, on {format_value(said)}"
    hint = "is the year right?" if is_sure else "is the year right? a source with `said` would tell"
    return make("date-before-said", path, message, hint)


def _is_outside(change: Change) -> bool:
    new, old = change.after, change.before
    if new is None or old is None:
        return False
    if new.at is not None and old.at is None and old.zone not in (None, new.zone):
        day = new.at.astimezone(zone_info(old.zone)).date()  # a day with a zone is that zone's day
        new = new._replace(at=None, first=day, last=day)
    return not new.lies_within(old)
