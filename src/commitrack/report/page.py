"""A page of text lines with styles: printed by rich on a terminal, joined into a pipe."""

from textwrap import wrap
from typing import NamedTuple

from commitrack.report.harmless import harmless

WIDTH = 80
MARGIN = 20
"""Where the texts of a page start; labels stand before it."""


class Line(NamedTuple):
    """One line; the style is that of rich, and only repeats what the words say."""

    text: str
    style: str = ""


class Page:
    """Lines collected from top to bottom; hanging texts are wrapped to a width, if there is one.

    Args:
        width: columns to wrap at; None never wraps.
    """

    def __init__(self, width: int | None) -> None:
        self.width = width
        self.lines: list[Line] = []

    def add(self, text: str = "", style: str = "") -> None:
        """One line, made harmless."""
        self.lines.append(Line(harmless(text).rstrip(), style))

    def heading(self, text: str, right: str = "") -> None:
        """A heading after a blank line."""
        self.add()
        self.add(spread(text, right), "bold")

    def hang(self, first: str, text: str, style: str = "") -> None:
        """A text behind a margin; further lines stand under its start."""
        margin = " " * len(first)
        for number, part in enumerate(self.wrapped(text, len(first))):
            self.add((margin if number else first) + part, style)

    def wrapped(self, text: str, indent: int) -> list[str]:
        """The text made harmless, in lines that leave room for an indent."""
        safe = harmless(text)
        if self.width is None:
            return [safe]
        return wrap(safe, max(20, self.width - indent), break_on_hyphens=False) or [""]


def spread(left: str, right: str, width: int = WIDTH) -> str:
    """Left and right on one line, as far apart as the width allows."""
    gap = width - len(left) - len(right)
    return f"{left}{' ' * max(2, gap)}{right}" if right else left
