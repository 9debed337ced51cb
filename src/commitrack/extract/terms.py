"""Terms: the agreement, the plan or the rule under which something is told to be done."""

from commitrack.domain.vocabulary import Kind
from commitrack.extract.scenes import Scene

_WITHIN = 5


def kind_under(scene: Scene) -> Kind | None:
    """What is done "under the agreement" is agreed; "under the plan" it is intended."""
    if _is_exchange(scene) or _is_meant_by_agreement(scene):
        return Kind.AGREEMENT
    for at in range(len(scene.tokens.lows)):
        if _is_part(scene, at) and _kind_named(scene, at) is Kind.AGREEMENT:
            return Kind.AGREEMENT
        if scene.is_in("under", at) and (kind := _kind_named(scene, at)):
            return kind
    return None


def is_under_rule(scene: Scene) -> bool:
    """As in "under the new rules"."""
    rules = scene.lexicon.classes["rules"] - scene.lexicon.classes["plans"]
    lows = scene.tokens.lows
    return any(
        scene.is_in("under", at) and not rules.isdisjoint(lows[at + 1 : at + 1 + _WITHIN])
        for at in range(len(lows))
    )


def _is_part(scene: Scene, at: int) -> bool:
    """As in "as part of the deal"."""
    return scene.is_in("part-of", at) and scene.is_in("partitives", at + 1)


def _is_exchange(scene: Scene) -> bool:
    """As in "In return, the town receives shares"."""
    return scene.is_in("prepositions", 0) and scene.is_in("exchange-words", 1)


def _is_meant_by_agreement(scene: Scene) -> bool:
    """As in "the deal means that both will pay"."""
    return any(
        scene.is_in("agreements", at) and scene.is_in("means-words", at + 1)
        for at in range(max(0, scene.match.first - 1))
    )


def _kind_named(scene: Scene, under: int) -> Kind | None:
    """The kind of what "under" names; what is meant by "under which" stands before it."""
    is_before = scene.is_in("relative", under + 1)
    first = max(0, under - _WITHIN) if is_before else under + 1
    end = under if is_before else under + 1 + _WITHIN
    if scene.has("terms", first, end) and scene.has("proposals", first, end):
        return Kind.OFFER  # "under the terms of the proposal"
    if scene.has("agreements", first, end) or scene.has("terms", first, end):
        return Kind.AGREEMENT
    return Kind.INTENTION if scene.has("under-plans", first, end) else None
