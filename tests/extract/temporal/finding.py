"""What tests find in a text: the words, type and value of each time expression."""

import re
from datetime import date

from commitrack.extract.temporal.recognising import find_times

SAID = date(2025, 7, 7)
_MARK = re.compile(r"\[([^|\]]+)\|([A-Z]+)\|([^\]]+)\]")

Found = tuple[str, str, str]


def find(text: str, said: date = SAID) -> list[Found]:
    """The words, type and value of each expression of a text."""
    return [(it.text, it.type.value, it.value) for it in find_times(text, said)]


def unmark(marked: str) -> tuple[str, list[tuple[int, int, str, str]]]:
    """A marked sentence as plain text, with the places, types and values that are marked."""
    text, place, marks = "", 0, []
    for mark in _MARK.finditer(marked):
        text += marked[place : mark.start()]
        marks.append((len(text), len(text) + len(mark[1]), mark[2], mark[3]))
        text += mark[1]
        place = mark.end()
    return text + marked[place:], marks
