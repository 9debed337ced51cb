"""What needs no ledger, or makes one: `status`, `init`, `demo`, `paths`, `schema`, `--help`."""

import json

import pytest
import tomli

from commitrack.cli.verbs import PANELS, VERBS
from tests.cli.desk import Desk
from tests.cli.ledgers import BOOK

# status


@pytest.mark.parametrize("line", ["", "status"])
def test_without_a_ledger_five_lines_say_how_to_start(desk: Desk, line: str) -> None:
    before = desk.files()

    done = desk.run(line)

    assert (done.code, done.err) == (0, "")
    assert "commitrack demo" in done.out
    assert "commitrack add " in done.out
    assert "No ledger yet. The first `add` makes one." in done.out
    assert desk.files() == before


@pytest.mark.parametrize("line", ["", "status"])
def test_with_a_ledger_it_says_where_how_many_and_what_is_next(desk: Desk, line: str) -> None:
    desk.write(BOOK)

    assert desk.run(line).out == (
        "commitments.toml: 4 commitments, 2 sources\n"
        "0 late, 4 coming, 1 with no date\n"
        "  Fri 1 Aug 2025, in 24 days: Duty takes effect, and ends\n"
        "  Fri 1 Aug 2025, in 24 days: Sign the treaty\n"
        "  Mon 1 Sep 2025, in 55 days: Sign the bill\n"
        "\n"
        "Reminders do not run by themselves: commitrack remind install cron\n"
        "What is due: commitrack due        All commands: commitrack --help\n"
    )


def test_a_ledger_that_was_named_and_is_missing_is_exit_4(desk: Desk) -> None:
    assert desk.run("status --ledger nosuch.toml").code == 4
    assert desk.run("status", COMMITRACK_LEDGER="nosuch.toml").code == 4


# init


def test_init_makes_an_empty_ledger_and_what_editors_need(desk: Desk) -> None:
    done = desk.run("init")

    assert (done.code, done.err) == (0, "")
    assert done.out.startswith("Made commitments.toml\n")
    assert tomli.loads(desk.text) == {"format": 1}
    assert json.loads((desk.folder / ".commitrack" / "schema.json").read_text("utf-8"))
    assert (desk.folder / ".commitrack" / ".gitignore").read_text("utf-8") == "*\n"


def test_init_in_another_folder(desk: Desk) -> None:
    (desk.folder / "trade").mkdir()

    done = desk.run("init trade")

    assert done.out.startswith("Made trade/commitments.toml\n")
    assert (desk.folder / "trade" / "commitments.toml").exists()
    assert not desk.ledger.exists()


def test_init_leaves_a_ledger_that_is_there(desk: Desk) -> None:
    desk.write(BOOK)

    done = desk.run("init")

    assert done.code == 0
    assert "is there already" in done.out
    assert desk.text == BOOK
    assert (desk.folder / ".commitrack" / "schema.json").exists()


def test_init_makes_the_folders_on_the_way(desk: Desk) -> None:
    assert desk.run("init trade/2025").code == 0
    assert (desk.folder / "trade" / "2025" / "commitments.toml").exists()


def test_init_below_a_file_is_refused(desk: Desk) -> None:
    desk.write("", "trade")

    done = desk.run("init trade")

    assert done.code == 5
    assert done.err.startswith("error: ")


# demo


def test_the_demo_runs_three_commands_and_writes_nothing(desk: Desk) -> None:
    before = desk.files()

    done = desk.run("demo")

    assert (done.code, done.err) == (0, "")
    assert [line for line in done.lines if line.startswith("$ commitrack ")] == [
        "$ commitrack due --within 250d",
        "$ commitrack show pause-tariffs-china",
        "$ commitrack log --since 2026-01-20",
    ]
    assert "nothing is written" in done.out
    assert desk.files() == before


def test_the_demo_looks_the_same_whatever_the_settings(desk: Desk) -> None:
    first = desk.run("demo").out

    other = desk.run("demo", TZ="America/Lima", COMMITRACK_NOW="2031-01-01").out

    assert first == other
    assert "2 days late" in first or "9 Mar" in first


def test_the_demo_works_where_a_named_ledger_is_missing(desk: Desk) -> None:
    assert desk.run("demo", COMMITRACK_LEDGER="nosuch.toml").code == 0


# paths


