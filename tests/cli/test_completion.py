"""Completion: scripts for four shells; words of the ledger; silence where there is none."""

import os
import re
import shutil
import subprocess
import sys

import pytest

from commitrack.cli.closing import CLOSING
from commitrack.cli.verbs import VERBS
from commitrack.domain.vocabulary import EventType
from commitrack.query.fields import FIELDS
from tests.cli.desk import COMMITRACK, Desk
from tests.cli.ledgers import BOOK


def complete(desk: Desk, line: str, **environment: str) -> list[str]:
    """What bash is offered at the end of a line, in a real process."""
    words = line.split(" ")
    done = subprocess.run(
        [COMMITRACK],
        cwd=desk.folder,
        env=desk.process_environment(
            {
                "_COMMITRACK_COMPLETE": "complete_bash",
                "COMP_WORDS": line,
                "COMP_CWORD": str(len(words) - 1),
                **environment,
            }
        ),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.stderr == ""
    return done.stdout.split()


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish", "powershell"])
def test_each_shell_has_a_script(desk: Desk, shell: str) -> None:
    done = desk.run(f"completion {shell}")

    assert (done.code, done.err) == (0, "")
    assert "_COMMITRACK_COMPLETE" in done.out


def test_another_shell_is_refused(desk: Desk) -> None:
    done = desk.run("completion tcsh")

    assert done.code == 2
    assert "shells: bash zsh fish powershell" in done.err


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("commitrack sho", ["show"]),
        ("commitrack show ", ["sign-treaty", "sign-bill", "duty", "coordinate"]),
        ("commitrack show sign", ["sign-treaty", "sign-bill"]),
        ("commitrack move du", ["duty"]),
        ("commitrack close duty with", ["withdrawn"]),
        ("commitrack update duty clar", ["clarified"]),
        ("commitrack list kind:agr", ["kind:agreement"]),
        ("commitrack list outc", ["outcome:"]),
        ("commitrack list by:", ["by:KR", "by:US"]),
        ("commitrack list by:KR,U", ["by:KR,US"]),
        ("commitrack list tag:t", ["tag:trade"]),
        ("commitrack list source:g", ["source:gazette"]),
        ("commitrack sources show pos", ["post"]),
        ("commitrack add Title --source ga", ["gazette"]),
        ("commitrack add Title --by K", ["KR"]),
        ("commitrack add Title --tag tr", ["trade"]),
        ("commitrack add Title --eff", ["--effective"]),
        ("commitrack show nosuch", []),
    ],
)
def test_bash_is_offered_the_words_of_the_ledger(desk: Desk, line: str, words: list[str]) -> None:
    desk.write(BOOK)

    assert complete(desk, line) == words


@pytest.mark.parametrize("text", [None, "[[[", ""], ids=["no ledger", "no toml", "empty"])
def test_without_a_ledger_that_reads_it_offers_nothing_and_says_nothing(
    desk: Desk, text: str | None
) -> None:
    if text is not None:
        desk.write(text)

    assert complete(desk, "commitrack show ") == []
    assert complete(desk, "commitrack list by:") == []


def test_completion_writes_nothing(desk: Desk) -> None:
    desk.write(BOOK)
    before = desk.files()

    complete(desk, "commitrack show ")

    assert desk.files() == before


def test_the_ledger_that_was_named_is_the_one_that_is_looked_into(desk: Desk) -> None:
    desk.write(BOOK, "other.toml")

    assert complete(desk, "commitrack --ledger other.toml show du") == ["duty"]
    assert complete(desk, "commitrack show du", COMMITRACK_LEDGER="other.toml") == ["duty"]


def test_a_python_of_another_version_is_not_asked_for(desk: Desk) -> None:
    script = desk.run("completion bash").out

    assert os.path.basename(sys.executable) not in script  # noqa: PTH119


# In the shells themselves

IN_BASH = """\
eval "$(commitrack completion bash)"
complete -p commitrack >/dev/null || exit
COMP_WORDS=("$@") COMP_CWORD=$(($# - 1))
_commitrack_completion commitrack
printf '%s\n' "${COMPREPLY[@]}"
"""
IN_FISH = 'commitrack completion fish | source; complete -C "$argv[1]"'
# What the script's function hands to `_arguments` is taken apart as that does: evaluated.
IN_ZSH = """\
compdef() { :; }
_arguments() { eval "found=( ${1[7,-3]} )"; print -rl -- $found; }
_files() { :; }
source <(commitrack completion zsh)
words=(${=1}); [[ $1 == *' ' ]] && words+=('')
CURRENT=$#words
_commitrack_completion
"""
needs_zsh = pytest.mark.skipif(shutil.which("zsh") is None, reason="needs zsh")
needs_fish = pytest.mark.skipif(shutil.which("fish") is None, reason="needs fish")
SHELLS = [
    pytest.param("bash", id="bash"),
    pytest.param("zsh", id="zsh", marks=needs_zsh),
    pytest.param("fish", id="fish", marks=needs_fish),
]


