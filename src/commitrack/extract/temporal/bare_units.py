"""Bare units: "the quarter", "the year", "the day after": the one that is being spoken of."""

from datetime import date

from commitrack.domain.candidate import TimeType
from commitrack.extract.temporal.anchors import named_before
from commitrack.extract.temporal.calendar_dates import draft_of
from commitrack.extract.temporal.drafts import Draft, Scene, show
from commitrack.extract.temporal.ended import end_after, month_after
from commitrack.extract.temporal.matching import Match
from commitrack.extract.temporal.periods import (
    DAY,
    QUARTER,
    SIZES,
    WEEK,
    WEEKEND,
    YEAR,
    Period,
    around,
    format_period,
    shift,
)

_BESIDE = 3  # "May 5, the day"
_DECEMBER = 12
_EARLY = {QUARTER: 60, YEAR: 100}  # days
_SATURDAY = 5


def make_bare_unit(match: Match, scene: Scene) -> list[Draft]:
    """Make "the quarter", "the year": the one that is being spoken of."""
    size = match.rule.settings.get("unit") or match.get("unit")
    if size not in SIZES:
        return []
    return _ended(match, scene, size) or _named(match, scene, size)


def _ended(match: Match, scene: Scene, size: str) -> list[Draft]:
    """Make "the week ended March 4", "the year to June": by the end that is named."""
    words, end = scene.words(match), None
    if size in {WEEK, YEAR}:
        end = end_after(match, scene)
        is_length = size == YEAR and not (end and _is_whole(size, end))
        if is_length and (end or scene.after(match) in scene.lexicon.cues["ended"]):
            why = (f"{words} is a length of time, whose end is named",)
            return [Draft(match.first, match.last, TimeType.DURATION, "P1Y", why)]
    elif size == QUARTER:
        end = month_after(match, scene)
    if end is None or not _is_whole(size, end):
        return []
    told = f"{words} is the one that ends in {format_period(end)}"
    return [draft_of(match, around(end.first, size), told)]


def _is_whole(size: str, end: Period) -> bool:
    """Whether what ends then is a week, a quarter, or a year of the calendar."""
    if size == YEAR:
        return end.first.month == _DECEMBER
    return size == QUARTER or end.size == DAY


def _named(match: Match, scene: Scene, size: str) -> list[Draft]:
    """The one that was named before, else the one of when it was said."""
    words = scene.words(match)
    if size == DAY and scene.after(match) in scene.lexicon.cues["near_event"]:
        lead = "".join(scene.tokens.words[max(0, match.first - 2) : match.first - 1])
        if lead not in scene.lexicon.cues["in"]:
            return _day_of_event(match, scene)
    named = {QUARTER: scene.quarter, DAY: scene.day}.get(size, _just_named(scene, match))
    if named is not None and named.size == size and not _is_ahead(named, match, scene):
        return [draft_of(match, named, f"{words} is {named_before(named)}")]
    if size == WEEK and _is_some_week(scene, match):
        why = (f"{words} is a week of {scene.said.year}, and which is not said",)
        value = f"{scene.said.year:04}-WXX"
        return [Draft(match.first, match.last, TimeType.DATE, value, why)]
    period = around(scene.said, size)
    if size == WEEKEND and _is_over(scene.said, scene, match):
        period = shift(period, WEEK, -1)
    if size in {QUARTER, YEAR} and _is_reported(match, scene, period):
        last = shift(period, size, -1)
        return [draft_of(match, last, f"{words} is the last that was over, as it is reported")]
    return [draft_of(match, period, f"{words} is the one of {show(scene.said)}, when it was said")]


def _is_reported(match: Match, scene: Scene, period: Period) -> bool:
    """Whether it is over, early in the next one: "for the quarter, sales rose"."""
    lead = "".join(scene.tokens.words[max(0, match.first - 2) : max(0, match.first - 1)])
    is_early = (scene.said - period.first).days <= _EARLY[period.size]
    is_for = lead in scene.lexicon.cues["for"] or (
        period.size == QUARTER and lead in scene.lexicon.cues["in"]
    )
    return is_early and is_for and scene.direction(match, is_far=True).sign < 0


def _is_ahead(named: Period, match: Match, scene: Scene) -> bool:
    """Whether the one that goes on is meant: "stalled since 2005, it is due before the year..."."""
    lead = "".join(scene.tokens.words[max(0, match.first - 2) : max(0, match.first - 1)])
    if named.size == DAY and named.first < scene.said:
        return scene.direction(match).sign > 0  # "we will know more later in the day"
    is_over = named.size == YEAR and named.first.year < scene.said.year
    return is_over and lead in scene.lexicon.cues["before"] and scene.direction(match).sign > 0


def _day_of_event(match: Match, scene: Scene) -> list[Draft]:
    """Make "the day after the blast": of a day named before; beside that, the day itself."""
    if scene.day is None:
        return []
    words, cues = scene.tokens.words, scene.lexicon.cues
    is_beside = scene.last == match.first - _BESIDE and words[scene.last + 1] in cues["commas"]
    is_before = scene.after(match) in cues["before"]
    count = 0 if is_beside else -1 if is_before else 1
    why = f"{scene.words(match)} is counted from {named_before(scene.day)}"
    return [draft_of(match, shift(scene.day, DAY, count), why)]


def _just_named(scene: Scene, match: Match) -> Period | None:
    """The time named before in the sentence: "in 1986 ... for the full year"."""
    return scene.ref if scene.is_same_sentence(match) else None


def _is_some_week(scene: Scene, match: Match) -> bool:
    """Whether "the week" may be the last one or this one; "the end of the week" is ahead."""
    lead = "".join(scene.tokens.words[max(0, match.first - 2) : max(0, match.first - 1)])
    return lead not in scene.lexicon.cues["of"] and scene.direction(match).sign <= 0


def _is_over(said: date, scene: Scene, match: Match) -> bool:
    """Whether "the weekend" is the one before a Monday to Friday."""
    return said.weekday() < _SATURDAY and scene.direction(match).sign <= 0
