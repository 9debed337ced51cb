"""Clocks: times of day, which take their day from what stands beside them."""

from datetime import date, timedelta
from typing import Any

from commitrack.domain.candidate import TimeType
from commitrack.extract.temporal.calendar_dates import format_clock
from commitrack.extract.temporal.drafts import Draft, Scene
from commitrack.extract.temporal.matching import Match
from commitrack.extract.temporal.notations import Clock
from commitrack.extract.temporal.periods import DAY, Period, format_period
from commitrack.extract.temporal.zones import end_of_zone

_NOON, _HOURS, _MINUTES = 12, 24, 60
_MIDNIGHT = "24:00"
_LATE_PARTS = {"TAF", "TEV"}


def make_clock(match: Match, scene: Scene) -> list[Draft]:
    """Make "10 p.m.", "12:01 a.m. EDT", "noon", "five o'clock in the afternoon"."""
    clock = _clock(match)
    is_bare = "bare" in match.rule.settings
    if clock is None or (is_bare and scene.before(match) not in scene.lexicon.cues["clock_leads"]):
        return []  # "killed nine in the morning raid"
    day = _day(match, scene)
    period = Period(DAY, day)
    value = f"{format_period(period)}T{format_clock(clock)}"
    why = [f"{scene.words(match)} is a time of {format_period(period)}"]
    last = end_of_zone(scene, match.last)
    if match.has("zone") or last > match.last:
        why.append("its zone stands beside it")
    return [Draft(match.first, last, TimeType.TIME, value, tuple(why), period=period, clock=clock)]


def _day(match: Match, scene: Scene) -> date:
    """The day that was named before, else when it was said; a midnight that was is of the eve."""
    if scene.ref is not None and scene.ref.size == DAY:
        return (scene.day or scene.ref).first
    is_midnight = match.get("sharp") == _MIDNIGHT
    is_over = is_midnight and scene.direction(match).sign < 0
    return scene.said - timedelta(days=int(is_over))


def _clock(match: Match) -> Clock | None:
    sharp = match.get("sharp")
    if sharp is not None:
        return Clock(int(sharp[:2]), int(sharp[3:]))
    found: Any = match.get("clock") or match.get("hours")
    if found is None:
        hour = match.get("number")
        if hour is None or not 0 <= hour <= _HOURS:
            return None
        minute = round(hour % 1 * 100)  # "10.30am"
        if minute >= _MINUTES:
            return None
        found = Clock(int(hour), minute)
    return _in_half(found, match)


def _in_half(clock: Clock, match: Match) -> Clock | None:
    half = match.get("ampm") or ("pm" if match.get("part") in _LATE_PARTS else None)
    if half is None:
        return clock
    if clock.hour > _NOON:
        return clock if half == "pm" and not match.has("number") else None
    hour = clock.hour % _NOON + (_NOON if half == "pm" else 0)
    return clock._replace(hour=hour)
