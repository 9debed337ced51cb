"""Revision: which statement and interval a reminder is about; another one arms it again."""

from datetime import UTC, date, datetime, timedelta

from commitrack.domain.commitment import Commitment, Event
from commitrack.domain.when import When, day_of

_ZONES_APART = timedelta(days=1)


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


def entered_on(commitment: Commitment, event: Event | None, today: date) -> date:
    """The day on which a statement was entered in the ledger, as it is written there.

    Where that is not told, or lies ahead, as a slip or a clock that was wrong may have it, the day
    on which it was made: else nothing would be said until then.

    Args:
        commitment: whose statement it is.
        event: None for the base record.
        today: the reader's; it may be tomorrow already where it was entered.
    """
    recorded = commitment.recorded if event is None else event.recorded
    made = commitment.said if event is None else event.on
    days = (day_of(moment) for moment in (recorded, made) if moment)
    return next((day for day in days if day <= today + _ZONES_APART), date.min)
