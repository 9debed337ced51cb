"""Doubting: words that match a pattern and, where they stand, name no time."""

from collections.abc import Callable, Mapping

from commitrack.extract.temporal.beside import Place
from commitrack.extract.temporal.doubting_lengths import is_length_doubtful
from commitrack.extract.temporal.doubting_years import is_plain_number
from commitrack.extract.temporal.lexicon import Lexicon
from commitrack.extract.temporal.matching import Match
from commitrack.extract.temporal.periods import DAY, QUARTER, SIZES
from commitrack.extract.temporal.tokens import Tokens

_NEAR, _SOON = 2, 6
_LENGTHS = {"length", "shifted"}


def is_doubtful(match: Match, tokens: Tokens, lexicon: Lexicon) -> bool:
    """Whether the words before and after speak against a match."""
    it = Place(
        match,
        tokens,
        lexicon,
        tokens.words[match.first - 1] if match.first else "",
        "".join(tokens.words[match.last + 1 : match.last + 2]),
    )
    if it.follows("money") or _is_fraction(it):
        return True
    if len(match.readings) == 1:
        check = _LONE.get(match.readings[0].name)
        return check is not None and check(it)
    if match.rule.maker in _LENGTHS:
        return is_length_doubtful(it)
    return _is_name_doubtful(it)


def _is_fraction(it: Place) -> bool:
    """Whether digits are those after a decimal point."""
    is_number = it.match.readings[0].name in {"year", "number", "day"}
    return is_number and it.before == "." and it.tokens.is_adjacent(it.match.first)


def _is_name_doubtful(it: Place) -> bool:
    """Whether a month or weekday among other words is another word: "this may", "that Sun"."""
    match, tokens = it.match, it.tokens
    if match.has("month"):
        return not match.has("day") and _is_small_verb(match, tokens, it.lexicon)
    is_short = tokens.words[match.last] in it.lexicon.cues["shy_days"]
    return is_short and match.has("rel") and match.has("weekday")


def _is_small_verb(match: Match, tokens: Tokens, lexicon: Lexicon) -> bool:
    """Whether the month is a verb, or a shortened word of another kind: "this may", "march"."""
    place = match.first
    for reading in match.readings:
        if reading.name == "month":
            break
        place += reading.length
    is_small = tokens.text[tokens.starts[place]].islower()
    return is_small and tokens.words[place] in lexicon.cues["shy_months"]


def _month(it: Place) -> bool:
    if not it.is_capital:
        return True
    if it.follows("month_preps"):
        return False
    if it.is_among("shy_months"):
        return not it.follows("month_leads") or it.is_name_after
    return it.is_among("name_months") and it.is_name_after


def _weekday(it: Place) -> bool:
    is_short = it.match.last == it.match.first
    return not it.is_capital or (it.is_among("shy_days") and is_short)


def _season(it: Place) -> bool:
    return not it.follows("season_leads") or it.precedes("of")


def _part(it: Place) -> bool:
    if it.follows("in") and (it.match.last > it.match.first or it.precedes("part_nouns")):
        return False  # "in mid-afternoon", "in morning trading"
    return not it.follows("the") or it.precedes("of")


def _holiday(it: Place) -> bool:
    return not it.is_capital


def _unit(it: Place) -> bool:
    """Whether "the quarter" is no time: it is one after "for" or before "ended"."""
    if not it.follows("the"):
        return True
    first = it.match.first
    if SIZES.get(it.match.readings[0].value, 0) > SIZES[DAY]:
        return it.tokens.is_compound(first, it.match.last + 1)  # "the year-to-year gain"
    lead = it.tokens.words[first - 2] if first >= _NEAR else ""
    return lead not in it.lexicon.cues["unit_leads"] and not it.precedes("ended")


def _units(it: Place) -> bool:
    if it.match.readings[0].value in {"TS", QUARTER} or it.precedes("not_after_units"):
        return not it.follows("plain_units")
    if it.follows("not_before_units") or it.before.isdecimal() or it.is_in_name:
        return True
    is_plain = it.word not in it.lexicon.cues["shy_units"]
    return not (is_plain or it.follows("plain_units") or it.precedes("after_units"))


def _adverb(it: Place) -> bool:
    if it.is_in_name or it.follows("averages"):
        return True
    return it.is_among("shy_adverbs") and it.after != "" and not it.precedes("after_adverbs")


def _dayword(it: Place) -> bool:
    return it.is_in_name


def _ref(it: Place) -> bool:
    last = it.match.last + 1
    if last < len(it.tokens.words) and it.tokens.is_compound(last - 1, last):
        return True  # "the now-defunct"
    phrase = " ".join(it.tokens.words[it.match.first : last])
    if phrase not in it.lexicon.cues["one_day"]:
        return it.follows("not_before_refs")
    if it.before in it.lexicon.cues["sentence_ends"]:
        after = it.tokens.words[last : last + _SOON]
        return it.lexicon.cues["modals"].isdisjoint(after)  # "One day he may return"
    is_compound = it.tokens.is_compound(it.match.first, it.match.last)
    return is_compound or not it.follows("one_day_leads")


def _theref(it: Place) -> bool:
    return not it.follows("the") or (it.after.isalpha() and not it.precedes("after_the_ref"))


def _decade(it: Place) -> bool:
    """Whether the age of a person is meant: "in his 60s, in her early 30s"."""
    first = it.match.first
    leads = it.tokens.words[max(0, first - _NEAR) : first]
    return not it.lexicon.cues["whose_age"].isdisjoint(leads)


def _sharp(it: Place) -> bool:
    return it.follows("high")


_LONE: Mapping[str, Callable[[Place], bool]] = {
    "year": is_plain_number,
    "month": _month,
    "weekday": _weekday,
    "season": _season,
    "part": _part,
    "holiday": _holiday,
    "unit": _unit,
    "units": _units,
    "adverb": _adverb,
    "dayword": _dayword,
    "ref": _ref,
    "theref": _theref,
    "sharp": _sharp,
    "decade": _decade,
    "decadeword": _decade,
}
