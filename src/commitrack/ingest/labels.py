"""Dates at the head of an article that a label, or a line of their own, makes its date."""

import re
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from commitrack.domain.article import ToldDate
from commitrack.ingest.dateline import split_place
from commitrack.ingest.days import parse_moment, split_day
from commitrack.ingest.head import Line
from commitrack.ingest.words import HeadWords, after_word, head_words

_LONGEST = 160
_LONGEST_SHOWN = 60
_PIECES = r"\s*[|\u2022\u00b7;]\s*"


class _Piece(NamedTuple):
    line: Line
    text: str


def find_published(
    head: tuple[Line, ...], latest: date | None, *, labelled: bool = False
) -> ToldDate | None:
    """The date that the head says the article was published on.

    A labelled date goes first, then the first one that stands by itself; the date of an update
    is neither.

    Args:
        head: the lines to look at.
        latest: a day without a year is the last such day that is no later; without it, none.
        labelled: only a date with a label counts.
    """
    words = head_words()
    pieces = tuple(_pieces(head))
    for piece in pieces:
        day = _labelled(piece.text, words, latest)
        if day is not None:
            told = _before_others(piece.text, words)[:_LONGEST_SHOWN]
            return ToldDate(day, f'the words "{told}", {piece.line.named}')
    for piece in () if labelled else pieces:
        day = _alone(piece.text, words, latest)
        if day is not None:
            return ToldDate(day, f"the date by itself, {piece.line.named}")
    return None


def _pieces(head: tuple[Line, ...]) -> Iterator[_Piece]:
    for line in head:
        if len(line.text) <= _LONGEST:
            yield from (_Piece(line, piece) for piece in re.split(_PIECES, line.text) if piece)


def _labelled(text: str, words: HeadWords, latest: date | None) -> date | None:
    rest = after_word(text, words.published)
    if rest is None:
        return None
    rest = after_word(rest, words.joints) or rest
    return parse_moment(rest, latest) or parse_moment(_before_others(rest, words), latest)


def _before_others(text: str, words: HeadWords) -> str:
    """What stands before who wrote it, and before when it was updated."""
    others = "|".join(re.escape(word) for word in (*words.updated, *words.by))
    return re.split(rf"[\s,(]+(?:{others})\b", text, maxsplit=1, flags=re.IGNORECASE)[0]


def _alone(text: str, words: HeadWords, latest: date | None) -> date | None:
    """The day of a line that is only a day, a place and a day, or a byline and a day."""
    found = parse_moment(text, latest) or split_place(text, latest)
    if found is None and after_word(text, words.by) is not None:
        split = split_day(text, latest)
        found = None if split is None else split[1]
    return found
