"""Revision: which statement and interval a reminder is about; another one arms it again."""

from datetime import UTC, date, datetime

from commitrack.domain.commitment import Commitment, Event
from commitrack.domain.when import When, day_of


def revision_of(on: date | datetime | None, when: When | None) -> str:
    """The `on` of the statement in force, and the interval it gives; never a number of moves.

    Moves are renumbered by a merge or an undo. A floating date is its civil days, wherever it is
    read.

    >>> from commitrack.timing.values import parse_value
    >>> revision_of(date(2025, 7, 7), parse_value(date(2025, 8, 1), None))
    '2025-07-07 2025-08-01/2025-08-01'
    """
    stated = on.isoformat() if on else "-"
    if when is None:
        return f"{stated} -"
    if when.at is not None:
        return f"{stated} {when.at.astimezone(UTC).isoformat()}"
    ends = (day.isoformat() if day else ".." for day in (when.first, when.last))
    return f"{stated} {'/'.join(ends)}"


def entered_on(commitment: Commitment, event: Event | None) -> date:
    """The day on which a statement was entered in the ledger, as it is written there.

    Where that is not told, the day on which it was made.

    Args:
        event: None for the base record.
    """
    recorded = commitment.recorded if event is None else event.recorded
    made = commitment.said if event is None else event.on
    return day_of(recorded or made or date.min)
