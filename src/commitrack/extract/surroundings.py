"""Surroundings: a sentence with what went before it in the article, and who is named in them."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from commitrack.extract.clauses import Subject
from commitrack.extract.lexicon import Lexicon
from commitrack.extract.mentions import Mention, placed
from commitrack.extract.names import mentions
from commitrack.extract.tokens import Tokens


class Surroundings(NamedTuple):
    """A sentence, and what went before it in the article.

    Attributes:
        recent: the tokens of the last sentences, that of the sentence itself at the end.
        parties: codes of countries and institutions by what they are called.
    """

    text: str
    recent: Sequence[Tokens]
    lexicon: Lexicon
    parties: Mapping[str, str]

    @property
    def tokens(self) -> Tokens:
        """The sentence itself."""
        return self.recent[-1]

    def is_in(self, name: str, at: int) -> bool:
        """Whether the token of the sentence is of a class."""
        lows = self.tokens.lows
        return 0 <= at < len(lows) and lows[at] in self.lexicon.classes[name]

    def mentions(self, first: int, end: int) -> Iterator[Mention]:
        """Who is named between two tokens of the sentence, and where."""
        return self._mentions(self.tokens, first, end)

    def mentions_in(self, subject: Subject) -> Iterator[Mention]:
        """Who is named among the words of a subject, and where."""
        return self.mentions(subject.first, subject.end)

    def parties_between(self, first: int, end: int) -> tuple[str, ...]:
        """All parties named between two tokens of the sentence, each once."""
        return tuple(dict.fromkeys(found.party for found in self.mentions(first, end)))

    def backwards(self, before: int) -> Iterator[Mention]:
        """Who is named before a token of the sentence, the nearest first."""
        yield from reversed(list(self._placed(self.tokens, before)))
        for tokens in reversed(self.recent[:-1]):
            yield from reversed(list(self._placed(tokens, len(tokens))))

    def foremost(self, before: int) -> Iterator[Mention]:
        """Who "it" may mean, the likeliest first.

        That is who is named nearest in the sentence, else who opens the one before it; last comes
        who only stands after a preposition.
        """
        here = [found for found in self._placed(self.tokens, before) if not found.is_oblique][::-1]
        last = self.recent[-2] if len(self.recent) > 1 else None
        there = self._placed(last, len(last)) if last is not None else ()
        yield from sorted(here, key=lambda found: found.is_modifier)
        yield from (one for one in there if not (one.is_oblique or one.is_modifier))
        yield from self.backwards(before)

    def _placed(self, tokens: Tokens, before: int) -> Iterator[Mention]:
        for found in self._mentions(tokens, 0, before):
            yield placed(found, tokens, self.lexicon)

    def _mentions(self, tokens: Tokens, first: int, end: int) -> Iterator[Mention]:
        return mentions(self.text, tokens, (first, end), self.lexicon, self.parties)
