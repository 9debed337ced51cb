"""The title and the writer that the first lines of a plain text give, where they look like it."""

import re
from datetime import date
from itertools import pairwise

from commitrack.domain.article import ToldText
from commitrack.ingest.days import parse_moment, split_day
from commitrack.ingest.head import Line
from commitrack.ingest.labels import find_published
from commitrack.ingest.words import after_word, head_words

_LONGEST = 160
_LONGEST_NAME = 80
_MOST_NAMES = 8
_KICKER_WORDS = 2
_SMALL_WORD = 3
# A day without a year is a day all the same.
_ANY_YEAR = date(2100, 12, 31)


def find_title(head: tuple[Line, ...]) -> ToldText | None:
    """What a label makes the title, as in a mail; else the first line that looks like a headline.

    A line of one or two words is the title only where no other looks like one.
    """
    told = _labelled(head)
    if told is not None:
        return told
    lines = _headlines(head)
    line = next((one for one in lines if len(one.text.split()) > _KICKER_WORDS), None)
    line = line or next(iter(lines), None)
    if line is None:
        return None
    return ToldText(line.text, "the first line" if line is head[0] else line.named)


def find_author(head: tuple[Line, ...]) -> ToldText | None:
    """The name after "By", where a line has nothing else."""
    for line in head:
        for piece in re.split(r"\s*[|\u2022\u00b7]\s*", line.text[:_LONGEST]):
            name = _name(piece)
            if name:
                return ToldText(name, f"the byline, {line.named}")
    return None


def _labelled(head: tuple[Line, ...]) -> ToldText | None:
    for line in head:
        label, _, title = line.text[:_LONGEST].partition(":")
        title = _bare(title.strip())
        if title and label.strip().casefold() in head_words().title:
            return ToldText(title, f'the words "{label.strip()}", {line.named}')
    return None


def _bare(title: str) -> str:
    """A title without the quotation marks around the whole of it."""
    return title[1:-1].strip() if title[:1] == title[-1:] == '"' else title


def _headlines(head: tuple[Line, ...]) -> list[Line]:
    """The lines before the first paragraph that are headlines; the last line of all is none."""
    found: list[Line] = []
    for line, following in pairwise(head):
        if _is_about(line):
            continue
        if not _is_headline(line) or not (line.stands_alone or _is_about(following)):
            break
        found.append(line)
    return found


def _is_about(line: Line) -> bool:
    """Whether a line says by whom or of when, and not what."""
    if _name(line.text) is not None or find_published((line,), _ANY_YEAR) is not None:
        return True
    words = head_words()
    rest = after_word(line.text, words.published)
    if rest is None:
        rest = after_word(line.text, words.updated)
    if rest is None:
        return False
    rest = after_word(rest, words.joints) or rest
    return not rest or parse_moment(rest, _ANY_YEAR) is not None


def _is_headline(line: Line) -> bool:
    bare = line.text.rstrip("\"'\u201d\u2019)")
    is_closed = bare.endswith((".", ",", ";", ":", "\u2026"))
    return len(line.text) <= _LONGEST and not is_closed and any(map(str.isalpha, bare))


def _name(text: str) -> str | None:
    """The name of a byline: every word but the small ones has a capital, and there is no stop."""
    rest = after_word(text, head_words().by)
    if rest is None:
        return None
    split = split_day(rest)
    name = (split[0] if split else rest).strip(" ,")
    words = name.split()
    fits = 0 < len(words) <= _MOST_NAMES and len(name) <= _LONGEST_NAME
    if not fits or name.endswith(".") or any(map(str.isdecimal, name)):
        return None
    named = all(word[0].isupper() or len(word) <= _SMALL_WORD for word in words)
    return name if named and words[0][0].isupper() else None
