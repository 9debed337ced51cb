"""Calendar dates: a day, a month or a year by its name or number, whole or in part."""

from datetime import date, timedelta

from commitrack.domain.candidate import TimeType
from commitrack.extract.temporal.choosing import choose, days_of_years, years_around
from commitrack.extract.temporal.directions import Direction
from commitrack.extract.temporal.drafts import Draft, Scene, show
from commitrack.extract.temporal.matching import Match
from commitrack.extract.temporal.notations import Clock, Month, make_day
from commitrack.extract.temporal.periods import (
    DAY,
    DECADE,
    MONTH,
    WEEK,
    WEEKEND,
    YEAR,
    Period,
    around,
    format_period,
    shift,
)

_FIRST_YEAR = 1000
_NEAR = 2  # words


def draft_of(match: Match, period: Period, *why: str) -> Draft:
    """A DATE that is a period."""
    return Draft(match.first, match.last, TimeType.DATE, format_period(period), why, period=period)


def make_calendar(match: Match, scene: Scene) -> list[Draft]:
    """Make "1 August 2025", "Aug. 1", "August", "2025", "01/08/2025", "June last year"."""
    written = match.get("date")
    if isinstance(written, Month):
        period = Period(MONTH, date(written.year, written.month, 1))
        return [draft_of(match, period, f"{scene.words(match)} is a month in digits")]
    if written is not None:
        return [draft_of(match, Period(DAY, written), f"{scene.words(match)} is a day in digits")]
    year, told = _year(match, scene)
    month = match.get("month")
    day = match.get("day") or match.get("nth")
    if month is None:
        return _plain_year(match, scene, year)
    if year is None:
        return _without_year(match, scene, month, day)
    first = make_day(year, month, int(day or 1))
    if first is None:
        return []
    return [draft_of(match, Period(DAY if day else MONTH, first), told)]


def _year(match: Match, scene: Scene) -> tuple[int | None, str]:
    words = scene.words(match)
    year = match.get("year")
    if year is not None:
        return year, f"{words} is a date with its year"
    rel = match.get("rel")
    if rel is None:
        return None, ""
    count, anchor = rel
    base = scene.said if anchor == "said" or scene.ref is None else scene.ref.first
    return base.year + count, f"{words} is in {base.year + count}, counted from {base.year}"


def _plain_year(match: Match, scene: Scene, year: int | None) -> list[Draft]:
    if match.rule.settings.get("year") == "number":
        year = int(match.get("number"))
        year = year if year >= _FIRST_YEAR else None  # "for the year 8 mln"
    if year is None:
        return []
    period = Period(YEAR, date(year, 1, 1))
    return [draft_of(match, period, f"{scene.words(match)} is a year")]


def _without_year(match: Match, scene: Scene, month: int, day: float | None) -> list[Draft]:
    said, words, join = scene.said, scene.words(match), scene.joined_to(match)
    direction = scene.direction(match, is_far=True)
    if scene.after(match) in scene.lexicon.cues["possessive"] and not direction.is_strong:
        direction = Direction(min(0, direction.sign), direction.cue)  # "December's figures"
    if scene.before(match) in scene.lexicon.cues["for"] and scene.is_called(match):
        direction = Direction(1, scene.before(match))  # "set a hearing for April 3"
    if _is_delivery(match, scene):
        direction = Direction(1, scene.after(match))
    elif _is_of_what_was(match, scene) and not direction.is_strong:
        direction = Direction(-1, scene.after(match))
    ahead = scene.year_ahead(match)
    if ahead and (first := make_day(ahead, month, int(day or 1))):
        told = f"{words} is in {ahead}, named before"
        return [draft_of(match, Period(DAY if day else MONTH, first), told)]
    if join and scene.ref is not None and scene.ref.size in {DAY, MONTH}:  # "in May or June"
        said = scene.ref.first
        direction = Direction(int(join in scene.lexicon.cues["joining_later"]), join)
    if day is None:
        days = [date(year, month, 1) for year in years_around(said)]
        chosen = choose(days, said.replace(day=1), direction, told=said)
    else:
        days = days_of_years(said, month, int(day))
        weekday = match.get("weekday")
        fitting = [it for it in days if it.weekday() == weekday] if weekday is not None else []
        chosen = choose(fitting or days, said, direction)
    if chosen is None:
        return []
    first, reason = chosen
    size = MONTH if day is None else DAY
    return [draft_of(match, Period(size, first), f"{words} has no year: {reason}")]


