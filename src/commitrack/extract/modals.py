"""Modals: clauses of "will", "would", "should" and "may", judged."""

from commitrack.domain.candidate import Untracked
from commitrack.domain.vocabulary import Kind
from commitrack.extract.acts import begins_effect, own_act
from commitrack.extract.governing import has_condition, is_reported
from commitrack.extract.scenes import Scene
from commitrack.extract.subjects import Sort
from commitrack.extract.verdicts import Verdict, governing_verdict, verdict


def judge_will(scene: Scene) -> Verdict | None:
    """As in "will", "shall": an act, a timetable or a forecast."""
    if scene.predicate is None:
        return None
    governed = governing_verdict(scene)
    if governed is not None:
        return governed
    return own_act(scene, 3)


def judge_would(scene: Scene) -> Verdict | None:  # noqa: C901, PLR0911 - a rule a return
    """As in "would": what was said would be done; without a report mostly a hypothesis."""
    if scene.predicate is None:
        return None
    if scene.does("have-words"):
        return None
    if _is_superseded(scene):
        return verdict(scene, Untracked.HISTORY, 0)
    if scene.does("like-words"):
        return verdict(scene, Untracked.HOPE, 0)
    is_entitled = scene.is_in("entitled", scene.predicate.at + 1)
    if is_entitled and has_condition(scene.tokens, scene.lexicon):
        return verdict(scene, Kind.OFFER, 3)
    governed = governing_verdict(scene)
    if governed is not None:
        return governed
    if has_condition(scene.tokens, scene.lexicon) and not is_reported(scene.tokens, scene.lexicon):
        return verdict(scene, Untracked.HYPOTHESIS, 0)
    if (
        scene.is_in("plans", scene.subject.head or 0)
        and not scene.does("state")
        and not scene.predicate.is_passive
        and not scene.does("effect")
    ):
        return verdict(scene, Kind.INTENTION, 2)
    if scene.has_future and begins_effect(scene, scene.predicate):
        return own_act(scene, 3)
    is_no_actor = not scene.may_act and scene.sort is not Sort.PRICE
    is_active = is_no_actor and not scene.predicate.is_passive
    if is_active and not is_reported(scene.tokens, scene.lexicon):
        return verdict(scene, Untracked.HYPOTHESIS, 0)
    return own_act(scene, 3)


def _is_superseded(scene: Scene) -> bool:
    """Whether it was said before something else came: "Earlier, they had said they would"."""
    before = scene.tokens.lows[: scene.match.first]
    classes = scene.lexicon.classes
    return not classes["superseded"].isdisjoint(before) and not classes["have-past"].isdisjoint(
        before
    )


def judge_should(scene: Scene) -> Verdict | None:
    """As in "should be completed in October"; without a date it is advice."""
    if scene.predicate is None or governing_verdict(scene):
        return None
    is_finished = (
        scene.sort is Sort.EVENT and scene.predicate.is_passive and scene.does("passive-event")
    )
    if not scene.has_future and not is_finished:
        return None
    if scene.predicate.is_passive:
        return verdict(scene, Kind.INTENTION, 2)
    return verdict(scene, Kind.TARGET, 2) if scene.is_agent else None


def judge_may(scene: Scene) -> Verdict | None:
    """As in "may", "could": a threat where it is hostile and has a condition, else a forecast."""
    if scene.predicate is None or scene.sort is Sort.NONE:
        return None
    is_threat = scene.is_agent and scene.does("hostile-acts") and not governing_verdict(scene)
    if is_threat and has_condition(scene.tokens, scene.lexicon):
        return verdict(scene, Kind.THREAT, 1)
    return verdict(scene, Untracked.FORECAST, 0)
