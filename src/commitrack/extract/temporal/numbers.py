"""Numbers: how numbers in digits and in words are read."""

from typing import NamedTuple

from commitrack.extract.temporal.lexicon import Lexicon, Reading
from commitrack.extract.temporal.tokens import Tokens

VAGUE = "X"
_MOST = 6
_HUNDRED, _THOUSAND = 100, 1000
_PARTS = {"2", "4"}
_GOING_ON = {",", ".", "-", "1"}
_GROUP = 3
_TEN, _TWENTY = 10, 20
_SPOKEN_CENTURIES = {17, 18, 19, 20}


class Amount(NamedTuple):
    """A number, and where it ends (exclusive)."""

    value: float
    after: int


def read_number(tokens: Tokens, place: int, lexicon: Lexicon) -> Amount | None:
    """The longest number that begins here: "1,000", "1.5", "5 1/2", "two hundred"."""
    word = tokens.words[place]
    if word[0].isdecimal():
        return _read_digits(tokens, place)
    return _read_words(tokens, place, lexicon)


def _read_digits(tokens: Tokens, place: int) -> Amount | None:
    words = tokens.words
    if not words[place].isascii() or len(words[place]) > _MOST:
        return None
    value, after = float(words[place]), place + 1
    if after == len(words) or words[after] not in _GOING_ON:
        return Amount(value, after)
    while words[after : after + 1] == [","] and _is_group(tokens, after):
        value = value * _THOUSAND + float(words[after + 1])
        after += 2
        if after - place > _MOST:
            break
    if (
        words[after : after + 1] == ["."]
        and _is_digits(tokens, after + 1)
        and _glued(tokens, after)
    ):
        return Amount(float(f"{int(value)}.{words[after + 1][:_MOST]}"), after + 2)
    start = after + (words[after : after + 1] == ["-"])  # "5-1/2"
    if words[start : start + 2] == ["1", "/"] and "".join(words[start + 2 : start + 3]) in _PARTS:
        return Amount(value + 1 / int(words[start + 2]), start + 3)
    return Amount(value, after)


def _is_digits(tokens: Tokens, place: int) -> bool:
    return place < len(tokens.words) and tokens.words[place].isdecimal()


def _is_group(tokens: Tokens, place: int) -> bool:
    """Whether three digits follow a comma, without spaces."""
    is_next = _is_digits(tokens, place + 1) and len(tokens.words[place + 1]) == _GROUP
    return is_next and _glued(tokens, place)


def _glued(tokens: Tokens, place: int) -> bool:
    return tokens.is_adjacent(place) and tokens.is_adjacent(place + 1)


def _plain(word: str, lexicon: Lexicon, name: str) -> int | None:
    return next((r.value for r in lexicon.single.get(word, ()) if r.name == name), None)


def _read_words(tokens: Tokens, place: int, lexicon: Lexicon) -> Amount | None:
    words, total, part = tokens.words, 0, 0
    after, seen = place, False
    while after < len(words) and after - place < _MOST:
        word = words[after]
        scale = _plain(word, lexicon, "scale")
        if scale is not None and (seen or (after > place)):
            part = (part or 1) * scale
            if scale >= _THOUSAND:
                total, part = total + part, 0
        elif (value := _plain(word, lexicon, "number")) is not None:
            if seen and not _continues(part, value) and not _is_round(total, part):
                break
            part += value
        elif (
            (part < _HUNDRED and not _is_round(total, part))
            or word not in lexicon.cues["and"]
            or not _follows(tokens, after, lexicon)
        ):
            break
        else:  # "two hundred and fifty"
            after += 1
            continue
        seen = True
        after += 1
    return Amount(total + part, after) if seen else None


def _is_round(total: int, part: int) -> bool:
    """Whether thousands were read last: "two thousand and two"."""
    return total > 0 and part == 0


def _follows(tokens: Tokens, place: int, lexicon: Lexicon) -> bool:
    """Whether a number in words follows a place."""
    after = "".join(tokens.words[place + 1 : place + 2])
    return _plain(after, lexicon, "number") is not None


def _continues(part: int, value: int) -> bool:
    """Whether a number may go on: "twenty" with "one", "two hundred" with "fifty"."""
    is_tens = part % _HUNDRED >= _TWENTY and part % 10 == 0
    is_hundreds = part > 0 and part % _HUNDRED == 0
    return (is_tens and 0 < value < _TEN) or (is_hundreds and value < _HUNDRED)


def year_in_words(tokens: Tokens, place: int, lexicon: Lexicon) -> Reading | None:
    """A year as it is spoken: "nineteen ninety-one".

    >>> from commitrack.extract.temporal.lexicon import lexicon
    >>> from commitrack.extract.temporal.tokens import scan
    >>> year_in_words(scan("nineteen ninety-one"), 0, lexicon("en"))
    Reading(name='year', length=3, value=1991)
    """
    century = _plain(tokens.words[place], lexicon, "number")
    if century not in _SPOKEN_CENTURIES or place + 1 >= len(tokens.words):
        return None
    rest = _read_words(tokens, place + 1, lexicon)
    if rest is None or not _TEN <= rest.value < _HUNDRED:
        return None
    return Reading("year", rest.after - place, int(century * _HUNDRED + rest.value))
