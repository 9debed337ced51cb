"""Influences: what a thing brings about in the world, where nobody decides anything."""

from commitrack.extract.governing import Governor
from commitrack.extract.scenes import Scene
from commitrack.extract.subjects import Sort
from commitrack.extract.verdicts import Question, any_holds

_OBJECT_WITHIN, _WAY_WITHIN = 6, 3


def is_influence(scene: Scene) -> bool:
    """As in "the storm will expose the coast", "it will change the way we work"."""
    if scene.head_is("nature") or _makes_easier(scene) or _tells_result(scene):
        return True
    if _is_things(scene) and scene.does_to("second-person"):
        return True
    if scene.is_passive or not (_is_things(scene) or _may_be_things(scene)):
        return False
    return any_holds(_INFLUENCES, scene)


def _is_things(scene: Scene) -> bool:
    """Whether what does it is no agent, nor a law that lays it down."""
    if scene.sort is Sort.AGENT:
        return False
    is_law = scene.sort is Sort.RULE or scene.has("bills", scene.opening, scene.match.first)
    return not (is_law and scene.does("law-effects"))


def _may_be_things(scene: Scene) -> bool:
    """As in "it will", "that would", where no report tells that a body speaks of itself."""
    is_pronoun = scene.is_in("pronouns-thing", scene.subject_word)
    return is_pronoun and scene.governor is not Governor.REPORT


def _works_on_world(scene: Scene) -> bool:
    """As in "will expose", "will minimize"."""
    return scene.does("influences")


def _gives_chance(scene: Scene) -> bool:
    """As in "will give them hope", "will deal a blow"."""
    if scene.does("leaving") and scene.does_to("without-words", _OBJECT_WITHIN):
        return True
    if not (scene.does("light-verbs") or scene.does("leaving")):
        return False
    return scene.does_to("chances", _OBJECT_WITHIN) or scene.does_to("blows", _OBJECT_WITHIN)


def _changes_ways(scene: Scene) -> bool:
    """As in "will change the face of the town"."""
    return scene.does("altering") and scene.does_to("ways", _WAY_WITHIN)


def _makes_easier(scene: Scene) -> bool:
    """As in "will make it harder to hire"."""
    return scene.does("makes") and scene.does_to("easing", _WAY_WITHIN)


def _comes_as(scene: Scene) -> bool:
    """As in "will come as a shock"."""
    return scene.does("coming") and scene.does_to("comma-stops")


def _opens_up(scene: Scene) -> bool:
    """As in "will open up new markets"."""
    return scene.does("opening-acts") and scene.does_to("particles")


def _does_little(scene: Scene) -> bool:
    """As in "will add little to"."""
    return scene.does("light-verbs") and scene.does_to("vague-amounts")


def _vanishes(scene: Scene) -> bool:
    """As in "the problem will not go away"."""
    return scene.does("going") and scene.does_to("away-words")


def _tells_result(scene: Scene) -> bool:
    """As in "will report a loss": what has come about already."""
    return scene.does("reporting-results") and scene.does_to("losses-gains", _OBJECT_WITHIN)


_INFLUENCES: tuple[Question, ...] = (
    _works_on_world,
    _gives_chance,
    _changes_ways,
    _opens_up,
    _does_little,
    _comes_as,
    _vanishes,
)
