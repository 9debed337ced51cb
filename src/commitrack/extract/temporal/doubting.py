"""Doubting: words that match a pattern and, where they stand, name no time."""

from collections.abc import Callable, Mapping
from typing import NamedTuple

from commitrack.extract.temporal.lexicon import Lexicon
from commitrack.extract.temporal.matching import Match
from commitrack.extract.temporal.numbers import VAGUE
from commitrack.extract.temporal.periods import DAY, QUARTER, SIZES
from commitrack.extract.temporal.tokens import Tokens

_NEAR, _SOON = 2, 6
_LENGTHS = {"length", "shifted"}
_FIRST_YEAR, _LAST_YEAR = 1500, 2100
_FIRST_PLAIN, _LAST_PLAIN = 1900, 2050
_WITHIN_NUMBERS = {".", ",", "-", "/", ":"}


def is_doubtful(match: Match, tokens: Tokens, lexicon: Lexicon) -> bool:
    """Whether the words before and after speak against a match."""
    it = _Place(
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
        return _is_length_doubtful(it)
    return _is_name_doubtful(it)


def _is_fraction(it: "_Place") -> bool:
    """Whether digits are those after a decimal point."""
    is_number = it.match.readings[0].name in {"year", "number", "day"}
    return is_number and it.before == "." and it.tokens.is_adjacent(it.match.first)


def _is_name_doubtful(it: "_Place") -> bool:
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


def _is_before_noun(match: Match, tokens: Tokens) -> bool:
    """Whether "a year" is cut out of "a year-earlier loss", where the article is the noun's."""
    if match.readings[0].name != "one":
        return False
    last = match.last if match.rule.maker == "shifted" else match.last + 1
    return last < len(tokens.words) and tokens.is_compound(match.first, last)


def _is_length_doubtful(it: "_Place") -> bool:
    match = it.match
    if it.precedes("old") or _is_before_noun(match, it.tokens) or _is_title(match, it.tokens):
        return True
    unit = match.get("unit") or match.get("units")
    if it.is_among("that") or _is_odd_number(it):
        return True  # "that one day it would"
    if unit in {"WE", QUARTER} and match.has("one") and match.rule.maker != "shifted":
        return True  # "a quarter of its dealers"
    return unit == "TS" and match.has("one")


def _is_odd_number(it: "_Place") -> bool:
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


class _Place(NamedTuple):
    """A match of one word or phrase, and the words beside it."""

    match: Match
    tokens: Tokens
    lexicon: Lexicon
    before: str
    after: str

    @property
    def word(self) -> str:
        """Its first word."""
        return self.tokens.words[self.match.first]

    @property
    def is_capital(self) -> bool:
        """Whether it begins with a capital."""
        return self.tokens.text[self.tokens.starts[self.match.first]].isupper()

    @property
    def is_name_after(self) -> bool:
        """Whether a capital follows, as in the name of a person."""
        after = self.match.last + 1
        tokens = self.tokens
        return after < len(tokens.words) and tokens.text[tokens.starts[after]].isupper()

    @property
    def is_in_name(self) -> bool:
        """Whether it has a capital within a sentence, as in the name of a newspaper."""
        first, tokens = self.match.first, self.tokens
        return (
            self.is_capital
            and self.before[:1].isalpha()
            and (tokens.text[tokens.starts[first - 1]].isupper() or self.is_name_after)
        )

    def is_among(self, name: str) -> bool:
        """Whether the word stands in a list."""
        return self.word in self.lexicon.cues[name]

    def follows(self, name: str) -> bool:
        """Whether the word before stands in a list."""
        return self.before in self.lexicon.cues[name]

    def precedes(self, name: str) -> bool:
        """Whether the word after stands in a list."""
        return self.after in self.lexicon.cues[name]


def _month(it: _Place) -> bool:
    if not it.is_capital:
        return True
    if it.follows("month_preps"):
        return False
    if it.is_among("shy_months"):
        return not it.follows("month_leads") or it.is_name_after
    return it.is_among("name_months") and it.is_name_after


def _weekday(it: _Place) -> bool:
    is_short = it.match.last == it.match.first
    return not it.is_capital or (it.is_among("shy_days") and is_short)


def _season(it: _Place) -> bool:
    return not it.follows("season_leads") or it.precedes("of")


def _part(it: _Place) -> bool:
    if it.follows("in") and (it.match.last > it.match.first or it.precedes("part_nouns")):
        return False  # "in mid-afternoon", "in morning trading"
    return not it.follows("the") or it.precedes("of")


def _holiday(it: _Place) -> bool:
    return not it.is_capital


def _unit(it: _Place) -> bool:
    """Whether "the quarter" is no time: it is one after "for" or before "ended"."""
    if not it.follows("the"):
        return True
    first = it.match.first
    if SIZES.get(it.match.readings[0].value, 0) > SIZES[DAY]:
        return it.tokens.is_compound(first, it.match.last + 1)  # "the year-to-year gain"
    lead = it.tokens.words[first - 2] if first >= _NEAR else ""
    return lead not in it.lexicon.cues["unit_leads"] and not it.precedes("ended")


def _units(it: _Place) -> bool:
    if it.match.readings[0].value in {"TS", QUARTER} or it.precedes("not_after_units"):
        return not it.follows("plain_units")
    if it.follows("not_before_units") or it.before.isdecimal() or it.is_in_name:
        return True
    is_plain = it.word not in it.lexicon.cues["shy_units"]
    return not (is_plain or it.follows("plain_units") or it.precedes("after_units"))


def _adverb(it: _Place) -> bool:
    if it.is_in_name or it.follows("averages"):
        return True
    return it.is_among("shy_adverbs") and it.after != "" and not it.precedes("after_adverbs")


def _dayword(it: _Place) -> bool:
    return it.is_in_name


def _ref(it: _Place) -> bool:
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


def _theref(it: _Place) -> bool:
    return not it.follows("the") or (it.after.isalpha() and not it.precedes("after_the_ref"))


def _decade(it: _Place) -> bool:
    """Whether the age of a person is meant: "in his 60s, in her early 30s"."""
    first = it.match.first
    leads = it.tokens.words[max(0, first - _NEAR) : first]
    return not it.lexicon.cues["whose_age"].isdisjoint(leads)


def _sharp(it: _Place) -> bool:
    return it.follows("high")


def _year(it: _Place) -> bool:
    """Whether digits are a number, not a year."""
    match, year = it.match, it.match.readings[0].value
    if match.last > match.first:  # in words
        return False
    if not _FIRST_YEAR <= year <= _LAST_YEAR or _is_number(it):
        return True
    if _FIRST_PLAIN <= year <= _LAST_PLAIN:
        return (it.follows("not_years") and not _is_from_year(it)) or it.before[-1:].isdecimal()
    return not it.follows("year_leads")


def _is_from_year(it: _Place) -> bool:
    """Whether "until" or the like stands before: "until at least 2027"."""
    first = it.match.first
    leads = it.tokens.words[max(0, first - 3) : first - 1]
    return not it.lexicon.cues["year_far_leads"].isdisjoint(leads)


def _is_number(it: _Place) -> bool:
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


_LONE: Mapping[str, Callable[[_Place], bool]] = {
    "year": _year,
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
