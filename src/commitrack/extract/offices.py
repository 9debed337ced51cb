"""Offices: what authorities and those who hold office are due to do, by their standing."""

from commitrack.extract.scenes import Scene
from commitrack.extract.subjects import Sort

_OBJECT_WITHIN, _RULE_WITHIN = 3, 5


def takes_office(scene: Scene) -> bool:
    """As in "will assume power", "will be sworn in", "the new cabinet will take over"."""
    if scene.is_not_done:
        return False
    is_governing = scene.head_is("governmental") or scene.head_is("sitting-bodies")
    if scene.is_passive:
        return scene.does("swearing") or (is_governing and scene.does("installing"))
    if scene.predicate is None or not scene.does("assuming"):
        return False
    is_over = scene.does_to("over-words") and not _has_object(scene, scene.predicate.at + 2)
    return scene.does_to("power-words") or (is_governing and is_over)


def sits(scene: Scene) -> bool:
    """As in "the commission will resume on Monday", "a court will sentence him on Friday"."""
    if scene.predicate is None or scene.is_passive or not scene.head_is("sitting-bodies"):
        return False
    if not scene.has_future or scene.is_not_done:
        return False
    is_start = scene.does("starts") or scene.does("sitting")
    is_ruling = scene.does("deciding") or scene.does("judging")
    return is_ruling or (is_start and not _has_object(scene, scene.predicate.at + 1))


def is_granted(scene: Scene) -> bool:
    """As in "pensioners will receive benefits from May": what is due to them from a day on."""
    is_due = scene.does("granted") and scene.does_to("benefits", _OBJECT_WITHIN)
    return is_due and scene.has_future and scene.sort is not Sort.EVENT


def changes_rule(scene: Scene) -> bool:
    """As in "will raise its sales tax", "is lifting the curfew"."""
    if scene.is_passive or scene.is_not_done or not scene.does("rule-acts"):
        return False
    return scene.is_agent and scene.does_to("public-rules", _RULE_WITHIN)


def is_ordained(scene: Scene) -> bool:
    """As in "flights will be grounded", "is to be deported": only an authority does that."""
    return scene.is_passive and scene.does("ordained")


def gets_power(scene: Scene) -> bool:
    """As in "the police will be given powers to"."""
    return scene.is_passive and scene.does("giving") and scene.does_to("powers", _OBJECT_WITHIN)


def _has_object(scene: Scene, at: int) -> bool:
    """Whether words follow that are no preposition and no time: "begin work", "begin on Monday"."""
    if at >= len(scene.tokens.lows) or not scene.tokens.lows[at][0].isalnum():
        return False
    return not (scene.is_in("prepositions", at) or scene.times_within(at, at + 1))
