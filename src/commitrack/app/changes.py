"""What changed, across all commitments, in order of time."""

from collections.abc import Callable, Iterable
from datetime import date

from commitrack.app.folding import fold_all
from commitrack.domain.commitment import Commitment, Event
from commitrack.domain.fold import order_key
from commitrack.domain.standing import Standing
from commitrack.domain.vocabulary import EventType
from commitrack.report.rows import Happening
from commitrack.timing.now import Now
from commitrack.timing.reckoning import Item, main_item


def find_changes(
    commitments: Iterable[Commitment],
    now: Now,
    since: date | None,
    condition: Callable[[Item], bool] | None,
) -> tuple[Happening, ...]:
    """Every statement since a day, of the commitments that match, oldest first.

    Of one day what follows from the rest comes last.
    """
    found: list[tuple[tuple[date, float, bool, int], Happening]] = []
    for place, standing in enumerate(fold_all(commitments, now), start=1):
        if condition is not None and not condition(main_item(standing, now)):
            continue
        for happening in _happenings(standing):
            event = happening.event
            day, time, _ = order_key(event, place, now.tz)
            if since is None or day >= since:
                found.append(((day, time, event.follows is not None, place), happening))
    found.sort(key=lambda pair: pair[0])
    return tuple(happening for _, happening in found)


def _happenings(standing: Standing) -> list[Happening]:
    it = standing.commitment
    base = Event(
        EventType.MADE,
        it.said,
        it.recorded if isinstance(it.recorded, date) else None,
        it.by,
        it.dates,
        it.stated,
        it.stated_by,
        it.via,
        it.instrument,
        None,
        it.source,
        it.official,
        it.quote,
        it.note,
    )
    first = tuple(change for change in standing.changes if change.event is None)
    later = [
        Happening(standing, event, tuple(c for c in standing.changes if c.event is event))
        for event in standing.history
    ]
    return [Happening(standing, base, first), *later]
