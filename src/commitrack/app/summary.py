"""A ledger in brief: counts by section, and the next dates."""

from collections.abc import Iterable
from datetime import timedelta

from commitrack.app.listing import find_due
from commitrack.domain.commitment import Commitment
from commitrack.report.rows import Summary
from commitrack.timing.now import Now
from commitrack.timing.reckoning import Section

_NEXT = 3
_FAR = timedelta(days=36500)


def summarise(commitments: Iterable[Commitment], now: Now) -> Summary:
    """All live dates, however far ahead, and what has none."""
    commitments = tuple(commitments)
    today = now.today()
    # However far ahead: the calendar itself ends the window.
    until = today + min(_FAR, type(today).max - today)
    items = find_due(commitments, now, until, None).items
    by_section = {section: [i for i in items if i.section is section] for section in Section}
    coming = by_section[Section.COMING]
    return Summary(
        len(commitments),
        len(by_section[Section.LATE]),
        len(coming),
        len(by_section[Section.UNDATED]),
        tuple(coming[:_NEXT]),
    )
