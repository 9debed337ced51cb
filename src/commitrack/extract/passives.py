"""Passives: "plants to be closed", "is being phased out", "is published in March", judged."""

from commitrack.domain.vocabulary import Kind
from commitrack.extract.polarity import is_nobodys
from commitrack.extract.scenes import Scene
from commitrack.extract.subjects import Sort
from commitrack.extract.verbs import Predicate, bases_of, is_participle, predicate_after
from commitrack.extract.verdicts import Verdict, is_governed, verdict

_DATE_WITHIN = 14


def judge_to_be(scene: Scene) -> Verdict | None:
    """A reduced clause: "guidelines to be published in November", "plants to be closed"."""
    predicate = _passive_within(scene)
    if predicate is None or scene.match.first == 0 or scene.follows("open-modals"):
        return None
    if scene.follows("believe"):
        return None  # "sales likely to be made in May"
    if predicate.is_any_of(scene.lexicon.classes["do-words"]):
        return None  # "much remains to be done"
    if scene.future_within(scene.match.first, scene.end):
        return verdict(scene, Kind.MEASURE, 3)
    if scene.has("be-past", 0, scene.match.first - 1):
        return None  # "was one of the first to be closed"
    is_decided = predicate.is_any_of(scene.lexicon.classes["progressive-acts"])
    return verdict(scene, Kind.INTENTION, 2) if is_decided and _follows_plural(scene) else None


def judge_being(scene: Scene) -> Verdict | None:
    """What is under way by a decision: "is being phased out"."""
    predicate = _passive_within(scene)
    if predicate is None or _drifts(scene, predicate) or is_governed(scene):
        return None
    if scene.is_agent and predicate.is_any_of(scene.lexicon.classes["hunting"]):
        return None  # "the driver is being sought"
    if not predicate.is_any_of(scene.lexicon.classes["progressive-acts"]):
        return None
    is_offered = predicate.is_any_of(scene.lexicon.classes["offering"])
    return verdict(scene, Kind.OFFER if is_offered else Kind.PROMISE, 2)


def judge_present_passive(scene: Scene) -> Verdict | None:
    """As in "is published in March"."""
    at, lows, lexicon = scene.match.end, scene.tokens.lows, scene.lexicon
    if at >= len(lows) or not is_participle(lows[at], lexicon):
        return None
    if bases_of(lows[at], lexicon).isdisjoint(lexicon.classes["present-passives"]):
        return None
    is_dated = scene.future_within(at, min(at + _DATE_WITHIN, scene.end))
    return verdict(scene, Kind.MEASURE, 3) if is_dated else None


def judge_planned(scene: Scene) -> Verdict | None:
    """As in "more ferries are planned"."""
    if is_nobodys(scene) or scene.subject.head is None:
        return None
    return verdict(scene, Kind.MEASURE if scene.has_future else Kind.INTENTION, 2)


def judge_weighed(scene: Scene) -> Verdict | None:
    """As in "a ban is being considered", but not "is being considered for the post"."""
    after = scene.match.end
    is_of_somebody = scene.head_is("pronouns-person") or scene.is_in("weighed-for", after)
    if is_of_somebody or scene.is_in("determiners", after) or is_nobodys(scene):
        return None
    if scene.subject.head is None or is_governed(scene):
        return None
    return verdict(scene, Kind.INTENTION, 1)


def _is_detail(scene: Scene) -> bool:
    """As in "was told of the rules, which need its approval"."""
    return scene.is_agent and scene.follows("relative")


def judge_pending(scene: Scene) -> Verdict | None:
    """As in "is subject to approval"."""
    if scene.sort is Sort.AGENT or is_nobodys(scene) or _is_detail(scene):
        return None
    return verdict(scene, Kind.MEASURE, 3)


def _passive_within(scene: Scene) -> Predicate | None:
    """The verb whose "be" or "being" ends the cue; None where it is no passive."""
    predicate = predicate_after(scene.tokens, scene.match.end - 1, scene.lexicon)
    return predicate if predicate is not None and predicate.is_passive else None


def _drifts(scene: Scene, predicate: Predicate) -> bool:
    """As in "is being closed in on"."""
    is_drifting = predicate.is_any_of(scene.lexicon.classes["drifting"])
    return is_drifting and scene.is_in("drift-particles", predicate.at + 1)


def _follows_plural(scene: Scene) -> bool:
    """As in "plants to be closed", but not "needs to be closed"."""
    before = scene.tokens.lows[scene.match.first - 1]
    return scene.lexicon.is_plural(before) and not scene.follows("verbs-s")
