"""Standing commitments: upheld so far, and judged when their term is over."""

import json

import pytest

from tests.cli.desk import Desk


@pytest.fixture
def told(desk: Desk) -> Desk:
    desk.run("add 'Not raise taxes' --id no-tax --kind standing --by GB --expires 2026-12-31")
    return desk


def test_while_its_term_runs_it_is_upheld_so_far(told: Desk) -> None:
    assert "GB · standing · upheld so far" in told.run("show no-tax").words
    told.run("update no-tax step --outlet Wire --said 2025-07-08")
    assert "GB · standing · upheld so far" in told.run("show no-tax").words


@pytest.mark.parametrize("role", ["expires", "due"])
def test_once_it_is_over_the_verdict_is_asked_for_and_nobody_is_late(desk: Desk, role: str) -> None:
    desk.run(f"add 'Not raise taxes' --id no-tax --kind standing --{role} 2026-12-31")
    later = "--now 2027-01-03"

    assert desk.run(f"due {later}").out == (
        "2026-12-31  term ended 3 days ago, upheld?  no-tax  -  Not raise taxes  [unconfirmed]\n"
    )
    assert "TERM ENDED 3 DAYS AGO, UPHELD?" in desk.run(f"show no-tax {later}").out
    table = desk.run(f"due {later}", terminal=True).out
    assert "3 days ago" in table
    assert "upheld?" in table
    (item,) = json.loads(desk.run(f"due --json {later}").out)["items"]
    assert (item["schedule"], item["section"], item["outcome"]) == ("unconfirmed", "late", "open")


def test_a_verdict_has_words_of_its_own(told: Desk) -> None:
    year = "--outlet Wire --said 2027-01-02 --now 2027-01-03"

    assert told.run(f"close no-tax kept {year}").code == 0
    assert "standing · upheld ·" in told.run("show no-tax --now 2027-01-03").words
    told.run(f"close no-tax broken {year}")
    assert "standing · breached ·" in told.run("show no-tax --now 2027-01-03").words


def test_a_verdict_before_its_time_is_called_so(told: Desk) -> None:
    echo = told.run("close no-tax kept --outlet Wire --said 2025-07-08").words

    assert "its term runs to Thu 31 Dec 2026: upheld so far, and no more" in echo
    assert "early-verdict" in told.run("check").out
