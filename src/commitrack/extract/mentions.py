"""Mentions: where a party is named, and what the words beside the name make of it."""

from collections.abc import Sequence
from typing import NamedTuple

from commitrack.extract.lexicon import Lexicon
from commitrack.extract.subjects import names_agent
from commitrack.extract.tokens import Tokens
from commitrack.extract.verbs import bases_of, is_adverb

_AFTER_NAMES = ("said", "auxiliaries", "prepositions", "coordinators", "small", "clause-words")


class Mention(NamedTuple):
    """A party where it is named: from the token `first` up to `end`, exclusive.

    Attributes:
        is_known: it is a country or an institution.
        is_place: "in", "from" or the like stands before it.
        is_aside: it is told of another, or told something: "a Fed official", "told Reuters".
        is_oblique: it stands after a preposition or tells whose another is: "with Peru", "Peru's".
        is_modifier: it tells more of another: "a European bank".
    """

    party: str
    first: int
    end: int
    is_known: bool
    is_place: bool = False
    is_aside: bool = False
    is_oblique: bool = False
    is_modifier: bool = False


def placed(found: Mention, tokens: Tokens, lexicon: Lexicon) -> Mention:
    """The mention with what the words beside it make of it."""
    classes, lows = lexicon.classes, tokens.lows
    before = lows[found.first - 1] if found.first else ""
    following = lows[found.end] if found.end < len(lows) else ""
    leading = _leading(found, lows, lexicon)
    is_others = not found.is_known and names_agent(following, lexicon)
    return found._replace(
        is_place=before in classes["placing-words"] and not found.is_known,
        is_aside=is_others or leading in classes["telling-words"] or _is_bracketed(found, lows),
        is_oblique=following in classes["possessive"] or leading in classes["prepositions"],
        is_modifier=_tells_more(tokens, found.end, lexicon),
    )


def _leading(found: Mention, lows: Sequence[str], lexicon: Lexicon) -> str:
    """The word before a name and its article; empty where none is."""
    at = found.first - 1
    while at >= 0 and lows[at] in lexicon.classes["determiners"]:
        at -= 1
    return lows[at] if at >= 0 else ""


def _tells_more(tokens: Tokens, end: int, lexicon: Lexicon) -> bool:
    """Whether a noun follows of which the name tells more: "a European bank"."""
    if end >= len(tokens.lows) or not tokens.words[end][0].islower():
        return False
    low, classes = tokens.lows[end], lexicon.classes
    if any(low in classes[name] for name in _AFTER_NAMES) or lexicon.is_past_verb(low):
        return False
    bases = bases_of(low, lexicon)
    is_verb = not (bases.isdisjoint(classes["base"]) and bases.isdisjoint(classes["state"]))
    return not (is_verb or is_adverb(low, lexicon))


def _is_bracketed(found: Mention, lows: Sequence[str]) -> bool:
    """Whether it stands in brackets, alone or as a firm's shares are named: "(NASDAQ: ACME)"."""
    before = lows[found.first - 1] if found.first else ""
    following = lows[found.end] if found.end < len(lows) else ""
    return before == "(" or (before == ":" and following == ")")
