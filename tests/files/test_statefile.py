"""The state file of reminders: it only grows, one process at a time, and is never half a line."""

from pathlib import Path

import pytest

from commitrack.errors import LockedError, WriteError
from commitrack.files.statefile import held_state, put_whole, read_state


def test_lines_are_added_at_the_end(tmp_path: Path) -> None:
    path = tmp_path / "new" / "state.jsonl"
    for line in ("one\n", "", "two\nthree\n"):
        with held_state(path) as file:
            file.append(line)

    assert read_state(path) == b"one\ntwo\nthree\n"


def test_it_and_its_folder_are_the_users_alone(tmp_path: Path) -> None:
    path = tmp_path / "new" / "state.jsonl"
    with held_state(path) as file:
        file.append("one\n")

    assert path.stat().st_mode & 0o077 == 0
    assert path.parent.stat().st_mode & 0o077 == 0


def test_a_line_that_was_cut_off_is_ended_first(tmp_path: Path) -> None:
    path = tmp_path / "state.jsonl"
    path.write_bytes(b"one\ntw")

    with held_state(path) as file:
        file.append("three\n")

    assert read_state(path) == b"one\ntw\nthree\n"


def test_room_that_was_taken_is_written_over_or_given_back(tmp_path: Path) -> None:
    path = tmp_path / "state.jsonl"
    path.write_bytes(b"one\ntw")
    with held_state(path) as file:
        file.reserve("three\nand more\n")
        taken = read_state(path)
        file.append("three\n")
        file.reserve("never written\n")

    assert taken == b"one\ntw" + b" " * len(b"\nthree\nand more\n")
    assert read_state(path) == b"one\ntw\nthree\n"


def test_what_is_not_there_is_empty(tmp_path: Path) -> None:
    assert read_state(tmp_path / "none") == b""


def test_another_run_that_holds_it_is_waited_for_and_then_refused(tmp_path: Path) -> None:
    path = tmp_path / "state.jsonl"

    with (
        held_state(path),
        pytest.raises(LockedError, match="another run"),
        held_state(path, timeout_s=0.05),
    ):
        pass


@pytest.mark.parametrize("obstacle", ["folder", "file above"])
def test_what_cannot_be_written_is_said(tmp_path: Path, obstacle: str) -> None:
    path = tmp_path / "state" / "state.jsonl"
    if obstacle == "folder":
        path.mkdir(parents=True)
    else:
        path.parent.write_text("a file")

    with pytest.raises(WriteError, match="cannot keep"), held_state(path):
        pass
    with pytest.raises(WriteError, match="cannot keep"):
        put_whole(path, "text")
    with pytest.raises(WriteError, match="cannot keep"):
        read_state(path)


def test_a_small_file_is_replaced_whole_and_leaves_nothing_beside_it(tmp_path: Path) -> None:
    path = tmp_path / "new" / "pending.txt"

    put_whole(path, "one\n")
    put_whole(path, "two\n")

    assert path.read_text() == "two\n"
    assert list(path.parent.iterdir()) == [path]
