"""`init`: a ledger made where it is wanted, and never over another."""

import json

import pytest

from commitrack.ledger.skeleton import SKELETON
from tests.cli.desk import Desk
from tests.cli.ledgers import BOOK


def test_the_ledger_that_it_makes_is_valid_and_can_be_used(desk: Desk) -> None:
    made = desk.run("init")

    assert made.out == (
        'Made commitments.toml\n\nNext: commitrack add "TITLE" --due DATE --source FILE-OR-URL\n'
    )
    assert desk.text == SKELETON
    assert desk.run("check --strict").code == 0
    assert desk.run("add Sign --due 2025-08-01").code == 0
    assert desk.text.startswith(SKELETON)


def test_nothing_else_is_littered(desk: Desk) -> None:
    desk.run("init")

    assert {path.name for path in desk.folder.iterdir()} == {"commitments.toml", ".commitrack"}
    beside = {path.name for path in (desk.folder / ".commitrack").iterdir()}
    assert {".gitignore", "schema.json"} <= beside
    assert not [name for name in beside if "tmp" in name]


def test_a_second_time_changes_nothing_and_renews_the_schema(desk: Desk) -> None:
    desk.run("init")
    schema = desk.write("old", ".commitrack/schema.json")
    before = desk.ledger.stat()

    again = desk.run("init")

    assert again.out == "commitments.toml is there already; nothing in it was changed\n"
    assert json.loads(schema.read_text("utf-8"))
    assert desk.ledger.stat().st_mtime_ns == before.st_mtime_ns
    assert desk.ledger.stat().st_ino == before.st_ino


@pytest.mark.parametrize("text", ["", "[[[", "not toml at all", "\ufeff"])
def test_a_file_of_that_name_is_left_alone_whatever_it_holds(desk: Desk, text: str) -> None:
    desk.write(text)

    done = desk.run("init")

    assert done.code == 0
    assert "is there already" in done.out
    assert desk.text == text


def test_a_ledger_in_a_folder_above_does_not_stop_it(desk: Desk) -> None:
    desk.write(BOOK)
    below = desk.folder / "below"
    below.mkdir()

    done = desk.run("init", folder=below)

    assert done.code == 0
    assert (below / "commitments.toml").read_text("utf-8") == SKELETON
    assert desk.text == BOOK
    assert desk.run("list", folder=below).out == ""


@pytest.mark.parametrize(
    ("line", "environment", "made"),
    [
        ("init --ledger mine.toml", {}, "mine.toml"),
        ("--ledger mine.toml init", {}, "mine.toml"),
        ("init trade --ledger mine.toml", {}, "trade/commitments.toml"),
        ("init ./trade", {}, "trade/commitments.toml"),
        ("init a/b/c", {}, "a/b/c/commitments.toml"),
        ("init 'with blank'", {}, "with blank/commitments.toml"),
        ("init", {"COMMITRACK_LEDGER": "named.toml"}, "named.toml"),
    ],
)
def test_where_it_is_made(desk: Desk, line: str, environment: dict[str, str], made: str) -> None:
    desk.environment |= environment

    done = desk.run(line)

    assert done.code == 0
    ledgers = [name.removeprefix("desk/") for name in desk.files() if name.endswith(".toml")]
    assert ledgers == [made]
    assert done.out.startswith(f"Made {made}\n")


def test_an_absolute_folder(desk: Desk) -> None:
    there = desk.folder.parent / "elsewhere"

    assert desk.run(["init", str(there)]).code == 0
    assert (there / "commitments.toml").exists()


@pytest.mark.parametrize("target", ["page.txt", "page.txt/below"])
def test_below_a_file_is_exit_5_and_makes_nothing(desk: Desk, target: str) -> None:
    desk.write("x", "page.txt")
    before = desk.files()

    done = desk.run(f"init {target}")

    assert (done.code, done.out) == (5, "")
    assert done.err.startswith("error: ")
    assert desk.files() == before


@pytest.mark.parametrize("line", ["init a b", "init --format json", "init --nosuch"])
def test_what_it_does_not_take_is_exit_2_and_makes_nothing(desk: Desk, line: str) -> None:
    done = desk.run(line)

    assert done.code == 2
    assert desk.files() == {"desk": b"a folder"}


@pytest.mark.parametrize("line", ["init", "add Sign --due 2025-08-01", "sources add page.txt"])
def test_through_a_link_to_nothing_no_ledger_is_made(desk: Desk, line: str) -> None:
    """It is a ledger on a disk that is away: another one there would hide it."""
    desk.write("x", "page.txt")
    desk.ledger.symlink_to("usb/ledger.toml")

    done = desk.run(line)

    assert (done.code, done.out) == (4, "")
    assert "is a link to usb/ledger.toml, which is not there" in done.err
    assert not (desk.folder / "usb").exists()
    assert desk.ledger.is_symlink()


def test_a_ledger_that_the_settings_name_is_the_one_that_is_made(desk: Desk) -> None:
    named = desk.folder.parent / "mine.toml"
    desk.write(f'ledger = "{named}"\n', "../.config/commitrack/config.toml")

    assert desk.run("init").code == 0
    assert named.read_text("utf-8") == SKELETON
    assert not desk.ledger.exists()
