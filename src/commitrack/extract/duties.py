"""Duties: what somebody must do, judged."""

from commitrack.domain.candidate import Untracked
from commitrack.domain.vocabulary import Kind
from commitrack.extract.advice import is_asked_of_another
from commitrack.extract.doing import is_done_to
from commitrack.extract.governing import Governor
from commitrack.extract.limits import is_limited
from commitrack.extract.pasts import is_long_gone, was_bound
from commitrack.extract.polarity import is_negated
from commitrack.extract.reports import has_condition, is_reported
from commitrack.extract.scenes import Scene
from commitrack.extract.verbs import Predicate, predicate_after
from commitrack.extract.verdicts import Verdict, under_condition, verdict

_VERB_OF_DUTY = 2
"""Tokens from "have" in "have to sign" to the verb."""


def judge_must(scene: Scene) -> Verdict | None:
    """As in "must … by": a duty counts where it has a date."""
    if under_condition(scene) or scene.predicate is None or _had_to(scene):
        return None
    if scene.cue_has("ordered"):
        is_over = is_long_gone(scene) or was_bound(scene)
        return None if is_over else verdict(scene, Kind.MEASURE, 4)
    if was_bound(scene) or _has_been_forced(scene):
        return None
    if scene.is_passive and scene.does("approvals"):
        return verdict(scene, Kind.MEASURE, 3)
    if scene.has_future or _is_limited(scene):
        return verdict(scene, Kind.MEASURE, 4)
    is_demand = _is_asked(scene) and not _is_need(scene, scene.predicate)
    return verdict(scene, Kind.DEMAND, 2) if is_demand else None


def _is_need(scene: Scene, verb: Predicate) -> bool:
    """As in "buyers will have to cope with", "must choose between": laid on them by nobody."""
    return not scene.is_timed and verb.is_any_of(scene.lexicon.classes["coping"])


def judge_permission(scene: Scene) -> Verdict | None:
    """As in "was authorised to buy up to a million tonnes", but not "is not authorized to"."""
    is_open = under_condition(scene) or scene.cue_has("not") or is_negated(scene)
    if is_open or is_long_gone(scene) or not scene.is_agent or not scene.does("base"):
        return None
    return None if scene.does("disclosure") else verdict(scene, Kind.MEASURE, 3)


def judge_duty_of_others(scene: Scene) -> Verdict | None:
    """As in "banks will have to sign": laid on others by somebody who can."""
    if scene.predicate is None or not scene.may_act:
        return None
    if scene.head_is("public") or scene.head_is("pronouns-first"):
        return None
    verb = _inner_verb(scene)
    if verb is None or not verb.is_any_of(scene.lexicon.classes["base"]):
        return None
    if _is_need(scene, verb):
        return verdict(scene, Untracked.FORECAST)
    if verb.is_any_of(scene.lexicon.classes["considered"]):
        return verdict(scene, Kind.INTENTION, 1)
    return verdict(scene, Kind.MEASURE, 3)


def judge_need(scene: Scene) -> Verdict | None:
    """As in "said it will need to continue its review": tracked where it has a date."""
    verb = _inner_verb(scene)
    is_own = scene.is_agent and scene.governor is Governor.REPORT and scene.has_future
    if verb is None or not is_own or not _is_acting(scene, verb):
        return verdict(scene, Untracked.FORECAST)
    goes_on = verb.is_any_of(scene.lexicon.classes["continue"])
    return verdict(scene, Kind.STANDING if goes_on else Kind.INTENTION, 1)


def judge_own_duty(scene: Scene) -> Verdict | None:
    """As in "admitted that he would have to close the shop"."""
    verb = _inner_verb(scene)
    is_own = scene.head_is("pronouns-person") and scene.governor is Governor.REPORT
    if verb is None or not is_own or has_condition(scene) or _is_undergone(scene, verb):
        return None
    is_told = scene.has("telling-words", 0, scene.match.first)
    return None if is_told else verdict(scene, Kind.INTENTION, 1)


def _inner_verb(scene: Scene) -> Predicate | None:
    """The verb after "have to", "need to"."""
    if scene.predicate is None:
        return None
    return predicate_after(scene.tokens, scene.predicate.at + _VERB_OF_DUTY, scene.lexicon)


def _is_acting(scene: Scene, verb: Predicate) -> bool:
    """Whether a verb is active and tells of an act."""
    classes = scene.lexicon.classes
    is_act = verb.is_any_of(classes["base"] | classes["continue"])
    return is_act and not _is_undergone(scene, verb)


def _is_undergone(scene: Scene, verb: Predicate) -> bool:
    """Whether a verb is passive or tells of a state."""
    return verb.is_passive or verb.is_any_of(scene.lexicon.classes["state"])


def _had_to(scene: Scene) -> bool:
    """As in "had to fight": told of what was, unless a report gives it a later date."""
    return scene.starts_with("have-past") and not (is_reported(scene) and scene.has_later)


def _has_been_forced(scene: Scene) -> bool:
    """As in "have been forced to leave"."""
    return scene.follows("have") and not scene.has_later


def _is_limited(scene: Scene) -> bool:
    """As in "within 30 days", but not of "a tenant", whoever it may be."""
    return is_limited(scene) and not scene.is_in("singular-articles", scene.subject.first)


def _is_asked(scene: Scene) -> bool:
    """As in "the bank must sell", "it must be separated", where somebody is said to say so."""
    is_rule = scene.starts_with("be") or scene.follows("be")  # "banks are required to"
    if is_rule or scene.starts_with("needs") or not is_reported(scene):
        return False
    is_to_be_done = is_done_to(scene) and scene.does("base") and not scene.is_not_done
    return is_to_be_done or is_asked_of_another(scene)
