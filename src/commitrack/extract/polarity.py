"""Polarity: whether a cue is denied, left open, or said of nobody."""

from commitrack.extract.scenes import Scene
from commitrack.extract.verbs import is_gerund

_NEAR, _OPEN_WITHIN, _JOINED_WITHIN = 3, 2, 9


def is_negated(scene: Scene) -> bool:
    """As in "has not agreed": a word before the cue denies it."""
    first, subject = scene.match.first, scene.subject
    start = subject.first if scene.head_is("nominatives") else 0  # "no suggestion he was planning"
    return scene.has("not", max(start, first - _NEAR), first)


def is_denied_within(scene: Scene) -> bool:
    """As in "is no closer to": a word of the cue itself denies it."""
    return scene.cue_has("not")


def is_nobodys(scene: Scene) -> bool:
    """As in "none of the members has asked"."""
    return scene.is_in("nobody", scene.subject.first)


def is_unreal(scene: Scene) -> bool:
    """As in "to promise", "may offer": an infinitive or a modal leaves the cue open."""
    first = scene.match.first
    is_bare = not is_gerund(scene.low, scene.lexicon)
    if is_bare and scene.follows("coordinators") and not is_inflected(scene):
        return scene.has("open-modals", max(0, first - _JOINED_WITHIN), first)
    start = max(0, first - _OPEN_WITHIN)
    if scene.has("open-modals", start, first) or _is_denied_above(scene):
        return True
    return is_bare and scene.has("to-words", start, first) and not goes_on(scene)


def _is_denied_above(scene: Scene) -> bool:
    """As in "there is no sign he intends", "did not say he plans"."""
    return scene.head_is("nominatives") and scene.is_in("not", scene.subject.first - 2)


def goes_on(scene: Scene) -> bool:
    """As in "continues to recommend"."""
    first = scene.match.first
    return scene.follows("to-words") and scene.is_in("going-on-words", first - _OPEN_WITHIN)


def is_inflected(scene: Scene) -> bool:
    """As in "asks", "asked": the cue has the ending of a finite verb."""
    endings = scene.lexicon.phrases
    return scene.low.endswith((*endings["plural-endings"], *endings["verb-endings"]))
