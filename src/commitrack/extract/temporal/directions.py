"""Directions: whether words near an expression point to the past or to the future."""

from typing import NamedTuple

from commitrack.extract.temporal.lexicon import Lexicon
from commitrack.extract.temporal.tokens import Tokens

_BEFORE, _AFTER, _BESIDE = 14, 8, 4
_NEAR = 3
_ENDING = 2


class Direction(NamedTuple):
    """-1 past, 0 unknown, 1 future; the word that says so, and whether it leaves no doubt."""

    sign: int
    cue: str = ""
    is_strong: bool = False


_UNKNOWN = Direction(0)


def direction_at(
    tokens: Tokens, first: int, last: int, lexicon: Lexicon, *, is_far: bool = False
) -> Direction:
    """The direction by a cue beside it, else by the nearest verb: back in its sentence, then on."""
    after = range(last + 1, min(len(tokens.words), last + 1 + _AFTER))
    beside = _beside(tokens, first, after, lexicon)
    if beside.sign:
        return beside
    before = _seek(
        tokens, range(first - 1, max(-1, first - 1 - _BEFORE), -1), lexicon, is_far=is_far
    )
    return before if before.sign else _seek(tokens, after, lexicon, is_far=is_far)


def _beside(tokens: Tokens, first: int, after: range, lexicon: Lexicon) -> Direction:
    """The direction that a preposition gives: "by", "until", "since"."""
    cues, words = lexicon.cues, tokens.words
    for place in range(first - 1, max(-1, first - 1 - _BESIDE), -1):
        word = words[place]
        if word in cues["by"] and words[place + 1] in cues["the"] and place + 2 == first:
            break  # "by the August 1 accord"
        if word in cues["beside_future"]:
            is_over = word in cues["until"] and any(words[it] in cues["had"] for it in after)
            return Direction(-1 if is_over else 1, word, is_strong=True)
        if word in cues["strong_past"]:
            return Direction(-1, word, is_strong=True)
        if word not in cues["beside"] and not word.isdecimal():
            break
    return _UNKNOWN


def _seek(tokens: Tokens, places: range, lexicon: Lexicon, *, is_far: bool) -> Direction:
    words = tokens.words
    for place in places:
        if words[place] in lexicon.cues["stops"]:
            return _UNKNOWN
        is_near = abs(place - places[0]) < _NEAR
        if is_far and not is_near and words[place] in lexicon.cues["reporting"]:
            continue
        found = _verb(words, place, lexicon)
        if found.sign:
            return found
    return _UNKNOWN


def _verb(words: list[str], place: int, lexicon: Lexicon) -> Direction:
    """The direction of one word."""
    cues, word = lexicon.cues, words[place]
    if word in cues["strong_future"]:
        return Direction(1, word, is_strong=True)
    if word in cues["future"]:
        return Direction(1, word)
    if (
        word in cues["future_before_to"]
        and "".join(words[place + 1 : place + 2]) in cues["infinitive"]
    ):
        return Direction(1, word)
    if word in cues["to"] and place > 0 and words[place - 1] in cues["is"]:  # "is to resume"
        return Direction(1, f"{words[place - 1]} {word}")
    is_adjective = place > 0 and words[place - 1] in cues["adjectives_after"]
    if word in cues["past"] or (is_past_form(word, lexicon) and not is_adjective):
        if place > 1 and words[place - 1] in cues["been"]:  # "will be paid", "could be paid"
            modal = words[place - 2]
            if modal in cues["strong_future"] or modal in cues["future"] or modal in cues["to"]:
                return Direction(1, modal)
            return _UNKNOWN
        return Direction(-1, word)
    return _UNKNOWN


def is_past_form(word: str, lexicon: Lexicon) -> bool:
    """Whether a word has the ending of a past tense."""
    return (
        len(word) > _ENDING + 1
        and word[-_ENDING:] in lexicon.cues["ed"]
        and word not in lexicon.cues["not_past"]
    )
