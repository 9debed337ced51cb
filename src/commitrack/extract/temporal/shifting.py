"""Shifting: dates that are a length away from when they were said, or from what was named."""

from collections.abc import Sequence
from datetime import date, timedelta

from commitrack.domain.candidate import TimeType
from commitrack.extract.temporal.anchors import REF, SAID, as_comparison, base_of
from commitrack.extract.temporal.calendar_dates import draft_of
from commitrack.extract.temporal.choosing import weekday_near
from commitrack.extract.temporal.directions import Direction
from commitrack.extract.temporal.drafts import Draft, Scene, show
from commitrack.extract.temporal.lengths import Count, format_length, parts_of
from commitrack.extract.temporal.matching import Match
from commitrack.extract.temporal.numbers import VAGUE
from commitrack.extract.temporal.periods import (
    CENTURY,
    DAY,
    DECADE,
    HALF,
    MILLENNIUM,
    MONTH,
    QUARTER,
    SEASON,
    SIZES,
    WEEK,
    YEAR,
    around,
    format_period,
    shift,
    shift_day,
)

_MONTHS = 12
_YEARS = {YEAR: 1, DECADE: 10, CENTURY: 100, MILLENNIUM: 1000}
_MINUTES = {"TH": 60, "TM": 1}
_GRAINS = {"F": WEEK, DECADE: YEAR, CENTURY: YEAR, MILLENNIUM: YEAR}
Part = tuple[float, str]


def make_shifted(match: Match, scene: Scene) -> list[Draft]:
    """Make "two weeks ago", "a year earlier", "a month from now", "three days later"."""
    parts = counted_parts(match)
    if not parts:
        return make_vague_shifted(match, scene)
    if _is_year_before(match, parts, scene):
        return _year_before(match, scene)
    sign = match.rule.settings["sign"]
    if _is_before_calendar(parts, scene):
        return _length_away(match, scene, parts)
    if parts[0][1].startswith("T"):
        return _hours(match, scene, parts)
    anchor = match.get("back") or match.get("forth") or SAID
    is_unknown = match.has("forth") and anchor == REF and scene.ref is None
    if is_unknown and scene.direction(match).sign < 0:
        return _length_away(match, scene, parts)  # "and, 20 years later, became"
    base, name = base_of(scene, anchor)
    day = base
    for count, size in parts:
        day = _move(day, size, sign * count)
    why = f"{scene.words(match)} is {'before' if sign < 0 else 'after'} {name}"
    grain = DAY if match.has("dayword") else _grain(parts[-1], scene, anchor)
    period = around(day, grain)
    return [draft_of(match, period, why)._replace(length=format_length([*parts]))]


def _is_before_calendar(parts: list[Part], scene: Scene) -> bool:
    """Whether a length is longer than there are years: "two million years ago"."""
    count, unit = parts[0]
    return count * _YEARS.get(unit, 0) >= scene.said.year


def make_shifted_same(match: Match, scene: Scene) -> list[Draft]:
    """Make "a year ago this month": the same part of another year."""
    *parts, (_, unit) = counted_parts(match) or [(0, "")]
    if not parts or unit not in SIZES:
        return []
    count, size = parts[0]
    period = around(shift_day(scene.said, size, -int(count)), unit)
    return [draft_of(match, period, f"{scene.words(match)} is counted from {show(scene.said)}")]


def counted_parts(match: Match) -> list[Part]:
    """The counts and units of a match; nothing if a count is not known."""
    parts = parts_of(match)
    known = [(float(count), unit) for count, unit in parts if not isinstance(count, str)]
    if known and "more" in match.rule.settings:  # "a year and a half ago"
        known[0] = (known[0][0] + match.rule.settings["more"], known[0][1])
    return known if len(known) == len(parts) else []


def _move(day: date, size: str, count: float) -> date:
    """A day so many units away; half a year is six months."""
    whole = int(count)
    rest = count - whole
    moved = shift_day(day, size, whole)
    return shift_day(moved, MONTH, round(rest * _MONTHS)) if rest and size == YEAR else moved


def _grain(part: Part, scene: Scene, anchor: str) -> str:
    """How exact the result is: as the unit counted, or as what it is counted from."""
    count, unit = part
    grain = _GRAINS.get(unit, unit) if count % 1 == 0 else DAY
    ref = scene.ref
    is_finer = anchor == REF and ref is not None and ref.size in {DAY, MONTH} and not scene.is_end
    if is_finer and ref is not None and SIZES[ref.size] < SIZES.get(grain, 0):
        return ref.size
    return grain if grain in SIZES else YEAR


def _is_year_before(match: Match, parts: list[Part], scene: Scene) -> bool:
    """Whether "a year ago" stands in a comparison of quarters."""
    is_compared = scene.quarter is not None or (
        scene.ref is not None and scene.ref.size in {QUARTER, HALF}
    )
    if scene.before(match) in scene.lexicon.cues["quotes"]:
        return False  # "A year ago I would not have thought so"
    is_season = scene.ref is not None and scene.ref.size == SEASON and scene.is_same_sentence(match)
    is_year = parts == [(1, YEAR)] and match.has("back") and match.has("one")
    return is_year and (is_compared or is_season)


def _year_before(match: Match, scene: Scene) -> list[Draft]:
    is_season = scene.ref is not None and scene.ref.size == SEASON
    period = scene.ref if is_season else scene.compared or scene.quarter or scene.ref
    if period is None:
        return []
    why = f"{scene.words(match)} is one year before {format_period(period)}"
    return as_comparison(draft_of(match, shift(period, YEAR, -1), why))


def _hours(match: Match, scene: Scene, parts: list[Part]) -> list[Draft]:
    """Make "two hours later" after a time of day; else a length, as its hour is not known."""
    if scene.moment is not None and match.get("forth") == REF:
        moment = scene.moment + timedelta(
            minutes=sum(count * _MINUTES.get(unit, 0) for count, unit in parts)
        )
        why = (f"{scene.words(match)} is after {scene.moment:%H:%M}, named before",)
        value = f"{moment.date().isoformat()}T{moment:%H:%M}"
        period = around(moment.date(), DAY)
        return [Draft(match.first, match.last, TimeType.TIME, value, why, period=period)]
    return _length_away(match, scene, parts)


def make_vague_shifted(match: Match, scene: Scene) -> list[Draft]:
    """Make "years ago", "several months later": a length without a number."""
    return _length_away(match, scene, [(VAGUE, match.get("units") or match.get("unit"))])


def _length_away(match: Match, scene: Scene, parts: Sequence[tuple[Count, str]]) -> list[Draft]:
    """Make a length, where it is not known from when it counts: "20 years later"."""
    why = (f"{scene.words(match)} counts from a time that is not known",)
    return [Draft(match.first, match.last, TimeType.DURATION, format_length([*parts]), why)]


def make_from_day(match: Match, scene: Scene) -> list[Draft]:
    """Make "a week from Monday", "two weeks ago Friday", "two days before yesterday"."""
    parts, sign = counted_parts(match), match.rule.settings["sign"]
    if not parts:
        return []
    if match.has("dayword"):
        base = scene.said + timedelta(days=match.get("dayword"))
    else:
        base = weekday_near(scene.said, match.get("weekday"), Direction(sign))
    count, size = parts[0]
    day = shift_day(base, size, sign * int(count))
    return [draft_of(match, around(day, DAY), f"{scene.words(match)} is counted from {show(base)}")]
