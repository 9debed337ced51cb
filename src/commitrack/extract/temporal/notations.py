"""Notations: days and times of day that are written in digits and signs."""

import re
from collections.abc import Iterator
from datetime import date
from functools import cache
from typing import NamedTuple

from commitrack.extract.temporal.lexicon import Reading
from commitrack.extract.temporal.tokens import Tokens

_CENTURY, _CENTURY_TURNS = 100, 70
_LONGEST = 40
_LAST_HOUR, _LAST_MONTH = 24, 12
_FOUR = 4  # the digits of a year
_BEGINS = "-/.:"  # after the first digits


class Clock(NamedTuple):
    """A time of day as it is written; `seconds` only where they are."""

    hour: int
    minute: int = 0
    seconds: int | None = None


class Month(NamedTuple):
    """A month in digits: "2025-08"."""

    year: int
    month: int


@cache
def _expressions() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    clock = re.compile(r"(\d\d?):([0-5]\d)(?::([0-5]\d)(?:\.\d{1,9})?)?(?![\d:])", re.ASCII)
    day = re.compile(
        r"(\d{4})([-/.])(\d\d?)\2(\d\d?)(?!\d)|(\d\d?)([-/.])(\d\d?)\6(\d{4}|\d\d)(?!\d|[-/.]\d)",
        re.ASCII,
    )
    month = re.compile(r"(\d{4})-(\d\d)(?!\d|[-/.,]\d)", re.ASCII)
    return clock, day, month


def read_notation(tokens: Tokens, place: int) -> Iterator[Reading]:
    """The day, month or time of day whose notation begins at a token of digits."""
    start, after = tokens.starts[place], tokens.end(place)
    sign = tokens.text[after : after + 1]
    if not sign or sign not in _BEGINS:
        return
    text = tokens.text[start : start + _LONGEST]
    clock, day, month = _expressions()
    if match := clock.match(text):
        yield from _reading("clock", _clock(match), _count(tokens, place, match.end()))
    elif _is_part(tokens, place):
        return
    elif match := day.match(text):
        yield from _reading("date", _day(match), _count(tokens, place, match.end()))
    elif match := month.match(text):
        yield from _reading("date", _month(match), _count(tokens, place, match.end()))


def _reading(name: str, value: Clock | date | Month | None, length: int) -> Iterator[Reading]:
    if value is not None:
        yield Reading(name, length, value)


def _is_part(tokens: Tokens, place: int) -> bool:
    """Whether digits go on to the left: a part of a longer number."""
    return tokens.is_adjacent(place) and tokens.words[place - 1] in "-/.:$"


def _clock(match: re.Match[str]) -> Clock | None:
    hour, minute, seconds = (int(part) if part else None for part in match.groups())
    if hour is None or minute is None or hour > _LAST_HOUR:
        return None
    return Clock(hour, minute, seconds)


def _month(match: re.Match[str]) -> Month | None:
    """A month; "2008-09" are two years."""
    year, month = int(match[1]), int(match[2])
    if month == (year + 1) % _CENTURY:
        return None
    return Month(year, month) if year and 1 <= month <= _LAST_MONTH else None


def _day(match: re.Match[str]) -> date | None:
    """A day; of 11/02/89 the month goes first, unless it cannot be one, or full stops stand."""
    if match[1]:
        return make_day(int(match[1]), int(match[3]), int(match[4]))
    first, sign, second, year = int(match[5]), match[6], int(match[7]), int(match[8])
    if len(match[8]) < _FOUR:
        if sign == ".":
            return None
        year += 1900 if year >= _CENTURY_TURNS else 2000
    is_day_first = sign == "." or first > _LAST_MONTH
    month, day = (second, first) if is_day_first else (first, second)
    return make_day(year, month, day)


def _count(tokens: Tokens, place: int, size: int) -> int:
    """How many tokens a notation of so many characters is."""
    end, after = tokens.starts[place] + size, place
    while after < len(tokens.words) and tokens.starts[after] < end:
        after += 1
    return after - place


def make_day(year: int, month: int, day: int) -> date | None:
    """A day of the calendar, if there is such a day.

    >>> make_day(2025, 2, 30) is None
    True
    """
    try:
        return date(year, month, day)
    except ValueError:
        return None
