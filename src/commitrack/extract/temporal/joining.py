"""Joining: a time of day and the day beside it are one expression."""

from commitrack.domain.candidate import TimeType
from commitrack.extract.temporal.calendar_dates import format_clock
from commitrack.extract.temporal.drafts import Draft, Scene
from commitrack.extract.temporal.periods import DAY, format_period

_MOST_BETWEEN = 2


def join(earlier: Draft, later: Draft, scene: Scene) -> Draft | None:
    """One expression of two, if one is a time of day and the other a day, and little between."""
    between = scene.tokens.words[earlier.last + 1 : later.first]
    if len(between) > _MOST_BETWEEN or not all(
        word in scene.lexicon.cues["joints"] for word in between
    ):
        return None
    if earlier.clock is not None and later.clock is None:
        clocked, dated = earlier, later
    elif later.clock is not None and earlier.clock is None:
        clocked, dated = later, earlier
    else:
        return None
    if (
        dated.period is None
        or dated.period.size != DAY
        or clocked.clock is None
        or dated.type not in {TimeType.DATE, TimeType.TIME}
    ):
        return None
    value = f"{format_period(dated.period)}T{format_clock(clocked.clock)}"
    why = (
        *dated.why,
        f'"{scene.tokens.span(clocked.first, clocked.last)}" is the time of that day',
    )
    return Draft(
        earlier.first, later.last, TimeType.TIME, value, why, mod=dated.mod, period=dated.period
    )
