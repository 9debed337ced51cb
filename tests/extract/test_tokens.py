# ruff: noqa: RUF001 - typographic marks are what is tested
"""What the words and marks of a sentence are."""

import pytest

from commitrack.extract.tokens import tokenise


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("It won't.", ["It", "won", "'t", "."]),
        ("China's 1,250.5 tons", ["China", "'s", "1,250.5", "tons"]),
        ("ROK-U.S. talks", ["ROK", "-", "U.S.", "talks"]),
        ("a well-known AT&T plan", ["a", "well-known", "AT&T", "plan"]),
        ("$5bn, 30%", ["$", "5bn", ",", "30", "%"]),
        ("we’ll “see”", ["we", "’ll", "“", "see", "”"]),
    ],
)
def test_a_text_is_taken_apart(text: str, words: list[str]) -> None:
    tokens = tokenise(text, 0, len(text))

    assert tokens.words == words
    assert [text[a:b] for a, b in zip(tokens.starts, tokens.ends, strict=True)] == words
