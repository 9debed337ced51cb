"""Modals: clauses of "will", "would", "should" and "may", judged."""

from commitrack.domain.candidate import Untracked
from commitrack.domain.vocabulary import Kind
from commitrack.extract.acts import (
    aims_at_result,
    begins_effect,
    is_act,
    is_loss_of_jobs,
    kind_under,
    own_act,
)
from commitrack.extract.governing import Governor, governor_of, has_condition, is_reported
from commitrack.extract.scenes import Scene
from commitrack.extract.subjects import Sort
from commitrack.extract.verbs import is_participle, predicate_after
from commitrack.extract.verdicts import Verdict, governing_verdict, verdict

_TIME_NEAR = 6


def judge_will(scene: Scene) -> Verdict | None:
    """As in "will", "shall": an act, a timetable or a forecast."""
    if scene.predicate is None:
        return None
    if is_relative_detail(scene) or takes_time(scene) or is_purpose(scene):
        return None
    governed = governing_verdict(scene)
    if governed is not None:
        return governed
    if scene.does("have-words") and scene.is_in("to-words", scene.predicate.at + 1):
        return _duty(scene)
    is_duty = scene.is_in("shall-words", scene.match.first)
    if is_duty and not scene.lexicon.classes["ordering-words"].isdisjoint(scene.tokens.lows):
        return verdict(scene, Kind.MEASURE, 4)
    return own_act(scene, 3)


def judge_would(scene: Scene) -> Verdict | None:  # noqa: C901, PLR0911 - a rule a return
    """As in "would": what was said would be done; without a report mostly a hypothesis."""
    if scene.predicate is None:
        return None
    if scene.does("have-words") or is_relative_detail(scene) or is_purpose(scene):
        return None
    was = scene.low in scene.lexicon.classes["had-or-would"] and is_participle(
        scene.tokens.lows[scene.predicate.at], scene.lexicon
    )
    if was or takes_time(scene):
        return None  # "he'd gone"
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
    if scene.is_in("because-words", scene.subject.first - 1) or _is_open_before(scene):
        return verdict(scene, Untracked.HYPOTHESIS, 0)
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
    if is_loss_of_jobs(scene):
        return own_act(scene, 3)
    is_no_actor = not scene.may_act and scene.sort is not Sort.PRICE
    is_active = is_no_actor and not scene.predicate.is_passive
    is_told = is_reported(scene.tokens, scene.lexicon) or kind_under(scene) is not None
    if is_active and not is_told:
        return verdict(scene, Untracked.HYPOTHESIS, 0)
    return own_act(scene, 3)


def _is_open_before(scene: Scene) -> bool:
    """Whether what comes before it may or may not be: "may be helped by cash that it would"."""
    before = scene.tokens.lows[: scene.match.first]
    is_open = not scene.lexicon.classes["may-words"].isdisjoint(before)
    return is_open and not is_reported(scene.tokens, scene.lexicon)


def _duty(scene: Scene) -> Verdict | None:
    """As in "banks will have to sign": laid on others by somebody who can."""
    head = scene.subject.head if scene.subject.head is not None else -1
    is_people = scene.is_in("public", head)
    is_own = is_people or scene.is_in("pronouns-first", head) or not scene.may_act
    verb = predicate_after(scene.tokens, scene.predicate.at + 2, scene.lexicon)  # type: ignore[union-attr]
    if is_own or verb is None or not verb.is_any_of(scene.lexicon.classes["base"]):
        return None
    if verb.is_any_of(scene.lexicon.classes["considered"]):
        return verdict(scene, Kind.INTENTION, 1)
    return verdict(scene, Kind.MEASURE, 3)


def is_relative_detail(scene: Scene) -> bool:
    """Whether the clause tells of the noun before it: "the price it will pay"."""
    lows, classes = scene.tokens.lows, scene.lexicon.classes
    first = scene.subject.end - 1
    is_pronoun = scene.subject.head == first and (
        lows[first] in classes["pronouns-person"] or lows[first] in classes["pronouns-it"]
    )
    before = lows[first - 1] if first else "."
    if not is_pronoun or not before[0].isalpha() or lows[first] in classes["relative"]:
        return False
    if lows[first] in classes["pronouns-self"] and before in classes["agreements"]:
        return True
    parts = (
        "said believe hope announced clause-words coordinators adverbs report-days prepositions "
        "documents comma-stops plans agreements desire warned expressing years-after"
    ).split()
    if any(before in classes[name] for name in parts if name in classes):
        return False
    return before not in classes["base"] and not before.endswith(
        (*scene.lexicon.phrases["verb-endings"], *scene.lexicon.phrases["adverb-endings"])
    )


