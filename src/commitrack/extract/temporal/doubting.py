"""Doubting: words that match a pattern and, where they stand, name no time."""

from commitrack.extract.temporal.lexicon import Lexicon
from commitrack.extract.temporal.matching import Match
from commitrack.extract.temporal.tokens import Tokens

_NEAR = 2
_SHORT = 4


def is_doubtful(match: Match, tokens: Tokens, lexicon: Lexicon) -> bool:
    """Whether the words before and after speak against a match."""
    cues = lexicon.cues
    before = tokens.words[match.first - 1] if match.first else ""
    after = tokens.words[match.last + 1] if match.last + 1 < len(tokens.words) else ""
    first, maker = match.readings[0], match.rule.maker
    if before in cues["money"] or (before == "." and tokens.is_adjacent(match.first) and first.name in {"year", "number", "day"}):  # noqa: E501
        return True
    if maker in {"length", "shifted"} and after in cues["old"]:
        return True
    if match.has("rel") and match.has("weekday") and tokens.words[match.last] in cues["shy_days"]:
        return True
    if len(match.readings) == 1:
        return _is_lone_doubtful(match, tokens, lexicon, before, after)
    if maker == "length":
        return _is_length_doubtful(match, tokens)
    return False


def _is_length_doubtful(match: Match, tokens: Tokens) -> bool:
    unit = match.get("unit") or match.get("units")
    if _is_title(match, tokens):
        return True
    if unit == "WE" and match.has("one"):
        return True
    return unit == "TS" and (match.has("one") or match.has("nth"))


def _is_title(match: Match, tokens: Tokens) -> bool:
    """Whether the unit begins with a capital and goes on small: the name of a programme."""
    place = tokens.starts[match.last]
    return match.last > match.first and tokens.text[place].isupper() and tokens.text[place + 1 : place + 2].islower()


def _is_name_after(match: Match, tokens: Tokens) -> bool:
    """Whether a capital follows, as in the name of a person."""
    after = match.last + 1
    return after < len(tokens.words) and tokens.text[tokens.starts[after]].isupper()


def _is_lone_doubtful(match: Match, tokens: Tokens, lexicon: Lexicon, before: str, after: str) -> bool:
    cues, name = lexicon.cues, match.readings[0].name
    word = tokens.words[match.first]
    letter = tokens.text[tokens.starts[match.first]]
    if name == "year":
        return match.last == match.first and _is_number(match, tokens, lexicon, before, after)
    if name == "month":
        if not letter.isupper():
            return True
        return word in cues["shy_months"] and (
            before not in cues["month_leads"] or _is_name_after(match, tokens)
        )
    if name == "weekday":
        return not letter.isupper() or word in cues["shy_days"]
    if name == "season":
        return before not in cues["season_leads"]
    if name == "part":
        return before not in cues["the"] or after in cues["of"]
    if name == "holiday":
        return not letter.isupper()
    if name == "unit":
        return _is_unit_doubtful(match, tokens, lexicon, before, after)
    if name == "units":
        return before not in cues["plain_units"] and after not in cues["after_units"]
    if name == "adverb":
        return word in cues["shy_adverbs"] and after not in cues["after_adverbs"] and after != ""
    if name == "ref":
        phrase = tokens.span(match.first, match.last).lower()
        return phrase in cues["one_day"] and (
            before not in cues["one_day_leads"] or tokens.is_compound(match.first, match.last)
        )
    if name == "theref":
        return before not in cues["the"] or (after.isalpha() and after not in cues["after_the_ref"])
    if name == "sharp":
        return before in cues["high"]
    return False


def _is_unit_doubtful(match: Match, tokens: Tokens, lexicon: Lexicon, before: str, after: str) -> bool:
    """"the quarter" is a time after "for" or before "ended"."""
    cues = lexicon.cues
    if before not in cues["the"]:
        return True
    lead = tokens.words[match.first - 2] if match.first >= _NEAR else ""
    return lead not in cues["unit_leads"] and after not in cues["ended"]


def _is_number(match: Match, tokens: Tokens, lexicon: Lexicon, before: str, after: str) -> bool:
    """Whether four digits are a number, not a year."""
    cues, year = lexicon.cues, match.readings[0].value
    if not 1500 <= year <= 2100:  # noqa: PLR2004  years that news name alone
        return True
    if tokens.is_adjacent(match.first) and before not in cues["glue"]:
        return True
    if after in cues["year_units"] or after == "%":
        return True
    if after in {".", ",", "-", "/", ":"} and _goes_on(tokens, match.last + 1):
        return True
    return before not in cues["year_leads"]


def _goes_on(tokens: Tokens, place: int) -> bool:
    return (
        place + 1 < len(tokens.words)
        and tokens.is_adjacent(place)
        and tokens.is_adjacent(place + 1)
        and tokens.words[place + 1].isdecimal()
    )
