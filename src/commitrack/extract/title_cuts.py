"""Title cuts: where the words of a title end, so that they fit a line and stop between phrases."""

from bisect import bisect_right
from collections.abc import Sequence

from commitrack.extract.marks import PARTING_MARKS
from commitrack.extract.scenes import Scene
from commitrack.extract.verbs import is_adverb

LONGEST_TITLE = 80
_SHORTEST_CUT, _SHORTEST_CLAUSE = 20, 35
_BRACKETS = {"(": ")", "<": ">"}
_KEPT_MARKS = frozenset("%)")
_AMONG_LAST = 2

Shown = Sequence[int]
"""The tokens that a title shows, in order."""


def written(scene: Scene, shown: Shown, text: str) -> str:
    """The tokens as they stand in the text, with single spaces."""
    starts, ends, pieces = scene.tokens.starts, scene.tokens.ends, []
    if shown and shown[-1] - shown[0] + 1 == len(shown):
        return " ".join(text[starts[shown[0]] : ends[shown[-1]]].split())
    for place, token in enumerate(shown):
        if place:
            before = shown[place - 1]
            is_close = before == token - 1 and starts[token] == ends[before]
            pieces.append("" if is_close else " ")
        pieces.append(text[starts[token] : ends[token]])
    return " ".join("".join(pieces).split())


def without_asides(scene: Scene, shown: Shown) -> Shown:
    """The tokens without what stands in brackets after a word: "the union (ICU)"."""
    kept: list[int] = []
    closing = None
    for token in shown:
        mark = scene.tokens.lows[token]
        if closing is None and kept and mark in _BRACKETS:
            closing = _BRACKETS[mark]
        elif closing is None:
            kept.append(token)
        elif mark == closing:
            closing = None
    if closing is not None:  # the rest was cut off
        kept = kept[: _before_loose(scene, kept, len(kept), "loose-words")]
    return kept if len(kept) > 1 else shown


def fitted(scene: Scene, shown: Shown, text: str, room: int = LONGEST_TITLE) -> Shown:
    """As many of the tokens as there is room for, cut where a phrase ends."""
    if len(written(scene, shown, text)) <= room:
        return shown
    numbers = range(1, len(shown))
    fits = max(1, bisect_right(numbers, room, key=lambda n: len(written(scene, shown[:n], text))))
    cut = max(find(scene, shown, fits, text) for find in (_at_mark, _at_date, _at_phrase)) or fits
    return _without_number(scene, shown[:cut])


def without_dates(scene: Scene, shown: Shown) -> Shown:
    """The tokens without the dates at their end that are kept beside them: "by 1 May"."""
    kept = shown
    while (shorter := _without_date(scene, kept)) is not kept:
        kept = shorter
    return kept


def _without_date(scene: Scene, shown: Shown) -> Shown:
    starts, end = scene.tokens.starts, len(shown)
    while end > 1 and _is_mark(scene, shown[end - 1]):
        end -= 1
    last = starts[shown[end - 1]]
    for time in scene.times_within(shown[0], shown[-1] + 1):
        is_last = time.expression.start <= last < time.expression.end
        if not is_last or not time.ends_after(scene.said):
            continue
        while end > 1 and starts[shown[end - 1]] >= time.expression.start:
            end -= 1
        end = _before_loose(scene, shown, end, "loose-words", "date-openers")
        return shown[:end] if end > 1 else shown
    return shown


def _at_mark(scene: Scene, shown: Shown, fits: int, text: str) -> int:
    """Where the last comma or dash that fits cuts them; 0 where none leaves enough."""
    for end in range(fits, 1, -1):
        if scene.tokens.lows[shown[end]] in PARTING_MARKS:
            is_enough = len(written(scene, shown[:end], text)) >= _SHORTEST_CLAUSE
            return end if is_enough else 0
    return 0


def _at_date(scene: Scene, shown: Shown, fits: int, text: str) -> int:
    """Where the last date begins that fits in part, and is kept beside them; 0 where none does."""
    starts = scene.tokens.starts
    for time in reversed(scene.times_within(shown[0], shown[-1] + 1)):
        end = next((at for at in range(fits + 1) if starts[shown[at]] >= time.expression.start), 0)
        tells_of_noun = end and scene.is_in("possessive", shown[end] - 1)
        if end and time.ends_after(scene.said) and not tells_of_noun:
            end = _before_loose(scene, shown, end, "loose-words", "date-openers")
            is_enough = len(written(scene, shown[:end], text)) >= _SHORTEST_CLAUSE
            return end if is_enough else 0
    return 0


def _at_phrase(scene: Scene, shown: Shown, fits: int, text: str) -> int:
    """Where the last word cuts them that begins a phrase which does not fit; 0 where none does."""
    last = _at_pair(scene, shown, fits)
    for end in range(min(last, len(shown) - 1), 1, -1):
        if scene.is_in("title-breaks", shown[end]) and not _joins_words(scene, shown, end):
            cut = _without_loose_end(scene, shown, end)
            is_enough = len(written(scene, shown[:cut], text)) >= _SHORTEST_CUT
            return cut if is_enough else 0
    return 0


def _joins_words(scene: Scene, shown: Shown, at: int) -> bool:
    """Whether it stands within a phrase: "first and only", "the most of it"."""
    low = scene.tokens.lows[shown[at - 1]]
    return scene.is_in("coordinators", shown[at]) and is_adverb(low, scene.lexicon)


def _at_pair(scene: Scene, shown: Shown, fits: int) -> int:
    """Past a "between" whose second half does not fit; else all that fits."""
    for at in range(fits - 1, 1, -1):
        halves = shown[at : fits - _AMONG_LAST]
        if scene.is_in("pair-openers", shown[at]) and not any(
            scene.is_in("and", token) for token in halves
        ):
            return at + 1
    return fits


def _without_loose_end(scene: Scene, shown: Shown, end: int) -> int:
    """Where they end without small words, nor "to" and a lone verb."""
    leaves_verb = scene.is_in("clause-words", shown[end])
    if leaves_verb and scene.is_in("to-words", shown[end - 2]):
        end -= 2
    return _before_loose(scene, shown, end, "loose-words")


def _before_loose(scene: Scene, shown: Shown, end: int, *names: str) -> int:
    """Where they end without words that lead to what is no longer there, and without marks."""
    while end > 1 and (
        _is_mark(scene, shown[end - 1]) or any(scene.is_in(name, shown[end - 1]) for name in names)
    ):
        end -= 1
    return end


def _is_mark(scene: Scene, at: int) -> bool:
    low = scene.tokens.lows[at]
    return not low[0].isalnum() and low not in _KEPT_MARKS


def _without_number(scene: Scene, shown: Shown) -> Shown:
    """The tokens without a date or a number at their end, of which the rest may be cut off."""
    end = len(shown)
    while end > _AMONG_LAST:
        low = scene.tokens.lows[shown[end - 1]]
        if not (any(sign.isdigit() for sign in low[:2]) or scene.is_in("months", shown[end - 1])):
            break
        end = _before_loose(scene, shown, end - 1, "loose-words", "date-openers")
    return shown[:end]
