"""Kinds: which judge each class of cues is brought before."""

from collections.abc import Callable

from commitrack.domain.candidate import Untracked
from commitrack.domain.vocabulary import Kind
from commitrack.extract.advice import judge_should
from commitrack.extract.arrangements import judge_set_to
from commitrack.extract.bonds import (
    binding,
    judge_approval,
    judge_ban,
    judge_decided_that,
    judge_provision,
    untracked,
)
from commitrack.extract.conditioned import awaits_another
from commitrack.extract.demands import (
    judge_asked_by,
    judge_demand,
    judge_invitation,
    judge_order,
    judge_want_object,
)
from commitrack.extract.duties import judge_must, judge_permission
from commitrack.extract.effects import (
    judge_deadline,
    judge_effect,
    judge_extension,
    judge_from_date,
    judge_opening_date,
    judge_until,
)
from commitrack.extract.expectations import (
    judge_expected,
    judge_expected_date,
    judge_expected_object,
    judge_likely,
    judge_own_expectation,
)
from commitrack.extract.headlines import judge_headline
from commitrack.extract.modals import judge_may, judge_will, judge_would
from commitrack.extract.passives import (
    judge_being,
    judge_pending,
    judge_planned,
    judge_present_passive,
    judge_to_be,
    judge_weighed,
)
from commitrack.extract.plan_nouns import judge_decision_noun, judge_target_noun, naming
from commitrack.extract.plans import planning
from commitrack.extract.presents import judge_absence, judge_present, judge_settled
from commitrack.extract.progressives import judge_progressive
from commitrack.extract.scenes import Scene
from commitrack.extract.schedules import (
    judge_begins,
    judge_event,
    judge_held,
    judge_named_event,
    judge_schedule,
    judge_walkout,
)
from commitrack.extract.verdicts import Verdict, verdict
from commitrack.extract.voids import is_in_name

JUDGES: dict[str, Callable[[Scene], Verdict | None]] = {
    "will": judge_will,
    "would": judge_would,
    "should": judge_should,
    "may": judge_may,
    "must": judge_must,
    "set-to": judge_set_to,
    "plan": planning(2, needs_act=True),
    "plan-noun": naming(Kind.INTENTION, 2),
    "considering": planning(1, needs_act=False),
    "weighed": judge_weighed,
    "want-object": judge_want_object,
    "own-hope": planning(1, needs_act=True),
    "own-expectation": judge_own_expectation,
    "target": binding(Kind.TARGET, 2),
    "target-noun": judge_target_noun,
    "expected": judge_expected,
    "expected-object": judge_expected_object,
    "expected-date": judge_expected_date,
    "likely": judge_likely,
    "decision": binding(Kind.PROMISE, 3),
    "approval": judge_approval,
    "decision-that": judge_decided_that,
    "ban": judge_ban,
    "dividend": binding(Kind.MEASURE, 3),
    "decision-noun": judge_decision_noun,
    "promise": binding(Kind.PROMISE, 3),
    "promise-noun": naming(Kind.PROMISE, 3),
    "assurance": binding(Kind.PROMISE, 3),
    "agreement": binding(Kind.AGREEMENT, 3),
    "agreement-noun": naming(Kind.AGREEMENT, 3),
    "provision": judge_provision,
    "refusal": binding(Kind.STANDING, 3),
    "refusal-noun": naming(Kind.STANDING, 3),
    "standing": binding(Kind.STANDING, 3),
    "absence": judge_absence,
    "offer": binding(Kind.OFFER, 3),
    "offer-noun": naming(Kind.OFFER, 3),
    "threat": binding(Kind.THREAT, 3),
    "threat-noun": naming(Kind.THREAT, 3),
    "walkout": judge_walkout,
    "demand": judge_demand,
    "demand-noun": naming(Kind.DEMAND, 2),
    "ultimatum": naming(Kind.DEMAND, 3),
    "order": judge_order,
    "invitation": judge_invitation,
    "asked-by": judge_asked_by,
    "effect": judge_effect,
    "deadline": judge_deadline,
    "until": judge_until,
    "extension": judge_extension,
    "permission": judge_permission,
    "opening-date": judge_opening_date,
    "from-date": judge_from_date,
    "event": judge_event,
    "named-event": judge_named_event,
    "held": judge_held,
    "begins": judge_begins,
    "schedule": judge_schedule,
    "schedule-tail": judge_schedule,
    "planned": judge_planned,
    "pending": judge_pending,
    "present-passive": judge_present_passive,
    "to-be": judge_to_be,
    "being": judge_being,
    "progressive": judge_progressive,
    "present": judge_present,
    "settled": judge_settled,
    "headline": judge_headline,
    "hope": untracked(Untracked.HOPE),
    "request": untracked(Untracked.REQUEST),
    "forecast": untracked(Untracked.FORECAST),
}


def judge(scene: Scene) -> Verdict | None:
    """What the statement is; None where it is none."""
    if is_in_name(scene):
        return None
    found = JUDGES[scene.match.rule.cue](scene)
    if found is not None and found.kind is Kind.INTENTION and awaits_another(scene):
        return verdict(scene, Kind.THREAT, found.obligation)  # "plans to sue unless it is paid"
    return found
