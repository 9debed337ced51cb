"""Islands: where in a text a pattern may begin."""

from commitrack.extract.temporal.grammar import Grammar
from commitrack.extract.temporal.tokens import Tokens

_YEAR, _DATE = 4, 8  # how many digits
_WITHIN_NUMBERS = ",."


def islands(tokens: Tokens, it: Grammar) -> list[int]:
    """The places where a pattern may begin; all else is passed by at the price of a look-up."""
    words, nexts, alone = tokens.words, it.nexts, it.alone
    begin = {word for word in set(words) if word in nexts or "0" <= word[0] <= "9"}
    after = [*words[1:], " "]
    found = []
    for place, word in enumerate(words):
        if word not in begin:
            continue
        follow = nexts.get(word)
        if follow is None:
            is_here = word in alone or _is_number_island(words, place, it)
        else:
            following = after[place]
            is_here = word in alone or following in follow or "0" <= following[0] <= "9"
        if is_here:
            found.append(place)
    return found


def _is_number_island(words: list[str], place: int, it: Grammar) -> bool:
    """Whether digits may be a year or a date, or are followed by a word that counts them."""
    word = words[place]
    if len(word) == _YEAR or len(word) == _DATE:
        return True
    following = words[place + 1] if place + 1 < len(words) else " "
    if following in _WITHIN_NUMBERS:  # "3.5 years", "1,000 days", "25.12.2025"
        rest = words[place + 2 : place + 4]
        is_longer = len(rest) > 1 and (rest[1] == following or _may_count(words, place + 3, it))
        return is_longer and "0" <= rest[0][0] <= "9"
    return _may_count(words, place + 1, it) or "0" <= following[0] <= "9"


def _may_count(words: list[str], place: int, it: Grammar) -> bool:
    """Whether what digits count may be a time: "million" is none without what follows it."""
    following, after = words[place : place + 1], "".join(words[place + 1 : place + 2])
    word = following[0] if following else ""
    if word in it.scales:
        return after in it.scaled or after in it.phrased
    return word in it.counted or (word in it.phrased and after in it.phrased[word])
