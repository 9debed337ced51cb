"""Cues: where the rules of a lexicon stand in a sentence."""

from functools import cache

from commitrack.extract.lexicon import Lexicon, load_lexicon
from commitrack.extract.patterns import Match, Openings, match_end, openings
from commitrack.extract.tokens import Tokens


def find_cues(tokens: Tokens, lexicon: Lexicon) -> list[Match]:
    """All matches, in order of where they begin; at one place those of earlier rules first."""
    rules, lows = lexicon.rules, tokens.lows
    if rules.keys().isdisjoint(lows):
        return []
    found = []
    for first, low in enumerate(lows):
        if low not in rules:
            continue
        for rule in _openings(lexicon.language, low).possible(lows, first):
            end = match_end(rule.elements, lows, first + 1, 1)  # the first word has been found
            if end is not None:
                found.append(Match(rule, first, end))
    return found


@cache
def _openings(language: str, low: str) -> Openings:
    return openings(load_lexicon(language).rules[low])
