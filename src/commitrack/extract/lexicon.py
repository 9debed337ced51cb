"""Lexicon: the words of one language that statements are recognised by, read from its folder."""

import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from commitrack.extract.patterns import Rule, WordForms, compile_rules

LANGUAGES = ("en",)
_CLASS_FILES = ("words", "verbs", "nouns")


class Lexicon(NamedTuple):
    """The tables of a language.

    Attributes:
        classes: the words of each class, in lower case where the language has cases.
        endings: endings of inflected verbs, and what stands there in the base form.
        plurals: endings of nouns in the plural, and what stands there in the singular.
        bases: the base forms of participles that follow no rule.
        rules: patterns of cues by their first word.
        phrases: the same classes where a bar parts their entries, in order.
        meanings: what each class of cues tells of.
        preset: the name of the table of cues, to be told with what was found by it.
    """

    language: str
    classes: Mapping[str, frozenset[str]]
    phrases: Mapping[str, tuple[str, ...]]
    endings: tuple[tuple[str, str], ...]
    plurals: tuple[tuple[str, str], ...]
    bases: Mapping[str, str]
    rules: Mapping[str, tuple[Rule, ...]]
    meanings: Mapping[str, str]
    preset: str

    def is_number(self, low: str) -> bool:
        """Whether a word is a number, in digits or in words."""
        return low[0].isdigit() or low in self.classes["numbers"]

    def is_plural(self, low: str) -> bool:
        """Whether a word has the ending of a plural, as "jobs" and not "loss" has."""
        phrases = self.phrases
        return low.endswith(phrases["plural-endings"]) and not low.endswith(
            phrases["double-endings"]
        )

    def is_past_verb(self, low: str) -> bool:
        """Whether a word may be a verb in the past: "closed", "took"."""
        return low.endswith(self.phrases["verb-endings"]) or low in self.classes["irregular-pasts"]


@cache
def load_lexicon(language: str) -> Lexicon:
    """The lexicon of a language, read once.

    Raises:
        KeyError: there is none.
    """
    if language not in LANGUAGES:
        raise KeyError(language)
    classes: dict[str, frozenset[str]] = {}
    phrases: dict[str, tuple[str, ...]] = {}
    small: dict[str, Any] = {}
    for name in _CLASS_FILES:
        table = read_table(language, name)
        small.update(table)
        for key, value in table.items():
            if isinstance(value, str) and key != "about":
                phrases[key] = tuple(value.split("|"))
                classes[key] = frozenset(value.split())
    endings = _pairs(small["endings"])
    plurals = _pairs(small["plural-rules"])
    cues = read_table(language, "cues")
    forms = WordForms(classes, small["inflections"], small["irregular"])
    return Lexicon(
        language,
        classes,
        phrases,
        endings,
        plurals,
        small["bases"],
        compile_rules(cues["rules"], forms),
        cues["meanings"],
        cues["preset"],
    )


def read_table(language: str, name: str) -> dict[str, Any]:
    """A table of a language's folder."""
    # Not by importlib.resources: to import that takes longer than all the tables.
    path = Path(__file__).with_name("words") / language / f"{name}.json"
    table: dict[str, Any] = json.loads(path.read_bytes())
    return table


def _pairs(table: list[list[str]]) -> tuple[tuple[str, str], ...]:
    return tuple((first, second) for first, second in table)
