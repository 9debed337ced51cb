"""Heads: the word of a subject that names who or what it is."""

from commitrack.extract.lexicon import Lexicon
from commitrack.extract.tokens import Tokens
from commitrack.extract.verbs import is_adverb

_COMMA = ","
_PART_OF = 2


def head_of(tokens: Tokens, first: int, end: int, lexicon: Lexicon) -> int | None:
    """The head of the words between two tokens: the last before what is said of it, if any."""
    lows, classes = tokens.lows, lexicon.classes
    first = _past_openings(tokens, first, end, lexicon)
    prepositions, relative = classes["prepositions"], classes["relative"]
    last = first + 1
    while last < end and not (
        lows[last] in prepositions or lows[last] in relative or lows[last] == _COMMA
    ):
        last += 1
    for i in range(min(last, end) - 1, first - 1, -1):
        if lows[i][0].isalnum() and not is_adverb(lows[i], lexicon):
            return i
    return None


def _past_openings(tokens: Tokens, first: int, end: int, lexicon: Lexicon) -> int:
    """Past "in October" and "one of" before what a subject is."""
    lows, classes = tokens.lows, lexicon.classes
    while first < end and (lows[first] in classes["prepositions"] or lows[first] == _COMMA):
        first = _past_phrase(tokens, first, end, lexicon)
    is_part = end - first > _PART_OF and lows[first] in classes["part-words"]
    if is_part and lows[first + 1] in classes["partitives"]:
        return first + _PART_OF  # "one of the goals" is a goal
    return first


def _past_phrase(tokens: Tokens, first: int, end: int, lexicon: Lexicon) -> int:
    """Past a phrase such as "in October" that stands before a subject."""
    i = first + 1
    while i < end and (
        tokens.lows[i] in lexicon.classes["determiners"] or tokens.words[i][0].isdigit()
    ):
        i += 1
    if i + 1 < end:
        i += 1
    if i < end:
        return i
    return end - 1 if first < end - 1 else end
