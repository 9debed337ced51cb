"""Relative dates: what is counted from when the words were said, or from a time named before."""

from datetime import date, timedelta

from commitrack.domain.candidate import TimeType
from commitrack.extract.temporal.calendar_dates import draft_of
from commitrack.extract.temporal.choosing import choose, weekday_near, years_around
from commitrack.extract.temporal.directions import Direction
from commitrack.extract.temporal.drafts import Draft, Scene, show
from commitrack.extract.temporal.matching import Match
from commitrack.extract.temporal.notations import make_day
from commitrack.extract.temporal.periods import (
    DAY,
    MONTH,
    QUARTER,
    SIZES,
    WEEK,
    WEEKEND,
    YEAR,
    Period,
    around,
    format_period,
    season_of,
    shift,
)

_WEEK_DAYS, _SATURDAY = 7, 5


def base_of(scene: Scene, anchor: str) -> tuple[date, str]:
    """The day that is counted from, and how reasons name it."""
    if anchor == "ref" and scene.ref is not None:
        return scene.ref.first, f"{format_period(scene.ref)}, named before"
    return scene.said, f"{show(scene.said)}, when it was said"


def rel_of(match: Match) -> tuple[int, str]:
    """How many periods on or back, and from where."""
    count, anchor = match.values("rel")[-1] if match.has("rel") else (0, "ref")
    return int(count), str(anchor)


def at(match: Match, scene: Scene, day: date, reason: str) -> list[Draft]:
    """A day, or the part of it that is named."""
    part = match.get("part")
    value = format_period(Period(DAY, day))
    if part is not None:
        value += part if part[0] == "T" else f"T{part}"
    kind = TimeType.DATE if part is None else TimeType.TIME
    why = (f"{scene.words(match)} is {show(day)}: {reason}",)
    return [Draft(match.first, match.last, kind, value, why, period=Period(DAY, day))]


def make_dayword(match: Match, scene: Scene) -> list[Draft]:
    """ "yesterday", "tomorrow night"."""
    count = match.get("dayword")
    day = scene.said + timedelta(days=count)
    return at(match, scene, day, f"counted from {show(scene.said)}, when it was said")


def make_tonight(match: Match, scene: Scene) -> list[Draft]:
    """ "tonight", "last night", "overnight": a night beside when it was said."""
    day = scene.said + timedelta(days=match.get("tonight"))
    why = (f"{scene.words(match)} is the night of {show(day)}",)
    value = f"{format_period(Period(DAY, day))}TNI"
    return [Draft(match.first, match.last, TimeType.TIME, value, why)]


def make_weekday(match: Match, scene: Scene) -> list[Draft]:
    """ "Friday", "last Wednesday", "the previous Friday", "Monday night", "Monday next week"."""
    weekday, said = match.get("weekday"), scene.said
    if match.has("'week"):
        base, name = base_of(scene, rel_of(match)[1])
        week = shift(around(base, WEEK), WEEK, rel_of(match)[0])
        return at(
            match, scene, week.first + timedelta(days=weekday), f"the week counted from {name}"
        )
    if match.has("rel"):
        return _rel_weekday(match, scene, weekday)
    before = scene.tokens.words[match.first - 1] if match.first else ""
    named = scene.ref
    if before in scene.lexicon.cues["brackets"] and named is not None and named.size == DAY and named.first.weekday() == weekday:
        return at(match, scene, named.first, "the day named before")
    direction = scene.direction(match)
    after = "".join(scene.tokens.words[match.last + 1 : match.last + 2])
    if after in scene.lexicon.cues["possessive"] and not direction.is_strong:
        direction = Direction(-1)  # "Friday's ruling" was made
    day = weekday_near(said, weekday, direction)
    way = "first one from" if direction.sign > 0 else "last one up to"
    because = f', because of "{direction.cue}"' if direction.cue else ""
    return at(match, scene, day, f"the {way} {show(said)}{because}")


def make_weekday_after(match: Match, scene: Scene) -> list[Draft]:
    """ "Friday last", "Monday next"."""
    return _shifted_weekday(match, scene, match.get("weekday"), 1 if match.has("'next") else -1)


def _rel_weekday(match: Match, scene: Scene, weekday: int) -> list[Draft]:
    count, anchor = rel_of(match)
    base, name = base_of(scene, anchor)
    if anchor == "ref" and count == 0:
        return at(match, scene, weekday_near(base, weekday, Direction(-1)), f"counted from {name}")
    if count:
        return _shifted_weekday(match, scene, weekday, count)
    week = around(base, WEEK)
    return at(match, scene, week.first + timedelta(days=weekday), f"in the week of {name}")


