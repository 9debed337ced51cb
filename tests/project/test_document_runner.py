"""The runner of examples: what it finds, what it runs, and that a wrong example fails."""

import shutil
from pathlib import Path

import pytest

from tests.project.examples import (
    Block,
    Command,
    DirectiveError,
    check_block,
    find_blocks,
    is_shown,
    parse_commands,
    parse_directives,
)


def blocks_of(folder: Path, text: str) -> tuple[Block, ...]:
    document = folder / "page.md"
    document.write_text(text)
    return find_blocks(document, root=folder)


def check_last(folder: Path, text: str, shell: str = "bash") -> str:
    home = folder / "home"
    home.mkdir()
    return check_block(blocks_of(folder, text)[-1], shell, home, root=folder)


def console(*lines: str, directives: str = "") -> str:
    comment = [f"<!-- example: {directives} -->"] if directives else []
    return "\n".join([*comment, "```console", *lines, "```", ""])


@pytest.mark.parametrize(
    "lines",
    [
        ("$ echo hello", "hello"),
        ("$ echo one \\", "    two", "one two"),
        ("$ echo to the error stream >&2; echo out", "to the error stream", "out"),
        ("$ cat <<'END'", "> a", ">", "> b", "> END", "a", "", "b"),
        ("$ false", "[exit 1]"),
        ("$ echo first", "first", "", "$ printf 'no line end'", "no line end"),
        ("$ seq 5", "1", "...", "5"),
        ("$ seq 2", "1", "...", "2"),
        ("$ x=kept", "$ echo $x", "kept"),
        ("$ echo $COLUMNS ${NO_COLOR-unset} $TZ", "80 unset UTC"),
        ("$ test -t 1", "[exit 1]"),
        ("$ pwd", "~/desk"),
    ],
    ids=lambda lines: lines[0],
)
def test_an_example_that_shows_what_comes_passes(tmp_path: Path, lines: tuple[str, ...]) -> None:
    assert check_last(tmp_path, console(*lines)) == ""


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        (("$ echo hello", "hallo"), ["$ echo hello", "-hallo", "+hello"]),
        (("$ echo hello",), ["+hello"]),
        (("$ true", "hello"), ["-hello"]),
        (("$ false",), ["exit code: 0 shown, 1 came"]),
        (("$ true", "[exit 3]"), ["exit code: 3 shown, 0 came"]),
        (("$ seq 5", "1", "...", "4"), ["-...", "+5"]),
    ],
    ids=lambda words: words[0],
)
def test_an_example_that_shows_something_else_fails_with_a_diff(
    tmp_path: Path, lines: tuple[str, ...], told: list[str]
) -> None:
    difference = check_last(tmp_path, console(*lines))

    for words in told:
        assert words in difference.splitlines()


def test_a_block_sets_its_time_zone_and_variables(tmp_path: Path) -> None:
    text = console(
        "$ echo $COMMITRACK_NOW $TZ $COMMITRACK_LEDGER",
        "2025-07-08T09:00+09:00 Asia/Seoul a b",
        directives="now=2025-07-08T09:00+09:00 tz=Asia/Seoul\n  COMMITRACK_LEDGER='a b'",
    )

    assert check_last(tmp_path, text) == ""


def test_a_block_that_continues_sees_files_and_time_of_the_one_before(tmp_path: Path) -> None:
    text = (
        console("$ echo kept > file", directives="now=2025-07-08")
        + "Some words.\n\n"
        + console("$ cat file; echo $COMMITRACK_NOW", "kept", "2025-07-08", directives="continue")
    )

    assert check_last(tmp_path, text) == ""


def test_a_block_that_does_not_continue_starts_in_an_empty_folder(tmp_path: Path) -> None:
    text = console("$ echo kept > file") + console("$ ls")

    assert check_last(tmp_path, text) == ""


def test_a_saved_block_is_a_file_for_the_next_one(tmp_path: Path) -> None:
    text = "<!-- example: save=x.toml -->\n\n```toml\nformat = 1\n```\n\n"
    text += console("$ cat x.toml", "format = 1", directives="continue")

    assert check_last(tmp_path, text) == ""


