"""Dates that were changed by hand are told from git's last commit, in a real repository."""

import shutil
import subprocess
from pathlib import Path

import pytest

from tests.check.ledgers import base, check_file, check_text, event, ledger, marked, save

MOVE = event('type = "rescheduled"', "due = 2025-09-01")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Make an empty repository that sees none of the user's settings."""
    if shutil.which("git") is None:
        pytest.skip("needs git")
    for name in ("GIT_CONFIG_GLOBAL", "GIT_CONFIG_SYSTEM"):
        monkeypatch.setenv(name, "/dev/null")
    for name in ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE"):
        monkeypatch.delenv(name, raising=False)
    git(tmp_path, "init", "--quiet")
    return tmp_path


def git(folder: Path, *arguments: str) -> None:
    who = ["-c", "user.name=Test", "-c", "user.email=test@example.org"]
    subprocess.run(["git", "-C", str(folder), *who, *arguments], check=True, capture_output=True)


def commit(folder: Path, *blocks: str) -> None:
    save(folder, ledger(*blocks))
    git(folder, "add", ".")
    git(folder, "commit", "--quiet", "--message", "as it was")


@pytest.mark.parametrize(
    ("code", "before", "now"),
    [
        ("date-edited", [base("due = 2025-08-01")], [base("due = ^2025-08-15")]),
        ("date-edited", [base("due = 2025-08-01")], ["^" + base()]),
        ("date-edited", [base()], [base("due = ^2025-08-01")]),
        (
            "date-edited",
            [base("due = 2025-08-01", 'zone = "Asia/Seoul"')],
            [base("due = 2025-08-01", 'zone = ^"Asia/Tokyo"')],
        ),
        (
            "date-edited",
            [base("due = 2025-08-01"), MOVE],
            [base("due = 2025-08-01"), event('type = "rescheduled"', "due = ^2025-10-01")],
        ),
        (
            "date-edited",
            [base(), MOVE, event('type = "rescheduled"', "due = 2025-09-02")],
            [base(), event('type = "rescheduled"', "due = ^2025-09-03"), MOVE],
        ),
        ("event-removed", [base("due = 2025-08-01"), MOVE], ["^" + base("due = 2025-08-01")]),
        (
            "event-removed",
            [base("due = 2025-08-01"), MOVE],
            ["^" + base("due = 2025-08-01"), event('type = "rescheduled"', "on = 2025-07-10")],
        ),
        (
            "date-edited",
            [base("due = 2025-08-01"), event('type = "corrected"', "due = 2025-08-02")],
            [base("due = 2025-08-01"), event('type = "corrected"', "due = ^2025-08-03")],
        ),
    ],
)
def test_a_change_by_hand_is_found_at_its_place(
    code: str, before: list[str], now: list[str], folder: Path
) -> None:
    commit(folder, *before)
    text, [place] = marked(ledger(*now))

    assert check_text(folder, text) == [(code, *place)]


def test_the_hint_gives_the_command_that_was_meant(folder: Path) -> None:
    commit(folder, base("due = 2025-08-01"))

    (finding,) = check_file(save(folder, ledger(base("due = 2025-08-15"))))

    assert finding.message.startswith("due was 2025-08-01 in git's last commit")
    assert "commitrack move x 2025-08-15" in finding.hint
    assert "commitrack correct x --due 2025-08-15" in finding.hint


def test_a_removed_commitment_is_a_warning_with_no_place(folder: Path) -> None:
    commit(folder, base(), base(header="[commitment.y]"))

    (finding,) = check_file(save(folder, ledger(base())))

    assert (finding.code, finding.severity, finding.id) == ("commitment-removed", "warning", "y")
    assert finding.place is None


@pytest.mark.parametrize(
    "now",
    [
        [base("due = 2025-08-01"), MOVE],
        [base("due = 2025-08-01"), event('type = "corrected"', "due = 2025-08-02")],
        [base('due = "2025-08-01"')],
        [base("due = 2025-08-01", 'note = "new"', 'title = "Y"'), base(header="[commitment.y]")],
        ["# a comment", base("due = 2025-08-01")],
    ],
    ids=["moved", "corrected", "written otherwise", "other keys", "comment"],
)
def test_what_was_recorded_or_means_the_same_is_sound(now: list[str], folder: Path) -> None:
    commit(folder, base("due = 2025-08-01"))

    assert check_text(folder, ledger(*now)) == []


def test_a_second_event_of_one_day_and_type_is_no_edit(folder: Path) -> None:
    commit(folder, base(), MOVE)
    first = event('type = "rescheduled"', "due = 2025-08-20")

    assert check_text(folder, ledger(base(), first, MOVE)) == []


def test_a_bad_date_that_was_put_in_by_hand_is_reported_once(folder: Path) -> None:
    commit(folder, base('due = "2027"'))
    text, [place] = marked(ledger(base("due = ^2027")))

    assert check_text(folder, text) == [("bare-year", *place)]


def test_a_commitment_that_cannot_be_read_any_more_was_not_removed(folder: Path) -> None:
    commit(folder, base(), base("due = 2025-08-01", header="[commitment.y]"))
    text, [place] = marked(ledger(base(), base('note = ^"', header="[commitment.y]")))

    assert check_text(folder, text) == [("unclosed", *place)]


def test_a_commit_that_was_broken_is_compared_as_far_as_it_can_be_read(folder: Path) -> None:
    commit(folder, base("due = 2025-08-01"), base('note = "', header="[commitment.y]"))
    text, [place] = marked(ledger(base("due = ^2025-08-02")))

    found = check_text(folder, text)

    assert found == [("date-edited", *place)]


def test_without_a_commit_there_is_nothing_to_compare(folder: Path) -> None:
    assert check_text(folder, ledger(base("due = 2025-08-01"))) == []
