"""Facts about reminders: shown, delivered, acknowledged, snoozed; one line of JSON each."""

import json
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime, timedelta
from typing import NamedTuple

SHOWN, DELIVERED, ACKNOWLEDGED, SNOOZED = "shown", "delivered", "acknowledged", "snoozed"
NOTICED = "noticed"
"""Something was said of the state itself, and need not be said again."""

VERSION = 1
BROKEN_LINES, CLOCK = "broken lines", "clock"
ALL_WEEKS = "9999-12-31"
"""An acknowledgement through this day holds however late it gets."""

_STAMP = len("2025-07-08T00:00:00+00:00")
_CLOCK_TOLERANCE = timedelta(days=1)


class Fact(NamedTuple):
    """One thing that became of a reminder.

    Attributes:
        at: when, RFC 3339 in UTC.
        ledger: its absolute path.
        role: of the date, or `review`.
        revision: of the date, as `revision_of` makes it.
        lead: its name.
        crossing: the day from which it was due; all earlier ones of the revision are done with.
        channel: who took it.
        missed: names of the wider leads that it told with.
        through: acknowledged: all leads to that day.
        until: snoozed: the first day on which to say it again.
        about: noticed: what of the state.
        value: noticed: how many, or until when.
    """

    fact: str
    at: str
    ledger: str = ""
    id: str = ""
    role: str = ""
    revision: str = ""
    lead: str = ""
    crossing: str = ""
    channel: str = ""
    missed: tuple[str, ...] = ()
    through: str = ""
    until: str = ""
    about: str = ""
    value: str = ""


class Facts(NamedTuple):
    """The state as it was read.

    Attributes:
        facts: in the order in which they were written.
        broken: how many lines cannot be read.
    """

    facts: tuple[Fact, ...]
    broken: int


def stamp(at: datetime) -> str:
    """An instant as facts carry it: of two, the later text is the later instant."""
    return at.astimezone(UTC).isoformat(timespec="seconds")


def format_fact(fact: Fact) -> str:
    """One line, with its line end; nothing in a title can break it."""
    told = {name: value for name, value in fact._asdict().items() if value}
    return json.dumps({"v": VERSION, **told}, separators=(",", ":")) + "\n"


def parse_facts(content: bytes) -> Facts:
    """The facts of a state file; what is no fact is counted and left aside.

    >>> parse_facts(b'{"v":1,"fact":"shown","at":"2025-07-08T00:00:00+00:00"}').facts[0].fact
    'shown'
    >>> parse_facts(b'{"v":1,"fact":"sho').broken
    1
    """
    lines = [line for line in content.splitlines() if line.strip()]
    facts: list[Fact] = []
    broken = 0
    for told in _load_all(lines):
        fact = _fact(told)
        if fact is None:
            broken += 1
        else:
            facts.append(fact)
    return Facts(tuple(facts), broken)


def _load_all(lines: Sequence[bytes]) -> list[object]:
    """The value of each line; None for what is no JSON. At once, where all of them are."""
    try:
        values: list[object] = json.loads(b"[%b]" % b",".join(lines))
    except (ValueError, RecursionError):
        return [_load(line) for line in lines]
    return values if len(values) == len(lines) else [_load(line) for line in lines]


def _load(line: bytes) -> object:
    try:
        value: object = json.loads(line)
    except (ValueError, RecursionError):
        return None
    return value


def _fact(told: object) -> Fact | None:
    if type(told) is not dict or told.pop("v", None) != VERSION:
        return None
    missed = told.pop("missed", [])
    if type(missed) is not list:
        return None
    # By exact type: a year of them is read in each run.
    for value in (*told.values(), *missed):
        if type(value) is not str:
            return None
    try:
        fact = Fact(**told, missed=tuple(missed))
    except TypeError:  # a field is missing, or is none of ours
        return None
    return fact if fact.fact and _is_stamp(fact.at) else None


def _is_stamp(text: str) -> bool:
    """Whether it is an instant as `stamp` writes it."""
    try:
        return len(text) == _STAMP and datetime.fromisoformat(text).tzinfo is not None
    except ValueError:
        return False


def believable(facts: Iterable[Fact], now: datetime) -> list[Fact]:
    """Facts but for those of a clock that was far ahead: what it told early is to be told again.

    That a clock jumped back is a fact itself, so that they are known for what they are also when
    their time has come. Where it jumped to a time before all facts, it is that one that was wrong.
    """
    kept: list[Fact] = []
    for fact in facts:
        if fact.about == CLOCK and kept and fact.at >= kept[0].at:
            kept = _told_by(kept, datetime.fromisoformat(fact.at))
        kept.append(fact)
    return _told_by(kept, now)


def _told_by(facts: Iterable[Fact], now: datetime) -> list[Fact]:
    limit = stamp(now + _CLOCK_TOLERANCE)
    return [fact for fact in facts if fact.at <= limit]


def latest_stamp(facts: Iterable[Fact]) -> str:
    """The latest time in the state; empty when there is none."""
    return max((fact.at for fact in facts), default="")
