"""Lexicon: the words that times are written with, by what they mean, from their language's data."""

import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

WORDS = Path(__file__).parent / "words"
_LEFT = {"approx", "portion", "edge", "sooner"}
_VERBS = (
    "stops",
    "that",
    "reporting",
    "strong_future",
    "future",
    "future_finite",
    "possible",
    "future_before_to",
    "future_before_for",
    "readying",
    "to",
    "past",
    "attend",
)


class Reading(NamedTuple):
    """One way to read the words from a place on: a class that patterns name, and its value."""

    name: str
    length: int
    value: Any


class Lexicon(NamedTuple):
    """Readings by first word: of a word alone, and of phrases, whose other words must follow.

    Attributes:
        cues: lists of words that decide in doubt, by what they are for.
        verbs: the words that tell past from future, with the list of cues that each stands in.
        endings: the last word of what may belong to an expression on its left.
    """

    single: Mapping[str, tuple[Reading, ...]]
    phrases: Mapping[str, tuple[tuple[tuple[str, ...], Reading], ...]]
    cues: Mapping[str, frozenset[str]]
    verbs: Mapping[str, str]
    endings: frozenset[str]


def load_json(language: str, name: str) -> Any:  # noqa: ANN401  what a data file holds
    """A data file of a language."""
    return json.loads((WORDS / language / f"{name}.json").read_text(encoding="utf-8"))


@cache
def lexicon(language: str) -> Lexicon:
    """The words of a language, read on first use."""
    single: dict[str, tuple[Reading, ...]] = {}
    phrases: dict[str, tuple[tuple[tuple[str, ...], Reading], ...]] = {}
    endings: set[str] = set()
    for name, section in load_json(language, "lexicon").items():
        for words, value in section.items():
            first, *rest = words.replace("'", " ' ").split() if _is_phrase(words) else (words,)
            reading = Reading(name, 1 + len(rest), value)
            if rest:
                phrases[first] = (*phrases.get(first, ()), (tuple(rest), reading))
            else:
                single[first] = (*single.get(first, ()), reading)
            if name in _LEFT:
                endings.add(rest[-1] if rest else first)
    cues = {name: frozenset(words) for name, words in load_json(language, "cues").items()}
    verbs = {word: name for name in reversed(_VERBS) for word in cues[name]}
    return Lexicon(single, phrases, cues, verbs, frozenset(endings))


def _is_phrase(words: str) -> bool:
    return " " in words or "'" in words
