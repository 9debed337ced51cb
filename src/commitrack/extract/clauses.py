"""Clauses: the subject of a verb."""

from typing import NamedTuple

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
    lows, classes = tokens.lows, lexicon.classes
    end = verb
    while end > 0 and (
        is_adverb(lows[end - 1], lexicon) or lows[end - 1] in classes["auxiliaries"]
    ):
        end -= 1
    if end > 0 and lows[end - 1] == _COMMA:
        end = _before_parenthesis(tokens, end - 1, lexicon)
    is_relative = end > 0 and lows[end - 1] in classes["relative"]
    if is_relative:
        end -= 2 if end > 1 and lows[end - 2] == _COMMA else 1
    if end > 0 and lows[end - 1] == ")":
        end = _before_bracket(tokens, end - 1)
    first = _first_of(tokens, end, lexicon)
    if is_relative:
        first = _nearest_phrase(tokens, first, end, lexicon)
    if _is_relative_clause(tokens, first, end, lexicon):
        end = first - 1
        first = _first_of(tokens, end, lexicon)
    return Subject(first, end, _head(tokens, first, end, lexicon))


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
    is_past = verb.endswith(lexicon.phrases["verb-endings"]) or verb in classes["irregular-pasts"]
    if is_past or verb in classes["auxiliaries"]:
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
    lows, classes = tokens.lows, lexicon.classes
    tells = lows[verb] in classes["said-finite"] or lows[verb] in classes["expressing"]
    tells = tells and not classes["said-finite"].isdisjoint(lows[:joint])
    for i in range(joint - 1, -1, -1):
        low = lows[i]
        if tells and low not in classes["said-finite"]:
            continue
        if not tells and low in BREAKS:
            return None
        is_finite = (
            low in classes["auxiliaries"]
            or low in classes["said"]
            or (low.endswith(lexicon.phrases["verb-endings"]) and i + 1 < joint)
        )
        if is_finite and i > 0 and lows[i - 1] not in classes["coordinators"]:
            found = _nearest_subject(tokens, i, lexicon)
            if found.head is not None:
                return found
    return None


def owner_before(tokens: Tokens, noun: int, lexicon: Lexicon) -> Subject:
    """Whose a plan, an offer or an agreement is: its owner, else the subject of its verb."""
    lows, classes = tokens.lows, lexicon.classes
    i = noun
    while i > 0 and lows[i - 1][0].isalnum() and lows[i - 1] not in classes["prepositions"]:
        low = lows[i - 1]
        is_verb = (
            low in classes["said"] or low in classes["auxiliaries"] or low in classes["expressing"]
        )
        if is_verb or (
            low.endswith(lexicon.phrases["verb-endings"]) and low not in classes["not-participles"]
        ):
            return subject_before(tokens, i - 1, lexicon)
        i -= 1
    if i > 0 and lows[i - 1] in classes["possessive"]:
        return subject_before(tokens, i - 1, lexicon)
    return subject_before(tokens, noun, lexicon)


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


def _first_of(tokens: Tokens, end: int, lexicon: Lexicon) -> int:
    lows, words, classes = tokens.lows, tokens.words, lexicon.classes
    i = end
    while i > 0:
        low = lows[i - 1]
        if low in BREAKS or low in classes["clause-words"] or _is_verb(tokens, i - 1, lexicon):
            break
        if low == _COMMA and not _is_inner_comma(tokens, i - 1, end, lexicon):
            break
        if low in classes["coordinators"] and not _joins_nouns(tokens, i - 1, end, lexicon):
            break
        if low in classes["auxiliaries"] and low not in classes["possessive"]:
            break
        i -= 1
    while i < end and (_is_loose_adverb(lows[i], lexicon) or lows[i] in classes["coordinators"]):
        i += 1
    i = _past_earlier_clause(tokens, i, end, lexicon)
    return past_report_day(tokens, i, end, lexicon) if words else 0