def is_purpose(scene: Scene) -> bool:
    """As in "so that it would not be sold": why, not what."""
    before = scene.subject.first - 1
    return scene.is_in("that-words", before) and scene.is_in("so-that", before - 1)


def takes_time(scene: Scene) -> bool:
    """As in "it will take months to": nobody's act."""
    predicate, head = scene.predicate, scene.subject.head
    if predicate is None or head is None or not scene.does("takes-time"):
        return False
    is_thing = scene.is_in("pronouns-thing", head) or scene.sort is Sort.THING
    near = scene.tokens.lows[predicate.at + 1 : predicate.at + _TIME_NEAR]
    has_time = not scene.lexicon.classes["time-nouns"].isdisjoint(near)
    return is_thing and has_time


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
    if is_asked_of_another(scene):
        return verdict(scene, Kind.DEMAND, 2)
    is_finished = (
        scene.sort is Sort.EVENT and scene.predicate.is_passive and scene.does("passive-event")
    )
    is_back = scene.does("become") and scene.is_in("ready-states", scene.predicate.at + 1)
    if scene.is_timed and is_back:
        return verdict(scene, Kind.INTENTION, 2)
    if scene.has_future and scene.does("reaching"):
        return verdict(scene, Kind.TARGET, 2)
    if not scene.has_future and not is_finished:
        return None
    if scene.predicate.is_passive:
        return verdict(scene, Kind.INTENTION, 2)
    return verdict(scene, Kind.TARGET, 2) if scene.is_agent else None


def is_asked_of_another(scene: Scene) -> bool:
    """As in "the bank should lower its rate": an act that a body is told to do."""
    predicate, head = scene.predicate, scene.subject.head
    if predicate is None or head is None or predicate.is_passive or predicate.is_negated:
        return False
    if not is_act(scene, predicate) or not scene.does("base"):
        return False
    low, endings = scene.tokens.lows[head], scene.lexicon.phrases
    is_plural = low.endswith(endings["plural-endings"]) and not low.endswith(
        endings["double-endings"]
    )
    is_name = scene.tokens.words[head][0].isupper() and not (head == 0 and is_plural)
    is_told = is_reported(scene.tokens, scene.lexicon)
    is_body = is_name or scene.is_in("bodies", head) or (is_told and scene.sort is Sort.AGENT)
    acts = scene.is_agent or scene.sort is Sort.EVENT  # "congress" is a meeting, too
    acts = acts and not scene.is_in("public", head)
    return is_body and acts and not scene.is_in("pronouns-person", head)


def _is_own_option(scene: Scene) -> bool:
    """As in "it said it may sell the unit": a concrete act that its actor holds out."""
    if scene.predicate is None or scene.predicate.is_passive or scene.predicate.is_negated:
        return False
    if scene.does("state") or not scene.does("base") or scene.does("speech-acts"):
        return False
    if scene.does("no-options"):
        return False
    governor = governor_of(scene.tokens, scene.subject.first, scene.lexicon)
    lows, classes = scene.tokens.lows, scene.lexicon.classes
    is_own = governor in (Governor.REPORT, Governor.WARNING) or not classes[
        "speakers-for"
    ].isdisjoint(lows)
    is_option = scene.is_in("own-options", scene.match.first)
    return is_own and is_option and scene.sort is Sort.AGENT


def judge_may(scene: Scene) -> Verdict | None:
    """As in "may", "could": what its actor holds out is intended or threatened, else forecast."""
    if scene.predicate is None or scene.sort is Sort.NONE:
        return None
    is_threat = scene.is_agent and scene.does("hostile-acts") and not governing_verdict(scene)
    if is_threat and has_condition(scene.tokens, scene.lexicon):
        return verdict(scene, Kind.THREAT, 1)
    is_reported_here = governor_of(scene.tokens, scene.subject.first, scene.lexicon)
    if is_reported_here is Governor.REPORT and aims_at_result(scene):
        return verdict(scene, Kind.TARGET, 1)
    if _is_own_option(scene) and not governing_verdict(scene):
        return verdict(scene, Kind.THREAT if scene.does("hostile-acts") else Kind.INTENTION, 1)
    return verdict(scene, Untracked.FORECAST, 0)
