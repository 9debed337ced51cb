"""`move`: a new date, or none; slip and notice against the first date."""

import pytest
import tomli

from tests.cli.desk import Desk
from tests.cli.ledgers import BOOK


def events(desk: Desk, key: str) -> list[dict[str, object]]:
    found = tomli.loads(desk.text)["commitment"][key]["event"]
    assert isinstance(found, list)
    return found


def test_a_move_is_one_more_event_at_the_end(desk: Desk) -> None:
    desk.write(BOOK)

    done = desk.run('move sign-treaty "sep 15" --source post --note "by letter" --by KR')

    assert done.code == 0
    assert desk.text.startswith(BOOK)
    assert events(desk, "sign-treaty") == [
        {
            "type": "rescheduled",
            "on": tomli.loads("x = 2025-07-01")["x"],
            "due": tomli.loads("x = 2025-09-15")["x"],
            "by": ["KR"],
            "source": "post",
            "note": "by letter",
            "recorded": tomli.loads("x = 2025-07-08")["x"],
        }
    ]


def test_the_echo_says_the_slip_and_the_day_and_how_to_take_it_back(desk: Desk) -> None:
    desk.write(BOOK)

    done = desk.run("move sign-treaty 2025-09-15 --on 2025-07-08")

    assert done.out.startswith("Recorded: sign-treaty ")
    assert "moved on 8 Jul 2025" in done.out
    assert "Mon 15 Sep 2025, a day, no hour given" in done.out
    assert "+45 days from the first date, 1 move" in done.out
    assert "Wrong? commitrack undo" in done.out


def test_a_second_move_counts_from_the_first_date(desk: Desk) -> None:
    desk.write(BOOK)
    desk.run("move sign-treaty 2025-09-15 --on 2025-07-07")

    done = desk.run("move sign-treaty 2025-08-11 --on 2025-07-08")

    assert "+10 days from the first date, 2 moves" in done.out


def test_a_move_to_none_postpones_and_it_is_listed_without_a_date(desk: Desk) -> None:
    desk.write(BOOK)

    done = desk.run("move sign-treaty none")

    assert done.code == 0
    assert events(desk, "sign-treaty")[0]["type"] == "postponed"
    assert "-  postponed, no new date  sign-treaty  KR" in desk.run("due").out


def test_of_several_dates_the_one_that_moves_must_be_named(desk: Desk) -> None:
    desk.write(BOOK)

    done = desk.run("move duty 2025-10-01")

    assert done.code == 2
    assert "duty has several dates; which one moved?" in done.err
    assert "--role effective or --role expires" in done.err
    assert desk.text == BOOK


@pytest.mark.parametrize("role", ["effective", "expires"])
def test_the_role_names_the_date_that_moves(desk: Desk, role: str) -> None:
    desk.write(BOOK)

    desk.run(f"move duty 2026-01-15 --role {role} --on today")

    assert str(events(desk, "duty")[0][role]) == "2026-01-15"


def test_a_postponed_one_of_several_is_named_in_the_event(desk: Desk) -> None:
    desk.write(BOOK)

    desk.run("move duty none --role expires")

    assert events(desk, "duty")[0]["role"] == "expires"
    assert "2025-08-01" in desk.run("due --within 60d").out


def test_a_role_that_does_not_exist_is_refused(desk: Desk) -> None:
    desk.write(BOOK)

    done = desk.run("move duty 2025-10-01 --role begins")

    assert done.code == 2
    assert "roles: due effective expires happens" in done.err


def test_the_first_date_of_what_had_none_is_no_slip(desk: Desk) -> None:
    desk.write(BOOK)

    done = desk.run("move coordinate 2025-10-01 --on today")

    assert done.code == 0
    assert str(events(desk, "coordinate")[0]["due"]) == "2025-10-01"
    assert "days from the first date" not in done.out


def test_a_span_counts_from_the_day_it_was_said(desk: Desk) -> None:
    desk.write(BOOK)

    desk.run('move sign-treaty "+30d" --source post')

    assert str(events(desk, "sign-treaty")[0]["due"]) == "2025-07-31"


@pytest.mark.parametrize("words", ["2027-13", "2025-02-30", "tomorow", "soon", "03/04/2027"])
@pytest.mark.parametrize("line", ["move sign-treaty {}", "move sign-treaty 2025-09-01 --on {}"])
def test_what_is_no_date_is_refused_and_nothing_is_written(
    desk: Desk, words: str, line: str
) -> None:
    desk.write(BOOK)

    done = desk.run(line.format(words))

    assert done.code == 2
    assert desk.text == BOOK


def test_a_move_on_a_month_is_refused(desk: Desk) -> None:
    desk.write(BOOK)

    done = desk.run("move sign-treaty 2025-09-01 --on 2025-07")

    assert done.code == 2
    assert "is not one day" in done.err


def test_a_far_year_wants_yes(desk: Desk) -> None:
    desk.write(BOOK)

    assert desk.run('move sign-treaty "mar 1"').code == 2
    assert desk.text == BOOK
    assert desk.run('move sign-treaty "mar 1" --yes').code == 0


def test_a_dry_run_writes_nothing(desk: Desk) -> None:
    desk.write(BOOK)

    done = desk.run("move sign-treaty 2025-09-01 --dry-run")

    assert done.code == 0
    assert done.out.startswith("Would record: sign-treaty")
    assert "Nothing was written (--dry-run)." in done.out
    assert desk.text == BOOK


def test_a_move_dated_ahead_of_now_says_that_it_counts_later(desk: Desk) -> None:
    desk.write(BOOK)

    done = desk.run("move sign-treaty 2025-09-01 --on 2025-07-20")

    assert done.code == 0
    assert "in 24 days" in desk.run("due").out
    assert "Mon 1 Sep 2025" in desk.run("show sign-treaty --as-of 2025-07-20").out


def test_a_move_of_what_is_closed_says_that_it_stays_closed(desk: Desk) -> None:
    desk.write(BOOK)
    desk.run("close sign-treaty withdrawn --source post --on 2025-07-07")

    done = desk.run("move sign-treaty 2025-09-01 --on 2025-07-08")

    assert "still withdrawn; reopen it with: commitrack update sign-treaty resumed" in done.out


def test_a_move_of_what_is_not_there_is_exit_3(desk: Desk) -> None:
    desk.write(BOOK)

    assert desk.run("move nosuch 2025-09-01").code == 3


def test_without_a_ledger_it_is_exit_4_and_none_is_made(desk: Desk) -> None:
    before = desk.files()

    done = desk.run("move sign-treaty 2025-09-01")

    assert done.code == 4
    assert desk.files() == before
