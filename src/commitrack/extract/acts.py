"""Acts: what a modal verb with its subject and its verb says will be done."""

from collections.abc import Sequence

from commitrack.domain.candidate import Untracked
from commitrack.domain.vocabulary import Kind
from commitrack.extract.governing import Governor, governor_of, has_condition
from commitrack.extract.patterns import match_end
from commitrack.extract.scenes import Scene
from commitrack.extract.subjects import Sort
from commitrack.extract.verbs import Predicate, is_adverb, is_gerund, predicate_after
from commitrack.extract.verdicts import Verdict, verdict

_NEAR = 3
_EVENT_WITHIN = 7
_NOUN_BEFORE = 5


def own_act(scene: Scene, obligation: int) -> Verdict:
    """The verdict on a modal's clause that nothing governs."""
    predicate, sort = scene.predicate, scene.sort
    is_moved = sort is Sort.PRICE and predicate is not None and not predicate.is_passive
    is_age = scene.does("turn-words") and predicate is not None and _is_number(scene, predicate)
    if predicate is None or is_moved or is_age or scene.does("speech-acts") or _is_hedged(scene):
        return verdict(scene, Untracked.FORECAST, 0)
    kind = _scheduled_kind(scene, predicate) or _acting_kind(scene, predicate)
    if kind is None and aims_at_result(scene):
        return verdict(scene, Kind.TARGET, 2)
    if kind is None:
        return verdict(scene, Untracked.FORECAST, 0)
    is_nobody = scene.is_in("nobody", scene.subject.first)
    if (predicate.is_negated or is_nobody) and scene.does("disclosure"):
        return verdict(scene, Untracked.HISTORY, 0)
    if kind is Kind.MEASURE and _is_refused(scene, predicate):
        kind = Kind.STANDING
    if kind is Kind.PROMISE:
        kind = kind_under(scene) or kind
    weaker = 1 if scene.does("considered") else 2 if scene.does("attempt") else obligation
    return verdict(scene, kind, weaker)


def _is_refused(scene: Scene, predicate: Predicate) -> bool:
    """As in "the sanctions will not go ahead", "no strikes will take place"."""
    is_none = scene.is_in("nobody", scene.subject.first)
    is_start = scene.is_in("until-words", predicate.at + 1)
    is_rule = begins_effect(scene, predicate) or scene.does("permits") or is_start
    return (predicate.is_negated or is_none) and not is_rule


def aims_at_result(scene: Scene) -> bool:
    """Whether an agent sets itself a result by a time: "would break even by 2011"."""
    predicate = scene.predicate
    if predicate is None or not scene.does("goal-verbs") or not scene.is_agent:
        return False
    ahead = scene.tokens.lows[predicate.at + 1 : predicate.at + 4]
    return scene.is_timed and not scene.lexicon.classes["goal-results"].isdisjoint(ahead)


def _is_hedged(scene: Scene) -> bool:
    first = max(0, scene.match.first - 2)
    last = scene.predicate.at if scene.predicate else scene.match.end
    return any(scene.is_in("hedges", i) for i in range(first, last))


