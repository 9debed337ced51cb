"""The echo of what was written: a heading, labelled rows, and what to do if it is wrong."""

from collections.abc import Sequence
from textwrap import wrap
from typing import NamedTuple

from commitrack.report.harmless import harmless

_LABEL = 15
_INDENT = "  "


class Row(NamedTuple):
    """One label and its lines; `right` stands at the right of the first."""

    label: str
    lines: tuple[str, ...]
    right: str = ""


def format_echo(
    heading: str, where: str, rows: Sequence[Row], footer: str, width: int | None
) -> str:
    """The echo as text.

    Args:
        width: columns to wrap at; None for a pipe, where nothing is wrapped.
    """
    lines = [_spread(harmless(heading), harmless(where), width), ""]
    for row in rows:
        lines += _row_lines(row, width)
    if footer:
        lines += ["", *_footer_lines(footer, width)]
    return "\n".join(line.rstrip() for line in lines) + "\n"


def _row_lines(row: Row, width: int | None) -> list[str]:
    texts: list[str] = []
    for text in row.lines:
        texts += _wrapped(harmless(text), width)
    margin = _INDENT + " " * _LABEL
    first = _spread(f"{_INDENT}{row.label:<{_LABEL}}{texts[0]}", row.right, width)
    return [first, *(margin + text for text in texts[1:])]


def _footer_lines(footer: str, width: int | None) -> list[str]:
    """The footer; its parts stand below each other where one line is too long."""
    if width is None or len(footer) <= width:
        return [footer]
    return footer.split(" " * 8)


def _wrapped(text: str, width: int | None) -> list[str]:
    if width is None:
        return [text]
    return wrap(text, max(20, width - _LABEL - len(_INDENT))) or [""]


def _spread(left: str, right: str, width: int | None) -> str:
    """Left and right on one line, as far apart as 80 columns allow; else the right one below."""
    if not right:
        return left
    if width is not None and len(left) + 2 + len(right) > width:
        return f"{left}\n{right:>{min(width, 80) - 2}}"
    gap = min(width or 80, 80) - len(left) - len(right) - 2
    return f"{left}{' ' * max(2, gap)}{right}"
