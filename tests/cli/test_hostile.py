"""Words from outside that would steer a terminal, a spreadsheet or a shell: harmless everywhere."""

import csv
import io
import json
import re
import subprocess
from unicodedata import category

import pytest

from tests.cli.desk import COMMITRACK, Desk

ESC, BEL = "\x1b", "\x07"
BAD = (
    f"{ESC}[31mred{ESC}[2J {ESC}]8;;http://evil.example{ESC}\\link{ESC}]8;;{ESC}\\ {ESC}]0;t{BEL}"
    "[bold]x[/bold] [link=http://evil]y[/] :smile: \u202egnitrips\u202c \u2066\u200f\u061c "
    "\x9b31m\x85"
    "\x08\x7f line\nbreak\r\ttab %n%s $(touch evil) `touch evil` ; | & \" ' \\ \ufeff\u2028\u2029"
)
COLOURS = re.compile(r"\x1b\[[0-9;]*m")  # what rich writes for bold, red and dim
UNSAFE = {"Cc", "Cf", "Cs", "Co", "Zl", "Zp"}


def quoted(text: str) -> str:
    """Text as a TOML string, whatever stands in it."""
    return "".join(
        character if character.isalnum() or character == " " else f"\\U{ord(character):08x}"
        for character in text
    )


LEDGER = f"""\
format = 1
[source.post]
title = "T {quoted(BAD)}"
outlet = "O {quoted(BAD)}"
author = "A {quoted(BAD)}"
url = "javascript:{quoted(BAD)}"
said = 2025-07-01
[[source.post.seen]]
on = 2025-07-01
text = "articles/post.txt"
[commitment.a]
title = "{quoted(BAD)}"
kind = "promise"
by = ["B {quoted(BAD)}"]
to = ["T {quoted(BAD)}"]
stated_by = "S {quoted(BAD)}"
via = "V {quoted(BAD)}"
due = 2025-07-10
stated = "W {quoted(BAD)}"
condition = "C {quoted(BAD)}"
quote = "Q {quoted(BAD)}"
note = "N {quoted(BAD)}"
tags = ["tag {quoted(BAD)}", "{quoted(BAD.replace(" ", ""))}"]
source = "post"
recorded = 2025-07-01
"odd {quoted(BAD)}" = "value {quoted(BAD)}"
[[commitment.a.event]]
type = "reported"
on = 2025-07-02
due = 2025-07-20
stated = "E {quoted(BAD)}"
note = "M {quoted(BAD)}"
reason = "R {quoted(BAD)}"
by = ["P {quoted(BAD)}"]
source = "post"
recorded = 2025-07-02
[[commitment.a.event]]
type = "postponed"
on = 2025-07-03
reason = "R {quoted(BAD)}"
source = ["post", "nosuch"]
recorded = 2025-07-03
[commitment.b]
title = "{quoted(BAD)}"
kind = "promise"
review = "P1D"
recorded = 2025-07-01
"""
LINES = [
    "",
    "due",
    "due --late --within 1y",
    "list",
    "show a",
    "show a b --explain",
    "show a --cite text",
    "show a --cite markdown",
    "show a --cite bibtex",
    "show a --cite csl-json",
    "show a --json",
    "log",
    "log --json",
    "list --json",
    "list --format tsv",
    "list --format csv",
    "list --format plain",
    "list --format table",
    "sources",
    "sources show post",
    "sources check",
    "sources check --json",
    "sources --json",
    "status --json",
    "check",
    "check --format json",
    "check --format github",
    "note b seen",
    "move a 2025-09-01 --dry-run",
    "close a kept --source post --dry-run",
    "correct a --title other --dry-run",
    "correct a --of 2025-07-03 --reason other --dry-run",
    "add x --source post --dry-run",
    "undo",
]


def unsafe(text: str, *, spaces: str = "\n") -> list[str]:
    """Every character that could steer something, colour codes of rich put aside."""
    bare = COLOURS.sub("", text)
    return sorted({c for c in bare if category(c) in UNSAFE and c not in spaces})


@pytest.mark.parametrize("line", LINES)
@pytest.mark.parametrize("terminal", [True, False], ids=["terminal", "pipe"])
def test_nothing_from_the_ledger_steers_what_prints_it(
    desk: Desk,
    line: str,
    terminal: bool,  # noqa: FBT001
) -> None:
    desk.write(LEDGER)
    desk.write(f"Q {BAD}", "articles/post.txt")

    done = desk.run(line, terminal=terminal, TERM="xterm-256color")

    is_csv, is_tsv = "csv" in line, "tsv" in line
    spaces = "\r\n" if is_csv else "\t\n" if is_tsv else "\n"
    assert unsafe(done.out, spaces=spaces) == []
    assert unsafe(done.err) == []
    assert ("evil.example" in done.out) <= ("\x1b]8" not in done.out)
    if not terminal:
        assert ESC not in done.out + done.err


def test_markup_and_emoji_codes_are_printed_as_they_are(desk: Desk) -> None:
    desk.write(LEDGER)

    done = desk.run("due --within 1y", terminal=True, COLUMNS="400", TERM="xterm-256color")

    assert "[bold]x[/bold]" in done.out
    assert ":smile:" in done.out
    assert "\\u202egnitrips" in done.out


def test_one_item_stays_one_line_in_a_pipe(desk: Desk) -> None:
    desk.write(LEDGER)

    assert len(desk.run("list").lines) == 2
    assert len(desk.run("list --format tsv").lines) == 3
    assert len(desk.run("log").lines) == 4


def test_tsv_keeps_its_columns(desk: Desk) -> None:
    desk.write(LEDGER)

    assert len({line.count("\t") for line in desk.run("list --format tsv").lines}) == 1


