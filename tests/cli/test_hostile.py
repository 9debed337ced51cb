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
    assert "fault of the program" not in done.err
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


# Every other place that words come from


def waiting(*, anchor: str = BAD) -> str:
    """A commitment whose dates wait for what nobody has, with a correction of an odd key."""
    word = quoted(anchor)
    return f"""\
format = 1
[source.s]
outlet = "S"
[[source.s.seen]]
on = 2025-07-01
text = "{word}.txt"
sha256 = "{word}"
[commitment.b]
title = "B"
kind = "promise"
due = {{ after = "{word}", within = "P90D" }}
happens = {{ after = "{word[:10]}", within = "P90D" }}
condition = {{ on = "{word}" }}
on_lapse = "{word}"
series = "{word}"
source = ["{word}", "s"]
recorded = 2025-07-01
[[commitment.b.event]]
type = "corrected"
on = 2025-07-02
"{word}" = "{word}"
recorded = 2025-07-02
[[commitment.b.event]]
type = "rescheduled"
on = 2025-07-03
due = {{ after = "{word}", within = "P90D" }}
recorded = 2025-07-03
[[commitment.b.event]]
type = "reported"
on = 2025-07-04
due = {{ after = "x{word}", within = "P90D" }}
recorded = 2025-07-04
"""


@pytest.mark.parametrize(
    "line",
    [
        *("due --within 1y", "list", "show b", "show b --explain", "show b --json", "log", "check"),
        *("status", "sources show s", "sources check", "list --format tsv", "show b --cite bibtex"),
        *("check --format github", "update b postponed --role due --dry-run"),
        *("move b 2026-01-01 --role due --dry-run", "correct b --due 2026-01-01 --dry-run"),
    ],
)
@pytest.mark.parametrize("terminal", [True, False], ids=["terminal", "pipe"])
def test_what_a_date_waits_for_and_an_unknown_source_steer_nothing(
    desk: Desk,
    line: str,
    terminal: bool,  # noqa: FBT001
) -> None:
    desk.write(waiting())

    done = desk.run(line, terminal=terminal)

    assert done.code in (0, 1)
    assert unsafe(done.out, spaces="\n\t") == []
    assert unsafe(done.err) == []


@pytest.mark.parametrize("line", ["due", "list", "check", "show a", "log", "sources", "status"])
def test_an_id_that_is_none_is_said_harmless(desk: Desk, line: str) -> None:
    bad = quoted(BAD)
    desk.write(
        'format = 1\n[commitment.a]\ntitle = "A"\nkind = "promise"\nsource = "s"\n'
        f'review = "{bad}"\ndue = "{bad}"\nzone = "{bad}"\nrecorded = 2025-07-01\n'
        f'[[commitment.a.event]]\ntype = "{bad}"\non = 2025-07-01\n'
        f'[commitment."{bad}"]\ntitle = "B"\nkind = "{bad}"\nrecorded = 2025-07-01\n'
        f'[[commitment."x{bad}".event]]\ntype = "note"\non = 2025-07-01\n'
        f'[source."{bad}"]\noutlet = "x"\n[commitment.c]\ntitle = \n'
    )

    done = desk.run(line, terminal=True)

    assert done.code in (1, 3, 4)
    assert unsafe(done.out + done.err) == []


@pytest.mark.parametrize(
    "line",
    [
        *("init", "add Sign --due 2025-08-01", "due", "status", "list --json", "check", "paths"),
        *("paths --json", "note sign x", "note nosuch x", "edit", "undo", "undo", "check --json"),
        *("check --format github", "list --format csv"),
    ],
)
def test_a_folder_with_a_hostile_name_is_named_harmless(desk: Desk, line: str) -> None:
    folder = desk.folder / f"a{ESC}[31m\u202eb\nc\udcff"
    folder.mkdir()
    if line != "init":
        desk.run("init", folder=folder)
        desk.run("add Sign --id sign", folder=folder)

    ledger = str(folder / "commitments.toml")
    done = desk.run([*line.split(), "--ledger", ledger], terminal=True, EDITOR="true")

    assert done.code in (0, 1, 3, 5)
    assert unsafe(done.out, spaces="\r\n") == []
    assert unsafe(done.err) == []


# What was meant is what is read


