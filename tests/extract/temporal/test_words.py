import re
from pathlib import Path

from commitrack.extract import temporal
from commitrack.extract.temporal.grammar import SIGNS, grammar
from commitrack.extract.temporal.lexicon import load_json
from commitrack.extract.temporal.makers import MAKERS
from commitrack.extract.temporal.rules import LITERAL

FROM_DIGITS = {"date", "clock", "hours", "year", "decade", "day"}


def steps() -> set[str]:
    """The names of all classes, signs and words that patterns have."""
    data = load_json("en", "patterns")
    patterns = [pattern for pattern, _, _ in data["patterns"]]
    text = " ".join((*patterns, *data["macros"].values()))
    names = set(re.sub(r"[()|?]", " ", text).split())
    return names - set(data["macros"])


def test_every_class_of_a_pattern_is_in_the_lexicon_or_is_read_from_digits() -> None:
    classes = set(load_json("en", "lexicon")) | FROM_DIGITS | SIGNS

    assert {name for name in steps() if name[0] != LITERAL or name == LITERAL} <= classes


def test_every_maker_that_patterns_name_is_there_and_each_is_named() -> None:
    named = {maker for _, maker, _ in load_json("en", "patterns")["patterns"]}

    assert named == set(MAKERS)


def test_every_list_of_cues_is_used() -> None:
    folder = Path(temporal.__file__).parent
    code = "".join(path.read_text(encoding="utf-8") for path in folder.glob("*.py"))

    assert [name for name in load_json("en", "cues") if f'"{name}"' not in code] == []


def test_most_words_are_read_once_for_all() -> None:
    known = grammar("en")

    assert len(known.ready) > len(known.lexicon.single) / 2
    assert "the" not in known.alone
