"""Schedules: what takes effect, falls due or is held at a time, judged."""

from bisect import bisect_left

from commitrack.domain.candidate import Untracked
from commitrack.domain.vocabulary import Kind
from commitrack.extract.acts import is_act
from commitrack.extract.governing import is_reported
from commitrack.extract.modals import is_asked_of_another
from commitrack.extract.scenes import Scene
from commitrack.extract.subjects import Sort
from commitrack.extract.verbs import bases_of, is_infinitive, is_participle, predicate_after
from commitrack.extract.verdicts import (
    Verdict,
    governing_verdict,
    is_nobodys,
    is_noun_use,
    is_past,
    is_past_perfect,
    is_unreal,
    under_condition,
    verdict,
)

_NEAR = 6
_AHEAD = 14


def judge_effect(scene: Scene) -> Verdict | None:
    """As in "takes effect", "expires"."""
    if scene.has_future or not (is_past(scene) or scene.is_past):
        if is_unreal(scene) and not scene.has_future:
            return None
        if scene.is_in("not", scene.match.first - 1):
            return None
        return verdict(scene, Kind.MEASURE, 4)
    return verdict(scene, Untracked.HISTORY, 0)


def judge_extension(scene: Scene) -> Verdict | None:
    """As in "extended until"."""
    moved_to_act = scene.is_in("to-words", scene.match.end - 1) and is_infinitive(
        scene.tokens, scene.match.end, scene.lexicon
    )
    is_cause = scene.is_in("due-words", scene.match.end - 2)
    return judge_effect(scene) if scene.has_future and not (moved_to_act or is_cause) else None


def judge_deadline(scene: Scene) -> Verdict | None:
    """As in "a deadline of June 1"."""
    first = max(0, scene.match.first - _NEAR)
    is_dated = scene.future_within(first, scene.end)
    return verdict(scene, Kind.MEASURE, 4) if is_dated else None


def judge_until(scene: Scene) -> Verdict | None:
    """As in "has until Friday"."""
    has_number = scene.is_in("numbers", scene.match.first + 1) or (
        scene.tokens.lows[scene.match.first + 1][0].isdigit()
    )
    has = scene.is_in("have", scene.match.first)
    if has and not (
        has_number
        or scene.is_in("until-words", scene.match.first + 1)
        or scene.is_in("determiners", scene.match.first + 1)
    ):
        return None  # "has spent 23 years in"
    is_broken = any(
        scene.is_in("prepositions", i) for i in range(scene.match.first, scene.match.end - 1)
    )
    if is_broken:
        return None  # "have fallen in recent weeks to"
    if scene.has_future or scene.times_within(scene.match.first, scene.end):
        return verdict(scene, Kind.MEASURE, 4) if not scene.is_past else None
    return None


def judge_must(scene: Scene) -> Verdict | None:
    """As in "must … by": a duty counts where it has a date."""
    if under_condition(scene) or scene.predicate is None:
        return None
    is_reported_here = is_reported(scene.tokens, scene.lexicon)
    was = scene.is_in("have-past", scene.match.first)
    if was and not (is_reported_here and scene.has_later):
        return None  # "had to fight": told of what was
    if not scene.lexicon.classes["ordered"].isdisjoint(
        scene.tokens.lows[scene.match.first : scene.match.end]
    ):
        is_over = scene.is_in("be-past", scene.match.first) and not scene.has_later
        return verdict(scene, Kind.MEASURE, 4) if not scene.is_past and not is_over else None
    was = scene.is_in("be-past", scene.match.first) or scene.is_in("have", scene.match.first - 1)
    if was and not scene.has_later:
        return None  # "have been forced to leave"
    if scene.predicate.is_passive and scene.does("approvals"):
        return verdict(scene, Kind.MEASURE, 3)
    is_general = scene.is_in("singular-articles", scene.subject.first)
    if scene.has_future or (_has_limit(scene) and not is_general):
        return verdict(scene, Kind.MEASURE, 4)
    is_need = scene.is_in("needs", scene.match.first)
    is_asked = not is_need and (is_asked_of_another(scene) or _is_to_be_done(scene))
    return verdict(scene, Kind.DEMAND, 2) if is_reported_here and is_asked else None


