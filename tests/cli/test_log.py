"""`log`: what changed, in order of time."""

import pytest

from tests.cli.desk import SHIPPED, Desk
from tests.cli.ledgers import BOOK

STORY = BOOK + (
    "\n[[commitment.sign-treaty.event]]\n"
    'type = "fulfilled"\non = 2025-07-07\nsource = "post"\nrecorded = 2025-07-07\n'
    "\n[[commitment.sign-bill.event]]\n"
    'type = "rescheduled"\non = 2025-07-05\ndue = 2025-09-10\nrecorded = 2025-07-05\n'
)


def test_it_is_in_order_of_time_and_says_what_changed(desk: Desk) -> None:
    desk.write(STORY)

    assert desk.run("log --since 2025-07-05").out == (
        "2025-07-05  moved  sign-bill  Sign the bill  "
        "[Wed 10 Sep 2025, was Mon 1 Sep 2025, +9 days from the first]\n"
        "2025-07-07  kept  sign-treaty  Sign the treaty\n"
    )


def test_since_includes_its_day(desk: Desk) -> None:
    desk.write(STORY)

    assert len(desk.run("log --since 2025-07-07").lines) == 1
    assert desk.run("log --since 2025-07-08").out == ""


def test_without_since_the_first_records_are_there_as_new(desk: Desk) -> None:
    desk.write(STORY)

    lines = desk.run("log").lines

    assert sum("  new  " in line for line in lines) == 4
    assert lines == sorted(lines, key=lambda line: line[:10])


def test_filters_choose_the_commitments(desk: Desk) -> None:
    desk.write(STORY)

    assert {line.split("  ")[2] for line in desk.run("log by:KR").lines} == {
        "sign-treaty",
        "coordinate",
    }


def test_what_lies_ahead_of_now_is_not_there(desk: Desk) -> None:
    desk.write(STORY)

    assert "kept" not in desk.run("log --as-of 2025-07-06").out
    assert "kept" not in desk.run("log --now 2025-07-06").out


@pytest.mark.parametrize("words", ["2027-13", "soon", "03/04/2027", "tomorow"])
def test_a_since_that_is_no_date_is_refused(desk: Desk, words: str) -> None:
    desk.write(STORY)

    assert desk.run(f"log --since {words}").code == 2


@pytest.mark.parametrize("words", ["'2 weeks ago'", "'last friday'", "yesterday", "2025-07"])
def test_since_takes_words_of_the_past(desk: Desk, words: str) -> None:
    desk.write(STORY)

    assert desk.run(f"log --since {words}").code == 0


def test_nothing_happened_is_said_on_a_terminal(desk: Desk) -> None:
    desk.write(STORY)

    assert "Nothing happened." in desk.run("log --since 2025-07-08", terminal=True).out


def test_no_line_on_a_terminal_is_wider_than_it(desk: Desk) -> None:
    done = desk.run(f"log --ledger {SHIPPED} --now 2026-08-01", terminal=True, TERM="dumb")

    assert max(len(line) for line in done.lines) <= 80
