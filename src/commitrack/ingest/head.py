"""The head of an article: its first lines, where it says what it is, of when, and by whom."""

from typing import NamedTuple

_LINES = 20
_CHARACTERS = 20_000
_PARAGRAPH = 200


class Line(NamedTuple):
    """A line that is not blank, and its number in the text, from 1.

    Attributes:
        stands_alone: a blank line follows, or the end.
    """

    number: int
    text: str
    stands_alone: bool

    @property
    def named(self) -> str:
        """How an origin names the line."""
        return f"line {self.number}"


def head_of(text: str, *, skipped: int = 0, markup: str = "") -> tuple[Line, ...]:
    """The lines down to the first that is long enough to be a paragraph, twenty at most.

    Args:
        text: the text.
        skipped: how many lines at the start are no part of the article.
        markup: characters that mark a line up, at its ends, and are not its words.
    """
    lines = text[:_CHARACTERS].split("\n")
    head: list[Line] = []
    for index in range(skipped, len(lines)):
        line = lines[index].strip().strip(markup).strip()
        if not line:
            continue
        alone = index + 1 >= len(lines) or not lines[index + 1].strip()
        head.append(Line(index + 1, line, alone))
        if len(line) >= _PARAGRAPH or len(head) >= _LINES:
            break
    return tuple(head)