def test_paths_without_a_ledger(desk: Desk) -> None:
    home = desk.environment["HOME"]

    done = desk.run("paths")

    assert done.code == 0
    assert done.lines[0].split(maxsplit=1) == ["ledger", "none yet"]
    assert f"{home}/.config/commitrack/config.toml" in done.out
    assert f"{home}/.local/share/commitrack/commitments.toml" in done.out
    assert f"{home}/.local/state/commitrack" in done.out


def test_paths_follow_xdg(desk: Desk) -> None:
    done = desk.run("paths --json", XDG_CONFIG_HOME="/c", XDG_DATA_HOME="/d", XDG_STATE_HOME="/s")

    paths = json.loads(done.out)["paths"]
    assert paths["settings"] == "/c/commitrack/config.toml"
    assert paths["own_ledger"] == "/d/commitrack/commitments.toml"
    assert paths["state"] == "/s/commitrack"


def test_a_relative_xdg_folder_is_ignored(desk: Desk) -> None:
    assert "/.config/commitrack/config.toml" in desk.run("paths", XDG_CONFIG_HOME="c").out


def test_paths_name_the_nearest_ledger(desk: Desk) -> None:
    desk.write(BOOK)
    below = desk.folder / "below"
    below.mkdir()

    assert f"ledger      {desk.ledger}\n" in desk.run("paths", folder=below).out


def test_the_users_own_ledger_is_the_last_resort(desk: Desk) -> None:
    desk.write(BOOK, "../.local/share/commitrack/commitments.toml")

    assert "sign-treaty" in desk.run("list").out


# schema


def test_the_schema_is_json_schema_and_names_the_format(desk: Desk) -> None:
    schema = json.loads(desk.run("schema").out)

    assert "json-schema.org" in schema["$schema"]
    assert "format" in schema["properties"]


# help


def test_help_lists_all_verbs_in_three_panels(desk: Desk) -> None:
    text = desk.run("--help").out

    places = [text.index(f"{panel}:") for panel in PANELS]
    assert places == sorted(places)
    assert len(PANELS) == 3
    for verb in VERBS:
        assert f"  {verb.name} " in text
        assert verb.help.split()[0] in text


@pytest.mark.parametrize("verb", [verb.name for verb in VERBS])
@pytest.mark.parametrize("flag", ["--help", "-h"])
def test_every_verb_has_help(desk: Desk, verb: str, flag: str) -> None:
    done = desk.run(f"{verb} {flag}")

    assert (done.code, done.err) == (0, "")
    assert f"Usage: commitrack {verb}" in done.out
    assert "--ledger" in done.out


def test_an_unknown_verb_is_exit_2_with_the_nearest(desk: Desk) -> None:
    done = desk.run("deu")

    assert done.code == 2
    assert "due" in done.err
    assert "commitrack --help" in done.err


def test_version(desk: Desk) -> None:
    assert desk.run("--version").out.startswith("commitrack 0.")


# the configuration


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("within = [", "not valid TOML"),
        ("withn = '3d'\n", "`withn` is not a setting"),
        ("within = 3\n", "`within` is not a text"),
    ],
)
def test_a_configuration_that_is_wrong_is_exit_2_with_its_place(
    desk: Desk, text: str, said: str
) -> None:
    desk.write(BOOK)
    desk.write(text, "../.config/commitrack/config.toml")

    done = desk.run("due")

    assert done.code == 2
    assert "config.toml: error: " in done.err
    assert said in done.err


def test_the_configuration_names_the_ledger(desk: Desk) -> None:
    kept = desk.write(BOOK, "../elsewhere/mine.toml").resolve()
    desk.write(f'ledger = "{kept}"\n', "../.config/commitrack/config.toml")

    assert "sign-treaty" in desk.run("list").out


# now


@pytest.mark.parametrize(
    ("now", "left"),
    [
        ("2025-07-20", "in 12 days"),
        ("2025-07-20T23:59", "in 12 days"),
        ("2025-07-20T23:59+09:00", "in 12 days"),
        ("2025-07-20T23:59Z", "in 11 days"),
        ("jul 20", "in 12 days"),
    ],
)
def test_now_is_the_flag_else_the_environment(desk: Desk, now: str, left: str) -> None:
    desk.write(BOOK)

    assert left in desk.run(["due", "--now", now]).out
    assert left in desk.run("due", COMMITRACK_NOW=now).out


@pytest.mark.parametrize("words", ["2027-13", "soon", "03/04/2027", "2025-07"])
def test_a_now_that_is_no_moment_is_refused(desk: Desk, words: str) -> None:
    desk.write(BOOK)

    assert desk.run(["due", "--now", words]).code == 2
    assert desk.run("due", COMMITRACK_NOW=words).code == 2
