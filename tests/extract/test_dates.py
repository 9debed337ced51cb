"""The dates of a statement: for what, and within which bounds."""

from datetime import date

import pytest

from tests.extract.reading import read_one, roles


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        pytest.param(
            "The levy takes effect on 1 May 2024.", [("effective", "2024-05-01")], id="starts"
        ),
        pytest.param("The levy expires on 30 June 2024.", [("expires", "2024-06-30")], id="ends"),
        pytest.param(
            "The levy has been suspended until 9 July 2024.",
            [("expires", "2024-07-09")],
            id="suspended until",
        ),
        pytest.param(
            "The summit will be held on 3 May.", [("happens", "2024-05-03")], id="is held"
        ),
        pytest.param(
            "The vote is scheduled for Friday.", [("happens", "2024-02-09")], id="is scheduled"
        ),
        pytest.param("Acme will pay by 1 May.", [("due", "2024-05-01")], id="by"),
        pytest.param("Acme will pay before 1 May.", [("due", "2024-04-30")], id="before"),
        pytest.param(
            "Acme will pay by the end of 2026.", [("due", "2026-12-31")], id="end of a year"
        ),
        pytest.param("Acme will pay in November 2024.", [("due", "2024-11")], id="a month"),
        pytest.param(
            "Acme will pay in the third quarter of 2024.", [("due", "2024-Q3")], id="a quarter"
        ),
        pytest.param("Acme will pay within 90 days.", [("due", "2024-05-07")], id="within"),
        pytest.param(
            "Acme will pay in two weeks.", [("due", "2024-02-21~")], id="in so many weeks"
        ),
        pytest.param(
            "Acme will pay between 1 and 7 August 2024.",
            [("due", "2024-08-01/2024-08-07")],
            id="a range",
        ),
        pytest.param("Acme will pay after 1 May 2024.", [("due", "2024-05-02/..")], id="after"),
        pytest.param(
            "Growers have until 1 March to register.", [("due", "2024-03-01")], id="has until"
        ),
        pytest.param("Acme will pay soon.", [], id="a vague time"),
        pytest.param("The union agreed today to work.", [], id="agreed today"),
        pytest.param("Peru today urged Chile to open a road.", [], id="today urged"),
        pytest.param("Acme announced on Wednesday a plan to sell a mill.", [], id="announced"),
        pytest.param("The union will work today.", [("due", "2024-02-07")], id="today itself"),
        pytest.param(
            "Acme expects to report a loss for its fourth quarter ended January 31.",
            [],
            id="a quarter ended",
        ),
        pytest.param(
            "The summit will be held today at 8 a.m. EST/1 p.m. GMT.",
            [("happens", "2024-02-07")],
            id="one day at two hours",
        ),
        pytest.param("Acme will rebuild the hall that burnt down in 1996.", [], id="a past time"),
    ],
)
def test_a_date_has_its_role_and_bounds(sentence: str, expected: list[tuple[str, str]]) -> None:
    assert roles(sentence) == expected


def test_an_instant_keeps_its_zone() -> None:
    (dated,) = read_one("The levy takes effect at 12:01 a.m. EDT on May 1, 2024.").dates

    assert dated.when.at is not None
    assert dated.when.at.isoformat() == "2024-05-01T00:01:00-04:00"
    assert dated.when.zone == "America/New_York"


def test_a_date_before_the_subject_counts() -> None:
    assert roles("By 1 May, the two plants will be closed.") == [("due", "2024-05-01")]


def test_the_words_of_a_date_are_kept_and_explained() -> None:
    found = read_one("Acme will pay before 1 May.")

    assert found.dates[0].when.stated == "1 May"
    why = found.why[-1]
    assert why.startswith('due: "1 May" is 2024-05-01; "1 May" has no year: the first one after')
    assert why.endswith('; "before" ends the day before it')


def test_a_length_of_time_counts_from_when_it_was_said() -> None:
    assert roles("Acme will pay within 10 days.", date(2025, 1, 1)) == [("due", "2025-01-11")]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Acme will pay if the court agrees by 1 May.", []),
        ("Owners who sailed in this year's race must pay by 1 May.", [("due", "2024-05-01")]),
    ],
    ids=["the condition's date", "a date of the subject"],
)
def test_a_date_of_something_else_is_not_the_acts(
    sentence: str, expected: list[tuple[str, str]]
) -> None:
    assert roles(sentence) == expected
