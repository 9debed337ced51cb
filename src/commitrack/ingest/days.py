"""The day that words at the head of an article name, if they name one and say nothing else."""

from __future__ import annotations

import re
from datetime import date, datetime
from typing import TYPE_CHECKING

from commitrack.errors import DateError

if TYPE_CHECKING:
    from commitrack.timing.tokens import Token

_LONGEST = 60
_DASH = r"\s+[\u2013\u2014-]\s+"
# Beside the day there may be a time and its clock; the day is what an article is dated by.
_CLOCK_KINDS = frozenset({"clock", "half", "zone", "abbr", "offset", "at", "in", "time", "on"})
_WRITTEN = (
    ["month", "number"],
    ["month", "nth"],
    ["number", "month"],
    ["nth", "month"],
    ["nth", "of", "month"],
)
_YEARS = range(1900, 2200)


def parse_day(text: str, latest: date | None = None) -> date | None:
    """The day that the words are, or None if they are anything else.

    >>> parse_day("Monday, 7 July 2025")
    datetime.date(2025, 7, 7)

    Args:
        text: the words.
        latest: a day without a year is the last such day that is no later; without it, none.
    """
    if len(text) > _LONGEST or not _is_of_dates(text):
        return None
    from commitrack.timing.tokens import tokenise  # noqa: PLC0415  # few articles need it

    try:
        tokens = [
            token for token in tokenise(re.sub(_DASH, ", ", text)) if token.kind not in _CLOCK_KINDS
        ]
    except DateError:
        return None
    weekdays = {token.value for token in tokens if token.kind == "weekday"}
    day = _day([token for token in tokens if token.kind != "weekday"], latest)
    return None if day is None or (weekdays and weekdays != {day.weekday()}) else day


def split_day(text: str, latest: date | None = None) -> tuple[str, date] | None:
    """What stands before the day that a text ends with, and the day.

    >>> split_day("WASHINGTON, D.C., July 7, 2025")
    ('WASHINGTON, D.C.', datetime.date(2025, 7, 7))
    """
    comma = text.find(",")
    while comma != -1 and len(text) - comma > 1:
        day = parse_day(text[comma + 1 :].strip(), latest)
        if day is not None:
            return text[:comma].strip(), day
        comma = text.find(",", comma + 1)
    return None


def parse_moment(text: str, latest: date | None = None) -> date | datetime | None:
    """An instant with its offset (RFC 3339), else the day that the words are, else None.

    >>> parse_moment("2025-07-07T23:30:00-04:00").isoformat()
    '2025-07-07T23:30:00-04:00'
    >>> parse_moment("2025-07-07T23:30:00")
    datetime.date(2025, 7, 7)
    """
    stripped = text.strip()
    if len(stripped) > len("2025-07-07") and stripped[4:5] == "-":
        try:
            moment = datetime.fromisoformat(stripped)
        except ValueError:
            return parse_day(stripped, latest)
        if moment.year not in _YEARS:
            return None
        return moment.date() if moment.tzinfo is None else moment.replace(microsecond=0)
    return parse_day(stripped, latest)


def is_dated(text: str) -> bool:
    """Whether the words are only such as dates are written with."""
    from commitrack.timing.lexicon import lexicon, spell  # noqa: PLC0415  # few articles need it
    from commitrack.timing.places import places  # noqa: PLC0415

    known = lexicon()
    words = [spell(found) for found in re.findall(r"[^\W\d_]{2,}", text[:_LONGEST])]
    has_date = any(word in known.words for word in words) or any(map(str.isdecimal, text))
    return has_date and all(
        word in known.words or word in known.nth or word in places().zones for word in words
    )


def _is_of_dates(text: str) -> bool:
    """Whether it has a figure, and no word but those that dates are written with."""
    if not any(character.isdecimal() for character in text):
        return False
    return is_dated(text)


def _day(tokens: list[Token], latest: date | None) -> date | None:
    kinds = [token.kind for token in tokens]
    if kinds == ["iso"] and isinstance(tokens[0].value, date):
        return tokens[0].value
    has_year = kinds[-1:] == ["year"]
    written = kinds[:-1] if has_year else kinds
    if written not in _WRITTEN:
        return None
    values = {token.kind: token.value for token in tokens}
    month, number, year = (
        values["month"],
        values.get("number", values.get("nth")),
        values.get("year"),
    )
    if not isinstance(month, int) or not isinstance(number, int):
        return None
    if isinstance(year, int):
        return _on(year, month, number)
    return None if latest is None else _last(month, number, latest)


def _last(month: int, number: int, latest: date) -> date | None:
    """The last such day that is no later; a 29 February is looked for in this year and the last."""
    for year in (latest.year, latest.year - 1):
        day = _on(year, month, number)
        if day is not None and day <= latest:
            return day
    return None


def _on(year: int, month: int, number: int) -> date | None:
    try:
        return date(year, month, number) if year in _YEARS else None
    except ValueError:
        return None
