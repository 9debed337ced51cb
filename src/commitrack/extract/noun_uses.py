"""Noun uses: whether a word that may be a verb is a noun here."""

from commitrack.extract.polarity import goes_on, is_inflected
from commitrack.extract.scenes import Scene
from commitrack.extract.verbs import is_adverb, is_gerund

_OBJECT_WITHIN, _PHRASE_WITHIN = 4, 5


def is_noun_use(scene: Scene) -> bool:
    """As in "the demand", "its plan"."""
    before = scene.match.first - 1
    if before < 0 or is_gerund(scene.low, scene.lexicon) or goes_on(scene):
        return False
    return (
        (scene.is_in("determiners", before) and not _is_floating(scene))
        or _is_attribute(scene)
        or (scene.is_in("possessive", before) and not _is_short_have(scene))
        or scene.is_in("prepositions", before)
        or _is_object(scene)
        or _ends_phrase(scene)
    )


def _is_short_have(scene: Scene) -> bool:
    """As in "he's promised to"."""
    owner = scene.match.first - 2
    return scene.is_in("nominatives", owner) or scene.is_in("pronouns-it", owner)


def _is_floating(scene: Scene) -> bool:
    """Whether the word before belongs to the subject: "have both called on", "the two hope to"."""
    before = scene.match.first - 1
    if scene.is_in("auxiliaries", before - 1):
        return True
    return scene.is_in("numbers", before) and not is_inflected(scene)


def _is_attribute(scene: Scene) -> bool:
    """As in "the recently announced deal"."""
    before = scene.match.first - 1
    has_ending = scene.low.endswith(scene.lexicon.phrases["verb-endings"])
    if not has_ending or not scene.is_in("possessive-words", before - 1):
        return False
    return is_adverb(scene.tokens.lows[before], scene.lexicon)


def _is_object(scene: Scene) -> bool:
    """As in "ignored orders to": a noun in the plural after a verb in the past."""
    lexicon, first = scene.lexicon, scene.match.first
    if not scene.low.endswith(lexicon.phrases["plural-endings"]):
        return False
    start = max(scene.subject.first + 1, first - _OBJECT_WITHIN)
    has_verb = any(
        lexicon.is_past_verb(word)
        for word in scene.tokens.words[start:first]
        if not word[0].isupper()  # "United States"
    )
    return has_verb and scene.subject.end == first


def _ends_phrase(scene: Scene) -> bool:
    """As in "a $400 million plan to", "a bedrock promise": what "a" opens is not a verb."""
    if scene.match.rule.frame != "infinitive" and not scene.starts_with("noun-verbs"):
        return False
    before = scene.match.first - 1
    for i in range(before, max(-1, before - _PHRASE_WITHIN), -1):
        if scene.is_in("singular-articles", i):
            return not is_inflected(scene)
        if _stops_phrase(scene, i):
            return False
    return False


def _stops_phrase(scene: Scene, at: int) -> bool:
    is_word = scene.tokens.lows[at][0].isalnum() or scene.is_in("money", at)
    return not is_word or scene.is_in("auxiliaries", at) or scene.is_in("prepositions", at)
