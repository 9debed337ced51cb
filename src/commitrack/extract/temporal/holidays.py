"""Holidays: days that are named, by a rule for their date."""

from datetime import date, timedelta

from commitrack.domain.candidate import TimeType
from commitrack.extract.temporal.anchors import base_of, rel_of
from commitrack.extract.temporal.calendar_dates import draft_of
from commitrack.extract.temporal.choosing import choose, years_around
from commitrack.extract.temporal.directions import Direction
from commitrack.extract.temporal.drafts import Draft, Scene
from commitrack.extract.temporal.matching import Match
from commitrack.extract.temporal.periods import DAY, WEEK, WEEKEND, YEAR, Period, around

_WEEK = 7
_LAST_NEW_MONTH = 2
_EASTER = "easter"
_YEARS = range(1, 9999)


def make_holiday(match: Match, scene: Scene) -> list[Draft]:
    """Make "Christmas", "last Thanksgiving", "Easter 2026"."""
    rule, year = match.get("holiday"), match.get("year")
    base, _ = base_of(scene, rel_of(match)[1]) if match.has("rel") else (scene.said, "")
    if year is not None:
        day, why = day_of(rule, year), "its year is named"
    else:
        days = [day_of(rule, it) for it in years_around(base)]
        count = rel_of(match)[0] if match.has("rel") else 0
        direction = (
            Direction(count, is_strong=True) if count else scene.direction(match, is_far=True)
        )
        chosen = choose(days, base, direction)
        if chosen is None:
            return []
        day, why = chosen
    size = match.get("unit") or DAY
    if size not in {DAY, WEEK, WEEKEND}:
        return []
    day += timedelta(days=match.rule.settings.get("days", 0))
    if size == WEEKEND and day.weekday() == 0:
        day -= timedelta(days=1)  # the weekend goes on into a Monday
    why = f"{scene.words(match)}: {why}"
    if match.has("part"):
        value = f"{day.isoformat()}{match.get('part')}"
        period = around(day, DAY)
        return [Draft(match.first, match.last, TimeType.TIME, value, (why,), period=period)]
    return [draft_of(match, around(day, size), why)]


def make_new_year(match: Match, scene: Scene) -> list[Draft]:
    """Make "the new year": the one that begins, until it is a few weeks old."""
    place = scene.tokens.starts[match.last]
    if not scene.tokens.text[place].islower():
        return []  # "New Year resolutions"
    year = scene.said.year + int(scene.said.month > _LAST_NEW_MONTH)
    period = Period(YEAR, date(year, 1, 1))
    return [draft_of(match, period, f"{scene.words(match)} is the one that begins")]


def day_of(rule: str, year: int) -> date:
    """The day of a year by a rule: "12-25", "11-3-4" (the fourth Thursday), "easter-2".

    "11-3-4+1" is the day after that Thursday.

    >>> day_of("11-3-4", 1999)
    datetime.date(1999, 11, 25)
    """
    if rule.startswith(_EASTER):
        return easter(year) + timedelta(days=int(rule[len(_EASTER) :]))
    month, rest = int(rule[:2]), rule[3:]
    if "-" not in rest:
        return date(year, month, int(rest))
    rest, _, later = rest.partition("+")
    if later:
        return day_of(f"{rule[:2]}-{rest}", year) + timedelta(days=int(later))
    weekday, _, number = rest.partition("-")
    if int(number) < 0:
        last = date(year, month + 1, 1) - timedelta(days=1)
        return last - timedelta(days=(last.weekday() - int(weekday)) % _WEEK)
    first = date(year, month, 1)
    return first + timedelta(
        days=(int(weekday) - first.weekday()) % _WEEK + _WEEK * (int(number) - 1)
    )


def easter(year: int) -> date:
    """Easter Sunday of the Gregorian calendar (the computus of Meeus, Jones and Butcher).

    >>> easter(2025)
    datetime.date(2025, 4, 20)
    """
    golden, (century, rest) = year % 19, divmod(year, 100)
    leap, left = divmod(century, 4)
    moon = (19 * golden + century - leap - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    fours, ones = divmod(rest, 4)
    week = (32 + 2 * left + 2 * fours - moon - ones) % 7
    late = (golden + 11 * moon + 22 * week) // 451
    month, day = divmod(moon + week - 7 * late + 114, 31)
    return date(year, month, day + 1)
