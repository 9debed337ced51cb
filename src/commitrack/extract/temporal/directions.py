"""Directions: whether words near an expression point to the past or to the future."""

from typing import NamedTuple

from commitrack.extract.temporal.lexicon import Lexicon
from commitrack.extract.temporal.tokens import Tokens

_BEFORE, _AFTER, _BESIDE = 14, 8, 4
_NEAR, _BESIDE_VERB, _PHRASE = 3, 3, 3
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
    if before.sign:
        return _weighed(before, tokens.words[max(0, first - _BESIDE_VERB) : first], lexicon)
    found = _seek(tokens, after, lexicon, is_far=is_far)
    lead = tokens.words[first - 1] if first else ""
    return Direction(1, lead) if not found.sign and lead in lexicon.cues["beside_weak"] else found


def _weighed(found: Direction, leads: list[str], lexicon: Lexicon) -> Direction:
    """How sure a verb makes: "announced in January" does, "will publish its June minutes" not."""
    cues = lexicon.cues
    if leads[-1] in cues["adjectives_after"]:
        return found._replace(is_strong=False)
    if found.cue in leads:
        return found._replace(is_strong=found.sign > 0 or found.cue not in cues["also_present"])
    return found


def _beside(tokens: Tokens, first: int, after: range, lexicon: Lexicon) -> Direction:
    """The direction that a preposition gives: "by", "until", "since"."""
    cues, words = lexicon.cues, tokens.words
    phrase = _phrase_before(words, first, lexicon)
    if phrase.sign:
        return phrase
    for place in range(first - 1, max(-1, first - 1 - _BESIDE), -1):
        word = words[place]
        if word in cues["by"] and words[place + 1] in cues["the"] and place + 2 == first:
            break  # "by the August 1 accord"
        if word in cues["starting"] and words[place + 1] not in cues["of"]:
            return Direction(1, word)  # "two days of mourning starting Monday"
        if word in cues["beside_future"]:
            is_over = word in cues["until"] and any(words[it] in cues["had"] for it in after)
            return Direction(-1 if is_over else 1, word, is_strong=True)
        if word in cues["strong_past"]:
            return Direction(-1, word, is_strong=True)
        if word in cues["is"]:
            return Direction(1, word)  # "the vote is on Monday"
        if word not in cues["beside"] and not word.isdecimal():
            break
    return _UNKNOWN


def _phrase_before(words: list[str], first: int, lexicon: Lexicon) -> Direction:
    """The direction of "as soon as", "as recently as"."""
    lead = " ".join(words[max(0, first - _PHRASE) : first])
    is_future, is_past = (lead in lexicon.cues[name] for name in ("as_soon_as", "as_late_as"))
    return Direction(is_future - is_past, lead)


def _seek(tokens: Tokens, places: range, lexicon: Lexicon, *, is_far: bool) -> Direction:
    """The direction of the nearest verb; the end of a sentence ends the search."""
    words, verbs, endings = tokens.words, lexicon.verbs, lexicon.cues["ed"]
    for place in places:
        word = words[place]
        kind = verbs.get(word)
        if kind is None:
            if word[-_ENDING:] not in endings:
                continue
        elif kind == "stops":
            break
        elif kind == "reporting" and is_far and abs(place - places[0]) >= _NEAR:
            continue
        found = _verb(words, place, lexicon)
        if found.sign:
            return found
    return _UNKNOWN


def _verb(words: list[str], place: int, lexicon: Lexicon) -> Direction:
    """The direction of one word."""
    cues, word = lexicon.cues, words[place]
    if word in cues["strong_future"] or " ".join(words[place : place + _PHRASE]) in cues["won_t"]:
        return Direction(1, word, is_strong=True)
    if word in cues["future"] or _is_future_phrase(words, place, lexicon):
        return Direction(1, word)
    before = words[place - 1] if place else ""
    if before in cues["to"] or before in cues["is"]:
        return _UNKNOWN  # "to hit", "is heard"
    if before in cues["future"]:
        return Direction(1, before)
    is_past = is_past_form(word, lexicon) and not _is_adjective(words, place, lexicon)
    if word not in cues["past"] and not is_past:
        return _UNKNOWN
    return _passive(words, place, lexicon) if before in cues["been"] else Direction(-1, word)


def _is_adjective(words: list[str], place: int, lexicon: Lexicon) -> bool:
    """Whether a participle stands before its noun: "a reported, a still unspecified date"."""
    place -= words[place - 1] in lexicon.cues["still"] if place > 1 else 0
    return place > 0 and words[place - 1] in lexicon.cues["adjectives_after"]


def _is_future_phrase(words: list[str], place: int, lexicon: Lexicon) -> bool:
    """Whether a word and its neighbour mean the future: "set to", "is to resume"."""
    cues, word = lexicon.cues, words[place]
    following = "".join(words[place + 1 : place + 2])
    if word in cues["future_before_to"] and following in cues["to"]:
        return True
    if word in cues["future_before_for"] and following in cues["for"]:
        return True
    return word in cues["to"] and place > 0 and words[place - 1] in cues["is"]


def _passive(words: list[str], place: int, lexicon: Lexicon) -> Direction:
    """The direction of "be paid": that of what is before it, "will", "could"."""
    modal = words[place - 2] if place > 1 else ""
    names = ("strong_future", "future", "to")
    is_future = any(modal in lexicon.cues[name] for name in names)
    return Direction(1, modal) if is_future else _UNKNOWN


def is_past_form(word: str, lexicon: Lexicon) -> bool:
    """Whether a word has the ending of a past tense."""
    return (
        len(word) > _ENDING + 1
        and word[-_ENDING:] in lexicon.cues["ed"]
        and word not in lexicon.cues["not_past"]
    )
