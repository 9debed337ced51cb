"""The statements of an article as a page: numbered blocks, and apart what binds nobody."""

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date
from textwrap import wrap
from typing import NamedTuple

from commitrack.domain.candidate import Untracked
from commitrack.report.harmless import harmless
from commitrack.report.reading.rows import Found, Reading
from commitrack.report.reading.words import (
    article_title,
    known_words,
    origin_words,
    said_words,
    strength_words,
    who_words,
)
from commitrack.report.words import ROLE_WORDS
from commitrack.timing.countdown import countdown_words
from commitrack.timing.display import format_when
from commitrack.timing.now import Now

_INDENT = "   "
_LABEL = 15
_NARROWEST = 20
_LISTED_APART = (Untracked.HOPE, Untracked.REQUEST)

TITLE, DIM, PLAIN, HEAD = "title", "dim", "plain", "head"


class Line(NamedTuple):
    """One line of the page; `style` only repeats what the words say."""

    text: str
    style: str = PLAIN


class Shown(NamedTuple):
    """How much is shown.

    Attributes:
        width: columns to wrap at; None for a pipe, where nothing is wrapped or cut.
        all: what binds nobody is shown whole.
        why: every reason is given.
    """

    now: Now
    width: int | None = None
    all: bool = False
    why: bool = False


def page_lines(reading: Reading, shown: Shown) -> Iterator[Line]:
    """The page of one article."""
    article = reading.article
    yield from _wrapped(article_title(article), shown.width, TITLE)
    words = origin_words(article)
    if words:
        yield from _wrapped(words, shown.width, DIM)
    if not reading.found:
        yield Line("No statement about the future was found in it.")
        return
    if not reading.tracked:
        yield Line("No commitment was found in it.")
    spoken = _spoken(reading)
    for found in reading.tracked:
        yield Line("")
        yield from _block(found, spoken, shown)
    if reading.untracked:
        yield Line("")
        yield from _apart(reading.untracked, spoken, shown)


def format_lines(lines: Iterable[Line]) -> str:
    """The lines as plain text."""
    return "".join(f"{line.text.rstrip()}\n" for line in lines)


def _spoken(reading: Reading) -> date:
    told = reading.article.spoken
    if told is None:
        message = "what has no day has no statements"
        raise ValueError(message)
    return told.day


def _block(found: Found, spoken: date, shown: Shown) -> Iterator[Line]:
    """One statement whole."""
    candidate = found.candidate
    number = f"{found.number:<2} "
    title = _wrapped(harmless(candidate.title), _less(shown.width, len(number)), TITLE)
    for place, line in enumerate(title):
        yield Line(f"{number if not place else ' ' * len(number)}{line.text}", TITLE)
    known = known_words(found)
    if known:
        yield from _row("known", known, shown.width)
    yield from _row(str(candidate.kind), who_words(candidate), shown.width)
    yield from _date_rows(found, shown)
    said = said_words(found, spoken)
    yield from _row("strength", strength_words(candidate), shown.width)
    if candidate.condition:
        yield from _row("only", harmless(candidate.condition), shown.width)
    where = f"line {found.line}" + (f", {said}" if said else "")
    yield from _row("quote", f'{where}: "{harmless(candidate.quote)}"', shown.width)
    reasons = candidate.why if shown.why or shown.all else candidate.why[:1]
    for place, reason in enumerate(reasons):
        yield from _row("" if place else "why", harmless(reason), shown.width, DIM)
    if found.command:
        yield Line(f"{_INDENT}{found.command}", DIM)


def _date_rows(found: Found, shown: Shown) -> Iterator[Line]:
    for role, when in found.candidate.dates:
        count = countdown_words(when, role, shown.now) if when.is_dated else ""
        day = format_when(when)
        left = f"{_INDENT}{ROLE_WORDS[role]:<{_LABEL}}{day}"
        gap = max(2, min(shown.width or 80, 80) - len(left) - len(count) - 2)
        yield Line(f"{left}{' ' * gap}{count}" if count else left)


def _apart(untracked: tuple[Found, ...], spoken: date, shown: Shown) -> Iterator[Line]:
    """What is no commitment: hopes and requests by a line each, the rest counted."""
    yield Line("NOT COMMITMENTS", HEAD)
    if shown.all:
        for place, found in enumerate(untracked):
            if place:
                yield Line("")
            yield from _block(found, spoken, shown)
        return
    listed = [found for found in untracked if found.candidate.kind in _LISTED_APART]
    for found in listed:
        left = f"{_INDENT}line {found.line:<4} {found.candidate.kind:<8} "
        yield Line(left + _cut(harmless(found.candidate.quote), _less(shown.width, len(left))))
    rest = Counter(
        str(found.candidate.kind)
        for found in untracked
        if found.candidate.kind not in _LISTED_APART
    )
    if rest:
        kinds = ", ".join(f"{kind} ({count})" for kind, count in rest.items())
        yield Line(f"{_INDENT}{'and ' if listed else ''}{kinds}", DIM)
    yield Line(f"{_INDENT}--all shows them whole", DIM)


def _row(label: str, text: str, width: int | None, style: str = PLAIN) -> Iterator[Line]:
    margin = len(_INDENT) + _LABEL
    for place, line in enumerate(_wrapped(text, _less(width, margin), style)):
        left = f"{_INDENT}{'' if place else label:<{_LABEL}}"
        yield Line(left + line.text, style)


def _wrapped(text: str, width: int | None, style: str) -> list[Line]:
    if width is None:
        return [Line(text, style)]
    return [Line(part, style) for part in wrap(text, max(_NARROWEST, width)) or [""]]


def _cut(text: str, width: int | None) -> str:
    if width is None or len(text) <= max(_NARROWEST, width):
        return text
    return text[: max(_NARROWEST, width) - 1].rstrip() + "…"


def _less(width: int | None, margin: int) -> int | None:
    return None if width is None else width - margin
