"""Setting: the scene of a cue, where what must follow the cue does."""

from datetime import date

from commitrack.extract.clause_ends import clause_end
from commitrack.extract.clauses import owner_before, subject_before
from commitrack.extract.clocked import Clocked
from commitrack.extract.cues import rules_at
from commitrack.extract.lexicon import Lexicon
from commitrack.extract.patterns import Match
from commitrack.extract.scenes import Scene
from commitrack.extract.subjects import sort_of
from commitrack.extract.tokens import Tokens
from commitrack.extract.verbs import Predicate, is_gerund, is_infinitive, predicate_after

_NOUN = "-noun"
_MODALS = frozenset({"will", "would"})
_ASKING = frozenset({"demand", "order"})
_ACTING_VERBS = ("base", "state", "continue")


def set_scene(
    tokens: Tokens, lexicon: Lexicon, times: tuple[Clocked, ...], said: date, match: Match
) -> Scene | None:
    """The scene of a cue; None where what must follow it does not."""
    is_modal = match.rule.cue in _MODALS
    predicate = predicate_after(tokens, match.first + 1 if is_modal else match.end, lexicon)
    if not _has_verb(tokens, lexicon, match, predicate):
        return None
    is_owned = _is_noun(match) or (
        match.first > 0 and tokens.lows[match.first - 1] in lexicon.classes["possessive-words"]
    )
    find = owner_before if is_owned else subject_before
    subject = find(tokens, match.first, lexicon)
    sort = sort_of(tokens, subject, lexicon)
    end = clause_end(tokens, max(match.end, predicate.at + 1 if predicate else 0), lexicon)
    scene = Scene(tokens, lexicon, times, said, match, subject, sort, predicate, end)
    return scene if _has_rest(scene) else None


def _is_noun(match: Match) -> bool:
    return match.rule.cue.endswith(_NOUN)


def _has_verb(tokens: Tokens, lexicon: Lexicon, match: Match, predicate: Predicate | None) -> bool:
    """Whether the verb follows that an infinitive or a gerund needs."""
    if match.rule.frame == "gerund":
        return predicate is not None and is_gerund(tokens.lows[predicate.at], lexicon)
    if match.rule.frame != "infinitive":
        return True
    if not is_infinitive(tokens, match.end, lexicon):
        return False
    inner = tokens.lows[match.first + 1 : match.end - 1]
    if not _is_noun(match) and not lexicon.classes["modals"].isdisjoint(inner):
        return False  # "warned it will go to"
    if match.rule.cue in _ASKING and _has_inner_clause(tokens, match, lexicon):
        return False  # "told them it plans to"
    cue = tokens.lows[match.first : match.end]
    needs_known = _is_noun(match) or not lexicon.classes["due-words"].isdisjoint(cue)
    return not needs_known or _is_known_verb(predicate, lexicon)  # "due to delays" is no plan


def _has_inner_clause(tokens: Tokens, match: Match, lexicon: Lexicon) -> bool:
    """Whether the "to" is that of a clause within: "told them it plans to", "they are free to"."""
    return any(_opens_clause(tokens, at, lexicon) for at in range(match.first + 1, match.end - 1))


def _opens_clause(tokens: Tokens, at: int, lexicon: Lexicon) -> bool:
    """As in "it plans to", "the firm plans to", "they are"."""
    low, before, classes = tokens.lows[at], tokens.lows[at - 1], lexicon.classes
    is_after_pronoun = before in classes["pronouns-nominative"]
    if is_after_pronoun and low in classes["auxiliaries"]:
        return True
    endings = (*lexicon.phrases["plural-endings"], *lexicon.phrases["verb-endings"])
    if not (is_after_pronoun or low in classes["auxiliaries"] or low.endswith(endings)):
        return False
    return any(
        rule.frame == "infinitive" and not rule.cue.endswith(_NOUN)
        for rule in rules_at(tokens, at, lexicon)
    )


def _is_known_verb(predicate: Predicate | None, lexicon: Lexicon) -> bool:
    return predicate is not None and (
        predicate.is_passive
        or any(predicate.is_any_of(lexicon.classes[name]) for name in _ACTING_VERBS)
    )


def _has_rest(scene: Scene) -> bool:
    """Whether the object, the number or the date follows that the cue needs."""
    frame, end = scene.match.rule.frame, scene.match.end
    if frame == "object":
        return scene.is_in("object-openers", end) or scene.is_in_digits(end)
    if frame == "number":
        return scene.is_number(end)
    return frame != "date" or scene.future_within(scene.match.first, scene.end)
