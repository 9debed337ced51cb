"""Notes: a remark on a statement that shows that what `check` would ask has been seen."""

from collections.abc import Collection
from datetime import date

from commitrack.check.rows import Row
from commitrack.timing.anchor import Anchor
from commitrack.timing.named_days import named_days
from commitrack.timing.now import Now


def note_names(row: Row, days: Collection[date], now: Now) -> bool:
    """Whether the note of a statement names one of the days, with its year or without."""
    note = row.table.get("note")
    if not isinstance(note, str) or not days:
        return False
    near = max(days)
    return not named_days(note, Anchor(near, "it was said", now), near).isdisjoint(days)
