"""Bounds: which way "by", "until" and "before" point, and where they bound nothing."""

from itertools import pairwise

from commitrack.extract.temporal.lexicon import Lexicon
from commitrack.extract.temporal.tenses import Direction, is_past_form
from commitrack.extract.temporal.tokens import Tokens

_BEFORE, _AFTER = 14, 8
_BESIDE_VERB, _PASSIVE = 3, 2


def bound(tokens: Tokens, place: int, after: range, lexicon: Lexicon) -> Direction:
    """The direction of "by", "until" and the like: on, if what they bound is not over."""
    words, cues = tokens.words, lexicon.cues
    word = words[place]
    if word in cues["than"] and (not place or words[place - 1] not in cues["bounded"]):
        return Direction(-1, word)  # "higher than in June", but "no later than June"
    if word in cues["until"]:
        is_over = _is_over(words, place, lexicon) or _had_after(tokens, after, lexicon)
        return Direction(-1 if is_over else 1, word, is_strong=True)
    if word not in cues["by"]:
        is_strong = word not in cues["effective"]  # "cut its price, effective May 1"
        return Direction(1, word, is_strong=is_strong)
    if _had_after(tokens, after, lexicon):
        return Direction(-1, word, is_strong=True)
    if _is_done(words, place, lexicon):
        return Direction(-1, word)
    is_strong = cues["had"].isdisjoint(words[max(0, place - _BEFORE) : place])
    return Direction(1, word, is_strong=is_strong)  # "had hoped to be ready by June"


def is_another_by(tokens: Tokens, place: int, first: int, after: range, lexicon: Lexicon) -> bool:
    """Whether "by" belongs to another word: "by the August 1 accord", "she came by Tuesday"."""
    cues, words = lexicon.cues, tokens.words
    if place + 1 == first:
        return place > 0 and words[place - 1] in cues["came"]
    is_the = words[place + 1] in cues["the"] and place + 2 == first
    return is_the and _is_noun(words, after, lexicon)


def is_just_before(words: list[str], place: int, lexicon: Lexicon) -> bool:
    """Whether no bound is meant: "landed shortly before midnight", "before dawn Saturday"."""
    cues = lexicon.cues
    is_just = place > 0 and words[place - 1] in cues["just"]
    return is_just or words[place + 1] in cues["bright_parts"]


def _is_over(words: list[str], place: int, lexicon: Lexicon) -> bool:
    """Whether "until" is told of what is over: "lasted until", "did not say so until"."""
    cues = lexicon.cues
    return (
        not cues["lasted"].isdisjoint(words[max(0, place - _BESIDE_VERB) : place])
        or not cues["did"].isdisjoint(words[max(0, place - _AFTER) : place])
        or _was_not(words, place, lexicon)
    )


def _is_done(words: list[str], place: int, lexicon: Lexicon) -> bool:
    """Whether what is over stands right before: "was shipped by", and not "was due by"."""
    cues, leads = lexicon.cues, words[max(0, place - _PASSIVE) : place]
    if len(leads) < _PASSIVE or leads[0] not in cues["was"]:
        return False
    is_past = leads[1] in cues["past"] or is_past_form(leads[1], lexicon)
    return is_past and leads[1] not in cues["awaited"]


def _had_after(tokens: Tokens, after: range, lexicon: Lexicon) -> bool:
    """Whether the sentence goes on with "had": "by Monday they had found it"."""
    for place in after:
        if tokens.words[place] in lexicon.cues["stops"]:
            return False
        if tokens.words[place] in lexicon.cues["had"]:
            return True
    return False


def _was_not(words: list[str], place: int, lexicon: Lexicon) -> bool:
    """Whether "were not settled" or the like stands before, and not "wasn't due"."""
    cues, leads = lexicon.cues, words[max(0, place - _AFTER) : place]
    if not cues["awaited"].isdisjoint(leads):
        return False
    is_not = any(two in cues["not"] and one in cues["were"] for one, two in pairwise(leads))
    return is_not or not cues["weren"].isdisjoint(leads)


def _is_noun(words: list[str], after: range, lexicon: Lexicon) -> bool:
    """Whether a noun follows, which the expression belongs to."""
    following = words[after.start] if after else ""
    return following.isalpha() and following not in lexicon.cues["after_the_ref"]
