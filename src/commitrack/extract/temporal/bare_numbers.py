"""Bare numbers: a day without its month, "the 18th", and a year without its century, "'68"."""

from datetime import date

from commitrack.extract.temporal.calendar_dates import draft_of, make_calendar
from commitrack.extract.temporal.choosing import choose
from commitrack.extract.temporal.drafts import Draft, Scene
from commitrack.extract.temporal.lexicon import Reading
from commitrack.extract.temporal.matching import Match
from commitrack.extract.temporal.notations import make_day
from commitrack.extract.temporal.periods import DAY, MONTH, YEAR, Period, season_of, shift_day
from commitrack.extract.temporal.tokens import Tokens

_LAST_SPELT = 10  # "on April one"
_CENTURY, _NEAR_FUTURE, _TWO_DIGITS = 100, 10, 2


def make_day_of_month(match: Match, scene: Scene) -> list[Draft]:
    """Make "on the 18th", "Friday the 29th": of the month said in, or one beside it."""
    number, weekday = match.get("nth"), match.get("weekday")
    if not _is_day(match, scene):
        return []
    base = scene.said.replace(day=1)
    months = [shift_day(base, MONTH, count) for count in (-2, -1, 0, 1, 2)]
    days = [make_day(month.year, month.month, int(number)) for month in months]
    known = [day for day in days if day is not None]
    chosen = choose(
        [day for day in known if weekday in {None, day.weekday()}],
        scene.said,
        scene.direction(match),
    )
    if chosen is None:
        return []
    day, reason = chosen
    return [draft_of(match, Period(DAY, day), f"{scene.words(match)} has no month: {reason}")]


def _is_day(match: Match, scene: Scene) -> bool:
    """Whether an ordinal in digits stands alone, after a weekday, "on", "by" or "until"."""
    cues, words = scene.lexicon.cues, scene.tokens.words
    is_digits = words[match.last - match.readings[-1].length + 1].isdecimal()
    is_alone = scene.after(match) in cues["after_nth"]
    is_lead = match.has("weekday") or scene.before(match) in cues["nth_leads"]
    return is_digits and is_alone and is_lead


def make_spelt_day(match: Match, scene: Scene) -> list[Draft]:
    """Make "on April one", where no noun follows that the number would count."""
    cues, month = scene.lexicon.cues, match.readings[0]
    number = match.get("number")
    is_word = scene.tokens.words[match.last].isalpha() and match.readings[-1].length == 1
    is_lead = scene.before(match) not in cues["not_spelt_leads"]
    is_alone = scene.after(match) in cues["after_nth"]
    if not (is_word and is_lead and is_alone and 0 < number <= _LAST_SPELT):
        return []
    day = Reading("day", 1, int(number))
    return make_calendar(match._replace(readings=(month, day)), scene)


def make_short_year(match: Match, scene: Scene) -> list[Draft]:
    """Make "in '68", "the summer of '68": the last such year that is no far future."""
    place = match.last
    tokens = scene.tokens
    is_joined = tokens.is_adjacent(place) and not tokens.is_adjacent(place - 1)
    is_next = scene.joined_to(match) and scene.ref is not None and scene.ref.size == YEAR
    is_after = is_next or scene.before(match) in scene.lexicon.cues["short_year_leads"]
    is_lead = match.has("season") or is_after
    is_year = is_joined and is_lead and len(tokens.words[place]) == _TWO_DIGITS
    if not is_year or _is_title(tokens, place + 1):
        return []
    number, newest = int(match.get("number")), scene.said.year + _NEAR_FUTURE
    year = newest - (newest - number) % _CENTURY
    code = match.get("season")
    period = season_of(year, code) if code else Period(YEAR, date(year, 1, 1))
    return [draft_of(match, period, f"{scene.words(match)} is a year without its century")]


def _is_title(tokens: Tokens, place: int) -> bool:
    """Whether a capital follows the number: what is in quotes is a name."""
    return place < len(tokens.words) and tokens.text[tokens.starts[place]].isupper()