def _scheduled_kind(scene: Scene, predicate: Predicate) -> Kind | None:  # noqa: C901, PLR0911 - a rule a return
    """Events that will be held, rules that will take effect, duties that will be laid on one."""
    if begins_effect(scene, predicate):
        return Kind.MEASURE
    if is_signing(scene):
        return Kind.MEASURE if scene.has_future else Kind.AGREEMENT
    after_be = predicate.bases == {"be"} and scene.is_in("effect-complements", predicate.at + 1)
    sort = scene.sort
    happens = scene.does("event") and not predicate.is_passive
    if sort is Sort.EVENT and (happens or scene.does("passive-event") or after_be):
        return Kind.MEASURE
    is_applied = predicate.is_passive and not scene.does("state-passive")
    if sort is Sort.RULE and (scene.does("effect") or is_applied or after_be):
        return Kind.MEASURE
    lays_down = sort is Sort.RULE and scene.does("law-effects") and not predicate.is_negated
    if lays_down and not scene.is_in("agreements", scene.subject.head or 0):
        return Kind.MEASURE
    if sort is Sort.RULE and scene.does("continue"):
        return Kind.MEASURE
    if scene.does("permits") and (predicate.is_passive or (scene.has_future and scene.is_agent)):
        return Kind.MEASURE
    is_tried = not scene.lexicon.classes["court-words"].isdisjoint(_ahead(scene, predicate))
    if scene.does("facing") and is_tried:
        return Kind.MEASURE
    is_opened = not scene.lexicon.classes["called-events"].isdisjoint(_ahead(scene, predicate))
    if scene.does("opening-acts") and is_opened and scene.has_future:
        return Kind.MEASURE
    if predicate.bases == {"be"} and scene.is_in("able", predicate.at + 1) and scene.has_future:
        return None if scene.is_agent else Kind.MEASURE
    lasts = scene.does("lasting") and sort in (Sort.RULE, Sort.EVENT)
    if (lasts or scene.does("counted")) and scene.is_in("until-words", predicate.at + 1):
        return Kind.MEASURE
    if scene.does("counted") and scene.is_in("to-words", predicate.at + 1):
        return Kind.MEASURE if scene.has_future else None
    is_payable = predicate.bases == {"be"} and scene.is_in("payable", predicate.at + 1)
    is_payable = is_payable and not scene.is_in("to-words", predicate.at + 2)
    is_formal = (
        scene.does("passive-event") if predicate.is_passive else scene.does("scheduled-acts")
    )
    if (is_payable or is_formal) and scene.has_future:
        return Kind.MEASURE
    if sort is Sort.EVENT and scene.does("continue") and not continues_state(scene):
        return Kind.STANDING
    if predicate.is_passive and not scene.does("state-passive") and _is_under_rule(scene):
        return Kind.MEASURE
    return None


def _ahead(scene: Scene, predicate: Predicate) -> Sequence[str]:
    """The first words of what is done."""
    return scene.tokens.lows[predicate.at + 1 : predicate.at + 4]


def _is_number(scene: Scene, predicate: Predicate) -> bool:
    return any(low[0].isdigit() for low in _ahead(scene, predicate)[:1])


def is_signing(scene: Scene) -> bool:
    """Whether an agreement is to be signed."""
    head = scene.subject.head if scene.subject.head is not None else -1
    return scene.is_in("agreements", head) and scene.does("signing")


def begins_effect(scene: Scene, predicate: Predicate) -> bool:
    """Whether what will be done is to take effect or to expire."""
    lows, rules = scene.tokens.lows, scene.lexicon.rules
    return any(
        rule.cue == "effect" and rule.frame == "any"
        and match_end(rule.elements, lows, predicate.at) is not None
        for rule in rules.get(lows[predicate.at], ())
    )  # fmt: skip


def kind_under(scene: Scene) -> Kind | None:
    """What is done "under the agreement" is agreed; "under the plan" it is intended."""
    classes, lows = scene.lexicon.classes, scene.tokens.lows
    if scene.is_in("prepositions", 0) and scene.is_in(
        "exchange-words", 1
    ):  # "In return, the town receives shares"
        return Kind.AGREEMENT
    before = range(max(0, scene.subject.first - 1))
    if any(scene.is_in("agreements", i) and scene.is_in("means-words", i + 1) for i in before):
        return Kind.AGREEMENT  # "the deal means that both will pay"
    for i in range(len(lows)):
        if not scene.is_in("under", i):
            continue
        # What is meant by "under which" stands before it.
        is_relative = scene.is_in("relative", i + 1)
        ahead = lows[max(0, i - _NOUN_BEFORE) : i] if is_relative else lows[i + 1 : i + 6]
        if not classes["agreements"].isdisjoint(ahead) or not classes["terms"].isdisjoint(ahead):
            return Kind.AGREEMENT
        if not classes["under-plans"].isdisjoint(ahead):
            return Kind.INTENTION
    return None


def _is_under_rule(scene: Scene) -> bool:
    """Whether it is told with "under the new rules"."""
    rules = scene.lexicon.classes["rules"] - scene.lexicon.classes["plans"]
    lows = scene.tokens.lows
    return any(
        scene.is_in("under", i) and not rules.isdisjoint(lows[i + 1 : i + 6])
        for i in range(len(lows))
    )


