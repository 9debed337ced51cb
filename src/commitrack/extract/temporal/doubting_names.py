"""Doubting names: months, weekdays, seasons and feasts that are other words, or parts of names."""

from commitrack.extract.temporal.beside import Place
from commitrack.extract.temporal.lexicon import Lexicon
from commitrack.extract.temporal.matching import Match
from commitrack.extract.temporal.periods import DAY, QUARTER
from commitrack.extract.temporal.tokens import Tokens

_FAR = 12


def is_name_doubtful(it: Place) -> bool:
    """Whether a month or weekday among other words is another word: "this may", "that Sun"."""
    match, tokens = it.match, it.tokens
    if match.has("month"):
        return not match.has("day") and _is_small_verb(match, tokens, it.lexicon)
    if match.has("rel") and match.get("unit") == DAY and _is_to_come(it):
        return True
    if match.get("unit") == QUARTER and match.last == match.first + 1:
        is_compound = tokens.is_compound(match.first, match.last + 1)
        if is_compound and it.precedes("quarter_things"):
            return True  # "the same quarter-point"
    if match.has("nth") and (match.get("unit") == QUARTER or match.has("half")):
        around = tokens.words[max(0, match.first - _FAR) : match.last + _FAR]
        return not it.lexicon.cues["plays"].isdisjoint(around)
    if match.has("weekday") and match.has("part") and _is_programme(it, match.last):
        return True  # "Saturday Night Live"
    is_short = tokens.words[match.last] in it.lexicon.cues["shy_days"]
    return is_short and match.has("rel") and match.has("weekday")


def _is_programme(it: Place, part: int) -> bool:
    """Whether the part of the day at a place, and the word after it, are of a name."""
    tokens, after = it.tokens, part + 1
    word = "".join(tokens.words[after : after + 1])
    if not word.isalpha() or word in it.lexicon.cues["after_nth"]:
        return False  # "Mayor Speaks Tuesday Night In Leeds"
    start, following = tokens.starts[part], tokens.text[tokens.starts[after]]
    return tokens.text[start : start + 2].istitle() and following.isupper()


def _is_to_come(it: Place) -> bool:
    """Whether a day is told to come: "if that day ever comes", "that day has come"."""
    following = it.tokens.words[it.match.last + 1 : it.match.last + 3]
    comes = it.lexicon.cues["day_comes"]
    return " ".join(following) in comes or not comes.isdisjoint(following[:1])


def _is_small_verb(match: Match, tokens: Tokens, lexicon: Lexicon) -> bool:
    """Whether the month is a verb, or a shortened word of another kind: "this may", "march"."""
    place = match.first
    for reading in match.readings:
        if reading.name == "month":
            break
        place += reading.length
    is_small = tokens.text[tokens.starts[place]].islower()
    return is_small and tokens.words[place] in lexicon.cues["shy_months"]


def is_month_doubtful(it: Place) -> bool:
    """Whether a month is a verb or a name: "may", "April Smith"."""
    if not it.is_capital:
        return not it.follows("part_portions")
    if it.follows("month_preps"):
        return False
    if it.is_among("short_months"):  # "Feb output rose"
        return it.is_name_after or it.is_in_name or it.is_all_capitals
    if it.is_among("marching") and it.precedes("marches") and it.follows("the"):
        return True  # "the March on Washington"
    is_name_after = it.is_name_after and not it.is_acronym_after
    if it.is_among("shy_months"):
        return not it.follows("month_leads") or is_name_after
    return it.is_among("name_months") and is_name_after


def is_weekday_doubtful(it: Place) -> bool:
    """Whether a weekday is another word or in a name: "sun", "the Sunday Times"."""
    is_short = it.match.last == it.match.first
    if it.is_name_after and it.precedes("names_after_days"):
        return True  # "the Sunday Times", "Friday Inc."
    if it.is_part_after and _is_programme(it, it.match.last + 1):
        return True  # "Saturday Night Live"
    if it.follows("names_before_days") and it.is_in_name:
        return True  # "Bloody Sunday"
    return not it.is_capital or (it.is_among("shy_days") and is_short)


def is_season_doubtful(it: Place) -> bool:
    """Whether a season is another word or in a name: "fall", "Winter Park"."""
    if it.is_capital and it.is_name_after and it.match.first and it.before.isalpha():
        return True  # "and Winter Park"
    if it.precedes("season_things") or (it.is_among("shy_seasons") and _is_a_decline(it)):
        return True  # "the winter wheat"
    return not it.follows("season_leads") or it.precedes("of")


def _is_a_decline(it: Place) -> bool:
    """Whether "the fall" is one of prices or the like: no preposition stands before it."""
    lead = it.tokens.words[it.match.first - 2] if it.match.first > 1 else ""
    return it.follows("the") and lead not in it.lexicon.cues["season_leads"]


def is_holiday_doubtful(it: Place) -> bool:
    """Whether it is no feast, or one in a name or beside its tree: "Christmas Island"."""
    is_day = it.tokens.words[it.match.last] in it.lexicon.cues["feast_days"]
    if not it.is_capital or (it.precedes("feast_things") and not is_day):
        return True
    last = it.match.last + 1
    things = it.lexicon.cues["feast_things"].intersection(it.tokens.words[last + 2 : last + 3])
    if it.precedes("possessive") and things:
        return True  # "a New Year's resolution"
    is_next = last < len(it.tokens.words) and it.tokens.words[last].isalpha()
    return is_next and it.is_name_after and not it.is_part_after
