"""The words of a language that stand at the head of articles and around them, from its files."""

from functools import cache
from pathlib import Path
from typing import Any, NamedTuple


class HeadWords(NamedTuple):
    """Words that say who wrote an article and what a date is of; in lower case, the longest first.

    Attributes:
        joints: what may stand between a label and its date.
        title: labels of a title, with a colon, as in a mail.
        signed: what stands before the day at the foot of a document.
    """

    published: tuple[str, ...]
    updated: tuple[str, ...]
    by: tuple[str, ...]
    joints: tuple[str, ...]
    title: tuple[str, ...]
    signed: tuple[str, ...]


@cache
def head_words(language: str = "en") -> HeadWords:
    """The words of a language, read on first use."""
    return HeadWords(**{name: _longest_first(words) for name, words in _load(language).items()})


@cache
def page_notes(language: str = "en") -> tuple[str, ...]:
    """How paragraphs begin that are about a page, and not of its article."""
    return _longest_first(_load(f"{language}-pages")["notes"])


@cache
def front_matter_keys(language: str = "en") -> dict[str, str]:
    """What each key of a front matter says: a field of `Told`."""
    return _load(f"{language}-front-matter")


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


def _longest_first(words: list[str]) -> tuple[str, ...]:
    return tuple(sorted(words, key=len, reverse=True))


def _load(name: str) -> dict[str, Any]:
    import tomli  # noqa: PLC0415  # only where there is an article

    path = Path(__file__).parent / "words" / f"{name}.toml"
    return tomli.loads(path.read_text(encoding="utf-8"))
