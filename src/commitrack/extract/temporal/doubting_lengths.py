"""Doubting lengths: a number and a unit that are no length of time."""

from commitrack.extract.temporal.beside import Place
from commitrack.extract.temporal.matching import Match
from commitrack.extract.temporal.numbers import VAGUE
from commitrack.extract.temporal.periods import CENTURY, DAY, MONTH, QUARTER, WEEK, WEEKEND
from commitrack.extract.temporal.tokens import Tokens

_MOST_OF_FOUR = 3  # "three quarters of them"


def _is_before_noun(match: Match, tokens: Tokens) -> bool:
    """Whether "a year" is cut out of "a year-earlier loss", where the article is the noun's."""
    if match.readings[0].name != "one":
        return False
    last = match.last if match.rule.maker == "shifted" else match.last + 1
    return last < len(tokens.words) and tokens.is_compound(match.first, last)


def is_length_doubtful(it: Place) -> bool:
    """Whether "34-year-old", "a quarter of", "60 Minutes" or the like is meant."""
    match = it.match
    if it.precedes("old") and not _is_age_of_thing(it):
        return True
    if _is_before_noun(match, it.tokens) or _is_title(match, it.tokens) or _is_verb(it):
        return True
    if match.has("one") and _is_after_unit(it):
        return True  # "a seven-day-a-week schedule"
    if it.is_among("that") or _is_odd_number(it):
        return True  # "that one day it would"
    is_whose = it.precedes("not_after_rates") and it.follows("whose")
    if is_whose and (match.has("rel") or match.has("final")):
        return True  # "his last eight years later"
    return _is_odd_unit(it)


def _is_after_unit(it: Place) -> bool:
    """Whether a hyphen joins it to a unit."""
    is_unit = any(reading.name == "unit" for reading in it.lexicon.single.get(it.before, ()))
    return is_unit and it.tokens.is_compound(it.match.first - 1, it.match.first)


def _is_odd_unit(it: Place) -> bool:
    """Whether it is a part or a place: "a quarter of its dealers", "in some quarters"."""
    match = it.match
    unit = match.get("unit") or match.get("units")
    if unit == QUARTER and (it.is_among("some_of") or _is_part(it)):
        return True
    is_one = match.has("one")
    if unit in {WEEKEND, QUARTER} and is_one and match.rule.maker != "shifted":
        return True
    return unit == "TS" and is_one


def _is_part(it: Place) -> bool:
    """Whether it is "three-quarters of the members" or "a rolling four-quarter test"."""
    match = it.match
    is_plain = not any(match.has(name) for name in ("rel", "nth", "final"))
    if match.rule.maker != "length" or not match.has("number") or not is_plain:
        return False
    is_most = match.get("number") == _MOST_OF_FOUR and it.precedes("of")
    return is_most or it.tokens.is_compound(match.first, match.last)


def _is_verb(it: Place) -> bool:
    """Whether "last" is one: "could last two months"."""
    return it.is_among("lasting") and it.follows("lasting_leads")


def _is_age_of_thing(it: Place) -> bool:
    """Whether it is "a two-week-old mission": in weeks or months, and of no child."""
    match, words, cues = it.match, it.tokens.words, it.lexicon.cues
    unit = match.get("unit") or match.get("units")
    after = words[match.last + 2] if match.last + 2 < len(words) else ""
    is_short = unit in {"TH", DAY, WEEK, MONTH}
    return is_short and it.precedes("old_of") and after.isalpha() and after not in cues["young"]


def _is_odd_number(it: Place) -> bool:
    """Whether a number does not go with its unit: "some day", "a days-long siege"."""
    match = it.match
    is_some = it.follows("is_now") or it.precedes("whens")
    if is_some and match.has("one") and match.rule.maker == "length" and match.get("unit") == DAY:
        return True  # "it was a day to remember", "a day when nobody works"
    if match.has("units"):
        is_innings = match.get("units") == CENTURY and match.has("half")
        return is_innings or (match.readings[0].name == "one" and not match.has("unit"))
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
