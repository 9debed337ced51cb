"""Two dates compared: the same, overlapping, one within the other."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from commitrack.domain.when import Role, When
from commitrack.timing.values import parse_value

VALUES: list[tuple[object, str | None]] = [
    *(
        (text, None)
        for text in (
            "2025-08-01",
            "2025-08",
            "2025-Q3",
            "2025",
            "2025-08-01/..",
            "../2025-08-01",
            "2025-09~",
            "2025-07-31/2025-08-02",
        )
    ),
    ("2025-08-01T00:01-04:00", "America/New_York"),
    ("2025-08-01T04:01Z", None),
    ("2025-08-01T00:01+09:00", "Asia/Seoul"),
    ({"after": "y", "within": "P90D"}, None),
    ({"after": "z", "within": "P90D"}, None),
]
WHENS = st.sampled_from([parse_value(value, zone) for value, zone in VALUES])


def when(text: str, zone: str | None = None) -> When:
    return parse_value(text, zone)


@given(WHENS, WHENS)
def test_overlapping_and_being_the_same_work_both_ways(one: When, other: When) -> None:
    assert one.overlaps(other) == other.overlaps(one)
    assert one.resolves_as(other) == other.resolves_as(one)


@given(WHENS)
def test_every_date_is_the_same_as_itself_and_within_itself(one: When) -> None:
    assert one.resolves_as(one)
    assert one.overlaps(one)
    assert one.lies_within(one)


@given(WHENS, WHENS)
def test_what_lies_within_another_overlaps_it(one: When, other: When) -> None:
    assert one.overlaps(other) or not one.lies_within(other)


@given(WHENS, WHENS, WHENS)
def test_within_within_is_within(inner: When, middle: When, outer: When) -> None:
    assert inner.lies_within(outer) or not (inner.lies_within(middle) and middle.lies_within(outer))


@pytest.mark.parametrize(
    ("inner", "outer", "expected"),
    [
        (when("2025-08-15"), when("2025-08"), True),
        (when("2025-09-01"), when("2025-08"), False),
        (when("2025-08"), when("2025-08-15"), False),
        (when("2025-08-01T00:01-04:00", "America/New_York"), when("2025-08-01"), True),
        (when("2025-07-31T23:59-04:00", "America/New_York"), when("2025-08-01"), False),
        (when("2025-08-01"), when("2025-08-01T00:01-04:00"), False),
        (when("2025-08-01T04:01Z"), when("2025-08-01T00:01-04:00"), True),
        (when("2026-01-01"), when("2025-08-01/.."), True),
    ],
    ids=[
        "a day of a month",
        "a day of the next month",
        "a month in a day",
        "a minute of a day on its own clock",
        "the last minute of the day before on its own clock",
        "a day in an instant",
        "the same instant elsewhere",
        "a day of an open range",
    ],
)
def test_a_clarified_date_lies_within_the_old_one_or_not(
    inner: When, outer: When, *, expected: bool
) -> None:
    assert inner.lies_within(outer) is expected


@pytest.mark.parametrize(
    ("role", "day"),
    [("due", "2025-09-30"), ("effective", "2025-07-01"), ("expires", "2025-07-01")],
)
def test_a_duty_is_counted_to_its_last_day_and_the_rest_to_their_first(role: str, day: str) -> None:
    assert str(when("2025-Q3").counted(Role(role))) == day
