"""Laws that hold for the candidates of any text."""

from datetime import date
from time import perf_counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from commitrack.domain.article import Article
from commitrack.extract.lexicon import load_lexicon
from commitrack.extract.statements import find_candidates
from tests.extract.reading import read

WORDS = (
    "Acme",
    "Japan",
    "the",
    "U.S.",
    "will",
    "would",
    "said",
    "agreed",
    "to",
    "plans",
    "not",
    "hopes",
    "that",
    "it",
    "both",
    "sides",
    "on",
    "May",
    "1",
    "2024",
    "by",
    "if",
    "unless",
    ",",
    ".",
    "“",
    "”",
    "(",
    ")",
    ";",
    "\n",
    "\n\n",
    "-",
    "close",
    "be",
    "closed",
    "is",
    "due",
    "until",
    "and",
    "of",
    "'s",
    "have",
    "must",
    "urged",
    "with",
    "expected",
    "take",
    "effect",
    "within",
    "90",
    "days",
    "Mr.",
)


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(WORDS), max_size=60).map(" ".join))
def test_quotes_are_slices_of_their_sentences(text: str) -> None:
    for found in read(text):
        assert text[found.start : found.end] == found.quote != ""
        end = found.sentence_start + len(found.sentence)
        assert text[found.sentence_start : end] == found.sentence
        assert found.sentence_start <= found.start < found.end <= end
        assert len(found.quote) <= 300
        assert 0 < len(found.title) <= 80
        assert 0 <= found.obligation <= 4
        assert 0 <= found.precision <= 3


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=200))
def test_no_text_is_too_odd(text: str) -> None:
    for found in read(text):
        assert text[found.start : found.end] == found.quote


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(WORDS), max_size=60).map(" ".join))
def test_candidates_come_in_order(text: str) -> None:
    found = read(text)

    assert list(found) == sorted(found, key=lambda one: (one.start, one.end))


def test_an_article_without_a_day_is_refused() -> None:
    with pytest.raises(ValueError, match="notes"):
        find_candidates(Article("notes", "Acme will pay."))


@pytest.mark.parametrize(
    "unit",
    [
        "will ",
        "if he would agree to ",
        "Bank of the ",
        "both sides, ",
        "1",
        "-",
        " ",
        "“",
        "January ",
    ],
)
def test_reading_takes_linear_time(unit: str) -> None:
    load_lexicon("en")
    read("Acme will pay by May.", date(2024, 2, 7))

    def seconds(size: int) -> float:
        text = unit * (size // len(unit))
        start = perf_counter()
        read(text)
        return perf_counter() - start

    small = min(seconds(4_000) for _ in range(2))
    large = seconds(32_000)

    assert large < 8 * 4 * small + 0.1
