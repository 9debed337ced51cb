"""Titles: what is to be done, in one line that can stand in a list."""

import re
from functools import cache

from commitrack.domain.candidate import Untracked
from commitrack.domain.vocabulary import Kind
from commitrack.extract.conditions import condition_tokens
from commitrack.extract.marks import DANGLING
from commitrack.extract.scenes import Scene
from commitrack.extract.title_cuts import (
    LONGEST_TITLE,
    fitted,
    without_asides,
    without_dates,
    written,
)
from commitrack.extract.topics import with_topic
from commitrack.extract.verbs import is_adverb

_ACT_FRAMES = frozenset({"infinitive", "gerund"})
_NOUN_CUES = frozenset({"deadline", "event", "to-be"})
_ACT_CUES = frozenset({"will", "would"})
_NOT_WITHIN = 3
_NOT, _BE, _NOT_BE = "Not", "Be", "Not be"
_INITIALS = r"(?:[^\W\d_]\.){2,}$"
_PHRASE_STOPS = (
    "determiners",
    "prepositions",
    "auxiliaries",
    "said",
    "clause-words",
    "coordinators",
)


def title_of(scene: Scene, kind: Kind | Untracked, text: str, meant: str | None = None) -> str:
    """The act, without its subject and cue; for what is no act of a subject, both.

    Args:
        scene: the cue in its sentence.
        kind: what it tells of.
        text: the article's.
        meant: the name of what a subject such as "it" or "the firm" stands for.
    """
    first = _first(scene, kind)
    refusal = _contracted(scene, first)
    first = _past_fillers(scene, first if refusal is None else refusal)
    end = _end(scene, first)
    topic = with_topic(scene, first, end, text)
    if topic is not None:
        return _tidy(_cut(topic))
    shown, name = list(range(first, end)), ""
    subject, cue = scene.subject, scene.match.first
    if first < subject.end and subject.is_given and scene.act is None:
        shown = _with_subject(scene, first, end)
        if cue > subject.end and scene.follows("own-third"):
            shown = list(range(cue, end))
        elif meant is not None or scene.head_is("pronouns"):
            name, shown = meant or _undergone(scene), _told_of(scene, end, meant)
    if (
        name
        and not scene.is_passive
        and len(name) + len(written(scene, shown, text)) > LONGEST_TITLE
    ):
        name = ""  # who is bound is told beside it
    opening = f"{_NOT if refusal is not None else name} ".lstrip()
    words = _words(scene, shown, text, LONGEST_TITLE - len(opening))
    return _tidy(_cut(f"{opening}{words}"))


def _words(scene: Scene, shown: list[int], text: str, room: int) -> str:
    """The tokens in words, as many as there is room for."""
    whole = without_dates(scene, without_asides(scene, shown))
    kept = fitted(scene, whole, text, room)
    return written(scene, kept if kept is whole else without_dates(scene, kept), text)


def _with_subject(scene: Scene, first: int, end: int) -> list[int]:
    """The tokens of the subject and those from the cue on, without the auxiliaries between."""
    subject, cue = scene.subject, max(scene.match.first, scene.subject.end)
    gap = range(subject.end, cue)
    is_marked = all(not scene.tokens.lows[at][0].isalnum() for at in gap)
    return [*range(first, subject.end), *(gap if is_marked else ()), *range(cue, end)]


def _told_of(scene: Scene, end: int, meant: str | None) -> list[int]:
    """The tokens after a subject; where nothing stands for it, those of the act it undergoes."""
    if meant is None and scene.is_passive and scene.predicate is not None:
        return list(range(scene.predicate.at, end))
    cue = scene.match.first
    copula = [at for at in range(scene.subject.end, cue) if scene.is_in("be-words", at)]
    return [*copula, *range(max(cue, scene.subject.end), end)]


def _undergone(scene: Scene) -> str:
    """What a title begins with of which the subject is unknown: "be closed", "not be closed"."""
    if not scene.is_passive:
        return ""
    return _NOT_BE if scene.is_not_done else _BE


