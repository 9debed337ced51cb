"""Inside: a numbered day or week of a month, quarter or year."""

from datetime import date

from commitrack.extract.temporal.calendar_dates import draft_of, make_calendar
from commitrack.extract.temporal.drafts import Draft, Scene
from commitrack.extract.temporal.matching import Match
from commitrack.extract.temporal.periods import (
    DAY,
    SIZES,
    YEAR,
    Period,
    around,
    format_period,
    last_day,
    shift,
    shift_day,
)
from commitrack.extract.temporal.relative_dates import base_of, rel_of

_LAST = -1


def make_inside(match: Match, scene: Scene) -> list[Draft]:
    """ "the last day of June", "the first week of August", "the first day of the month"."""
    size = match.values("unit")[0]
    outer = _outer(match, scene)
    if outer is None or SIZES.get(size, len(SIZES)) >= SIZES[outer.size]:
        return []
    number = match.get("nth") if match.has("nth") else _LAST
    if number == _LAST:
        inner = around(last_day(outer), size)
    else:
        inner = around(shift_day(outer.first, size, number - 1), size)
    if inner.first > last_day(outer):
        return []
    why = f"{scene.words(match)} is {format_period(inner)}, in {format_period(outer)}"
    return [draft_of(match, inner, why)]


def _outer(match: Match, scene: Scene) -> Period | None:
    if match.has("month"):
        made = make_calendar(_without_number(match), scene)
        return made[0].period if made else None
    if match.has("year"):
        return Period(YEAR, date(match.get("year"), 1, 1))
    size = match.values("unit")[1]
    if size not in SIZES or size == DAY:
        return None
    count, anchor = rel_of(match) if match.has("rel") else (0, "said")
    base, _ = base_of(scene, anchor)
    return shift(around(base, size), size, count)


def _without_number(match: Match) -> Match:
    """The month alone, its place kept for what stands around."""
    readings = tuple(reading for reading in match.readings if reading.name in {"month", "year"})
    return match._replace(readings=readings)
