"""Cues: where the rules of a lexicon stand in a sentence."""

from collections.abc import Iterator
from functools import cache

from commitrack.extract.lexicon import Lexicon, load_lexicon
from commitrack.extract.patterns import Match, Openings, Rule, match_end, openings
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


def rules_at(tokens: Tokens, at: int, lexicon: Lexicon) -> Iterator[Rule]:
    """The rules that match where a word stands, whatever cue stands around it."""
    for rule in lexicon.rules.get(tokens.lows[at], ()):
        if match_end(rule.elements, tokens.lows, at) is not None:
            yield rule


@cache
def _openings(language: str, low: str) -> Openings:
    return openings(load_lexicon(language).rules[low])