def _has_limit(scene: Scene) -> bool:
    """Whether a length of time is set in which it must be done: "within 30 days"."""
    for time in scene.times_within(scene.match.end, scene.end):
        at = bisect_left(scene.tokens.starts, time.expression.start)
        if time.expression.type == "DURATION" and scene.is_in("within-words", at - 1):
            return True
    return False


def _is_to_be_done(scene: Scene) -> bool:
    """As in "must be separated": an act, asked of whoever can do it."""
    predicate = scene.predicate
    if predicate is None or not predicate.is_passive or predicate.is_negated:
        return False
    return scene.does("base") and not scene.does("state-passive")


def judge_schedule(scene: Scene) -> Verdict | None:
    """As in "is scheduled for"."""
    if is_past_perfect(scene):
        return verdict(scene, Untracked.HISTORY, 0)
    if scene.has_future and not is_nobodys(scene):
        return verdict(scene, Kind.MEASURE, 3)
    return verdict(scene, Untracked.HISTORY, 0) if scene.is_past else None


def judge_to_be(scene: Scene) -> Verdict | None:
    """A reduced clause: "guidelines to be published in November", "plants to be closed"."""
    predicate = predicate_after(scene.tokens, scene.match.end - 1, scene.lexicon)
    before = scene.match.first - 1
    if before < 0 or predicate is None or not predicate.is_passive:
        return None
    if scene.is_in("open-modals", before):
        return None
    if scene.future_within(scene.match.first, scene.end):
        return verdict(scene, Kind.MEASURE, 3)
    if not scene.lexicon.classes["be-past"].isdisjoint(scene.tokens.lows[:before]):
        return None  # "was one of the first to be closed"
    noun, phrases = scene.tokens.lows[before], scene.lexicon.phrases
    is_plural = noun.endswith(phrases["plural-endings"]) and not noun.endswith(
        phrases["double-endings"]
    )
    is_noun = is_plural and not scene.is_in("verbs-s", before)
    is_decided = predicate.is_any_of(scene.lexicon.classes["progressive-acts"])
    return verdict(scene, Kind.INTENTION, 2) if is_noun and is_decided else None


def judge_being(scene: Scene) -> Verdict | None:
    """What is under way by a decision: "is being phased out"."""
    predicate = predicate_after(scene.tokens, scene.match.end - 1, scene.lexicon)
    if predicate is None or not predicate.is_passive:
        return None
    is_decided = predicate.is_any_of(scene.lexicon.classes["progressive-acts"])
    has_particle = scene.is_in("drift-particles", predicate.at + 1)
    is_drift = predicate.is_any_of(scene.lexicon.classes["drifting"]) and has_particle
    is_decided = is_decided and not is_drift and governing_verdict(scene) is None
    return verdict(scene, Kind.PROMISE, 2) if is_decided else None


def judge_present_passive(scene: Scene) -> Verdict | None:
    """As in "is published in March"."""
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
        if scene.future_within(at, min(at + 14, scene.end))
        else None
    )


def judge_event(scene: Scene) -> Verdict | None:
    """As in "a June 3 hearing"."""
    if scene.low not in scene.lexicon.classes["strong-events"]:
        return None
    at = scene.match.first
    if scene.future_within(at, min(at + 5, scene.end)) or scene.future_within(max(0, at - 4), at):
        return verdict(scene, Kind.MEASURE, 3)
    return None


def judge_begins(scene: Scene) -> Verdict | None:
    """As in "meets on Thursday"."""
    at = scene.match.end
    before = scene.match.first - 1
    # "is close", "came close": another verb has it already
    is_adjective = scene.is_in("be", before) or scene.is_in("irregular-pasts", before)
    is_adjective = is_adjective or (
        scene.is_in("near-words", scene.match.first) and scene.is_in("to-words", at)
    )
    is_moved = scene.sort is Sort.PRICE and not scene.is_in("begin-verbs", scene.match.first)
    if scene.sort is Sort.NONE or is_moved or is_noun_use(scene) or is_adjective:
        return None
    is_habit = not scene.lexicon.classes["habits"].isdisjoint(scene.tokens.lows)
    if is_habit or not scene.future_within(at, min(at + _AHEAD, scene.end)):
        return None
    is_firms = bases_of(scene.low, scene.lexicon) & scene.lexicon.classes["company-acts"]
    is_done_to = scene.is_in("determiners", at)
    is_promise = is_firms and is_done_to and scene.sort in (Sort.AGENT, Sort.LIKELY)
    return verdict(scene, Kind.PROMISE if is_promise else Kind.MEASURE, 3)


