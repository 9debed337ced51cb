"""The foot of a text, where an order, a licence or a treaty says when it was signed."""

from commitrack.domain.article import ToldDate
from commitrack.ingest.dateline import split_place
from commitrack.ingest.days import parse_moment
from commitrack.ingest.details import Told
from commitrack.ingest.words import after_word, head_words

_LINES = 12
_CHARACTERS = 2000
_LONGEST = 80


def dated_by_foot(told: Told, text: str) -> Told:
    """What is told, with the day at the foot of the text where nothing else gives one."""
    if told.said or told.published or told.dateline:
        return told
    return told._replace(published=_signed(text))


def _signed(text: str) -> ToldDate | None:
    """The last line at the foot that is a label and a day: "Dated: May 5, 2026"."""
    start = max(0, len(text) - _CHARACTERS)
    lines = text[start:].split("\n")[-_LINES:]
    first = text.count("\n") + 2 - len(lines)
    for number, line in reversed(tuple(enumerate(lines, first))):
        words = line.strip(" \t*_#>").removesuffix(".")
        rest = after_word(words, head_words().signed) if len(words) <= _LONGEST else None
        day = None if rest is None else parse_moment(rest) or split_place(rest, None)
        if day is not None:
            return ToldDate(day, f'the words "{words}", line {number}')
    return None
