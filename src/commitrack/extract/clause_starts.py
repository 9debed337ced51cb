"""Clause starts: how far back the words reach that say who does what a verb tells."""

from collections.abc import Sequence
from functools import cache

from commitrack.extract.lexicon import Lexicon, load_lexicon
from commitrack.extract.marks import BREAKS
from commitrack.extract.tokens import Tokens
from commitrack.extract.verbs import is_adverb

_COMMA = ","
_COMPARED = 5
"""Tokens of "as much as they"."""
_TELLING = ("said", "believe", "hope")
_PARTING = ("clause-words", "coordinators", "auxiliaries", *_TELLING)


def clause_start(tokens: Tokens, end: int, lexicon: Lexicon) -> int:
    """The token where the words begin that end before a verb."""
    lows, parting, i = tokens.lows, _parting_words(lexicon.language), end
    while i > 0 and not (lows[i - 1] in parting and _parts_clauses(tokens, i - 1, end, lexicon)):
        i -= 1
    if _ends_in_pronoun(lows, i, end, lexicon):
        return end - 1
    while i < end and _is_loose(lows[i], lexicon):
        i += 1
    first = _past_earlier_clause(tokens, i, end, lexicon)
    first = past_report_day(tokens, first, end, lexicon)
    return _past_addressee(tokens, first, end, lexicon)


def _past_addressee(tokens: Tokens, first: int, end: int, lexicon: Lexicon) -> int:
    """Past who was told where "that" is missing: "told the Post the bank will"."""
    lows, classes = tokens.lows, lexicon.classes
    if first == 0 or lows[first - 1] not in classes["telling-words"]:
        return first
    for at in range(end - 1, first, -1):
        opens = lows[at] in classes["articles"] or lows[at] in classes["pronouns-person"]
        if opens and lows[at - 1] not in classes["prepositions"] and lows[at - 1] not in BREAKS:
            return at
    return first


def _ends_in_pronoun(lows: Sequence[str], first: int, end: int, lexicon: Lexicon) -> bool:
    """As in "appeared to confirm he": what can only be a subject begins its own clause."""
    if end - first < 2 or lows[end - 1] not in lexicon.classes["nominatives"]:  # noqa: PLR2004
        return False
    is_asked = first > 0 and lows[first - 1] in lexicon.classes["questions"]  # "how good they"
    is_joined = lows[end - 2] in lexicon.classes["coordinators"]
    compared, before = lexicon.classes["comma-stops"], lows[max(first, end - _COMPARED) : end - 2]
    is_compared = lows[end - 2] in compared and not compared.isdisjoint(before)
    return not (is_asked or is_joined or is_compared)  # "as much as they"


@cache
def _parting_words(language: str) -> frozenset[str]:
    """The words and marks that may part clauses; most words are none."""
    classes = load_lexicon(language).classes
    return BREAKS.union(_COMMA, *(classes[name] for name in _PARTING))


def _parts_clauses(tokens: Tokens, at: int, end: int, lexicon: Lexicon) -> bool:
    """Whether a clause that ends before the token `end` begins after this one."""
    low, classes = tokens.lows[at], lexicon.classes
    if low in BREAKS or low in classes["clause-words"] or _is_verb(tokens, at, lexicon):
        return True
    if low == _COMMA and not _is_inner_comma(tokens, at, end, lexicon):
        return True
    if low in classes["coordinators"] and not _joins_nouns(tokens, at, end, lexicon):
        return True
    return low in classes["auxiliaries"] and low not in classes["possessive"]


def _is_loose(low: str, lexicon: Lexicon) -> bool:
    """Whether a word is no part of a subject that it opens, as "both" is in "both sides"."""
    if low in lexicon.classes["coordinators"]:
        return True
    return is_adverb(low, lexicon) and low not in lexicon.classes["determiners"]


def _past_earlier_clause(tokens: Tokens, first: int, end: int, lexicon: Lexicon) -> int:
    """Past a clause that "after" ends: "the plan failed on Friday after the owners"."""
    lows, classes = tokens.lows, lexicon.classes
    has_verb = False
    for i in range(first, end - 1):
        is_told = has_verb or (i > first and lows[i - 1] in classes["report-days"])
        if is_told and lows[i] in classes["after-words"]:
            return i + 1
        has_verb = has_verb or lexicon.is_past_verb(lows[i])
    return first


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
    is_telling = any(low in classes[name] for name in _TELLING)
    if not is_telling or tokens.words[at][0].isupper():
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
