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
from commitrack.extract.temporal.drafts import Draft, Scene
from commitrack.extract.temporal.ended import last_quarter
from commitrack.extract.temporal.lengths import format_length
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

_SATURDAY, _SUNDAY = 5, 6
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
    if size == HOUR or (count and _is_lapse(match, scene)):
        why = (f"{scene.words(match)} is a length of time",)
        value = format_length([(1, size)])
        return [Draft(match.first, match.last, TimeType.DURATION, value, why)]
    if size not in SIZES or (match.has("kind") and size == DAY):
        return []
    if anchor == REF and count + more == 0:
        return _named(match, scene, size)
    return _counted(match, scene, size)


def _is_lapse(match: Match, scene: Scene) -> bool:
    """Whether "within" stands before: "within the next week"."""
    lead = "".join(scene.tokens.words[max(0, match.first - 2) : max(0, match.first - 1)])
    is_known = scene.before(match) in scene.lexicon.cues["the"]
    return is_known and lead in scene.lexicon.cues["lapses"]


def _counted(match: Match, scene: Scene, size: str) -> list[Draft]:
    count, anchor = rel_of(match)
    if size == DAY:
        anchor = anchor_within(match, scene, anchor)
    elif anchor == REF and _is_coarse(scene.ref, size):
        anchor = SAID  # "the previous month" is none before a year
    elif _is_after_named(match, scene, size):
        anchor = REF
    base, name = base_of(scene, anchor)
    count += match.rule.settings.get("more", 0)  # "the week before last"
    if size == WEEK and anchor == SAID and count < 0 and base.weekday() == _SUNDAY:
        count += 1  # on a Sunday, "last week" is the one that ends
    if size == WEEKEND and count > 0 and _is_at_hand(match, scene, base):
        count -= 1
    period = shift(around(base, size), size, count)
    draft = draft_of(match, period, f"{scene.words(match)} is counted from {name}")
    # "from the previous year" compares: what follows does not relate to it.
    return as_comparison(draft) if anchor == REF and count < 0 else [draft]


def _is_at_hand(match: Match, scene: Scene, base: date) -> bool:
    """Whether "the coming weekend" is the one of the week it was said in."""
    words = scene.tokens.words[match.first : match.last]
    return base.weekday() < _SATURDAY and not scene.lexicon.cues["coming"].isdisjoint(words)


def _is_after_named(match: Match, scene: Scene, size: str) -> bool:
    """Whether "the next year" is told of the past: it follows the one named in its sentence."""
    ref = scene.ref
    if ref is None or rel_of(match)[0] != 1 or SIZES[ref.size] > SIZES[size]:
        return False
    is_over = around(ref.first, size).first < around(scene.said, size).first
    is_the = scene.before(match) in scene.lexicon.cues["the"]
    is_told = is_over and is_the and scene.is_same_sentence(match)
    return is_told and scene.direction(match).sign < 0


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
