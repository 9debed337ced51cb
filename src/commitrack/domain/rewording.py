"""Rewording: the stretch of an edited text that a quote has become."""

import re
from itertools import islice, takewhile
from typing import NamedTuple

from commitrack.domain import likeness as like

_WORD = re.compile(r"\w")
_MARKS = ".,;:!?)]'\""
_LIKE = 0.8
_SIDE = 0.15
_FEW = 5
_NEAR = 24  # characters that may have come between a quote and its neighbours
_LONGEST = 40  # letters of a word, for a bounded look
_LETTERS = 8  # and for each of its outer words that was changed


class _Sides(NamedTuple):
    """The neighbours of a stretch: where they end and begin, and how sure that is, 0 to 1."""

    after_prefix: int | None
    left: float
    before_suffix: int | None
    right: float


class _Search(NamedTuple):
    """What is looked for, and in what."""

    exact: str
    wanted: list[str]
    beside: tuple[str, str]
    text: str
    words: like.Words
    weigh: like.Weigh


class _Like(NamedTuple):
    """A stretch that is like the quote, and by how much more than it must be.

    Attributes:
        is_between: whether it stands between the whole of the old neighbours.
    """

    surplus: float
    start: int
    end: int
    stretch: like.Stretch
    is_between: bool


def find_reworded(
    exact: str, beside: tuple[str, str], text: str, old: str = ""
) -> tuple[int, int] | None:
    """The stretch of an edited text that is most like a quote, if it is like enough.

    It must share four fifths of the weight of its words with the quote, which one word changed in
    five leaves, or one more in four, and two sentences of one article that say different things
    seldom do. Where the old neighbours still stand on both sides of it, half is enough: then it is
    the place, whatever it says now. Fewer than five words tell too little without any neighbour.

    Args:
        exact: the quote. It, its neighbours and both texts are folded.
        beside: what stood before it and after it; empty where nothing did, or it is not known.
        old: the text that it stood in. What stood there beside the quote is another stretch.
    """
    wanted = like.list_words(exact)
    if not 0 < len(wanted) <= like.MOST_WORDS:
        return None
    words = like.split_words(text)
    search = _Search(exact, wanted, beside, text, words, like.weigh_by(words))
    windows = like.find_windows(words, wanted, search.weigh)
    windows += [like.window_at(words, at, len(wanted)) for at in _beside(text, *beside)]
    apart = old.replace(exact, "\0")
    best: _Like | None = None
    for window in dict.fromkeys(windows):
        most = like.bound_likeness(words, window, wanted, search.weigh) + 2 * _SIDE - _LIKE
        if most < max(0, best.surplus if best else 0) or _holds(window, best):
            continue
        near = _look_in(window, search)
        if near is None or near.surplus < 0 or (best and near.surplus <= best.surplus):
            continue
        if near.is_between or text[near.start : near.end] not in apart:
            best = near
    return best and (best.start, best.end)


def _look_in(window: range, search: _Search) -> _Like | None:
    """The best that a window has."""
    exact, wanted, beside, text, words, weigh = search
    stretch = like.align(words, window, wanted, weigh)
    if stretch is None:
        return None
    span = words.spans[stretch.first][0], words.spans[stretch.end - 1][1]
    sides = _find_sides(text, span, stretch, *beside)
    start, end = _reach(text, span, sides, stretch, exact)
    alike = like.likeness(stretch, wanted, like.list_words(text[start:end]), weigh)
    surplus = alike + _SIDE * (sides.left + sides.right) - _LIKE
    if len(wanted) < _FEW and not (sides.left or sides.right):
        return None
    return _Like(surplus, start, end, stretch, sides.left == sides.right == 1)


def _holds(window: range, best: _Like | None) -> bool:
    """Whether a window has nothing better than what was found: that lies in it, and is sure."""
    if best is None or best.surplus < _SIDE:
        return False
    return window.start <= best.stretch.first and best.stretch.end <= window.stop


