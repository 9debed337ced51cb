"""Lexicon: the words of one language that statements are recognised by, read from its folder."""

import json
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any, NamedTuple

from commitrack.extract.patterns import Rule, WordForms, compile_rules

LANGUAGES = ("en",)
_CLASS_FILES = ("words", "verbs", "nouns")


class Lexicon(NamedTuple):
    """The tables of a language.

    Attributes:
        classes: the words of each class, in lower case where the language has cases.
        endings: endings of inflected verbs, and what stands there in the base form.
        rules: patterns of cues by their first word.
        phrases: the same classes where a bar parts their entries, in order.
        meanings: what each class of cues tells of.
        preset: the name of the table of cues, to be told with what was found by it.
    """

    classes: Mapping[str, frozenset[str]]
    phrases: Mapping[str, tuple[str, ...]]
    endings: tuple[tuple[str, str], ...]
    rules: Mapping[str, tuple[Rule, ...]]
    meanings: Mapping[str, str]
    preset: str


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
    endings = tuple((str(ending), str(base)) for ending, base in _pairs(small["endings"]))
    cues = read_table(language, "cues")
    forms = WordForms(classes, small["inflections"], small["irregular"])
    rules = compile_rules(cues["rules"], forms)
    meanings = cues["meanings"]
    told = (
        {str(key): str(value) for key, value in meanings.items()}
        if isinstance(meanings, dict)
        else {}
    )
    return Lexicon(classes, phrases, endings, rules, told, str(cues["preset"]))


def read_table(language: str, name: str) -> dict[str, Any]:
    """A table of a language's folder."""
    path = files("commitrack.extract") / "words" / language / f"{name}.json"
    table: dict[str, Any] = json.loads(path.read_bytes())
    return table


def _pairs(value: object) -> list[tuple[str, str]]:
    return [tuple(pair) for pair in value] if isinstance(value, list) else []
