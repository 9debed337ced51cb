"""The tables of words are whole."""

import json
import re
from importlib.resources import files
from pathlib import Path

import pytest

import commitrack.extract
from commitrack.extract.kinds import JUDGES
from commitrack.extract.lexicon import load_lexicon, read_table

TABLES = ("cues", "words", "verbs", "nouns", "parties")
CODE = "\n".join(
    path.read_text("utf-8") for path in Path(commitrack.extract.__path__[0]).glob("*.py")
)
NAMES = set(re.findall(r'"([a-z][a-z-]+)"', CODE))


@pytest.mark.parametrize("name", TABLES)
def test_a_table_says_what_it_is_about(name: str) -> None:
    assert len(str(read_table("en", name)["about"])) > 40


@pytest.mark.parametrize("name", TABLES)
def test_no_key_of_a_table_is_written_twice(name: str) -> None:
    path = files("commitrack.extract") / "words" / "en" / f"{name}.json"

    def keys(pairs: list[tuple[str, object]]) -> list[str]:
        found = [key for key, _ in pairs]
        assert len(found) == len(set(found))
        return found

    json.loads(path.read_text("utf-8"), object_pairs_hook=keys)


def test_every_class_of_cues_has_a_judge_and_a_meaning() -> None:
    lexicon = load_lexicon("en")
    cues = {rule.cue for rules in lexicon.rules.values() for rule in rules}

    assert cues == set(JUDGES) == set(lexicon.meanings)


def test_every_frame_is_one_that_is_asked_for() -> None:
    frames = {rule.frame for rules in load_lexicon("en").rules.values() for rule in rules}

    assert frames == {"any", "infinitive", "gerund", "object", "number", "date"}


def test_every_class_of_words_is_used() -> None:
    lexicon = load_lexicon("en")
    in_patterns = set(re.findall(r"@([a-z-]+)", str(read_table("en", "cues")["rules"])))

    assert set(lexicon.classes) - NAMES - in_patterns == set()


def test_an_unknown_language_is_refused() -> None:
    with pytest.raises(KeyError):
        load_lexicon("xx")


def test_no_class_of_words_stands_in_two_tables() -> None:
    words, verbs, nouns = (set(read_table("en", name)) for name in ("words", "verbs", "nouns"))

    assert (words & verbs) | (words & nouns) | (verbs & nouns) == {"about"}
