"""Conditioned: acts that hang on what another does, threatened or offered."""

from commitrack.extract.clauses import Subject, subject_before
from commitrack.extract.conditions import condition_tokens
from commitrack.extract.reports import has_condition
from commitrack.extract.scenes import Scene
from commitrack.extract.subjects import Sort, sort_of
from commitrack.extract.verbs import bases_of

_OBJECT_WITHIN, _AGAINST_WITHIN, _PRICE_WITHIN = 4, 6, 3
_WARNED_WITHIN, _FORCE_WITHIN = 8, 3


def is_threat(scene: Scene) -> bool:
    """As in "will strike unless", "will use force if", "will go, they warned"."""
    if scene.has("warned", scene.end, scene.end + _WARNED_WITHIN) or scene.has("unless", 0):
        return True
    if awaits_another(scene) or is_retaliation(scene):
        return True
    if _is_to_pay(scene) or is_veto(scene):
        return True
    if has_condition(scene) and _breaks_off(scene):
        return True
    is_aimed = has_condition(scene) or scene.does_to("against-words", _AGAINST_WITHIN)
    return is_aimed and is_hostile(scene)


def is_retaliation(scene: Scene) -> bool:
    """As in "will retaliate", "vowed to strike back", "would respond in kind"."""
    if scene.does("responding") and scene.does_to("forceful-words", _FORCE_WITHIN):
        return True
    is_back = scene.does("striking") and scene.does_to("back-words")
    return is_back or scene.does("retaliating")


def is_hostile(scene: Scene) -> bool:
    """As in "will retaliate", "will impose sanctions"."""
    if scene.does("hostile-acts"):
        return True
    return scene.does("hostile") and scene.does_to("hostile-nouns", _OBJECT_WITHIN)


def is_veto(scene: Scene) -> bool:
    """As in "the president would veto the bill"; "I will veto it" is his promise."""
    return scene.does("vetoing") and not scene.head_is("pronouns-first")


def _breaks_off(scene: Scene) -> bool:
    """As in "will leave the coalition", "would recall its ambassador"."""
    return scene.does("breaking-off") and scene.does_to("ties", _OBJECT_WITHIN)


def is_threatened(scene: Scene) -> bool:
    """As in "will be sold unless", "will be taken to court if"."""
    is_hostile = scene.does_to("hostile-nouns", _OBJECT_WITHIN) and has_condition(scene)
    return is_hostile or awaits_another(scene)


def awaits_another(scene: Scene) -> bool:
    """As in "unless", "if they refuse to", "if the firm does not", "if it is not paid"."""
    return any(_is_unmet(scene, at) for at in condition_tokens(scene))


def is_unless_another_acts(scene: Scene) -> bool:
    """As in "unless the owner pays", "unless it is lifted", but not "unless a rival comes"."""
    found = condition_tokens(scene)
    if not found or not scene.is_in("unless", found[0]):
        return False
    is_demanded = any(scene.is_in("be", at) and scene.is_in("demanded", at + 1) for at in found)
    return is_demanded or _opens_with_agent(scene, found[0] + 1)


def hangs_on_acceptance(scene: Scene) -> bool:
    """As in "would withdraw if they agreed to talks", "would withdraw in exchange for"."""
    if scene.match.rule.cue == "would" and _is_in_exchange(scene):
        return True
    found = condition_tokens(scene)
    if not found or scene.is_in("even-words", found[0] - 1):
        return False
    first, end = found[0], found[-1] + 1
    return not scene.has("not", first, end) and any(_is_accepted(scene, at) for at in found)


def _is_accepted(scene: Scene, at: int) -> bool:
    """As in "if they agree", "if asked", but not "if the rain stops"."""
    if scene.is_in("granted-words", at):
        return True
    return scene.is_in("acceptances", at) and _is_by_agent(scene, at)


def _is_by_agent(scene: Scene, verb: int) -> bool:
    """Whether the subject of a verb is one who acts."""
    subject = subject_before(scene.tokens, verb, scene.lexicon)
    return sort_of(scene.tokens, subject, scene.lexicon) is Sort.AGENT


def _is_in_exchange(scene: Scene) -> bool:
    """As in "in return for a truce"."""
    return any(
        scene.is_in("exchange-words", at) and scene.is_in("for-words", at + 1)
        for at in range(scene.match.end, scene.end)
    )


def _is_unmet(scene: Scene, at: int) -> bool:
    """Whether a word of the condition tells that another does not do what is asked."""
    if scene.is_in("unless", at):
        return True
    if scene.is_in("failing-words", at):
        return scene.is_in("to-words", at + 1)
    if scene.is_in("there-words", at):
        return scene.is_in("be", at + 1) and scene.is_in("nobody", at + 2)
    if not scene.is_in("not", at + 1):
        return False
    if scene.is_in("be", at):
        return scene.is_in("demanded", at + 2)
    return scene.is_in("do-forms", at) and _is_others(scene, at)


def _is_others(scene: Scene, at: int) -> bool:
    """Whether one who acts does not do it: not "if it does not rain", "if they do not win"."""
    verbs = scene.tokens.lows[at + 2 : at + 3]
    state = scene.lexicon.classes["state"]
    if any(not bases_of(verb, scene.lexicon).isdisjoint(state) for verb in verbs):
        return False
    return _is_by_agent(scene, at)


def _opens_with_agent(scene: Scene, at: int) -> bool:
    """Whether a name, a pronoun or a noun for one who acts stands at the token or after "the"."""
    at += scene.is_in("determiners", at)
    if at >= len(scene.tokens.lows):
        return False
    found = sort_of(scene.tokens, Subject(at, at + 1, at), scene.lexicon)
    return found is Sort.AGENT


def _is_to_pay(scene: Scene) -> bool:
    """As in "will pay a heavy price for", "will pay dearly", but not "a price of $5"."""
    if scene.predicate is None or not scene.does("paying"):
        return False
    after, lows = scene.predicate.at + 1, scene.tokens.lows
    for at in range(after, min(after + _PRICE_WITHIN, len(lows))):
        if scene.is_in("paid-dearly", at):
            return not scene.is_in("partitives", at + 1)
    return False
