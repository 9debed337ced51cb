"""Weekends: days off that a way of counting does not end on, and dates that it is wrong for."""

from collections.abc import Iterator, Mapping
from contextlib import suppress
from datetime import date, datetime, timedelta
from typing import Any, NamedTuple

from commitrack.check.faults import warning
from commitrack.check.notes import note_names
from commitrack.check.rows import Record, Row
from commitrack.domain.commitment import Event
from commitrack.domain.finding import Finding
from commitrack.domain.vocabulary import EventType
from commitrack.domain.when import Role, When
from commitrack.errors import DateError
from commitrack.timing.anchor import Anchor
from commitrack.timing.calendars import find_calendar
from commitrack.timing.counted import rolled
from commitrack.timing.counting import count_from
from commitrack.timing.display import WEEKDAYS, format_day, plain_day
from commitrack.timing.duration_words import rolling_words
from commitrack.timing.grammar import parse_words
from commitrack.timing.now import Now
from commitrack.timing.policies import Policy, Rule, parse_rule
from commitrack.timing.values import format_value

_ROLLING = (Policy.FRCP6, Policy.EU1182)
_ACTS = (Role.EFFECTIVE, Role.EXPIRES)
_OTHERS_DATES = frozenset({EventType.REPORTED, EventType.TOOK_EFFECT})
_UNITED_STATES = "US"


class _Rolling(NamedTuple):
    """What lets a last day run on: whose rule it is, where it stands, and whose holidays count."""

    policy: str
    named_by: str
    calendar: str | None = None
    listed: tuple[date, ...] = ()


class _Counted(NamedTuple):
    """A date that is counted by a table, and the rule of the table."""

    row: Row
    role: Role
    when: When
    table: Mapping[str, Any]
    rule: Rule

    def end(self, policy: Policy) -> date | None:
        """The last day by a policy, where the day that is counted from is known."""
        start = self.table.get("after", self.table.get("before"))
        if not isinstance(start, date) or isinstance(start, datetime):
            return None
        try:
            rule = self.rule._replace(policy=policy)
            if policy is Policy.PLAIN:
                rule = rule._replace(calendar=None, holidays=())
            end = count_from(start, rule).value
        except DateError:
            return None
        return end.date() if isinstance(end, datetime) else end


def find_days_off(record: Record, now: Now) -> Iterator[Finding]:
    """Deadlines on a day off, though the last day runs on; and what should not run on, but does."""
    counted = [one for one in _counted(record) if one.rule.policy in _ROLLING]
    for one in counted:
        yield from _acts_that_roll(one)
        yield from _named_raw(one, now)
    rolling = next((_of_table(one) for one in counted if one.role is Role.DUE), None)
    rolling = rolling or _of_words(record)
    if rolling is not None:
        yield from _plain_days_off(record, rolling, now)


def _counted(record: Record) -> Iterator[_Counted]:
    for statement, row in record.statements():
        for role, when in statement.dates:
            if isinstance(when.value, dict):
                with suppress(DateError):
                    yield _Counted(row, role, when, when.value, parse_rule(when.value, role))


def _acts_that_roll(one: _Counted) -> Iterator[Finding]:
    """`frcp6` is for what must be done by a party; what applies or ends does so on any day."""
    if one.role not in _ACTS or one.rule.policy is not Policy.FRCP6:
        return
    raw, end = one.end(Policy.PLAIN), one.end(Policy.FRCP6)
    moved = "" if raw == end or not raw or not end else _moved(raw, end)
    message = f"{one.role} is counted by frcp6, which is for what must be done in time{moved}"
    hint = "what starts or ends does so on a day off too: leave `count` away"
    yield warning("weekend-deadline", one.row.at(one.role, "count"), message, hint)


def _moved(raw: date, end: date) -> str:
    return f": it moved from {format_day(raw)} to {format_day(end)}"


def _named_raw(one: _Counted, now: Now) -> Iterator[Finding]:
    """Words that name the very day off that the rule went past."""
    raw, end = one.end(Policy.PLAIN), one.end(one.rule.policy)
    stated = one.row.table.get("stated")
    if raw is None or end is None or raw == end or not isinstance(stated, str):
        return
    with suppress(DateError):
        named = parse_words(stated, Anchor(raw, "it was said", now)).when
        if (named.first, named.last) == (raw, raw) and not note_names(one.row, (raw, end), now):
            message = (
                f"by {one.rule.policy} it is {format_day(end)}, and the words name "
                f"{format_day(raw)}, which is a day off"
            )
            hint = f"if the words count, leave `count` away, or write {one.role} = {raw}"
            yield warning("weekend-deadline", one.row.at(one.role), message, hint)


def _of_table(one: _Counted) -> _Rolling:
    named_by = f"{one.role} is counted by {one.rule.policy}"
    calendar = one.rule.calendar
    if one.rule.policy is Policy.FRCP6:
        calendar = calendar or _UNITED_STATES
    return _Rolling(one.rule.policy, named_by, calendar, one.rule.holidays)


def _of_words(record: Record) -> _Rolling | None:
    """A rule that the words of a statement name: "the next business day", "Rule 6(a)"."""
    for statement, _ in record.statements():
        for text in (statement.stated, statement.quote):
            found = rolling_words(text) if text else None
            if found is not None:
                words, policy = found
                calendar = _UNITED_STATES if policy == Policy.FRCP6 else _calendar(record)
                return _Rolling(policy, f'the words say "{words}"', calendar)
    return None


def _calendar(record: Record) -> str | None:
    return next((one.rule.calendar for one in _counted(record) if one.rule.calendar), None)


def _plain_days_off(record: Record, rolling: _Rolling, now: Now) -> Iterator[Finding]:
    """A `due` that is given as a day, and is a day off."""
    for statement, row in record.statements():
        if isinstance(statement, Event) and statement.type in _OTHERS_DATES:
            continue
        due = dict(statement.dates).get(Role.DUE)
        if due is None or isinstance(due.value, dict) or due.first is None or due.approximate:
            continue
        if due.first == due.last:
            yield from _day_off(row, due, due.first, rolling, now)


def _day_off(row: Row, due: When, day: date, rolling: _Rolling, now: Now) -> Iterator[Finding]:
    names = () if rolling.calendar is None else (rolling.calendar,)
    with suppress(DateError, OverflowError):
        reason = find_calendar(names, rolling.listed).legal_day_off
        end, skipped = rolled(day, timedelta(days=1), reason)
        if skipped:
            why = _why(*skipped[0])
            message = f"{Role.DUE} = {format_value(due.value)} is {why}, and {rolling.named_by}"
            message += f": a last day on a day off runs on to {format_day(end)}"
            hint = f"if that day is meant, a `note` that names {plain_day(day)} settles it"
            if not note_names(row, (day, end), now):
                yield warning("weekend-deadline", row.at(Role.DUE), message, hint)


def _why(day: date, reason: str) -> str:
    return f"a {reason}" if reason in WEEKDAYS else f"{format_day(day)}, a day off ({reason})"
