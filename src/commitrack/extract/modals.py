"""Modals: clauses of "will", "would" and "may", judged."""

from commitrack.domain.candidate import Untracked
from commitrack.domain.vocabulary import Kind
from commitrack.extract.acts import own_act
from commitrack.extract.asides import (
    is_purpose,
    is_question,
    is_relative_detail,
    is_unsure,
    takes_time,
)
from commitrack.extract.conditioned import awaits_another, is_hostile
from commitrack.extract.doing import aims_at_result, begins_effect, is_loss_of_jobs
from commitrack.extract.duties import judge_duty_of_others, judge_need, judge_own_duty
from commitrack.extract.governing import Governor
from commitrack.extract.pasts import was_said_long_ago
from commitrack.extract.reports import has_condition, is_reported
from commitrack.extract.scenes import Scene
from commitrack.extract.subjects import Sort
from commitrack.extract.terms import kind_under
from commitrack.extract.timetables import is_set_anew
from commitrack.extract.verbs import is_gerund, is_participle
from commitrack.extract.verdicts import (
    Verdict,
    any_holds,
    governing_verdict,
    is_governed,
    verdict,
)

_ASIDES = (is_relative_detail, takes_time, is_purpose, is_question, is_unsure)


def judge_will(scene: Scene) -> Verdict | None:
    """As in "will", "shall": an act, a timetable or a forecast."""
    if scene.predicate is None or any_holds(_ASIDES, scene):
        return None
    governed = governing_verdict(scene)
    if governed is not None:
        return governed
    if scene.does("having") and scene.does_to("to-words"):
        return judge_duty_of_others(scene)
    if scene.does("needing") and scene.does_to("to-words"):
        return judge_need(scene)
    if scene.starts_with("shall-words") and scene.has("ordering-words", 0):
        return verdict(scene, Kind.MEASURE, 4)
    return own_act(scene, 3)


def judge_would(scene: Scene) -> Verdict | None:
    """As in "would": what was said would be done; without a report mostly a hypothesis."""
    if scene.predicate is None or any_holds(_NO_WOULD, scene):
        return None
    if scene.does("having"):
        return judge_own_duty(scene) if scene.does_to("to-words") else None
    found = _told_otherwise(scene) or governing_verdict(scene)
    if found is not None:
        return found
    if _is_threat(scene) and is_reported(scene):
        return verdict(scene, Kind.THREAT, 2)
    if any_holds(_HYPOTHETICAL, scene):
        return verdict(scene, Untracked.HYPOTHESIS)
    return verdict(scene, Kind.INTENTION, 2) if _is_of_plan(scene) else _told_act(scene)


def _is_past_perfect(scene: Scene) -> bool:
    """As in "he'd gone"."""
    if scene.predicate is None or not scene.starts_with("had-or-would"):
        return False
    return is_participle(scene.tokens.lows[scene.predicate.at], scene.lexicon)


def _is_habit(scene: Scene) -> bool:
    """As in "he'd begin with a joke", "he would always begin so", which no report tells of."""
    if scene.governor is Governor.REPORT:
        return False
    end = scene.predicate.at + 1 if scene.predicate else scene.match.end
    is_told_often = scene.has("habits", scene.opening, end)
    return is_told_often or scene.starts_with("had-or-would")


def _told_otherwise(scene: Scene) -> Verdict | None:
    """What "would" tells whatever governs it."""
    if _is_superseded(scene) or (was_said_long_ago(scene) and not kind_under(scene)):
        return verdict(scene, Untracked.HISTORY)
    if scene.does("like-words"):
        return verdict(scene, Untracked.HOPE)
    if scene.head_is("pronouns-first") and scene.does("urging"):
        return verdict(scene, Kind.DEMAND, 2)
    if scene.does_to("entitled") and has_condition(scene):
        return verdict(scene, Kind.OFFER, 3)
    return None


def _is_superseded(scene: Scene) -> bool:
    """As in "Earlier, they had said they would": something else has come since."""
    first = scene.match.first
    return scene.has("superseded", 0, first) and scene.has("have-past", 0, first)


def _is_cause(scene: Scene) -> bool:
    """As in "because it would"."""
    return scene.subject_follows("because-words")


def _is_open_before(scene: Scene) -> bool:
    """As in "may be helped by cash that it would": what comes before it may or may not be."""
    return scene.has("may-words", 0, scene.match.first) and not is_reported(scene)


def _is_plain_condition(scene: Scene) -> bool:
    """As in "would rise if"."""
    return has_condition(scene) and not is_reported(scene)


