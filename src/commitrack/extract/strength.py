"""Strength: how exactly a statement can be tested, and the instrument that lays it down."""

from commitrack.domain.candidate import DatedRole
from commitrack.extract.kinds import Scene


def precision_of(scene: Scene, by: tuple[str, ...], dates: tuple[DatedRole, ...]) -> int:
    """One each for a named actor, a testable act or a number, a date (0 to 3)."""
    has_name = any(party[:1].isupper() for party in by)
    stretch = scene.tokens.lows[scene.match.first : scene.end]
    is_testable = any(word[0].isdigit() for word in stretch) or (
        scene.predicate is not None
        and (scene.predicate.is_passive or not scene.does("state"))
        and not scene.does("vague-acts")
    )
    return has_name + is_testable + bool(dates)


def instrument_of(scene: Scene) -> str | None:
    """The strongest instrument that the sentence names as what lays it down."""
    lows = scene.tokens.lows
    phrases = scene.lexicon.phrases
    text = f" {' '.join(lows)} "
    for entry in phrases["instruments"]:
        words, _, rung = entry.partition("=")
        if f" {words} " in text:
            return rung
    return None
