"""Bonds: promises, agreements, threats, offers and demands, judged."""

from collections.abc import Callable

from commitrack.domain.candidate import Untracked
from commitrack.domain.vocabulary import Kind
from commitrack.extract.acts import continues_state
from commitrack.extract.governing import is_reported
from commitrack.extract.scenes import Scene
from commitrack.extract.subjects import Sort
from commitrack.extract.verbs import is_gerund
from commitrack.extract.verdicts import (
    Verdict,
    is_before_another,
    is_denied_within,
    is_done_so,
    is_habit,
    is_long_past,
    is_negated,
    is_nobodys,
    is_noun_use,
    is_overtaken,
    is_past,
    is_past_perfect,
    is_told_by_another,
    is_unreal,
    under_condition,
    verdict,
)

_WITH_OBJECT = 3
"""Tokens of "wants it to": fewer name nobody who is to act."""


def binding(kind: Kind, obligation: int) -> Callable[[Scene], Verdict | None]:
    """A cue by which somebody binds himself, whether told in the present or in the past."""

    def judged(scene: Scene) -> Verdict | None:  # noqa: PLR0911 - a rule a return
        if is_noun_use(scene) or is_unreal(scene) or is_negated(scene) or is_nobodys(scene):
            return None
        if scene.sort is Sort.PRICE:
            return None
        is_reported_here = is_told_by_another(scene)
        if scene.is_past or is_overtaken(scene) or is_long_past(scene) or is_before_another(scene) or (
            is_past_perfect(scene) and not is_reported_here and not scene.has_future
        ):
            return verdict(scene, Untracked.HISTORY, 0)
        opener = scene.subject.first - 1
        is_when = scene.is_in("whens", opener) and not scene.has_future
        is_by_the_way = kind is Kind.STANDING and scene.is_in("clause-words", opener)
        is_by_the_way = is_by_the_way or is_when
        if is_past(scene) and is_by_the_way and not is_reported_here:
            return verdict(scene, Untracked.HISTORY, 0)
        if under_condition(scene):
            return verdict(scene, Untracked.HYPOTHESIS, 0)
        if kind is Kind.STANDING and scene.does("disclosure"):
            return verdict(scene, Untracked.HISTORY, 0)
        is_refusal = scene.match.rule.cue == "refusal"
        needs_actor = is_refusal or kind in (Kind.THREAT, Kind.OFFER, Kind.TARGET)
        if needs_actor and not scene.may_act:
            return None
        if _is_told_after(scene) or is_done_so(scene) or _is_of_document(scene, kind):
            return None
        if kind is Kind.OFFER and (_is_attempt(scene) or is_denied_within(scene)):
            return None
        if scene.is_in("ready-idioms", scene.match.end) and kind is Kind.OFFER:
            return None
        is_passive = kind in (Kind.STANDING, Kind.THREAT)
        was_done = is_passive and scene.is_in("be", scene.match.first - 1)
        if was_done and not is_gerund(scene.low, scene.lexicon):
            return None  # "was ruled out"
        if (
            scene.match.rule.frame == "infinitive"
            and scene.predicate
            and scene.predicate.bases == {"be"}
            and not scene.is_agent
        ):
            return None
        if kind is Kind.OFFER and _is_hostile_readiness(scene):
            return verdict(scene, Kind.THREAT, obligation)
        return verdict(scene, _as_standing(scene, kind), obligation)

    return judged


def _is_told_after(scene: Scene) -> bool:
    """As in "after refusing to", "accused of promising": told of what was."""
    is_going_on = is_gerund(scene.low, scene.lexicon)
    return is_going_on and scene.is_in("after-of-words", scene.match.first - 1)


def _is_of_document(scene: Scene, kind: Kind) -> bool:
    """As in "the report ruled out": no stand of anybody."""
    head = scene.subject.head if scene.subject.head is not None else -1
    return kind is Kind.STANDING and scene.is_in("documents", head)


def _is_attempt(scene: Scene) -> bool:
    """As in "launched a bid to rescue": to try, not to offer."""
    last = scene.match.end - 1
    if not scene.is_in("bids", last) or not scene.is_in("to-words", last + 1):
        return False
    return not scene.is_in("buying", last + 2)


def _is_hostile_readiness(scene: Scene) -> bool:
    """As in "is prepared to retaliate": no offer."""
    within = scene.tokens.lows[scene.match.first : scene.match.end]
    is_ready = not scene.lexicon.classes["ready-words"].isdisjoint(within)
    return is_ready and scene.is_in("hostile-words", scene.predicate.at if scene.predicate else -1)


