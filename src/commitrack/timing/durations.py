"""Durations: lengths of time in the words of a sentence, and what they are counted from.

What is no exact length ("at least 90 days", "60 to 90 days") is found too, and marked as loose, so
that whoever asks knows that the words hold more than one.
"""

import re
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from commitrack.timing.duration_words import DASHES, Piece, around, kind_of, pieces_of
from commitrack.timing.lexicon import lexicon
from commitrack.timing.periods import Period
from commitrack.timing.quantities import quantity_at
from commitrack.timing.rules_counted import period_of

_QUOTES = frozenset("'\N{RIGHT SINGLE QUOTATION MARK}")
_LONGEST_BASE = 80
_MOST_DIGITS, _MOST_FOUND, _MOST_BETWEEN, _MOST_BACK, _LONGEST_PHRASE = 5, 20, 4, 10, 4
_SIDES = {"after": "after", "from": "after", "of": "after", "starting": "after", "before": "before"}
_STARTS = frozenset({"from", "starting"})
_LEADS_OF_ONE = frozenset({"in", "within", "for"})
_UNITS = frozenset({"unit", "units"})


class Duration(NamedTuple):
    """A length of time in a text.

    Attributes:
        period: its days are business days where `in_business_days`.
        lead: the word that it hangs on: "in", "within", "for", "by", or "".
        side: "after" or "before" where the words go on with what it is counted from.
        base: where that begins (an offset of characters), in either case.
        is_loose: no exact length, or one of the past.
        earlier: where a day may stand that "from … for 90 days" starts on, else None.
    """

    period: Period
    in_business_days: bool
    text: str
    start: int
    end: int
    lead: str = ""
    side: str = ""
    base: int = 0
    is_loose: bool = False
    earlier: int | None = None


def find_durations(text: str) -> tuple[Duration, ...]:
    """The lengths of time in a text, the first twenty, in the order of the text.

    >>> [(one.period.days, one.lead) for one in find_durations("paused for ninety (90) days")]
    [(90, 'for')]
    >>> find_durations("the 70-year-old alliance, at $20bn a year")
    ()
    """
    if not _may_hold_one().search(text):
        return ()
    pieces = pieces_of(text)
    found: list[Duration] = []
    for place in range(1, len(pieces)):
        one = _duration(text, pieces, place)
        if one is not None:
            found.append(one)
        if len(found) == _MOST_FOUND:
            break
    return tuple(found)


def names_base(text: str, duration: Duration, kind: str) -> bool:
    """Whether the words go on with one of the names of a base, `said` or `effective`."""
    if not duration.side:
        return False
    rest = pieces_of(text[duration.base : duration.base + _LONGEST_BASE])
    return any(_begins_with(rest, name.split()) for name in around()[kind])


def _begins_with(pieces: Sequence[Piece], name: Sequence[str]) -> bool:
    """Whether the name stands there whole, and not in the genitive: "the order's expiry"."""
    after = pieces[len(name) : len(name) + 1]
    is_there = [piece.spelled for piece in pieces[: len(name)]] == name
    return is_there and not (after and after[0].text in _QUOTES)


@cache
def _may_hold_one() -> re.Pattern[str]:
    """A unit, anywhere: most texts hold none, and are not cut into pieces."""
    units = sorted(word for word, known in lexicon().words.items() if known.kind in _UNITS)
    return re.compile("|".join(map(re.escape, units)), re.IGNORECASE)


def _duration(text: str, pieces: Sequence[Piece], unit: int) -> Duration | None:
    """The length of time whose unit stands there."""
    known = lexicon().words.get(pieces[unit].spelled)
    if known is None or known.kind not in _UNITS or _is_part_of_more(pieces, unit):
        return None
    place, is_business = _skip_kinds(pieces, unit - 1)
    number = quantity_at(pieces, place)
    if number is None or not 0 < number.value < 10**_MOST_DIGITS:
        return None
    if is_business and known.value != "d":
        return None
    lead, is_loose, first = _before(pieces, number.first)
    side, base, is_loosely = _after(pieces, unit + 1)
    start, end = pieces[number.first].start, pieces[unit].end
    is_idiom = text[start:end].lower() in around()["idiom"] and not side
    if (number.is_article or is_idiom) and lead not in _LEADS_OF_ONE:
        return None
    return Duration(
        period_of({"number": number.value, "units": known.value}),
        is_business,
        text[start:end],
        start,
        end,
        lead,
        side,
        base,
        is_loose or is_loosely,
        _earlier(pieces, first),
    )


