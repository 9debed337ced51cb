"""Lengths: durations, and dates that are a length away."""

from datetime import date, timedelta
from itertools import pairwise

from commitrack.domain.candidate import TimeType
from commitrack.extract.temporal.calendar_dates import draft_of
from commitrack.extract.temporal.choosing import weekday_near
from commitrack.extract.temporal.directions import Direction
from commitrack.extract.temporal.drafts import Draft, Scene, show
from commitrack.extract.temporal.matching import Match
from commitrack.extract.temporal.numbers import VAGUE
from commitrack.extract.temporal.periods import (
    DAY,
    HALF,
    QUARTER,
    SIZES,
    WEEK,
    YEAR,
    Period,
    around,
    format_period,
    shift,
    shift_day,
)
from commitrack.extract.temporal.anchors import base_of

_CODES = {"TS": "S", "TM": "M", "TH": "H"}
_TENS = {"E": 10, "C": 100, "L": 1000}
_SHORT = 3
_ORDER = ("TS", "TM", "TH", "D", "W", "M", "Q", "Y")
_MINUTES, _MONTHS = 60, 12
Count = float | str


def format_length(parts: list[tuple[Count, str]]) -> str:
    """A length as TIMEX3 writes it.

    >>> format_length([(2, "Y"), (3, "M")])
    'P2Y3M'
    >>> format_length([(1.5, "TH")])
    'PT1H30M'
    """
    days, times = "", ""
    for count, unit in parts:
        for number, code in _whole(count, unit):
            if unit in _CODES:
                times += f"{number}{code}"
            else:
                days += f"{number}{code}"
    return f"P{days}" + (f"T{times}" if times else "")


def _whole(count: Count, unit: str) -> list[tuple[str, str]]:
    """A count without fractions where the next smaller unit has whole ones."""
    if isinstance(count, str):
        return [(count, {"F": "W", "WE": "W"}.get(unit, _CODES.get(unit, unit)))]
    if unit in _TENS:
        return [(_plain(count * _TENS[unit]), "Y")]
    if unit == "F":
        return [(_plain(count * 2), "W")]
    if unit == "WE":
        return [(_plain(count), "WE")]
    rest = count % 1
    if rest and unit in {"TH", "TM"}:
        smaller = {"TH": "M", "TM": "S"}[unit]
        whole = [(_plain(count - rest), _CODES[unit])] if count >= 1 else []
        return [*whole, (_plain(round(rest * _MINUTES)), smaller)]
    if rest and unit == YEAR and (rest * _MONTHS) % 1 == 0:
        months = rest * _MONTHS
        whole = [(_plain(count - rest), "Y")] if count >= 1 else []
        return [*whole, (_plain(months), "M")]
    return [(_plain(count), _CODES.get(unit, unit))]


def _plain(count: float) -> str:
    return str(int(count)) if count == int(count) else f"{count:g}"


def parts_of(match: Match) -> list[tuple[Count, str]]:
    """The counts and units of a match, in their order."""
    parts: list[tuple[Count, str]] = []
    count: Count | None = None
    for reading in match.readings:
        if reading.name in {"number", "some", "one", "half", "nth"}:
            if reading.name == "nth" and any(r.name == "number" for r in match.readings):
                continue
            count = reading.value
        elif reading.name in {"unit", "units", "longword"}:
            parts.append((1 if count is None else count, reading.value))
            count = None
    return parts


def make_length(match: Match, scene: Scene) -> list[Draft]:
    """Make "90 days", "two years and three months", "the next two weeks", "half an hour"."""
    parts = parts_of(match)
    settings = match.rule.settings
    if not parts:
        return []
    count, unit = parts[0]
    if not _is_falling(parts):
        return []
    if "more" in settings and isinstance(count, (int, float)):
        parts[0] = (count + settings["more"], unit)
    if "half" in settings:
        parts[0] = (0.5, unit)
    value = format_length(parts)
    if match.rule.settings.get("rate") or _is_rate(match, scene):
        return make_rate(match, scene)
    kind = match.get("kind") or ""
    told = f" ({kind} days)" if kind and unit == DAY else ""
    why = [f"{scene.words(match)} is a length of time{told}"]
    if match.has("rel"):
        why.append(f"it is counted from {base_of(scene, match.get('rel')[1])[1]}")
    return [Draft(match.first, match.last, TimeType.DURATION, value, tuple(why))]


def _is_rate(match: Match, scene: Scene) -> bool:
    """Whether "a year" is how often: after an amount, "$33 million a year"."""
    before = scene.tokens.words[match.first - 1] if match.first else ""
    cues = scene.lexicon.cues
    return (
        match.readings[0].name == "one"
        and match.last == match.first + 1
        and (before in cues["rates"] or before[:1].isdecimal() or _is_plural(before))
        and "".join(scene.tokens.words[match.last + 1 : match.last + 2]) not in cues["not_rates"]
    )


def _is_falling(parts: list[tuple[Count, str]]) -> bool:
    """Whether each unit is smaller than the one before: "two years and three months"."""
    order = [_ORDER.index(unit) if unit in _ORDER else 0 for _, unit in parts]
    return all(before > after for before, after in pairwise(order))


def _is_plural(word: str) -> bool:
    return len(word) > _SHORT and word[-1] == "s" and word[-2] not in "su"


