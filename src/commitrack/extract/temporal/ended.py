"""Ended: the quarter that a date beside it ends, or the last one that was over."""

from datetime import date

from commitrack.extract.temporal.calendar_dates import draft_of
from commitrack.extract.temporal.choosing import choose, years_around
from commitrack.extract.temporal.directions import Direction
from commitrack.extract.temporal.drafts import Draft, Scene, show
from commitrack.extract.temporal.matching import Match
from commitrack.extract.temporal.periods import MONTH, QUARTER, Period, around, shift

_MOST_BETWEEN = 3


def month_after(match: Match, scene: Scene) -> Period | None:
    """The month after "ended": of "the quarter ended Sept. 29", September."""
    words, cues = scene.tokens.words, scene.lexicon.cues
    if scene.after(match) not in cues["over_at"]:
        return None
    place = match.last + 2
    for word in words[place : place + _MOST_BETWEEN]:
        for reading in scene.lexicon.single.get(word, ()):
            if reading.name == "month":
                days = [date(year, reading.value, 1) for year in years_around(scene.said)]
                chosen = choose(days, scene.said, Direction(-1))
                return Period(MONTH, chosen[0]) if chosen else None
    return None


def last_quarter(match: Match, scene: Scene) -> Draft:
    """Make "the latest quarter" where none was named: the last one that was over."""
    period = shift(around(scene.said, QUARTER), QUARTER, -1)
    why = f"{scene.words(match)} is the last one that was over on {show(scene.said)}"
    return draft_of(match, period, why)
