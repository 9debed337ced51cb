"""Tokens: the words, numbers and signs of a text, in lower case, each with its place."""

import re
from collections.abc import Iterator
from functools import cache
from itertools import accumulate
from typing import NamedTuple

BLOCK = 50_000
_SLACK = 2_000
_HYPHENS = "-\N{HYPHEN}\N{NON-BREAKING HYPHEN}"


class Tokens(NamedTuple):
    """A block of a text as parallel lists; hyphens within a word are left out.

    Attributes:
        text: the block as it stands.
        offset: where the block begins in the whole text.
        words: letters, digits or a sign; "a.m." is one word.
        starts: where each begins in the block.
    """

    text: str
    offset: int
    words: list[str]
    starts: list[int]

    def end(self, index: int) -> int:
        """Where a token ends in the block."""
        return self.starts[index] + len(self.words[index])

    def is_adjacent(self, index: int) -> bool:
        """Whether nothing stands between a token and the one before it."""
        return 0 < index < len(self.words) and self.end(index - 1) == self.starts[index]

    def is_compound(self, first: int, last: int) -> bool:
        """Whether the last two words are one before a noun, as in "the third-quarter loss"."""
        is_word = 0 <= first < last < len(self.words)
        return is_word and self.text[self.end(last - 1)] in _HYPHENS

    def span(self, first: int, last: int) -> str:
        """The text from one token to another, both included, on one line."""
        return " ".join(self.text[self.starts[first] : self.end(last)].split())


@cache
def _expressions(dotted: frozenset[str]) -> tuple[re.Pattern[str], re.Pattern[str]]:
    first = "".join(f"{re.escape(word)}(?!\\w)|" for word in sorted(dotted, reverse=True))
    token = re.compile(rf"({first}[^\W\d_]+|\d+|[^\w\s]|_)")
    joint = re.compile(r"-(?<=[^\W\d_]-)(?=\w)|-(?<=\d-)(?=[^\W\d_])")
    return token, joint


def scan(text: str, dotted: frozenset[str] = frozenset(), offset: int = 0) -> Tokens:
    """The tokens of a block; `dotted` are the abbreviations that are one word.

    >>> scan("In mid-1996, by 10 a.m.", frozenset({"a.m."})).words
    ['in', 'mid', '1996', ',', 'by', '10', 'a.m.']
    """
    token, joint = _expressions(dotted)
    parts = token.split(joint.sub(" ", _lower(text)))  # gap, word, gap, ... word, gap
    ends = list(accumulate(map(len, parts)))
    return Tokens(text, offset, parts[1::2], ends[:-1:2])


def _lower(text: str) -> str:
    """Lower case and plain apostrophes and dashes; as long as the text, so that places stay."""
    lower = text.lower()
    if len(lower) != len(text):  # a few letters of other scripts become two
        lower = "".join(low if len(low := letter.lower()) == 1 else letter for letter in text)
    for sign, plain in (
        ("\N{RIGHT SINGLE QUOTATION MARK}", "'"),
        ("\N{EN DASH}", "-"),
        ("\N{NON-BREAKING HYPHEN}", "-"),
        ("\N{HYPHEN}", "-"),
    ):
        if sign in lower:
            lower = lower.replace(sign, plain)
    return lower


def blocks(text: str, dotted: frozenset[str]) -> Iterator[Tokens]:
    """The text in blocks of bounded size, cut between paragraphs, lines or words if possible."""
    place = 0
    while place < len(text):
        end = _cut(text, place)
        yield scan(text[place:end], dotted, place)
        place = end


def _cut(text: str, place: int) -> int:
    end = place + BLOCK
    if end >= len(text):
        return len(text)
    for sign in ("\n\n", ".\n", ". ", "\n", " "):
        cut = text.rfind(sign, end - _SLACK, end)
        if cut >= 0:
            return cut + len(sign)
    return end
