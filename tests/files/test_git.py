"""What git has of a file."""

import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from commitrack.files.git import head_version

Git = Callable[..., None]


@pytest.fixture
def git(ledger: Path, monkeypatch: pytest.MonkeyPatch) -> Git:
    """Run git in the ledger's folder, a repository without any of the user's settings."""
    if shutil.which("git") is None:
        pytest.skip("no git here")
    for name in ("GIT_CONFIG_GLOBAL", "GIT_CONFIG_SYSTEM"):
        monkeypatch.setenv(name, "/dev/null")
    for name in ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE"):
        monkeypatch.delenv(name, raising=False)

    def run(*arguments: str) -> None:
        who = ["-c", "user.name=Test", "-c", "user.email=test@example.org"]
        command = ["git", "-C", str(ledger.parent), *who, *arguments]
        subprocess.run(command, check=True, capture_output=True)

    run("init", "--quiet")
    return run


def test_the_committed_bytes_are_told_whatever_the_file_says_now(ledger: Path, git: Git) -> None:
    ledger.write_bytes(b"format = 1\r\n# \xff\r\n")
    git("add", ".")
    git("commit", "--message", "first")
    ledger.write_bytes(b"format = 1\n# edited\n")

    assert head_version(ledger) == b"format = 1\r\n# \xff\r\n"


def test_a_ledger_in_a_folder_of_the_repository_is_found(ledger: Path, git: Git) -> None:
    inside = ledger.parent / "sub folder" / "my: ledger.toml"
    inside.parent.mkdir()
    inside.write_bytes(b"format = 1\n")
    git("add", ".")
    git("commit", "--message", "first")

    assert head_version(inside) == b"format = 1\n"


def test_an_untracked_file_has_no_committed_version(ledger: Path, git: Git) -> None:
    git("commit", "--allow-empty", "--message", "first")

    assert head_version(ledger) is None


@pytest.mark.usefixtures("git")
def test_a_repository_without_a_commit_has_none(ledger: Path) -> None:
    assert head_version(ledger) is None


def test_a_folder_that_was_committed_is_no_version_of_a_file(ledger: Path, git: Git) -> None:
    (ledger.parent / "sub").mkdir()
    (ledger.parent / "sub" / "file").touch()
    git("add", ".")
    git("commit", "--message", "first")

    assert head_version(ledger.parent / "sub") is None


def test_without_a_repository_there_is_none(ledger: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(ledger.parent.parent))

    assert head_version(ledger) is None


def test_without_git_there_is_none(ledger: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")

    assert head_version(ledger) is None
