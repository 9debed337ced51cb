"""Ended: the quarter that a date beside it ends, or the last one that was over."""

from datetime import date

from commitrack.extract.temporal.calendar_dates import draft_of
from commitrack.extract.temporal.choosing import choose, days_of_years, years_around
from commitrack.extract.temporal.directions import Direction
from commitrack.extract.temporal.drafts import Draft, Scene, show
from commitrack.extract.temporal.matching import Match
from commitrack.extract.temporal.notations import make_day
from commitrack.extract.temporal.periods import DAY, MONTH, QUARTER, Period, around, shift

_MOST_BETWEEN, _MOST_AFTER = 3, 6
_LAST_DAY, _FIRST_YEAR, _YEAR_DIGITS = 31, 1000, 4


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


def end_after(match: Match, scene: Scene) -> Period | None:
    """The end that is named after "ended" or "to": "the week to March 4"."""
    words, cues = scene.tokens.words, scene.lexicon.cues
    if scene.after(match) not in cues["over_at"] and scene.after(match) not in cues["to"]:
        return None
    rest = words[match.last + 2 : match.last + 2 + _MOST_AFTER]
    month = next((number for word in rest[:_MOST_BETWEEN] if (number := _month(word, scene))), 0)
    if not month:
        return None
    numbers = [int(word) for word in rest if word.isdecimal() and len(word) <= _YEAR_DIGITS]
    day = next((it for it in numbers if it <= _LAST_DAY), None)
    year = next((it for it in numbers if it > _FIRST_YEAR), None)
    size = DAY if day else MONTH
    if year is not None:
        first = make_day(year, month, day or 1)
        return Period(size, first) if first else None
    if day:
        days = days_of_years(scene.said, month, day)
    else:
        days = [date(year, month, 1) for year in years_around(scene.said)]
    sign = 0 if scene.after(match) in cues["ending"] else -1
    chosen = choose(days, scene.said, Direction(sign))
    return Period(size, chosen[0]) if chosen else None


def _month(word: str, scene: Scene) -> int:
    readings = scene.lexicon.single.get(word, ())
    return next((int(it.value) for it in readings if it.name == "month"), 0)


def last_quarter(match: Match, scene: Scene) -> Draft:
    """Make "the latest quarter" where none was named: the last one that was over."""
    period = shift(around(scene.said, QUARTER), QUARTER, -1)
    why = f"{scene.words(match)} is the last one that was over on {show(scene.said)}"
    return draft_of(match, period, why)