def _acting_kind(scene: Scene, predicate: Predicate) -> Kind | None:  # noqa: PLR0911 - as rules go
    """What somebody will do, keep doing, or not do."""
    is_near = predicate.at - scene.match.end < _NEAR
    is_agent = scene.is_agent or (scene.sort is Sort.NONE and is_near)
    if predicate.is_passive and not scene.is_in("ready-words", predicate.at):
        return _undergone_kind(scene, predicate)
    if is_agent and _goes_on_doing(scene, predicate):
        return Kind.STANDING
    if scene.does("continue"):
        return Kind.STANDING if _goes_on(scene, predicate, is_agent=is_agent) else None
    is_placed = predicate.bases == {"be"} and scene.is_in("places", predicate.at + 1)
    if is_placed and scene.has_future and scene.is_agent and not predicate.is_negated:
        return Kind.PROMISE  # "marshals will be on all flights by May"
    if is_appointment(scene, predicate) or _is_stake(scene, predicate):
        return Kind.INTENTION if scene.does("counted") else Kind.PROMISE
    # not "it will require patience"
    is_named = not scene.is_in("pronouns-thing", scene.subject.head or 0)
    if is_agent and is_named and scene.does("oblige") and not predicate.is_negated:
        return Kind.MEASURE if scene.has_future else Kind.PROMISE
    if is_agent:
        offered = _offered_kind(scene, predicate)
        if offered is not None:
            return offered
        if scene.is_in("public", scene.subject.head or 0) and not predicate.is_negated:
            return Kind.PROMISE if scene.does("granted") else None
        # "it will annoy them": of a thing only a known act is one
        is_known = is_named or scene.does("base") or scene.does("progressive-acts")
        if is_known and is_act(scene, predicate):
            return _agents_kind(scene, predicate)
    return _things_kind(scene, predicate)


def _undergone_kind(scene: Scene, predicate: Predicate) -> Kind | None:
    """As in "the plant will be closed": somebody has decided it."""
    if is_loss_of_jobs(scene):
        return Kind.PROMISE
    if scene.does("state-passive"):
        return None
    is_kept = predicate.is_negated or scene.does("continue")
    return Kind.STANDING if is_kept else Kind.PROMISE


def _goes_on_doing(scene: Scene, predicate: Predicate) -> bool:
    """As in "will go on working"."""
    lows, at = scene.tokens.lows, predicate.at
    is_on = scene.does("going") and scene.is_in("on-words", at + 1)
    return is_on and at + 2 < len(lows) and is_gerund(lows[at + 2], scene.lexicon)


def _goes_on(scene: Scene, predicate: Predicate, *, is_agent: bool) -> bool:
    """Whether somebody keeps doing it, or a thing is kept as it is: "will remain closed"."""
    is_kept = scene.sort in (Sort.THING, Sort.LIKELY)
    if is_kept and scene.is_in("remain-states", predicate.at + 1):
        return True
    return is_agent and not continues_state(scene)


def _offered_kind(scene: Scene, predicate: Predicate) -> Kind | None:
    """As in "will be ready to", an offer or a threat; "will be able to" is promised."""
    at = predicate.at + (predicate.bases == {"be"})
    if scene.is_in("ready-words", at) and scene.is_in("to-words", at + 1):
        is_hostile = scene.is_in("hostile-words", at + 2)
        is_threat = is_hostile and has_condition(scene.tokens, scene.lexicon)
        return Kind.THREAT if is_threat else Kind.OFFER
    is_enabled = predicate.bases == {"be"} and scene.is_in("able", at)
    return Kind.PROMISE if is_enabled and not predicate.is_negated else None


