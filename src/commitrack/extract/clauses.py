"""Clauses: the subject of a verb."""

from collections.abc import Sequence
from typing import NamedTuple

from commitrack.extract.clause_starts import clause_start
from commitrack.extract.heads import head_of
from commitrack.extract.lexicon import Lexicon
from commitrack.extract.marks import BREAKS
from commitrack.extract.tokens import Tokens
from commitrack.extract.verbs import bases_of, is_adverb

_COMMA = ","


class Subject(NamedTuple):
    """The words before a verb that say who or what does it.

    Attributes:
        first: its first token; `end` is exclusive.
        head: the token that names it; None where the words give none.
    """

    first: int
    end: int
    head: int | None

    @property
    def is_given(self) -> bool:
        """Whether there are any words."""
        return self.head is not None


def subject_before(tokens: Tokens, verb: int, lexicon: Lexicon) -> Subject:
    """The subject of the verb that begins at a token, read from right to left."""
    found = _nearest_subject(tokens, verb, lexicon)
    joint = found.end - 1
    if found.head is None and joint >= 0 and tokens.lows[joint] in lexicon.classes["coordinators"]:
        return _shared_subject(tokens, joint, verb, lexicon) or found
    return found


def _nearest_subject(tokens: Tokens, verb: int, lexicon: Lexicon) -> Subject:
    lows = tokens.lows
    end = _before_verb_group(tokens, verb, lexicon)
    is_relative = end > 0 and lows[end - 1] in lexicon.classes["relative"]
    if is_relative:
        end -= 2 if end > 1 and lows[end - 2] == _COMMA else 1
    if end > 0 and lows[end - 1] == ")":
        end = _before_bracket(tokens, end - 1)
    first = clause_start(tokens, end, lexicon)
    if is_relative:
        first = _nearest_phrase(tokens, first, end, lexicon)
    if _is_relative_clause(tokens, first, end, lexicon):
        end = first - 1
        first = clause_start(tokens, end, lexicon)
    return Subject(first, end, head_of(tokens, first, end, lexicon))


def _before_verb_group(tokens: Tokens, verb: int, lexicon: Lexicon) -> int:
    """Where the words before a verb, its auxiliaries and an insertion end."""
    lows, to_words, end = tokens.lows, lexicon.classes["to-words"], verb
    while end > 0 and (
        is_adverb(lows[end - 1], lexicon) or lows[end - 1] in lexicon.classes["auxiliaries"]
    ):
        end -= 1
    if end > 1 and lows[end - 1] in to_words and lows[end - 2] in lexicon.classes["going-on-words"]:
        return _before_verb_group(tokens, end - 2, lexicon)  # "continues to urge"
    if end > 0 and lows[end - 1] == _COMMA:
        return _before_parenthesis(tokens, end - 1, lexicon)
    return end


def _nearest_phrase(tokens: Tokens, first: int, end: int, lexicon: Lexicon) -> int:
    """Where the noun phrase begins that "which" is said of: after the last preposition."""
    classes = lexicon.classes
    for i in range(end - 1, first, -1):
        low = tokens.lows[i - 1]
        if low in classes["prepositions"] and low not in classes["partitives"]:
            return i
    return first


def _is_relative_clause(tokens: Tokens, first: int, end: int, lexicon: Lexicon) -> bool:
    """Whether the words are told of a noun before them: "customers who bought one"."""
    lows, classes = tokens.lows, lexicon.classes
    if first < 2 or first >= end or lows[first - 1] not in classes["relative-subjects"]:  # noqa: PLR2004
        return False
    if not lows[first - 2][0].isalnum() or lows[first - 2] in classes["said"]:
        return False
    verb = lows[first]
    if lexicon.is_past_verb(verb) or verb in classes["auxiliaries"]:
        return True
    is_object = verb in classes["determiners"] or verb in classes["small"]
    is_name = tokens.words[first][0].isupper()
    if lows[first - 1] not in classes["that-words"]:
        return not (is_object or is_name)
    verbs = classes["base"] | classes["state"] | classes["desire"]
    is_told = lows[first - 2] in classes["hope"] or lows[first - 2] in classes["believe"]
    return not (is_told or is_name or bases_of(verb, lexicon).isdisjoint(verbs))


