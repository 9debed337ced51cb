"""Calendar dates: a day, a month or a year by its name or number, whole or in part."""

from datetime import date, timedelta

from commitrack.domain.candidate import TimeType
from commitrack.extract.temporal.choosing import choose, days_of_years, years_around
from commitrack.extract.temporal.drafts import Draft, Scene, show
from commitrack.extract.temporal.matching import Match
from commitrack.extract.temporal.notations import Clock, make_day
from commitrack.extract.temporal.periods import (
    DAY,
    DECADE,
    MONTH,
    WEEK,
    YEAR,
    Period,
    around,
    format_period,
    shift,
)

_LONGEST_RANGE = 100


def draft_of(match: Match, period: Period, *why: str) -> Draft:
    """A DATE that is a period."""
    return Draft(match.first, match.last, TimeType.DATE, format_period(period), why, period=period)


def make_calendar(match: Match, scene: Scene) -> list[Draft]:
    """Make "1 August 2025", "Aug. 1", "August", "2025", "01/08/2025", "June last year"."""
    written = match.get("date")
    if isinstance(written, tuple):
        period = Period(MONTH, date(written[0], written[1], 1))
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
    if match.has("number") and match.has("'year"):
        year = int(match.get("number"))
    if year is None or not 1 <= year <= 9999:  # noqa: PLR2004  what the calendar has
        return []
    period = Period(YEAR, date(year, 1, 1))
    return [draft_of(match, period, f"{scene.words(match)} is a year")]


def _without_year(match: Match, scene: Scene, month: int, day: float | None) -> list[Draft]:
    said, words = scene.said, scene.words(match)
    direction = scene.direction(match, is_far=True)
    if day is None:
        days = [date(year, month, 1) for year in years_around(said)]
        chosen = choose(days, said.replace(day=1), direction)
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


def make_range(match: Match, scene: Scene) -> list[Draft]:
    """Two dates that share a month or a year: "1-7 August", "1996-97"."""
    if match.has("month"):
        return _days(match, scene)
    first, *rest = match.values("year")
    last = rest[0] if rest else _complete(first, match.get("number"))
    if last is None or not first < last <= first + _LONGEST_RANGE:
        return []
    words = scene.words(match)
    earlier = draft_of(match, Period(YEAR, date(first, 1, 1)), f"the first year of {words}")
    later = draft_of(match, Period(YEAR, date(last, 1, 1)), f"the last year of {words}")
    return [earlier._replace(last=match.last - 2), later._replace(first=match.last)]


def _complete(first: int, number: float) -> int | None:
    return first // 100 * 100 + int(number) if 0 <= number < 100 else None  # noqa: PLR2004


def _days(match: Match, scene: Scene) -> list[Draft]:
    days = match.values("day")
    month, year = match.get("month"), match.get("year")
    if len(days) != 2 or days[0] >= days[1]:  # noqa: PLR2004  a first and a last
        return []
    reason = f"{scene.words(match)} names two days"
    if year is None:
        chosen = choose(
            days_of_years(scene.said, month, days[1]), scene.said, scene.direction(match)
        )
        if chosen is None:
            return []
        year, reason = chosen[0].year, f"{reason} and no year: {chosen[1]}"
    pair = [make_day(year, month, day) for day in days]
    places = _places_of_days(match)
    return [
        draft_of(match, Period(DAY, day), reason)._replace(first=first, last=last)
        for day, (first, last) in zip(pair, places, strict=True)
        if day is not None
    ]


def _places_of_days(match: Match) -> list[tuple[int, int]]:
    """The first expression up to its day, the second from its day on."""
    place, days = match.first, []
    for reading in match.readings:
        if reading.name == "day":
            days.append(place)
        place += reading.length
    return [(match.first, days[0]), (days[1], match.last)]


def make_months(match: Match, scene: Scene) -> list[Draft]:
    """Make "May to July 2020", "May 5 to July 3, 2020": two dates that share a year."""
    year = match.get("year")
    months, days = match.values("month"), match.values("day") or [None, None]
    if months[0] > months[1]:
        year_of_first = year - 1
    else:
        year_of_first = year
    firsts = [
        make_day(it, month, day or 1)
        for it, month, day in zip((year_of_first, year), months, days, strict=True)
    ]
    size = MONTH if days[0] is None else DAY
    cut = _place_of_separator(match)
    places = ((match.first, cut - 1), (cut + 1, match.last))
    why = f"{scene.words(match)} are two dates of one year"
    return [
        draft_of(match, Period(size, day), why)._replace(first=first, last=last)
        for day, (first, last) in zip(firsts, places, strict=True)
        if day is not None
    ]


def _place_of_separator(match: Match) -> int:
    place = match.first
    for reading in match.readings:
        if reading.name not in {"month", "day"}:
            return place
        place += reading.length
    return place


def make_week_of(match: Match, scene: Scene) -> list[Draft]:
    """Make "the week of March 6"."""
    inner = make_calendar(match, scene)
    if not inner or inner[0].period is None or match.get("unit") != WEEK:
        return []
    period = around(inner[0].period.first, WEEK)
    why = (*inner[0].why, f"{scene.words(match)} is the week that this day lies in")
    return [draft_of(match, period, *why)]


def make_decade(match: Match, scene: Scene) -> list[Draft]:
    """Make "the 1980s", "the '80s", "the eighties"."""
    century = int(match.get("number") or 19)
    decade = match.get("decade") or century * 10 + match.get("decadeword")
    if not 10 <= century <= 29:  # noqa: PLR2004  "two sixties"
        return []
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
