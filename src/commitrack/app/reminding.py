"""Reminding: what is to be said is decided, said, and only then noted down."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from commitrack.app.folding import fold_all
from commitrack.errors import DeliveryError
from commitrack.files.statefile import held_state, read_state
from commitrack.remind.candidates import Candidate, find_candidates, may_have_candidates
from commitrack.remind.deciding import Reminder, decide
from commitrack.remind.facts import (
    DELIVERED,
    SHOWN,
    Fact,
    believable,
    format_fact,
    parse_facts,
    stamp,
)
from commitrack.remind.handled import Handled, fold_facts
from commitrack.remind.leads import DEFAULT_LEADS, MOVED, readable_leads
from commitrack.remind.notices import find_notices
from commitrack.report.rows import ReminderShown

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from pathlib import Path

    from commitrack.domain.commitment import Commitment, Event
    from commitrack.files.statefile import StateFile
    from commitrack.ledger.reading import Ledger
    from commitrack.remind.facts import Facts
    from commitrack.timing.now import Now
    from commitrack.timing.periods import Period
    from commitrack.timing.reckoning import Item

TERMINAL = "terminal"
"""The channel that is standard output."""


class Way(NamedTuple):
    """A channel that reminders go by.

    Attributes:
        name: as the state keeps it, without an address's secrets.
        deliver: says them; DeliveryError where the channel does not take them.
    """

    name: str
    deliver: Callable[[Sequence[ReminderShown]], None]


class Place(NamedTuple):
    """Whose reminders they are, and where what becomes of them is kept.

    Attributes:
        leads: lead times that go before a commitment's own.
        usual: lead times of a commitment without its own.
        keeps: whether anything is written; not for a supposed now.
    """

    ledger: Ledger
    path: Path
    folder: Path
    now: Now
    leads: tuple[Period, ...] = ()
    usual: tuple[Period, ...] = DEFAULT_LEADS
    keeps: bool = True

    @property
    def key(self) -> str:
        """The ledger as the state names it."""
        return str(self.path)

    @property
    def state(self) -> Path:
        """The state file."""
        return self.folder / "reminders.jsonl"


class State(NamedTuple):
    """The facts, all and those of one ledger folded."""

    facts: Facts
    handled: Handled


class Done(NamedTuple):
    """How a run went.

    Attributes:
        said: how many reminders were said, on any way.
        faults: of the ways that did not take what is to be said.
        notices: what is wrong with the state itself.
        unanswered: what nobody has acknowledged, for the next shell.
    """

    said: int
    faults: tuple[DeliveryError, ...]
    notices: tuple[Fact, ...]
    unanswered: tuple[Reminder, ...]


def remind(place: Place, ways: Sequence[Way], condition: Callable[[Item], bool] | None) -> Done:
    """Say what is to be said, once on every way.

    What a way does not take stays to be said. Two runs at once say it once: the state is held
    from the decision until it is noted down.

    Raises:
        WriteError: it cannot be noted down, so nothing is said.
    """
    state = load_state(place)
    candidates = find_all_candidates(place, state)
    chosen = [it for it in candidates if condition is None or condition(it.item)]
    notices = find_notices(state.facts, place.now.at)
    is_open = any(True for way in ways for _ in _open(place, chosen, state, way))
    faults: list[DeliveryError] = []
    said: list[Fact] = []
    if is_open and not place.keeps:
        for way in ways:
            told, missed = _say(place, chosen, state, way, None)
            said += told
            faults += missed
    elif place.keeps and (is_open or notices):
        with held_state(place.state) as file:
            state = load_state(place)
            notices = find_notices(state.facts, place.now.at)
            file.append("".join(map(format_fact, notices)))
            for way in ways:
                told, missed = _say(place, chosen, state, way, file)
                said += told
                faults += missed
    return Done(len(said), tuple(faults), tuple(notices), find_unanswered(place, state, candidates))


def load_state(place: Place) -> State:
    """What was said and answered by now.

    Raises:
        WriteError: it cannot be read.
    """
    facts = parse_facts(read_state(place.state))
    return State(facts, fold_facts(believable(facts.facts, place.now.at), place.key))


def find_all_candidates(place: Place, state: State) -> list[Candidate]:
    """Every date and review that there is something to say of, said or not."""
    snoozed = {key[0] for key in state.handled.snoozed}
    near = [
        it
        for it in place.ledger.commitments
        if it.id in snoozed or may_have_candidates(it, leads_of(place, it), place.now)
    ]
    return [
        candidate
        for standing in fold_all(near, place.now, place.ledger.commitments)
        for candidate in find_candidates(
            standing,
            place.now,
            leads_of(place, standing.commitment),
            whole=standing.id in snoozed,
        )
    ]


def leads_of(place: Place, commitment: Commitment) -> tuple[Period, ...]:
    """Those of the command line, else its own, else the usual ones."""
    if place.leads or not commitment.remind:
        return place.leads or place.usual
    return readable_leads(commitment.remind) or place.usual


def find_unanswered(
    place: Place, state: State, candidates: Iterable[Candidate]
) -> tuple[Reminder, ...]:
    """What nobody acknowledged, on whatever way it was said; the nearest day first."""
    return tuple(sorted(decide(candidates, state.handled, None, place.now), key=_by_day))


def shown_of(place: Place, reminder: Reminder) -> ReminderShown:
    """A reminder with the words and the sources of the statement that it rests on."""
    candidate = reminder.candidate
    standing = candidate.item.standing
    changes = [change for change in standing.changes if change.role == candidate.role]
    event = changes[-1].event if changes else None
    it: Commitment | Event = standing.commitment
    if event is not None and event.source:
        it = event
    sources = place.ledger.sources
    return ReminderShown(
        candidate.item,
        candidate.role,
        reminder.lead.name,
        reminder.reason,
        tuple(lead.name for lead in reminder.missed),
        reminder.move.change if reminder.move else None,
        it.quote or it.stated,
        tuple(sources[key] for key in it.source if key in sources),
    )


def facts_of(place: Place, reminder: Reminder, fact: Fact) -> list[Fact]:
    """What is noted of a reminder that was said: of its lead, and of its move."""
    candidate, lead = reminder.candidate, reminder.lead
    fact = fact._replace(ledger=place.key, id=candidate.id, role=candidate.role)
    noted = []
    if lead.name != MOVED:
        missed = tuple(it.name for it in reminder.missed)
        noted.append(
            fact._replace(
                revision=candidate.revision, lead=lead.name, crossing=lead.crossing, missed=missed
            )
        )
    if reminder.move is not None:
        move = reminder.move
        noted.append(fact._replace(revision=move.revision, lead=MOVED, crossing=move.lead.crossing))
    return noted


def _open(
    place: Place, candidates: Iterable[Candidate], state: State, way: Way
) -> Iterable[Reminder]:
    return decide(candidates, state.handled, way.name, place.now)


def _say(
    place: Place,
    candidates: Iterable[Candidate],
    state: State,
    way: Way,
    file: StateFile | None,
) -> tuple[list[Fact], list[DeliveryError]]:
    """Say what is open on one way and note it in the file, if there is one; or the fault.

    The room for the note is taken first, so that a full disk does not say it again every hour.
    """
    reminders = sorted(_open(place, candidates, state, way), key=_by_day)
    if not reminders:
        return [], []
    kind = SHOWN if way.name == TERMINAL else DELIVERED
    fact = Fact(kind, stamp(place.now.at), channel=way.name)
    noted = [noted for reminder in reminders for noted in facts_of(place, reminder, fact)]
    lines = "".join(map(format_fact, noted))
    if file is not None:
        file.reserve(lines)
    try:
        way.deliver([shown_of(place, reminder) for reminder in reminders])
    except DeliveryError as fault:
        return [], [fault]
    if file is not None:
        file.append(lines)
    return noted, []


def _by_day(reminder: Reminder) -> tuple[str, str]:
    item = reminder.candidate.item
    when = item.date.when if item.date else None
    day = (when.counted(item.date.role) or when.first) if when and item.date else None
    return (day.isoformat() if day else "~", item.standing.id)
