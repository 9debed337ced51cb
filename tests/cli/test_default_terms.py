"""`default_within`: a term of our own for what was said without a date, never theirs."""

import json

import pytest

from tests.cli.desk import Desk

LEDGER = """\
format = 1

[source.house]
title = "An answer in the house"
said = 2025-07-07

[commitment.look-into-fee]
title = "Look into the fee"
kind = "promise"
by = ["IN"]
default_within = "P3M"
default_reason = "three months are the rule of the house"
source = "house"
recorded = 2025-07-08
"""


@pytest.fixture
def told(desk: Desk) -> Desk:
    desk.write(LEDGER)
    return desk


def test_it_is_counted_to_and_named_as_ours(told: Desk) -> None:
    assert told.run("due --within 100d").out == (
        "2025-10-07  in 91 days  look-into-fee  IN  Look into the fee  [upcoming, our own term]\n"
    )
    words = told.run("show look-into-fee --explain").words
    assert "our own term, 3 months after it was said, three months are the rule" in words
    assert "No date was said. Ours is 3 months after Mon 7 Jul 2025" in words


def test_once_it_is_past_nobody_is_late(told: Desk) -> None:
    assert told.run("due --now 2025-10-20").out == (
        "2025-10-07  13 days past our own term  look-into-fee  IN  Look into the fee  "
        "[unconfirmed, our own term]\n"
    )
    table = told.run("due --now 2025-10-20", terminal=True).words
    assert "13 days" in table
    assert "our own term" in table


def test_what_was_done_after_it_was_not_done_late(told: Desk) -> None:
    done = told.run("close look-into-fee kept --on 2025-12-01 --source house --now 2025-12-01")

    assert done.code == 0
    (item,) = json.loads(told.run("list --json --now 2025-12-02").out)["items"]
    assert (item["schedule"], item["days_late"]) == ("not_applicable", None)


def test_a_date_of_theirs_takes_its_place_and_is_the_first(told: Desk) -> None:
    assert told.run("move look-into-fee 2025-09-01 --on 2025-07-08").code == 0

    (item,) = json.loads(told.run("list --json").out)["items"]
    assert (item["date"]["to"], item["date"]["basis"]) == ("2025-09-01", "stated")
    assert (item["first_date"]["to"], item["moves"], item["slip_days"]) == ("2025-09-01", 0, 0)


def test_a_date_of_another_role_takes_its_place_too(told: Desk) -> None:
    assert told.run("update look-into-fee clarified --happens 2025-09-01 --on 2025-07-08").code == 0

    (item,) = json.loads(told.run("list --json").out)["items"]
    assert [one["role"] for one in item["dates"]] == ["happens"]


def test_json_says_whose_it_is(told: Desk) -> None:
    (item,) = json.loads(told.run("list --json").out)["items"]

    assert (item["date"]["basis"], item["date"]["value"]) == ("default", "P3M")


def test_beside_a_date_it_is_needless(desk: Desk) -> None:
    desk.write(LEDGER.replace("default_within", "due = 2025-09-01\ndefault_within", 1))

    assert "2025-09-01  in 55 days" in desk.run("due --within 60d").out
    assert "needless-term" in desk.run("check").out


@pytest.mark.parametrize("period", ["soon", "PT5H", "P9999Y"])
def test_a_period_that_leads_nowhere_leaves_it_undated(desk: Desk, period: str) -> None:
    desk.write(LEDGER.replace("P3M", period))

    assert json.loads(desk.run("list --json").out)["items"][0]["date"] is None
