"""Clause ends: how far the words reach that belong to a verb."""

from commitrack.extract.lexicon import Lexicon
from commitrack.extract.marks import BREAKS, CLAUSE_ENDS, DOUBLE_QUOTES, LOOSE_ENDS
from commitrack.extract.tokens import Tokens

_COMMA = ","
_QUOTED_WORDS = 8
_CLOSING_WORDS = 25
_NAME_WORDS = 2


def clause_end(tokens: Tokens, after: int, lexicon: Lexicon) -> int:
    """The token where the words that belong to a verb end, exclusive."""
    lows, classes = tokens.lows, lexicon.classes
    i = after
    while i < len(lows):
        low = lows[i]
        inner = _past_quoted_words(tokens, i, lexicon) if low in DOUBLE_QUOTES else i
        if inner > i:
            i = inner
            continue
        if low in DOUBLE_QUOTES:
            i = _end_of_quoted(tokens, i, lexicon)
            break
        if low in CLAUSE_ENDS:
            break
        if low == _COMMA and _starts_new_clause(tokens, i + 1, lexicon):
            break
        if low in classes["coordinators"] and _has_finite_soon(tokens, i + 1, lexicon):
            break
        i += 1
    while i > after and lows[i - 1] in LOOSE_ENDS:
        i -= 1
    return i


def _past_quoted_words(tokens: Tokens, mark: int, lexicon: Lexicon) -> int:
    """Past a few quoted words after which the clause goes on; the mark itself where it doesn't."""
    starts, ends, lows = tokens.starts, tokens.ends, tokens.lows
    if mark + 2 >= len(lows) or starts[mark + 1] != ends[mark]:
        return mark
    for i in range(mark + 2, min(mark + _QUOTED_WORDS, len(lows) - 1)):
        if lows[i] in DOUBLE_QUOTES:
            goes_on = (
                lows[i - 1] != _COMMA
                and tokens.words[i + 1][0].islower()
                and lows[i + 1] not in lexicon.classes["said"]
            )
            return i + 1 if goes_on else mark
    return mark


def _end_of_quoted(tokens: Tokens, mark: int, lexicon: Lexicon) -> int:
    """Where the quoted words end with which a clause closes: "to build "a proper dam."".

    The mark itself where it closes a quotation, or opens one of its own.
    """
    starts, ends, lows = tokens.starts, tokens.ends, tokens.lows
    before = lows[mark - 1] if mark else ""
    is_own = not before[:1].isalnum() or before in lexicon.classes["said"]
    if is_own or starts[mark] == ends[mark - 1]:
        return mark
    for i in range(mark + 1, min(mark + _CLOSING_WORDS, len(lows))):
        joins = i + 1 < len(lows) and lows[i + 1] in lexicon.classes["coordinators"]
        is_comma = lows[i] == _COMMA and (joins or _starts_new_clause(tokens, i + 1, lexicon))
        if lows[i] in DOUBLE_QUOTES or lows[i] in CLAUSE_ENDS or is_comma:
            return i
    return mark


def _starts_new_clause(tokens: Tokens, at: int, lexicon: Lexicon) -> bool:
    classes = lexicon.classes
    ahead = tokens.lows[at : at + 1]
    if not ahead:
        return True
    if (
        ahead[0] in classes["clause-words"]
        or ahead[0] in classes["comma-stops"]
        or ahead[0] in classes["according"]
        or ahead[0] in classes["said"]
    ):
        return True
    named = _past_name(tokens, at, lexicon)
    return _has_finite_soon(tokens, at, lexicon) or (
        named - at > _NAME_WORDS and tokens.lows[named] in classes["said"]
    )


def _past_name(tokens: Tokens, at: int, lexicon: Lexicon) -> int:
    """Past the first words of a long name: "U.S. Secretary of State Ann Lee said"."""
    last, joints = len(tokens.lows) - 1, lexicon.classes["name-joints"]
    if at < last and tokens.lows[at] in lexicon.classes["articles"]:
        at += 1
    while at < last and (
        tokens.words[at][0].isupper()
        or (tokens.lows[at] in joints and tokens.words[at + 1][0].isupper())
    ):
        at += 1
    return at


def _has_finite_soon(tokens: Tokens, at: int, lexicon: Lexicon) -> bool:
    classes = lexicon.classes
    for i in range(at, min(at + 6, len(tokens.lows))):
        low = tokens.lows[i]
        if (
            low in classes["modals"]
            or low in classes["said"]
            or low in classes["be"]
            or low in classes["have"]
        ):
            return low not in classes["possessive"]
        if low == _COMMA or low in BREAKS or low in classes["prepositions"]:
            return False
    return False
