"""Changes: what happens to a thing, by somebody's decision: "the plant will close"."""

from commitrack.domain.vocabulary import Kind
from commitrack.extract.conditioned import awaits_another, is_threatened
from commitrack.extract.doing import is_done_to, is_loss_of_jobs
from commitrack.extract.governing import Governor
from commitrack.extract.reports import is_reported
from commitrack.extract.scenes import Scene
from commitrack.extract.subjects import Sort

_OBJECT_WITHIN, _LOSS_WITHIN = 3, 8
_DECIDED = ("change", "designed")


def undergone_kind(scene: Scene) -> Kind | None:
    """As in "the plant will be closed": somebody has decided it."""
    if is_loss_of_jobs(scene):
        return Kind.PROMISE
    if not (is_done_to(scene) or _is_reset(scene)):
        return None
    if scene.is_not_done or scene.does("continue"):
        return Kind.STANDING
    if scene.does("owning") and scene.has("percent", scene.subject.first, scene.end):
        return Kind.AGREEMENT  # "will be owned 55 percent by the fund"
    is_warned = scene.governor is Governor.WARNING
    return Kind.THREAT if is_warned or is_threatened(scene) else Kind.PROMISE


def changed_kind(scene: Scene) -> Kind | None:
    """As in "the plant will close", "the cars will go on sale"; None for what is not decided."""
    if is_loss_of_jobs(scene) or _costs_jobs(scene):
        return Kind.PROMISE
    if _is_agreed(scene):
        return Kind.AGREEMENT
    if _is_kept(scene):
        return Kind.STANDING
    if scene.is_not_done or not _is_decided(scene):
        return None
    is_unwelcome = scene.governor is Governor.WARNING or awaits_another(scene)
    is_threat = scene.does("change") and is_unwelcome
    return Kind.THREAT if is_threat else Kind.PROMISE


def _is_reset(scene: Scene) -> bool:
    """As in "said the price will be increased by four cents": by whoever says so."""
    if scene.predicate is None or scene.governor is not Governor.REPORT:
        return False
    after, end = scene.predicate.at + 1, scene.end
    is_measured = any(
        scene.is_in("measure-words", at) and scene.is_number(at + 1) for at in range(after, end)
    )
    return scene.does("quantity") and is_measured


def is_told_in_numbers(scene: Scene) -> bool:
    """As in "will have a 35 percent stake", "will have a seat": a detail of a plan."""
    if scene.predicate is None or not scene.does("having"):
        return False
    if scene.does_to("entitlements", _OBJECT_WITHIN):
        return not scene.is_not_done
    after = scene.predicate.at + 1
    return any(scene.is_number(at) for at in range(after, after + _OBJECT_WITHIN))


def _is_kept(scene: Scene) -> bool:
    """As in "it said its trucks would not move"."""
    is_changed = scene.does("change") and scene.sort is not Sort.PRICE
    return scene.is_not_done and is_changed and is_reported(scene)


def _is_decided(scene: Scene) -> bool:
    is_idle = scene.is_being and scene.does_to("idle-states")
    return is_idle or any(scene.does(name) for name in _DECIDED) or _goes_to_market(scene)


def _goes_to_market(scene: Scene) -> bool:
    """As in "will go on sale", "will reach the showrooms", but not "will reach out"."""
    if not scene.does("movement"):
        return False
    is_moved = scene.does_to("movement-goals") and not scene.does("reaching")
    return is_moved or scene.does_to("outlets", _OBJECT_WITHIN)


def _is_agreed(scene: Scene) -> bool:
    """As in "the deal will give them half", but not "will give them a chance"."""
    if scene.predicate is None or not scene.head_is("agreements"):
        return False
    return scene.does("lays-down") and not scene.has("chances", scene.predicate.at, scene.end)


def _costs_jobs(scene: Scene) -> bool:
    """As in "will mean the loss of 300 jobs": a detail of what is decided."""
    return scene.does("brings-about") and scene.does_to("jobs", _LOSS_WITHIN)
