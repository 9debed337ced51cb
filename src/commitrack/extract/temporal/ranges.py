"""Ranges: two dates that share a month or a year, each an expression of its own."""

from datetime import date

from commitrack.extract.temporal.calendar_dates import draft_of
from commitrack.extract.temporal.choosing import choose, days_of_years
from commitrack.extract.temporal.drafts import Draft, Scene
from commitrack.extract.temporal.matching import Match
from commitrack.extract.temporal.notations import make_day
from commitrack.extract.temporal.periods import DAY, MONTH, YEAR, Period

_LONGEST_RANGE = 100


def make_range(match: Match, scene: Scene) -> list[Draft]:
    """Make "1-7 August", "1996-97"."""
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
    return first // 100 * 100 + int(number) if 0 <= number < _LONGEST_RANGE else None


def _days(match: Match, scene: Scene) -> list[Draft]:
    days = match.values("day")
    month, year = match.get("month"), match.get("year")
    if days[0] >= days[-1]:
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
    year_of_first = year - (months[0] > months[1])
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
