"""Digits: what a number in digits may mean, besides so many of something."""

from collections.abc import Iterator

from commitrack.extract.temporal.lexicon import Lexicon, Reading
from commitrack.extract.temporal.notations import Clock, make_day, read_notation
from commitrack.extract.temporal.tokens import Tokens

_FIRST_YEAR, _LAST_YEAR = 1000, 2199
_HOURS, _MINUTES = 24, 60
_LAST_DAY = 31
_SHORT, _YEAR, _DATE = 2, 4, 8  # how many digits
_THIS_CENTURY, _NEW_CENTURY = 190, 200  # decades: "the '80s" are those of the 1900s
_FIRST_OLD = 20  # "the '00s", "the '10s" are those of the 2000s


def read_digits(tokens: Tokens, place: int, lexicon: Lexicon) -> Iterator[Reading]:
    """The readings of a token of digits: dates, years, decades, days, times of day, "1st"."""
    word = tokens.words[place]
    if len(word) > _DATE:
        return
    yield from read_notation(tokens, place)
    number = int(word)
    joined = tokens.words[place + 1] if tokens.is_adjacent(place + 1) else ""
    if joined in lexicon.cues["nth_endings"]:
        yield Reading("nth", 2, number)
    elif len(word) == _DATE:
        day = make_day(number // 10000, number // 100 % 100, number % 100)
        if day is not None:
            yield Reading("date", 1, day)
    elif len(word) == _YEAR:
        yield from _read_four(tokens, place, number, lexicon)
    elif len(word) <= _SHORT:
        yield from _read_short(tokens, place, number, lexicon)


def _read_four(tokens: Tokens, place: int, number: int, lexicon: Lexicon) -> Iterator[Reading]:
    """A year, a decade, or a time such as 0930."""
    decade = _plural_at(tokens, place, lexicon)
    if number % 10 == 0 and decade and _FIRST_YEAR <= number <= _LAST_YEAR:
        yield Reading("decade", decade, number // 10)
    if (
        decade != _SHORT
        and _FIRST_YEAR <= number <= _LAST_YEAR
        and not _goes_on(tokens, place, lexicon)
    ):
        yield Reading("year", 1, number)
    if number // 100 < _HOURS and number % 100 < _MINUTES:
        yield Reading("hours", 1, Clock(number // 100, number % 100))


def _read_short(tokens: Tokens, place: int, number: int, lexicon: Lexicon) -> Iterator[Reading]:
    """A day of a month, or a decade such as '80s."""
    if 1 <= number <= _LAST_DAY:
        yield Reading("day", 1, number)
    decade = _plural_at(tokens, place, lexicon)
    if decade and number % 10 == 0 and len(tokens.words[place]) == _SHORT:
        century = _NEW_CENTURY if number < _FIRST_OLD else _THIS_CENTURY
        yield Reading("decade", decade, century + number // 10)


def _plural_at(tokens: Tokens, place: int, lexicon: Lexicon) -> int:
    """How many tokens "1980s" or "the 1980's" are, else 0."""
    words, cues = tokens.words, lexicon.cues
    if not tokens.is_adjacent(place + 1):
        return 0
    if words[place + 1] in cues["plural"]:
        return 2
    lead = words[place - 1] if place else ""
    is_plural = words[place + 1] == "'" and "".join(words[place + 2 : place + 3]) in cues["plural"]
    return 3 if is_plural and lead in cues["decade_leads"] else 0


def _goes_on(tokens: Tokens, place: int, lexicon: Lexicon) -> bool:
    """Whether letters go on where the digits end: "1500m"."""
    if not tokens.is_adjacent(place + 1):
        return False
    is_letter = tokens.text[tokens.end(place)].isalpha()
    return is_letter and tokens.words[place + 1] not in lexicon.cues["year_marks"]
