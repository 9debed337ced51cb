"""The head of an article: its first lines, where it says what it is, of when, and by whom."""

from functools import cache
from pathlib import Path
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


class HeadWords(NamedTuple):
    """Words of a language that stand at the head of articles, in lower case; the longest first.

    Attributes:
        notes: how paragraphs begin that are about a page, not of its article.
        front_matter: what each key of a front matter says: a field of `Told`.
    """

    published: tuple[str, ...]
    updated: tuple[str, ...]
    by: tuple[str, ...]
    joints: tuple[str, ...]
    notes: tuple[str, ...]
    front_matter: dict[str, str]


@cache
def head_words(language: str = "en") -> HeadWords:
    """The words of a language, read on first use."""
    import tomli  # noqa: PLC0415  # only where there is an article

    path = Path(__file__).parent / "words" / f"{language}.toml"
    table = tomli.loads(path.read_text(encoding="utf-8"))
    keys = table.pop("front_matter")
    lists = {name: tuple(sorted(words, key=len, reverse=True)) for name, words in table.items()}
    return HeadWords(**lists, front_matter=keys)


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


def after_word(text: str, words: tuple[str, ...]) -> str | None:
    """What follows one of the words that a text starts with, or None if it starts with none.

    >>> after_word("Published: 7 July 2025", ("published",))
    '7 July 2025'
    """
    folded = text[:40].casefold()
    for word in words:
        if folded.startswith(word) and not folded[len(word) : len(word) + 1].isalnum():
            return text[len(word) :].lstrip(" \t:")
    return None
