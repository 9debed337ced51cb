"""Decisions about the statements of an article: kept as they are made, and read again."""

from __future__ import annotations

import json
from contextlib import ExitStack, contextmanager
from hashlib import sha256
from typing import TYPE_CHECKING, Any, NamedTuple

from commitrack.domain.vocabulary import EventType
from commitrack.domain.when import Role
from commitrack.errors import LockedError
from commitrack.files.statefile import held_state, read_state

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

    from commitrack.files.statefile import StateFile

VERSION = 1
CHOSEN, ACCEPTED, SKIPPED, RECORDED, AGAIN = "chosen", "accepted", "skipped", "recorded", "again"

_FOLDER = "reading"
_WAIT_S = 0.2  # the other one sits at a terminal, and is not done soon


class Decision(NamedTuple):
    """What a person decided of one statement.

    Attributes:
        key: which statement, as `key_of` names it.
        event: the type of the event that it is to `id`; empty for a commitment of its own.
        id: the commitment that it is an event of; once it is recorded, the one it is recorded as.
        title, dates, keys, own_id, on: the record as it was accepted.
        chosen: which statements the review goes through.
    """

    fact: str
    key: str = ""
    event: str = ""
    id: str = ""
    title: str = ""
    dates: Mapping[Role, str] = {}
    keys: Mapping[str, Any] = {}
    own_id: str = ""
    on: str = ""
    chosen: tuple[str, ...] = ()


class Decided(NamedTuple):
    """All that stands of a review.

    Attributes:
        chosen: which statements it goes through, in order; None before that was said.
        decisions: the last one of each statement.
        recorded: the ids of what was recorded, by statement.
    """

    chosen: tuple[str, ...] | None = None
    decisions: Mapping[str, Decision] = {}
    recorded: Mapping[str, str] = {}

    def with_more(self, decisions: Iterable[Decision]) -> Decided:
        """The same with what was decided since."""
        chosen, last, recorded = self.chosen, dict(self.decisions), dict(self.recorded)
        for one in decisions:
            if one.fact == AGAIN:
                chosen, last = None, {}
            elif one.fact == CHOSEN:
                chosen = one.chosen
            elif one.fact == RECORDED:
                recorded[one.key] = one.id
            elif one.fact in (ACCEPTED, SKIPPED):
                last[one.key] = one
        return Decided(chosen, last, recorded)


def key_of(start: int, end: int) -> str:
    """How a statement is named: by where its quote stands in the text, which never changes."""
    return f"{start}-{end}"


def state_path(folder: Path, ledger: Path, digest: str) -> Path:
    """The state file of an article as it is read for a ledger."""
    name = sha256(f"{ledger.resolve()}\n{digest}".encode("utf-8", "surrogatepass")).hexdigest()
    return folder / _FOLDER / f"{name[:32]}.jsonl"


def read_decided(path: Path) -> Decided:
    """What was decided so far; a line that a kill left unfinished decides nothing.

    Raises:
        WriteError: the state cannot be read.
    """
    return Decided().with_more(filter(None, map(_parsed, read_state(path).splitlines())))


class Diary:
    """The state of one review, held by this process alone."""

    def __init__(self, state: StateFile) -> None:
        self._state = state

    def note(self, *decisions: Decision) -> None:
        """Keep decisions; when this returns they are on the disk.

        Raises:
            WriteError: they could not be kept.
        """
        self._state.append("".join(map(_formatted, decisions)))


@contextmanager
def held_diary(path: Path) -> Iterator[Diary]:
    """Hold the state of a review.

    Raises:
        LockedError: somebody reviews this article at another terminal.
        WriteError: nothing can be kept.
    """
    with ExitStack() as held:
        try:
            state = held.enter_context(held_state(path, _WAIT_S))
        except LockedError as error:
            error.message = "this article is being reviewed at another terminal"
            error.remedy = "go on there, or end it there first"
            raise
        yield Diary(state)


def _formatted(decision: Decision) -> str:
    told = {name: value for name, value in decision._asdict().items() if value not in ("", (), {})}
    return json.dumps({"v": VERSION, **told}, separators=(",", ":")) + "\n"


def _parsed(line: bytes) -> Decision | None:
    """A decision as it was kept; None for what is none."""
    try:
        told = json.loads(line)
        if told.pop("v") != VERSION:
            return None
        told["dates"] = {Role(role): text for role, text in told.get("dates", {}).items()}
        told["keys"] = {name: _value(value) for name, value in told.get("keys", {}).items()}
        told["chosen"] = tuple(told.get("chosen", ()))
        told["event"] = EventType(told["event"]) if "event" in told else ""
        return Decision(**told)
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return None


def _value(value: object) -> object:
    return tuple(value) if isinstance(value, list) else value
