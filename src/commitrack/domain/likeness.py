"""Likeness: the stretches of a text that are most like given words, in time linear in the text."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache, lru_cache
from heapq import nlargest
from typing import NamedTuple

MOST_WORDS = 200
"""Of what is looked for: the work on one window grows with its square."""

# A word; of scripts that put no space between words, each character.
_UNSPACED = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
_WORD = rf"[{_UNSPACED}]|[^\W{_UNSPACED}]+"
_LONGEST_WEIGHED = 10
_COMMON = 100  # one word in a hundred may be the same before it counts as common
_LEAST = 0.3
_GAP = 0.25
_WINDOWS = 6


class Words(NamedTuple):
    """The words of a text, without capitals, and where each stands."""

    keys: Sequence[str]
    spans: Sequence[tuple[int, int]]
    places: Mapping[str, Sequence[int]]


class Stretch(NamedTuple):
    """Words of a text that are like others, from `first` to before `end`.

    Attributes:
        shared: the weight of the words that both have, in the same order.
        skipped_head: how many of the words looked for come before the first one shared.
        skipped_tail: how many come after the last one shared.
    """

    first: int
    end: int
    shared: float
    skipped_head: int
    skipped_tail: int


Weigh = Callable[[str], float]


def list_words(text: str) -> list[str]:
    """The words of a few lines.

    >>> list_words("It isn't 2.5")
    ['it', 'isn', 't', '2', '5']
    """
    return [word.casefold() for word in re.findall(_WORD, text)]


@lru_cache(maxsize=2)  # many quotes are looked up in one text
def split_words(text: str) -> Words:
    """The words of a text."""
    matches = list(re.finditer(_WORD, text))
    keys = [match[0].casefold() for match in matches]
    places: dict[str, list[int]] = {}
    for number, key in enumerate(keys):
        places.setdefault(key, []).append(number)
    return Words(keys, [match.span() for match in matches], places)


def weigh_by(words: Words) -> Weigh:
    """How much it says that two stretches share a word: by its length, less if it is common here.

    The words that any two sentences share are short and frequent in every language, so that no
    list of them is needed.
    """
    usual = 1 + len(words.keys) / _COMMON

    @cache
    def weigh(key: str) -> float:
        often = len(words.places.get(key, ()))
        common = 1.0 if often <= usual else max(_LEAST, usual / often)
        return min(len(key), _LONGEST_WEIGHED) * common

    return weigh


def find_windows(words: Words, wanted: Sequence[str], weigh: Weigh) -> list[range]:
    """The few windows, twice as long as what is wanted, that share most of its words."""
    size = max(len(wanted), 8)
    shared: Counter[int] = Counter()
    for key, times in Counter(wanted).items():
        blocks = {place // size for place in words.places.get(key, ())}
        for block in blocks | {block - 1 for block in blocks}:
            shared[block] += weigh(key) * times  # type: ignore[assignment]  # weights are fractions
    best = nlargest(_WINDOWS, shared, key=lambda block: (shared[block], -block))
    return [_window(words, block * size, size) for block in best]


def window_at(words: Words, offset: int, length: int) -> range:
    """The window around a character of the text."""
    from bisect import bisect_left  # noqa: PLC0415  # rarely needed

    return _window(words, bisect_left(words.spans, (offset, 0)) - length, max(length, 8))


def _window(words: Words, first: int, size: int) -> range:
    half = size // 2
    return range(max(0, first - half), min(len(words.keys), first + 2 * size + half))


def bound_likeness(words: Words, window: range, wanted: Sequence[str], weigh: Weigh) -> float:
    """What `likeness` cannot exceed in a window: told far sooner than an alignment."""
    there = Counter(words.keys[window.start : window.stop])
    shared = sum(weigh(key) * min(n, there[key]) for key, n in Counter(wanted).items())
    both = sum(map(weigh, wanted)) + shared
    return 2 * shared / both if both else 0.0


def align(words: Words, window: range, wanted: Sequence[str], weigh: Weigh) -> Stretch | None:
    """The stretch of a window that is most like the words wanted: a local alignment.

    A shared word gains its weight; a word passed over, on either side, costs a quarter of it
    (Smith and Waterman, 1981).
    """
    keys = [words.keys[number] for number in window]
    costs = [_GAP * weigh(key) for key in keys]
    best, at = (0.0, 0, 0, 0.0), (0, 0)
    above = [(0.0, 0, 0, 0.0)] * (len(keys) + 1)
    for row, key in enumerate(wanted):
        gain, cost = weigh(key), _GAP * weigh(key)
        cell = (0.0, 0, 0, 0.0)
        line = [cell]
        for column, other in enumerate(keys):
            over, left = above[column + 1], cell
            score = over[0] - cost
            cell = (score, *over[1:]) if score > 0 else (0.0, 0, 0, 0.0)
            if left[0] - costs[column] > cell[0]:
                cell = (left[0] - costs[column], *left[1:])
            if key == other:
                before = above[column]
                if before[0] + gain > cell[0]:
                    start = before[1:3] if before[0] > 0 else (column, row)
                    cell = (before[0] + gain, *start, (before[3] if before[0] > 0 else 0) + gain)
                    if cell[0] > best[0]:
                        best, at = cell, (column, row)
            line.append(cell)
        above = line
    if not best[0]:
        return None
    first = window.start + best[1]
    return Stretch(first, window.start + at[0] + 1, best[3], best[2], len(wanted) - at[1] - 1)


def likeness(stretch: Stretch, wanted: Iterable[str], found: Iterable[str], weigh: Weigh) -> float:
    """What two stretches share, from 0 to 1: the weight of it against both (Dice, 1945)."""
    both = sum(map(weigh, wanted)) + sum(map(weigh, found))
    return 2 * stretch.shared / both if both else 0.0
