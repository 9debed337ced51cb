"""Phrases: none is understood as another date than it means, and most are understood."""

import re
import tomllib
from datetime import date
from pathlib import Path

import pytest

from commitrack.errors import DateError
from commitrack.timing.anchor import Anchor
from commitrack.timing.display import own_clock
from commitrack.timing.grammar import parse_words
from tests.timing.clocks import SAID, attempt, now_at

HERE = Path(__file__)
TABLE = tomllib.loads(HERE.with_name("phrases.toml").read_text(encoding="utf-8"))
MEANT: dict[str, str] = TABLE["meant"]
REFUSED: list[str] = TABLE["refused"]["phrases"]
FRESH = tomllib.loads(HERE.with_name("phrases_fresh.toml").read_text(encoding="utf-8"))
LISTS: dict[str, dict[str, str]] = FRESH["meant"]
LATER = ("second", "third")
FRESH_MEANT = {text: meant for phrases in LISTS.values() for text, meant in phrases.items()}
FRESH_REFUSED: list[str] = FRESH["refused"]["phrases"]
WHERE: dict[str, str] = FRESH["where"]
TRAPS: dict[str, str] = FRESH["traps"]
PAGE = HERE.parents[2] / "docs" / "dates.md"
TODAY = Anchor(date(2025, 7, 7), "it was said", now_at("2025-07-07T09:00+09:00", "Asia/Seoul"))


def days(text: str, anchor: Anchor = SAID, zone: str | None = None) -> str | None:
    """First and last day of what the words are understood as; None where they are refused."""
    understood = attempt(lambda: parse_words(text, anchor, zone=zone))
    if isinstance(understood, DateError):
        return None
    when = understood.when
    return str(when.first) if when.first == when.last else f"{when.first}/{when.last}"


def reading(text: str, zone: str | None = None) -> str | None:
    """The same, but of a time the reading of its own clock."""
    understood = attempt(lambda: parse_words(text, TODAY, zone=zone))
    if isinstance(understood, DateError) or understood.when.at is None:
        return days(text, TODAY, zone)
    return f"{own_clock(understood.when, understood.when.at):%Y-%m-%dT%H:%M}"


def figures(pattern: str) -> list[int]:
    """The figures that the manual gives in a sentence like this."""
    found = re.search(pattern, PAGE.read_text(encoding="utf-8"), re.DOTALL)
    assert found is not None
    return [int(figure) for figure in found.groups()]


@pytest.mark.parametrize(("text", "meant"), MEANT.items())
def test_no_phrase_is_understood_as_another_date(text: str, meant: str) -> None:
    assert days(text) in {meant, None}


@pytest.mark.parametrize("text", REFUSED)
def test_what_means_no_date_or_two_is_refused(text: str) -> None:
    assert days(text) is None


@pytest.mark.parametrize(("text", "meant"), FRESH_MEANT.items())
def test_no_fresh_phrase_is_understood_as_another_date(text: str, meant: str) -> None:
    assert reading(text) in {meant, None}


@pytest.mark.parametrize("text", FRESH_REFUSED)
def test_what_looks_like_a_date_and_is_none_is_refused(text: str) -> None:
    assert reading(text) is None


@pytest.mark.parametrize(("text", "meant"), TRAPS.items())
def test_what_looks_like_another_date_is_not_taken_for_it(text: str, meant: str) -> None:
    assert reading(text) in {meant, None}


@pytest.mark.parametrize(("text", "meant"), WHERE.items())
def test_a_time_without_a_zone_is_refused_until_one_is_given_apart(text: str, meant: str) -> None:
    assert reading(text) is None
    assert reading(text, "America/New_York") == meant


def test_most_phrases_are_understood_and_the_manual_says_how_many() -> None:
    accepted = sum(days(text) is not None for text in MEANT)

    assert len(MEANT) + len(REFUSED) >= 150
    assert accepted / len(MEANT) >= 0.92
    assert figures(
        r"Of ([0-9]+) phrases .*?([0-9]+) are\s+understood.*?of ([0-9]+) .*?none is"
    ) == [
        len(MEANT),
        accepted,
        len(REFUSED),
    ]


@pytest.mark.parametrize("name", ["first", *LATER])
def test_most_fresh_phrases_are_understood_and_the_manual_says_how_many(name: str) -> None:
    lists = [name] if name in LATER else LISTS.keys() - set(LATER)
    texts = [text for one in lists for text in LISTS[one]]
    accepted = sum(reading(text) is not None for text in texts)
    measured = FRESH["measured"][name]

    row = rf"\| {name} \| ([0-9]+) \| ([0-9]+) \| ([0-9]+) \| ([0-9]+) \|"
    assert measured["phrases"] == len(texts)
    assert accepted / len(texts) >= 0.92
    assert figures(row) == [len(texts), measured["understood"], measured["wrong"], accepted]
    assert figures(r"none of ([0-9]+) others") == [len(FRESH_REFUSED)]
