"""`list`: everything that matches, in any state."""

import pytest

from commitrack.query.fields import FIELDS
from tests.cli.desk import SHIPPED, Desk
from tests.cli.ledgers import BOOK

CLOSED = BOOK + (
    "\n[[commitment.sign-bill.event]]\n"
    'type = "withdrawn"\non = 2025-07-05\nsource = "post"\nrecorded = 2025-07-05\n'
    "\n[[commitment.sign-treaty.event]]\n"
    'type = "rescheduled"\non = 2025-07-05\ndue = 2025-08-10\nrecorded = 2025-07-05\n'
)
ORDER = ["sign-treaty", "sign-bill", "duty", "coordinate"]


def ids(desk: Desk, line: str) -> list[str]:
    done = desk.run(line)
    assert done.code == 0, done.err
    return [row.split("\t")[0] for row in done.lines[1:]]


def test_all_in_the_order_of_the_ledger_closed_ones_too(desk: Desk) -> None:
    desk.write(CLOSED)

    assert ids(desk, "list --format tsv") == ORDER


@pytest.mark.parametrize(
    ("key", "order"),
    [
        ("id", ["coordinate", "duty", "sign-bill", "sign-treaty"]),
        ("title", ["coordinate", "duty", "sign-bill", "sign-treaty"]),
        ("date", ["duty", "sign-treaty", "sign-bill", "coordinate"]),
        ("slip", ["sign-treaty", "coordinate", "duty", "sign-bill"]),
        ("moves", ["sign-treaty", "coordinate", "duty", "sign-bill"]),
        ("recorded", ["coordinate", "duty", "sign-bill", "sign-treaty"]),
    ],
)
def test_sorted_by_a_key(desk: Desk, key: str, order: list[str]) -> None:
    desk.write(CLOSED)

    assert ids(desk, f"list --format tsv --sort {key}") == order


def test_a_key_that_does_not_exist_is_refused(desk: Desk) -> None:
    desk.write(CLOSED)

    done = desk.run("list --sort size")

    assert done.code == 2
    assert "keys: date recorded title id slip moves" in done.err


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("by:US", ["sign-bill", "duty", "coordinate"]),
        ("by:us,kr", ORDER),
        ("by:US by:KR", ["coordinate"]),
        ("not by:US", ["sign-treaty"]),
        ("not not by:US", ["sign-bill", "duty", "coordinate"]),
        ("to:KR", ["duty"]),
        ("kind:measure", ["duty"]),
        ("kind:measure,agreement", ["duty", "coordinate"]),
        ("outcome:open", ["sign-treaty", "duty", "coordinate"]),
        ("outcome:withdrawn", ["sign-bill"]),
        ("schedule:undated", ["coordinate"]),
        ("section:coming", ["sign-treaty", "duty"]),
        ("evidence:none", ["duty", "coordinate"]),
        ("due:30d", []),
        ("due:40d", ["sign-treaty"]),
        ("due:2025-08", ["sign-treaty"]),
        ("due:2025-08..", ["sign-treaty", "sign-bill"]),
        ("due:..2025-08-31", ["sign-treaty"]),
        ("due:none", ["duty", "coordinate"]),
        ("effective:2025-08-01..", ["duty"]),
        ("expires:2025", ["duty"]),
        ("date:2025-08", ["sign-treaty", "duty"]),
        ("tag:trade", ["sign-treaty"]),
        ("not tag:trade", ["sign-bill", "duty", "coordinate"]),
        ("source:pos", ["sign-treaty", "sign-bill"]),
        ("text:treaty", ["sign-treaty"]),
        ("treaty", ["sign-treaty"]),
        ("TREATY", ["sign-treaty"]),
        ("id:sign", ["sign-treaty", "sign-bill"]),
        ("moved:1..", ["sign-treaty"]),
        ("moved:0", ["sign-bill", "duty", "coordinate"]),
        ("slip:9", ["sign-treaty"]),
        ("slip:..8", ["sign-bill", "duty"]),
        ("disputed:no", ORDER),
        ("disputed:yes", []),
        ("sign not bill", ["sign-treaty"]),
        ("nothing-like-it", []),
    ],
)
def test_filters_choose(desk: Desk, words: str, found: list[str]) -> None:
    desk.write(CLOSED)

    assert ids(desk, f"list --format tsv {words}") == found


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("outcmoe:open", "did you mean `outcome`?"),
        ("outcome:opne", "did you mean `open`?"),
        ("by:", "`by:` has no value"),
        ("not", "`not` has nothing behind it"),
        ("due:soon", "soon"),
        ("due:2027-13", "13"),
        ("due:03/04/2027", "3 April or 4 March"),
        ("moved:many", "write a number"),
        ("disputed:maybe", "write yes or no"),
        ("due:2025-09..2025-08", "ends before it begins"),
        ("http://example.org", "unknown field"),
    ],
)
def test_a_filter_that_is_none_is_refused_and_underlined(desk: Desk, words: str, said: str) -> None:
    desk.write(CLOSED)

    done = desk.run(f"list {words}")

    assert (done.code, done.out) == (2, "")
    assert said in done.err
    assert "^" in done.err


