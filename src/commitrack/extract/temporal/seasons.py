"""Seasons: of a year that is named, or counted, or chosen."""

from datetime import timedelta

from commitrack.extract.temporal.anchors import base_of, rel_of
from commitrack.extract.temporal.calendar_dates import draft_of
from commitrack.extract.temporal.choosing import choose, years_around
from commitrack.extract.temporal.drafts import Draft, Scene
from commitrack.extract.temporal.matching import Match
from commitrack.extract.temporal.periods import last_day, season_of

_TO_THE_MIDDLE = timedelta(days=45)


def make_season(match: Match, scene: Scene) -> list[Draft]:
    """Make "summer 2026", "the spring of next year", "the spring"."""
    year, code, words = match.get("year"), match.get("season"), scene.words(match)
    if year is None and match.has("rel"):
        count, anchor = rel_of(match)
        year = base_of(scene, anchor)[0].year + count
    year = year or scene.year_ahead(match) or None
    if year is not None:
        return [draft_of(match, season_of(year, code), f"{words} is a season of {year}")]
    days = [season_of(year, code).first for year in years_around(scene.said)]
    chosen = choose(days, scene.said - _TO_THE_MIDDLE, scene.direction(match))
    if chosen is None:
        return []
    period = season_of(chosen[0].year, code)
    return [draft_of(match, period, f"{words} has no year: it is that of {period.first.year}")]


def make_relative_season(match: Match, scene: Scene) -> list[Draft]:
    """Make "last fall", "next spring", "this summer"."""
    code = match.get("season")
    count, anchor = rel_of(match)
    base, name = base_of(scene, anchor)
    this = season_of(base.year, code)
    year = base.year
    if count < 0:
        year -= last_day(this) >= base
    elif count > 0:
        year += this.first <= base
    why = f"{scene.words(match)} is counted from {name}"
    return [draft_of(match, season_of(year, code), why)]
