"""Standing commitments: upheld so far, and judged when their term is over."""

import json

import pytest

from tests.cli.desk import Desk

NEW_YEAR = "--now 2027-01-03"
SAID_THEN = f"--outlet Wire --said 2027-01-02 {NEW_YEAR}"


@pytest.fixture
def told(desk: Desk) -> Desk:
    desk.run("add 'Not raise taxes' --id no-tax --kind standing --by GB --expires 2026-12-31")
    return desk


# while its term runs


def test_while_its_term_runs_it_is_upheld_so_far(told: Desk) -> None:
    assert "GB · standing · upheld so far" in told.run("show no-tax").words
    assert "upheld so far" in told.run("list", terminal=True, COLUMNS="120").out


def test_a_step_leaves_it_upheld_so_far(told: Desk) -> None:
    echo = told.run("update no-tax step --outlet Wire --said 2025-07-08").words

    assert "outcome upheld so far" in echo
    assert "GB · standing · upheld so far" in told.run("show no-tax").words


def test_what_waits_for_its_condition_binds_nobody_yet(desk: Desk) -> None:
    desk.run("add Refrain --kind standing --by GB --expires 2026-12-31 --condition signed")

    assert "GB · standing · open" in desk.run("show refrain").words
    assert "upheld" not in desk.run("list", terminal=True, COLUMNS="120").out


# when it is over


@pytest.mark.parametrize("role", ["expires", "due"])
def test_once_it_is_over_the_verdict_is_asked_for_and_nobody_is_late(desk: Desk, role: str) -> None:
    desk.run(f"add 'Not raise taxes' --id no-tax --kind standing --{role} 2026-12-31")

    assert desk.run(f"due {NEW_YEAR}").out == (
        "2026-12-31  term ended 3 days ago, upheld?  no-tax  -  Not raise taxes  [unconfirmed]\n"
    )
    assert "TERM ENDED 3 DAYS AGO, UPHELD?" in desk.run(f"show no-tax {NEW_YEAR}").out
    table = desk.run(f"due {NEW_YEAR}", terminal=True).out
    assert "3 days ago" in table
    assert "upheld?" in table
    assert "upheld so far" not in table
    (item,) = json.loads(desk.run(f"due --json {NEW_YEAR}").out)["items"]
    assert (item["schedule"], item["section"], item["outcome"]) == ("unconfirmed", "late", "open")


def test_a_timeline_asks_for_it_too(told: Desk) -> None:
    picture = told.run(f"timeline {NEW_YEAR}", terminal=True).out

    assert "31 Dec 2026 · term ended 3 days ago, upheld?" in picture


def test_a_term_that_is_over_when_it_is_recorded_is_asked_for_in_the_echo(desk: Desk) -> None:
    echo = desk.run("add Refrain --kind standing --due 2025-07-04").words

    assert "term ended 4 days ago, upheld?" in echo


@pytest.mark.parametrize(
    ("date", "words"),
    [
        ("--effective 2026-12-31", "passed 3 days ago, not confirmed"),
        ("--happens 2026-12-31", "was planned for 3 days ago"),
        ("--default-within 17m", "26 days past our own term"),
    ],
    ids=["it begins", "it takes place", "a term of ours"],
)
def test_no_term_ends_where_something_begins_or_by_our_own_count(
    desk: Desk, date: str, words: str
) -> None:
    desk.run(f"add Refrain --kind standing --by GB {date}")

    out = desk.run(f"due {NEW_YEAR}").out

    assert words in out
    assert "upheld?" not in out


# the verdict


def test_a_verdict_has_words_of_its_own(told: Desk) -> None:
    assert told.run(f"close no-tax kept {SAID_THEN}").code == 0
    assert "standing · upheld ·" in told.run(f"show no-tax {NEW_YEAR}").words
    told.run(f"close no-tax broken {SAID_THEN}")
    assert "standing · breached ·" in told.run(f"show no-tax {NEW_YEAR}").words


@pytest.mark.parametrize("role", ["expires", "due"])
def test_what_was_upheld_is_neither_late_nor_early(desk: Desk, role: str) -> None:
    desk.run(f"add 'Not raise taxes' --id no-tax --kind standing --{role} 2026-12-31")

    desk.run(f"close no-tax kept {SAID_THEN}")

    assert desk.run(f"list {NEW_YEAR}").out == (
        "2026-12-31  -  no-tax  -  Not raise taxes  [fulfilled]\n"
    )
    assert "UPHELD Thu 31 Dec 2026" in desk.run(f"show no-tax {NEW_YEAR}").words


def test_a_verdict_before_its_time_is_called_so(told: Desk) -> None:
    echo = told.run("close no-tax kept --outlet Wire --said 2025-07-08").words

    assert "its term runs to Thu 31 Dec 2026: upheld so far, and no more" in echo
    assert "early-verdict" in told.run("check").out
    assert "its term runs" not in told.run("note no-tax --checked").words


def test_a_breach_may_come_at_any_time(told: Desk) -> None:
    echo = told.run("close no-tax broken --outlet Wire --said 2025-07-08").words

    assert "outcome breached" in echo
    assert "its term runs" not in echo
    assert "early-verdict" not in told.run("check").out


def test_a_verdict_on_the_last_day_comes_in_time(told: Desk) -> None:
    last_day = "2026-12-31"

    echo = told.run(f"close no-tax kept --outlet Wire --said {last_day} --now {last_day}").words

    assert "outcome upheld" in echo
    assert "its term runs" not in echo
    assert "early-verdict" not in told.run(f"check {NEW_YEAR}").out


def test_a_term_that_hangs_on_another_commitment_has_its_end_too(desk: Desk) -> None:
    desk.run("add 'Sign the pact' --id pact --by GB --happens 2025-07-31")
    desk.run("add Refrain --kind standing --by GB --expires '90 days after pact'")

    desk.run("close refrain kept --outlet Wire --said 2025-07-08")

    assert "its term runs to 2025-10-29" in desk.run("check").out