def make_rate(match: Match, scene: Scene) -> list[Draft]:
    """Make "a year" after an amount, "per month"."""
    why = (f"{scene.words(match)} comes again and again",)
    value = format_length([(1, match.get("unit"))])
    return [Draft(match.first, match.last, TimeType.SET, value, why)]


def make_length_or(match: Match, scene: Scene) -> list[Draft]:
    """Make "a year or so", "a week or two"."""
    value = format_length(parts_of(match)[:1])
    why = (f"{scene.words(match)} is a length of time, about",)
    return [Draft(match.first, match.last, TimeType.DURATION, value, why, mod="APPROX")]


def make_vague_length(match: Match, scene: Scene) -> list[Draft]:
    """Make "recent years", "the past few weeks", "the coming months"."""
    value = format_length([(match.get("some") or VAGUE, match.get("units"))])
    why = (f"{scene.words(match)} is a length of time without a number",)
    return [Draft(match.first, match.last, TimeType.DURATION, value, why)]


def make_bare_units(match: Match, scene: Scene) -> list[Draft]:
    """Make "for years", "in decades"."""
    value = format_length([(VAGUE, match.get("units"))])
    why = (f"{scene.words(match)} is a length of time without a number",)
    return [Draft(match.first, match.last, TimeType.DURATION, value, why)]


def make_shifted(match: Match, scene: Scene) -> list[Draft]:
    """Make "two weeks ago", "a year earlier", "a month from now", "three days later"."""
    parts, sign = parts_of(match), match.rule.settings["sign"]
    anchor = match.get("back") or match.get("forth") or "said"
    if any(isinstance(count, str) for count, _ in parts):
        return make_vague_shifted(match, scene)
    base, name = base_of(scene, anchor)
    if _is_year_before(match, parts, scene):
        return _year_before(match, scene)
    unit = parts[0][1]
    if unit.startswith("T"):
        return _hours(match, scene, parts, sign)
    try:
        day = base
        for count, size in parts:
            whole, rest = divmod(float(count), 1)
            day = shift_day(day, size, sign * int(whole))
            if rest and size == YEAR:
                day = shift_day(day, "M", sign * round(rest * _MONTHS))
    except OverflowError:
        return []
    size = parts[-1][1] if float(parts[-1][0]) % 1 == 0 else DAY
    grain = {"F": WEEK, "E": YEAR, "C": YEAR, "L": YEAR}.get(size, size)
    if anchor == "ref" and scene.ref is not None and SIZES[scene.ref.size] < SIZES.get(grain, 0):
        grain = scene.ref.size if scene.ref.size in {DAY, "M"} else grain
    period = around(day, grain if grain in SIZES else YEAR)
    why = f"{scene.words(match)} is {'before' if sign < 0 else 'after'} {name}"
    return [draft_of(match, period, why)._replace(length=format_length(parts))]


def _is_year_before(match: Match, parts: list[tuple[Count, str]], scene: Scene) -> bool:
    return (
        parts == [(1, YEAR)]
        and match.has("back")
        and match.has("one")
        and scene.ref is not None
        and (scene.ref.size in {QUARTER, HALF} or scene.quarter is not None)
    )


def _year_before(match: Match, scene: Scene) -> list[Draft]:
    """In a comparison of quarters, "a year ago" is the same quarter."""
    period = scene.compared or scene.quarter or scene.ref
    if period is None:
        return []
    earlier = shift(period, YEAR, -1)
    why = f"{scene.words(match)} is one year before {format_period(period)}"
    return [
        draft_of(match, earlier, why)._replace(period=None)
    ]  # a comparison: no one refers to it


def _hours(match: Match, scene: Scene, parts: list[tuple[Count, str]], sign: int) -> list[Draft]:
    value = format_length(parts)
    side = "before" if sign < 0 else "after"
    why = (f"{scene.words(match)} is a length {side} {show(scene.said)}, whose hour is not known",)
    return [Draft(match.first, match.last, TimeType.DURATION, value, why)]


def make_vague_shifted(match: Match, scene: Scene) -> list[Draft]:
    """Make "years ago", "several months later": a length without a number."""
    unit = match.get("units") or match.get("unit")
    value = format_length([(VAGUE, unit)])
    why = (f"{scene.words(match)} is a length of time without a number",)
    return [Draft(match.first, match.last, TimeType.DURATION, value, why)]


def make_half_year(match: Match, scene: Scene) -> list[Draft]:
    """Make "the half-year": the half of a year that was said in."""
    period: Period = around(date(scene.said.year, scene.said.month, 1), HALF)
    return [draft_of(match, period, f"{scene.words(match)} is the one of {show(scene.said)}")]


def make_from_day(match: Match, scene: Scene) -> list[Draft]:
    """Make "a week from Monday", "two weeks ago Friday", "two days before yesterday"."""
    parts = parts_of(match)
    is_after = match.has("'from") or match.has("'after")
    if not parts or isinstance(parts[0][0], str):
        return []
    if match.has("dayword"):
        base = scene.said + timedelta(days=match.get("dayword"))
    else:
        base = weekday_near(scene.said, match.get("weekday"), Direction(1 if is_after else -1))
    count, size = parts[0]
    try:
        day = shift_day(base, size, int(count) if is_after else -int(count))
    except OverflowError:
        return []
    why = f"{scene.words(match)} is counted from {show(base)}"
    return [draft_of(match, around(day, DAY), why)]
