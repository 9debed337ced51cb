"""Where sentences begin and end."""

from time import perf_counter

import pytest

from commitrack.extract.lexicon import load_lexicon
from commitrack.extract.sentences import split_sentences


def sentences(text: str) -> list[str]:
    return [text[start:end] for start, end in split_sentences(text, load_lexicon("en"))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("It rained. It stopped.", ["It rained.", "It stopped."], id="two"),
        pytest.param("Mr. Ito met Dr. Roy.", ["Mr. Ito met Dr. Roy."], id="titles"),
        pytest.param(
            "The U.S. Senate voted.", ["The U.S. Senate voted."], id="initials of a state"
        ),
        pytest.param(
            "They left the U.S. The rest stayed.",
            ["They left the U.S.", "The rest stayed."],
            id="a state at the end",
        ),
        pytest.param(
            "It opens on Jan. 5 in St. Ives.", ["It opens on Jan. 5 in St. Ives."], id="month"
        ),
        pytest.param(
            "J. R. Ewing owns Oil Co. shares.", ["J. R. Ewing owns Oil Co. shares."], id="names"
        ),
        pytest.param(
            "It fell 3.5 percent. No. 4 won.", ["It fell 3.5 percent.", "No. 4 won."], id="decimals"
        ),
        pytest.param(
            "“We will go.” He left. “Why?” she asked.",
            ["“We will go.”", "He left.", "“Why?” she asked."],
            id="quotes",
        ),
        pytest.param("Well... perhaps. Yes.", ["Well... perhaps.", "Yes."], id="ellipsis"),
        pytest.param(
            "Port to close\n\nThe port will close.",
            ["Port to close", "The port will close."],
            id="headline",
        ),
        pytest.param(
            "Tariffs rise\nBy Ann Lee\nThe tariff rose.",
            ["Tariffs rise", "By Ann Lee", "The tariff rose."],
            id="a line each",
        ),
        pytest.param(
            "The ministry said that it would\npublish the list before the summer\n"
            "holidays. It gave no day.",
            [
                "The ministry said that it would\npublish the list before the summer\nholidays.",
                "It gave no day.",
            ],
            id="hard-wrapped",
        ),
        pytest.param(
            "# Plans\n\n- Cut the fee\n- Open a line\n1. Report",
            ["Plans", "Cut the fee", "Open a line", "Report"],
            id="Markdown",
        ),
        pytest.param(" \n\n ", [], id="blank"),
    ],
)
def test_a_text_is_split(text: str, expected: list[str]) -> None:
    assert sentences(text) == expected


def test_offsets_are_those_of_the_text() -> None:
    text = "  One.\n\n  Two!  "

    assert split_sentences(text, load_lexicon("en")) == ((2, 6), (10, 14))


def test_a_sentence_without_end_is_cut_at_spaces() -> None:
    parts = sentences("word " * 2_000)

    assert len(parts) > 1
    assert max(map(len, parts)) <= 1_500
    assert " ".join(parts).split() == ["word"] * 2_000


@pytest.mark.parametrize("unit", [".", "\n", "- ", "A.", "“", "a\n"])
def test_splitting_takes_linear_time(unit: str) -> None:
    split_sentences("warm up.", load_lexicon("en"))

    def seconds(size: int) -> float:
        text = unit * (size // len(unit))
        start = perf_counter()
        split_sentences(text, load_lexicon("en"))
        return perf_counter() - start

    small, large = min(seconds(50_000) for _ in range(3)), min(seconds(400_000) for _ in range(3))

    assert large < 8 * 4 * small + 0.05
