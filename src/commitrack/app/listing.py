"""Listings: what is due in a window, and everything that matches."""

from collections.abc import Callable, Iterable
from datetime import date, timedelta
from typing import NamedTuple

from commitrack.app.folding import fold_all
from commitrack.domain.commitment import Commitment
from commitrack.domain.fold import fold
from commitrack.domain.when import day_of
from commitrack.timing.now import Now
from commitrack.timing.reckoning import Item, Section, due_items, main_item

Condition = Callable[[Item], bool]


_ZONES_APART = 1
"""Days by which two zones can differ on what day it is."""

_LAST_DAY = date.max - timedelta(days=_ZONES_APART)

# Looked up once: on Python 3.11 a member of an enum costs more than what is done with it.
_LATE, _COMING = Section.LATE, Section.COMING


class Due(NamedTuple):
    """What is due: late first, then what comes in the window, then what has no date.

    Attributes:
        until: the last day of the window.
        beyond: the nearest date after it.
    """

    items: tuple[Item, ...]
    until: date
    beyond: Item | None


def find_due(
    commitments: Iterable[Commitment], now: Now, until: date, condition: Condition | None
) -> Due:
    """Every live date that is late or falls in the window, and what has no date."""
    commitments = tuple(commitments)
    window = (until - now.today()).days
    shown: dict[Section, list[Item]] = {section: [] for section in Section}
    near, far = (commitments, []) if condition is not None else _apart(commitments, until)
    beyond = _nearest(far, now)
    for standing in fold_all(near, now, commitments):
        for item in due_items(standing, now):
            section = item.section
            if section is None or (condition is not None and not condition(item)):
                continue
            if _is_shown(item, section, window, until):
                shown[section].append(item)
            elif section is _COMING:
                beyond.append(item)
    shown[Section.LATE].sort(key=_by_day)
    shown[Section.COMING].sort(key=_by_day)
    shown[Section.UNDATED].sort(key=_undated_order)
    items = tuple(item for section in Section for item in shown[section])
    return Due(items, until, min(beyond, key=_by_day, default=None))


def _apart(
    commitments: Iterable[Commitment], until: date
) -> tuple[list[Commitment], list[Commitment]]:
    """Those that may be due, and those whose only date lies beyond the window in every zone.

    Most of a long ledger is far: there is no need to fold it, nor to count to it.
    """
    limit = until + timedelta(days=_ZONES_APART) if until < _LAST_DAY else date.max
    near: list[Commitment] = []
    far: list[Commitment] = []
    for commitment in commitments:
        dates = commitment.dates
        first = dates[0][1].first if len(dates) == 1 and not commitment.events else None
        (near if first is None or first <= limit else far).append(commitment)
    return near, far


def _nearest(far: list[Commitment], now: Now) -> list[Item]:
    """What the nearest of the far ones gives that has been said by now."""
    local = now.local()
    while far:
        nearest = min(far, key=_by_only_day)
        standing = fold(nearest, local)
        if standing is not None:
            return due_items(standing, now)
        far.remove(nearest)
    return []


def _by_only_day(commitment: Commitment) -> tuple[date, str]:
    role, when = commitment.dates[0]
    return (when.counted(role) or date.max, commitment.id)


def _is_shown(item: Item, section: Section, window: int, until: date) -> bool:
    """Late always; coming if it overlaps the window; undated if postponed or due for a look."""
    if section is _LATE:
        return True
    if section is _COMING:
        return _begins_within(item, window, until)
    if item.date is not None:
        return True
    return item.review is not None and item.review.days_left <= window


def _begins_within(item: Item, window: int, until: date) -> bool:
    """Whether some day of its interval lies in the window; what has no start is here."""
    first = item.date.when.first if item.date and item.date.when else None
    if first is None:
        return True
    if item.days_left_range is not None:
        return item.days_left_range[0] <= window
    return first <= until if item.days_left is None else item.days_left <= window


def _by_day(item: Item) -> tuple[date, str]:
    """By the day that is counted to, then by id."""
    when = item.date.when if item.date else None
    day = (when.counted(item.date.role) or when.first or when.last) if when and item.date else None
    return (day or date.max, item.standing.id)


def _undated_order(item: Item) -> tuple[bool, timedelta, str]:
    """What was postponed first, then what was said last."""
    said = item.standing.commitment.said
    day = day_of(said) if said else date.min
    return (item.date is None, date.max - day, item.standing.id)


def find_all(
    commitments: Iterable[Commitment], now: Now, condition: Condition | None
) -> tuple[Item, ...]:
    """Every commitment that matches, in any state, in the order of the ledger."""
    items = (main_item(standing, now) for standing in fold_all(commitments, now))
    return tuple(item for item in items if condition is None or condition(item))


SORT_KEYS: dict[str, Callable[[Item], tuple[object, ...]]] = {
    "date": _by_day,
    "recorded": lambda item: (str(item.standing.commitment.recorded or ""), item.standing.id),
    "title": lambda item: (item.standing.commitment.title.casefold(), item.standing.id),
    "id": lambda item: (item.standing.id,),
    "slip": lambda item: (-(item.date.slip or 0) if item.date else 0, item.standing.id),
    "moves": lambda item: (-item.date.moves if item.date else 0, item.standing.id),
}
"""What `list --sort` can order by."""


def sort_items(items: Iterable[Item], key: str) -> tuple[Item, ...]:
    """Items in order; KeyError for a key that is not in `SORT_KEYS`."""
    return tuple(sorted(items, key=SORT_KEYS[key]))
