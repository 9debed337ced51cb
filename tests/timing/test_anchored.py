"""Anchored dates in words: what they count, from what, and by which policy."""

from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from commitrack.domain.vocabulary import EventType
from commitrack.domain.when import Role
from commitrack.errors import DateError
from commitrack.timing.anchored import split_anchored
from commitrack.timing.relative import format_relative, parse_relative

X: dict[str, Any] = {"after": "x"}
P90: dict[str, Any] = {"within": "P90D"}
TEN: dict[str, Any] = {"within": "10 business days"}


@pytest.mark.parametrize(
    ("words", "table"),
    [
        ("90 days after x", X | P90),
        ("within 90 days of x", X | P90),
        ("no later than 90 days after x", X | P90),
        ("ninety (90) days following x", X | P90),
        ("90d after x", X | P90),
        ("P90D from x", X | P90),
        ("90 calendar days after x", X | P90),
        ("one hundred and twenty days from x", X | {"within": "P120D"}),
        ("two weeks before x", {"before": "x", "within": "P14D"}),
        ("a month prior to x", {"before": "x", "within": "P1M"}),
        ("48 hours after x", X | {"within": "PT48H"}),
        ("after x", X),
        ("before x", {"before": "x"}),
        ("10 business days after x", X | TEN),
        ("within ten working days of x", X | TEN),
        ("1 business day after x", X | {"within": "1 business day"}),
        ("10 US business days after x", X | TEN | {"calendar": "US"}),
        ("10 US-CA business days after x", X | TEN | {"calendar": "US-CA"}),
        ("10 business days after x, KR", X | TEN | {"calendar": "KR"}),
        ("14 days after x, frcp6 US", X | {"within": "P14D", "count": "frcp6", "calendar": "US"}),
        ("90 days including x", X | P90 | {"count": "inclusive"}),
        ("90 days from and including x", X | P90 | {"count": "inclusive"}),
        ("the first day of the month of x", X | {"snap": "month-start"}),
        ("end of quarter of x", X | {"snap": "quarter-end"}),
        ("90 days after the effective date of x", X | P90 | {"at": "effective"}),
        ("within 90 days of the expiry of x", X | P90 | {"at": "expires"}),
        ("90 days after x takes effect", X | P90 | {"at": "effective"}),
        ("90 days after x expires", X | P90 | {"at": "expires"}),
        ("90 days after the deadline of x", X | P90 | {"at": "due"}),
        ("90 days after step of x", X | P90 | {"at": "step"}),
    ],
)
def test_words_say_what_is_counted(words: str, table: dict[str, Any]) -> None:
    assert [form.table("x") for form in split_anchored(words) if form.anchor == "x"] == [table]


@pytest.mark.parametrize(
    "words",
    [
        "x",
        "by x",
        "until x",
        "within x",
        "90 after x",
        "days after x",
        "-3 days after x",
        "0 days after x",
        "some days after x",
        "a couple of days after x",
        "90 days after",
        "90 days",
        "10 business weeks after x",
        "10 us business days after x",
        "90 days after x, soon",
        "after x, frcp6",
        "end of the month",
        "90 days or so after x",
        "",
        ",",
    ],
)
def test_what_says_less_or_something_else_is_left_alone(words: str) -> None:
    assert [form for form in split_anchored(words) if form.anchor == "x"] == []


def test_a_calendar_that_does_not_exist_is_refused() -> None:
    with pytest.raises(DateError, match="XX is not a calendar"):
        list(split_anchored("10 XX business days after x"))


_PIECES = st.sampled_from(
    [
        *("90", "ten", "a", "P90D", "3w", "days", "day", "weeks", "months", "hours"),
        *("business", "working", "US", "KR", "after", "before", "of", "from", "including"),
        *("within", "by", "the", "first", "end", "start", "month", "quarter", "x", "kr-us-summit"),
        *("2025-08-01", "aug", "1", "expires", "effective", "date", ",", "frcp6", "(", ")"),
    ]
)


@given(st.lists(_PIECES, max_size=12).map(" ".join) | st.text(max_size=60))
@example("90 days after " + "x " * 500)
def test_no_words_fail_otherwise_than_by_being_refused(words: str) -> None:
    try:
        for form in split_anchored(words):
            parse_relative(form.table("x"), None, None, Role.DUE)
    except DateError:
        pass


@given(
    within=st.sampled_from(["P90D", "P3M", "P2Y", "PT48H", "10 business days", "1 business day"]),
    calendar=st.sampled_from(["US", "KR", "GB-SCT"]),
    side=st.sampled_from(["after", "before"]),
    at=st.none() | st.sampled_from([*map(str, Role), *map(str, EventType)]),
)
def test_a_table_in_words_is_understood_as_that_table(
    within: str, calendar: str, side: str, at: str | None
) -> None:
    table: dict[str, object] = {side: "kr-us-summit"}
    table |= {} if at is None else {"at": at}
    table["within"] = within
    if "business" in within:
        table["calendar"] = calendar

    words = format_relative(table)

    read = [one.table("x") for one in split_anchored(words) if one.anchor == "kr-us-summit"]
    assert read == [{key: "x" if key == side else value for key, value in table.items()}]
