"""Phrases: none is understood as another date than it means, and most are understood."""

import re
import tomllib
from pathlib import Path

import pytest

from commitrack.errors import DateError
from commitrack.timing.grammar import parse_words
from tests.timing.clocks import SAID, attempt

HERE = Path(__file__)
TABLE = tomllib.loads(HERE.with_name("phrases.toml").read_text(encoding="utf-8"))
MEANT: dict[str, str] = TABLE["meant"]
REFUSED: list[str] = TABLE["refused"]["phrases"]
PAGE = HERE.parents[2] / "docs" / "dates.md"


def days(text: str) -> str | None:
    """First and last day of what the words are understood as; None where they are refused."""
    understood = attempt(lambda: parse_words(text, SAID))
    if isinstance(understood, DateError):
        return None
    when = understood.when
    return str(when.first) if when.first == when.last else f"{when.first}/{when.last}"


@pytest.mark.parametrize(("text", "meant"), MEANT.items())
def test_no_phrase_is_understood_as_another_date(text: str, meant: str) -> None:
    assert days(text) in {meant, None}


@pytest.mark.parametrize("text", REFUSED)
def test_what_means_no_date_or_two_is_refused(text: str) -> None:
    assert days(text) is None


def test_most_phrases_are_understood_and_the_manual_says_how_many() -> None:
    accepted = sum(days(text) is not None for text in MEANT)

    figures = re.search(
        r"Of ([0-9]+) phrases .*?([0-9]+) are\s+understood.*?of ([0-9]+) .*?none is",
        PAGE.read_text(encoding="utf-8"),
        re.DOTALL,
    )
    assert len(MEANT) + len(REFUSED) >= 150
    assert accepted / len(MEANT) >= 0.85
    assert figures is not None
    assert [int(figure) for figure in figures.groups()] == [len(MEANT), accepted, len(REFUSED)]
