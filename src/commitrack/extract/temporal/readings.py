"""Readings: what the words from a place on may mean, each place read once."""

from collections.abc import Iterator

from commitrack.extract.temporal.digits import read_digits
from commitrack.extract.temporal.grammar import Grammar
from commitrack.extract.temporal.lexicon import Reading
from commitrack.extract.temporal.numbers import read_number, year_in_words
from commitrack.extract.temporal.tokens import Tokens

_ABBREVIATED = {"month", "weekday", "unit", "units"}
_NOTHING: tuple[Reading, ...] = ()


class Readings:
    """The readings of one block, kept by place."""

    def __init__(self, tokens: Tokens, grammar: Grammar) -> None:
        self._tokens = tokens
        self._words = tokens.words
        self._size = len(tokens.words)
        self._words_after = [*tokens.words[1:], ""]
        self._ready = grammar.ready
        self._opening = grammar.opening
        self._lexicon = grammar.lexicon
        self._literals = grammar.literals
        self._known: dict[int, tuple[Reading, ...]] = {}

    def at(self, place: int) -> tuple[Reading, ...]:
        """All readings that begin at a place."""
        if place >= self._size:
            return _NOTHING
        word = self._words[place]
        ready = self._ready.get(word)
        if ready is not None:
            return ready
        opening = self._opening.get(word)
        if opening is not None and self._words_after[place] not in opening.seconds:
            return opening.readings
        known = self._known.get(place)
        if known is None:
            known = self._known[place] = tuple(self._read(place, word))
        return known

    def _read(self, place: int, word: str) -> Iterator[Reading]:
        if "0" <= word[0] <= "9":
            yield from read_digits(self._tokens, place, self._lexicon)
            yield from self._numbers(place)
            if word in self._lexicon.phrases:
                yield from self._phrases(place, word)
            return
        if word in self._literals:
            yield Reading(f"'{word}", 1, word)
        if word in self._lexicon.phrases:
            yield from self._phrases(place, word)
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

    def _phrases(self, place: int, word: str) -> Iterator[Reading]:
        """The phrases that stand at a place, which its word begins."""
        following = self._words_after[place]
        for rest, reading in self._lexicon.phrases.get(word, ()):
            if rest[0] != following:
                continue
            if tuple(self._words[place + 1 : place + 1 + len(rest)]) == rest:
                yield reading

    def _is_abbreviation(self, place: int) -> bool:
        words = self._words
        return (
            words[place] in self._lexicon.cues["abbreviated"]
            and place + 1 < self._size
            and words[place + 1] == "."
            and self._tokens.is_adjacent(place + 1)
        )

    def _numbers(self, place: int) -> Iterator[Reading]:
        """A number, and the same with what it is a range to: "two to three"; the first counts."""
        words, cues = self._words, self._lexicon.cues
        amount = read_number(self._tokens, place, self._lexicon)
        if amount is None:
            return
        yield Reading("number", amount.after - place, amount.value)
        after = amount.after
        if after >= self._size or words[after] not in cues["ranges"]:
            return
        following = "".join(words[after + 1 : after + 2])
        if words[after : after + 1] == ["-"] and following in cues["ranges"]:
            after += 1  # "a two- to three-year programme"
        if after + 1 >= self._size:
            return
        if words[after] in cues["ranges"]:
            other = read_number(self._tokens, after + 1, self._lexicon)
            if other and other.value > amount.value:
                yield Reading("number", other.after - place, amount.value)
            if " ".join(words[after : after + 3]) in cues["half_tail"]:
                yield Reading("number", after + 3 - place, amount.value + 0.5)