def _as_standing(scene: Scene, kind: Kind) -> Kind:
    """A decision not to do, or to go on, is a standing one; a promise stays one."""
    within = scene.tokens.lows[scene.match.first : scene.match.end]
    is_negated_act = not scene.lexicon.classes["not"].isdisjoint(within)
    goes_on = scene.does("continue") and not continues_state(scene)
    is_standing = scene.match.rule.cue == "decision" and scene.match.rule.frame == "infinitive"
    return Kind.STANDING if is_standing and (is_negated_act or goes_on) else kind


def judge_demand(scene: Scene) -> Verdict | None:  # noqa: PLR0911 - a rule a return
    """As in "urged", "called on": what another is asked to do."""
    if scene.is_in("agreements", scene.subject.head if scene.subject.head is not None else -1):
        return verdict(scene, Kind.AGREEMENT, 3)
    is_plain = scene.is_in("demand-nouns", scene.match.first) and not _is_plural(scene)
    if is_plain and scene.match.end - scene.match.first == 1:
        return None  # "weak domestic demand"
    is_called_for = scene.is_in("demand-nouns", scene.match.first)
    if is_called_for and scene.is_in("prepositions", scene.match.first + 1):
        return None
    if scene.sort is Sort.RULE and scene.is_in("calling", scene.match.first):
        is_agreed = scene.is_in("terms", scene.subject.head or 0)
        return verdict(scene, Kind.AGREEMENT if is_agreed else Kind.INTENTION, 2)
    if scene.subject.head is None and not is_gerund(scene.low, scene.lexicon):
        return None
    if scene.is_in("be", scene.match.first - 1) and not is_gerund(scene.low, scene.lexicon):
        return None
    if (
        is_noun_use(scene)
        or is_unreal(scene)
        or is_nobodys(scene)
        or is_habit(scene)
        or _is_of_nobody(scene)
        or scene.does("comment-words")
        or scene.is_in("comment-words", scene.match.end)
    ):
        return None
    was = scene.is_in("be-past", scene.match.first - 1)
    is_over = was and not is_reported(scene.tokens, scene.lexicon)
    is_when = is_past(scene) and scene.is_in("whens", scene.subject.first - 1)
    if (
        scene.is_past
        or (is_when and not scene.has_future)
        or is_before_another(scene)
        or is_past_perfect(scene)
        or is_negated(scene)
        or is_over
    ):
        return verdict(scene, Untracked.HISTORY, 0)
    is_own = scene.match.rule.frame == "infinitive" and is_own_request(scene)
    if is_own or is_done_so(scene):
        return None
    return verdict(scene, Kind.DEMAND, 2)


def _is_plural(scene: Scene) -> bool:
    """Whether the word before the cue can be the subject of a plural verb."""
    before = scene.match.first - 1
    ending = scene.lexicon.phrases["plural-endings"]
    is_plural = before >= 0 and scene.tokens.lows[before].endswith(ending)
    return is_plural or scene.is_in("pronouns-plural", before)


def _is_of_nobody(scene: Scene) -> bool:
    """Whether a thing, or people at large, would be who demands it; "by calling on" tells not."""
    if scene.is_in("by-words", scene.match.first - 1):
        return False
    head = scene.subject.head if scene.subject.head is not None else -1
    is_people = scene.is_in("public", head)
    if scene.is_in("documents", head):
        return False  # "a statement called for"
    return is_people or scene.sort in (Sort.THING, Sort.PRICE)


def is_own_request(scene: Scene) -> bool:
    """As in "asked to remain anonymous": nobody else is asked to act."""
    first, last = scene.match.first + 1, scene.match.end - 1
    if scene.is_in("first-objects", first):
        return True  # "told me to"
    is_bare = all(scene.is_in("not", i) for i in range(first, last))
    return is_bare and scene.is_in("to-words", last)


def judge_order(scene: Scene) -> Verdict | None:
    """As in "ordered to": a measure where it has a date, else a demand."""
    found = judge_demand(scene)
    if found is not None and found.kind is Kind.DEMAND and scene.has_future:
        return verdict(scene, Kind.MEASURE, 4)
    return found


def judge_provision(scene: Scene) -> Verdict | None:
    """What an agreement or a plan lays down: "the accord requires"."""
    head = scene.subject.head if scene.subject.head is not None else -1
    if is_noun_use(scene) or is_unreal(scene):
        return None
    if scene.is_in("agreements", head):
        return verdict(scene, Kind.AGREEMENT, 3)
    return None


def untracked(kind: Untracked) -> Callable[[Scene], Verdict | None]:
    """A cue of what binds nobody."""

    def judged(scene: Scene) -> Verdict | None:
        return verdict(scene, kind, 0)

    return judged


def judge_want_object(scene: Scene) -> Verdict | None:
    """As in "wants the board to sell": weaker than a demand, of the same kind."""
    if scene.match.end - scene.match.first < _WITH_OBJECT:
        return None
    found = judge_demand(scene)
    return found._replace(obligation=1) if found and found.obligation else None
