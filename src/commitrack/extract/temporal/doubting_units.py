"""Doubting units: "the day", "years" and the like, where they stand for no certain time."""

from commitrack.extract.temporal.beside import Place
from commitrack.extract.temporal.periods import DAY, QUARTER, SIZES, WEEKEND

_NEAR = 2
_YEAR_DIGITS = 4


def is_unit_doubtful(it: Place) -> bool:
    """Whether "the quarter" is no time: it is one after "for" or before "ended"."""
    if not it.follows("the"):
        first, words = it.match.first, it.tokens.words
        is_the = first >= _NEAR and words[first - _NEAR] in it.lexicon.cues["the"]
        is_lead = it.follows("weekend_leads") or (is_the and it.before.isalpha())
        is_attribute = is_lead and it.after.isalpha() and not it.is_name_after
        return it.match.readings[0].value != WEEKEND or not is_attribute
    first = it.match.first
    if SIZES.get(it.match.readings[0].value, 0) > SIZES[DAY]:
        if _is_award(it):
            return True
        return it.tokens.is_compound(first, it.match.last + 1)  # "the year-to-year gain"
    lead = it.tokens.words[first - 2] if first >= _NEAR else ""
    if not it.lexicon.cues["back_in"].isdisjoint(it.tokens.words[max(0, first - 3) : first - 2]):
        return True  # "back in the day"
    if it.precedes("near_event"):
        return lead not in it.lexicon.cues["unit_leads"] and lead not in it.lexicon.cues["commas"]
    return lead not in it.lexicon.cues["unit_leads"] and not it.precedes("ended")


def _is_award(it: Place) -> bool:
    """Whether it is that of "the player of the year", no matter which."""
    first, words, cues = it.match.first, it.tokens.words, it.lexicon.cues
    if first <= _NEAR or words[first - 2] not in cues["of"]:
        return False
    return words[first - 3] in cues["awarded"]


def _is_year(word: str) -> bool:
    return word.isdecimal() and len(word) == _YEAR_DIGITS


def is_units_doubtful(it: Place) -> bool:
    """Whether "days" or the like is no length: "after-hours trading", "three-quarters of it"."""
    if it.precedes("old") or _is_year(it.after):
        return True  # "sixty-one years old", "in the years 1981 to 1985"
    if it.tokens.is_compound(it.match.first - 1, it.match.first):
        return True  # "after-hours trading"
    if it.match.readings[0].value in {"TS", QUARTER} or it.precedes("not_after_units"):
        return not it.follows("plain_units")
    if it.is_among("eras") and it.follows("the") and it.precedes("of"):
        return True  # "the days of sail are over"
    if it.follows("not_before_units") or it.before.isdecimal() or it.is_in_name:
        return True
    is_plain = it.word not in it.lexicon.cues["shy_units"]
    return not (is_plain or it.follows("plain_units") or it.precedes("after_units"))
