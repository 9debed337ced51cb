"""Anchored dates in words: what they count, from what, and by which policy."""

from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from commitrack.domain.vocabulary import EventType
from commitrack.domain.when import Role
from commitrack.errors import DateError
from commitrack.timing.anchored import split_anchored, split_length
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
        ("90 days after took_effect of x", X | P90 | {"at": "took_effect"}),
        ("90 days after condition met of x", X | P90 | {"at": "condition_met"}),
        ("90 days after x took_effect", X | P90 | {"at": "took_effect"}),
        ("90 days after x took effect", X | P90 | {"at": "took_effect"}),
        ("90 days after x effective", X | P90 | {"at": "effective"}),
        ("90 days after x enters into force", X | P90 | {"at": "effective"}),
        ("90 days after the entry into force of x", X | P90 | {"at": "effective"}),
        ("after the due date of x", X | {"at": "due"}),
        ("90 days after the x", X | P90),
        ("90 days after the date of x", X | P90),
        ("start of the month of the expiry of x", X | {"snap": "month-start", "at": "expires"}),
        ("14 days after x, US frcp6", X | {"within": "P14D", "count": "frcp6", "calendar": "US"}),
        ("14 days after x, FRCP6", X | {"within": "P14D", "count": "frcp6"}),
        ("10 days after x, business US", X | TEN | {"calendar": "US"}),
        ("10 business days after x, eu1182 DE", X | TEN | {"count": "eu1182", "calendar": "DE"}),
    ],
)
def test_words_say_what_is_counted(words: str, table: dict[str, Any]) -> None:
    read = [form.table("x") for form in split_anchored(words) if form.anchor == "x"]

    assert [list(one.items()) for one in read] == [list(_in_order(table).items())]


def _in_order(table: dict[str, Any]) -> dict[str, Any]:
    """The keys as a ledger has them, whatever the order of the words."""
    keys = ("after", "before", "at", "within", "snap", "count", "calendar")
    return {key: table[key] for key in keys if key in table}


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
        "a couple of business days after x",
        "3 to 5 business days after x",
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


@pytest.mark.parametrize(
    ("words", "message", "remedy"),
    [
        ("10 XX business days after x", "XX is not a calendar", "write a country, US"),
        ("10 us business days after x", "us is not a calendar", "did you mean US?"),
        ("10 German business days after x", "German is not a calendar", "did you mean DE?"),
        ("14 days after x, frcp6 KR", "frcp6 goes by the legal holidays of", "frcp6 US-CA"),
        ("14 days after x, KR", "holidays of KR change nothing", "10 KR business days"),
        ("14 days including x, KR", "are counted by inclusive", "eu1182 KR"),
        ("10 business days after x, frcp6", "are not counted by frcp6", "leave the policy away"),
        ("10 business days including x", "are not counted by inclusive", "leave `business` away"),
        ("3 months after x, business US", "P3M is more than days", "10 US business days"),
    ],
)
def test_what_contradicts_itself_is_refused_in_words(words: str, message: str, remedy: str) -> None:
    with pytest.raises(DateError, match=message) as caught:
        list(split_anchored(words))

    assert remedy in caught.value.remedy


@pytest.mark.parametrize(
    ("words", "anchor"),
    [
        ("10 US business days after November 10, 2025", "November 10, 2025"),
        ("14 days after June 20, 2025, frcp6 US", "June 20, 2025"),
        ("90 days after 2025-08-12 00:01 Washington", "2025-08-12 00:01 Washington"),
    ],
)
def test_a_comma_in_a_day_is_not_that_of_a_policy(words: str, anchor: str) -> None:
    assert [form.anchor for form in split_anchored(words)] == [anchor]


@pytest.mark.parametrize(
    ("words", "rule"),
    [
        ("10 US business days", TEN | {"calendar": "US"}),
        ("within ten US working days", TEN | {"calendar": "US"}),
        ("in 1 business day", {"within": "1 business day"}),
        ("14 days, frcp6 US", {"within": "P14D", "count": "frcp6", "calendar": "US"}),
        ("30 days", None),
        ("within 30 days", None),
        ("10 business weeks", None),
        ("", None),
        (",", None),
        ("frcp6", None),
        (", frcp6", None),
    ],
)
def test_a_length_by_a_calendar_may_stand_alone(words: str, rule: dict[str, str] | None) -> None:
    form = split_length(words)

    assert (form and form.rule) == rule


_PIECES = st.sampled_from(
    [
        *("90", "ten", "a", "P90D", "3w", "days", "day", "weeks", "months", "hours"),
        *("business", "working", "US", "KR", "after", "before", "of", "from", "including"),
        *(
            "within",
            "by",
            "the",
            "took",
            "effect",
            "date",
            "first",
            "end",
            "start",
            "month",
            "quarter",
            "x",
            "kr-us-summit",
        ),
        *("2025-08-01", "aug", "1", "expires", "effective", "date", ",", "frcp6", "(", ")"),
    ]
)


@given(st.lists(_PIECES, max_size=12).map(" ".join) | st.text(max_size=60))
@example("90 days after " + "x " * 500)
def test_no_words_fail_otherwise_than_by_being_refused(words: str) -> None:
    try:
        split_length(words)
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


@pytest.mark.parametrize("at", [None, "expires", "took_effect"])
@pytest.mark.parametrize(
    "rule",
    [
        {"within": "P90D", "count": "inclusive"},
        {"within": "P14D", "count": "frcp6"},
        {"within": "P14D", "count": "frcp6", "calendar": "US-CA"},
        {"within": "P1M", "count": "eu1182", "calendar": "DE"},
        {"within": "10 business days", "count": "eu1182", "calendar": "DE"},
        {"snap": "month-start"},
        {"snap": "quarter-end"},
        {},
    ],
    ids=str,
)
def test_a_policy_in_words_is_understood_as_that_policy(
    rule: dict[str, object], at: str | None
) -> None:
    table = X | ({} if at is None else {"at": at}) | rule

    words = format_relative(table)

    assert [one.table("x") for one in split_anchored(words) if one.anchor == "x"] == [table]