def test_ledger_and_article_are_copied_from_the_data_folder(tmp_path: Path) -> None:
    (tmp_path / "data" / "articles").mkdir(parents=True)
    (tmp_path / "data" / "commitments.toml").write_text("format = 1\n")
    (tmp_path / "data" / "articles" / "a.txt").write_text("words\n")
    text = console("$ cat *", "words", "format = 1", directives="ledger=shipped article=a.txt")

    assert check_last(tmp_path, text) == ""


def test_on_a_terminal_commands_see_one_of_80_columns_and_colour_is_taken_off(
    tmp_path: Path,
) -> None:
    text = console(
        "$ test -t 0 && test -t 1 && test -t 2 && stty size",
        "50 80",
        r"$ printf '\033[1;31mred\033[0m \033]8;;http://x\033\\link\033]8;;\033\\\n'",
        "red link",
        directives="terminal",
    )

    assert check_last(tmp_path, text) == ""


def test_an_example_that_waits_for_an_answer_on_a_terminal_is_ended(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tests.project.shells.TIMEOUT_S", 0.3)

    with pytest.raises(TimeoutError, match="wait for an answer"):
        check_last(tmp_path, console("$ cat", directives="terminal"))


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_a_block_runs_in_the_shell_that_is_asked_for(tmp_path: Path, shell: str) -> None:
    if not shutil.which(shell):
        pytest.skip(f"needs {shell}")
    text = console(
        f"$ ps -o comm= -p {'$fish_pid' if shell == 'fish' else '$$'}", shell, "$ false", "[exit 1]"
    )

    assert check_last(tmp_path, text, shell) == ""


def test_a_fence_of_four_ticks_may_show_an_example_without_running_it(tmp_path: Path) -> None:
    text = "````markdown\n" + console("$ echo not run") + "````\n"

    assert blocks_of(tmp_path, text) == ()


def test_an_indented_block_is_found_with_its_line(tmp_path: Path) -> None:
    (block,) = blocks_of(tmp_path, "1. First:\n\n   ```console\n   $ echo a\n   a\n   ```\n")

    assert block.place == "page.md:3"
    assert block.commands == (Command("echo a", ("a",), 0),)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (console("$ true", directives="noww=1"), "page.md:2: unknown directive `noww=1`"),
        (console("$ true", directives="ledger=mine"), "unknown directive `ledger=mine`"),
        (console("$ true", directives="continue"), "nothing before it to continue"),
        ("<!-- example: terminal -->\nwords\n", "no block below `terminal`"),
        ("<!-- example: terminal\n", "the comment has no end"),
        ("<!-- example: terminal -->\n```toml\n```\n", "or has `save=NAME`"),
    ],
    ids=["unknown", "unknown-value", "first", "no-block", "no-end", "not-console"],
)
def test_a_comment_that_means_nothing_is_refused(tmp_path: Path, text: str, told: str) -> None:
    with pytest.raises(DirectiveError, match=told):
        blocks_of(tmp_path, text)


def test_without_a_word_an_example_runs_in_bash_and_zsh() -> None:
    assert parse_directives("", "here").shells == ("bash", "zsh")
    assert parse_directives("shell=zsh", "here").shells == ("zsh",)


def test_blank_lines_between_two_commands_belong_to_no_output() -> None:
    commands = parse_commands(("$ a", "1", "", "2", "", "", "$ b"))

    assert commands == (Command("a", ("1", "", "2"), 0), Command("b", (), 0))


@pytest.mark.parametrize(
    ("shown", "came", "agrees"),
    [
        (["..."], [], True),
        (["...", "b"], ["a", "b"], True),
        (["a", "..."], ["a", "b", "c"], True),
        (["a", "...", "c"], ["a", "b"], False),
        (["a.c"], ["abc"], False),
        (["a ..."], ["a b"], False),
    ],
    ids=["nothing", "start", "end", "missing", "no-pattern", "not-alone"],
)
def test_three_dots_alone_on_a_line_stand_for_any_lines(
    shown: list[str], came: list[str], *, agrees: bool
) -> None:
    assert is_shown(shown, came) is agrees
