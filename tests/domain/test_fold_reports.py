"""Competing reports: they change nothing by themselves, and mark what is contested."""

from datetime import date

import pytest

from commitrack.domain.standing import Standing
from tests.domain.ledgers import base, end_of, event, first_day, fold_text

MADE = base("measure", "expires = 2025-10-29")


def reported_days(standing: Standing) -> list[str]:
    """List the first days of the reports that are in dispute."""
    return [str(one.when.first) if one.when else str(one.words) for one in standing.disputes]


def test_a_report_of_another_date_disputes_the_one_in_force_and_leaves_it() -> None:
    standing = fold_text(MADE, event("reported", "2025-10-25", "expires = 2025-10-30"))

    assert standing.is_disputed
    assert reported_days(standing) == ["2025-10-30"]
    assert first_day(standing, "expires") == "2025-10-29"


@pytest.mark.parametrize(
    ("in_force", "reported", "disputed"),
    [
        ("2025-10-29", "2025-10-29", False),
        ("2025-10-29", "2025-10-30", True),
        ("2025-10-29", '"2025-10"', False),
        ('"2025-10"', '"2025-Q4"', False),
        ('"2025-10"', '"2025-11"', True),
        ("2025-10-29", '"2025-10-30/.."', True),
        ("2025-10-29", '"2025-10-29/.."', False),
        ("2025-08-01T00:01:00-04:00", "2025-08-01", False),
        ("2025-08-01T00:01:00-04:00", "2025-08-01T04:01:00Z", False),
        ("2025-08-01T00:01:00-04:00", "2025-08-01T00:00:00-04:00", True),
        ('{ after = "y", within = "P90D" }', "2025-10-29", False),
    ],
    ids=[
        "the same day",
        "the next day",
        "its month",
        "a quarter around a month",
        "the next month",
        "open from the next day",
        "open from that day",
        "the day of an instant",
        "the same instant elsewhere",
        "a minute earlier",
        "what has no day yet",
    ],
)
def test_reports_differ_when_their_intervals_have_nothing_in_common(
    in_force: str, reported: str, *, disputed: bool
) -> None:
    standing = fold_text(
        base("measure", f"expires = {in_force}"),
        event("reported", "2025-07-25", f"expires = {reported}"),
    )

    assert standing.is_disputed is disputed


def test_reports_that_differ_among_each_other_are_all_shown() -> None:
    standing = fold_text(
        base("measure", 'expires = "2025-10"'),
        event("reported", "2025-10-26", "expires = 2025-10-30"),
        event("reported", "2025-10-25", "expires = 2025-10-25"),
    )

    assert reported_days(standing) == ["2025-10-25", "2025-10-30"]


def test_a_report_older_than_the_date_in_force_disputes_nothing() -> None:
    report = event("reported", "2025-07-25", "expires = 2025-10-30")
    clarified = event("clarified", "2025-07-26", "expires = 2025-10-29T12:00:00Z")

    assert fold_text(MADE, report, clarified, now=end_of("2025-07-25")).is_disputed
    assert not fold_text(MADE, report, clarified, now=end_of("2025-07-26")).is_disputed


def test_with_no_date_in_force_all_reports_count() -> None:
    standing = fold_text(
        MADE,
        event("reported", "2025-10-25", "expires = 2025-10-25"),
        event("rescheduled", "2025-10-26", "expires = 2025-10-31"),
        event("reported", "2025-10-27", "expires = 2025-11-01"),
        event("postponed", "2025-10-28"),
    )

    assert reported_days(standing) == ["2025-10-25", "2025-11-01"]


def test_one_report_alone_disputes_no_date_that_is_not_known() -> None:
    assert not fold_text(
        base("promise"), event("reported", "2025-10-25", "due = 2025-10-25")
    ).is_disputed


def test_a_report_of_another_role_disputes_nothing() -> None:
    standing = fold_text(MADE, event("reported", "2025-10-25", "effective = 2025-10-30"))

    assert not standing.is_disputed
    assert [one.role for one in standing.dates] == ["expires"]


def test_a_report_without_a_date_disputes_by_its_words() -> None:
    standing = fold_text(MADE, event("reported", "2025-10-25", 'stated = "10 or 15%"'))

    assert reported_days(standing) == ["10 or 15%"]
    assert standing.disputes[0].when is None


def test_a_report_of_the_date_in_force_disputes_nothing_in_whatever_words() -> None:
    report = event("reported", "2025-10-25", "expires = 2025-10-29", 'stated = "Wednesday"')

    assert not fold_text(MADE, report).is_disputed


def test_a_report_with_neither_date_nor_words_disputes_nothing() -> None:
    assert not fold_text(MADE, event("reported", "2025-10-25", 'note = "a page"')).is_disputed


def test_words_older_than_the_date_in_force_dispute_nothing() -> None:
    standing = fold_text(
        MADE,
        event("reported", "2025-10-25", 'stated = "10 or 15%"'),
        event("rescheduled", "2025-10-26", "expires = 2025-10-31"),
    )

    assert not standing.is_disputed


def test_words_dispute_what_never_had_a_date() -> None:
    denial = event("reported", "2025-10-25", 'stated = "no such thing"')

    assert fold_text(base("promise"), denial).is_disputed


def test_a_report_taken_back_disputes_nothing() -> None:
    standing = fold_text(
        MADE,
        event("reported", "2025-10-25", "expires = 2025-10-30"),
        event("corrected", "2025-10-26", "of = 2025-10-25", "void = true"),
    )

    assert not standing.is_disputed


def test_a_report_counts_from_its_day_on() -> None:
    report = event("reported", "2025-10-25", "expires = 2025-10-30")

    assert not fold_text(MADE, report, now=end_of("2025-10-24")).is_disputed


def test_a_report_is_a_look_at_the_matter() -> None:
    standing = fold_text(MADE, event("reported", "2025-10-25", "expires = 2025-10-30"))

    assert standing.looked_at == date(2025, 10, 25)