def _beside(text: str, prefix: str, suffix: str) -> list[int]:
    """Where a quote may stand, told by its neighbours alone."""
    after, before = text.find(prefix), text.find(suffix)
    return [
        *([after + len(prefix)] if prefix and after >= 0 else ()),
        *([before] if suffix and before >= 0 else ()),
    ]


def _find_sides(
    text: str, span: tuple[int, int], stretch: like.Stretch, prefix: str, suffix: str
) -> _Sides:
    """The neighbours near a stretch: whole, or the half of them that is next to it.

    One that stands within the stretch cuts it short; where the quote began or ended the text, the
    text's own end is the neighbour.
    """
    start, end = span
    middle = (start + end) // 2
    first = max(0, start - len(prefix) - _NEAR - _LETTERS * stretch.skipped_head)
    last = end + len(suffix) + _NEAR + _LETTERS * stretch.skipped_tail
    after, left = _find_prefix(text, (first, middle), start, prefix)
    before, right = _find_suffix(text, (middle, last), end, suffix)
    if not prefix and suffix and first == 0:
        after, left = 0, 1.0
    if not suffix and prefix and last >= len(text):
        before, right = len(text), 1.0
    return _Sides(after, left, before, right)


def _find_prefix(
    text: str, among: tuple[int, int], start: int, prefix: str
) -> tuple[int | None, float]:
    """Where the text before a stretch ends; a half of it counts only before the stretch."""
    at = text.rfind(prefix, *among) if prefix else -1
    if at >= 0:
        return at + len(prefix), 1.0
    half = prefix[-len(prefix) // 2 :].strip()
    at = text.rfind(half, among[0], start) if half else -1
    return (at + len(half), 0.5) if at >= 0 else (None, 0.0)


def _find_suffix(
    text: str, among: tuple[int, int], end: int, suffix: str
) -> tuple[int | None, float]:
    at = text.find(suffix, *among) if suffix else -1
    if at >= 0:
        return at, 1.0
    half = suffix[: (len(suffix) + 1) // 2].strip()
    at = text.find(half, end, among[1]) if half else -1
    return (at, 0.5) if at >= 0 else (None, 0.0)


def _reach(
    text: str, span: tuple[int, int], sides: _Sides, stretch: like.Stretch, exact: str
) -> tuple[int, int]:
    """The whole quote, where its first or last words were changed.

    It goes as far as its neighbours; with none to go by, over as many words as the quote had more,
    up to the next mark.
    """
    return _begin(text, span, sides, stretch), _finish(text, span, sides, stretch, exact)


def _begin(text: str, span: tuple[int, int], sides: _Sides, stretch: like.Stretch) -> int:
    start, end = span
    after = sides.after_prefix
    if after is None:
        first = max(0, start - _LONGEST * stretch.skipped_head)
        words = text[first:start].split(" ")[1 if first else 0 : -1]
        whole = list(takewhile(str.isalnum, reversed(words)))[: stretch.skipped_head]
        return start - sum(len(word) + 1 for word in whole)
    if stretch.skipped_head or after > start or not _WORD.search(text, after, start):
        return after + len(text[after:end]) - len(text[after:end].lstrip())
    return start


def _finish(
    text: str, span: tuple[int, int], sides: _Sides, stretch: like.Stretch, exact: str
) -> int:
    _, end = span
    before = sides.before_suffix
    if before is not None and (
        stretch.skipped_tail or before < end or not _WORD.search(text, end, before)
    ):
        return len(text[:before].rstrip())
    if before is None and text.startswith(" ", end):
        words = text[end : end + _LONGEST * stretch.skipped_tail].split(" ")[1:]
        for word in islice(words, stretch.skipped_tail):
            letters = word.rstrip(_MARKS)
            end += len(letters) + 1 if letters.isalnum() else 0
            if letters != word or not letters.isalnum():
                break
    tail = exact[len(exact.rstrip(_MARKS)) :]
    return end + (len(tail) if text.startswith(tail, end) else 0)
