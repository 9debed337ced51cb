"""`correct`: our own mistake put right, as though it had been entered so."""

import pytest

from tests.cli.desk import Desk
from tests.cli.ledgers import BOOK

MOVED = BOOK + (
    "\n[[commitment.sign-treaty.event]]\n"
    'type = "rescheduled"\non = 2025-07-02\ndue = 2025-09-01\nrecorded = 2025-07-02\n'
    "\n[[commitment.sign-treaty.event]]\n"
    'type = "step"\non = 2025-07-02\nrecorded = 2025-07-02\n'
)


def test_the_base_record_is_put_right_without_a_move(desk: Desk) -> None:
    desk.write(BOOK)

    done = desk.run("correct sign-treaty --due 2025-08-02")

    assert done.code == 0
    assert "Corrected: sign-treaty" in done.out
    assert "the base record" in done.out
    assert "2025-08-02, was 2025-08-01" in done.out
    assert desk.text.startswith(BOOK)
    shown = desk.run("show sign-treaty").out
    assert "Sat 2 Aug 2025" in shown
    assert "moved" not in shown


def test_it_stands_so_at_every_as_of(desk: Desk) -> None:
    desk.write(BOOK)

    desk.run("correct sign-treaty --due 2025-08-02")

    assert "2025-08-02" in desk.run("list id:sign-treaty --as-of 2025-07-02").out


@pytest.mark.parametrize("of", ["2025-07-02:rescheduled", "'2 jul 2025:rescheduled'"])
def test_an_event_is_named_by_its_day_and_type(desk: Desk, of: str) -> None:
    desk.write(MOVED)

    done = desk.run(f"correct sign-treaty --of {of} --due 2025-09-02")

    assert done.code == 0
    assert "the event of 2025-07-02, rescheduled" in done.out
    assert "2025-09-02, was 2025-09-01" in done.out
    assert "+32 days" in desk.run("show sign-treaty").out


def test_a_day_with_two_events_wants_the_type(desk: Desk) -> None:
    desk.write(MOVED)

    done = desk.run("correct sign-treaty --of 2025-07-02 --due 2025-09-02")

    assert done.code == 2
    assert "has 2 events 2025-07-02" in done.err
    assert "2025-07-02:rescheduled 2025-07-02:step" in done.err
    assert desk.text == MOVED


def test_a_day_with_no_event_lists_those_there_are(desk: Desk) -> None:
    desk.write(MOVED)

    done = desk.run("correct sign-treaty --of 2025-07-03 --due 2025-09-02")

    assert done.code == 2
    assert "2025-07-02:rescheduled" in done.err
    assert desk.text == MOVED


def test_a_statement_is_taken_back(desk: Desk) -> None:
    desk.write(MOVED)

    done = desk.run("correct sign-treaty --of 2025-07-02:rescheduled --void")

    assert done.code == 0
    assert "taken back" in done.out
    shown = desk.run("show sign-treaty").out
    assert "Fri 1 Aug 2025" in shown
    assert "+31 days" not in shown


def test_nothing_to_correct_is_refused(desk: Desk) -> None:
    desk.write(BOOK)

    done = desk.run("correct sign-treaty")

    assert done.code == 2
    assert "nothing to correct" in done.err
    assert desk.text == BOOK


def test_only_what_is_given_is_replaced(desk: Desk) -> None:
    desk.write(BOOK)

    desk.run('correct sign-treaty --title "Sign the whole treaty" --by KR,JP --kind agreement')

    shown = desk.run("list id:sign-treaty --json").out
    assert '"title": "Sign the whole treaty"' in shown
    assert '"kind": "agreement"' in shown
    assert '"value": "2025-08-01"' in shown


@pytest.mark.parametrize(
    "words",
    ["--due 2027-13", "--due soon", "--of tomorow --void", "--of 2025-07 --void", "--kind x"],
)
def test_what_is_not_understood_is_refused(desk: Desk, words: str) -> None:
    desk.write(MOVED)

    done = desk.run(f"correct sign-treaty {words}")

    assert done.code == 2
    assert desk.text == MOVED


def test_a_dry_run_writes_nothing(desk: Desk) -> None:
    desk.write(BOOK)

    done = desk.run("correct sign-treaty --due 2025-08-02 --dry-run")

    assert done.out.startswith("Would correct: sign-treaty")
    assert desk.text == BOOK
