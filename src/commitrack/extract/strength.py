"""Strength: how exactly a statement can be tested, and the instrument that lays it down."""

from commitrack.domain.candidate import DatedRole
from commitrack.extract.scenes import Scene


def precision_of(scene: Scene, by: tuple[str, ...], dates: tuple[DatedRole, ...]) -> int:
    """One each for a named actor, a testable act or a number, a date (0 to 3)."""
    has_name = any(party[:1].isupper() for party in by)
    stretch = scene.tokens.lows[scene.match.first : scene.end]
    has_number = any(low[0].isdigit() for low in stretch)
    predicate = scene.predicate
    is_act = predicate is not None and (predicate.is_passive or not scene.does("state"))
    is_testable = has_number or (is_act and not scene.does("vague-acts"))
    return has_name + is_testable + bool(dates)


def instrument_of(scene: Scene) -> str | None:
    """The strongest instrument that the statement's own words name, from its clause on."""
    lows, classes = scene.tokens.lows, scene.lexicon.classes
    own, whole = f" {' '.join(lows[scene.opening : scene.end])} ", f" {' '.join(lows)} "
    act = scene.predicate.at if scene.predicate else scene.match.end
    # Who will adopt a law is not bound by it yet.
    is_made = scene.does("law-making") or scene.is_in("law-makers", act)
    before = f" {' '.join(lows[scene.opening : act])} " if is_made else own
    for entry in scene.lexicon.phrases["instruments"]:
        name, _, rung = entry.partition("=")
        if f" {name} " in (whole if rung in classes["told-in"] else before):
            return rung
    return None
