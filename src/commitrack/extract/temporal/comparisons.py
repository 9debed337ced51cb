"""Comparisons: the same part of another year, what lay just before or after."""

from datetime import date

from commitrack.extract.temporal.anchors import as_comparison, named_before
from commitrack.extract.temporal.calendar_dates import draft_of
from commitrack.extract.temporal.choosing import choose, years_around
from commitrack.extract.temporal.drafts import Draft, Scene
from commitrack.extract.temporal.matching import Match
from commitrack.extract.temporal.periods import (
    DAY,
    MONTH,
    QUARTER,
    SIZES,
    WEEK,
    YEAR,
    Period,
    around,
    format_period,
    shift,
)

_QUARTER = 3  # months


def make_yearback(match: Match, scene: Scene) -> list[Draft]:
    """Make "the year-ago quarter", "the same period last year"."""
    unit = match.get("unit")
    is_named = scene.ref is not None and scene.ref.size == unit  # "in May ... the same month"
    quarter = scene.compared if match.has("period") else scene.quarter
    period = (not is_named and quarter) or scene.ref or around(scene.said, YEAR)
    if unit in {QUARTER, MONTH, WEEK} and period.size != unit:
        period = around(scene.said, unit)
    if unit == YEAR or (unit != DAY and period.size == DAY):
        period = around(period.first, YEAR)
    why = f"{scene.words(match)} is one year before {format_period(period)}"
    return as_comparison(draft_of(match, shift(period, YEAR, -1), why))


def make_year_period(match: Match, scene: Scene) -> list[Draft]:
    """Make "the 1988 quarter", "the 1988 period": the part named before, of that year."""
    year, base, words = match.get("year"), scene.quarter, scene.words(match)
    if match.has("unit") and match.get("unit") != QUARTER:
        return []
    if base is None:
        return [draft_of(match, Period(YEAR, date(year, 1, 1)), f"{words} is in {year}")]
    period = around(base.first.replace(year=year), QUARTER)
    why = f"{words} is the quarter of {format_period(base)} in that year"
    return as_comparison(draft_of(match, period, why))


def make_beside(match: Match, scene: Scene) -> list[Draft]:
    """Make "the day before", "the year after", where nothing follows that it is before."""
    size = match.get("unit")
    is_last = scene.after(match) in scene.lexicon.cues["ends"]
    if size not in SIZES or scene.ref is None or not is_last:
        return []
    period = shift(around(scene.ref.first, size), size, match.rule.settings["sign"])
    why = f"{scene.words(match)} is counted from {named_before(scene.ref)}"
    return [draft_of(match, period, why)]


def make_month_quarter(match: Match, scene: Scene) -> list[Draft]:
    """Make "the September quarter", "the April-June period": the quarter that ends with it."""
    if match.get("unit") != QUARTER and not match.has("period"):
        return []
    months = match.values("month")
    if len(months) > 1 and (months[-1] - months[0], months[-1] % _QUARTER) != (_QUARTER - 1, 0):
        return []
    days = [date(year, months[-1], 1) for year in years_around(scene.said)]
    chosen = choose(days, scene.said.replace(day=1), scene.direction(match), told=scene.said)
    if chosen is None:
        return []
    why = f"{scene.words(match)} has no year: {chosen[1]}"
    return [draft_of(match, around(chosen[0], QUARTER), why)]
