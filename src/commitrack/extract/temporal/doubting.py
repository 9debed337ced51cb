"""Doubting: words that match a pattern and, where they stand, name no time."""

from collections.abc import Callable, Mapping

from commitrack.extract.temporal.beside import Place
from commitrack.extract.temporal.doubting_lengths import is_length_doubtful
from commitrack.extract.temporal.doubting_names import (
    is_holiday_doubtful,
    is_month_doubtful,
    is_name_doubtful,
    is_season_doubtful,
    is_weekday_doubtful,
)
from commitrack.extract.temporal.doubting_references import (
    is_noun_doubtful,
    is_reference_doubtful,
)
from commitrack.extract.temporal.doubting_units import is_unit_doubtful, is_units_doubtful
from commitrack.extract.temporal.doubting_years import is_plain_number
from commitrack.extract.temporal.lexicon import Lexicon
from commitrack.extract.temporal.matching import Match
from commitrack.extract.temporal.tokens import Tokens

_NEAR, _SOON = 2, 6
_NAMED = {"month", "weekday"}
_SHORT, _FIRST_DECADE = 2, 50  # "the 60s"


def is_doubtful(match: Match, tokens: Tokens, lexicon: Lexicon) -> bool:
    """Whether the words before and after speak against a match."""
    it = Place(
        match,
        tokens,
        lexicon,
        tokens.words[match.first - 1] if match.first else "",
        "".join(tokens.words[match.last + 1 : match.last + 2]),
    )
    if it.follows("money") or _is_fraction(it) or _is_before_something(it) or _is_of_a_word(it):
        return True
    if len(match.readings) == 1:
        check = _LONE.get(match.readings[0].name)
        return check is not None and check(it)
    return _MADE.get(match.rule.maker, is_name_doubtful)(it)


def _is_before_something(it: Place) -> bool:
    """Whether "before" goes on: "two days before the vote"."""
    if not it.match.has("back") or it.tokens.words[it.match.last] not in it.lexicon.cues["before"]:
        return False
    return not it.precedes("ends") or it.after == "-"


def _is_of_a_word(it: Place) -> bool:
    """Whether it is glued to the next word, as in "the Q2HD", "Mar-a-Lago"."""
    last, tokens = it.match.last, it.tokens
    if tokens.is_adjacent(last + 1):
        return it.after.isalpha()
    if it.match.readings[-1].name not in _NAMED:
        return False
    is_short = tokens.words[last] in it.lexicon.cues["abbreviated"]
    is_joined = is_short and it.after.isalpha() and tokens.is_compound(last, last + 1)
    return is_joined and not it.is_part_after


def _is_fraction(it: Place) -> bool:
    """Whether digits are those after a decimal point."""
    is_number = it.match.readings[0].name in {"year", "number", "day"}
    return is_number and it.before == "." and it.tokens.is_adjacent(it.match.first)


def _fiscal(it: Place) -> bool:
    """Whether the kind of year goes with what follows: "the 2008 financial crisis"."""
    is_last = it.match.readings[-1].name == "fiscal"
    return is_last and it.tokens.words[it.match.last] in it.lexicon.cues["not_fiscal"]


def _season_of_year(it: Place) -> bool:
    """Whether the season goes with what follows: "the 1987 winter wheat"."""
    return it.precedes("season_things")


def _part(it: Place) -> bool:
    if it.follows("part_portions") and it.match.first >= _NEAR:  # "by late afternoon"
        lead = it.tokens.words[it.match.first - _NEAR]
        is_trading = it.precedes("part_nouns") and lead in it.lexicon.cues["in"]
        return lead not in it.lexicon.cues["part_preps"] and not is_trading
    is_phrase = it.match.last > it.match.first
    if it.follows("in") and (is_phrase or it.precedes("part_nouns")):
        return False  # "in mid-afternoon", "in morning trading"
    if it.follows("bright_preps") and is_phrase:
        return False  # "at mid-morning"
    if it.is_among("bright_parts") and it.follows("bright_preps"):
        return it.is_in_name
    is_thing = it.precedes("of") or it.precedes("part_things")  # "the night shift"
    return is_thing or not it.follows("the")


def _adverb(it: Place) -> bool:
    if it.is_in_name or it.precedes("papers") or it.follows("whose_papers"):
        return True
    if it.follows("averages"):  # "average daily volume", but "average hourly pay"
        return not it.is_among("paid_by")
    if it.is_among("annually") and _is_rate(it):
        return True
    if it.is_among("shy_annual") and it.precedes("annual_events"):
        return True
    return it.is_among("shy_adverbs") and it.after != "" and not it.precedes("after_adverbs")


def _is_rate(it: Place) -> bool:
    """Whether an amount stands before: "rises 8 percent annually", "10,000 cars annually"."""
    first = it.match.first
    lead = it.tokens.words[first - _NEAR] if first >= _NEAR else ""
    return it.follows("amounts_of") or lead.isdecimal()


def _dayword(it: Place) -> bool:
    """Whether it is in a name, or the present age is meant: "today's youth"."""
    last = it.match.last
    is_whose = it.precedes("possessive") and last + 3 < len(it.tokens.words)
    is_age = is_whose and it.tokens.words[last + 3] in it.lexicon.cues["today_things"]
    is_show = it.is_capital and it.precedes("shows")  # "the Today programme"
    return it.is_in_name or is_age or is_show


def _decade(it: Place) -> bool:
    """Whether an age, a price or a temperature is meant: "in his 60s", "into the mid-30s"."""
    first, words = it.match.first, it.tokens.words
    is_short = words[first].isdecimal() and len(words[first]) == _SHORT
    if is_short and it.before != "'":
        around = words[max(0, first - _SOON) : first + _SOON]
        is_early = int(words[first]) < _FIRST_DECADE
        if is_early or not it.lexicon.cues["measures"].isdisjoint(around):
            return True
    leads = it.tokens.words[max(0, first - _NEAR) : first]
    return not it.lexicon.cues["whose_age"].isdisjoint(leads)


def _decade_in_words(it: Place) -> bool:
    """Whether an age is meant: "in her mid-twenties"; a decade has its article."""
    leads = it.tokens.words[max(0, it.match.first - _NEAR) : it.match.first]
    return _decade(it) or it.lexicon.cues["the"].isdisjoint(leads)


def _tonight(it: Place) -> bool:
    """Whether it is a loan's length, or "very soon": "overnight lending", "almost overnight"."""
    return it.precedes("loans") or it.follows("almost")


def _sharp(it: Place) -> bool:
    return it.follows("high")


def _clock(it: Place) -> bool:
    """Whether it is how long something took: "won in 1:42", "with 3:15 left"."""
    return it.follows("lasting_in") or it.precedes("lasting_out")


_MADE: Mapping[str, Callable[[Place], bool]] = {
    "length": is_length_doubtful,
    "shifted": is_length_doubtful,
    "fiscal": _fiscal,
    "season": _season_of_year,
}
_LONE: Mapping[str, Callable[[Place], bool]] = {
    "year": is_plain_number,
    "month": is_month_doubtful,
    "weekday": is_weekday_doubtful,
    "season": is_season_doubtful,
    "part": _part,
    "holiday": is_holiday_doubtful,
    "unit": is_unit_doubtful,
    "units": is_units_doubtful,
    "adverb": _adverb,
    "dayword": _dayword,
    "ref": is_reference_doubtful,
    "theref": is_noun_doubtful,
    "sharp": _sharp,
    "clock": _clock,
    "tonight": _tonight,
    "decade": _decade,
    "decadeword": _decade_in_words,
}
