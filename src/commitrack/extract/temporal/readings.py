"""Readings: what the words from a place on may mean, each place read once."""

from collections.abc import Iterator

from commitrack.extract.temporal.lexicon import Lexicon, Reading
from commitrack.extract.temporal.notations import read_digits
from commitrack.extract.temporal.numbers import read_number, year_in_words
from commitrack.extract.temporal.tokens import Tokens

_ABBREVIATED = {"month", "weekday", "unit", "units"}
SIGNS = frozenset(",-/'")
_RANGES = ("to", "or", "and", "-")


class Readings:
    """The readings of one block, kept by place."""

    def __init__(self, tokens: Tokens, lexicon: Lexicon, literals: frozenset[str]) -> None:
        self._tokens = tokens
        self._lexicon = lexicon
        self._literals = literals
        self._known: dict[int, tuple[Reading, ...]] = {}

    def at(self, place: int) -> tuple[Reading, ...]:
        """All readings that begin at a place."""
        known = self._known.get(place)
        if known is None:
            known = self._known[place] = tuple(self._read(place))
        return known

    def _read(self, place: int) -> Iterator[Reading]:
        words = self._tokens.words
        if place >= len(words):
            return
        word = words[place]
        if word in SIGNS:
            yield Reading(word, 1, None)
        if word in self._literals:
            yield Reading(f"'{word}", 1, word)
        yield from self._phrases(place, word)
        if word[0].isdecimal():
            yield from read_digits(self._tokens, place)
            yield from self._numbers(place)
            return
        for reading in self._lexicon.single.get(word, ()):
            if reading.name == "number":
                yield from self._numbers(place)
                year = year_in_words(self._tokens, place, self._lexicon)
                if year:
                    yield year
            elif reading.name in _ABBREVIATED and self._is_abbreviation(place):
                yield Reading(reading.name, 2, reading.value)
            else:
                yield reading

    def _is_abbreviation(self, place: int) -> bool:
        words = self._tokens.words
        return (
            words[place] in self._lexicon.cues["abbreviated"]
            and place + 1 < len(words)
            and words[place + 1] == "."
            and self._tokens.is_adjacent(place + 1)
        )

    def _phrases(self, place: int, word: str) -> Iterator[Reading]:
        words = self._tokens.words
        for rest, reading in self._lexicon.phrases.get(word, ()):
            if tuple(words[place + 1 : place + 1 + len(rest)]) == rest:
                yield reading

    def _numbers(self, place: int) -> Iterator[Reading]:
        """A number, and the same with what it is a range to: "two to three"; the first counts."""
        words = self._tokens.words
        amount = read_number(self._tokens, place, self._lexicon)
        if amount is None:
            return
        yield Reading("number", amount.after - place, amount.value)
        after = amount.after
        if after + 1 >= len(words):
            return
        if words[after] in _RANGES:
            other = read_number(self._tokens, after + 1, self._lexicon)
            if other and other.value > amount.value:
                yield Reading("number", other.after - place, amount.value)
        if words[after : after + 3] == ["and", "a", "half"]:
            yield Reading("number", after + 3 - place, amount.value + 0.5)
