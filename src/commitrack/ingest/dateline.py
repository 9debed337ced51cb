"""The date line that an article's first paragraph begins with: "WASHINGTON, July 7 (AP) --"."""

import re
from collections.abc import Iterator
from datetime import date

from commitrack.domain.article import ToldDate
from commitrack.domain.when import day_of
from commitrack.ingest.days import is_dated, split_day
from commitrack.ingest.details import Told
from commitrack.ingest.head import Line

_LONGEST = 120
_LONGEST_PLACE = 60
_MOST_WORDS = 6
_SHORTEST_NAME = 2
_ANY_YEAR = date(2000, 12, 31)
# An agency in brackets or between strokes, and the dash that ends a date line.
_ASIDE = r"\([^()]{1,40}\)|(?<=\s)/[^/]{1,40}/"
_DASH = r"\s*(?:(?<![0-9])[\u2012-\u2015]|[\u2012-\u2015](?![0-9])|--|(?<=\s)-(?=\s))"
# A date line may end with its year and a full stop instead: "SUVA, 12 May 2025. Australia will".
_END = rf"{_DASH}|(?<=[0-9]{{4}})[.:](?=\s)"


def find_dateline(head: tuple[Line, ...], told: Told) -> ToldDate | None:
    """The first date line; one without a year has it from when the article was published or said.

    Args:
        head: the lines to look at.
        told: what else is known of the article.
    """
    latest = told.published or told.said
    for line in head:
        day = _day(line.text, None)
        if day is not None:
            return ToldDate(day, f"the date line, {line.named}")
        day = None if latest is None else _day(line.text, day_of(latest.value))
        if day is not None and latest is not None:
            return ToldDate(day, f"the date line, {line.named}; its year from {latest.origin}")
    return None


def line_without_year(head: tuple[Line, ...]) -> tuple[Line, date] | None:
    """The first date line whose day has no year, and that day in a year of no account."""
    days = ((line, _day(line.text, _ANY_YEAR)) for line in head if _day(line.text, None) is None)
    return next(((line, day) for line, day in days if day is not None), None)


def split_place(text: str, latest: date | None) -> date | None:
    """The day of "PLACE, DAY", or None if the text is anything else."""
    split = split_day(text, latest)
    return split[1] if split is not None and _is_place(split[0]) else None


def _day(line: str, latest: date | None) -> date | None:
    days = (split_place(text, latest) for text in _openings(line))
    return next((day for day in days if day is not None), None)


def _openings(line: str) -> Iterator[str]:
    """What stands before the first dashes or the stop of a line, agencies left out."""
    pieces = re.split(_END, line[:_LONGEST], maxsplit=3)
    for count in range(1, len(pieces)):
        # "NEW YORK--(BUSINESS WIRE)--July 7, 2025--" has its day after a dash.
        joined = ", ".join(filter(str.strip, (_plain(piece) for piece in pieces[:count])))
        if joined:
            yield joined


def _plain(piece: str) -> str:
    return " ".join(re.sub(_ASIDE, " ", piece).split()).replace(" ,", ",")


def _is_place(text: str) -> bool:
    """Whether it could be a place: names in capitals, or words that begin with one."""
    words = text.replace(",", " ").split()
    if not words or len(text) > _LONGEST_PLACE or len(words) > _MOST_WORDS:
        return False
    if any(character.isdecimal() for character in text) or is_dated(text):
        return False
    return all(word[:1].isupper() for word in words) and words[0][0].isalpha()
