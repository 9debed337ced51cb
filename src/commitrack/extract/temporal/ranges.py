"""Ranges: two dates that share a month or a year, each an expression of its own."""

from datetime import date

from commitrack.extract.temporal.calendar_dates import draft_of
from commitrack.extract.temporal.choosing import choose, days_of_years, years_around
from commitrack.extract.temporal.drafts import Draft, Scene
from commitrack.extract.temporal.matching import Match
from commitrack.extract.temporal.notations import make_day
from commitrack.extract.temporal.periods import DAY, MONTH, YEAR, Period

_LONGEST_RANGE, _DECADE = 100, 10
_FISCAL = "FY"


def make_range(match: Match, scene: Scene) -> list[Draft]:
    """Make "1-7 August", "1996-97", "1986/87"."""
    if match.has("month"):
        return _days(match, scene)
    first, *rest = match.values("year")
    last = rest[0] if rest else _complete(first, match.get("number"))
    if _is_path(match, scene):
        return []
    if last is None or not first < last <= first + _LONGEST_RANGE:
        return []
    words = scene.words(match)
    if last == first + 1 and _is_one_year(match, scene):
        year, why = Period(YEAR, date(last, 1, 1)), f"{words} is a year across two"
        return [draft_of(match, year, why)._replace(value=f"{_FISCAL}{last:04}", period=None)]
    earlier = draft_of(match, Period(YEAR, date(first, 1, 1)), f"the first year of {words}")
    later = draft_of(match, Period(YEAR, date(last, 1, 1)), f"the last year of {words}")
    return [earlier._replace(last=match.last - 2), later._replace(first=match.last)]


def _is_path(match: Match, scene: Scene) -> bool:
    """Whether slashes go on: the address of a page, "/2014/6/26/"."""
    slashes = scene.lexicon.cues["slash"]
    return scene.after(match) in slashes or scene.before(match) in slashes


def _is_one_year(match: Match, scene: Scene) -> bool:
    """Whether two years are one of crops, of sport or of an account: "1986/87"."""
    is_named = match.rule.settings.get("one", False)
    return is_named or match.has("/") or scene.after(match) in scene.lexicon.cues["split_years"]


def _complete(first: int, number: float) -> int | None:
    if 0 <= number < _DECADE:  # "1986/7"
        return first // _DECADE * _DECADE + int(number)
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
    if not match.has("year"):
        return _months_of_no_year(match, scene)
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


def _months_of_no_year(match: Match, scene: Scene) -> list[Draft]:
    """Make "January-November", "October to March": the last such months, where they are past."""
    first, last = match.values("month")
    tokens, direction = scene.tokens, scene.direction(match, is_far=True)
    second = match.last + 1 - match.readings[-1].length
    is_joined = second == match.first + 1 and tokens.is_compound(match.first, second)
    word = tokens.words[second - 1]
    if first == last or not (is_joined or word in scene.lexicon.cues["joining_later"]):
        return []
    said = scene.said.replace(day=1)
    chosen = choose([date(year, first, 1) for year in years_around(said)], said, direction)
    if chosen is None:
        return []
    year = chosen[0].year
    if direction.sign < 0 and date(year + (last < first), last, 1) > said:
        year -= 1
    why = f"{scene.words(match)} have no year: {chosen[1]}"
    begin = Period(MONTH, date(year, first, 1))
    end = Period(MONTH, date(year + (last < first), last, 1))
    return [
        draft_of(match, begin, why)._replace(last=match.first + match.readings[0].length - 1),
        draft_of(match, end, why)._replace(first=second),
    ]


def _place_of_separator(match: Match) -> int:
    place = match.first
    for reading in match.readings:
        if reading.name not in {"month", "day"}:
            return place
        place += reading.length
    return place
