"""`undo`: the last change taken back, once, and only ours."""

import pytest

from tests.cli.desk import Desk
from tests.cli.ledgers import BOOK


@pytest.mark.parametrize(
    "line",
    [
        "add 'Repair the bridge' --due 2025-08-01",
        "move sign-treaty 2025-10-01",
        "close sign-treaty kept --source post",
        "note sign-treaty seen",
        "update sign-treaty reaffirmed",
        "correct sign-treaty --due 2025-08-02",
        "sources add https://example.org/a",
    ],
)
@pytest.mark.parametrize("end", ["\n", "\r\n"], ids=["lf", "crlf"])
def test_every_change_is_taken_back_to_the_byte(desk: Desk, line: str, end: str) -> None:
    text = BOOK.replace("\n", end)
    desk.write(text)
    assert desk.run(line).code == 0
    assert desk.text != text

    done = desk.run("undo")

    assert done.code == 0
    assert desk.text == text


def test_it_says_what_it_took_back(desk: Desk) -> None:
    desk.write(BOOK)
    desk.run("note sign-treaty seen")

    done = desk.run("undo")

    assert "- [[commitment.sign-treaty.event]]\n" in done.out
    assert '- note = "seen"\n' in done.out
    assert "Took back 6 lines of commitments.toml\n" in done.out


def test_a_second_undo_in_a_row_is_refused(desk: Desk) -> None:
    desk.write(BOOK)
    desk.run("note sign-treaty seen")
    desk.run("undo")

    done = desk.run("undo")

    assert done.code == 5
    assert done.err.startswith("error: ")
    assert desk.text == BOOK


def test_after_a_new_change_it_may_be_used_again(desk: Desk) -> None:
    desk.write(BOOK)
    for _ in range(3):
        desk.run("note sign-treaty seen")
        assert desk.run("undo").code == 0

    assert desk.text == BOOK


def test_with_nothing_to_undo_it_is_refused(desk: Desk) -> None:
    desk.write(BOOK)

    done = desk.run("undo")

    assert done.code == 5
    assert desk.text == BOOK


def test_what_somebody_changed_since_is_not_taken_back(desk: Desk) -> None:
    desk.write(BOOK)
    desk.run("note sign-treaty seen")
    desk.write(f"{desk.text}# mine\n")
    mine = desk.text

    done = desk.run("undo")

    assert done.code == 5
    assert desk.text == mine


def test_the_first_add_is_taken_back_to_an_empty_ledger(desk: Desk) -> None:
    desk.run("add 'Sign the treaty'")

    done = desk.run("undo")

    assert done.code == 0
    assert "[commitment" not in desk.text
    assert "format = 1" in desk.text


def test_without_a_ledger_it_is_exit_4(desk: Desk) -> None:
    assert desk.run("undo").code == 4