def _is_part_of_more(pieces: Sequence[Piece], unit: int) -> bool:
    """Whether the unit is within a longer word, as in "70-year-old"."""
    after = pieces[unit + 1 : unit + 3]
    return (
        len(after) > 1
        and after[0].text in DASHES
        and pieces[unit].end == after[0].start
        and after[0].end == after[1].start
    )


def _skip_kinds(pieces: Sequence[Piece], place: int) -> tuple[int, bool]:
    """Back over hyphens and words such as "business" or "calendar"."""
    is_business = False
    while place >= 0:
        word = pieces[place].spelled
        if word in around()["business"]:
            is_business = True
        elif word not in around()["plain"] and pieces[place].text not in DASHES:
            break
        place -= 1
    return place, is_business


def _before(pieces: Sequence[Piece], first: int) -> tuple[str, bool, int]:
    """What the length hangs on, whether it is loose, and the first piece that belongs to it."""
    place = first - 1
    if place > 0 and pieces[place].spelled in around()["joint"]:
        is_range = quantity_at(pieces, place - 1) is not None
        if is_range:
            return "", True, place
    while place >= 0 and pieces[place].spelled in around()["filler"]:
        place -= 1
    if place < 0:
        return "", False, first
    two = " ".join(piece.spelled for piece in pieces[max(place - 1, 0) : place + 1])
    word = pieces[place].spelled
    loose = around()["loose"]
    is_loose = any(piece.spelled in loose for piece in pieces[place:first])
    lead = around()["lead"].get(two) or around()["lead"].get(word, "")
    is_loose = (is_loose and not lead) or _follows(pieces, place, "unlike")
    if is_loose or two in loose:
        return "", True, place
    return lead, False, place if lead else place + 1


def _follows(pieces: Sequence[Piece], place: int, section: str) -> bool:
    """Whether the piece before a place is one of those words."""
    return place > 0 and pieces[place - 1].spelled in around()[section]


def _after(pieces: Sequence[Piece], place: int) -> tuple[str, int, bool]:
    """The side and the place of what the length is counted from; whether it is loose."""
    while place < len(pieces) and pieces[place].text in _QUOTES:
        place += 2 if pieces[place + 1 : place + 2] and pieces[place + 1].spelled == "s" else 1
    if place >= len(pieces):
        return "", 0, False
    if pieces[place].spelled in around()["loosely"]:
        return "", 0, True
    kind, used = _phrase(pieces, place)
    if kind in _SIDES:
        return _SIDES[kind], _offset(pieces, place + used), False
    for later in range(place, min(place + _MOST_BETWEEN, len(pieces))):
        kind, used = _phrase(pieces, later)
        if kind in _STARTS:
            return "", _offset(pieces, later + used), False
    return "", 0, False


def _offset(pieces: Sequence[Piece], place: int) -> int:
    return pieces[place].start if place < len(pieces) else pieces[-1].end


def _phrase(pieces: Sequence[Piece], place: int) -> tuple[str, int]:
    """The kind of the longest phrase that begins there, and how many pieces it has."""
    for count in range(min(_LONGEST_PHRASE, len(pieces) - place), 0, -1):
        kind = kind_of(" ".join(piece.spelled for piece in pieces[place : place + count]))
        if kind:
            return kind, count
    return "", 1


def _earlier(pieces: Sequence[Piece], first: int) -> int | None:
    """Where the day of "from 24 February for 150 days" would begin."""
    for place in range(first - 1, max(first - _MOST_BACK, -1), -1):
        kind, used = _phrase(pieces, place)
        if kind in _STARTS:
            return _offset(pieces, place + used)
    return None