def _is_own_view(scene: Scene) -> bool:
    """As in "I would ask you to wait": what the speaker himself thinks or says politely."""
    return scene.head_is("pronouns-first") and scene.governor is None


def _is_hindsight(scene: Scene) -> bool:
    """As in "he would later become", "she would win": what came after, told by nobody then."""
    if scene.governor is Governor.REPORT or is_reported(scene):
        return False
    end = scene.predicate.at + 1 if scene.predicate else scene.match.end
    is_later = scene.has("hindsight-words", scene.match.end, end)
    return is_later or scene.head_is("pronouns-singular") or scene.head_is("pronouns-they")


def _is_of_any(scene: Scene) -> bool:
    """As in "any other coach would be fired", "doing so would break the law"."""
    first, lows = scene.subject.first, scene.tokens.lows
    if scene.is_in("any-words", first):
        return True
    is_doing = (
        first < len(lows) and is_gerund(lows[first], scene.lexicon) and not is_reported(scene)
    )
    return is_doing and (
        scene.is_in("so-words", first + 1) or scene.is_in("determiners", first + 1)
    )


def _is_amazing(scene: Scene) -> bool:
    """As in "I am astonished that they would": what was done, or might be, and how it is felt."""
    that = scene.subject.first - 1
    return scene.is_in("that-words", that) and scene.is_in("amazed", that - 1)


_NO_WOULD = (*_ASIDES, _is_past_perfect, _is_habit)
_HYPOTHETICAL = (
    _is_cause,
    _is_open_before,
    _is_plain_condition,
    _is_own_view,
    _is_hindsight,
    _is_of_any,
    _is_amazing,
)


def _is_threat(scene: Scene) -> bool:
    """As in "they would retaliate if"."""
    return scene.does("hostile-acts") and scene.is_agent and has_condition(scene)


def _is_of_plan(scene: Scene) -> bool:
    """As in "the plan would cut": no state, and nothing that takes effect."""
    is_plans = scene.is_in("plans", scene.subject_word) and not scene.is_passive
    return is_plans and not scene.does("state") and not scene.does("effect")


def _told_act(scene: Scene) -> Verdict:
    """The act that was told of; a hypothesis where a thing would do it and nobody says so."""
    is_known = (scene.has_future and begins_effect(scene)) or is_loss_of_jobs(scene)
    is_known = is_known or is_set_anew(scene)
    is_known = is_known or (scene.head_is("bills") and scene.does("law-effects"))
    is_things = not (scene.may_act or scene.sort is Sort.PRICE or scene.is_passive)
    if is_things and not (is_known or is_reported(scene) or kind_under(scene)):
        return verdict(scene, Untracked.HYPOTHESIS)
    return own_act(scene, 3)


def judge_may(scene: Scene) -> Verdict | None:
    """As in "may", "could": what its actor holds out is intended or threatened, else forecast."""
    if scene.predicate is None or scene.sort is Sort.NONE:
        return None
    if _is_own_hope(scene):
        return verdict(scene, Kind.INTENTION, 1)
    is_unwelcome = is_hostile(scene)
    if is_unwelcome and scene.is_agent and has_condition(scene) and not is_governed(scene):
        return verdict(scene, Kind.THREAT, 1)
    if scene.governor is Governor.REPORT and aims_at_result(scene):
        return verdict(scene, Kind.TARGET, 1)
    if _is_own_option(scene) and not is_governed(scene):
        is_threat = is_unwelcome or awaits_another(scene)
        return verdict(scene, Kind.THREAT if is_threat else Kind.INTENTION, 1)
    return verdict(scene, Untracked.FORECAST)


def _is_own_hope(scene: Scene) -> bool:
    """As in "is hopeful that it could complete the pact by the autumn"."""
    if scene.governor is not Governor.HOPE or not scene.is_in("pronouns-own", scene.subject_word):
        return False
    is_act = scene.does("base") and not (scene.does("state") or scene.is_passive)
    return is_act and scene.has_later and not scene.is_not_done


def _is_own_option(scene: Scene) -> bool:
    """As in "it said it may sell the unit": a concrete act that its actor holds out."""
    if scene.is_passive or scene.is_not_done or scene.sort is not Sort.AGENT:
        return False
    is_concrete = scene.does("base") and not any(
        scene.does(name) for name in ("state", "speech-acts", "no-options")
    )
    if not is_concrete or not scene.starts_with("own-options"):
        return False
    is_told = scene.governor in (Governor.REPORT, Governor.WARNING)
    return is_told or scene.has("speakers-for", 0)
