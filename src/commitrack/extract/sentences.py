"""Sentences: where each sentence of a text begins and ends."""

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from commitrack.extract.lexicon import Lexicon
from commitrack.extract.marks import BULLET, CLOSERS, OPENERS, POSSIBLE_ENDS

# What may end a sentence; whether it does is decided by what stands around it.
_WIDEST_WRAP = 120
_WORD_BEFORE = 24
_LONGEST_SENTENCE = 1_500


class Span(NamedTuple):
    """A stretch of text, its end exclusive."""

    start: int
    end: int


@cache
def _ends() -> re.Pattern[str]:
    return re.compile(POSSIBLE_ENDS)


@cache
def _bullet() -> re.Pattern[str]:
    return re.compile(BULLET)


def split_sentences(text: str, lexicon: Lexicon) -> tuple[Span, ...]:
    """The sentences of a text, in order, without the spaces around them."""
    found, start = [], 0
    for cut in _cuts(text, lexicon):
        found.append(_trimmed(text, start, cut))
        start = cut
    found.append(_trimmed(text, start, len(text)))
    return tuple(part for span in found if span.start < span.end for part in _bounded(text, span))


def _bounded(text: str, span: Span) -> Iterator[Span]:
    """The sentence, cut at a space where no sentence is as long: each is read in bounded time."""
    start = span.start
    while span.end - start > _LONGEST_SENTENCE:
        space = text.rfind(" ", start, start + _LONGEST_SENTENCE)
        cut = space if space > start else start + _LONGEST_SENTENCE
        yield _trimmed(text, start, cut)
        start = cut
    last = _trimmed(text, start, span.end)
    if last.start < last.end:
        yield last


def _cuts(text: str, lexicon: Lexicon) -> Iterator[int]:
    wraps = _wraps(text)
    for match in _ends().finditer(text):
        end = match.end()
        if text[match.start()] == "\n":
            if match.start() not in wraps:
                yield end
        elif end < len(text) and text[end].isspace() and _ends_sentence(text, match, lexicon):
            yield end


def _trimmed(text: str, start: int, end: int) -> Span:
    while start < end and text[start].isspace():
        start += 1
    if bullet := _bullet().match(text, start, end):
        start = bullet.end()
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end)


def _wraps(text: str) -> frozenset[int]:
    """Offsets of line ends that only wrap a paragraph: the next word had no room on the line."""
    wraps: list[int] = []
    block: list[Span] = []
    start = 0
    while start <= len(text):
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        if text[start:end].strip():
            block.append(Span(start, end))
        else:
            wraps += _block_wraps(text, block)
            block = []
        start = end + 1
    return frozenset(wraps + _block_wraps(text, block))


def _block_wraps(text: str, block: list[Span]) -> list[int]:
    if len(block) < 2:  # noqa: PLR2004 - one line wraps nothing
        return []
    width = max(span.end - span.start for span in block)
    wraps = []
    for here, below in pairwise(block):
        first = text[below.start : below.start + _WIDEST_WRAP].split(maxsplit=1)[:1] or [""]
        is_full = width <= _WIDEST_WRAP and here.end - here.start + 1 + len(first[0]) > width
        goes_on = first[0][:1].islower()
        if (is_full or goes_on) and not _bullet().match(text, below.start, below.end):
            wraps.append(here.end)
    return wraps


def _ends_sentence(text: str, match: re.Match[str], lexicon: Lexicon) -> bool:
    following = _word_after(text, match.end())
    if following[:1].islower():
        return False
    if text[match.start()] != "." or match.end() - match.start() > 1:
        return True
    before = _word_before(text, match.start())
    if before.isdigit() and _begins_line(text, match.start() - len(before)):
        return False
    classes = lexicon.classes
    if before in classes["abbreviations-before-names"]:
        return False
    is_initial = len(before) == 1 and before.isalpha() and before.isupper()
    if is_initial or "." in before or before in classes["abbreviations"]:
        return following in classes["sentence-starters"]
    return True


def _word_before(text: str, end: int) -> str:
    words = text[max(0, end - _WORD_BEFORE) : end].split()
    return words[-1].lstrip(OPENERS) if words else ""


def _word_after(text: str, start: int) -> str:
    words = text[start : start + _WORD_BEFORE].split(maxsplit=1)
    return words[0].lstrip(OPENERS).rstrip(CLOSERS) if words else ""


def _begins_line(text: str, at: int) -> bool:
    """Whether a word is the first of its line: the number of an entry of a list."""
    line = text[max(0, at - _WORD_BEFORE) : at].rpartition("\n")
    return not line[2].strip() and (bool(line[1]) or at < _WORD_BEFORE)
