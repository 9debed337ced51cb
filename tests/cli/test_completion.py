"""Completion: scripts for four shells; words of the ledger; silence where there is none."""

import os
import subprocess
import sys

import pytest

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
