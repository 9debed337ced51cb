"""Tokens: a date in words, cut into pieces whose kinds the rules of the grammar name."""

import re
from datetime import date
from typing import NamedTuple

from commitrack.errors import DateError, Excerpt
from commitrack.timing.display import MONTHS
from commitrack.timing.edtf import check_day, try_edtf
from commitrack.timing.iso import try_clock, try_offset
from commitrack.timing.lexicon import lexicon, near_word, shorten, spell, understood
from commitrack.timing.periods import try_period
from commitrack.timing.pieces import OFFSET, Spans, cut
from commitrack.timing.places import places
from commitrack.timing.weeks import iso_week
from commitrack.timing.zones import find_zone

_LONGEST = 200
_NTH = "([0-9]{1,2})([a-zA-Z]+)"
_ISO_DAY = r"([0-9]{4})(?:-([0-9]{2})-([0-9]{2})|([/.-])([0-9]{1,2})\4([0-9]{1,2}))"
_COMPACT = r"([0-9]{4})([0-9]{2})([0-9]{2})"
_ISO_WEEK = r"([0-9]{4})-?W([0-9]{2})(?:-?([1-7]))?"
_PART = r"[QqHh][1-4]|[1-4][QqHh]"
_YEARS = r"([0-9]{4})/([0-9]{2})"
_NUMERIC = r"([0-9]{1,2})([/.-])([0-9]{1,2})\2([0-9]{2}|[0-9]{4})"


class Token(NamedTuple):
    """A piece of the text: its kind, what it stands for, and where it is (character offsets)."""

    kind: str
    value: object
    text: str
    start: int
    end: int


def tokenise(text: str) -> list[Token]:
    """The pieces of a date in words.

    >>> [token.kind for token in tokenise("Fri 1st of August, 12:01 a.m. EDT")]
    ['weekday', 'nth', 'of', 'month', 'clock', 'half', 'abbr']

    Raises:
        DateError: a piece is unknown, or is a date or time that does not exist.
    """
    if len(text) > _LONGEST:
        message = f'"{shorten(text)}" is too long for a date'
        raise DateError(message, remedy=understood())
    pieces = cut(text)
    tokens: list[Token] = []
    while pieces:
        token, used = _phrase(text, pieces) or (_token(text, *pieces[0]), 1)
        tokens.append(token)
        del pieces[:used]
    return tokens


def _phrase(text: str, pieces: Spans) -> tuple[Token, int] | None:
    """A place or a phrase of several words, and how many; the longest there is."""
    for count in range(min(lexicon().longest, len(pieces)), 1, -1):
        start, end = pieces[0][0], pieces[count - 1][1]
        words = spell(" ".join(text[first:last] for first, last in pieces[:count]))
        known = lexicon().words.get(words)
        zone = places().zones.get(words)
        if known is not None or zone is not None:
            kind, value = known or ("zone", zone)
            return Token(kind, value, text[start:end], start, end), count
    return None


def _token(text: str, start: int, end: int) -> Token:
    piece = text[start:end]
    try:
        found = _word(piece) or _number(piece) or _notation(piece)
    except DateError as error:
        error.excerpt = error.excerpt or Excerpt(text, start, end)
        raise
    if found is None:
        raise _unknown(text, start, end)
    return Token(found[0], found[1], piece, start, end)


def _word(piece: str) -> tuple[str, object] | None:
    spelled = spell(piece)
    if piece.startswith("["):
        return "zone", find_zone(piece.strip("[]"))
    known = lexicon().words.get(spelled)
    if known is not None:
        return known
    zone = places().zones.get(spelled)
    return None if zone is None else ("zone", zone)


def _number(piece: str) -> tuple[str, object] | None:
    nth = re.fullmatch(_NTH, piece)
    if nth and spell(nth[2]) in lexicon().nth:
        return "nth", int(nth[1])
    if not re.fullmatch("[0-9]{1,6}", piece):
        return None
    if len(piece) == len("2025"):
        # The year 0 is refused here.
        try_edtf(piece)
        return "year", int(piece)
    return "number", int(piece)


def _notation(piece: str) -> tuple[str, object] | None:
    """What is written alike in every language."""
    found = _date_notation(piece) or _clock_notation(piece)
    if found is not None:
        return found
    if period := try_period(piece.removeprefix("+")):
        return "period", period
    _refuse_numeric(piece)
    return ("zone", find_zone(piece)) if "/" in piece and piece[0].isalpha() else None


def _date_notation(piece: str) -> tuple[str, object] | None:
    day = re.fullmatch(_ISO_DAY, piece) or re.fullmatch(_COMPACT, piece)
    if day:
        year, month, number = (int(part) for part in day.groups() if part and part.isdigit())
        return "iso", check_day(piece, year, month, number)
    if week := re.fullmatch(_ISO_WEEK, piece.upper()):
        return iso_week(piece, int(week[1]), int(week[2]), int(week[3] or 0))
    if re.fullmatch(_PART, piece):
        part = piece.upper()
        return "part", part if part[0].isalpha() else part[::-1]
    years = re.fullmatch(_YEARS, piece)
    if years and (int(years[1]) + 1) % 100 == int(years[2]):
        return "years", int(years[1])
    return ("edtf", piece) if try_edtf(piece) else None


def _clock_notation(piece: str) -> tuple[str, object] | None:
    if (clock := try_clock(piece)) is not None:
        return "clock", clock
    if re.fullmatch(OFFSET, piece.upper()):
        return "offset", try_offset(_whole_offset(piece.upper()))
    return None


def _whole_offset(piece: str) -> str:
    """`UTC+9` as `+09:00`."""
    match = re.fullmatch("([+-])([0-9]{1,2}?):?([0-9]{2})?", piece.removeprefix("UTC"))
    return piece if match is None else f"{match[1]}{match[2]:0>2}:{match[3] or '00'}"


def _refuse_numeric(piece: str) -> None:
    """Days in figures alone, the year last: which is the month cannot be told."""
    match = re.fullmatch(_NUMERIC, piece)
    if match is None:
        return
    if len(match[4]) < len("2025"):
        message = f"{piece} can be read in more than one way"
        raise DateError(message, remedy="write 2025-08-01")
    year, one, two = int(match[4]), int(match[1]), int(match[3])
    readings = [_day(year, two, one), _day(year, one, two)]
    days = list(dict.fromkeys(day for day in readings if day is not None))
    if not days:
        message = f"{piece} is not a date in any reading"
        raise DateError(message, remedy="write 2025-08-01")
    named = " or ".join(f"{day.day} {MONTHS[day.month - 1]}" for day in days)
    message = f"{piece} is {named}"
    raise DateError(message, remedy=f"write {' or '.join(day.isoformat() for day in days)}")


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _unknown(text: str, start: int, end: int) -> DateError:
    piece = text[start:end]
    near = near_word(piece)
    remedy = f"did you mean {near}?" if near else understood()
    message = f'"{shorten(piece)}" is not understood in a date'
    return DateError(message, remedy=remedy, excerpt=Excerpt(text, start, end))