def offered(desk: Desk, shell: str, line: str, **environment: str) -> list[str]:
    """The words that a real shell offers at the end of a line, its script sourced."""
    start = {
        "bash": ["bash", "--norc", "--noprofile", "-c", IN_BASH, "bash", *line.split(" ")],
        "zsh": ["zsh", "-f", "-c", IN_ZSH, "zsh", line],
        "fish": ["fish", "--no-config", "-c", IN_FISH, line],
    }
    done = subprocess.run(
        start[shell],
        cwd=desk.folder,
        env=desk.process_environment(environment),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.stderr == ""
    return [word_of(shell, row) for row in done.stdout.split("\n") if row]


def word_of(shell: str, row: str) -> str:
    """The word of an offer, without its description."""
    if shell == "fish":
        return row.partition("\t")[0]
    if shell == "zsh":
        return re.split(r"(?<!\\):", row, maxsplit=1)[0].replace("\\:", ":")
    return row


@pytest.mark.slow
@pytest.mark.parametrize("shell", SHELLS)
@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("commitrack st", ["status"]),
        ("commitrack show ", ["sign-treaty", "sign-bill", "duty", "coordinate"]),
        ("commitrack close duty in", ["in-effect"]),
        ("commitrack update duty susp", ["suspended"]),
        ("commitrack sources show ", ["post", "gazette"]),
        ("commitrack list kind:agr", ["kind:agreement"]),
        ("commitrack list by:KR,", ["by:KR,KR", "by:KR,US"]),
        ("commitrack due not tag:", ["tag:trade"]),
        ("commitrack add Title --source po", ["post"]),
    ],
)
def test_a_real_shell_offers_the_words(desk: Desk, shell: str, line: str, words: list[str]) -> None:
    desk.write(BOOK)

    assert sorted(offered(desk, shell, line)) == sorted(words)


@pytest.mark.slow
@pytest.mark.parametrize("shell", SHELLS)
def test_a_description_that_is_longer_than_the_terminal_is_still_one_offer(
    desk: Desk, shell: str
) -> None:
    desk.write(BOOK.replace("Sign the treaty", "条約に署名する" * 20))

    assert offered(desk, shell, "commitrack show sign-t", COLUMNS="20") == ["sign-treaty"]
    assert offered(desk, shell, "commitrack show", COLUMNS="20") == ["show"]


@pytest.mark.slow
@pytest.mark.parametrize("shell", SHELLS)
@pytest.mark.parametrize("text", [None, "[[[", "format = 1\n[commitment.a]\ntitle = \x00\n"])
def test_a_real_shell_hears_nothing_of_a_broken_ledger(
    desk: Desk, shell: str, text: str | None
) -> None:
    if text is not None:
        desk.write(text)

    files = {"by:commitments.toml"}  # where there are no words, fish offers those
    assert set(offered(desk, shell, "commitrack list by:")) <= files


@pytest.mark.slow
@pytest.mark.parametrize("shell", SHELLS)
def test_a_title_with_markup_and_quotes_does_not_break_it(desk: Desk, shell: str) -> None:
    title = r"""Cut [/b] the [red]tax, Korea's 'it' \"of\": $350bn `x` \\ 25%"""
    desk.write(BOOK.replace("Sign the treaty", title))

    assert offered(desk, shell, "commitrack show sign-t") == ["sign-treaty"]


@pytest.mark.parametrize("line", ["commitrack list ", "commitrack due ", "commitrack log "])
def test_every_field_of_the_filters_is_offered(desk: Desk, line: str) -> None:
    assert complete(desk, line) == [f"{name}:" for name in FIELDS]


def test_every_verb_event_and_outcome_is_offered(desk: Desk) -> None:
    assert complete(desk, "commitrack ") == [verb.name for verb in VERBS]
    assert complete(desk, "commitrack update a ") == [str(kind) for kind in EventType]
    assert complete(desk, "commitrack close a ") == list(CLOSING)


@pytest.mark.parametrize("name", [name for name, field in FIELDS.items() if field.choices])
def test_every_value_of_a_field_is_offered(desk: Desk, name: str) -> None:
    wanted = [f"{name}:{choice}" for choice in FIELDS[name].choices]

    assert complete(desk, f"commitrack list {name}:") == wanted
    assert complete(desk, f"commitrack list {name}:{FIELDS[name].choices[0]},") == [
        f"{name}:{FIELDS[name].choices[0]},{choice}" for choice in FIELDS[name].choices
    ]


def test_powershell_is_given_words_and_descriptions(desk: Desk) -> None:
    desk.write(BOOK)
    line = "commitrack show sign"
    done = subprocess.run(
        [COMMITRACK],
        cwd=desk.folder,
        env=desk.process_environment(
            {
                "_COMMITRACK_COMPLETE": "complete_powershell",
                "_TYPER_COMPLETE_ARGS": line,
                "_TYPER_COMPLETE_WORD_TO_COMPLETE": "sign",
            }
        ),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )

    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.splitlines() == [
        "sign-treaty:::Sign the treaty",
        "sign-bill:::Sign the bill",
    ]
