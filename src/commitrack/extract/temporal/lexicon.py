"""Lexicon: the words that times are written with, by what they mean, from their language's data."""

import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

WORDS = Path(__file__).parent / "words"
_PHRASE = "phrase"


class Reading(NamedTuple):
    """One way to read the words from a place on: a class that patterns name, and its value."""

    name: str
    length: int
    value: Any


class Lexicon(NamedTuple):
    """Readings by first word: of a word alone, and of phrases, whose other words must follow.

    Attributes:
        cues: lists of words that decide in doubt, by what they are for.
        names: the word that stands for each value of a class, for reasons to name.
    """

    single: Mapping[str, tuple[Reading, ...]]
    phrases: Mapping[str, tuple[tuple[tuple[str, ...], Reading], ...]]
    cues: Mapping[str, frozenset[str]]


def load_json(language: str, name: str) -> Any:  # noqa: ANN401  what a data file holds
    """A data file of a language."""
    return json.loads((WORDS / language / f"{name}.json").read_text(encoding="utf-8"))


@cache
def lexicon(language: str) -> Lexicon:
    """The words of a language, read on first use."""
    single: dict[str, tuple[Reading, ...]] = {}
    phrases: dict[str, tuple[tuple[tuple[str, ...], Reading], ...]] = {}
    for name, section in load_json(language, "lexicon").items():
        for words, value in section.items():
            if " " in words or "'" in words:
                first, *rest = words.replace("'", " ' ").replace("st.", "st .").split()
                reading = Reading(name, 1 + len(rest), value)
                phrases[first] = (*phrases.get(first, ()), (tuple(rest), reading))
            else:
                single[words] = (*single.get(words, ()), Reading(name, 1, value))
    cues = {
        name: frozenset(words if isinstance(words, list) else [words])
        for name, words in load_json(language, "cues").items()
    }
    return Lexicon(single, phrases, cues)
