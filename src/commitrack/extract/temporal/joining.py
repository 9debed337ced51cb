"""Joining: a time of day and the day beside it are one expression."""

from datetime import date

from commitrack.domain.candidate import TimeType
from commitrack.extract.temporal.calendar_dates import format_clock
from commitrack.extract.temporal.drafts import Draft, Scene
from commitrack.extract.temporal.notations import Clock
from commitrack.extract.temporal.periods import DAY, Period, format_period

_MOST_BETWEEN, _NOON, _MOST_SHARING = 2, 12, 2
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


def share_day(drafts: list[Draft], scene: Scene) -> None:
    """Give times of day the day of what was found last: "from 10 a.m. to 3 p.m. on Friday"."""
    for place in range(len(drafts) - 2, max(-1, len(drafts) - 2 - _MOST_SHARING), -1):
        shared = _on_day_of(drafts[place], drafts[place + 1], scene)
        if shared is None:
            return
        drafts[place] = shared


def _on_day_of(earlier: Draft, later: Draft, scene: Scene) -> Draft | None:
    """A time of day with the day of the next expression, if that is its day."""
    if earlier.clock is None or later.clock is not None:
        return None
    day = _day(later)
    if day is None or not _is_same_day(earlier, later, scene):
        return None
    value = f"{format_period(day)}T{format_clock(earlier.clock)}"
    told = f'it is of the day of "{scene.tokens.span(later.first, later.last)}"'
    return earlier._replace(value=value, period=day, clock=None, why=(*earlier.why, told))


def _is_same_day(earlier: Draft, later: Draft, scene: Scene) -> bool:
    """Whether it is a range, or what a bracket adds: "3 p.m. (1900 GMT) on Friday"."""
    cues, between = scene.lexicon.cues, scene.tokens.words[earlier.last + 1 : later.first]
    is_compound = not between and scene.tokens.is_compound(earlier.last, later.first)
    if is_compound or (len(between) == 1 and between[0] in cues["joining"]):
        return later.type is TimeType.TIME
    return any(not it.isalpha() for it in between) and cues["around_brackets"].issuperset(between)


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
