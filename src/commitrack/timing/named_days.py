"""Named days: days of the calendar that are named in a sentence, read by the grammar of dates."""

import re
from collections.abc import Sequence
from datetime import date, datetime
from typing import NamedTuple

from commitrack.errors import DateError
from commitrack.timing.anchor import Anchor
from commitrack.timing.grammar import parse_words
from commitrack.timing.lexicon import lexicon, spell

_WORD = re.compile(r"[^\s,;()\"\u201c\u201d]+,?")
_ISO = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_STOPS = ".:!?"
_LONGEST = 80
_MOST_WORDS, _MOST_TRIED = 6, 40
_NAMES = frozenset({"month", "day", "weekday"})
_BEGINS = frozenset({"number", "nth", "month", "weekday"})


class NamedDay(NamedTuple):
    """A day or an instant that words name, and where they end."""

    value: date | datetime
    end: int

    def day(self) -> date:
        """The civil day, of an instant on the clock that the words name."""
        return self.value.date() if isinstance(self.value, datetime) else self.value


def named_day_at(text: str, start: int, anchor: Anchor, near: date) -> NamedDay | None:
    """The day that the words from there on name, as many of them as make one.

    Args:
        text: the sentence.
        start: an offset of characters.
        anchor: when it was said.
        near: of a day without a year, the one that is nearest to this is taken.
    """
    words = list(_WORD.finditer(text[start : start + _LONGEST]))[:_MOST_WORDS]
    for count in range(len(words), 0, -1):
        some = [word[0].rstrip(_STOPS) for word in words[:count]]
        if not _names_a_day(some):
            return None
        value = _single_day(" ".join(some).rstrip(","), anchor, near)
        if value is not None:
            return NamedDay(value, start + words[count - 1].end())
    return None


def named_days(text: str, anchor: Anchor, near: date) -> frozenset[date]:
    """The days that a text names, those in its first forty places where one may begin."""
    found: set[date] = set()
    end = tried = 0
    for word in _WORD.finditer(text):
        if word.start() < end or not _may_begin(word[0]):
            continue
        tried += 1
        if tried > _MOST_TRIED:
            break
        named = named_day_at(text, word.start(), anchor, near)
        if named is not None:
            found.add(named.day())
            end = named.end
    return frozenset(found)


def _names_a_day(words: Sequence[str]) -> bool:
    """Whether there is a month, a weekday or the like: "30 days" is no day that is named."""
    return any(_kind(word) in _NAMES or _ISO.search(word) for word in words)


def _may_begin(word: str) -> bool:
    return word[0].isdigit() or _kind(word.rstrip(_STOPS)) in _BEGINS


def _kind(word: str) -> str:
    known = lexicon().words.get(spell(word.rstrip(",")))
    return "" if known is None else known.kind


def _single_day(words: str, anchor: Anchor, near: date) -> date | datetime | None:
    try:
        read = parse_words(words, anchor)
    except DateError:
        return None
    when = read.when
    if when.first is None or when.first != when.last or when.approximate or read.side:
        return None
    value = when.at or when.first
    return _nearest(value, near) if read.inferred_year else value


def _nearest(value: date | datetime, near: date) -> date | datetime:
    """The day in its own year or in the one before it, whichever is nearer."""
    try:
        earlier = value.replace(year=value.year - 1)
    except ValueError:  # 29 February, or the first year
        return value
    return min(value, earlier, key=lambda one: abs(one.toordinal() - near.toordinal()))
