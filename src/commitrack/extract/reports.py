"""Reports: what a sentence as a whole tells of who speaks, and of conditions."""

from commitrack.extract.scenes import Scene

_NEAR = 5
_TELLING = ("said", "believe", "according")


def is_reported(scene: Scene) -> bool:
    """Whether the sentence tells what somebody said."""
    return scene.has("said", 0) or scene.has("according", 0)


def is_told_by_another(scene: Scene) -> bool:
    """Whether the sentence tells what somebody said, in other words than the cue's own."""
    lows, match, classes = scene.tokens.lows, scene.match, scene.lexicon.classes
    around = (*lows[: match.first], *lows[match.end :])
    return not classes["said"].isdisjoint(around) or not classes["according"].isdisjoint(around)


def is_forecast_by_profession(scene: Scene) -> bool:
    """Whether somebody whose trade is to forecast is said to speak or to believe."""
    if not scene.has("forecasters", 0):
        return False
    lows = scene.tokens.lows
    return any(
        scene.is_in("forecasters", i)
        and not scene.is_in("telling-words", i - 1)
        and _speaks(scene, i)
        for i in range(len(lows))
    )


def _speaks(scene: Scene, who: int) -> bool:
    """Whether a verb of saying or believing stands near a word, not past the next comma."""
    lows, classes = scene.tokens.lows, scene.lexicon.classes
    after = lows[who + 1 : who + _NEAR]
    near = lows[max(0, who - _NEAR) : who] + after[: after.index(",") if "," in after else None]
    return any(not classes[name].isdisjoint(near) for name in _TELLING)


def has_condition(scene: Scene) -> bool:
    """Whether the sentence has a condition: "if", or "should" at its beginning."""
    return scene.is_in("inverted-if", 0) or scene.has("if", 0)
