"""Finite verbs: whether a word in the present is the verb of a subject that agrees with it."""

from commitrack.extract.noun_uses import is_noun_use
from commitrack.extract.scenes import Scene
from commitrack.extract.subjects import Sort

_AUXILIARY_WITHIN = 3
_NO_SUBJECTS = (Sort.NONE, Sort.PRICE)
_CLAUSE_OPENERS = (
    "clause-words",
    "coordinators",
    "said",
    "report-days",
    "adverbs",
    "comma-stops",
)
_CLAUSE_ENDS = ("clause-words", "coordinators", "until-words", "comma-stops")


def is_finite(scene: Scene) -> bool:
    """As in "the firm buys", told of no habit and under no hope or condition."""
    if scene.subject.head is None or scene.sort in _NO_SUBJECTS or _is_in_name(scene):
        return False
    if is_noun_use(scene) or not _begins_clause(scene) or _has_other_verb(scene):
        return False
    if scene.has("habits", scene.opening, scene.end):
        return False
    governor = scene.governor
    is_open = governor is not None and governor.is_open
    return not is_open and _agrees(scene, scene.subject.head)


def _is_in_name(scene: Scene) -> bool:
    """As in "the Closes Act": a capital that no sentence begins with."""
    return scene.match.first > 0 and scene.tokens.words[scene.match.first][0].isupper()


def _begins_clause(scene: Scene) -> bool:
    """Whether the subject opens a clause, no object: not "has a list of exempt ships"."""
    before = scene.subject.first - 1
    if before < 0 or not scene.tokens.lows[before][0].isalnum():
        return True
    return any(scene.is_in(name, before) for name in _CLAUSE_OPENERS)


def _has_other_verb(scene: Scene) -> bool:
    """Whether the clause has its verb already, or has it later: "ships in May are rare"."""
    first = scene.match.first
    if scene.has("auxiliaries", max(0, first - _AUXILIARY_WITHIN), first):
        return True
    is_earlier = any(_is_verb(scene, at) for at in range(scene.subject.first, first))
    return is_earlier or _has_auxiliary_after(scene)


def _is_verb(scene: Scene, at: int) -> bool:
    """As in "raised the", "took", "will"."""
    is_past = scene.tokens.lows[at].endswith(scene.lexicon.phrases["verb-endings"])
    if is_past and scene.is_in("determiners", at + 1):
        return True
    return scene.is_in("irregular-pasts", at) or scene.is_in("auxiliaries", at)


def _has_auxiliary_after(scene: Scene) -> bool:
    """Whether "is", "will" or the like follows before the next clause."""
    for at in range(scene.match.end, scene.end):
        is_end = any(scene.is_in(name, at) for name in _CLAUSE_ENDS)
        if is_end or scene.tokens.lows[at] == ",":
            return False
        if scene.is_in("auxiliaries", at):
            return True
    return False


def _agrees(scene: Scene, head: int) -> bool:
    """Whether the subject's number is the verb's: "jobs go", "the plant goes"."""
    low, lexicon = scene.tokens.lows[head], scene.lexicon
    is_plural = low in lexicon.classes["pronouns-plural"] or lexicon.is_plural(low)
    if scene.low.endswith(lexicon.phrases["plural-endings"]):
        return not is_plural or scene.tokens.words[head][0].isupper()
    return is_plural or scene.has("and", scene.subject.first, scene.subject.end)
