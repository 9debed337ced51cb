"""Durations: the length of time in the words of a date, counted and held against the date.

"90 days" of what was announced on 9 April and starts on 10 April end on 8 July or on 9 July.
"""

from collections.abc import Iterator, Sequence
from contextlib import suppress
from typing import NamedTuple

from commitrack.check.counts import (
    Count,
    Holidays,
    agrees,
    agrees_inclusively,
    civil_start,
    count,
    implied_start,
    is_near,
)
from commitrack.check.courses import Turn, turns
from commitrack.check.duration_words import Case, mismatch, two_ways
from commitrack.check.faults import clip, warning
from commitrack.check.notes import note_names
from commitrack.check.rows import Record
from commitrack.check.starts import LEGAL, Announced, Start, StartKind, find_starts
from commitrack.domain.commitment import Commitment, Event
from commitrack.domain.finding import Finding
from commitrack.domain.vocabulary import EventType
from commitrack.domain.when import Role, When
from commitrack.errors import DateError
from commitrack.timing.anchor import Anchor
from commitrack.timing.durations import Duration, find_durations
from commitrack.timing.named_days import named_days
from commitrack.timing.now import Now
from commitrack.timing.policies import parse_rule

_FROM_NOW = frozenset({"in", "within"})
_OF_A_MOVE = frozenset({"for", "by"})
_MOST_AHEAD = 14  # days: what is extended long before its end is not counted from the news of it
_ENDS = frozenset({Role.DUE, Role.EXPIRES})


class _Worded(NamedTuple):
    """The words of a statement and the one duration that they hold."""

    text: str
    duration: Duration
    is_quote: bool


def find_duration_faults(
    record: Record, announced: Announced | None, now: Now
) -> Iterator[Finding]:
    """Dates that are not where their words lead, or are so by one of two ways to count."""
    worded = {
        id(statement): words
        for statement, _ in record.statements()
        if statement.dates and (words := _words(statement))
    }
    if not worded:
        return
    course = tuple(turns(record, now))
    for turn in course:
        if id(turn.statement) in worded:
            words = worded[id(turn.statement)]
            found = [
                tuple(_judge(case, words, course, announced))
                for case in _cases(record, turn, words, now)
            ]
            # Of two dates nobody can tell which one the length leads to.
            if len(found) == 1:
                yield from found[0]


def _words(statement: Commitment | Event) -> _Worded | None:
    """The words that hold a duration, if they hold one alone, and an exact one."""
    if isinstance(statement, Event) and statement.type is EventType.REPORTED:
        return None
    for words, is_quote in ((statement.stated, False), (statement.quote, True)):
        found = find_durations(words) if words else ()
        if words and found:
            is_one = len({(one.period, one.in_business_days) for one in found}) == 1
            is_loose = any(one.is_loose for one in found)
            best = max(found, key=lambda one: (bool(one.base), one.earlier is not None))
            return _Worded(words, best, is_quote) if is_one and not is_loose else None
    return None


def _cases(record: Record, turn: Turn, words: _Worded, now: Now) -> Iterator[Case]:
    """The dates of a statement that the duration may be the length to."""
    dates = dict(turn.statement.dates)
    for role in _roles(turn, words.duration, is_quote=words.is_quote):
        yield Case(record, turn, role, dates[role], words.duration, now)


def _judge(
    case: Case, words: _Worded, course: Sequence[Turn], announced: Announced | None
) -> Iterator[Finding]:
    if isinstance(case.target.value, dict):
        yield from _compare_rule(case)
        return
    said = (words.text, words.duration)
    starts = find_starts(case.turn, course, case.role, said, announced, case.now)
    yield from _compare(case, words, starts or ())


def _roles(turn: Turn, duration: Duration, *, is_quote: bool) -> list[Role]:
    given = [role for role, _ in turn.statement.dates]
    roles: list[Role] = [role for role in given if role in _ENDS]
    is_counted = duration.lead in _FROM_NOW or bool(duration.side)
    is_move = Role.EFFECTIVE in turn.before and (not is_quote or duration.lead in _OF_A_MOVE)
    is_result = isinstance(turn.statement, Event) and turn.statement.type is EventType.TOOK_EFFECT
    if Role.EFFECTIVE in given and Role.EXPIRES not in given and not is_result:
        roles += [Role.EFFECTIVE] if is_counted or is_move else []
    if Role.HAPPENS in given and is_counted:
        roles.append(Role.HAPPENS)
    return roles


