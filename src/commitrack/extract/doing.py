"""Doing: whether what a verb tells is an act that somebody decides on, a result or a state."""

from commitrack.extract.cues import rules_at
from commitrack.extract.scenes import Scene
from commitrack.extract.subjects import Sort
from commitrack.extract.verbs import is_adverb, predicate_after

_OBJECT_WITHIN, _MADE_WITHIN, _OFFICE_WITHIN = 3, 6, 4


def is_act(scene: Scene) -> bool:
    """As in "increase production", "have talks", "help build", not "increase by half"."""
    if not scene.does("state"):
        return scene.predicate is not None
    if scene.does("makes"):
        return scene.does_to("made-things", _MADE_WITHIN)
    if scene.does("having"):
        return scene.does_to("held-things", _MADE_WITHIN)
    if scene.does("helping"):
        return scene.does_to("base") and not scene.head_is("pronouns-thing")
    if scene.does("losing"):
        return scene.does_to("jobs", _OBJECT_WITHIN)  # "are to lose their jobs"
    return scene.does("ambitransitive") and _has_object(scene)


def _has_object(scene: Scene) -> bool:
    if scene.predicate is None:
        return False
    after, lows = scene.predicate.at + 1, scene.tokens.lows
    if after >= len(lows) or not lows[after][0].isalpha():
        return False
    return not (scene.is_in("prepositions", after) or is_adverb(lows[after], scene.lexicon))


def is_done_to(scene: Scene) -> bool:
    """As in "will be closed": the subject undergoes what somebody decides on."""
    return scene.is_passive and not scene.does("state-passive")


def aims_at_result(scene: Scene) -> bool:
    """As in "would break even by 2011": an agent sets itself a result by a time."""
    if not scene.does("goal-verbs") or not scene.is_agent:
        return False
    return scene.is_timed and scene.does_to("goal-results", _OBJECT_WITHIN)


def is_counted_result(scene: Scene) -> bool:
    """As in "hopes to sell 20,000 of them by May"."""
    if not scene.has_future or not scene.does("counted-results"):
        return False
    after = scene.match.end
    return any(scene.is_number(at) for at in range(after, after + 1 + _OBJECT_WITHIN))


def is_brought_to_number(scene: Scene) -> bool:
    """As in "be reduced to 480,000 by May": a result in numbers, and its time."""
    if not scene.has_future or not (scene.does("quantity") or scene.does("bringing")):
        return False
    return any(
        scene.is_in("to-words", at) and scene.is_number(at + 1)
        for at in range(scene.match.end, scene.end)
    )


def is_appointment(scene: Scene) -> bool:
    """As in "will become chairman": somebody takes up an office."""
    if scene.is_not_done or not scene.does("become"):
        return False
    return scene.does_to("role-nouns", _OFFICE_WITHIN)


def is_signing(scene: Scene) -> bool:
    """As in "the pact will be signed"."""
    return scene.head_is("agreements") and scene.does("signing")


def is_dated_signing(scene: Scene) -> bool:
    """As in "the pact will be signed on Friday"."""
    return is_signing(scene) and scene.has_future


def begins_effect(scene: Scene) -> bool:
    """As in "will take effect", "will expire"."""
    if scene.predicate is None:
        return False
    found = rules_at(scene.tokens, scene.predicate.at, scene.lexicon)
    return any(rule.cue == "effect" and rule.frame == "any" for rule in found)


def is_loss_of_jobs(scene: Scene) -> bool:
    """As in "4,000 jobs will go", "posts will be lost": somebody has decided it."""
    return scene.head_is("jobs") and scene.does("go-lost")


def continues_state(scene: Scene) -> bool:
    """As in "will continue to grow": what goes on is a state."""
    if scene.predicate is None or not scene.does_to("to-words"):
        return False
    verb = scene.predicate.at + 2
    if scene.is_in("be-words", verb) and scene.is_in("articles", verb + 1):
        return scene.sort is not Sort.AGENT  # "will continue to be the owner"
    inner = predicate_after(scene.tokens, verb, scene.lexicon)
    return inner is None or (
        inner.is_any_of(scene.lexicon.classes["state"]) and not inner.is_passive
    )


def goes_on_acting(scene: Scene) -> bool:
    """As in "will continue to build": what goes on is no state."""
    return scene.does("continue") and not continues_state(scene)


def leaves_unchanged(scene: Scene) -> bool:
    """As in "will leave its rates unchanged"."""
    return scene.does("leaving") and scene.has("unchanged-words", scene.match.end, scene.end)


def is_elliptic(scene: Scene) -> bool:
    """As in "has urged them to do so": what is to be done stands elsewhere."""
    if scene.predicate is None or not scene.does("do-words"):
        return False
    after = scene.predicate.at + 1
    lows = scene.tokens.lows
    return after >= len(lows) or not lows[after][0].isalnum() or scene.is_in("so-words", after)
