"""Notations: dates and times of day that are written in digits, and what digits may mean."""

import re
from collections.abc import Iterator
from datetime import date
from functools import cache
from typing import NamedTuple

from commitrack.extract.temporal.lexicon import Lexicon, Reading
from commitrack.extract.temporal.tokens import Tokens

_CENTURY_TURNS = 70
_LONGEST_NOTATION = 40
_LONGEST_NUMBER = 8
_FIRST_YEAR, _LAST_YEAR = 1000, 2199
_HOURS, _MINUTES = 24, 60
_LAST_DAY = 31


class Clock(NamedTuple):
    """A time of day as it is written; `seconds` only where they are."""

    hour: int
    minute: int = 0
    seconds: int | None = None


@cache
def _notation() -> tuple[re.Pattern[str], re.Pattern[str]]:
    day = re.compile(
        r"(\d{4})([-/.])(\d\d?)\2(\d\d?)(?![\d])"
        r"|(\d\d?)([-/.])(\d\d?)\6(\d{4}|\d\d)(?!\d|[-/.]\d)"
        r"|(\d{4})-(\d\d)(?!\d|[-/.,]\d)"
    )
    clock = re.compile(r"(\d\d?):(\d\d)(?::(\d\d)(?:\.\d{1,9})?)?(?![\d:])")
    return day, clock


def read_digits(tokens: Tokens, place: int, lexicon: Lexicon) -> Iterator[Reading]:
    """The readings of a token of digits besides a plain number."""
    word, text, cues = tokens.words[place], tokens.text, lexicon.cues
    if len(word) > _LONGEST_NUMBER or not word.isascii():
        return
    start = tokens.starts[place]
    after = tokens.starts[place] + len(word)
    follower = text[after : after + 1]
    if follower and follower in "-/.:":
        yield from _compound(tokens, place, text[start : start + _LONGEST_NOTATION])
    number = int(word)
    if len(word) == _LONGEST_NUMBER and (
        day := make_day(number // 10000, number // 100 % 100, number % 100)
    ):
        yield Reading("date", 1, day)
    follower_word = tokens.words[place + 1] if place + 1 < len(tokens.words) else ""
    is_joined = place + 1 < len(tokens.words) and tokens.starts[place + 1] == after
    if is_joined and follower_word in cues["nth_endings"]:
        yield Reading("nth", 2, number)
        return
    if len(word) == 4 and _FIRST_YEAR <= number <= _LAST_YEAR:  # noqa: PLR2004  digits of a year
        yield from _years(tokens, place, number, lexicon)
        if number // 100 < _HOURS and number % 100 < _MINUTES:
            yield Reading("hours", 1, Clock(number // 100, number % 100))
    elif len(word) == 4 and number // 100 < _HOURS and number % 100 < _MINUTES:  # noqa: PLR2004
        yield Reading("hours", 1, Clock(number // 100, number % 100))
    if len(word) <= 2 and 1 <= number <= _LAST_DAY:  # noqa: PLR2004
        yield Reading("day", 1, number)
    if len(word) == 2 and number % 10 == 0 and is_joined and follower_word in cues["plural"]:  # noqa: PLR2004
        yield Reading("decade", 2, 190 + number // 10)
    if (
        len(word) == 2
        and is_joined
        and follower_word == "'"
        and "".join(tokens.words[place + 2 : place + 3]) in cues["plural"]
        and number % 10 == 0
        and place
        and tokens.words[place - 1] == "'"
    ):
        yield Reading("decade", 3, 190 + number // 10)


def _years(tokens: Tokens, place: int, number: int, lexicon: Lexicon) -> Iterator[Reading]:
    cues, words = lexicon.cues, tokens.words
    if place + 1 >= len(words) or not tokens.is_adjacent(place + 1):
        yield Reading("year", 1, number)
        return
    if number % 10 == 0 and words[place + 1] in cues["plural"]:
        yield Reading("decade", 2, number // 10)
        return
    is_glued = words[place + 1].isalpha() and tokens.text[tokens.end(place)].isalpha()
    if is_glued and words[place + 1] not in cues["year_marks"]:
        return  # "1500m"
    yield Reading("year", 1, number)
    is_plural = words[place + 1] == "'" and "".join(words[place + 2 : place + 3]) in cues["plural"]
    if number % 10 == 0 and is_plural and place and words[place - 1] in cues["decade_leads"]:
        yield Reading("decade", 3, number // 10)


def _compound(tokens: Tokens, place: int, text: str) -> Iterator[Reading]:
    day_pattern, clock_pattern = _notation()
    if match := clock_pattern.match(text):
        hour, minute, second = (int(part) if part else None for part in match.groups())
        if hour is not None and minute is not None and hour <= _HOURS and minute < _MINUTES:
            yield Reading("clock", _count(tokens, place, match.end()), Clock(hour, minute, second))
    elif (match := day_pattern.match(text)) and not _is_part(tokens, place):
        length = _count(tokens, place, match.end())
        if match[9]:
            if 1 <= int(match[10]) <= 12 and _FIRST_YEAR < int(match[9]) < _LAST_YEAR:  # noqa: PLR2004
                yield Reading("date", length, (int(match[9]), int(match[10])))
            return
        day = (
            make_day(int(match[1]), int(match[3]), int(match[4]))
            if match[1]
            else _short(int(match[5]), int(match[7]), match[8], match[6])
        )
        if day:
            yield Reading("date", length, day)


def _is_part(tokens: Tokens, place: int) -> bool:
    """Whether digits go on to the left: a part of a longer number."""
    return tokens.is_adjacent(place) and tokens.words[place - 1] in "-/.:$"


def _count(tokens: Tokens, place: int, size: int) -> int:
    end, after = tokens.starts[place] + size, place
    while after < len(tokens.words) and tokens.starts[after] < end:
        after += 1
    return after - place


def _short(first: int, second: int, year: str, sign: str) -> date | None:
    """A day such as 11/02/89; the month goes first unless it cannot be one, or full stops stand."""
    number = int(year)
    if len(year) == 2:  # noqa: PLR2004
        if sign == ".":
            return None
        number += 1900 if number >= _CENTURY_TURNS else 2000
    month, day = (second, first) if sign == "." or first > 12 else (first, second)  # noqa: PLR2004
    return make_day(number, month, day)


def make_day(year: int, month: int, day: int) -> date | None:
    """A day of the calendar, if there is such a day.

    >>> make_day(2025, 2, 30) is None
    True
    """
    try:
        return date(year, month, day)
    except ValueError:
        return None