def test_json_gives_the_words_whole(desk: Desk) -> None:
    desk.write(LEDGER)

    items = json.loads(desk.run("list --json").out)["items"]

    assert items[0]["title"] == BAD


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t=", "\r=", " =", "\uff1d", "\n-"])
def test_no_cell_of_csv_is_a_formula(desk: Desk, start: str) -> None:
    desk.write(
        f'format = 1\n[commitment.a]\ntitle = "{quoted(start)}cmd|calc!A1"\n'
        f'by = ["{quoted(start)}x"]\nrecorded = 2025-07-01\n'
    )

    out = desk.run("list --format csv").out

    for row in csv.reader(io.StringIO(out, newline="")):
        assert not [
            cell for cell in row if cell.lstrip().startswith(("=", "+", "@", "-", "\uff1d"))
        ]


def test_numbers_in_csv_stay_numbers(desk: Desk) -> None:
    desk.write('format = 1\n[commitment.a]\ntitle = "A"\ndue = 2025-07-01\nrecorded = 2025-06-01\n')

    header, row = csv.reader(io.StringIO(desk.run("list --format csv").out, newline=""))

    assert row[header.index("days_left")] == "-7"


@pytest.mark.parametrize(
    "line",
    [
        ["show", BAD],
        ["due", BAD],
        ["due", f"{BAD}:x"],
        ["due", f"outcome:{BAD}"],
        ["due", f"due:{BAD}"],
        ["due", f"moved:{BAD}"],
        ["due", "--within", BAD],
        ["due", "--tz", BAD],
        ["due", "--now", BAD],
        ["due", "--as-of", BAD],
        ["due", "--format", BAD],
        ["due", f"--{BAD}"],
        ["due", "--ledger", BAD],
        ["list", "--sort", BAD],
        ["log", "--since", BAD],
        [BAD],
        ["add", "x", "--due", BAD],
        ["add", "x", "--kind", BAD],
        ["add", "x", "--id", BAD],
        ["add", "x", "--source", BAD],
        ["add", "x", "--review", BAD],
        ["add", "x", "--remind", BAD],
        ["add", "x", "--instrument", BAD],
        ["add", "x", "--outlet", "y", "--said", BAD],
        ["add", "x", BAD],
        ["add", "x", "--source", "post", "--quote", BAD],
        ["move", "a", BAD],
        ["move", "a", "today", "--role", BAD],
        ["close", "a", BAD],
        ["update", "a", BAD],
        ["correct", "a", "--of", BAD, "--void"],
        ["note", BAD, "x"],
        ["sources", BAD],
        ["sources", "show", BAD],
        ["show", "a", "--cite", BAD],
        ["completion", BAD],
        ["init", f"{BAD}/x"],
    ],
    ids=lambda line: " ".join(line).replace(BAD, "BAD"),
)
def test_no_error_repeats_what_would_steer_a_terminal(desk: Desk, line: list[str]) -> None:
    desk.write(LEDGER)
    desk.write("Some text.\n", "articles/post.txt")

    done = desk.run(line, terminal=True)

    assert done.code in range(8)
    assert unsafe(done.out) == []
    assert unsafe(done.err) == []


@pytest.mark.parametrize(
    "words",
    [
        ["add", BAD],
        ["add", "Sign", "--by", BAD, "--to", BAD, "--tag", BAD],
        ["add", "Sign", "--stated-by", BAD, "--via", BAD, "--note", BAD, "--stated", BAD],
        ["add", "Sign", "--outlet", BAD, "--author", BAD, "--said", "today"],
        ["add", "Sign", "--source", f"https://example.org/{BAD}"],
        ["add", "Sign", "--outlet", "Post", "--quote", BAD],
        ["add", "Sign", "--condition", BAD],
    ],
)
def test_what_is_recorded_is_echoed_harmless_and_kept_as_it_is(
    desk: Desk, words: list[str]
) -> None:
    done = desk.run(words, terminal=True)

    assert done.code == 0
    assert unsafe(done.out) == []
    assert unsafe(desk.text, spaces="\n\t") == []
    assert unsafe(desk.run("undo", terminal=True).out) == []


def test_a_file_with_a_hostile_name_is_named_harmless(desk: Desk) -> None:
    name = f"a{ESC}[31m\u202etxt.exe.txt"
    desk.write("Some text.\n", name)

    done = desk.run(["add", "Sign", "--source", name, "--quote", "Some text"], terminal=True)

    assert done.code == 0
    assert unsafe(done.out + done.err) == []
    assert unsafe(desk.text) == []


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
@pytest.mark.parametrize(
    "line",
    ["commitrack show ", "commitrack list tag:", "commitrack list by:", "commitrack sources show "],
)
def test_completion_offers_nothing_that_steers_or_runs(desk: Desk, shell: str, line: str) -> None:
    desk.write(LEDGER)

    done = subprocess.run(
        [COMMITRACK],
        cwd=desk.folder,
        env=desk.process_environment(
            {
                "_COMMITRACK_COMPLETE": f"complete_{shell}",
                "COMP_WORDS": line,
                "COMP_CWORD": str(line.count(" ")),
                "_TYPER_COMPLETE_ARGS": line,
                "_TYPER_COMPLETE_FISH_ACTION": "get-args",
            }
        ),
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )

    assert done.stderr == ""
    assert unsafe(done.stdout, spaces="\n\t") == []
    assert "$(touch" not in done.stdout
    assert "`touch" not in done.stdout


def test_a_key_of_a_broken_ledger_is_said_harmless(desk: Desk) -> None:
    desk.write(f'format = 1\n[commitment.a]\ntitle = "{ESC}[31m\u202e"\n"x{ESC}\u202e = 1\n')

    done = desk.run("due", terminal=True)

    assert done.code == 4
    assert unsafe(done.err) == []
