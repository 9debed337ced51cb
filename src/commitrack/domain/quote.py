"""Quotes: exact words looked up in a text, whatever its spaces, dashes and quotation marks."""

import re
from collections.abc import Iterator
from typing import NamedTuple

_FOLDED = str.maketrans(
    {
        **dict.fromkeys("\u2018\u2019\u201a\u201b\u2032\u00b4`", "'"),
        **dict.fromkeys("\u201c\u201d\u201e\u201f\u2033\u00ab\u00bb", '"'),
        **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212", "-"),
    }
)
_SENTENCE = re.compile(r"[^.!?\n]+(?:[.!?]+[\"'\u201d\u2019)]*|\n|$)")
_MOST_SENTENCES = 2000


class Found(NamedTuple):
    """Where a quote stands: character offsets in the text, and the line, from 1."""

    start: int
    end: int
    line: int


def find_quote(text: str, quote: str) -> Found | None:
    """The first place of the quote; runs of white space, curly quotes and dashes are folded."""
    wanted, _ = _fold(quote)
    wanted = wanted.strip()
    folded, offsets = _fold(text)
    place = folded.find(wanted) if wanted else -1
    if place < 0:
        return None
    start, end = offsets[place], offsets[place + len(wanted) - 1] + 1
    return Found(start, end, text.count("\n", 0, start) + 1)


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


def _fold(text: str) -> tuple[str, list[int]]:
    """The text with white space made single, and for each of its characters the old offset."""
    characters: list[str] = []
    offsets: list[int] = []
    for offset, character in enumerate(text.translate(_FOLDED)):
        if character.isspace():
            if characters and characters[-1] == " ":
                continue
            character = " "  # noqa: PLW2901  # the same character, folded
        characters.append(character)
        offsets.append(offset)
    return "".join(characters), offsets


def _sentences(text: str) -> Iterator[tuple[int, str]]:
    for number, match in enumerate(_SENTENCE.finditer(text)):
        if number >= _MOST_SENTENCES:
            return
        sentence = match[0].strip()
        if sentence:
            yield match.start() + len(match[0]) - len(match[0].lstrip()), sentence


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text.casefold())
