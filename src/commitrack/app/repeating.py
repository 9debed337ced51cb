"""Repeating: a recurrence rule as ordinary commitments of a series, one for each of its days."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any, NamedTuple

from commitrack.app.dating import DatesGiven
from commitrack.domain.commitment import Commitment
from commitrack.domain.when import Role
from commitrack.errors import DateError, UsageError
from commitrack.timing.anchor import Anchor
from commitrack.timing.display import own_clock
from commitrack.timing.grammar import parse_words
from commitrack.timing.local_time import resolve_local
from commitrack.timing.recurring import Recurrence, expand

_LENGTHS = (len("2026"), len("2026-03"), len("2026-03-31"))


class Repetition(NamedTuple):
    """What `add` was told of a series.

    Attributes:
        rule: of RFC 5545.
        until: the words of `--until`.
    """

    rule: str
    until: str | None = None


class Occurrence(NamedTuple):
    """One commitment of a series: its id, and the keys of its date."""

    key: str
    dates: Mapping[str, Any]


class Series(NamedTuple):
    """A series that is about to be recorded.

    Attributes:
        role: of all its dates.
        continues: it goes on from the last commitment that the ledger has of it.
    """

    key: str
    role: Role
    recurrence: Recurrence
    occurrences: tuple[Occurrence, ...]
    continues: bool


def plan_series(
    repetition: Repetition,
    key: str,
    dates: DatesGiven,
    anchor: Anchor,
    commitments: Sequence[Commitment],
) -> Series:
    """The commitments that a rule makes, or adds to a series which the ledger has already.

    Raises:
        UsageError: the dates given are not one day, or an id is taken.
        DateError: the rule is not understood, has no end, or gives no day or too many.
    """
    before = [one for one in commitments if one.series == key]
    given = _given(dates)
    until = _until(repetition.until, anchor)
    if before and given is None:
        role, last = _last(before)
        found = expand(repetition.rule, last, last, until)
        recurrence = found._replace(days=found.days[1:])
        if not recurrence.days:
            message = f"{key} goes to {last.isoformat()}, and the rule gives no day after it"
            raise DateError(message, remedy="go on longer with --until")
    else:
        role, start = given or (Role.DUE, None)
        recurrence = expand(repetition.rule, start, anchor.day, until)
    values = _values(recurrence.days, dates, role)
    keys = _keys(key, recurrence.days, {one.id for one in commitments})
    made = tuple(Occurrence(*pair) for pair in zip(keys, values, strict=True))
    return Series(key, role, recurrence, made, bool(before))


def _given(dates: DatesGiven) -> tuple[Role, date] | None:
    """The role and the first day, if a date was given."""
    if not dates.understood:
        return None
    if len(dates.understood) > 1:
        message = "a series has one date each, and several roles were given"
        raise UsageError(message, remedy="record the others as a series of their own")
    role, one = dates.understood[0]
    when = one.when
    if when.first is None or when.first != when.last or when.anchor or when.approximate:
        message = "the first date of a series is one day"
        raise UsageError(message, remedy="write it as in --due 2026-03-31")
    return role, when.first


def _until(words: str | None, anchor: Anchor) -> date | None:
    if words is None:
        return None
    last = parse_words(words, anchor).when.last
    if last is None:
        raise DateError(f"--until {words} has no end", remedy="write --until 2030")
    return last


def _last(before: Sequence[Commitment]) -> tuple[Role, date]:
    """The role and the last first date of the commitments of a series."""
    found = [(when.first, role) for one in before for role, when in one.dates[:1] if when.first]
    if not found:
        message = f"the series {before[0].series} has no dates to go on from"
        raise UsageError(message, remedy="give its next date, as in --due 2026-03-31")
    day, role = max(found)
    return role, day


def _values(days: Sequence[date], dates: DatesGiven, role: Role) -> list[dict[str, Any]]:
    """The keys of each date: a day, or the same time on the clock of its zone."""
    when = dates.get(role)
    if when is None or when.at is None:
        return [{str(role): day} for day in days]
    if when.zone is None:
        message = "the time of a series wants the clock of a place"
        raise UsageError(message, remedy="write 2026-03-31 00:01 Seoul")
    clock = own_clock(when, when.at).time()
    instants = (resolve_local(datetime.combine(day, clock), when.zone) for day in days)
    return [{str(role): at, "zone": when.zone} for at in instants]


def _keys(series: str, days: Sequence[date], taken: set[str]) -> list[str]:
    """An id for each day: the series with the year, else the month, else the day."""
    for length in _LENGTHS:
        keys = [f"{series}-{day.isoformat()[:length]}" for day in days]
        if len(set(keys)) == len(keys) and taken.isdisjoint(keys):
            return keys
    clash = next(key for key in (f"{series}-{day.isoformat()}" for day in days) if key in taken)
    raise UsageError(f"{clash} is taken", remedy="give the series another --id")
