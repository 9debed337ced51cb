"""Tokens: the words and the marks of a sentence, with where they stand in the text."""

import re
from functools import cache
from typing import NamedTuple

from commitrack.extract.marks import WORDS_AND_MARKS


class Tokens(NamedTuple):
    """The tokens of a stretch of text, as columns; the offsets are those of the whole text.

    Attributes:
        capitals: the places of the words that begin with a capital.
    """

    words: list[str]
    lows: list[str]
    starts: list[int]
    ends: list[int]
    capitals: list[int]

    def __len__(self) -> int:
        return len(self.words)


@cache
def _pattern() -> re.Pattern[str]:
    return re.compile(WORDS_AND_MARKS)


def tokenise(text: str, start: int, end: int, proper: frozenset[str] = frozenset()) -> Tokens:
    """The tokens between two offsets.

    Within a sentence the words of `proper` are names and stay as they are: "in May" is no "may".

    >>> tokenise("GM's U.S. plants won't close.", 0, 29).words
    ['GM', "'s", 'U.S.', 'plants', 'won', "'t", 'close', '.']
    """
    spans = [match.span() for match in _pattern().finditer(text, start, end)]
    words = [text[first:last] for first, last in spans]
    return Tokens(
        words,
        [
            word if word in proper and at and words[at - 1][0].isalnum() else word.lower()
            for at, word in enumerate(words)
        ]
        if proper.intersection(words)
        else [word.lower() for word in words],
        [first for first, _ in spans],
        [last for _, last in spans],
        [at for at, word in enumerate(words) if word[0].isupper()],
    )
