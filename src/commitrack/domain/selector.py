"""Selectors: a quote with the words around it, found again in a text that was edited since."""

from typing import Literal, NamedTuple

from commitrack.domain.quote import Found, fold, fold_beside, fold_words, unfold

State = Literal["ok", "drifted", "orphan"]
"""A quote stands as it was; stands in other words, or no longer where it was; is gone."""

_MOST_PLACES = 200
_MOST_TRIED = 20_000


class TextQuoteSelector(NamedTuple):
    """A quote as the Web Annotation Data Model, 4.2.4, selects it: with what stands around it."""

    exact: str
    prefix: str = ""
    suffix: str = ""


class Anchored(NamedTuple):
    """What became of a quote in a text, and where; no place for one that is gone.

    Attributes:
        exact_now: its words as the text has them.
        places: how often the words stand there as they were.
    """

    state: State
    start: int | None = None
    end: int | None = None
    exact_now: str | None = None
    places: int = 0


def make_selector(text: str, start: int, end: int, context: int = 32) -> TextQuoteSelector:
    """The selector of a stretch of a text, with so many characters of it on either side.

    >>> make_selector("It will be signed in May.", 3, 17, context=5)
    TextQuoteSelector(exact='will be signed', prefix='It ', suffix=' in M')
    """
    prefix = text[max(0, start - context) : start]
    return TextQuoteSelector(text[start:end], prefix, text[end : end + context])


def locate(selector: TextQuoteSelector, text: str, *, old: str = "") -> Anchored:
    """Find a quote again; white space, dashes and quotation marks may differ.

    The words as they were come first: in the place whose neighbours they had, if they stand in
    several; where none of them has a neighbour left, the best is `drifted`. Else so is a stretch
    that is like them, if there is one (`commitrack.domain.rewording`). Time grows with the length
    of the text.

    Args:
        old: the text that the selector was made of. A stretch that stood there beside the quote
            is another one.
    """
    exact = fold_words(selector.exact)
    if not exact:
        return Anchored("orphan")
    folded = fold(text)
    places = _places(folded.text, exact, selector)
    if places:
        start, is_sure = _choose(folded.text, exact, selector, places)
        found = unfold(text, folded, start, start + len(exact))
        return _anchored("ok" if is_sure else "drifted", found, text, len(places))
    from commitrack.domain.rewording import find_reworded  # noqa: PLC0415  # edited texts only

    beside = (fold_words(selector.prefix), fold_words(selector.suffix))
    near = find_reworded(exact, beside, folded.text, fold(old).text)
    if near is None:
        return Anchored("orphan")
    return _anchored("drifted", unfold(text, folded, *near), text, 0)


def _anchored(state: State, found: Found, text: str, places: int) -> Anchored:
    return Anchored(state, found.start, found.end, text[found.start : found.end], places)


def _choose(
    text: str, exact: str, selector: TextQuoteSelector, places: list[int]
) -> tuple[int, bool]:
    """Of the places of some words the one meant, and whether that is sure."""
    prefix, suffix = fold_beside(selector.prefix), fold_beside(selector.suffix)
    whole = text.find(prefix + exact + suffix) if prefix and suffix else -1
    if whole >= 0:
        return whole + len(prefix), True
    if len(places) == 1:
        return places[0], True
    best = max(places, key=lambda at: sum(_shared(text, at, at + len(exact), prefix, suffix)))
    left, right = _shared(text, best, best + len(exact), prefix, suffix)
    is_sure = 0 < len(prefix) == left or 0 < len(suffix) == right
    return best, is_sure or not (prefix or suffix)


def _places(text: str, exact: str, selector: TextQuoteSelector) -> list[int]:
    """Where some words stand, and no others begun before them or ended after them.

    "August 1" does not stand in "August 12".
    """
    whole_start = not _run_on(selector.prefix[-1:], exact[0])
    whole_end = not _run_on(exact[-1], selector.suffix[:1])
    places: list[int] = []
    at, tried = text.find(exact), 0
    while at >= 0 and len(places) < _MOST_PLACES and tried < _MOST_TRIED:
        end = at + len(exact)
        cut = (whole_start and at and _run_on(text[at - 1], exact[0])) or (
            whole_end and _run_on(exact[-1], text[end : end + 1])
        )
        if not cut:
            places.append(at)
        at, tried = text.find(exact, end), tried + 1
    return places


def _run_on(one: str, other: str) -> bool:
    """Whether two characters that follow each other are of one word."""
    if not (one.isalnum() and other.isalnum()):
        return False
    from commitrack.domain.likeness import list_words  # noqa: PLC0415  # only then

    return len(list_words(one + other)) == 1


def _shared(text: str, start: int, end: int, prefix: str, suffix: str) -> tuple[int, int]:
    """How many characters of either neighbour stand beside a stretch."""
    before, after = text[max(0, start - len(prefix)) : start], text[end : end + len(suffix)]
    return _common(before[::-1], prefix[::-1]), _common(after, suffix)


def _common(one: str, other: str) -> int:
    shared = 0
    for a, b in zip(one, other, strict=False):
        if a != b:
            break
        shared += 1
    return shared
