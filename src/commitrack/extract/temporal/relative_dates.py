"""Relative dates: periods counted from when the words were said, or from a time named before."""

from datetime import date

from commitrack.domain.candidate import TimeType
from commitrack.extract.temporal.anchors import (
    REF,
    SAID,
    anchor_within,
    as_comparison,
    base_of,
    named_before,
    rel_of,
)
from commitrack.extract.temporal.calendar_dates import draft_of
from commitrack.extract.temporal.drafts import Draft, Scene, show
from commitrack.extract.temporal.ended import last_quarter, month_after
from commitrack.extract.temporal.matching import Match
from commitrack.extract.temporal.notations import make_day
from commitrack.extract.temporal.periods import (
    DAY,
    HOUR,
    MONTH,
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

_SATURDAY = 5
_UNKNOWN_DAY = {MONTH: "-XX", YEAR: "-XX-XX"}


def make_relative(match: Match, scene: Scene) -> list[Draft]:
    """Make "last week", "this fiscal year", "the following month", "the latest period"."""
    size = match.get("unit")
    count, anchor = rel_of(match)
    more = match.rule.settings.get("more", 0)
    if match.has("period"):
        return _same_period(match, scene, count)
    if more and scene.after(match) not in scene.lexicon.cues["ends"]:
        return []
    if size == HOUR:
        why = (f"{scene.words(match)} is a length of time",)
        return [Draft(match.first, match.last, TimeType.DURATION, "PT1H", why)]
    if size not in SIZES or (match.has("kind") and size == DAY):
        return []
    if anchor == REF and count + more == 0:
        return _named(match, scene, size)
    return _counted(match, scene, size)


def _counted(match: Match, scene: Scene, size: str) -> list[Draft]:
    count, anchor = rel_of(match)
    if size == DAY:
        anchor = anchor_within(match, scene, anchor)
    elif anchor == REF and _is_coarse(scene.ref, size):
        anchor = SAID  # "the previous month" is none before a year
    base, name = base_of(scene, anchor)
    count += match.rule.settings.get("more", 0)  # "the week before last"
    period = shift(around(base, size), size, count)
    draft = draft_of(match, period, f"{scene.words(match)} is counted from {name}")
    # "from the previous year" compares: what follows does not relate to it.
    return as_comparison(draft) if anchor == REF and count < 0 else [draft]


def _is_coarse(ref: Period | None, size: str) -> bool:
    """Whether what was named is longer than what is counted."""
    return ref is not None and SIZES[ref.size] > SIZES[size]


def _named(match: Match, scene: Scene, size: str) -> list[Draft]:
    """Make "that year", "the same day": the period around what was named before."""
    ref = scene.quarter if size == QUARTER and scene.quarter is not None else scene.ref
    if size == QUARTER and (ref is None or ref.size != QUARTER):
        return [last_quarter(match, scene)]
    if ref is None:
        return _counted(match, scene, size)
    if size == DAY and ref.size != DAY:
        return _some_day(match, scene, ref)
    why = f"{scene.words(match)} is counted from {named_before(ref)}"
    return [draft_of(match, around(ref.first, size), why)]


def _some_day(match: Match, scene: Scene, ref: Period) -> list[Draft]:
    """Make "that day" after a month or a year was named: which one is not known."""
    missing = _UNKNOWN_DAY.get(ref.size)
    if missing is None:
        return []
    why = (f"{scene.words(match)} is some day of {format_period(ref)}",)
    return [Draft(match.first, match.last, TimeType.DATE, format_period(ref) + missing, why)]


def _same_period(match: Match, scene: Scene, count: int) -> list[Draft]:
    """Make "the latest period", "the previous period"."""
    ref = scene.quarter or scene.ref
    if ref is None:
        return []
    period = shift(ref, YEAR if ref.size == DAY else ref.size, count) if count else ref
    return [draft_of(match, period, f"{scene.words(match)} is counted from {named_before(ref)}")]


def make_relative_month(match: Match, scene: Scene) -> list[Draft]:
    """Make "last April", "this September", "last Oct. 23"."""
    month, day = match.get("month"), match.get("day") or match.get("nth")
    count, anchor = rel_of(match)
    base, name = base_of(scene, anchor)
    year = base.year
    if count < 0:
        year -= month >= base.month
    elif count > 0:
        year += month <= base.month
    first = make_day(year, month, int(day or 1))
    if first is None:
        return []
    why = f"{scene.words(match)} is counted from {name}"
    return [draft_of(match, Period(DAY if day else MONTH, first), why)]


def make_bare_unit(match: Match, scene: Scene) -> list[Draft]:
    """Make "the quarter", "the year": the one that is being spoken of."""
    size = match.rule.settings.get("unit") or match.get("unit")
    words = scene.words(match)
    if size not in SIZES:
        return []
    if size == YEAR and scene.after(match) in scene.lexicon.cues["ended"]:
        why = (f"{words} is a length of time, whose end is named",)
        return [Draft(match.first, match.last, TimeType.DURATION, "P1Y", why)]
    if size == QUARTER and (end := month_after(match, scene)):
        told = f"{words} is the one that ends in {format_period(end)}"
        return [draft_of(match, around(end.first, QUARTER), told)]
    named = {QUARTER: scene.quarter, DAY: scene.day}.get(size)
    if named is not None and named.size == size:
        return [draft_of(match, named, f"{words} is {named_before(named)}")]
    if size == WEEK and _is_some_week(scene, match):
        why = (f"{words} is a week of {scene.said.year}, and which is not said",)
        value = f"{scene.said.year:04}-WXX"
        return [Draft(match.first, match.last, TimeType.DATE, value, why)]
    period = around(scene.said, size)
    if size == WEEKEND and _is_over(scene.said, scene, match):
        period = shift(period, WEEK, -1)
    return [draft_of(match, period, f"{words} is the one of {show(scene.said)}, when it was said")]


def _is_some_week(scene: Scene, match: Match) -> bool:
    """Whether "the week" may be the last one or this one; "the end of the week" is ahead."""
    lead = "".join(scene.tokens.words[max(0, match.first - 2) : max(0, match.first - 1)])
    return lead not in scene.lexicon.cues["of"] and scene.direction(match).sign <= 0


def _is_over(said: date, scene: Scene, match: Match) -> bool:
    """Whether "the weekend" is the one before a Monday to Friday."""
    return said.weekday() < _SATURDAY and scene.direction(match).sign <= 0
