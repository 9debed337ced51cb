"""Tenses: whether the nearest verb points to the past or to the future."""

from typing import NamedTuple

from commitrack.extract.temporal.lexicon import Lexicon
from commitrack.extract.temporal.tokens import Tokens

_NEAR, _PHRASE, _ENDING, _CLAUSE = 3, 3, 2, 8
_NOTHING: frozenset[str] = frozenset()
_NO_VERBS = {"stops", "that"}


class Direction(NamedTuple):
    """-1 past, 0 unknown, 1 future; the word that says so, and whether it leaves no doubt."""

    sign: int
    cue: str = ""
    is_strong: bool = False


UNKNOWN = Direction(0)


def seek(tokens: Tokens, places: range, lexicon: Lexicon, *, is_far: bool) -> Direction:
    """The direction of the nearest verb; the end of a sentence ends the search."""
    words, verbs, cues = tokens.words, lexicon.verbs, lexicon.cues
    joints = cues["clause_joints"] if places.step > 0 else _NOTHING
    for place in places:
        word = words[place]
        kind = verbs.get(word)
        if kind is None and word[-_ENDING:] not in cues["ed"] and word not in joints:
            continue
        if _is_end(tokens, place, lexicon, is_onward=places.step > 0):
            break
        is_told = kind == "reporting" and is_far and abs(place - places[0]) >= _NEAR
        is_told = is_told and not _is_asking(words, place, lexicon)
        found = UNKNOWN if kind in _NO_VERBS or is_told else _verb(words, place, lexicon)
        is_onward = places.step > 0 and found.sign > 0 and is_past_form(word, lexicon)
        if is_onward and words[place - 1] not in cues["auxiliaries"]:
            found = Direction(-1, word)  # "on Friday they agreed to leave"
        if found.sign or found.cue:
            return found
    return UNKNOWN


def _is_end(tokens: Tokens, place: int, lexicon: Lexicon, *, is_onward: bool) -> bool:
    """Whether what is told of something else begins: a sentence, "that it would", "and it"."""
    kind = lexicon.verbs.get(tokens.words[place])
    if kind == "stops":
        return is_stop(tokens, place, lexicon)
    return is_onward and (kind == "that" or _is_new_clause(tokens.words, place, lexicon))


def _is_new_clause(words: list[str], place: int, lexicon: Lexicon) -> bool:
    """Whether "and it" or the like stands at a place: what it tells is of another time."""
    cues = lexicon.cues
    following = "".join(words[place + 1 : place + 2])
    return words[place] in cues["clause_joints"] and following in cues["pronouns"]


def is_stop(tokens: Tokens, place: int, lexicon: Lexicon) -> bool:
    """Whether a sentence ends; not where the stop is within a number or ends "Mr." or "U.S."."""
    cues, words = lexicon.cues, tokens.words
    if words[place] not in cues["full_stops"] or place + 1 >= len(words):
        return True
    lead = words[place - 1] if place else ""
    if tokens.is_adjacent(place) and (lead in cues["titles"] or tokens.is_adjacent(place + 1)):
        return False
    return not tokens.text[tokens.starts[place + 1]].islower()


def _verb(words: list[str], place: int, lexicon: Lexicon) -> Direction:
    """The direction of one word."""
    cues, word = lexicon.cues, words[place]
    if word in cues["strong_future"] or " ".join(words[place : place + _PHRASE]) in cues["won_t"]:
        return Direction(1, word, is_strong=True)
    before = words[place - 1] if place else ""
    if word in cues["future"] or _is_future_phrase(words, place, lexicon):
        # "was originally due in March": what has come of it is not told
        is_once = not cues["originally"].isdisjoint(words[max(0, place - _NEAR) : place])
        return Direction(0 if is_once else 1, word)
    if before in cues["to"] or before in cues["is"] or before in cues["stay"]:
        return UNKNOWN  # "to hit", "is heard", "stay shut"
    return Direction(1, before) if before in cues["future"] else _past(words, place, lexicon)


