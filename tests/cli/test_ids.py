"""Ids as typed: whole, a start, a part; and what is needed where nobody can be asked."""

import pytest

from commitrack.app.naming import slug_of
from tests.cli.desk import Desk
from tests.cli.ledgers import BOOK

WRITING = [
    "note {} 'seen'",
    "move {} 2025-10-01",
    "close {} kept --source post",
    "update {} reaffirmed",
    "correct {} --title Other",
]


@pytest.mark.parametrize("given", ["duty", "du", "ut", "DUTY", "Du"])
def test_a_reader_takes_the_whole_id_a_start_or_a_part(desk: Desk, given: str) -> None:
    desk.write(BOOK)

    done = desk.run(f"show {given}")

    assert done.code == 0
    assert "Duty takes effect, and ends" in done.out


def test_the_whole_id_counts_more_than_the_start_of_another(desk: Desk) -> None:
    desk.write(f'{BOOK}\n[commitment.sign]\ntitle = "Sign itself"\nrecorded = 2025-07-01\n')

    assert "Sign itself" in desk.run("show sign").out


def test_a_start_counts_more_than_a_part(desk: Desk) -> None:
    desk.write(f'{BOOK}\n[commitment.co-sign]\ntitle = "Co-sign"\nrecorded = 2025-07-01\n')

    assert desk.run("show sign-t").code == 0
    assert "Co-sign" in desk.run("show co-").out


def test_a_start_that_several_have_is_exit_3_and_lists_them(desk: Desk) -> None:
    desk.write(BOOK)

    done = desk.run("show sign")

    assert (done.code, done.out) == (3, "")
    assert done.err == "error: sign could be 2 commitments\nsign-treaty sign-bill\n"


def test_an_id_that_nothing_has_is_exit_3_with_the_nearest(desk: Desk) -> None:
    desk.write(BOOK)

    done = desk.run("show sign-tretay")

    assert done.code == 3
    assert done.err.splitlines()[0] == "error: no commitment has the id sign-tretay"
    assert "did you mean sign-treaty" in done.err


@pytest.mark.parametrize("line", WRITING)
def test_where_nobody_can_be_asked_a_writer_takes_the_whole_id_only(desk: Desk, line: str) -> None:
    desk.write(BOOK)

    done = desk.run(line.format("sign-tre"))

    assert done.code == 3
    assert "without a terminal the whole id is needed: sign-treaty" in done.err
    assert desk.text == BOOK


@pytest.mark.parametrize("line", WRITING)
def test_where_somebody_can_be_asked_a_start_is_enough_and_the_id_is_echoed(
    desk: Desk, line: str
) -> None:
    desk.write(BOOK)

    done = desk.run(line.format("sign-tre"), answer="")

    assert done.code == 0
    assert "sign-treaty" in done.out
    assert "[[commitment.sign-treaty.event]]" in desk.text


@pytest.mark.parametrize("line", WRITING)
def test_a_start_that_several_have_writes_nothing(desk: Desk, line: str) -> None:
    desk.write(BOOK)

    done = desk.run(line.format("sign"), answer="")

    assert done.code == 3
    assert "sign-treaty sign-bill" in done.err
    assert desk.text == BOOK


@pytest.mark.parametrize("given", ["", " ", "-", "1", "*", "sign-treaty.event", "é"])
def test_an_empty_or_odd_id_is_no_id(desk: Desk, given: str) -> None:
    desk.write(BOOK)

    assert desk.run(["show", "--", given]).code == 3


def test_an_id_does_not_turn_the_sense_of_its_title() -> None:
    assert slug_of("Not raise taxes") == "not-raise-taxes"
    assert slug_of("No new tariffs on steel") == "no-tariffs-steel"
