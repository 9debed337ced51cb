"""Repeating: a recurrence rule as ordinary commitments of a series, one for each of its days."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date, datetime
from typing import Any, NamedTuple

from commitrack.app.dating import DatesGiven
from commitrack.domain.commitment import Commitment
from commitrack.domain.when import Role, When
from commitrack.errors import DateError, UsageError
from commitrack.timing.anchor import Anchor
from commitrack.timing.display import format_clock, own_clock
from commitrack.timing.grammar import parse_words
from commitrack.timing.local_time import resolve_local
from commitrack.timing.recurring import Recurrence, expand
from commitrack.timing.zones import place_name

_IN_COMMON = ("by", "to", "kind", "instrument", "tags", "remind")
_LENGTHS = (len("2026"), len("2026-03"), len("2026-03-31"))
_SHORTEST = {"yearly": 0, "monthly": 1, "weekly": 2, "daily": 2}


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
        last: the last commitment that the ledger has of it, from which it goes on.
        clock: the time of day that all have, and where; empty for plain days.
    """

    key: str
    role: Role
    recurrence: Recurrence
    occurrences: tuple[Occurrence, ...]
    last: Commitment | None
    clock: str = ""

    def inherited(self) -> dict[str, Any]:
        """What a series that goes on has in common, where nothing else is told."""
        if self.last is None:
            return {}
        values = {name: getattr(self.last, name) for name in _IN_COMMON}
        return {name: value for name, value in values.items() if value}


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
    last = _last(key, commitments)
    given = _given(dates)
    start, after = given and given.when.first, last and last.date.when.first
    model = given or (last and last.date)
    role = model.role if model else Role.DUE
    with _nothing_written():
        until = _until(repetition.until, anchor)
        recurrence = expand(repetition.rule, start, anchor.day, until, after)
        values = _values(recurrence.days, role, model and model.when)
    least = max(_SHORTEST[recurrence.frequency], last.form(key) if last else 0)
    keys = _keys(key, recurrence.days, {one.id for one in commitments}, least)
    made = tuple(Occurrence(*pair) for pair in zip(keys, values, strict=True))
    clock = _clock(model.when) if model else ""
    return Series(key, role, recurrence, made, last and last.commitment, clock)


@contextmanager
def _nothing_written() -> Iterator[None]:
    try:
        yield
    except DateError as error:
        stop = "" if error.message.endswith("?") else "."
        error.message = f"{error.message}{stop} Nothing was written"
        raise


class _Date(NamedTuple):
    role: Role
    when: When


class _Last(NamedTuple):
    """The last commitment that the ledger has of a series, by its first date."""

    commitment: Commitment
    date: _Date

    def form(self, key: str) -> int:
        """Which of the forms of ids it has."""
        length = len(self.commitment.id.removeprefix(f"{key}-"))
        return _LENGTHS.index(length) if length in _LENGTHS else 0


def _given(dates: DatesGiven) -> _Date | None:
    """The first date and its role, if one was given."""
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
    return _Date(role, when)


def _until(words: str | None, anchor: Anchor) -> date | None:
    if words is None:
        return None
    last = parse_words(words, anchor).when.last
    if last is None:
        raise DateError(f"--until {words} has no end", remedy="write --until 2030")
    return last


def _last(key: str, commitments: Sequence[Commitment]) -> _Last | None:
    dated = [
        _Last(one, _Date(role, when))
        for one in commitments
        for role, when in one.dates[:1]
        if one.series == key and not one.void and when.first and when.first == when.last
    ]
    return max(dated, key=lambda one: one.date.when.days(), default=None)


def _values(days: Sequence[date], role: Role, when: When | None) -> list[dict[str, Any]]:
    """The keys of each date: a day, or the same time on the clock of its zone."""
    if when is not None and when.at is not None and when.zone is None:
        message = "the time of a series wants the clock of a place"
        raise UsageError(message, remedy="write 2026-03-31 00:01 Seoul")
    if when is None or when.zone is None:
        return [{str(role): day} for day in days]
    if when.at is None:
        return [{str(role): day, "zone": when.zone} for day in days]
    clock = own_clock(when, when.at).time()
    instants = (resolve_local(datetime.combine(day, clock), when.zone) for day in days)
    return [{str(role): at, "zone": when.zone} for at in instants]


def _clock(when: When | None) -> str:
    if when is None or when.zone is None:
        return ""
    time = f"{format_clock(own_clock(when, when.at))} " if when.at else ""
    return f"{time}{place_name(when.zone)}"


def _keys(series: str, days: Sequence[date], taken: set[str], least: int) -> list[str]:
    """An id for each day: the series with the year, else the month, else the day.

    Args:
        least: the first of these forms that may be.
    """
    for length in _LENGTHS[least:]:
        keys = [f"{series}-{day.isoformat()[:length]}" for day in days]
        if len(set(keys)) == len(keys) and taken.isdisjoint(keys):
            return keys
    clash = next(key for key in (f"{series}-{day.isoformat()}" for day in days) if key in taken)
    raise UsageError(f"{clash} is taken", remedy="give the series another --id")
