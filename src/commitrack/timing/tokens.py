"""Tokens: a date in words, cut into pieces whose kinds the rules of the grammar name."""

import re
from typing import NamedTuple

from commitrack.errors import DateError, Excerpt
from commitrack.timing.edtf import try_edtf
from commitrack.timing.lexicon import lexicon, near_word, shorten, spell, understood
from commitrack.timing.notations import compact_clock, read_notation, whole_year
from commitrack.timing.pieces import Spans, cut
from commitrack.timing.places import places
from commitrack.timing.zones import find_zone

_LONGEST = 200
_NTH = "([0-9]{1,2})([a-zA-Z]+)"
_SHORT_YEAR = r"['\u2019]([0-9]{2})"


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
        # Glued to a day: `20250801T0001`.
        clock = compact_clock(piece) if text[max(start - 1, 0) : start] in {"T", "t"} else None
        found = (
            _word(piece) or _number(piece) or read_notation(piece)
            if clock is None
            else ("clock", clock)
        )
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
    if short := re.fullmatch(_SHORT_YEAR, piece):
        return "year", whole_year(piece, int(short[1]))
    if not re.fullmatch("[0-9]{1,6}", piece):
        return None
    if len(piece) == len("2025"):
        # The year 0 is refused here.
        try_edtf(piece)
        return "year", int(piece)
    return "number", int(piece)


def _unknown(text: str, start: int, end: int) -> DateError:
    piece = text[start:end]
    near = near_word(piece)
    remedy = f"did you mean {near}?" if near else understood()
    message = f'"{shorten(piece)}" is not understood in a date'
    return DateError(message, remedy=remedy, excerpt=Excerpt(text, start, end))
