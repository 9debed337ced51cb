"""Schedules: what takes effect, falls due or is held at a time, judged."""

from commitrack.domain.candidate import Untracked
from commitrack.domain.vocabulary import Kind
from commitrack.extract.scenes import Scene
from commitrack.extract.subjects import Sort
from commitrack.extract.verbs import bases_of, is_participle, predicate_after
from commitrack.extract.verdicts import (
    Verdict,
    is_noun_use,
    is_past,
    is_unreal,
    under_condition,
    verdict,
)


def judge_effect(scene: Scene) -> Verdict | None:
    if scene.has_future or not (is_past(scene) or scene.is_past):
        if is_unreal(scene) and not scene.has_future:
            return None
        if scene.is_in("not", scene.match.first - 1):
            return None
        return verdict(scene, Kind.MEASURE, 4)
    return verdict(scene, Untracked.HISTORY, 0)


def judge_extension(scene: Scene) -> Verdict | None:
    return judge_effect(scene) if scene.has_future else None


def judge_deadline(scene: Scene) -> Verdict | None:
    return verdict(scene, Kind.MEASURE, 4) if scene.has_future else None


def judge_until(scene: Scene) -> Verdict | None:
    if scene.has_future or scene.times_within(scene.match.first, scene.end):
        return verdict(scene, Kind.MEASURE, 4) if not scene.is_past else None
    return None


def judge_must(scene: Scene) -> Verdict | None:
    if under_condition(scene) or scene.predicate is None:
        return None
    if not scene.lexicon.classes["ordered"].isdisjoint(
        scene.tokens.lows[scene.match.first : scene.match.end]
    ):
        return verdict(scene, Kind.MEASURE, 4) if not scene.is_past else None
    if scene.has_future or any(
        t.expression.type == "DURATION" for t in scene.times_within(scene.match.end, scene.end)
    ):
        return verdict(scene, Kind.MEASURE, 4)
    return None


def judge_schedule(scene: Scene) -> Verdict | None:
    if scene.has_future:
        return verdict(scene, Kind.MEASURE, 3)
    return verdict(scene, Untracked.HISTORY, 0) if scene.is_past else None


def judge_to_be(scene: Scene) -> Verdict | None:
    """A reduced clause: "guidelines to be published in November"."""
    predicate = predicate_after(scene.tokens, scene.match.end - 1, scene.lexicon)
    is_noun_before = scene.match.first > 0 and not scene.is_in("open-modals", scene.match.first - 1)
    if predicate is None or not predicate.is_passive or not is_noun_before:
        return None
    return verdict(scene, Kind.MEASURE, 3)


def judge_present_passive(scene: Scene) -> Verdict | None:
    at = scene.match.end
    if not is_participle(
        scene.tokens.lows[at] if at < len(scene.tokens.lows) else "", scene.lexicon
    ):
        return None
    if (
        not bases_of(scene.tokens.lows[at], scene.lexicon)
        & scene.lexicon.classes["present-passives"]
    ):
        return None
    return (
        verdict(scene, Kind.MEASURE, 3)
        if scene.future_within(at, min(at + 10, scene.end))
        else None
    )


def judge_event(scene: Scene) -> Verdict | None:
    if scene.low not in scene.lexicon.classes["strong-events"]:
        return None
    at = scene.match.first
    if scene.future_within(at, min(at + 5, scene.end)) or scene.future_within(max(0, at - 4), at):
        return verdict(scene, Kind.MEASURE, 3)
    return None


def judge_begins(scene: Scene) -> Verdict | None:
    at = scene.match.end
    if scene.sort in (Sort.NONE, Sort.PRICE) or is_noun_use(scene):
        return None
    return (
        verdict(scene, Kind.MEASURE, 3) if scene.future_within(at, min(at + 8, scene.end)) else None
    )


def judge_pending(scene: Scene) -> Verdict | None:
    return verdict(scene, Kind.MEASURE, 3) if scene.sort is not Sort.AGENT else None


def judge_expected(scene: Scene) -> Verdict | None:
    is_event = scene.sort is Sort.EVENT and (scene.does("event") or scene.does("passive-event"))
    is_formal = scene.sort is Sort.AGENT and scene.does("act-after-expected")
    if scene.predicate and scene.has_future:
        if is_event:
            return verdict(scene, Kind.MEASURE, 2)
        if is_formal:
            return verdict(scene, Kind.INTENTION, 1)
    if scene.predicate and scene.predicate.is_passive and not scene.does("state-passive"):
        return verdict(scene, Kind.INTENTION, 1)
    return verdict(scene, Untracked.FORECAST, 0)


def judge_expected_date(scene: Scene) -> Verdict | None:
    head = scene.subject.head if scene.subject.head is not None else -1
    is_formal = scene.sort is Sort.EVENT or scene.is_in("pending-decisions", head)
    if scene.has_future and is_formal:
        return verdict(scene, Kind.MEASURE, 2)
    return verdict(scene, Untracked.FORECAST, 0)


def judge_expected_object(scene: Scene) -> Verdict | None:
    """What somebody expects of a deal or a decision: "expects the sale to be completed in May"."""
    predicate = scene.predicate
    if predicate is None or is_noun_use(scene):
        return None
    is_done = predicate.is_passive and not scene.does("state-passive")
    if scene.has_future and scene.sort is Sort.AGENT and (is_done or scene.does("change")):
        return verdict(scene, Kind.INTENTION, 1)
    return verdict(scene, Untracked.FORECAST, 0)
