"""Duration words: what stands around a length of time, read from the data file of its language."""

import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import NamedTuple

from commitrack.timing.lexicon import lexicon, spell

DASHES = frozenset("-\N{HYPHEN}\N{NON-BREAKING HYPHEN}")
_PIECE = re.compile(r"[0-9]+(?:[.,][0-9]+)*|[^\W\d_]+|[^\w\s]|_")


class Piece(NamedTuple):
    """A word, a number or a sign of a text, as it stands there and as the lexicon spells it."""

    text: str
    spelled: str
    start: int
    end: int


def pieces_of(text: str) -> list[Piece]:
    """The words, numbers and signs of a text; a hyphen is a sign."""
    return [
        Piece(match[0], spell(match[0]) or match[0], *match.span())
        for match in _PIECE.finditer(text)
    ]


def kind_of(word: str) -> str:
    """The kind that the lexicon of dates gives to a word, or ""."""
    known = lexicon().words.get(word)
    return "" if known is None else known.kind


@cache
def around(language: str = "en") -> Mapping[str, Mapping[str, str]]:
    """The words of the data file, by section, as `lexicon.spell` has them."""
    import tomli  # noqa: PLC0415 - only where words hold a duration

    path = Path(__file__).parent / "words" / f"{language}-durations.toml"
    table = tomli.loads(path.read_text(encoding="utf-8"))
    return {
        section: {spell(word): value for word, value in words.items()}
        for section, words in table.items()
    }


def rolling_words(text: str) -> tuple[str, str] | None:
    """Words that let a last day run on to a working day, and the policy that they name, or ""."""
    folded = " ".join(text.split())
    for words, policy in around()["rolling"].items():
        found = re.search(re.escape(words), folded, re.IGNORECASE)
        if found:
            return found[0], policy
    return None
