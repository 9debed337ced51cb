"""Bonds: promises, agreements, refusals, threats and offers, judged."""

from collections.abc import Callable, Mapping

from commitrack.domain.candidate import Untracked
from commitrack.domain.vocabulary import Kind
from commitrack.extract.conditioned import is_retaliation, is_veto
from commitrack.extract.doing import goes_on_acting, is_act, is_elliptic, leaves_unchanged
from commitrack.extract.noun_uses import is_noun_use
from commitrack.extract.pasts import (
    had_been_done,
    has_past_form,
    is_dated_past_perfect,
    is_first_ever,
    is_long_gone,
    is_of_a_time_since,
    is_of_accused,
    is_of_an_era,
    is_of_back_then,
    is_told_after,
    is_told_as_earlier,
    is_told_by_the_way,
    is_told_in_court,
    leads_to_another,
    was_doing,
)
from commitrack.extract.polarity import (
    is_denied_within,
    is_negated,
    is_nobodys,
    is_unreal,
)
from commitrack.extract.reports import is_told_by_another
from commitrack.extract.scenes import Scene
from commitrack.extract.subjects import Sort
from commitrack.extract.verbs import is_gerund
from commitrack.extract.verdicts import (
    Question,
    Verdict,
    any_holds,
    under_condition,
    verdict,
)
from commitrack.extract.voids import (
    is_apposed,
    is_asked,
    is_attempt,
    is_crime,
    is_definition,
    is_detail,
    is_idiom,
    is_lesser_cue,
    is_of_harm,
    is_shared_opinion,
    is_supposed,
    is_things_promise,
)


def binding(kind: Kind, obligation: int) -> Callable[[Scene], Verdict | None]:
    """A cue by which somebody binds himself, whether told in the present or in the past."""
    bars = (*_BARS, *_BARS_OF_KIND.get(kind, ()))

    def judged(scene: Scene) -> Verdict | None:
        if any_holds(_NO_CUE, scene):
            return None
        if any_holds(_GONE, scene) or _is_by_the_way(scene, kind):
            return verdict(scene, Untracked.HISTORY)
        if is_supposed(scene):
            return verdict(scene, Untracked.FORECAST)
        if under_condition(scene) or is_definition(scene):
            return verdict(scene, Untracked.HYPOTHESIS)
        if kind is Kind.STANDING and scene.does("disclosure"):
            return verdict(scene, Untracked.HISTORY)
        return (
            None if any_holds(bars, scene) else verdict(scene, _in_effect(scene, kind), obligation)
        )

    return judged


def judge_approval(scene: Scene) -> Verdict | None:
    """As in "the board approved the purchase": by those whose own act it is."""
    if not scene.head_is("approving-bodies"):
        return None
    return _judge_merger(scene) if scene.cue_has("agreements") else _judge_approved(scene)


def judge_ban(scene: Scene) -> Verdict | None:
    """As in "barred the firm from selling it", but not "are barred from selling"."""
    return None if scene.follows("be") else _judge_measure(scene)


def judge_decided_that(scene: Scene) -> Verdict | None:
    """As in "they decided they would sell", but not "decided it would be fun"."""
    if not is_act(scene):
        return None
    return _judge_refused(scene) if scene.is_not_done else _judge_approved(scene)


def judge_provision(scene: Scene) -> Verdict | None:
    """As in "the accord requires": what an agreement lays down."""
    if is_noun_use(scene) or is_unreal(scene) or not scene.head_is("agreements"):
        return None
    return verdict(scene, Kind.AGREEMENT, 3)


def untracked(kind: Untracked) -> Callable[[Scene], Verdict | None]:
    """A cue of what binds nobody."""

    def judged(scene: Scene) -> Verdict | None:
        return verdict(scene, kind)

    return judged


def _in_effect(scene: Scene, kind: Kind) -> Kind:
    """What the act makes of the kind that the cue names."""
    if kind is Kind.OFFER and _is_hostile_readiness(scene):
        return Kind.THREAT
    if kind is Kind.OFFER and _is_authoritys_proposal(scene):
        return Kind.INTENTION
    if scene.match.rule.frame != "infinitive" or kind is not Kind.PROMISE:
        return kind
    if is_retaliation(scene) or is_veto(scene):
        return Kind.THREAT
    if _is_kept_up(scene):
        return Kind.STANDING
    return Kind.MEASURE if _is_enacted(scene) else kind