def _past(words: list[str], place: int, lexicon: Lexicon) -> Direction:
    """The direction of a form of the past; of "would have ended in May" it is left open."""
    cues, word = lexicon.cues, words[place]
    before = words[place - 1] if place else ""
    is_past = is_past_form(word, lexicon) and not _is_adjective(words, place, lexicon)
    if word not in cues["past"] and not is_past:
        return UNKNOWN
    if _is_asking(words, place, lexicon) or word in cues["guessing"]:
        return Direction(0, word)  # "asked for a meeting in January", "predicted June sales"
    if word in cues["registered"] and before in cues["holders"]:
        return Direction(0, word)  # "shareholders registered on May 26"
    if before in cues["been"]:
        return _passive(words, place, lexicon)
    is_unreal = before in cues["have"] and place > 1 and words[place - 2] in cues["would"]
    return Direction(0 if is_unreal else -1, word)


def _is_asking(words: list[str], place: int, lexicon: Lexicon) -> bool:
    """Whether "asked for" or the like stands at a place."""
    following = "".join(words[place + 1 : place + 2])
    return words[place] in lexicon.cues["asking"] and following in lexicon.cues["for"]


def _is_summons(words: list[str], place: int, lexicon: Lexicon) -> bool:
    """Whether "summoned to appear" or the like is told."""
    cues = lexicon.cues
    is_act = place > 1 and words[place] in cues["attend"] and words[place - 1] in cues["to"]
    return is_act and words[place - 2] in cues["summoned"]


def _is_adjective(words: list[str], place: int, lexicon: Lexicon) -> bool:
    """Whether a participle stands before its noun: "a reported, a still unspecified date"."""
    place -= words[place - 1] in lexicon.cues["still"] if place > 1 else 0
    return place > 0 and words[place - 1] in lexicon.cues["adjectives_after"]


def _is_future_phrase(words: list[str], place: int, lexicon: Lexicon) -> bool:
    """Whether a word and its neighbour mean the future: "set to", "is to resume"."""
    cues, word = lexicon.cues, words[place]
    if word in cues["possible"]:
        return _is_possible(words, place, lexicon)
    if word in cues["future_finite"] and words[place - 1] not in cues["not_finite"]:
        return True  # "they meet on Friday", but "failed to meet"
    following = "".join(words[place + 1 : place + 2])
    if word in cues["future_before_to"] and following in cues["to"]:
        return True
    if following in cues["for"] and (word in cues["future_before_for"] or word in cues["readying"]):
        return True  # "set for Friday", "preparing for Friday's launch"
    if _is_summons(words, place, lexicon):
        return True
    is_to = word in cues["to"] and place > 0 and following not in cues["have"]
    return is_to and (words[place - 1] in cues["is"] or words[place - 1] in cues["was"])


def _is_possible(words: list[str], place: int, lexicon: Lexicon) -> bool:
    """Whether "could" or "may" tells what may come: not "could not", nor the month of May."""
    cues = lexicon.cues
    following = "".join(words[place + 1 : place + 2])
    is_verb = place > 0 and words[place - 1] not in cues["month_leads"]
    is_verb = is_verb and cues["negations"].isdisjoint(words[max(0, place - _CLAUSE) : place])
    return is_verb and following.isalpha() and following not in cues["not_possible"]


def _passive(words: list[str], place: int, lexicon: Lexicon) -> Direction:
    """The direction of "be paid": what is to come, "will be", "asked that it be"."""
    modal = words[place - 2] if place > 1 else ""
    is_open = modal in lexicon.cues["unable"]
    return UNKNOWN if is_open else Direction(1, modal)


def is_past_form(word: str, lexicon: Lexicon) -> bool:
    """Whether a word has the ending of a past tense."""
    return (
        len(word) > _ENDING + 1
        and word[-_ENDING:] in lexicon.cues["ed"]
        and word not in lexicon.cues["not_past"]
    )
