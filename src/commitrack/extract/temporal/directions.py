"""Directions: whether words near an expression point to the past or to the future."""

from commitrack.extract.temporal.bounds import bound, is_another_by, is_just_before
from commitrack.extract.temporal.lexicon import Lexicon
from commitrack.extract.temporal.tenses import UNKNOWN, Direction, is_past_form, seek
from commitrack.extract.temporal.tokens import Tokens

__all__ = ["Direction", "direction_at"]
_BEFORE, _AFTER, _BESIDE = 14, 8, 8
_BESIDE_VERB, _PHRASE, _MOVED, _TARGET = 3, 3, 4, 2


def direction_at(
    tokens: Tokens, first: int, last: int, lexicon: Lexicon, *, is_far: bool = False
) -> Direction:
    """The direction by a cue beside it, else by the nearest verb: back in its sentence, then on."""
    after = range(last + 1, min(len(tokens.words), last + 1 + _AFTER))
    beside = _beside(tokens, first, after, lexicon)
    if beside.sign or beside.cue:
        return beside
    if _begins_clause(tokens.words, first, lexicon):
        following = seek(tokens, after, lexicon, is_far=is_far)
        if following.sign:
            return following
    found = _by_verb_before(tokens, first, last, lexicon, is_far=is_far)
    if found.sign or found.cue:
        return found
    lead = tokens.words[first - 1] if first else ""
    found = seek(tokens, after, lexicon, is_far=is_far)
    return Direction(1, lead) if not found.sign and lead in lexicon.cues["beside_weak"] else found


def _by_verb_before(
    tokens: Tokens, first: int, last: int, lexicon: Lexicon, *, is_far: bool
) -> Direction:
    """The direction of the nearest verb before it, and how sure that makes."""
    cues, words = lexicon.cues, tokens.words
    places = range(first - 1, max(-1, first - 1 - _BEFORE), -1)
    found = seek(tokens, places, lexicon, is_far=is_far)
    lead = words[first - 1] if first else ""
    is_past_after = _is_past_at(tokens, last + 1, lexicon)
    if found.cue in cues["plural_nouns"] and is_past_after:
        return Direction(-1, words[last + 1])  # "housing starts in May were"
    is_open = (
        (found.sign < 0 and lead in cues["beside_weak"])  # "lent money through March"
        or (found.cue in cues["due"] and is_past_after)  # "payments due July 1 were made"
        or (found.sign > 0 and is_far and lead in cues["adjectives_after"])  # "lift the May ban"
    )
    if is_open:
        return Direction(0, found.cue)
    if found.sign or found.cue:
        return _weighed(found, words[max(0, first - _BESIDE_VERB) : first], lexicon)
    return found


def _is_past_at(tokens: Tokens, place: int, lexicon: Lexicon) -> bool:
    """Whether a verb in the past tense stands at a place."""
    word = "".join(tokens.words[place : place + 1])
    return word in lexicon.cues["past"] or is_past_form(word, lexicon)


def _begins_clause(words: list[str], first: int, lexicon: Lexicon) -> bool:
    """Whether it stands right after ", and" or ", but": the verb is the one that follows."""
    place = first - 1 - (first > 0 and words[first - 1] in lexicon.cues["the"])
    if place < 1 or words[place] not in lexicon.cues["clause_joints"]:
        return False
    return words[place - 1] in lexicon.cues["commas"]


def _weighed(found: Direction, leads: list[str], lexicon: Lexicon) -> Direction:
    """How sure a verb makes: "announced in January" does, "will publish its June minutes" not."""
    cues = lexicon.cues
    if leads[-1] in cues["adjectives_after"]:
        return found._replace(is_strong=False)
    if found.sign > 0 and not cues["were"].isdisjoint(leads):
        return found  # "was to expire Oct. 20" may be over
    if found.cue in leads:
        return found._replace(is_strong=found.sign > 0 or found.cue not in cues["also_present"])
    return found


def _beside(tokens: Tokens, first: int, after: range, lexicon: Lexicon) -> Direction:
    """The direction that a preposition gives: "by", "until", "since"."""
    cues, words = lexicon.cues, tokens.words
    phrase = _phrase_before(words, first, lexicon)
    if phrase.sign or " ".join(words[max(0, first - _TARGET) : first]) in cues["as_of"]:
        return phrase  # "held as of May 1" is the nearest
    for place in range(first - 1, max(-1, first - 1 - _BESIDE), -1):
        word = words[place]
        if word in cues["by"] and is_another_by(tokens, place, first, after, lexicon):
            break
        if word in cues["before"] and is_just_before(words, place, lexicon):
            break
        if word in cues["starting"] and words[place + 1] not in cues["of"]:
            return Direction(1, word)  # "two days of mourning starting Monday"
        if word in cues["beside_future"]:
            return bound(tokens, place, after, lexicon)
        if word in cues["strong_past"]:
            return Direction(-1, word, is_strong=True)
        if word in cues["is"]:
            return Direction(1, word)  # "the vote is on Monday"
        if word not in cues["beside"] and not word.isdecimal():
            break
    return UNKNOWN


def _phrase_before(words: list[str], first: int, lexicon: Lexicon) -> Direction:
    """The direction of "as soon as", "as recently as", "was moved to"."""
    moved = lexicon.cues["moved"].intersection(words[max(0, first - _MOVED) : max(0, first - 1)])
    if moved and words[first - 1] in lexicon.cues["to"]:
        return Direction(1, min(moved), is_strong=True)
    if " ".join(words[max(0, first - _TARGET) : first]) in lexicon.cues["towards"]:
        return Direction(1, words[first - _TARGET])
    lead = " ".join(words[max(0, first - _PHRASE) : first])
    is_future, is_past = (lead in lexicon.cues[name] for name in ("as_soon_as", "as_late_as"))
    return Direction(is_future - is_past, lead)
