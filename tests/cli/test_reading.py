"""Verbs that only read write nothing; each mistake has its exit code."""

import pytest

from tests.cli.desk import SHIPPED, Desk
from tests.cli.ledgers import BOOK

READING = [
    "",
    "status",
    "due",
    "due --late --within 1y by:US",
    "list",
    "list --format tsv",
    "list --format csv",
    "show sign-treaty",
    "show sign-treaty --explain --json",
    "show sign-treaty --cite bibtex",
    "log",
    "log --json",
    "sources",
    "sources show post",
    "sources check",
    "check",
    "check --json",
    "demo",
    "paths",
    "schema",
    "completion bash",
    "--help",
    "add --help",
    "due --as-of 2025-07-02",
    "due nosuch:x",
    "show nosuch",
    "add x --due soon",
    "add x --dry-run",
    "move sign-treaty 2025-10-01 --dry-run",
    "close sign-treaty kept",
]


@pytest.mark.parametrize("line", READING)
@pytest.mark.parametrize("terminal", [True, False], ids=["terminal", "pipe"])
def test_reading_writes_nothing(desk: Desk, line: str, terminal: bool) -> None:  # noqa: FBT001
    desk.run("init")
    desk.ledger.write_bytes(BOOK.encode())
    before = desk.files()

    desk.run(line, terminal=terminal)

    assert desk.files() == before


@pytest.mark.parametrize(
    "line", [line for line in READING if not line.startswith(("add", "move", "close"))]
)
def test_reading_makes_no_folder_beside_a_ledger(desk: Desk, line: str) -> None:
    desk.write(BOOK)
    before = desk.files()

    desk.run(line)

    assert desk.files() == before


@pytest.mark.parametrize("line", READING)
def test_without_a_ledger_none_is_made(desk: Desk, line: str) -> None:
    before = desk.files()

    desk.run(line)

    assert desk.files() == before


NEEDS_LEDGER = ["due", "list", "show a", "log", "sources", "check", "edit", "undo"]
NEEDS_LEDGER += ["note a b", "move a today", "close a kept --source b", "update a step"]
NEEDS_LEDGER += ["correct a --title b"]


@pytest.mark.parametrize("line", NEEDS_LEDGER)
def test_without_a_ledger_it_is_exit_4_with_how_to_start(desk: Desk, line: str) -> None:
    done = desk.run(line)

    assert (done.code, done.out) == (4, "")
    assert done.err == (
        "error: no ledger: no commitments.toml here or in a folder above, "
        "none in your data folder\n"
        "start one with `commitrack add` or `commitrack init`\n"
    )


@pytest.mark.parametrize("line", NEEDS_LEDGER)
def test_a_ledger_that_the_environment_names_and_that_is_missing_is_never_another(
    desk: Desk, line: str
) -> None:
    desk.write(BOOK)

    done = desk.run(line, COMMITRACK_LEDGER="nosuch.toml")

    assert (done.code, done.out) == (4, "")
    assert "nosuch.toml, which COMMITRACK_LEDGER names" in done.err


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("due", 0),
        ("due nothing-like-it", 0),
        ("due --exit-code --within 30d", 1),
        ("nosuchverb", 2),
        ("due --nosuch", 2),
        ("due --within", 2),
        ("due --within soon", 2),
        ("due outcmoe:open", 2),
        ("close sign-treaty kept", 2),
        ("show nosuch", 3),
        ("show sign", 3),
        ("note sign x", 3),
        ("due --ledger nosuch.toml", 4),
        ("undo", 5),
        ("add x --source photo.bin", 7),
    ],
)
def test_exit_codes(desk: Desk, line: str, code: int) -> None:
    desk.write(BOOK)
    (desk.folder / "photo.bin").write_bytes(b"\xff\xd8\xff")

    done = desk.run(line)

    assert done.code == code
    assert (done.err == "") == (line in ("due", "due --exit-code --within 30d")) or code == 0


@pytest.mark.parametrize("line", ["due", "list", "log", "status", "sources"])
def test_a_ledger_with_syntax_errors_shows_what_is_readable_and_is_exit_4(
    desk: Desk, line: str
) -> None:
    desk.write(BOOK.replace('by = ["US"]\ndue', "by = [US]\ndue", 1))

    done = desk.run(line)

    assert done.code == 4
    assert done.out != ""
    assert "commitments.toml:23:7: " in done.err
    assert "sign-bill" in done.err


def test_a_ledger_that_is_a_folder_is_exit_4(desk: Desk) -> None:
    desk.ledger.mkdir()

    assert desk.run("due").code == 4


def test_a_ledger_that_is_not_utf_8_is_exit_4(desk: Desk) -> None:
    desk.ledger.write_bytes(b"format = 1\n\xff")

    done = desk.run("due")

    assert done.code == 4
    assert "UTF-8" in done.err


def test_a_folder_stands_for_the_ledger_in_it(desk: Desk) -> None:
    desk.write(BOOK, "trade/commitments.toml")

    assert "sign-treaty" in desk.run("list --ledger trade").out


@pytest.mark.parametrize("line", ["due", "list", "show tariff-south", "log", "sources", "status"])
@pytest.mark.parametrize("columns", ["40", "80", "200", "0", "wide"])
def test_any_width_of_a_terminal_prints(desk: Desk, line: str, columns: str) -> None:
    done = desk.run(f"{line} --ledger {SHIPPED}", terminal=True, COLUMNS=columns)

    assert done.code == 0
    assert done.out != ""