def _shifted_weekday(match: Match, scene: Scene, weekday: int, count: int) -> list[Draft]:
    base, name = base_of(scene, rel_of(match)[1] if match.has("rel") else "said")
    if count < 0:
        day = base - timedelta(days=(base.weekday() - weekday - 1) % _WEEK_DAYS + 1)
        return at(match, scene, day, f"the last one before {name}")
    day = base + timedelta(days=(weekday - base.weekday() - 1) % _WEEK_DAYS + 1)
    return at(match, scene, day, f"the first one after {name}")


def make_part(match: Match, scene: Scene) -> list[Draft]:
    """ "this morning", "the next morning", "the morning" of the day named before."""
    count, anchor = rel_of(match)
    base, name = base_of(scene, anchor)
    return at(match, scene, base + timedelta(days=count), f"counted from {name}")


def make_relative(match: Match, scene: Scene) -> list[Draft]:
    """ "last week", "this fiscal year", "the following month", "the latest period", "that day"."""
    size = match.get("unit") or match.get("units")
    count, anchor = rel_of(match)
    if match.has("units") or match.has("kind") and size == DAY:
        return []
    if size is None:  # "the latest period"
        return _same_period(match, scene, count)
    if size == "TH":
        why = (f"{scene.words(match)} is a length of time",)
        return [Draft(match.first, match.last, TimeType.DURATION, "PT1H", why)]
    if size not in SIZES:
        return []
    base, name = base_of(scene, anchor)
    if anchor == "ref" and count == 0 and size == QUARTER and scene.quarter is not None:
        base, name = scene.quarter.first, f"{format_period(scene.quarter)}, named before"
    if (
        anchor == "ref"
        and count == 0
        and scene.ref is not None
        and size == DAY
        and scene.ref.size != DAY
    ):
        return _day_within(match, scene, scene.ref)
    try:
        period = shift(around(base, size), size, count)
    except OverflowError:
        return []
    if (
        size == QUARTER
        and anchor == "said"
        and count == 0
        and scene.quarter is not None
        and scene.quarter.first.year == scene.said.year
    ):  # noqa: E501
        period = around(scene.said, QUARTER)
    return [draft_of(match, period, f"{scene.words(match)} is counted from {name}")]


def _day_within(match: Match, scene: Scene, ref: Period) -> list[Draft]:
    """ "that day" after a month or a year was named: which one is not known."""
    missing = {"M": "-XX", YEAR: "-XX-XX"}.get(ref.size)
    if missing is None:
        return []
    why = (f"{scene.words(match)} is some day of {format_period(ref)}",)
    return [Draft(match.first, match.last, TimeType.DATE, format_period(ref) + missing, why)]


def _same_period(match: Match, scene: Scene, count: int) -> list[Draft]:
    period = scene.quarter or scene.ref
    if period is None:
        return []
    if count:
        period = shift(period, period.size if period.size != DAY else YEAR, count)
    return [
        draft_of(match, period, f"{scene.words(match)} is {format_period(period)}, named before")
    ]


def make_relative_month(match: Match, scene: Scene) -> list[Draft]:
    """ "last April", "this September", "next May"."""
    month = match.get("month")
    count, anchor = rel_of(match)
    base, name = base_of(scene, anchor)
    if count == 0:
        year = base.year
    elif count < 0:
        year = base.year - (month >= base.month)
    else:
        year = base.year + (month <= base.month)
    day = match.get("day") or match.get("nth")
    first = make_day(year, month, int(day or 1))
    if first is None:
        return []
    return [
        draft_of(
            match,
            Period(DAY if day else MONTH, first),
            f"{scene.words(match)} is counted from {name}",
        )
    ]


def make_season(match: Match, scene: Scene) -> list[Draft]:
    """ "summer 2026", "the spring"."""
    year, code = match.get("year"), match.get("season")
    if year is None and match.has("rel"):
        count, anchor = rel_of(match)
        year = base_of(scene, anchor)[0].year + count
    if year is not None:
        return [
            draft_of(
                match, season_of(year, code), f"{scene.words(match)} is a season with its year"
            )
        ]  # noqa: E501
    days = [season_of(year, code).first for year in years_around(scene.said)]
    middle = scene.said - timedelta(days=45)  # from the middle of a season, not its first day
    chosen = choose(days, middle, scene.direction(match))
    if chosen is None:
        return []
    period = season_of(chosen[0].year, code)
    return [
        draft_of(
            match, period, f"{scene.words(match)} has no year: it is that of {period.first.year}"
        )
    ]  # noqa: E501


