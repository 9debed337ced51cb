"""Settings: `config.toml`, variables and flags, which goes first, and where the folders are."""

from pathlib import Path
from typing import Any

import platformdirs
import pytest

from commitrack.settings import config_folder, data_folder, state_folder
from tests.cli.desk import Desk
from tests.cli.ledgers import BOOK

CONFIG = "../.config/commitrack/config.toml"


def book(key: str, due: str = "2025-07-09") -> str:
    return (
        f'format = 1\n[commitment.{key}]\ntitle = "T"\nkind = "promise"\ndue = {due}\n'
        "recorded = 2025-07-01\n"
    )


# The folders


@pytest.mark.parametrize(
    ("name", "folder", "theirs"),
    [
        ("XDG_CONFIG_HOME", config_folder, platformdirs.user_config_dir),
        ("XDG_DATA_HOME", data_folder, platformdirs.user_data_dir),
        ("XDG_STATE_HOME", state_folder, platformdirs.user_state_dir),
    ],
)
@pytest.mark.parametrize("value", [None, "", "/somewhere", "/some where/else/", "//x", "/a/../b"])
def test_the_folders_are_those_that_platformdirs_says(
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    name: str,
    folder: object,
    theirs: object,
    value: str | None,
) -> None:
    """platformdirs reads the environment of the process, so this one is set; decision 004."""
    assert callable(folder)
    assert callable(theirs)
    environment = {"HOME": str(tmp_path)} | ({} if value is None else {name: value})
    for key, text in environment.items():
        monkeypatch.setenv(key, text)

    assert folder(environment) == Path(theirs("commitrack", appauthor=False))


@pytest.mark.parametrize("value", ["relative", "./here", "~/there", " "])
def test_a_folder_that_is_not_absolute_counts_as_not_set(desk: Desk, value: str) -> None:
    """The XDG specification: such a path is invalid and is ignored."""
    home = {"HOME": str(desk.folder.parent)}

    assert config_folder({**home, "XDG_CONFIG_HOME": value}) == config_folder(home)
    assert data_folder({**home, "XDG_DATA_HOME": value}) == data_folder(home)
    assert state_folder({**home, "XDG_STATE_HOME": value}) == state_folder(home)


def test_the_folders_that_xdg_names_are_used(desk: Desk) -> None:
    home = desk.folder.parent
    desk.write('within = "2d"\n', "../c/commitrack/config.toml")
    desk.write(book("mine", "2025-07-10"), "../d/commitrack/commitments.toml")
    folders: dict[str, Any] = {"XDG_CONFIG_HOME": f"{home}/c", "XDG_DATA_HOME": f"{home}/d"}

    assert "mine" in desk.run("due", **folders).out
    assert "mine" not in desk.run("due --within 1d", **folders).out
    assert desk.run("due").code == 4


# ledger


def test_the_flag_goes_before_the_variable_before_the_setting_before_the_nearest(
    desk: Desk,
) -> None:
    for name in ("flag", "variable", "setting"):
        desk.write(book(name), f"{name}.toml")
    desk.write(book("nearest"))
    desk.write(book("own"), "../.local/share/commitrack/commitments.toml")
    variable: dict[str, Any] = {"COMMITRACK_LEDGER": "variable.toml"}

    assert "  nearest  " in desk.run("list").out
    desk.write('ledger = "setting.toml"\n', CONFIG)
    assert "  setting  " in desk.run("list").out
    assert "  variable  " in desk.run("list", **variable).out
    assert "  flag  " in desk.run("list --ledger flag.toml", **variable).out
    assert "  setting  " in desk.run("list", COMMITRACK_LEDGER="").out


def test_the_nearest_is_looked_for_in_every_folder_above(desk: Desk) -> None:
    desk.write(book("outer"))
    desk.write(book("inner"), "a/commitments.toml")
    below = desk.folder / "a" / "b" / "c"
    below.mkdir(parents=True)

    assert "  inner  " in desk.run("list", folder=below).out
    assert "  outer  " in desk.run("list").out


@pytest.mark.parametrize(
    "named",
    ["~/mine.toml", "~/folder", "{home}/mine.toml", "../mine.toml"],
)
@pytest.mark.parametrize("by", ["the setting", "the variable"])
def test_a_name_may_start_at_home_and_a_folder_stands_for_its_ledger(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, named: str, by: str
) -> None:
    home = str(desk.folder.parent)
    monkeypatch.setenv("HOME", home)  # `~` is the process's
    desk.write(book("mine"), "../mine.toml")
    desk.write(book("mine"), "../folder/commitments.toml")
    word = named.format(home=home)
    variable: dict[str, Any] = {"COMMITRACK_LEDGER": word} if by == "the variable" else {}
    if by == "the setting":
        desk.write(f'ledger = "{word}"\n', CONFIG)

    assert "  mine  " in desk.run("list", **variable).out


@pytest.mark.parametrize("line", ["list", "add Sign --due 2025-08-01 --dry-run", "note a b"])
def test_a_setting_that_names_no_ledger_is_never_another_ledger(desk: Desk, line: str) -> None:
    desk.write(BOOK)
    desk.write('ledger = "nosuch.toml"\n', CONFIG)

    done = desk.run(line)

    assert "sign-treaty" not in done.out
    assert desk.text == BOOK
    if not line.startswith("add"):
        assert done.code == 4
        assert "nosuch.toml" in done.err
        assert "config.toml names" in done.err


