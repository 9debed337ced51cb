"""Beside: a match, and the words right before and after it."""

from typing import NamedTuple

from commitrack.extract.temporal.lexicon import Lexicon
from commitrack.extract.temporal.matching import Match
from commitrack.extract.temporal.tokens import Tokens


class Place(NamedTuple):
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
    def is_all_capitals(self) -> bool:
        """Whether it is all capitals, as the short name of a firm."""
        first = self.match.first
        return self.tokens.text[self.tokens.starts[first] : self.tokens.end(first)].isupper()

    @property
    def is_name_after(self) -> bool:
        """Whether a capital follows, as in the name of a person."""
        after = self.match.last + 1
        tokens = self.tokens
        return after < len(tokens.words) and tokens.text[tokens.starts[after]].isupper()

    @property
    def is_acronym_after(self) -> bool:
        """Whether capitals alone follow, which go on no name of a person: "the May NATO summit"."""
        after, tokens = self.match.last + 1, self.tokens
        if after >= len(tokens.words):
            return False
        word = tokens.text[tokens.starts[after] : tokens.end(after)]
        return len(word) > 1 and word.isupper()

    @property
    def is_part_after(self) -> bool:
        """Whether a part of the day or a weekday follows: "Christmas morning"."""
        readings = self.lexicon.single.get(self.after, ())
        return any(reading.name in {"part", "weekday", "month"} for reading in readings)

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
