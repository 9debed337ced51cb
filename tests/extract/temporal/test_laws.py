import random
import sys
from datetime import UTC, date, datetime
from types import FrameType

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from commitrack.extract.temporal.recognising import find_times
from commitrack.extract.temporal.tokens import BLOCK
from tests.extract.temporal.finding import SAID, find

WORDS = (
    "the", "of", "last", "next", "year", "years", "May", "Dec.", "1st", "5", "2025", "12", "-",
    "/", ":", ",", ".", "two", "hundred", "and", "a", "half", "third", "quarter", "Monday",
    "morning", "ago", "later", "end", "every", "from", "to", "'s",
    "\N{RIGHT SINGLE QUOTATION MARK}90s", "\N{LATIN CAPITAL LETTER I WITH DOT ABOVE}", "now",
    "a.m.", "EDT", "in", "\N{LATIN SMALL LETTER SHARP S}", "$", "99999999", "24:00", "Easter",
    "9999", "1", "thousand", "centuries", "million", "decades", "hence", "week", "before", "same",
    "that",
)  # fmt: skip
TEXTS = st.one_of(st.text(max_size=80), st.lists(st.sampled_from(WORDS), max_size=30).map(" ".join))
DAYS = st.dates(date(1, 1, 1), date(9999, 12, 31))


@given(TEXTS, DAYS)
@settings(max_examples=400, deadline=None)
def test_each_expression_is_its_place_in_the_text_and_none_overlaps_another(
    text: str, said: date
) -> None:
    found = find_times(text, said)

    assert [it.text for it in found] == [text[it.start : it.end] for it in found]
    places = [place for it in found for place in (it.start, it.end)]
    assert places == sorted(places)
    assert all(it.value and it.text.strip() == it.text for it in found)


@given(TEXTS)
@settings(max_examples=50, deadline=None)
def test_the_same_text_gives_the_same(text: str) -> None:
    assert find_times(text, SAID) == find_times(text, SAID)


def test_a_long_text_has_what_its_paragraphs_have() -> None:
    paragraph = (
        "They will meet on August 1, 2026, at noon, and again within two or three weeks.\n\n"
    )
    count = 4 * BLOCK // len(paragraph)

    found = find_times(paragraph * count, SAID)

    assert len(found) == count * len(find(paragraph))
    assert {it.value for it in found} == {"2026-08-01T12:00", "P2W"}


def test_of_a_moment_when_it_was_said_the_day_counts() -> None:
    moment = datetime(2025, 7, 7, 23, 30, tzinfo=UTC)

    assert find("on July 9, in March, next week", moment) == find("on July 9, in March, next week")


def test_the_end_of_the_calendar_stops_nothing() -> None:
    text = (
        "in the fourth quarter, in two centuries, a million years ago, next week, in 9999 and now"
    )

    assert find_times(text, date.max)
    assert find_times(text, date.min)


def test_what_was_named_in_one_block_is_known_in_the_next() -> None:
    between = "Nothing was said.\n\n" * (BLOCK // 19)
    text = f"It was signed in 1988.\n\n{between}That year it rained."

    assert find(text)[-1] == ("That year", "DATE", "1988")


def steps(text: str) -> int:
    """How many calls of Python and C functions a text takes."""
    count = 0

    def step(_frame: FrameType, event: str, _argument: object) -> None:
        nonlocal count
        count += event in {"call", "c_call"}

    before = sys.getprofile()
    sys.setprofile(step)
    try:
        find_times(text, SAID)
    finally:
        sys.setprofile(before)
    return count


HOSTILE = {
    "digits": "0123456789",
    "digits and hyphens": "0123456789-",
    "digits, spaces, hyphens": "0123456789 -",
    "digits and signs": "0123456789:/.,",
    "hyphens": "-",
    "months": ("January ", "May ", "Dec. ", "1", "2", "-", " ", "the ", "of ", "last ", "year "),
    "numbers": ("hundred ", "thousand ", "two ", "and ", "to "),
    "edges": ("the ", "end ", "of ", "early ", "year "),
}  # fmt: skip


@pytest.mark.parametrize("signs", HOSTILE.values(), ids=HOSTILE)
def test_twice_the_text_takes_twice_the_steps(signs: str | tuple[str, ...]) -> None:
    draw = random.Random(7)  # noqa: S311  no secret
    text = "".join(draw.choices(signs, k=20_000))
    find_times("in May 2020 at 10:30", SAID)  # reads the words

    once, twice = steps(text), steps(text * 2)

    assert twice < 2.2 * once + 1000
    assert once < 60 * len(text)
