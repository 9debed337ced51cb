"""Where patterns of cues stand."""

import pytest

from commitrack.extract.patterns import WordForms, compile_rules, match_end

FORMS = WordForms(
    classes={
        "be": frozenset(("is", "are")),
        "adverbs": frozenset(("also",)),
        "adverb-endings": frozenset(("ly",)),
    },
    inflections=[("e", ("e", "es", "ed", "ing")), ("", ("", "s", "ed", "ing"))],
    irregular={"seek": "seeks sought"},
)


def ends(pattern: str, sentence: str) -> list[tuple[int, int]]:
    rules = compile_rules([(pattern, "plan", "any")], FORMS)
    lows = sentence.split()
    found = []
    for first, low in enumerate(lows):
        for rule in rules.get(low, ()):
            end = match_end(rule.elements, lows, first)
            if end is not None:
                found.append((first, end))
    return found


@pytest.mark.parametrize(
    ("pattern", "sentence", "found"),
    [
        pytest.param("urge! to", "they urged to", [(1, 3)], id="all forms of a verb"),
        pytest.param("seek! to", "they sought to", [(1, 3)], id="an irregular verb"),
        pytest.param("plan|aim to", "we aim to go", [(1, 3)], id="either word"),
        pytest.param("@be set to", "they are set to go", [(1, 4)], id="a class"),
        pytest.param("@be * set to", "it is also widely set to", [(1, 6)], id="adverbs between"),
        pytest.param("@be * set to", "it is not yet set to", [], id="no adverbs between"),
        pytest.param("tell ... to", "tell the old man to", [(0, 5)], id="words between"),
        pytest.param("tell ... to", "tell him , to", [], id="no comma between"),
        pytest.param("new? plan", "plan", [], id="the first word is never optional"),
        pytest.param("a new? plan", "a plan", [(0, 2)], id="an optional word"),
    ],
)
def test_a_pattern_is_found(pattern: str, sentence: str, found: list[tuple[int, int]]) -> None:
    assert ends(pattern, sentence) == found