def _past_earlier_clause(tokens: Tokens, first: int, end: int, lexicon: Lexicon) -> int:
    """Past a clause that "after" ends: "the plan failed after the owners"."""
    lows, classes = tokens.lows, lexicon.classes
    has_verb = False
    for i in range(first, end - 1):
        if has_verb and lows[i] in classes["after-words"]:
            return i + 1
        is_past = lows[i].endswith(lexicon.phrases["verb-endings"])
        has_verb = has_verb or is_past or lows[i] in classes["irregular-pasts"]
    return first


def _is_loose_adverb(low: str, lexicon: Lexicon) -> bool:
    """Whether an adverb is no part of a subject, as "both" is in "both sides"."""
    return is_adverb(low, lexicon) and low not in lexicon.classes["determiners"]


def past_report_day(tokens: Tokens, first: int, end: int, lexicon: Lexicon) -> int:
    """Past the day of "said" where "that" is missing: "said on Tuesday the bank will"."""
    lows, classes = tokens.lows, lexicon.classes
    is_told = first > 0 and lows[first - 1] in classes["said"]
    at = first + (first < end and lows[first] in classes["on-words"])
    if at + 1 >= end or lows[at] not in classes["report-days"]:
        return first
    opens = first == 0 and lows[at + 1] in classes["pronouns-single"]
    return at + 1 if is_told or opens else first


def _is_verb(tokens: Tokens, at: int, lexicon: Lexicon) -> bool:
    """Whether a word that tells, believes or hopes is a verb here, not "the expected cuts"."""
    classes, low = lexicon.classes, tokens.lows[at]
    if tokens.words[at][0].isupper():
        return False
    if low not in classes["said"] and low not in classes["believe"] and low not in classes["hope"]:
        return False
    before = tokens.lows[at - 1] if at else "."
    return before not in classes["determiners"] and before not in classes["possessive"]


def _is_inner_comma(tokens: Tokens, comma: int, end: int, lexicon: Lexicon) -> bool:
    """Whether a comma stands in a list of names or in a number."""
    if comma == 0 or comma + 2 >= end:
        return False
    names = tokens.words[comma - 1][0].isupper() and tokens.words[comma + 1][0].isupper()
    following = tokens.lows[comma + 2]
    return names and (following == _COMMA or following in lexicon.classes["and"])


def _joins_nouns(tokens: Tokens, at: int, end: int, lexicon: Lexicon) -> bool:
    """Whether "and" joins two names or two nouns of one subject rather than two clauses."""
    if at == 0 or at + 1 >= end or tokens.lows[at] in lexicon.classes["but"]:
        return False
    before, after = tokens.words[at - 1], tokens.words[at + 1]
    if tokens.lows[at + 1] in lexicon.classes["articles"] and at + 2 < end:
        after = tokens.words[at + 2]
    if before[0] == _COMMA:
        return False
    return before[0].isupper() == after[0].isupper() or after[0].isupper()


def _head(tokens: Tokens, first: int, end: int, lexicon: Lexicon) -> int | None:
    lows, classes = tokens.lows, lexicon.classes
    while first < end and (lows[first] in classes["prepositions"] or lows[first] == _COMMA):
        first = _after_phrase(tokens, first, end, lexicon)
    is_part = end - first > 2 and lows[first] in classes["part-words"]  # noqa: PLR2004
    if is_part and lows[first + 1] in classes["partitives"]:
        first += 2  # "one of the goals" is a goal
    last = end
    for i in range(first, end):
        if i > first and (
            lows[i] in classes["prepositions"]
            or lows[i] in classes["relative"]
            or lows[i] == _COMMA
        ):
            last = i
            break
    for i in range(last - 1, first - 1, -1):
        if lows[i][0].isalnum() and not is_adverb(lows[i], lexicon):
            return i
    return None


def _after_phrase(tokens: Tokens, first: int, end: int, lexicon: Lexicon) -> int:
    """Past a phrase such as "in October" that stands before a subject."""
    i = first + 1
    while i < end and (
        tokens.lows[i] in lexicon.classes["determiners"] or tokens.words[i][0].isdigit()
    ):
        i += 1
    if i < end and end - i > 1:
        i += 1
    return i if i < end else end - 1 if end - 1 > first else end
