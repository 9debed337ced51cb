"""Quotes: exact words looked up in a text, whatever its spaces, dashes and quotation marks."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import lru_cache
from itertools import accumulate
from typing import NamedTuple

_FOLDED = str.maketrans(
    {
        **dict.fromkeys("\u2018\u2019\u201a\u201b\u2032\u00b4`", "'"),
        **dict.fromkeys("\u201c\u201d\u201e\u201f\u2033\u00ab\u00bb", '"'),
        **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212", "-"),
    }
)
_SENTENCE = r"[^.!?\n]+(?:[.!?]+[\"'\u201d\u2019)]*|\n|$)"
_MOST_SENTENCES = 2000


class Found(NamedTuple):
    """Where a quote stands: character offsets in the text, and the line, from 1."""

    start: int
    end: int
    line: int


class Folded(NamedTuple):
    """A text with plain quotation marks and dashes, and runs of white space as one space.

    Attributes:
        runs: where in the folded text the runs are that were longer than one character.
        removed: how many characters fewer there are, before each of them and after the last.
    """

    text: str
    runs: tuple[int, ...]
    removed: tuple[int, ...]

    def offset(self, place: int) -> int:
        """The offset in the old text of a character of the folded one."""
        return place + self.removed[bisect_left(self.runs, place)]


@lru_cache(maxsize=2)  # many quotes are looked up in one text
def fold(text: str) -> Folded:
    r"""The text folded.

    >>> fold("a\n  b\u2014c").text
    'a b-c'
    """
    plain = text.translate(_FOLDED)
    spaces = [(run.start(), run.end() - run.start() - 1) for run in re.finditer(r"\s{2,}", plain)]
    removed = tuple(accumulate((fewer for _, fewer in spaces), initial=0))
    runs = tuple(start - fewer for (start, _), fewer in zip(spaces, removed, strict=False))
    return Folded(re.sub(r"\s+", " ", plain), runs, removed)


def find_quote(text: str, quote: str) -> Found | None:
    """The first place of the quote as it is, else with white space, quotes and dashes folded."""
    exact = quote.strip()
    place = text.find(exact) if exact else -1
    if place >= 0:  # a quote that was copied: told a hundred times faster
        return Found(place, place + len(exact), text.count("\n", 0, place) + 1)
    wanted = fold_words(quote)
    folded = fold(text)
    place = folded.text.find(wanted) if wanted else -1
    return None if place < 0 else unfold(text, folded, place, place + len(wanted))


def fold_words(words: str) -> str:
    """A few words folded, with no space around them."""
    return fold_beside(words).strip()


def fold_beside(words: str) -> str:
    """The words beside a quote, folded; their outer space stays, since the quote follows it."""
    return re.sub(r"\s+", " ", words.translate(_FOLDED))


def unfold(text: str, folded: Folded, start: int, end: int) -> Found:
    """Where a stretch of the folded text stands in the old one."""
    begins = folded.offset(start)
    return Found(begins, folded.offset(end - 1) + 1, text.count("\n", 0, begins) + 1)


def nearest_sentence(text: str, quote: str) -> tuple[str, int] | None:
    """The sentence most like the quote, and its line; None when nothing is near."""
    wanted = set(_words(quote))
    best: tuple[float, int, str] | None = None
    for start, sentence in _sentences(text):
        shared = len(wanted.intersection(_words(sentence)))
        if best is None or shared > best[0]:
            best = (shared, start, sentence)
    if best is None or best[0] * 3 < len(wanted):
        return None
    _, start, sentence = best
    return sentence, text.count("\n", 0, start) + 1


def _sentences(text: str) -> Iterator[tuple[int, str]]:
    for number, match in enumerate(re.finditer(_SENTENCE, text)):
        if number >= _MOST_SENTENCES:
            return
        sentence = match[0].strip()
        if sentence:
            yield match.start() + len(match[0]) - len(match[0].lstrip()), sentence


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text.casefold())