def make_relative_season(match: Match, scene: Scene) -> list[Draft]:
    """ "last fall", "next spring", "this summer"."""
    code = match.get("season")
    count, anchor = rel_of(match)
    base, name = base_of(scene, anchor)
    first = season_of(base.year, code).first
    if count == 0:
        year = base.year
    elif count < 0:
        year = base.year - (_end(first) > base)
    else:
        year = base.year + (first <= base)
    why = f"{scene.words(match)} is counted from {name}"
    return [draft_of(match, season_of(year, code), why)]


def _end(first: date) -> date:
    return first + timedelta(days=91)


def make_bare_unit(match: Match, scene: Scene) -> list[Draft]:
    """ "the quarter", "the year": the one that is being spoken of."""
    size = "Y" if match.has("'year") else match.get("unit")
    if size not in SIZES:
        return []
    after = "".join(scene.tokens.words[match.last + 1 : match.last + 2])
    if size == YEAR and after in scene.lexicon.cues["ended"]:
        why = f"{scene.words(match)} is a length of time, whose end is named"
        return [Draft(match.first, match.last, TimeType.DURATION, "P1Y", (why,))]
    if size == QUARTER and scene.quarter is not None:
        period = scene.quarter
        why = f"{scene.words(match)} is {format_period(period)}, named before"
    elif size == DAY and scene.ref is not None and scene.ref.size == DAY:
        period = scene.ref
        why = f"{scene.words(match)} is {format_period(period)}, named before"
    else:
        period = around(scene.said, size)
        if size == WEEKEND and scene.said.weekday() < _SATURDAY and scene.direction(match).sign <= 0:
            period = shift(period, WEEK, -1)
        why = f"{scene.words(match)} is the one of {show(scene.said)}, when it was said"
    return [draft_of(match, period, why)]


def make_yearback(match: Match, scene: Scene) -> list[Draft]:
    """ "the year-ago quarter", "the corresponding period last year": one year before what is named."""
    period = scene.quarter or scene.ref or Period(YEAR, date(scene.said.year, 1, 1))
    if match.get("unit") == QUARTER and period.size != QUARTER:
        period = around(scene.said, QUARTER)
    size = match.get("unit")
    if size == YEAR:
        period = around(period.first, YEAR)
    try:
        earlier = shift(period, YEAR, -1)
    except OverflowError:
        return []
    why = f"{scene.words(match)} is one year before {format_period(period)}"
    return [
        draft_of(match, earlier, why)._replace(period=None)
    ]  # a comparison: no one refers to it


def make_year_period(match: Match, scene: Scene) -> list[Draft]:
    """ "the 1988 quarter", "the 1988 period": the same part of that year as was named before."""
    year = match.get("year")
    base = scene.quarter
    if match.has("unit") and match.get("unit") != QUARTER:
        return []
    if base is None:
        return [
            draft_of(match, Period(YEAR, date(year, 1, 1)), f"{scene.words(match)} is in {year}")
        ]
    period = around(base.first.replace(year=year), QUARTER)
    why = f"{scene.words(match)} is the quarter of {format_period(base)} in that year"
    return [draft_of(match, period, why)._replace(period=None)]


def make_beside(match: Match, scene: Scene) -> list[Draft]:
    """Make "the day before", "the year after": beside what was named before, and nothing follows."""
    size = match.get("unit")
    after = "".join(scene.tokens.words[match.last + 1 : match.last + 2])
    if size not in SIZES or scene.ref is None or after not in scene.lexicon.cues["ends"]:
        return []
    period = shift(around(scene.ref.first, size), size, -1 if match.has("'before") else 1)
    why = f"{scene.words(match)} is counted from {format_period(scene.ref)}, named before"
    return [draft_of(match, period, why)]


def make_month_quarter(match: Match, scene: Scene) -> list[Draft]:
    """Make "the September quarter": the quarter that the month lies in."""
    if match.get("unit") != QUARTER:
        return []
    days = [date(year, match.get("month"), 1) for year in years_around(scene.said)]
    chosen = choose(days, scene.said.replace(day=1), scene.direction(match))
    if chosen is None:
        return []
    period = around(chosen[0], QUARTER)
    return [draft_of(match, period, f"{scene.words(match)} has no year: {chosen[1]}")]
