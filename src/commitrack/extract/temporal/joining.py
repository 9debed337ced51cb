"""Joining: a time of day and the day beside it are one expression."""

from datetime import date

from commitrack.domain.candidate import TimeType
from commitrack.extract.temporal.calendar_dates import format_clock
from commitrack.extract.temporal.drafts import Draft, Scene
from commitrack.extract.temporal.notations import Clock
from commitrack.extract.temporal.periods import DAY, Period, format_period

_MOST_BETWEEN, _NOON = 2, 12
_NIGHT = "TNI"
_LATE = {"TAF": 1, "TEV": 4, "TNI": 5}


def join(earlier: Draft, later: Draft, scene: Scene) -> Draft | None:
    """One expression of two, if one is a time of day and the other a day, and little between."""
    between, cues = scene.tokens.words[earlier.last + 1 : later.first], scene.lexicon.cues
    is_stamp = later.clock is not None and len(between) == 1 and between[0] in cues["stamp_joints"]
    if len(between) > _MOST_BETWEEN or not (is_stamp or cues["joints"].issuperset(between)):
        return None  # beside a stamp such as "Oct. 9, 2010 - 7:28 AM"
    if earlier.clock is not None and later.clock is None:
        clocked, dated = earlier, later
    elif later.clock is not None and earlier.clock is None:
        clocked, dated = later, earlier
    else:
        return None
    day = _day(dated)
    if day is None or clocked.clock is None:
        return None
    clock = _in_part(clocked.clock, dated.value)
    value = f"{format_period(day)}T{format_clock(clock)}"
    why = (
        *dated.why,
        f'"{scene.tokens.span(clocked.first, clocked.last)}" is the time of that day',
    )
    return Draft(earlier.first, later.last, TimeType.TIME, value, why, mod=dated.mod, period=day)


def on_day_of(earlier: Draft, later: Draft, scene: Scene) -> Draft:
    """A time of day with the day of the next: "from 10 a.m. to 3 p.m. on Friday"."""
    between, day = scene.tokens.words[earlier.last + 1 : later.first], later.period
    is_range = len(between) == 1 and between[0] in scene.lexicon.cues["joining"]
    if not is_range or earlier.clock is None or later.clock is not None or day is None:
        return earlier
    if later.type is not TimeType.TIME:
        return earlier
    value = f"{format_period(day)}T{format_clock(earlier.clock)}"
    told = f'it is of the day of "{scene.tokens.span(later.first, later.last)}"'
    return earlier._replace(value=value, period=day, why=(*earlier.why, told))


def _day(dated: Draft) -> Period | None:
    """The day of what a time of day may belong to, which of "tonight" is that of its night."""
    if dated.type not in {TimeType.DATE, TimeType.TIME}:
        return None
    if dated.value.endswith(_NIGHT):
        return Period(DAY, date.fromisoformat(dated.value[: -len(_NIGHT)]))
    return dated.period if dated.period is not None and dated.period.size == DAY else None


def _in_part(clock: Clock, value: str) -> Clock:
    """The hour of "six o'clock this evening": of a later part of the day, the later one."""
    earliest = next((hour for part, hour in _LATE.items() if value.endswith(part)), _NOON)
    return clock._replace(hour=clock.hour + _NOON) if earliest <= clock.hour < _NOON else clock
