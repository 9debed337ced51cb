"""Verbs: the predicate that follows a modal or an infinitive's particle, and what sort it is."""

from collections.abc import Sequence
from typing import NamedTuple

from commitrack.extract.lexicon import Lexicon
from commitrack.extract.tokens import Tokens

_FAR = 5
_PASSED_OVER = ("quotes", "time-fillers", "hedges")
_COMMA = ","


class Predicate(NamedTuple):
    """A verb in its clause.

    Attributes:
        at: the token of the verb that says what is done.
        bases: what its base form may be.
        is_passive: the subject undergoes it.
        is_progressive: it is said to be going on.
        is_negated: "not", "never" stands before it.
    """

    at: int
    bases: frozenset[str]
    is_passive: bool = False
    is_progressive: bool = False
    is_negated: bool = False

    def is_any_of(self, verbs: frozenset[str]) -> bool:
        """Whether the verb is of a class."""
        return not self.bases.isdisjoint(verbs)


def bases_of(low: str, lexicon: Lexicon) -> frozenset[str]:
    """What the base form of an inflected verb may be; one of them is a word."""
    found = {low, lexicon.bases.get(low, low)}
    for ending, base in lexicon.endings:
        if low.endswith(ending) and len(low) > len(ending) + 1:
            stem = low[: -len(ending)] + base
            found.add(stem)
            if not base and len(stem) > 2 and stem[-1] == stem[-2]:  # noqa: PLR2004 - doubled
                found.add(stem[:-1])
    return frozenset(found)


def is_adverb(low: str, lexicon: Lexicon) -> bool:
    """Whether a word may stand between a modal and its verb."""
    classes = lexicon.classes
    if low in classes["adverbs"] or low in classes["not"]:
        return True
    return low.endswith(tuple(classes["adverb-endings"])) and low not in classes["not-adverbs"]


def predicate_after(tokens: Tokens, at: int, lexicon: Lexicon) -> Predicate | None:
    """The verb of the clause from this token on; None where no verb stands there."""
    classes, lows = lexicon.classes, tokens.lows
    negated = False
    for i in range(at, min(at + _FAR, len(lows))):
        low = lows[i]
        if any(low in classes[name] for name in _PASSED_OVER):
            continue
        if low == _COMMA and _is_insertion(lows, i, lexicon):
            continue
        if low in classes["not"]:
            negated = True
        elif low in classes["be-words"]:
            return _after_be(tokens, i, lexicon, negated=negated)
        elif not is_adverb(low, lexicon) or low in classes["infinitive-stop"]:
            if not low[0].isalpha():
                return None
            return Predicate(i, bases_of(low, lexicon), is_negated=negated)
    return None


def _is_insertion(lows: Sequence[str], comma: int, lexicon: Lexicon) -> bool:
    """Whether the comma opens or closes a word put in: "will, however, keep"."""
    around = (comma - 2, comma + 2)
    return any(
        0 <= other < len(lows)
        and lows[other] == _COMMA
        and is_adverb(lows[(comma + other) // 2], lexicon)
        for other in around
    )


def _after_be(tokens: Tokens, be: int, lexicon: Lexicon, *, negated: bool) -> Predicate:
    lows, classes = tokens.lows, lexicon.classes
    for i in range(be + 1, min(be + _FAR, len(lows))):
        low = lows[i]
        if low in classes["not"]:
            negated = True
        elif not is_adverb(low, lexicon):
            if is_participle(low, lexicon):
                return Predicate(i, bases_of(low, lexicon), is_passive=True, is_negated=negated)
            if is_gerund(low, lexicon):
                return Predicate(i, bases_of(low, lexicon), is_progressive=True, is_negated=negated)
            break
    return Predicate(be, frozenset(("be",)), is_negated=negated)


def is_gerund(low: str, lexicon: Lexicon) -> bool:
    """Whether a word has the form of a verb that is going on."""
    classes = lexicon.classes
    endings = tuple(classes["gerund"])
    return low.endswith(endings) and len(low) > 4 and low not in classes["not-gerunds"]  # noqa: PLR2004


def is_participle(low: str, lexicon: Lexicon) -> bool:
    """Whether a word has the form of a passive's verb."""
    classes = lexicon.classes
    if low in classes["irregular-participles"]:
        return True
    if "-" in low and not low.startswith(lexicon.phrases["verb-prefixes"]):
        return False  # "tax-related"
    return (
        low.endswith(lexicon.phrases["participle-endings"])
        and low not in classes["not-participles"]
    )


def is_infinitive(tokens: Tokens, at: int, lexicon: Lexicon) -> bool:
    """Whether the word after "to" is a verb rather than a place, a number or an article."""
    predicate = predicate_after(tokens, at, lexicon)
    if predicate is None:
        return False
    word, low = tokens.words[predicate.at], tokens.lows[predicate.at]
    if word[0].isupper() or low in lexicon.classes["infinitive-stop"]:
        return False
    is_plain = (
        not low.endswith(lexicon.phrases["plural-endings"])
        or low.endswith(lexicon.phrases["double-endings"])
        or low in lexicon.classes["s-verbs"]
    )
    return (
        predicate.is_passive
        or predicate.is_progressive
        or (is_plain and not is_gerund(low, lexicon))
    )