def _end(scene: Scene, first: int) -> int:
    """Where the act ends, without a condition that is told apart."""
    condition = condition_tokens(scene)
    needed = max(first + 1, scene.match.end - 1, scene.predicate.at if scene.predicate else 0)
    last = condition[0] if condition and condition[0] > needed else scene.end
    return max(min(last, scene.end), first + 1)


def _first(scene: Scene, kind: Kind | Untracked) -> int:
    """The token where the title begins."""
    if scene.act is not None:
        return scene.act
    cue, frame = scene.match.rule.cue, scene.match.rule.frame
    if cue in _NOUN_CUES:
        return _phrase_start(scene)
    is_act = frame in _ACT_FRAMES or cue in _ACT_CUES
    if scene.predicate is None or not is_act or kind is Kind.MEASURE or scene.is_passive:
        return scene.subject.first if scene.subject.is_given else scene.match.first
    refused = _refusal(scene) if kind is Kind.STANDING else None
    return refused if refused is not None else _act_start(scene, scene.predicate.at)


def _refusal(scene: Scene) -> int | None:
    """Where the "not" begins that stands before the verb, mostly before the cue."""
    first = scene.match.first
    for at in range(max(0, first - _NOT_WITHIN), scene.match.end):
        if scene.is_in("not", at):
            return at
    return None


def _contracted(scene: Scene, first: int) -> int | None:
    """Where what is refused begins, if the title begins with a "not" that is told apart from it.

    "didn't plan to sell", "are not going to sell" are both "Not sell".
    """
    predicate = scene.predicate
    if predicate is None or first < scene.subject.end or not scene.is_in("not", first):
        return None
    is_apart = not scene.tokens.lows[first][0].isalpha() or first < scene.match.end - 1
    return predicate.at if is_apart and first < predicate.at else None


def _act_start(scene: Scene, verb: int) -> int:
    """Where the act begins: with a modal's "not", else with the verb and its adverbs."""
    if scene.is_not_done and scene.match.rule.cue in _ACT_CUES:
        negations = (i for i in range(scene.match.first, verb) if scene.is_in("not", i))
        return next(negations, verb)
    at = verb
    while at > scene.match.end and is_adverb(scene.tokens.lows[at - 1], scene.lexicon):
        at -= 1
    return at


def _past_fillers(scene: Scene, first: int) -> int:
    """Past an article, and past "also" or "surely", which say nothing of what is done."""
    names, lows = ("articles", "title-fillers"), scene.tokens.lows
    while any(scene.is_in(name, first) for name in names) and first + 1 < len(lows):
        if not lows[first + 1][0].isalnum():
            break
        first += 1
    return first


def _phrase_start(scene: Scene) -> int:
    """Where the words begin that a noun stands with: "the actual tariff imposition date"."""
    at = scene.match.first
    while at > 0 and not _stops_phrase(scene, at - 1):
        at -= 1
    return at


def _stops_phrase(scene: Scene, at: int) -> bool:
    """Whether a word or a mark is no part of the phrase after it; the "." of "Jan." is."""
    is_short_month = scene.tokens.lows[at] == "." and scene.is_in("months", at - 1)
    if not scene.tokens.lows[at][0].isalnum() and not is_short_month:
        return True
    return any(scene.is_in(name, at) for name in _PHRASE_STOPS)


def _cut(words: str) -> str:
    """Whole words, as many as a title holds."""
    if len(words) <= LONGEST_TITLE:
        return words
    return words[: LONGEST_TITLE + 1].rpartition(" ")[0] or words[:LONGEST_TITLE]


def _tidy(words: str) -> str:
    """The words beginning with a capital, without marks at their ends.

    >>> _tidy("cut  10,000 jobs, in the U.S.")
    'Cut 10,000 jobs, in the U.S.'
    """
    title = " ".join(words.split())
    bare = title.strip(DANGLING)
    if title.endswith(".") and _initials().search(title):
        bare += "."
    if bare.count('"') % 2 or bare.count("“") > bare.count("”"):
        before, _, after = bare.rpartition("“" if "“" in bare else '"')
        bare = before + after
    return bare[:1].upper() + bare[1:]


@cache
def _initials() -> re.Pattern[str]:
    return re.compile(_INITIALS)
