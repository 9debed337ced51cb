"""Tokens: the words and the marks of a sentence, with where they stand in the text."""

import re
from functools import cache
from typing import NamedTuple

from commitrack.extract.marks import WORDS_AND_MARKS


class Tokens(NamedTuple):
    """The tokens of a stretch of text, as columns; the offsets are those of the whole text."""

    words: list[str]
    lows: list[str]
    starts: list[int]
    ends: list[int]

    def __len__(self) -> int:
        return len(self.words)


@cache
def _pattern() -> re.Pattern[str]:
    return re.compile(WORDS_AND_MARKS)


def tokenise(text: str, start: int, end: int) -> Tokens:
    """The tokens between two offsets.

    >>> tokenise("GM's U.S. plants won't close.", 0, 29).words
    ['GM', "'s", 'U.S.', 'plants', 'won', "'t", 'close', '.']
    """
    spans = [match.span() for match in _pattern().finditer(text, start, end)]
    words = [text[first:last] for first, last in spans]
    return Tokens(
        words,
        [word.lower() for word in words],
        [first for first, _ in spans],
        [last for _, last in spans],
    )
