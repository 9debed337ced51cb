"""Dates that count from a commitment or by a calendar, as they are typed."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.cli.desk import Desk
from tests.timing.test_manual import rows

LEDGER = """\
format = 1

[commitment.kr-us-summit]
title = "Korea-US summit"
kind = "agreement"
by = ["KR", "US"]
happens = 2025-08-25
recorded = 2025-07-07

[commitment.gl-13]
title = "General licence 13"
kind = "measure"
by = ["US"]
expires = 2025-07-09
recorded = 2025-07-07

[commitment.august]
title = "August"
kind = "promise"
due = 2025-08-04
recorded = 2025-07-07
"""


@pytest.fixture
def told(desk: Desk) -> Desk:
    desk.write(LEDGER)
    return desk


def written(desk: Desk) -> str:
    """The line of the date that was written last."""
    lines = desk.text.splitlines()
    return next(line for line in reversed(lines) if line.startswith(("due", "effective")))


@pytest.mark.parametrize(
    ("words", "line"),
    [
        ("90 days after kr-us-summit", '{ after = "kr-us-summit", within = "P90D" }'),
        ("within 90 days of kr-us-summit", '{ after = "kr-us-summit", within = "P90D" }'),
        (
            "within 10 business days of gl-13",
            '{ after = "gl-13", within = "10 business days", calendar = "US" }',
        ),
        (
            "within 10 KR business days of gl-13",
            '{ after = "gl-13", within = "10 business days", calendar = "KR" }',
        ),
        (
            "within 10 business days of kr-us-summit",
            '{ after = "kr-us-summit", within = "10 business days" }',
        ),
        (
            "two weeks after the expiry of gl-13",
            '{ after = "gl-13", at = "expires", within = "P14D" }',
        ),
        ("3 days before kr-us-summit", '{ before = "kr-us-summit", within = "P3D" }'),
        ("after kr-us-summit", '{ after = "kr-us-summit" }'),
        (
            "10 US business days after 2025-11-10",
            '{ after = 2025-11-10, within = "10 business days", calendar = "US" }',
        ),
        (
            "14 days after 2025-07-20, frcp6 US",
            '{ after = 2025-07-20, within = "P14D", count = "frcp6", calendar = "US" }',
        ),
        ("90 days after 2025-07-14", '{ after = 2025-07-14, within = "P90D" }'),
        ("90 days after aug 1", '{ after = 2025-08-01, within = "P90D" }'),
        ("30 days from today", "2025-08-07"),
    ],
)
def test_add_writes_what_was_meant(told: Desk, words: str, line: str) -> None:
    done = told.run(["add", "File the report", "--due", words])

    assert done.code == 0, done.err
    assert written(told) == f"due = {line}"
    assert told.run("check").code == 0


DOCS = Path(__file__).parents[2] / "docs"
WRITTEN = [
    row
    for page in ("dates.md", "counting.md")
    for row in rows((DOCS / page).read_text(encoding="utf-8"), "the ledger gets")
]


@pytest.mark.parametrize(("words", "table"), WRITTEN, ids=[row[0] for row in WRITTEN])
def test_the_pages_of_dates_and_of_counting_are_true(told: Desk, words: str, table: str) -> None:
    assert told.run(["add", "File the report", "--due", words]).code == 0
    assert written(told) == f"due = {table}"


def test_the_echo_tells_the_day_and_that_it_may_move(told: Desk) -> None:
    echo = told.run(["add", "Report", "--by", "US", "--due", "90 days after kr-us-summit"]).words

    assert "due Sun 23 Nov 2025, a day, no hour given in 138 days" in echo
    assert "90 days after kr-us-summit, provisional" in echo


def test_the_echo_tells_whose_holidays_were_taken(told: Desk) -> None:
    echo = told.run(["add", "Report", "--due", "10 business days after gl-13"]).words

    assert "due Wed 23 Jul 2025" in echo
    assert "by the holidays of US, who is bound by gl-13" in echo


def test_of_nobody_in_particular_weekends_alone_are_known(told: Desk) -> None:
    words = "10 business days after kr-us-summit"

    echo = told.run(["add", "Report", "--id", "report", "--due", words]).words

    assert "about Mon 8 Sep 2025" in echo
    assert "weekends alone are left out; name somebody's holidays: 10 US business days" in echo
    assert "No holidays are left out, as no calendar is named" in told.run(
        "show report --explain"
    ).words.replace("\n", " ")


def test_the_holidays_of_another_are_not_taken_where_somebody_is_bound(told: Desk) -> None:
    words = "10 business days after gl-13"

    for by in ("Samsung", "KR,US"):
        echo = told.run(["add", "Report", "--by", by, "--due", words, "--dry-run"]).words

        assert "about Wed 23 Jul 2025" in echo
        assert "weekends alone are left out" in echo


def test_the_echo_tells_why_it_may_wait_for_ever(told: Desk) -> None:
    told.run("update gl-13 clarified --effective 2025-07-01")
    ways = {
        "90 days after gl-13": '"the expires date of gl-13" or "the effective date of gl-13"',
        "90 days after the due date of gl-13": "gl-13 has no date of that kind, due",
        "48 hours after the expiry of gl-13": "2025-07-09 gives none to count from",
    }
    for words, reason in ways.items():
        echo = told.run(["add", "Report", "--due", words, "--dry-run"]).words

        assert "due waits" in echo
        assert reason in echo
    named = told.run(["add", "Report", "--due", "90 days after the expires date of gl-13"]).words
    assert "due Tue 7 Oct 2025" in named


def test_move_update_and_correct_take_them_too(told: Desk) -> None:
    assert told.run(["move", "august", "10 days after kr-us-summit"]).code == 0
    assert written(told) == 'due = { after = "kr-us-summit", within = "P10D" }'
    assert "2025-09-04" in told.run("list id:august").out

    assert told.run(["update", "august", "rescheduled", "--due", "after kr-us-summit"]).code == 0
    assert written(told) == 'due = { after = "kr-us-summit" }'

    assert told.run(["correct", "august", "--due", "9 days after kr-us-summit"]).code == 0
    assert written(told) == 'due = { after = "kr-us-summit", within = "P9D" }'


def test_the_echo_of_a_move_tells_what_moved_with_it(told: Desk) -> None:
    told.run(["add", "Report", "--id", "report", "--due", "90 days after kr-us-summit"])

    echo = told.run("move kr-us-summit 2025-09-10").words

    assert "with it report: Tue 9 Dec 2025, was Sun 23 Nov 2025" in echo
    assert "COUNTS FROM IT report: due Tue 9 Dec 2025" in told.run("show kr-us-summit").words


def test_what_takes_the_place_of_an_anchor_has_its_followers(told: Desk) -> None:
    told.run(["add", "Divest", "--id", "divest", "--due", "30 days after gl-13"])
    told.run("add 'General licence 13A' --id gl-13a --expires 2025-10-09")
    told.run("close gl-13 superseded --superseded-by gl-13a --source https://example.org/13a")

    echo = told.run("move gl-13a 2025-12-09").words

    assert "with it divest: Thu 8 Jan 2026, was Fri 8 Aug 2025" in echo
    assert "COUNTS FROM IT divest: due Thu 8 Jan 2026" in told.run("show gl-13a").words


@pytest.mark.parametrize(
    ("words", "code", "message"),
    [
        ("90 days after kr-us-sumit", 3, "did you mean kr-us-summit?"),
        ("90 days after kr-us", 3, "without a terminal the whole id is needed: kr-us-summit"),
        ("90 days after tomorow", 2, "did you mean tomorrow?"),
        ("by kr-us-summit", 2, "write after kr-us-summit, before kr-us-summit or 90 days"),
        ("90 days after august", 2, "may count from the commitment august, or from a day"),
        ("10 XX business days after gl-13", 2, "XX is not a calendar"),
        ("14 weeks after gl-13, frcp6 ZZ", 2, "ZZ is not a calendar"),
        ("10 days after gl-13, eu1182", 2, "eu1182 counts by whose holidays?"),
    ],
)
def test_what_is_not_meant_is_refused(told: Desk, words: str, code: int, message: str) -> None:
    done = told.run(["add", "Report", "--due", words])

    assert done.code == code
    assert message in done.words
    assert told.text == LEDGER


def test_on_a_terminal_a_part_of_the_id_will_do(told: Desk) -> None:
    done = told.run(["add", "Report", "--due", "90 days after kr-us"], terminal=True, answer="")

    assert done.code == 0
    assert written(told) == 'due = { after = "kr-us-summit", within = "P90D" }'


def test_a_ring_is_refused_and_shown(told: Desk) -> None:
    told.run(["add", "Report", "--id", "report", "--due", "90 days after kr-us-summit"])
    before = told.text

    for words in (["move", "kr-us-summit"], ["correct", "kr-us-summit", "--happens"]):
        done = told.run([*words, "3 days after report"])

        assert done.code == 2
        assert "kr-us-summit → report → kr-us-summit" in done.words
    itself = told.run(["move", "report", "3 days after report"])
    assert (itself.code, "report cannot count from itself" in itself.words) == (2, True)
    assert told.text == before


def test_a_condition_may_be_another_commitment(told: Desk) -> None:
    done = told.run("add 'Cut the tariff' --id cut --effective 2025-12-01 --condition kr-us-summit")

    assert "only if kr-us-summit is kept: Korea-US summit" in done.words
    assert 'condition = { on = "kr-us-summit" }' in told.text
    assert "waits for: kr-us-summit" in told.run("show cut").words


@pytest.mark.parametrize("flag", ["--within", "--now", "--as-of"])
def test_where_there_is_no_ledger_yet_ids_mean_nothing(told: Desk, flag: str) -> None:
    assert told.run(["due", flag, "90 days after kr-us-summit"]).code == 2


_WORDS = st.lists(
    st.sampled_from(
        [
            *("90", "10", "days", "business", "US", "after", "before", "of", "within", "the"),
            *(
                "kr-us-summit",
                "gl-13",
                "august",
                "kr",
                "expiry",
                "end",
                "month",
                "aug",
                "2025-08-01",
            ),
            *(",", "frcp6", "eu1182", "KR"),
        ]
    ),
    max_size=10,
).map(" ".join)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(_WORDS)
def test_no_words_of_a_date_fail_otherwise_than_by_being_refused(told: Desk, words: str) -> None:
    done = told.run(["add", "Report", "--dry-run", "--yes", "--due", words])

    assert done.code in (0, 2, 3)
