"""Answering reminders: seen, or not now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from commitrack.app.folding import fold_one
from commitrack.app.reminding import find_all_candidates, find_unanswered, leads_of, load_state
from commitrack.errors import UnknownIdError
from commitrack.files.statefile import held_state
from commitrack.remind.candidates import Candidate, find_candidates
from commitrack.remind.facts import ACKNOWLEDGED, ALL_WEEKS, SNOOZED, Fact, format_fact, stamp
from commitrack.remind.leads import MOVED, REVIEW
from commitrack.timing.countdown import today_of

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from commitrack.app.reminding import Place
    from commitrack.remind.deciding import Reminder


def acknowledge(place: Place, keys: Sequence[str]) -> tuple[tuple[Candidate, str], ...]:
    """Nothing more of these commitments until a date is past; once it is, until it moves.

    Each is returned with the day through which it is answered.

    Raises:
        UnknownIdError: of one there is nothing to be reminded of.
        WriteError: it cannot be kept.
    """
    live = _live(place, keys)
    fact = Fact(ACKNOWLEDGED, stamp(place.now.at), place.key)
    facts: list[Fact] = []
    done: list[tuple[Candidate, str]] = []
    for candidate in live:
        mine = fact._replace(id=candidate.id, role=candidate.role)
        through = _through(candidate, place)
        done.append((candidate, through))
        facts.append(mine._replace(revision=candidate.revision, through=through))
        if candidate.move is not None:
            revision = candidate.move.revision
            facts.append(mine._replace(revision=revision, lead=MOVED, through=ALL_WEEKS))
    _keep(place, facts)
    return tuple(done)


def snooze(place: Place, keys: Sequence[str], until: date) -> tuple[tuple[Candidate, date], ...]:
    """Nothing of these commitments before a day, and on that day once more.

    Each of which the day itself, or the last of several, passes meanwhile is returned with it.

    Raises:
        UnknownIdError: of one there is nothing to be reminded of.
        WriteError: it cannot be kept.
    """
    live = _live(place, keys)
    fact = Fact(SNOOZED, stamp(place.now.at), place.key, until=until.isoformat())
    _keep(
        place,
        [fact._replace(id=it.id, role=it.role, revision=it.revision) for it in live],
    )
    today = place.now.today()
    dated = ((it, it.ends) for it in live if it.role != REVIEW and it.ends is not None)
    return tuple((it, ends) for it, ends in dated if today <= ends < until)


def still_unanswered(place: Place) -> tuple[Reminder, ...]:
    """What waits for an answer now.

    Raises:
        WriteError: the state cannot be read.
    """
    state = load_state(place)
    return find_unanswered(place, state, find_all_candidates(place, state))


def _live(place: Place, keys: Sequence[str]) -> tuple[Candidate, ...]:
    live: list[Candidate] = []
    for key in keys:
        standing = fold_one(key, place.ledger.commitments, place.now)
        found = (
            find_candidates(standing, place.now, leads_of(place, standing.commitment), whole=True)
            if standing
            else []
        )
        if not found:
            message = f"there is nothing to be reminded of {key}: it is closed, or waits"
            raise UnknownIdError(message, remedy=f"look at it: commitrack show {key}")
        live += found
    return tuple(live)


def _through(candidate: Candidate, place: Place) -> str:
    """The day through which it is answered: the date's last one; past that, for good."""
    dated = candidate.item.date
    if candidate.role == REVIEW and candidate.ends is not None:
        return max(candidate.ends, place.now.today()).isoformat()
    if candidate.ends is None or dated is None or dated.when is None:
        return ALL_WEEKS
    return ALL_WEEKS if today_of(dated.when, place.now) > candidate.ends else str(candidate.ends)


def _keep(place: Place, facts: Sequence[Fact]) -> None:
    with held_state(place.state) as file:
        file.append("".join(map(format_fact, facts)))
