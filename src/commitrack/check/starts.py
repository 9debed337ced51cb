"""Starts: the days that a duration of a statement may be counted from, as far as they are known."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime
from typing import NamedTuple

from commitrack.check.courses import Turn
from commitrack.domain.commitment import Event
from commitrack.domain.vocabulary import EventType, Word
from commitrack.domain.when import Role, When
from commitrack.timing.anchor import Anchor
from commitrack.timing.durations import Duration, names_base
from commitrack.timing.named_days import named_day_at
from commitrack.timing.now import Now

_MOST_BEFORE_PUBLISHED = 7  # days that pass at most until what was said is printed
_MOST_WORDS_BETWEEN = 3
_ANNOUNCED = "when it was announced"
_RETELLS = frozenset({EventType.CLARIFIED, EventType.REAFFIRMED})
_SET_BEFORE = {
    Role.DUE: "the deadline set before",
    Role.EFFECTIVE: "the start set before",
    Role.EXPIRES: "the end set before",
    Role.HAPPENS: "the day set before",
}


class StartKind(Word):
    """What sort of day it is."""

    NAMED = "named"
    EFFECTIVE = "effective"
    BEFORE = "before"
    SAID = "said"
    RETOLD = "retold"
    PUBLISHED = "published"


LEGAL = frozenset({StartKind.EFFECTIVE, StartKind.BEFORE})
"""What orders count from, as a rule: the press counts from the announcement."""


class Start(NamedTuple):
    """A day or an instant that may be counted from.

    Attributes:
        why: what it is, as it follows the day: "9 Apr 2025, when it was announced".
        is_own: the very statement gives it.
        slack: days by which the true day may lie before it.
    """

    kind: StartKind
    at: date | datetime
    why: str
    is_own: bool = False
    slack: int = 0


class Announced(NamedTuple):
    """When the words of a base record became known, where a source tells.

    Attributes:
        is_said: it is the day on which they were said; else the day on which they were published.
    """

    on: date | datetime
    is_said: bool


def find_starts(
    turn: Turn,
    course: Sequence[Turn],
    role: Role,
    words: tuple[str, Duration],
    announced: Announced | None,
    now: Now,
) -> tuple[Start, ...] | None:
    """Every day that the duration may be counted from, those that are meant most surely first.

    None where the words name what they count from, and it is no day that is known here.
    """
    text, duration = words
    said = tuple(_said(turn, announced))
    named = _named(text, duration, said, now)
    effective = tuple(_effective(turn, course, role))
    said = tuple(_taken_as_said(start, effective) for start in said)
    if named is None:
        if names_base(text, duration, "said") and said:
            return (said[0]._replace(kind=StartKind.NAMED),)
        if names_base(text, duration, "effective") and effective:
            return (effective[0]._replace(kind=StartKind.NAMED),)
        return None
    return (*named, *effective, *_before(turn, role), *said)


def _said(turn: Turn, announced: Announced | None) -> Iterator[Start]:
    """When it was announced; what only retells it has a day of its own as well."""
    statement = turn.statement
    on = statement.on if isinstance(statement, Event) else None
    is_retold = isinstance(statement, Event) and statement.type in _RETELLS
    if on is not None and not is_retold:
        yield Start(StartKind.SAID, on, _ANNOUNCED)
    elif announced is not None and announced.is_said:
        yield Start(StartKind.SAID, announced.on, _ANNOUNCED)
    elif announced is not None:
        why, slack = "when it was published", _MOST_BEFORE_PUBLISHED
        yield Start(StartKind.PUBLISHED, announced.on, why, slack=slack)
    if on is not None and is_retold:
        yield Start(StartKind.RETOLD, on, "when it was told again")


def _taken_as_said(start: Start, effective: Sequence[Start]) -> Start:
    """What was published just before it takes effect was the announcement, or as good as it."""
    if start.kind is not StartKind.PUBLISHED or not effective or not effective[0].is_own:
        return start
    days = (_civil(effective[0].at) - _civil(start.at)).days
    is_before = 0 < days <= _MOST_BEFORE_PUBLISHED
    return start._replace(kind=StartKind.SAID, slack=0) if is_before else start


def _named(
    text: str, duration: Duration, said: Sequence[Start], now: Now
) -> tuple[Start, ...] | None:
    """The day that the words themselves name, before the duration or after it."""
    near = _civil(said[0].at) if said else now.today()
    anchor = Anchor(near, "it was said", now)
    if duration.base:
        named = named_day_at(text, duration.base, anchor, near)
        if named is not None:
            return (Start(StartKind.NAMED, named.value, "as the words say"),)
        if duration.side:
            return None
    if duration.earlier is not None:
        named = named_day_at(text, duration.earlier, anchor, near)
        gap = text[named.end : duration.start].split() if named else []
        if named and named.end <= duration.start and len(gap) <= _MOST_WORDS_BETWEEN:
            return (Start(StartKind.NAMED, named.value, "as the words say"),)
    return ()


def _effective(turn: Turn, course: Sequence[Turn], role: Role) -> Iterator[Start]:
    """When it starts: by this statement, as it was known then, or as it became known later."""
    if role is Role.EFFECTIVE:
        return
    own = dict(turn.statement.dates).get(Role.EFFECTIVE)
    in_force = own or turn.before.get(Role.EFFECTIVE)
    later = (dict(one.statement.dates).get(Role.EFFECTIVE) for one in course)
    when = in_force or next((one for one in later if one is not None), None)
    at = _instant_or_day(when)
    end = dict(turn.statement.dates)[role].last
    if at is not None and (own or end is None or _civil(at) <= end):
        yield Start(StartKind.EFFECTIVE, at, "when it takes effect", is_own=own is not None)


def _before(turn: Turn, role: Role) -> Iterator[Start]:
    """The date that this statement moves: a period may go on from the end of the one before."""
    at = _instant_or_day(turn.before.get(role))
    if at is not None:
        yield Start(StartKind.BEFORE, at, _SET_BEFORE[role])


def _instant_or_day(when: When | None) -> date | datetime | None:
    if when is None or when.first is None or when.first != when.last or when.approximate:
        return None
    return when.at or when.first


def _civil(at: date | datetime) -> date:
    return at.date() if isinstance(at, datetime) else at
