"""Doubting lengths: a number and a unit that are no length of time."""

from commitrack.extract.temporal.beside import Place
from commitrack.extract.temporal.matching import Match
from commitrack.extract.temporal.numbers import VAGUE
from commitrack.extract.temporal.periods import QUARTER, WEEKEND
from commitrack.extract.temporal.tokens import Tokens


def _is_before_noun(match: Match, tokens: Tokens) -> bool:
    """Whether "a year" is cut out of "a year-earlier loss", where the article is the noun's."""
    if match.readings[0].name != "one":
        return False
    last = match.last if match.rule.maker == "shifted" else match.last + 1
    return last < len(tokens.words) and tokens.is_compound(match.first, last)


def is_length_doubtful(it: Place) -> bool:
    """Whether "34-year-old", "a quarter of", "60 Minutes" or the like is meant."""
    match = it.match
    if it.precedes("old") or _is_before_noun(match, it.tokens) or _is_title(match, it.tokens):
        return True
    unit = match.get("unit") or match.get("units")
    if it.is_among("that") or _is_odd_number(it):
        return True  # "that one day it would"
    if unit in {WEEKEND, QUARTER} and match.has("one") and match.rule.maker != "shifted":
        return True  # "a quarter of its dealers"
    return unit == "TS" and match.has("one")


def _is_odd_number(it: Place) -> bool:
    """Whether a number does not go with its unit: "some day", "a days-long siege"."""
    match = it.match
    if match.has("units"):
        return match.readings[0].name == "one"
    is_many = match.has("unit") and match.get("some") == VAGUE
    return is_many and not it.tokens.is_compound(match.first, match.last)


def _is_title(match: Match, tokens: Tokens) -> bool:
    """Whether the unit begins with a capital and goes on small: the name of a programme."""
    place = tokens.starts[match.last]
    return (
        match.last > match.first
        and tokens.text[place].isupper()
        and tokens.text[place + 1 : place + 2].islower()
    )
