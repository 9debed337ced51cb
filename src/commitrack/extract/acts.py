"""Acts: what a modal verb with its subject and its verb says will be done."""

from commitrack.domain.candidate import Untracked
from commitrack.domain.vocabulary import Kind
from commitrack.extract.governing import Governor, governor_of, has_condition
from commitrack.extract.patterns import match_end
from commitrack.extract.scenes import Scene
from commitrack.extract.subjects import Sort
from commitrack.extract.verbs import Predicate, is_adverb, predicate_after
from commitrack.extract.verdicts import Verdict, verdict

_NEAR = 3


def own_act(scene: Scene, obligation: int) -> Verdict:
    """The verdict on a modal's clause that nothing governs."""
    predicate, sort = scene.predicate, scene.sort
    is_moved = sort is Sort.PRICE and predicate is not None and not predicate.is_passive
    if predicate is None or is_moved or scene.does("speech-acts") or _is_hedged(scene):
        return verdict(scene, Untracked.FORECAST, 0)
    kind = _scheduled_kind(scene, predicate) or _acting_kind(scene, predicate)
    if kind is None:
        return verdict(scene, Untracked.FORECAST, 0)
    if predicate.is_negated and scene.does("disclosure"):
        return verdict(scene, Untracked.HISTORY, 0)
    weaker = 1 if scene.does("considered") else 2 if scene.does("attempt") else obligation
    return verdict(scene, kind, weaker)


def _is_hedged(scene: Scene) -> bool:
    first = max(0, scene.match.first - 2)
    last = scene.predicate.at if scene.predicate else scene.match.end
    return any(scene.is_in("hedges", i) for i in range(first, last))


def _scheduled_kind(scene: Scene, predicate: Predicate) -> Kind | None:  # noqa: PLR0911 - a rule a return
    """Events that will be held, rules that will take effect, duties that will be laid on one."""
    if _begins_effect(scene, predicate):
        return Kind.MEASURE
    after_be = predicate.bases == {"be"} and scene.is_in("effect-complements", predicate.at + 1)
    sort = scene.sort
    if sort is Sort.EVENT and (scene.does("event") or scene.does("passive-event") or after_be):
        return Kind.MEASURE
    is_applied = predicate.is_passive and not scene.does("state-passive")
    if sort is Sort.RULE and (scene.does("effect") or is_applied or after_be):
        return Kind.MEASURE
    if sort is Sort.RULE and scene.does("continue"):
        return Kind.MEASURE
    if predicate.is_passive and scene.does("oblige"):
        return Kind.MEASURE
    is_payable = predicate.bases == {"be"} and scene.is_in("payable", predicate.at + 1)
    is_formal = (
        scene.does("passive-event") if predicate.is_passive else scene.does("scheduled-acts")
    )
    if (is_payable or is_formal) and scene.has_future:
        return Kind.MEASURE
    if predicate.is_passive and not scene.does("state-passive") and _is_under_rule(scene):
        return Kind.MEASURE
    return None


def _begins_effect(scene: Scene, predicate: Predicate) -> bool:
    """Whether what will be done is to take effect or to expire."""
    lows, rules = scene.tokens.lows, scene.lexicon.rules
    return any(
        rule.cue == "effect" and rule.frame == "any"
        and match_end(rule.elements, lows, predicate.at) is not None
        for rule in rules.get(lows[predicate.at], ())
    )  # fmt: skip


def _is_under_rule(scene: Scene) -> bool:
    """Whether the sentence opens with "Under the new rules"."""
    rules = scene.lexicon.classes["rules"] - scene.lexicon.classes["plans"]
    return scene.is_in("under", 0) and not rules.isdisjoint(scene.tokens.lows[1:6])