def _shared_subject(tokens: Tokens, joint: int, verb: int, lexicon: Lexicon) -> Subject | None:
    """The subject of the verb that a second one is joined to by "and"."""
    lows, told = tokens.lows, lexicon.classes["said-finite"]
    tells = lows[verb] in told or lows[verb] in lexicon.classes["expressing"]
    tells = tells and not told.isdisjoint(lows[:joint])
    for i in range(joint - 1, -1, -1):
        if tells and lows[i] not in told:
            continue
        if not tells and lows[i] in BREAKS:
            return None
        if _is_finite(tokens, i, joint, lexicon):
            found = _nearest_subject(tokens, i, lexicon)
            if found.head is not None:
                return found
    return None


def _is_finite(tokens: Tokens, at: int, joint: int, lexicon: Lexicon) -> bool:
    """Whether a verb stands before the "and" that is not itself joined to another."""
    low, classes = tokens.lows[at], lexicon.classes
    if at == 0 or tokens.lows[at - 1] in classes["coordinators"]:
        return False
    is_past = lexicon.is_past_verb(low) and at + 1 < joint
    is_past = is_past or _follows_pronoun(tokens, at, lexicon)
    return is_past or low in classes["auxiliaries"] or low in classes["said"]


def _follows_pronoun(tokens: Tokens, at: int, lexicon: Lexicon) -> bool:
    """As in "it holds"."""
    ends = tokens.lows[at].endswith(lexicon.phrases["plural-endings"])
    return ends and tokens.lows[at - 1] in lexicon.classes["pronouns-single"]


def owner_before(tokens: Tokens, noun: int, lexicon: Lexicon) -> Subject:
    """Whose a plan, an offer or an agreement is: its owner, else the subject of its verb."""
    lows, classes = tokens.lows, lexicon.classes
    i = noun
    while i > 0 and lows[i - 1][0].isalnum() and not _leads_away(lows, i, lexicon):
        i -= 1
        if _is_verb_of_noun(lows[i], lexicon):
            return subject_before(tokens, i, lexicon)
    if i > 0 and lows[i - 1] in classes["possessive"]:
        return subject_before(tokens, i - 1, lexicon)
    return subject_before(tokens, noun, lexicon)


def _leads_away(lows: Sequence[str], at: int, lexicon: Lexicon) -> bool:
    """Whether a preposition stands before a word that is no day: "announced on Monday plans"."""
    classes = lexicon.classes
    return lows[at - 1] in classes["prepositions"] and lows[at] not in classes["report-days"]


def _is_verb_of_noun(low: str, lexicon: Lexicon) -> bool:
    """As in "announced plans", "expressed its agreement"."""
    classes = lexicon.classes
    if any(low in classes[name] for name in ("said", "auxiliaries", "expressing")):
        return True
    is_past = low.endswith(lexicon.phrases["verb-endings"])
    return is_past and low not in classes["not-participles"]


def _before_parenthesis(tokens: Tokens, comma: int, lexicon: Lexicon) -> int:
    """Where the words before an insertion between two commas end; the comma where there is none."""
    nearest = None
    for i in range(comma - 1, -1, -1):
        low = tokens.lows[i]
        if low == _COMMA:
            nearest = i if nearest is None else nearest
            if tokens.lows[i + 1] in lexicon.classes["relative"]:
                return i
        if low in BREAKS:
            break
    return comma if nearest is None else nearest


def _before_bracket(tokens: Tokens, bracket: int) -> int:
    for i in range(bracket - 1, -1, -1):
        if tokens.lows[i] == "(":
            return i
    return bracket
