"""The digest as text: a week on one screen."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from commitrack.report.harmless import harmless
from commitrack.report.plain import plain_words
from commitrack.report.reminder_text import move_line
from commitrack.report.rows import ReminderShown
from commitrack.report.words import plural
from commitrack.timing.display import format_day, format_when
from commitrack.timing.now import Now
from commitrack.timing.reckoning import Item, Section

_MOST = 12
_NAMES = {
    Section.LATE: "LATE",
    Section.COMING: "COMING",
    Section.UNDATED: "NO DATE",
}


class Digest(NamedTuple):
    """What is late, what comes, and what moved.

    Attributes:
        until: the last day of the week.
    """

    items: tuple[Item, ...]
    moved: tuple[ReminderShown, ...]
    until: date


def told_in(digest: Digest) -> frozenset[tuple[str, str | None]]:
    """The id and the role of everything that has a line of its own in the text."""
    items = [item for _, found in _sections(digest) for item in found[:_MOST]]
    items += [shown.item for shown in digest.moved[:_MOST]]
    return frozenset((it.standing.id, str(it.date.role) if it.date else None) for it in items)


def digest_subject(digest: Digest, now: Now) -> str:
    """`commitrack: the week to Tue 15 Jul 2025: 1 late, 2 coming, 1 moved`."""
    sections = [item.section for item in digest.items]
    counts = {
        "late": sections.count(Section.LATE),
        "coming": sections.count(Section.COMING),
        "with no date": sections.count(Section.UNDATED),
        "moved": len(digest.moved),
    }
    told = ", ".join(f"{number} {word}" for word, number in counts.items() if number)
    week = f"{format_day(now.today())} to {format_day(digest.until)}"
    return f"commitrack: {week}: {told or 'nothing'}"


def digest_body(digest: Digest, now: Now) -> str:
    """The sections that have something, each of a dozen lines at most."""
    if not (digest.items or digest.moved):
        return ""
    lines = [digest_subject(digest, now).removeprefix("commitrack: ")]
    for name, found in _sections(digest):
        lines += _part(name, [_line(item, now) for item in found])
    lines += _part("MOVED", [_moved(shown) for shown in digest.moved])
    return "".join(f"{harmless(line)}\n" for line in lines)


def _sections(digest: Digest) -> Iterator[tuple[str, list[Item]]]:
    for section, name in _NAMES.items():
        yield name, [item for item in digest.items if item.section is section]


def _part(name: str, lines: Sequence[str]) -> Iterator[str]:
    if not lines:
        return
    yield ""
    yield name
    yield from (f"  {line}" for line in lines[:_MOST])
    if len(lines) > _MOST:
        yield f"  and {plural(len(lines) - _MOST, 'more line')}: commitrack due"


def _line(item: Item, now: Now) -> str:
    it, when = item.standing.commitment, item.date.when if item.date else None
    day = f"{format_when(when)}, " if when is not None and when.is_dated else ""
    return f"{day}{plain_words(item, now)}: {it.title} [{it.id}]"


def _moved(shown: ReminderShown) -> str:
    it = shown.item.standing.commitment
    line = move_line(shown.move, shown.item.date) if shown.move else ""
    return f"{it.title} [{it.id}]: {line}"
