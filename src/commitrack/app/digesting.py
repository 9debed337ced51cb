"""The digest: one message with what is late and what the week brings."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from commitrack.app.listing import find_due
from commitrack.app.reminding import (
    Done,
    Place,
    Way,
    find_all_candidates,
    load_state,
    remind,
    shown_of,
)
from commitrack.errors import DeliveryError
from commitrack.remind.deciding import Reminder
from commitrack.report.digest_text import Digest, digest_body, digest_subject, told_in

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from commitrack.report.rows import ReminderShown
    from commitrack.timing.reckoning import Item

WEEK = timedelta(days=7)

Send = tuple[str, "Callable[[str, str], None]"]
"""A channel's name in the state, and how subject and body are sent on it."""


def digest(place: Place, senders: Sequence[Send], condition: Callable[[Item], bool] | None) -> Done:
    """Send the digest on every channel, whether or not its parts were said before.

    What it holds counts as said there, so that no reminder of it comes after.

    Raises:
        WriteError: it cannot be noted down, so nothing is sent.
    """
    found = find_digest(place, condition)
    subject, body = digest_subject(found, place.now), digest_body(found, place.now)
    told = told_in(found)
    tried: set[str] = set()

    def is_told(item: Item) -> bool:
        return (item.standing.id, str(item.date.role) if item.date else None) in told

    def way(name: str, send: Callable[[str, str], None]) -> Way:
        def deliver(_: Sequence[ReminderShown]) -> None:
            tried.add(name)
            send(subject, body)

        return Way(name, deliver)

    done = remind(place, [way(*sender) for sender in senders], is_told)
    faults = list(done.faults)
    for name, send in senders if body else ():
        if name not in tried:  # nothing in it is new there, and it is an overview all the same
            try:
                send(subject, body)
            except DeliveryError as fault:
                faults.append(fault)
    return done._replace(faults=tuple(faults))


def find_digest(place: Place, condition: Callable[[Item], bool] | None) -> Digest:
    """What is late, what comes in seven days, what is to be looked at, what moved of late."""
    today = place.now.today()
    due = find_due(place.ledger.commitments, place.now, today + WEEK, condition)
    since = (today - WEEK).isoformat()
    moved = [
        shown_of(place, Reminder(it, it.move.lead, (), it.move))
        for it in find_all_candidates(place, load_state(place))
        if it.move is not None
        and it.move.lead.crossing >= since
        and (condition is None or condition(it.item))
    ]
    return Digest(due.items, tuple(moved), today + WEEK)
