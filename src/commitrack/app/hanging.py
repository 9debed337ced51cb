"""Hanging: what is refused before a commitment is made to hang on another."""

from commitrack.domain.commitment import Commitment, Dates, Event
from commitrack.domain.vocabulary import EventType, Kind
from commitrack.errors import UsageError
from commitrack.ledger.reading import Ledger
from commitrack.timing.anchors import Anchors
from commitrack.timing.now import Now


def refuse_rings(ledger: Ledger, key: str, dates: Dates, now: Now) -> None:
    """See that no ring comes of dates that a commitment, new or known, is about to get.

    Raises:
        UsageError: it would wait for itself; the message shows the ring.
    """
    ids = tuple(when.anchor for _, when in dates if when.anchor)
    if not ids:
        return
    local = now.local()
    known = {commitment.id: commitment for commitment in ledger.commitments}
    it = known.get(key) or Commitment(key, key, Kind.PROMISE)
    event = Event(EventType.RESCHEDULED, local, dates=dates)
    known[key] = it._replace(events=(*it.events, event), anchors=(*it.anchors, *ids))
    anchors = Anchors(known.values(), local)
    anchors.standing(key)
    for ring in anchors.rings:
        if key in ring:
            chain = " → ".join(ring)
            message = f"{chain}: each would wait for the next, and none would have a date"
            raise UsageError(message, remedy="give one of them a day of its own")