def _agents_kind(scene: Scene, predicate: Predicate) -> Kind:
    """What an agent's own act is, told by how it is told."""
    governor = governor_of(scene.tokens, scene.subject.first, scene.lexicon)
    if governor is Governor.DENIAL or predicate.is_negated or scene.does("refrain"):
        return Kind.STANDING
    if _is_threat(scene, predicate, governor):
        return Kind.THREAT
    ahead = scene.tokens.lows[predicate.at + 1 : predicate.at + _EVENT_WITHIN]
    if scene.does("holding") and not scene.lexicon.classes["called-events"].isdisjoint(ahead):
        return Kind.MEASURE
    if scene.does("considered") or scene.does("holding") or scene.does("attempt"):
        return Kind.INTENTION
    is_still = any(scene.is_in("still-words", i) for i in range(scene.match.end, predicate.at))
    return Kind.STANDING if is_still else Kind.PROMISE


def _things_kind(scene: Scene, predicate: Predicate) -> Kind | None:
    """As in "the plant will close": a change that somebody decides, and tells of a thing."""
    if is_loss_of_jobs(scene) or _costs_jobs(scene, predicate):
        return Kind.PROMISE
    head = scene.subject.head if scene.subject.head is not None else -1
    chances = scene.lexicon.classes["chances"]
    is_laid_down = scene.is_in("agreements", head) and scene.does("lays-down")
    if is_laid_down and chances.isdisjoint(scene.tokens.lows[predicate.at : scene.end]):
        return Kind.AGREEMENT
    outlets = scene.tokens.lows[predicate.at + 1 : predicate.at + 4]
    is_sold = not scene.lexicon.classes["outlets"].isdisjoint(outlets)
    goes = scene.is_in("movement-goals", predicate.at + 1) and not scene.does("reaching")
    goes = scene.does("movement") and (goes or is_sold)
    if predicate.bases == {"be"} and scene.is_in("idle-states", predicate.at + 1):
        return None if predicate.is_negated else Kind.PROMISE
    if predicate.is_negated or not (scene.does("change") or scene.does("designed") or goes):
        return None
    return Kind.THREAT if _has_negative_condition(scene) and scene.does("change") else Kind.PROMISE


def is_loss_of_jobs(scene: Scene) -> bool:
    """As in "4,000 jobs will go", "posts will be lost": somebody has decided it."""
    head = scene.subject.head if scene.subject.head is not None else -1
    return scene.is_in("jobs", head) and scene.does("go-lost")


def _costs_jobs(scene: Scene, predicate: Predicate) -> bool:
    """As in "will mean the loss of 300 jobs": a detail of what is decided."""
    ahead = scene.tokens.lows[predicate.at + 1 : predicate.at + 9]
    return scene.does("brings-about") and not scene.lexicon.classes["jobs"].isdisjoint(ahead)


def is_appointment(scene: Scene, predicate: Predicate) -> bool:
    """Whether somebody will take up an office: "will become chairman"."""
    if predicate.is_negated or not scene.does("become"):
        return False
    ahead = scene.tokens.lows[predicate.at + 1 : predicate.at + 5]
    return not scene.lexicon.classes["role-nouns"].isdisjoint(ahead)


def _is_stake(scene: Scene, predicate: Predicate) -> bool:
    """Whether a detail of a plan is told in numbers: "will have a 35 percent stake"."""
    ahead = scene.tokens.lows[predicate.at + 1 : predicate.at + 4]
    return scene.does("counted") and any(
        low[0].isdigit() or low in scene.lexicon.classes["numbers"] for low in ahead
    )


def is_act(scene: Scene, predicate: Predicate) -> bool:
    """Whether an agent decides on it: "increase production", not "increase by half"."""
    if not scene.does("state"):
        return True
    if scene.does("makes"):
        ahead = scene.tokens.lows[predicate.at + 1 : predicate.at + _EVENT_WITHIN]
        return not scene.lexicon.classes["made-things"].isdisjoint(ahead)
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
    is_warned = not scene.lexicon.classes["warned"].isdisjoint(scene.tokens.lows[scene.end :])
    if governor is Governor.WARNING or is_warned or _has_unless(scene):
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
        if scene.is_in("be-words", after + 1) and scene.is_in("articles", after + 2):
            return not scene.is_agent  # "will continue to be the owner"
        inner = predicate_after(scene.tokens, after + 1, scene.lexicon)
        return inner is None or (
            inner.is_any_of(scene.lexicon.classes["state"]) and not inner.is_passive
        )
    return False
