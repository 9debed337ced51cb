"""One statement under review: its sentence in context, the quote marked, and what is proposed."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from rich.text import Text

from commitrack.report.harmless import harmless
from commitrack.report.reading.words import known_words, strength_words
from commitrack.report.words import ROLE_WORDS, parties
from commitrack.timing.countdown import countdown_words
from commitrack.timing.display import format_when

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from commitrack.domain.commitment import Dates
    from commitrack.report.reading.rows import Found
    from commitrack.timing.now import Now

_MARK = "bold reverse"
_MARGIN = "  "
_LABEL = 15
_NARROWEST = 20
_LONGEST = 160  # of a sentence that is only beside the one that counts
_WIDEST = 200  # characters of white space between two sentences
_LATER_KEYS = ("stated_by", "via", "condition", "instrument", "note", "tags")


class Proposal(NamedTuple):
    """What would be recorded, as it is understood.

    Attributes:
        did: "new", or what it is to a commitment: "reaffirms pass-bill-tied".
        fault: why it cannot be recorded so.
        why: the reasons for it, a sentence each.
    """

    did: str
    title: str
    kind: str
    dates: Dates
    keys: Mapping[str, object]
    id: str = ""
    fault: str = ""
    why: tuple[str, ...] = ()


class Context(NamedTuple):
    """The text of an article, and the sentences before and after the one that counts."""

    text: str
    before: str = ""
    after: str = ""


def review_text(
    found: Found, context: Context, proposal: Proposal, place: str, around: tuple[Now, int]
) -> Text:
    """The whole of one screen.

    Args:
        found: the statement.
        context: where it stands.
        proposal: what would be recorded.
        place: which of how many: "2 of 5".
        around: now, and the columns of the terminal.
    """
    now, width = around
    screen = Text("\n")
    screen.append(_spread(place, f"line {found.line}", width), style="bold")
    screen.append("\n\n")
    screen.append(context_text(found, context, width))
    screen.append("\n")
    for line, style in _rows(found, proposal, now, width):
        screen.append(f"{line}\n", style=style)
    return screen


def context_text(found: Found, context: Context, width: int) -> Text:
    """The sentence with its quote marked, between its neighbours, which are dim."""
    it, text = found.candidate, context.text
    start, end = it.sentence_start, it.sentence_start + len(it.sentence)
    whole = Text()
    before, after = _end_of(_plain(context.before)), _start_of(_plain(context.after))
    ahead, behind = text[max(0, start - _WIDEST) : start], text[end : end + _WIDEST]
    whole.append(before + _gap(ahead[len(ahead.rstrip()) :]) if before else "", style="dim")
    whole.append(_plain(text[start : it.start]))
    whole.append(_plain(it.quote), style=_MARK)
    whole.append(_plain(text[it.end : max(end, it.end)]))
    space = behind[: len(behind) - len(behind.lstrip())]
    whole.append(_gap(space) + after if after else "", style="dim")
    return _wrapped(whole, max(_NARROWEST, width - len(_MARGIN)))


def _gap(space: str) -> str:
    """What stands between two sentences: a paragraph begins on a new line."""
    return "\n" if space.count("\n") > 1 else " "


def _wrapped(whole: Text, width: int) -> Text:
    from rich.console import Console  # noqa: PLC0415  # rich wraps by its console

    lines = whole.wrap(Console(width=width, file=None, force_terminal=False), width)
    indented = Text()
    for line in lines:
        indented.append(_MARGIN)
        indented.append(line)
        indented.append("\n")
    return indented


def _end_of(sentence: str) -> str:
    """A sentence, or its end where it is long."""
    if len(sentence) <= _LONGEST:
        return sentence
    return "… " + sentence[-_LONGEST:].partition(" ")[2]


def _start_of(sentence: str) -> str:
    """A sentence, or its beginning where it is long."""
    if len(sentence) <= _LONGEST:
        return sentence
    return sentence[:_LONGEST].rpartition(" ")[0] + " …"


def _plain(text: str) -> str:
    r"""Text on one line, its white space single.

    >>> _plain("a\n b")
    'a b'
    """
    return re.sub(r"\s+", " ", harmless(text))


class _Row(NamedTuple):
    label: str
    text: str
    right: str = ""
    style: str = ""


def _rows(found: Found, proposal: Proposal, now: Now, width: int) -> list[tuple[str, str]]:
    """The proposal, and why; each line with its style."""
    known = known_words(found)
    rows = [_Row("known", known, "", "yellow")] if known else []
    rows.append(_Row("record", proposal.did))
    rows += _record_rows(proposal, now)
    rows.append(_Row("strength", strength_words(found.candidate), "", "dim"))
    for place, why in enumerate(proposal.why):
        rows.append(_Row("" if place else "why", harmless(why), "", "dim"))
    if proposal.fault:
        rows.append(_Row("cannot be", proposal.fault, "", "red"))
    return [line for row in rows for line in _lines(row, width)]


def _record_rows(proposal: Proposal, now: Now) -> list[_Row]:
    keys = proposal.keys
    rows = [_Row("title", harmless(proposal.title), "", "bold")] if proposal.title else []
    is_event = not proposal.title
    who = _who(keys) or ("" if is_event else "nobody named")
    rows += [_Row("who", " · ".join(filter(None, (who, proposal.kind))))] if who else []
    for role, when in proposal.dates:
        count = countdown_words(when, role, now) if when.is_dated else ""
        rows.append(_Row(ROLE_WORDS[role], format_when(when), count))
    if not proposal.dates and proposal.title:
        rows.append(_Row("date", "none: looked at again now and then"))
    shown = ("quote", *_LATER_KEYS)
    for key in (key for key in shown if key in keys):
        text = harmless(_listed(keys[key]))
        rows.append(_Row(key.replace("_", " "), f'"{text}"' if key == "quote" else text))
    return rows + ([_Row("id", proposal.id)] if proposal.id else [])


def _lines(row: _Row, width: int) -> list[tuple[str, str]]:
    from textwrap import wrap  # noqa: PLC0415  # terminals only

    margin = len(_MARGIN) + _LABEL
    parts = wrap(row.text, max(_NARROWEST, width - margin)) or [""]
    first = _spread(f"{_MARGIN}{row.label:<{_LABEL}}{parts[0]}", row.right, width)
    return [(first, row.style), *((" " * margin + part, row.style) for part in parts[1:])]


def _who(keys: Mapping[str, object]) -> str:
    by, to = _names(keys.get("by")), _names(keys.get("to"))
    if not by and not to:
        return ""
    return f"{parties(by)}, to {parties(to)}" if to else parties(by)


def _names(value: object) -> Sequence[str]:
    return tuple(map(str, value)) if isinstance(value, list | tuple) else ()


def _listed(value: object) -> str:
    return ", ".join(_names(value)) if isinstance(value, list | tuple) else str(value)


def _spread(left: str, right: str, width: int) -> str:
    if not right:
        return left
    gap = min(width, 80) - len(left) - len(right) - 2
    return f"{left}{' ' * max(2, gap)}{right}"