def test_an_unknown_field_lists_those_there_are(desk: Desk) -> None:
    desk.write(CLOSED)

    done = desk.run("list zzz:1")

    assert " ".join(FIELDS) in done.err


@pytest.mark.parametrize(
    ("day", "found"),
    [("2025-06-30", []), ("2025-07-04", ORDER), ("2025-07-05", ORDER)],
)
def test_as_of_a_day_only_what_had_been_said(desk: Desk, day: str, found: list[str]) -> None:
    desk.write(CLOSED)

    assert ids(desk, f"list --format tsv --as-of {day}") == found


def test_as_of_a_day_the_outcome_and_the_date_are_those_of_then(desk: Desk) -> None:
    desk.write(CLOSED)

    assert "withdrawn" not in desk.run("list id:sign-bill --as-of 2025-07-04").out
    assert "withdrawn" in desk.run("list id:sign-bill --as-of 2025-07-05").out
    assert "2025-08-01" in desk.run("list id:sign-treaty --as-of 2025-07-04").out
    assert "2025-08-10" in desk.run("list id:sign-treaty --as-of 2025-07-05").out


@pytest.mark.parametrize("words", ["2027-13", "soon", "03/04/2027", "2025-08-01/.."])
def test_an_as_of_that_is_no_day_is_refused(desk: Desk, words: str) -> None:
    desk.write(CLOSED)

    assert desk.run(f"list --as-of {words}").code == 2


def test_exit_code_is_1_when_something_matches(desk: Desk) -> None:
    desk.write(CLOSED)

    assert desk.run("list --exit-code treaty").code == 1
    assert desk.run("list --exit-code nothing-like-it").code == 0


def test_nothing_that_matches_is_fine_and_said_on_a_terminal(desk: Desk) -> None:
    desk.write(CLOSED)

    assert desk.run("list nothing-like-it").out == ""
    assert "Nothing matches." in desk.run("list nothing-like-it", terminal=True).out


def test_no_line_on_a_terminal_is_wider_than_it(desk: Desk) -> None:
    for columns in ("40", "80", "100"):
        done = desk.run(
            f"list --ledger {SHIPPED} --now 2026-03-11", terminal=True, COLUMNS=columns, TERM="dumb"
        )

        assert max(len(line) for line in done.lines) <= int(columns)


def test_a_pipe_cuts_nothing(desk: Desk) -> None:
    title = "A very long title " * 30
    desk.write(f'format = 1\n[commitment.a]\ntitle = "{title}"\nrecorded = 2025-07-01\n')

    assert title.strip() in desk.run("list", COLUMNS="40").out
