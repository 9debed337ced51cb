"""Rewording: the stretch of an edited text that a quote has become."""

import re
from itertools import islice, takewhile
from typing import NamedTuple

from commitrack.domain import likeness as like

_WORD = re.compile(r"\w")
_MARKS = ".,;:!?)]'\""
_LIKE = 0.8
_SIDE = 0.15
_NEAR = 24  # characters that may have come between a quote and its neighbours
_LONGEST = 40  # letters of a word, for a bounded look
_LETTERS = 8  # and for each of its outer words that was changed


class _Sides(NamedTuple):
    """The neighbours of a stretch: where they end and begin, and how sure that is, 0 to 1."""

    after_prefix: int | None
    left: float
    before_suffix: int | None
    right: float


def find_reworded(
    exact: str, beside: tuple[str, str], text: str, old: str = ""
) -> tuple[int, int] | None:
    """The stretch of an edited text that is most like a quote, if it is like enough.

    It must share four fifths of the weight of its words with the quote, which one word changed in
    five leaves, or one more in four, and two sentences of one article that say different things
    seldom do. Where the old neighbours still stand on both sides of it, half is enough: then it is
    the place, whatever it says now.

    Args:
        exact: the quote. It, its neighbours and both texts are folded.
        beside: what stood before it and after it; empty where nothing did, or it is not known.
        old: the text that it stood in. What stood there beside the quote is another stretch.
    """
    wanted = like.list_words(exact)
    if not 0 < len(wanted) <= like.MOST_WORDS:
        return None
    words = like.split_words(text)
    weigh = like.weigh_by(words)
    prefix, suffix = beside
    windows = like.find_windows(words, wanted, weigh)
    windows += [like.window_at(words, at, len(wanted)) for at in _beside(text, prefix, suffix)]
    apart = old.replace(exact, "\0")
    best: tuple[float, int, int] | None = None
    for window in dict.fromkeys(windows):
        most = like.bound_likeness(words, window, wanted, weigh) + 2 * _SIDE - _LIKE
        if most < 0 or (best is not None and most <= best[0]):
            continue
        stretch = like.align(words, window, wanted, weigh)
        if stretch is None:
            continue
        start, end = words.spans[stretch.first][0], words.spans[stretch.end - 1][1]
        sides = _find_sides(text, (start, end), stretch, prefix, suffix)
        start, end = _reach(text, (start, end), sides, stretch, exact)
        alike = like.likeness(stretch, wanted, like.list_words(text[start:end]), weigh)
        surplus = alike + _SIDE * (sides.left + sides.right) - _LIKE
        is_new = sides.left == sides.right == 1 or text[start:end] not in apart
        if surplus >= 0 and is_new and (best is None or surplus > best[0]):
            best = (surplus, start, end)
    return best and (best[1], best[2])


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