def _is_kept_up(scene: Scene) -> bool:
    """As in "decided to keep it", "decided not to", "vowed to continue"."""
    if scene.match.rule.cue == "decision":
        return scene.cue_has("not") or goes_on_acting(scene) or leaves_unchanged(scene)
    return scene.does("going-on") and goes_on_acting(scene)


def _is_enacted(scene: Scene) -> bool:
    """As in "lawmakers voted to raise the wage"."""
    return scene.does_itself("voting") and scene.head_is("legislators")


def _is_authoritys_proposal(scene: Scene) -> bool:
    """As in "the department proposes to rename the grades": it waits for nobody's acceptance."""
    return scene.does_itself("proposing") and scene.head_is("rule-makers")


def _is_hostile_readiness(scene: Scene) -> bool:
    """As in "is prepared to retaliate", "is ready to strike if talks fail"."""
    if scene.predicate is None or not scene.cue_has("ready-words"):
        return False
    return scene.is_in("hostile-words", scene.predicate.at) or scene.cue_has("hostile-words")


def _is_of_price(scene: Scene) -> bool:
    """As in "shares promised"."""
    return scene.sort is Sort.PRICE


def _is_by_the_way(scene: Scene, kind: Kind) -> bool:
    """As in "when it agreed", "which refused": no news, but told to tell of something else."""
    if not has_past_form(scene) or is_told_by_another(scene):
        return False
    is_clause = kind is Kind.STANDING and scene.subject_follows("clause-words")
    return is_clause or is_told_by_the_way(scene)


def _is_things_state(scene: Scene) -> bool:
    """As in "the offer pledged to be": what is no agent is nothing by its own will."""
    return scene.match.rule.frame == "infinitive" and scene.is_being and not scene.is_agent


def _is_refusal_of_thing(scene: Scene) -> bool:
    """As in "the engine refused to start"."""
    return scene.match.rule.cue == "refusal" and not scene.may_act


def _has_no_actor(scene: Scene) -> bool:
    """As in "rain threatens"."""
    return not scene.may_act


def _is_of_document(scene: Scene) -> bool:
    """As in "the report ruled out": no stand of anybody."""
    return scene.head_is("documents")


def _was_undergone(scene: Scene) -> bool:
    """As in "was ruled out"."""
    return scene.follows("be") and not is_gerund(scene.low, scene.lexicon)


_NO_CUE: tuple[Question, ...] = (
    is_noun_use,
    is_unreal,
    is_negated,
    is_nobodys,
    _is_of_price,
    is_detail,
    is_lesser_cue,
    is_asked,
)
_GONE: tuple[Question, ...] = (
    is_long_gone,
    is_told_as_earlier,
    is_dated_past_perfect,
    leads_to_another,
    is_of_an_era,
    is_first_ever,
    is_of_accused,
    is_of_back_then,
    is_of_a_time_since,
    is_told_in_court,
    had_been_done,
    was_doing,
)
_BARS: tuple[Question, ...] = (
    is_told_after,
    is_elliptic,
    _is_refusal_of_thing,
    _is_things_state,
)
_BARS_OF_KIND: Mapping[Kind, tuple[Question, ...]] = {
    Kind.OFFER: (
        _has_no_actor,
        is_attempt,
        is_denied_within,
        is_idiom,
        is_apposed,
    ),
    Kind.AGREEMENT: (is_shared_opinion,),
    Kind.PROMISE: (is_things_promise,),
    Kind.STANDING: (_is_of_document, _was_undergone),
    Kind.TARGET: (_has_no_actor,),
    Kind.THREAT: (_has_no_actor, _was_undergone, is_of_harm, is_crime),
}
_judge_approved, _judge_merger = binding(Kind.PROMISE, 3), binding(Kind.AGREEMENT, 3)
_judge_refused, _judge_measure = binding(Kind.STANDING, 3), binding(Kind.MEASURE, 3)