def test_the_first_add_makes_the_ledger_that_was_named(desk: Desk) -> None:
    desk.write('ledger = "mine.toml"\n', CONFIG)

    assert desk.run("add Sign --due 2025-08-01").code == 0
    assert (desk.folder / "mine.toml").exists()
    assert not desk.ledger.exists()


# tz and within


def test_the_zone_is_the_flags_the_variables_the_settings(desk: Desk) -> None:
    """09:00 on 8 July in Seoul is still 7 July in Los Angeles, and 8 July in Berlin."""
    desk.write(BOOK)
    desk.write('tz = "Europe/Berlin"\n', CONFIG)
    asked = "status --json"

    assert '"as_of": "2025-07-08T09:00:00+09:00"' in desk.run(asked).out
    assert '"as_of": "2025-07-08T02:00:00+02:00"' in desk.run(asked, TZ="").out
    flag = desk.run(f"{asked} --tz America/Los_Angeles").out
    assert '"as_of": "2025-07-07T17:00:00-07:00"' in flag


def test_the_zone_may_be_a_place(desk: Desk) -> None:
    desk.write(BOOK)
    desk.write('tz = "washington"\n', CONFIG)

    assert "-04:00" in desk.run("status --json", TZ="").out


@pytest.mark.parametrize(
    ("within", "days"), [("1d", 1), ("1w", 7), ("end of month", 23), ("2025-07-20", 12), ("P2D", 2)]
)
def test_the_window_is_a_span_or_a_day(desk: Desk, within: str, days: int) -> None:
    desk.write(
        "format = 1\n"
        + "".join(
            f'[commitment.d{day}]\ntitle = "D"\ndue = 2025-07-{8 + day:02}\nrecorded = 2025-07-01\n'
            for day in range(24)
        )
    )
    desk.write(f'within = "{within}"\n', CONFIG)

    assert len(desk.run("due").lines) == days + 1


# Mistakes


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("within = [", "not valid TOML"),
        ("\ufeff= 3", "not valid TOML"),
        ("withn = '3d'\n", "`withn` is not a setting"),
        ("[due]\nwithin = '3d'\n", "`due` is not a setting"),
        ("within = 3\n", "`within` is not a text"),
        ("ledger = ['a']\n", "`ledger` is not a text"),
        ("tz = 'Asia/Soul'\n", "tz: "),
        ("tz = ''\n", "tz"),
        ("within = 'soon'\n", "within"),
        ("within = ''\n", "within"),
    ],
)
def test_a_mistake_in_the_file_is_exit_2_and_names_it(desk: Desk, text: str, said: str) -> None:
    desk.write(BOOK)
    file = desk.write(text, CONFIG).resolve()

    done = desk.run("due", TZ="")

    assert (done.code, done.out) == (2, "")
    assert done.err.startswith(f"{file}: error: ")
    assert said in done.err


def test_a_file_that_is_not_utf_8_is_exit_2_and_named(desk: Desk) -> None:
    desk.write(BOOK)
    file = desk.write("", CONFIG).resolve()
    file.write_bytes(b"within = '\xff'\n")

    done = desk.run("due")

    assert done.code == 2
    assert done.err.startswith(f"{file}: error: ")


@pytest.mark.parametrize("line", ["note sign-treaty seen", "add Sign", "undo", "init"])
def test_with_a_mistake_in_the_file_nothing_is_written(desk: Desk, line: str) -> None:
    desk.write(BOOK)
    desk.write("colour = 'red'\n", CONFIG)
    before = desk.files()

    assert desk.run(line).code == 2
    assert desk.files() == before


@pytest.mark.parametrize("line", ["--help", "due --help", "--version", "completion bash", "schema"])
def test_what_needs_no_settings_runs_all_the_same(desk: Desk, line: str) -> None:
    desk.write("colour = 'red'\n", CONFIG)

    assert desk.run(line).code == 0


def test_an_empty_file_sets_nothing(desk: Desk) -> None:
    desk.write(BOOK)
    before = desk.run("due").out
    desk.write("# nothing yet\n", CONFIG)

    assert desk.run("due").out == before


@pytest.mark.parametrize("name", ["COMMITRACK_NOW", "COMMITRACK_LEDGER", "XDG_CONFIG_HOME"])
def test_an_empty_variable_counts_as_not_set(desk: Desk, name: str) -> None:
    desk.write(BOOK)
    desk.environment[name] = ""

    assert desk.run("list").code == 0


def test_a_variable_that_is_no_zone_is_named(desk: Desk) -> None:
    desk.write(BOOK)

    done = desk.run("due", TZ="Asia/Soul")

    assert done.code == 2
    assert "TZ=Asia/Soul" in done.err


def test_a_variable_that_is_no_moment_is_refused_with_its_words(desk: Desk) -> None:
    desk.write(BOOK)

    done = desk.run("due", COMMITRACK_NOW="soon")

    assert done.code == 2
    assert "soon" in done.err