def _is_delivery(match: Match, scene: Scene) -> bool:
    """Whether it is when what is sold comes: "May delivery", "March/April shipment"."""
    words, last = scene.tokens.words, match.last
    last += 2 * ("".join(words[last + 1 : last + 2]) in scene.lexicon.cues["slash"])
    return "".join(words[last + 1 : last + 2]) in scene.lexicon.cues["deliveries"]


def _is_of_what_was(match: Match, scene: Scene) -> bool:
    """Whether it is when what is over was: "the July accord", "its Jan. 5 pricing agreement"."""
    things = scene.tokens.words[match.last + 1 : match.last + 1 + _NEAR]
    return not scene.lexicon.cues["what_was"].isdisjoint(things)


def make_named_day(match: Match, scene: Scene) -> list[Draft]:
    """Make "9/11", "the Sept. 11 attacks": a day that is known without its year."""
    day = date.fromisoformat(match.get("datename") or match.get("dateof"))
    is_spaced = match.has("datename") and not scene.tokens.is_adjacent(match.last)
    if day > scene.said or is_spaced:
        return []
    last = match.last - match.rule.settings.get("tail", 0)
    why = f"{scene.words(match)} is known by its name"
    return [draft_of(match, Period(DAY, day), why)._replace(last=last)]


def make_calendar_at(match: Match, scene: Scene) -> list[Draft]:
    """A day and a time of day in digits: "2025-08-07T00:01"."""
    day, clock = match.get("date"), match.get("clock")
    if not isinstance(day, date):
        return []
    offset = _offset(match)
    value = f"{format_period(Period(DAY, day))}T{format_clock(clock)}{offset}"
    why = (f"{scene.words(match)} is a day and a time in digits",)
    return [Draft(match.first, match.last, TimeType.TIME, value, why, period=Period(DAY, day))]


def _offset(match: Match) -> str:
    """The offset from UTC that a time in digits ends with."""
    sign = "-" if match.has("-") else "+" if match.has("+") else ""
    offset = match.get("hours") or match.values("clock")[-1]
    return f"{sign}{format_clock(offset._replace(seconds=None))}" if sign else ""


def format_clock(clock: Clock) -> str:
    """A time of day as TIMEX3 writes it."""
    seconds = "" if clock.seconds is None else f":{clock.seconds:02}"
    return f"{clock.hour:02}:{clock.minute:02}{seconds}"


def make_week_of(match: Match, scene: Scene) -> list[Draft]:
    """Make "the week of March 6"."""
    inner = make_calendar(match, scene)
    size = match.get("unit")
    if not inner or inner[0].period is None or size not in {WEEK, WEEKEND}:
        return []
    period = around(inner[0].period.first, size)
    why = (*inner[0].why, f"{scene.words(match)} is the week that this day lies in")
    return [draft_of(match, period, *why)]


def make_decade(match: Match, scene: Scene) -> list[Draft]:
    """Make "the 1980s", "the '80s", "the eighties"."""
    century = int(match.get("number") or 19)
    decade = match.get("decade") or century * 10 + match.get("decadeword")
    period = Period(DECADE, date(decade * 10, 1, 1))
    return [draft_of(match, period, f"{scene.words(match)} is a decade")]


def make_year_end(match: Match, scene: Scene) -> list[Draft]:
    """Make "year-end": the last day of the period said."""
    size = match.get("yearend")
    year = match.get("year")
    base = date(year, 1, 1) if year else scene.said
    if size == "MID":
        return [
            draft_of(
                match,
                Period(YEAR, date(base.year, 1, 1)),
                f"{scene.words(match)} is in {base.year}",
            )
        ]
    period = around(base, size)
    direction = scene.direction(match)
    if direction.sign < 0 and not year:
        period = shift(period, size, -1)
    last = shift(period, size, 1).first - timedelta(days=1)
    return [draft_of(match, Period(DAY, last), f"{scene.words(match)} is {show(last)}")]
