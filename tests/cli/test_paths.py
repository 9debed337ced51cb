"""`paths`: where the ledger is, what stands beside it, where settings are looked for."""

import json

import pytest

from tests.cli.desk import Desk
from tests.cli.ledgers import BOOK

NAMES = ["ledger", "beside it", "settings", "own ledger", "state"]


def rows(out: str) -> dict[str, str]:
    return {line[:12].rstrip(): line[12:] for line in out.splitlines()}


def paths(desk: Desk, line: str = "paths --json") -> dict[str, str | None]:
    document = json.loads(desk.run(line).out)
    assert document.pop("schema_version") == 1
    known: dict[str, str | None] = document.pop("paths")
    assert document == {}
    return known


def test_every_path_has_a_line(desk: Desk) -> None:
    desk.write(BOOK)
    home = desk.folder.parent

    done = desk.run("paths")

    assert (done.code, done.err) == (0, "")
    assert rows(done.out) == {
        "ledger": str(desk.ledger),
        "beside it": str(desk.folder / ".commitrack"),
        "settings": str(home / ".config/commitrack/config.toml"),
        "own ledger": str(home / ".local/share/commitrack/commitments.toml"),
        "state": str(home / ".local/state/commitrack"),
    }


def test_json_says_the_same(desk: Desk) -> None:
    desk.write(BOOK)

    plain = rows(desk.run("paths").out)

    assert list(plain) == NAMES
    assert paths(desk) == {name.replace(" ", "_"): path for name, path in plain.items()}


def test_without_a_ledger_json_has_null(desk: Desk) -> None:
    known = paths(desk)

    assert (known["ledger"], known["beside_it"]) == (None, None)
    assert rows(desk.run("paths").out)["ledger"] == "none yet"


def test_what_it_names_is_what_the_program_uses(desk: Desk) -> None:
    known = paths(desk)
    desk.write('within = "1d"\n', str(known["settings"]))
    desk.write(BOOK.replace("2025-08-01", "2025-07-09"), str(known["own_ledger"]))

    assert "sign-treaty" in desk.run("due").out
    assert "sign-bill" not in desk.run("due").out
    assert paths(desk)["ledger"] == known["own_ledger"]


@pytest.mark.parametrize(
    ("line", "environment"),
    [
        ("paths --json --ledger other.toml", {}),
        ("--ledger ../desk/other.toml paths --json", {}),
        ("paths --json", {"COMMITRACK_LEDGER": "other.toml"}),
        ("paths --json --ledger other.toml", {"COMMITRACK_LEDGER": "nosuch.toml"}),
    ],
)
def test_the_ledger_that_was_named(desk: Desk, line: str, environment: dict[str, str]) -> None:
    desk.write(BOOK)
    other = desk.write(BOOK, "other.toml")
    desk.environment |= environment

    assert paths(desk, line)["ledger"] == str(other)


def test_a_link_is_followed_to_the_file_that_is_written(desk: Desk) -> None:
    there = desk.write(BOOK, "../synced/ledger.toml").resolve()
    desk.ledger.symlink_to(there)

    known = paths(desk)

    assert known["ledger"] == str(there)
    assert known["beside_it"] == str(there.parent / ".commitrack")


def test_a_ledger_that_does_not_read_has_a_path_all_the_same(desk: Desk) -> None:
    desk.write("[[[")

    done = desk.run("paths")

    assert (done.code, done.err) == (0, "")
    assert rows(done.out)["ledger"] == str(desk.ledger)


@pytest.mark.parametrize("face", ["table", "tsv", "csv"])
def test_other_formats_are_refused(desk: Desk, face: str) -> None:
    done = desk.run(f"paths --format {face}")

    assert (done.code, done.out) == (2, "")
    assert "it has: plain json" in done.err


def test_a_wrong_setting_is_exit_2_and_says_in_which_file(desk: Desk) -> None:
    file = desk.write("colour = 'red'\n", "../.config/commitrack/config.toml").resolve()

    done = desk.run("paths")

    assert (done.code, done.out) == (2, "")
    assert done.err.startswith(f"{file}: error: `colour` is not a setting")


def test_a_terminal_sees_the_same_lines(desk: Desk) -> None:
    assert desk.run("paths", terminal=True).out == desk.run("paths").out
