"""Kinds: which judge each class of cues is brought before."""

from collections.abc import Callable

from commitrack.domain.candidate import Untracked
from commitrack.domain.vocabulary import Kind
from commitrack.extract.bonds import (
    binding,
    judge_demand,
    judge_order,
    judge_provision,
    judge_want_object,
    untracked,
)
from commitrack.extract.modals import judge_may, judge_should, judge_will, judge_would
from commitrack.extract.plans import (
    judge_decision_noun,
    judge_headline,
    judge_own_expectation,
    judge_progressive,
    judge_set_to,
    judge_target_noun,
    noun,
    planning,
)
from commitrack.extract.presents import judge_absence, judge_present, judge_settled
from commitrack.extract.scenes import Scene
from commitrack.extract.schedules import (
    judge_begins,
    judge_being,
    judge_deadline,
    judge_effect,
    judge_event,
    judge_expected,
    judge_expected_date,
    judge_expected_object,
    judge_extension,
    judge_from_date,
    judge_held,
    judge_invitation,
    judge_must,
    judge_opening_date,
    judge_pending,
    judge_planned,
    judge_present_passive,
    judge_schedule,
    judge_to_be,
    judge_until,
    judge_walkout,
)
from commitrack.extract.verdicts import Verdict

JUDGES: dict[str, Callable[[Scene], Verdict | None]] = {
    "will": judge_will,
    "would": judge_would,
    "should": judge_should,
    "may": judge_may,
    "set-to": judge_set_to,
    "expected": judge_expected,
    "plan": planning(2, needs_act=True),
    "considering": planning(1, needs_act=False),
    "want-object": judge_want_object,
    "own-hope": planning(1, needs_act=True),
    "own-expectation": judge_own_expectation,
    "plan-noun": noun(Kind.INTENTION, 2),
    "decision": binding(Kind.PROMISE, 3),
    "decision-noun": judge_decision_noun,
    "promise": binding(Kind.PROMISE, 3),
    "promise-noun": noun(Kind.PROMISE, 3),
    "assurance": binding(Kind.PROMISE, 3),
    "agreement": binding(Kind.AGREEMENT, 3),
    "agreement-noun": noun(Kind.AGREEMENT, 3),
    "refusal": binding(Kind.STANDING, 3),
    "standing": binding(Kind.STANDING, 3),
    "target": binding(Kind.TARGET, 2),
    "target-noun": judge_target_noun,
    "headline": judge_headline,
    "expected-object": judge_expected_object,
    "expected-date": judge_expected_date,
    "provision": judge_provision,
    "threat": binding(Kind.THREAT, 3),
    "threat-noun": noun(Kind.THREAT, 3),
    "ultimatum": noun(Kind.DEMAND, 3),
    "offer": binding(Kind.OFFER, 3),
    "demand": judge_demand,
    "demand-noun": noun(Kind.DEMAND, 2),
    "order": judge_order,
    "hope": untracked(Untracked.HOPE),
    "request": untracked(Untracked.REQUEST),
    "forecast": untracked(Untracked.FORECAST),
    "effect": judge_effect,
    "deadline": judge_deadline,
    "until": judge_until,
    "must": judge_must,
    "extension": judge_extension,
    "to-be": judge_to_be,
    "being": judge_being,
    "offer-noun": noun(Kind.OFFER, 3),
    "present-passive": judge_present_passive,
    "pending": judge_pending,
    "schedule": judge_schedule,
    "schedule-tail": judge_schedule,
    "planned": judge_planned,
    "progressive": judge_progressive,
    "event": judge_event,
    "begins": judge_begins,
    "from-date": judge_from_date,
    "held": judge_held,
    "opening-date": judge_opening_date,
    "present": judge_present,
    "settled": judge_settled,
    "absence": judge_absence,
    "invitation": judge_invitation,
    "walkout": judge_walkout,
}


def judge(scene: Scene) -> Verdict | None:
    """What the statement is; None where it is none."""
    return JUDGES[scene.match.rule.cue](scene)