def test_a_title_is_stored_and_read_back_as_it_was_said(desk: Desk) -> None:
    desk.run(["add", BAD, "--note", BAD, "--by", BAD.replace(",", ""), "--stated", BAD])

    item = json.loads(desk.run("list --json").out)["items"][0]

    assert item["title"] == BAD.strip()
    assert item["by"] == [BAD.strip()]


@pytest.mark.parametrize(
    "character",
    [
        *("\x00", "\x7f", "\x85", "\x9b", "\xad", "\u061c", "\u200d", "\u202e", "\u2067", "\ufeff"),
        *("\U000e0041", "\U000e0001", "\ufff9", "\u180e", "\ue000", "\U00100000"),
    ],
    ids=lambda character: f"{ord(character):x}",
)
def test_json_escapes_what_is_not_seen_and_gives_it_back(desk: Desk, character: str) -> None:
    title = f"a{character}b"
    desk.write(
        f'format = 1\n[commitment.a]\ntitle = "{quoted(title)}"\nkind = "promise"\n'
        "recorded = 2025-07-01\n"
    )

    done = desk.run("list --json")

    assert character not in done.out
    assert json.loads(done.out)["items"][0]["title"] == title


# Citations


def cited(desk: Desk, form: str, **keys: str) -> str:
    """The citation of a source with these keys."""
    lines = "".join(f'{key} = "{quoted(value)}"\n' for key, value in keys.items())
    desk.write(
        f"format = 1\n[source.s]\n{lines}"
        '[commitment.a]\ntitle = "A"\nkind = "promise"\nsource = "s"\nrecorded = 2025-07-01\n'
    )
    return desk.run(f"show a --cite {form}").out


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("[x](http://evil.example)", r"\[x\]\(http://evil.example\)"),
        ("](javascript:alert(1))", r"\]\(javascript:alert\(1\)\)"),
        ("<script>x</script>", r"\<script\>x\</script\>"),
        ("`code` *b* _i_ ~~s~~", r"\`code\` \*b\* \_i\_ \~\~s\~\~"),
        ("~~~", r"\~\~\~"),
        ("&lt;b&gt;", r"\&lt;b\&gt;"),
        ("- item", r"\- item"),
        ("# head\n# head", r"\# head \# head"),
        ("![i](x)", r"\!\[i\]\(x\)"),
        ("$x$", r"\$x\$"),
    ],
)
def test_markdown_says_the_words_and_marks_nothing(desk: Desk, text: str, printed: str) -> None:
    assert cited(desk, "markdown", title=text) == f"- {printed}.\n"
    assert cited(desk, "markdown", title="T", outlet=text) == f"- T. {printed}.\n"


@pytest.mark.parametrize("url", ["javascript:alert(1)", "data:text/html,x", "file:///etc/passwd"])
def test_markdown_links_to_the_web_alone(desk: Desk, url: str) -> None:
    assert cited(desk, "markdown", title="T", url=url) == "- T.\n"


def test_an_address_does_not_end_its_link_early(desk: Desk) -> None:
    out = cited(desk, "markdown", title="T", url="https://x.example/a>b) <c\n[d](e)")

    assert out == "- [T](<https://x.example/a%3Eb)%20%3Cc%20[d](e)>).\n"


def test_bibtex_keeps_its_braces_and_its_fields(desk: Desk) -> None:
    bad = "a}, note = {b\\input{c} 100% & $x$ #1 _ ~ ^"

    out = cited(desk, "bibtex", title=bad, outlet=bad, author=bad, url=f"https://x.example/{bad}")

    assert out.startswith("@online{s,\n")
    fields = [line.strip() for line in out.splitlines()[1:-1]]
    assert [field.partition(" = ")[0] for field in fields] == [
        "author",
        "title",
        "organization",
        "url",
    ]
    for field in fields:
        bare = field.replace(r"\{", "").replace(r"\}", "").replace(r"\textbackslash{}", "")
        bare = bare.replace(r"\textasciitilde{}", "").replace(r"\textasciicircum{}", "")
        assert (bare.count("{"), bare.count("}")) == (1, 1)
        assert "\\input" not in field


def test_csl_json_gives_the_words_whole(desk: Desk) -> None:
    out = cited(desk, "csl-json", title=BAD, outlet=BAD, author=BAD, url=BAD)

    [entry] = json.loads(out)
    assert (entry["title"], entry["container-title"], entry["URL"]) == (BAD, BAD, BAD)
    assert unsafe(out) == []


# Annotations


