"""Lengths of time in sentences, and the days that sentences name."""

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from commitrack.timing.anchor import Anchor
from commitrack.timing.duration_words import rolling_words
from commitrack.timing.durations import find_durations, names_base
from commitrack.timing.named_days import named_day_at, named_days
from commitrack.timing.now import Now
from commitrack.timing.periods import Period

SAID = Anchor(
    date(2025, 5, 21), "it was said", Now(datetime(2025, 5, 21, 9, tzinfo=UTC), UTC, "UTC")
)


@pytest.mark.parametrize(
    ("text", "period", "words"),
    [
        ("90 days", Period(days=90), "90 days"),
        ("a 90-day pause", Period(days=90), "90-day"),
        ("a 90\N{NON-BREAKING HYPHEN}day pause", Period(days=90), "90\N{NON-BREAKING HYPHEN}day"),
        ("for 150 days", Period(days=150), "150 days"),
        ("Thirty days", Period(days=30), "Thirty days"),
        ("in forty-five days", Period(days=45), "forty-five days"),
        ("seventy five calendar days", Period(days=75), "seventy five calendar days"),
        ("one hundred and fifty days", Period(days=150), "one hundred and fifty days"),
        ("a hundred days", Period(days=100), "a hundred days"),
        ("ninety (90) days", Period(days=90), "ninety (90) days"),
        ("1,500 days", Period(days=1500), "1,500 days"),
        ("two more weeks", Period(days=14), "two more weeks"),
        ("a one-year pause", Period(months=12), "one-year"),
        ("one day after May 1", Period(days=1), "one day"),
        ("three months", Period(months=3), "three months"),
        ("within a year", Period(months=12), "a year"),
        ("30 days' notice", Period(days=30), "30 days"),
        ("within 48 hours", Period(hours=48), "48 hours"),
    ],
)
def test_a_length_is_found_in_its_words(text: str, period: Period, words: str) -> None:
    (found,) = find_durations(text)

    assert (found.period, found.text, found.is_loose) == (period, words, False)


@pytest.mark.parametrize(
    ("text", "lead"),
    [
        ("in the next 30 days", "in"),
        ("no later than 30 days after the vote", "within"),
        ("for a further period of 30 days", "for"),
        ("extended by 30 days", "by"),
        ("30 days", ""),
    ],
)
def test_the_word_that_it_hangs_on_is_told(text: str, lead: str) -> None:
    (found,) = find_durations(text)

    assert found.lead == lead


@pytest.mark.parametrize(
    "text",
    [
        "at least 30 days", "up to 30 days", "about 30 days", "30 to 60 days", "60-90 days",
        "30 or 60 days", "every 30 days", "over the next 30 days", "30 days ago", "30 days or so",
        "the first 30 days", "more than 30 days", "30 days a month", "30 days later",
        "the first time in 20 years",
    ],
)  # fmt: skip
def test_what_is_no_exact_length_is_loose(text: str) -> None:
    (found,) = find_durations(text)

    assert found.is_loose


@pytest.mark.parametrize(
    "text",
    ["", "day", "a day", "$20bn a year", "the 70-year-old alliance", "1.5 years", "0 days",
     "the 3rd day", "a few more weeks", "999999999 days", "two business weeks", "12th month",
     "One day it will go"],
)  # fmt: skip
def test_what_is_no_length_is_not_found(text: str) -> None:
    assert find_durations(text) == ()


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("90 days from 14 May", date(2025, 5, 14)),
        ("90 days after May 14, 2024, and no longer", date(2024, 5, 14)),
        ("a 90-day pause of tariffs starting on 14 May", date(2025, 5, 14)),
        ("90 days from the summit", None),
    ],
)
def test_the_day_counted_from_may_be_named(text: str, named: date | None) -> None:
    (found,) = find_durations(text)
    day = named_day_at(text, found.base, SAID, SAID.day)

    assert (day and day.day()) == named


@pytest.mark.parametrize(
    ("text", "kind", "is_named"),
    [
        ("7 days after the order", "said", True),
        ("90 days from the date of this order, inclusive", "said", True),
        ("7 days after the order's expiry", "said", False),
        ("7 days after its entry into force", "effective", True),
        ("7 days, the order says", "said", False),
    ],
)
def test_it_may_be_counted_from_what_has_no_day_in_the_words(
    text: str, kind: str, *, is_named: bool
) -> None:
    (found,) = find_durations(text)

    assert names_base(text, found, kind) is is_named


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("30 days after 4 February would be 6 March; the day", [(2025, 2, 4), (2025, 3, 6)]),
        ("from 24 February 2026 at 00:01 EST", [(2026, 2, 24)]),
        ("not 2025-07-08, as (9 July) printed.", [(2025, 7, 8), (2025, 7, 9)]),
        ("in May 2025", []),
        ("1 to 7 August", [(2025, 8, 7)]),
    ],
)
def test_the_days_that_a_note_names_are_read(text: str, days: list[tuple[int, int, int]]) -> None:
    found = named_days(text, SAID, SAID.day)

    assert found >= {date(*day) for day in days[-1:]}
    assert found <= {date(*day) for day in days}


def test_the_words_of_a_rule_are_found_as_they_stand() -> None:
    assert rolling_words("or the\nNext  Business Day") == ("Next Business Day", "")
    assert rolling_words("under Rule 6(a)") == ("Rule 6(a)", "frcp6")
    assert rolling_words("on a business day") is None


@given(st.text())
def test_any_text_can_be_looked_through(text: str) -> None:
    for found in find_durations(text + " 90 days after May 14 " + text):
        assert (text + " 90 days after May 14 " + text)[found.start : found.end] == found.text
    named_days(text, SAID, SAID.day)


def test_a_long_text_is_looked_through_in_a_moment() -> None:
    text = "(1) one hundred and a further period of ninety-nine days' or more from " * 3000

    assert len(find_durations(text)) <= 20