def judge_planned(scene: Scene) -> Verdict | None:
    """As in "more ferries are planned"."""
    if is_nobodys(scene) or scene.subject.head is None:
        return None
    return verdict(scene, Kind.MEASURE if scene.has_future else Kind.INTENTION, 2)


def judge_pending(scene: Scene) -> Verdict | None:
    """As in "is subject to approval"."""
    if scene.is_agent or is_nobodys(scene):
        return None
    return verdict(scene, Kind.MEASURE, 3)


def judge_expected(scene: Scene) -> Verdict | None:
    """As in "is expected to": a forecast, save a formal event or what somebody decides."""
    is_event = scene.sort is Sort.EVENT and (scene.does("event") or scene.does("passive-event"))
    is_formal = scene.sort is Sort.AGENT and scene.does("act-after-expected")
    if scene.predicate and scene.has_future:
        if is_event:
            return verdict(scene, Kind.MEASURE, 2)
        if is_formal:
            return verdict(scene, Kind.INTENTION, 1)
    predicate = scene.predicate
    if predicate is None:
        return None
    is_own = scene.sort is Sort.AGENT and is_act(scene, predicate)
    is_told = scene.does("expected-no-act") or scene.does("speech-acts")
    is_done = predicate.is_passive and not scene.does("state-passive")
    if is_done or (is_own and not predicate.is_passive and not is_told):
        return verdict(scene, Kind.INTENTION, 1)
    return verdict(scene, Untracked.FORECAST, 0)


def judge_expected_date(scene: Scene) -> Verdict | None:
    """As in "is expected on Friday": tracked for formal events."""
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
    if scene.has_future and scene.is_agent and (is_done or scene.does("change")):
        return verdict(scene, Kind.INTENTION, 1)
    return verdict(scene, Untracked.FORECAST, 0)


def judge_opening_date(scene: Scene) -> Verdict | None:
    """As in "on or after 1 May, all sales are allowed": a rule, in the present."""
    at = scene.match.end
    has_modal = not scene.lexicon.classes["modals"].isdisjoint(scene.tokens.lows)
    is_dated = scene.future_within(at, at + _NEAR)
    return verdict(scene, Kind.MEASURE, 4) if is_dated and not has_modal else None


def judge_held(scene: Scene) -> Verdict | None:
    """As in "sentencing is on 14 July"."""
    is_event = scene.sort is Sort.EVENT and scene.subject.first == scene.opening
    return verdict(scene, Kind.MEASURE, 3) if is_event else None


def judge_invitation(scene: Scene) -> Verdict | None:
    """As in "invited the union for talks on Monday": a demand where it has a date."""
    if scene.has_future and scene.may_act and not is_noun_use(scene) and not scene.is_past:
        return verdict(scene, Kind.DEMAND, 2)
    return verdict(scene, Untracked.REQUEST, 0)


def judge_walkout(scene: Scene) -> Verdict | None:
    """As in "announced two days of walkouts": a threat that has its dates."""
    if is_noun_use(scene) or is_unreal(scene) or scene.is_past or not scene.may_act:
        return None
    is_set = scene.is_in("calling", scene.match.first) and scene.has_future
    return verdict(scene, Kind.MEASURE if is_set else Kind.THREAT, 3)


def judge_from_date(scene: Scene) -> Verdict | None:
    """As in "the law bans sales from 1 December": a rule in the present with a day to come."""
    lows, classes = scene.tokens.lows, scene.lexicon.classes
    at = scene.match.end
    if not classes["forecasting-modals"].isdisjoint(lows) or scene.match.first + 1 >= len(lows):
        return None
    before = lows[scene.match.first - 1] if scene.match.first else ""
    is_told = not classes["said"].isdisjoint(lows) or is_participle(before, scene.lexicon)
    is_told = is_told or any(
        low.endswith(scene.lexicon.phrases["verb-endings"]) or low in classes["irregular-pasts"]
        for low in lows[: scene.match.first]
    )
    starts = scene.future_within(at, at + 2) and scene.tokens.words[-1] in classes["full-stop"]
    return verdict(scene, Kind.MEASURE, 3) if starts and not is_told else None