def test_an_annotation_is_one_command_whatever_a_finding_says(desk: Desk) -> None:
    key = quoted("x\n::add-mask::y\r::stop-commands::%0A::debug::,title=z")
    name = "a,b:c%0A::error::.toml"
    desk.write(f'format = 1\n[commitment.a]\ntitle = "A"\n"{key}" = 1\nrecorded = 1\n', name)

    done = desk.run(["check", "--format", "github", "--ledger", name])

    findings = json.loads(desk.run(["check", "--json", "--ledger", name]).out)["findings"]
    assert len(done.lines) == len(findings) > 2
    for line in done.lines:
        found = re.fullmatch(r"::(error|warning) (file=[^:]*)::(.*)", line)
        assert found is not None
        assert found[2].startswith("file=a%2Cb%3Ac%250A%3A%3Aerror%3A%3A.toml,line=")
        assert not re.search(r"%(?!25)", found[3])


# Real processes


@pytest.mark.parametrize(
    "words", [["due"], ["list", "--json"], ["paths"], ["check"], ["check", "--json"], ["note", "a"]]
)
def test_a_folder_whose_name_is_no_utf_8_stops_nothing(desk: Desk, words: list[str]) -> None:
    folder = desk.folder / "d\udcff"
    folder.mkdir()
    (folder / "commitments.toml").write_bytes(LEDGER.encode())
    more = ["x", "--ledger"] if words[0] == "note" else ["--ledger"]

    process = desk.start(*words, *more, "d\udcff/commitments.toml")
    out, err = process.communicate(timeout=60)

    assert process.returncode in (0, 1)
    assert unsafe(out) == []
    assert "Traceback" not in err


@pytest.mark.parametrize("line", ["due", "list", "show a", "log", "check", "show nosuch"])
def test_an_output_that_is_not_utf_8_is_written_as_far_as_it_goes(desk: Desk, line: str) -> None:
    desk.write(LEDGER.replace('title = "', 'title = "Übersicht 日本 '))
    desk.environment["PYTHONIOENCODING"] = "ascii"

    process = desk.start(*line.split())
    out, err = process.communicate(timeout=60)

    assert process.returncode in (0, 1, 3)
    assert "Traceback" not in err
    assert ("\\xdcbersicht \\u65e5" in out) or line in ("check", "show nosuch")


def test_bytes_that_are_no_utf_8_are_refused_and_nothing_is_written(desk: Desk) -> None:
    ledger = desk.write("format = 1\n")

    process = desk.start("add", "Sign \udcff")
    out, err = process.communicate(timeout=60)

    assert (process.returncode, out) == (2, "")
    assert "not UTF-8" in err
    assert "Traceback" not in err
    assert ledger.read_text() == "format = 1\n"


@pytest.mark.parametrize("part", ["show ", "add x --tag ", "list tag:"])
def test_a_tab_in_zsh_runs_nothing_that_a_title_or_a_tag_says(desk: Desk, part: str) -> None:
    """What the shell's function evaluates is evaluated here as it evaluates it, twice."""
    runs = ["\\$(touch evil) \\`touch evil` '; touch evil; ' \"; touch evil; \" {a,$(touch evil)}"]
    runs += ["$(touch${IFS}evil)", "\\$(touch${IFS}evil)", "`touch${IFS}evil`", "';touch evil;'"]
    tags = ", ".join(f'"{quoted(tag)}"' for tag in runs)
    desk.write(
        f'format = 1\n[commitment.a]\ntitle = "{quoted(runs[0])}"\ntags = [{tags}, "fine"]\n'
        'kind = "promise"\nrecorded = 2025-07-01\n[commitment.b]\ntitle = "B"\nkind = "promise"\n'
        "recorded = 2025-07-01\n"
    )
    script = (
        '_arguments() { local action="${1#*: :}"; eval "ws=( ${action[3,-3]} )"; print -l $ws; }\n'
        "eval $(commitrack)"
    )

    done = subprocess.run(
        ["zsh", "-f", "-c", script],
        cwd=desk.folder,
        env=desk.process_environment(
            {"_COMMITRACK_COMPLETE": "complete_zsh", "_TYPER_COMPLETE_ARGS": f"commitrack {part}"}
        ),
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )

    assert ("fine" in done.stdout) or ("b:B" in done.stdout)
    assert not (desk.folder / "evil").exists()
    assert unsafe(done.stdout) == []
