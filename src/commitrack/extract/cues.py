"""Cues: where the rules of a lexicon stand in a sentence."""

from commitrack.extract.lexicon import Lexicon
from commitrack.extract.patterns import Match, match_end
from commitrack.extract.tokens import Tokens


def find_cues(tokens: Tokens, lexicon: Lexicon) -> list[Match]:
    """All matches, in order of where they begin; at one place those of earlier rules first."""
    rules, lows = lexicon.rules, tokens.lows
    if rules.keys().isdisjoint(lows):
        return []
    found = []
    for first, low in enumerate(lows):
        for rule in rules.get(low, ()):
            end = match_end(rule.elements, lows, first + 1, 1)  # the first word has been found
            if end is not None:
                found.append(Match(rule, first, end))
    return found
