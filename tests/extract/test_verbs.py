"""The verb that follows a modal or "to"."""

import pytest

from commitrack.extract.lexicon import load_lexicon
from commitrack.extract.tokens import tokenise
from commitrack.extract.verbs import bases_of, is_infinitive, predicate_after

LEXICON = load_lexicon("en")


@pytest.mark.parametrize(
    ("form", "base"),
    [("closes", "close"), ("cutting", "cut"), ("agreed", "agree"), ("held", "hold"),
     ("carries", "carry"), ("planned", "plan"), ("built", "build"), ("buying", "buy")],
)  # fmt: skip
def test_a_form_has_its_base(form: str, base: str) -> None:
    assert base in bases_of(form, LEXICON)


@pytest.mark.parametrize(
    ("words", "verb", "traits"),
    [
        ("close the mill", "close", ""),
        ("also soon close", "close", ""),
        ("not be closed", "closed", "passive negated"),
        ("be closing", "closing", "progressive"),
        ("be the first", "be", ""),
        ("“close” it", "close", ""),
    ],
)
def test_a_predicate_is_read(words: str, verb: str, traits: str) -> None:
    tokens = tokenise(words, 0, len(words))
    found = predicate_after(tokens, 0, LEXICON)

    assert found is not None
    assert tokens.words[found.at] == verb
    assert found.is_passive is ("passive" in traits)
    assert found.is_progressive is ("progressive" in traits)
    assert found.is_negated is ("negated" in traits)


@pytest.mark.parametrize(
    ("words", "expected"),
    [("close", True), ("be closed", True), ("the mill", False), ("Paris", False), ("mills", False),
     ("discuss it", True), ("5 percent", False), ("closing", False)],
)  # fmt: skip
def test_what_may_follow_to(words: str, expected: bool) -> None:  # noqa: FBT001
    assert is_infinitive(tokenise(words, 0, len(words)), 0, LEXICON) is expected
