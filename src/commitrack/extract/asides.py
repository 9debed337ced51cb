"""Asides: modal clauses that tell of something else than what will be done."""

from commitrack.extract.governing import Governor
from commitrack.extract.scenes import Scene
from commitrack.extract.subjects import Sort

_TIME_WITHIN, _DENIED_WITHIN, _TOLD_WITHIN = 5, 4, 8
_LAST = 2
"""Tokens of a mark at the end, with a quotation mark after it."""
_BEFORE_CLAUSE = (
    "said",
    "believe",
    "hope",
    "announced",
    "clause-words",
    "coordinators",
    "adverbs",
    "report-days",
    "prepositions",
    "documents",
    "comma-stops",
    "plans",
    "agreements",
    "desire",
    "warned",
    "expressing",
    "base",
)
"""What may stand before a clause of its own that "it" or "we" opens."""


def is_relative_detail(scene: Scene) -> bool:
    """As in "the price it will pay": told of the noun before it."""
    subject, lows = scene.subject, scene.tokens.lows
    pronoun = subject.end - 1
    if subject.head != pronoun or pronoun < 1 or not lows[pronoun - 1][0].isalpha():
        return False
    is_pronoun = scene.head_is("pronouns-person") or scene.head_is("pronouns-it")
    if not is_pronoun or scene.head_is("relative"):
        return False
    if scene.has("telling-words", max(0, pronoun - _TOLD_WITHIN), pronoun):
        return False  # "told the house it will"
    is_own = scene.head_is("pronouns-self") and scene.is_in("agreements", pronoun - 1)
    return is_own or not _may_stand_before_clause(scene, pronoun - 1)


def _may_stand_before_clause(scene: Scene, at: int) -> bool:
    phrases = scene.lexicon.phrases
    endings = (*phrases["verb-endings"], *phrases["adverb-endings"])
    is_one = any(scene.is_in(name, at) for name in _BEFORE_CLAUSE)
    return is_one or scene.tokens.lows[at].endswith(endings) or _ends_time(scene, at)


def _ends_time(scene: Scene, at: int) -> bool:
    """As in "in May we will", "next year we will": a time still to come."""
    end = scene.tokens.ends[at]
    return any(time.expression.end == end and time.ends_after(scene.said) for time in scene.times)


def is_question(scene: Scene) -> bool:
    """As in "will the plan work?", "the question is who will pay"."""
    is_asked = scene.follows("relative-subjects") and scene.is_in("be-forms", scene.match.first - 2)
    if scene.governor is Governor.REPORT:
        return is_asked
    return is_asked or scene.has("question-marks", max(0, len(scene.tokens.lows) - _LAST))


def is_unsure(scene: Scene) -> bool:
    """As in "there is no guarantee that it will", "it does not mean that it will"."""
    that = scene.subject.first - 1
    if not scene.is_in("that-words", that):
        return False
    if scene.is_in("assurances", that - 1):
        return scene.is_in("nobody", that - 2)
    is_denied = scene.has("not", max(0, that - _DENIED_WITHIN), that)
    return is_denied and scene.is_in("assuring", that - 1)


def is_purpose(scene: Scene) -> bool:
    """As in "so that it would not be sold": why, not what."""
    that = scene.subject.first - 1
    return scene.is_in("that-words", that) and scene.is_in("so-words", that - 1)


def takes_time(scene: Scene) -> bool:
    """As in "it will take months to": nobody's act."""
    if not scene.does("takes-time") or not scene.does_to("time-nouns", _TIME_WITHIN):
        return False
    return scene.head_is("pronouns-thing") or scene.sort is Sort.THING