def _compare_rule(case: Case) -> Iterator[Finding]:
    """A date that is counted by a table: its period against the words."""
    value = case.target.value
    if not isinstance(value, dict) or not isinstance(value.get("within"), str):
        return
    try:
        rule = parse_rule(value, case.role)
    except DateError:  # has its own finding
        return
    theirs, ours = case.duration.period, rule.period
    if (ours, rule.in_business_days) != (theirs, case.duration.in_business_days):
        message = f"{case.role} counts {clip(value['within'])}, and the words say {case.quoted()}"
        hint = "mend the one that is wrong"
        yield warning("duration-mismatch", case.turn.row.at(case.role, "within"), message, hint)


def _compare(case: Case, words: _Worded, starts: Sequence[Start]) -> Iterator[Finding]:
    """A plain date: against the counts from every day that is known."""
    target, duration = case.target, case.duration
    if target.first is None or target.last is None or target.approximate:
        return
    holidays = _holidays(case.record)
    made = (count(start, duration, target, holidays) for start in starts)
    counts = [counted for counted in made if counted is not None]
    hit = next((counted for counted in counts if agrees(counted, target)), None)
    if hit is not None:
        others = _others(hit, counts, case)
        if others and not note_names(
            case.turn.row, (others[0].first, civil_start(hit, target)), case.now
        ):
            yield two_ways(case, hit, others[0])
    elif counts and not any(agrees_inclusively(one, case.role, target) for one in counts):
        if not any(is_near(one, target) for one in counts) and _may_be_of_another(case, words):
            return
        implied = implied_start(duration, target)
        days = [day for one in counts for day in (one.first, one.last)]
        if not note_names(case.turn.row, [*days, *([implied] if implied else [])], case.now):
            yield mismatch(case, counts, implied)


def _may_be_of_another(case: Case, words: _Worded) -> bool:
    """Whether the length may well be that of something else than what leads to the date.

    A quote tells of more than the date, "the 12-day war"; and words that name the very day need
    no length to rest it on, "a two-week extension to August 1".
    """
    if words.is_quote or case.target.last is None:
        return True
    anchor = Anchor(case.target.last, "it was said", case.now)
    days = named_days(words.text, anchor, case.target.last)
    return any(case.target.first <= day <= case.target.last for day in days if case.target.first)


def _others(hit: Count, counts: Sequence[Count], case: Case) -> list[Count]:
    """The counts that somebody else may make, and that lead to another day."""
    target, duration = case.target, case.duration
    kind = hit.start.kind
    if kind is StartKind.NAMED or target.first != target.last:
        return []
    rivals = [one for one in counts if one.start.kind is StartKind.NAMED]
    if not rivals and duration.lead not in _FROM_NOW:
        rivals = [one for one in counts if _is_rival(hit, one, target)]
        if duration.lead == "by" and kind is StartKind.BEFORE:
            return []
    return [one for one in rivals if one.is_sure() and not agrees(one, target)]


def _is_rival(hit: Count, other: Count, target: When) -> bool:
    """Whether one is from the announcement, and the other from what starts no earlier."""
    said, legal = (hit, other) if hit.start.kind is StartKind.SAID else (other, hit)
    if said.start.kind is not StartKind.SAID or legal.start.kind not in LEGAL:
        return False
    days = (civil_start(legal, target) - civil_start(said, target)).days
    if legal.start.kind is StartKind.BEFORE:
        return 0 <= days <= _MOST_AHEAD
    return legal.start.is_own or days >= 0


def _holidays(record: Record) -> Holidays:
    """The calendar that a date of the commitment is counted by: the first that one names."""
    tables = (row.table.get(role) for _, row in record.statements() for role in Role)
    for table in tables:
        if isinstance(table, dict) and ("calendar" in table or "holidays" in table):
            with suppress(DateError):
                rule = parse_rule(table)
                return Holidays(rule.calendar, rule.holidays)
    return Holidays()
