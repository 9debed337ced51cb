"""Inside: a numbered day or week of a month, quarter or year."""

from datetime import date, timedelta

from commitrack.extract.temporal.anchors import base_of, rel_of
from commitrack.extract.temporal.calendar_dates import draft_of, make_calendar
from commitrack.extract.temporal.drafts import Draft, Scene
from commitrack.extract.temporal.matching import Match
from commitrack.extract.temporal.periods import (
    DAY,
    MONTH,
    SIZES,
    YEAR,
    Period,
    around,
    format_period,
    last_day,
    shift,
    shift_day,
)

_LAST = -1
_WEEK = 7


def make_inside(match: Match, scene: Scene) -> list[Draft]:
    """Make "the last day of June", "the first week of August", "the first day of the month"."""
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


def make_inside_weekday(match: Match, scene: Scene) -> list[Draft]:
    """Make "the last Friday of the month", "the first Monday in September"."""
    outer = _outer(match, scene)
    if outer is None or outer.size not in {MONTH, YEAR}:
        return []
    weekday = match.get("weekday")
    if match.has("nth"):
        first = outer.first + timedelta(days=(weekday - outer.first.weekday()) % _WEEK)
        day = first + timedelta(days=_WEEK * (match.get("nth") - 1))
    else:
        end = last_day(outer)
        day = end - timedelta(days=(end.weekday() - weekday) % _WEEK)
    if day > last_day(outer):
        return []
    return [draft_of(match, Period(DAY, day), f"{scene.words(match)}, in {format_period(outer)}")]


def _outer(match: Match, scene: Scene) -> Period | None:
    if match.has("month"):
        made = make_calendar(_without_number(match), scene)
        return made[0].period if made else None
    if match.has("year"):
        return Period(YEAR, date(match.get("year"), 1, 1))
    size = match.values("unit")[-1]
    if size not in SIZES or size == DAY:
        return None
    count, anchor = rel_of(match) if match.has("rel") else (0, "said")
    base, _ = base_of(scene, anchor)
    return shift(around(base, size), size, count)


def _without_number(match: Match) -> Match:
    """The month alone, its place kept for what stands around."""
    readings = tuple(reading for reading in match.readings if reading.name in {"month", "year"})
    return match._replace(readings=readings)
