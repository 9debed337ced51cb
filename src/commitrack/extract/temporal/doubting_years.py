"""Doubting years: four digits that are a number, not a year."""

from commitrack.extract.temporal.beside import Place
from commitrack.extract.temporal.tokens import Tokens

_FIRST_YEAR, _LAST_YEAR = 1500, 2100
_FIRST_PLAIN, _LAST_PLAIN = 1900, 2050
_WITHIN_NUMBERS = {".", ",", "-", "/", ":"}


def is_plain_number(it: Place) -> bool:
    """Whether digits are a number, not a year."""
    match, year = it.match, it.match.readings[0].value
    if match.last > match.first:  # in words
        return False
    if not _FIRST_YEAR <= year <= _LAST_YEAR or _is_number(it):
        return True
    if _FIRST_PLAIN <= year <= _LAST_PLAIN:
        return (it.follows("not_years") and not _is_from_year(it)) or it.before[-1:].isdecimal()
    return not it.follows("year_leads")


def _is_from_year(it: Place) -> bool:
    """Whether "until" or the like stands before: "until at least 2027"."""
    first = it.match.first
    leads = it.tokens.words[max(0, first - 3) : first - 1]
    return not it.lexicon.cues["year_far_leads"].isdisjoint(leads)


def _is_number(it: Place) -> bool:
    first, tokens = it.match.first, it.tokens
    if tokens.is_adjacent(first):
        is_part = tokens.is_adjacent(first - 1) and tokens.words[first - 2].isdecimal()
        if is_part or not it.follows("glue"):
            return True
    if it.precedes("year_units") or it.after == "%":
        return True
    return it.after in _WITHIN_NUMBERS and _goes_on(it.tokens, it.match.last + 1)


def _goes_on(tokens: Tokens, place: int) -> bool:
    return (
        place + 1 < len(tokens.words)
        and tokens.is_adjacent(place)
        and tokens.is_adjacent(place + 1)
        and tokens.words[place + 1].isdecimal()
    )