def _acting_kind(scene: Scene, predicate: Predicate) -> Kind | None:  # noqa: C901, PLR0911 - a rule a return
    """What somebody will do, keep doing, or not do."""
    sort = scene.sort
    is_agent = sort is Sort.AGENT or (sort is Sort.NONE and predicate.at - scene.match.end < _NEAR)
    governor = governor_of(scene.tokens, scene.subject.first, scene.lexicon)
    if scene.does("continue") and not predicate.is_passive:
        if sort is Sort.THING and scene.is_in("remain-states", predicate.at + 1):
            return Kind.STANDING
        return Kind.STANDING if is_agent and not continues_state(scene) else None
    offered = predicate.at + (predicate.bases == {"be"})
    if is_agent and scene.is_in("ready-words", offered) and scene.is_in("to-words", offered + 1):
        is_hostile = scene.is_in("hostile-words", offered + 2)
        return (
            Kind.THREAT if is_hostile and has_condition(scene.tokens, scene.lexicon) else Kind.OFFER
        )
    if _is_appointment(scene, predicate) or _is_stake(scene, predicate):
        return Kind.INTENTION if scene.does("counted") else Kind.PROMISE
    if predicate.is_passive:
        if scene.does("state-passive"):
            return None
        return Kind.STANDING if predicate.is_negated else Kind.PROMISE
    if is_agent and is_act(scene, predicate):
        if governor is Governor.DENIAL or predicate.is_negated or scene.does("refrain"):
            return Kind.STANDING
        if _is_threat(scene, predicate, governor):
            return Kind.THREAT
        if scene.does("considered") or scene.does("holding") or scene.does("attempt"):
            return Kind.INTENTION
        is_still = any(scene.is_in("still-words", i) for i in range(scene.match.end, predicate.at))
        return Kind.STANDING if is_still else Kind.PROMISE
    goes = scene.does("movement") and scene.is_in("movement-goals", predicate.at + 1)
    if predicate.is_negated or not (scene.does("change") or scene.does("designed") or goes):
        return None
    return Kind.THREAT if _has_negative_condition(scene) and scene.does("change") else Kind.PROMISE


def _is_appointment(scene: Scene, predicate: Predicate) -> bool:
    """Whether somebody will take up an office: "will become chairman"."""
    if predicate.is_negated or not scene.does("become"):
        return False
    ahead = scene.tokens.lows[predicate.at + 1 : predicate.at + 5]
    return not scene.lexicon.classes["role-nouns"].isdisjoint(ahead)


def _is_stake(scene: Scene, predicate: Predicate) -> bool:
    """Whether a detail of a plan is told in numbers: "will have a 35 percent stake"."""
    ahead = scene.tokens.lows[predicate.at + 1 : predicate.at + 4]
    return scene.does("counted") and any(low[0].isdigit() for low in ahead)


def is_act(scene: Scene, predicate: Predicate) -> bool:
    """Whether an agent decides on it; "increase production" is an act, "increase by half" is none."""
    if not scene.does("state"):
        return True
    if not scene.does("ambitransitive"):
        return False
    after = predicate.at + 1
    word = scene.tokens.lows[after] if after < len(scene.tokens.lows) else "."
    return (
        word[0].isalpha()
        and not scene.is_in("prepositions", after)
        and not is_adverb(word, scene.lexicon)
    )


def _is_threat(scene: Scene, predicate: Predicate, governor: Governor | None) -> bool:
    if governor is Governor.WARNING or _has_unless(scene):
        return True
    ahead = scene.tokens.lows[predicate.at + 1 : predicate.at + 4]
    is_hostile = scene.does("hostile-acts") or (
        scene.does("hostile") and not scene.lexicon.classes["hostile-nouns"].isdisjoint(ahead)
    )
    return is_hostile and has_condition(scene.tokens, scene.lexicon)


def _has_unless(scene: Scene) -> bool:
    return not scene.lexicon.classes["unless"].isdisjoint(scene.tokens.lows)


def _has_negative_condition(scene: Scene) -> bool:
    """Whether it happens unless something else does: "if it does not receive"."""
    lows, classes = scene.tokens.lows, scene.lexicon.classes
    for i, low in enumerate(lows):
        if low in classes["if"]:
            return low in classes["unless"] or not classes["not"].isdisjoint(lows[i : i + 8])
    return False


def continues_state(scene: Scene) -> bool:
    """Whether what goes on is a state: "will continue to grow", "will remain strong"."""
    if scene.predicate is None:
        return False
    after = scene.predicate.at + 1
    if scene.is_in("to-words", after):
        inner = predicate_after(scene.tokens, after + 1, scene.lexicon)
        return inner is None or (
            inner.is_any_of(scene.lexicon.classes["state"]) and not inner.is_passive
        )
    return False
