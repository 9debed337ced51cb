"""Where reminders stand: what waits for an answer, when it was said, whether the runs go on."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, NamedTuple

from commitrack.app.pending import STOPPED_AFTER, last_run
from commitrack.app.reminding import find_all_candidates, find_unanswered, load_state, shown_of
from commitrack.files.statefile import read_state
from commitrack.remind.facts import DELIVERED, SHOWN, Fact, believable, parse_facts

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from commitrack.app.reminding import Place
    from commitrack.remind.candidates import Candidate
    from commitrack.report.rows import ReminderShown


class Told(NamedTuple):
    """A reminder that waits for an answer, and the last fact of each way that it was said on."""

    shown: ReminderShown
    facts: tuple[Fact, ...]


class ReminderStatus(NamedTuple):
    """All of it.

    Attributes:
        last: when the last run was; None where there was none.
        stopped: no run for longer than a day.
        snoozed: ids, and the day on which each is said again.
    """

    last: datetime | None
    stopped: bool
    waiting: tuple[Told, ...]
    snoozed: tuple[tuple[str, str], ...]


def reminder_status(place: Place) -> ReminderStatus:
    """Where reminders stand.

    Raises:
        WriteError: the state cannot be read.
    """
    state = load_state(place)
    candidates = find_all_candidates(place, state)
    told: dict[tuple[str, str, str], dict[str, Fact]] = {}
    for fact in believable(state.facts.facts, place.now.at):
        if fact.ledger == place.key and fact.fact in (SHOWN, DELIVERED):
            told.setdefault((fact.id, fact.role, fact.revision), {})[fact.channel] = fact
    waiting = tuple(
        Told(shown_of(place, it), _told_of(it.candidate, told))
        for it in find_unanswered(place, state, candidates)
    )
    today = place.now.today().isoformat()
    keys = {(it.id, it.role, it.revision, False) for it in candidates}
    snoozed = {
        (key[0], until)
        for key, until in state.handled.snoozed.items()
        if until > today and key in keys
    }
    second = last_run(place.folder)
    last = None if second is None else datetime.fromtimestamp(second, UTC)
    is_stopped = last is not None and place.now.at - last > STOPPED_AFTER
    return ReminderStatus(last, is_stopped, waiting, tuple(sorted(snoozed)))


def _told_of(
    candidate: Candidate, told: Mapping[tuple[str, str, str], Mapping[str, Fact]]
) -> tuple[Fact, ...]:
    """What was said of the date in force and of the move to it; of an earlier date nothing."""
    revisions = [candidate.revision]
    if candidate.move is not None:
        revisions.insert(0, candidate.move.revision)
    last: dict[str, Fact] = {}
    for revision in revisions:
        last |= told.get((candidate.id, candidate.role, revision), {})
    return tuple(last.values())


def reminder_log(place: Place, keys: Collection[str]) -> tuple[Fact, ...]:
    """What became of this ledger's reminders, in the order in which it was noted.

    Raises:
        WriteError: the state cannot be read.
    """
    facts = parse_facts(read_state(place.state)).facts
    mine = (fact for fact in facts if fact.ledger in ("", place.key))
    return tuple(fact for fact in mine if not keys or fact.id in keys)
