"""Heads: the word of a subject that names who or what it is."""

from commitrack.extract.lexicon import Lexicon
from commitrack.extract.tokens import Tokens
from commitrack.extract.verbs import is_adverb

_COMMA = ","
_PART_OF = 2
_POINTED = 2
"""Tokens of "this week"."""


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
    last = _before_times(tokens, first, min(last, end), lexicon)
    for i in range(last - 1, first - 1, -1):
        if lows[i][0].isalnum() and not is_adverb(lows[i], lexicon):
            return i
    return None


def _before_times(tokens: Tokens, first: int, end: int, lexicon: Lexicon) -> int:
    """Before "earlier this week", "tomorrow" after what a subject is, where a word is left."""
    lows, classes = tokens.lows, lexicon.classes
    last = end
    if last - first > _POINTED and lows[last - 2] in classes["time-pointers"]:
        is_time = lows[last - 1] in classes["time-fillers"] or lows[last - 1] in classes["days"]
        last -= _POINTED * is_time
    elif lows[last - 1] in classes["nearby-days"]:
        last -= 1
    if last < end and lows[last - 1] in classes["superseded"]:
        last -= 1
    return last if last > first else end


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
