"""Quantities: the number before a unit, in figures or in words: 90, 1,500, forty-five."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from commitrack.timing.duration_words import DASHES, Piece, around, kind_of
from commitrack.timing.lexicon import lexicon

_WHOLE = re.compile(r"[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+")
_LONGEST_FIGURES, _MOST_WORDS = 6, 6
_TEN, _HUNDRED = 10, 100


class Quantity(NamedTuple):
    """A number before a unit: its value, and where its pieces begin.

    Attributes:
        is_article: it is no more than "a".
    """

    value: int
    first: int
    is_article: bool = False


def quantity_at(pieces: Sequence[Piece], place: int) -> Quantity | None:
    """The number that ends there, also one given twice: "ninety (90)"."""
    if [piece.text for piece in pieces[max(place - 2, 0) : place + 1 : 2]] != ["(", ")"]:
        return _single(pieces, place)
    inner, outer = _single(pieces, place - 1), _single(pieces, place - 3)
    is_twice = inner and outer and inner.value == outer.value
    return outer if is_twice else inner and inner._replace(first=place - 2)


def _single(pieces: Sequence[Piece], place: int) -> Quantity | None:
    if place < 0:
        return None
    text = pieces[place].text
    if not text[0].isdigit():
        return _in_words(pieces, place)
    is_whole = _WHOLE.fullmatch(text) and len(text) <= _LONGEST_FIGURES
    return Quantity(int(text.replace(",", "")), place) if is_whole else None


def _in_words(pieces: Sequence[Piece], place: int) -> Quantity | None:
    """The longest run of words before and at a place that make one number."""
    best = None
    for first in range(place, max(place - _MOST_WORDS, -1), -1):
        words = [piece.spelled for piece in pieces[first : place + 1] if piece.text not in DASHES]
        value = _value(words) if pieces[first].text not in DASHES else None
        if value is not None:
            is_article = first == place and kind_of(pieces[first].spelled) == "one"
            best = Quantity(value, first, is_article)
    return best


def _value(words: Sequence[str]) -> int | None:
    """What words of a number come to: "one hundred and fifty", "forty-five"."""
    at = next((place for place, word in enumerate(words) if word in around()["hundred"]), None)
    if at is None:
        return _below_hundred(words)
    many, rest = _below_hundred(words[:at]) if at else 1, words[at + 1 :]
    if len(rest) > 1 and kind_of(rest[0]) == "and":
        rest = rest[1:]
    few = _below_hundred(rest) if rest else 0
    return None if many is None or few is None or many >= _TEN else many * _HUNDRED + few


def _below_hundred(words: Sequence[str]) -> int | None:
    match [_word_value(word) for word in words]:
        case [int(one)]:
            return one
        case [int(tens), int(ones)] if tens >= 2 * _TEN and not tens % _TEN and ones < _TEN:
            return tens + ones
    return None


def _word_value(word: str) -> int | None:
    if word in around()["number"]:
        return int(around()["number"][word])
    known = lexicon().words.get(word)
    is_number = known is not None and known.kind in {"number", "one"}
    return int(str(known.value)) if is_number and known is not None else None
