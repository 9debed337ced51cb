"""One change of one ledger."""

import os
import stat
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from commitrack.errors import NoLedgerError, UsageError, WriteError
from commitrack.files.companion import Companion
from commitrack.files.replace import LedgerExistsError, create, replace


def names(folder: Path) -> set[str]:
    return {entry.name for entry in folder.iterdir()}


def test_a_change_takes_the_place_of_the_old_content(ledger: Path) -> None:
    written = replace(ledger, lambda old: old + b"[commitment.a]\n")

    assert ledger.read_bytes() == b"format = 1\n[commitment.a]\n"
    assert written == (b"format = 1\n", b"format = 1\n[commitment.a]\n")


def test_only_the_companion_folder_appears_beside_the_ledger(ledger: Path) -> None:
    replace(ledger, lambda old: old + b"a = 1\n")

    assert names(ledger.parent) == {"commitments.toml", ".commitrack"}
    assert names(ledger.parent / ".commitrack") == {
        ".gitignore",
        "commitments.toml.lock",
        "commitments.toml.before",
        "commitments.toml.json",
    }
    assert (ledger.parent / ".commitrack" / ".gitignore").read_bytes() == b"*\n"


def test_the_state_before_is_kept_and_follows_each_change(ledger: Path) -> None:
    before = Companion(ledger).before
    replace(ledger, lambda old: old + b"a = 1\n")

    first = before.read_bytes()
    replace(ledger, lambda old: old + b"b = 2\n")

    assert first == b"format = 1\n"
    assert before.read_bytes() == b"format = 1\na = 1\n"


def test_windows_line_ends_and_bytes_that_are_no_text_pass_untouched(ledger: Path) -> None:
    ledger.write_bytes(b"format = 1\r\n# \xff\x00\r\n")

    replace(ledger, lambda old: old + b"a = 1\r\n")

    assert ledger.read_bytes() == b"format = 1\r\n# \xff\x00\r\na = 1\r\n"


def test_a_refused_change_goes_through_and_leaves_nothing(ledger: Path) -> None:
    def refuse(_old: bytes) -> bytes:
        message = "no such thing"
        raise UsageError(message)

    with pytest.raises(UsageError, match="no such thing"):
        replace(ledger, refuse)

    assert ledger.read_bytes() == b"format = 1\n"
    assert names(ledger.parent / ".commitrack") == {".gitignore", "commitments.toml.lock"}


@pytest.mark.parametrize("fault", [KeyboardInterrupt, ZeroDivisionError])
def test_an_interrupted_change_lets_the_lock_go(ledger: Path, fault: type[BaseException]) -> None:
    def interrupt(_old: bytes) -> bytes:
        raise fault

    with pytest.raises(fault):
        replace(ledger, interrupt)
    replace(ledger, lambda old: old + b"a = 1\n", lock_timeout_s=0.1)

    assert ledger.read_bytes() == b"format = 1\na = 1\n"


def test_the_same_content_is_not_written_again(ledger: Path) -> None:
    replace(ledger, lambda old: old + b"a = 1\n")
    inode = ledger.stat().st_ino

    written = replace(ledger, lambda old: old)

    assert written.old == written.new == b"format = 1\na = 1\n"
    assert ledger.stat().st_ino == inode
    assert Companion(ledger).before.read_bytes() == b"format = 1\n"


def test_what_another_program_writes_during_a_change_is_kept(ledger: Path) -> None:
    seen = []

    def change(old: bytes) -> bytes:
        seen.append(old)
        if len(seen) == 1:
            with ledger.open("ab") as editor:
                editor.write(b"theirs = 1\n")
        return old + b"ours = 1\n"

    replace(ledger, change)

    assert ledger.read_bytes() == b"format = 1\ntheirs = 1\nours = 1\n"
    assert seen == [b"format = 1\n", b"format = 1\ntheirs = 1\n"]
    assert Companion(ledger).before.read_bytes() == b"format = 1\ntheirs = 1\n"


def test_a_file_put_in_the_ledgers_place_during_a_change_is_kept(ledger: Path) -> None:
    theirs = [b"format = 1\ntheirs = 1\n"]

    def change(old: bytes) -> bytes:
        if theirs:
            other = ledger.with_name("other")
            other.write_bytes(theirs.pop())
            other.replace(ledger)
        return old + b"ours = 1\n"

    replace(ledger, change)

    assert ledger.read_bytes() == b"format = 1\ntheirs = 1\nours = 1\n"


def test_a_change_that_hides_behind_an_old_time_is_seen_all_the_same(ledger: Path) -> None:
    status = ledger.stat()
    seen = []

    def change(old: bytes) -> bytes:
        seen.append(old)
        if len(seen) == 1:
            ledger.write_bytes(b"format = 2\n")
            os.utime(ledger, ns=(status.st_atime_ns, status.st_mtime_ns))
        return old + b"ours = 1\n"

    replace(ledger, change)

    assert ledger.read_bytes() == b"format = 2\nours = 1\n"


def test_a_ledger_that_never_rests_is_refused(
    ledger: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("commitrack.files.replace._ROUNDS", 2)  # else it takes ten seconds

    def change(old: bytes) -> bytes:
        ledger.write_bytes(old + b"theirs = 1\n")
        return old + b"ours = 1\n"

    with pytest.raises(WriteError, match="another program keeps writing"):
        replace(ledger, change)

    assert ledger.read_bytes() == b"format = 1\ntheirs = 1\ntheirs = 1\n"


def test_a_ledger_with_a_time_in_the_future_is_written(ledger: Path) -> None:
    os.utime(ledger, (9e9, 9e9))

    replace(ledger, lambda old: old + b"a = 1\n")

    assert ledger.read_bytes() == b"format = 1\na = 1\n"


def test_a_missing_ledger_is_none_and_leaves_no_folder(tmp_path: Path) -> None:
    with pytest.raises(NoLedgerError, match="no ledger at"):
        replace(tmp_path / "commitments.toml", lambda old: old)

    assert names(tmp_path) == set()


def test_a_ledger_that_vanishes_during_a_change_is_not_brought_back(ledger: Path) -> None:
    def change(old: bytes) -> bytes:
        ledger.unlink()
        return old + b"a = 1\n"

    with pytest.raises(NoLedgerError):
        replace(ledger, change)

    assert names(ledger.parent) == {".commitrack"}


@pytest.mark.parametrize("make", [Path.mkdir, os.mkfifo], ids=["folder", "pipe"])
def test_what_is_no_regular_file_is_refused(tmp_path: Path, make: Callable[[Path], None]) -> None:
    path = tmp_path / "commitments.toml"
    make(path)

    with pytest.raises(WriteError, match="not a regular file"):
        replace(path, lambda old: old)

    assert names(tmp_path) == {"commitments.toml"}


def test_a_link_stays_a_link_and_its_file_is_changed(ledger: Path, tmp_path: Path) -> None:
    link = tmp_path / "link.toml"
    link.symlink_to("kept/commitments.toml")

    replace(link, lambda old: old + b"a = 1\n")

    assert os.fspath(link.readlink()) == "kept/commitments.toml"
    assert ledger.read_bytes() == b"format = 1\na = 1\n"
    assert names(tmp_path) == {"kept", "link.toml"}


def test_a_link_to_itself_is_refused(tmp_path: Path) -> None:
    link = tmp_path / "commitments.toml"
    link.symlink_to(link)

    with pytest.raises(WriteError):
        replace(link, lambda old: old)


def test_a_link_in_the_companions_place_is_refused(ledger: Path, tmp_path: Path) -> None:
    (ledger.parent / ".commitrack").symlink_to(tmp_path)

    with pytest.raises(WriteError, match="not a folder"):
        replace(ledger, lambda old: old + b"a = 1\n")

    assert names(tmp_path) == {"kept"}


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such permissions")
@pytest.mark.parametrize("mode", [0o600, 0o664, 0o640])
def test_permissions_are_kept(ledger: Path, mode: int) -> None:
    ledger.chmod(mode)

    replace(ledger, lambda old: old + b"a = 1\n")

    assert stat.S_IMODE(ledger.stat().st_mode) == mode


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() != 0, reason="only root gives away")
def test_owner_and_group_are_kept(ledger: Path) -> None:
    os.chown(ledger, 12345, 23456)

    replace(ledger, lambda old: old + b"a = 1\n")

    assert (ledger.stat().st_uid, ledger.stat().st_gid) == (12345, 23456)


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() != 0, reason="only root gives away")
def test_root_does_not_lock_the_owner_of_the_folder_out(ledger: Path) -> None:
    os.chown(ledger.parent, 12345, 23456)

    replace(ledger, lambda old: old + b"a = 1\n")

    beside = Companion(ledger)
    assert [path.stat().st_uid for path in (beside.folder, beside.lock)] == [12345, 12345]


@pytest.mark.skipif(sys.platform != "linux", reason="extended attributes are Linux's here")
def test_extended_attributes_are_kept(ledger: Path) -> None:
    try:
        os.setxattr(ledger, "user.origin", b"by hand")
    except OSError:
        pytest.skip("the file system has no extended attributes")

    replace(ledger, lambda old: old + b"a = 1\n")

    assert os.getxattr(ledger, "user.origin") == b"by hand"


def test_whoever_may_write_beside_the_ledger_may_write_in_the_companion(ledger: Path) -> None:
    ledger.parent.chmod(0o2775)

    replace(ledger, lambda old: old + b"a = 1\n")

    beside = Companion(ledger)
    assert stat.S_IMODE(beside.folder.stat().st_mode) == 0o2775
    assert stat.S_IMODE(beside.lock.stat().st_mode) == 0o664


def test_temporary_files_of_the_dead_are_cleared_and_those_of_others_stay(ledger: Path) -> None:
    folder = ledger.parent / ".commitrack"
    folder.mkdir()
    dead = ["commitments.toml.1.ledger.tmp", f"commitments.toml.{os.getpid()}.before.tmp"]
    others = {"commitments.toml.5.77.ledger.tmp", "more.toml.1.ledger.tmp", "schema.json"}
    for name in (*dead, *others):
        (folder / name).touch()

    replace(ledger, lambda old: old + b"a = 1\n")

    assert names(folder) - others == {
        ".gitignore",
        "commitments.toml.lock",
        "commitments.toml.before",
        "commitments.toml.json",
    }
    assert others <= names(folder)


def test_a_ledger_linked_to_its_own_previous_state_is_parted_from_it(ledger: Path) -> None:
    beside = Companion(ledger)
    beside.folder.mkdir()
    os.link(ledger, beside.before)  # as a process killed before the last step leaves it

    replace(ledger, lambda old: old + b"a = 1\n")

    assert ledger.read_bytes() == b"format = 1\na = 1\n"
    assert beside.before.read_bytes() == b"format = 1\n"
    assert not [name for name in names(beside.folder) if name.endswith(".tmp")]


def test_a_note_that_cannot_be_read_is_as_good_as_none(ledger: Path) -> None:
    beside = Companion(ledger)
    beside.folder.mkdir()
    beside.journal.write_bytes(b'{"dev": 1')

    replace(ledger, lambda old: old + b"a = 1\n")

    assert ledger.read_bytes() == b"format = 1\na = 1\n"


def test_a_note_that_cannot_be_written_does_not_unmake_the_change(ledger: Path) -> None:
    beside = Companion(ledger)
    beside.journal.mkdir(parents=True)

    replace(ledger, lambda old: old + b"a = 1\n")

    assert ledger.read_bytes() == b"format = 1\na = 1\n"


def test_a_new_ledger_is_made_with_the_folders_above_it(tmp_path: Path) -> None:
    path = tmp_path / "a" / "b" / "commitments.toml"

    create(path, b"format = 1\n")

    assert path.read_bytes() == b"format = 1\n"
    assert names(path.parent) == {"commitments.toml", ".commitrack"}
    assert not [name for name in names(path.parent / ".commitrack") if name.endswith(".tmp")]
    assert path.stat().st_nlink == 1


def test_a_new_ledger_has_the_permissions_of_a_new_file(tmp_path: Path) -> None:
    (tmp_path / "ordinary").touch()

    create(tmp_path / "commitments.toml", b"format = 1\n")

    assert (tmp_path / "commitments.toml").stat().st_mode == (tmp_path / "ordinary").stat().st_mode


def test_a_new_ledger_takes_no_files_place(ledger: Path) -> None:
    with pytest.raises(LedgerExistsError, match="there is a file already") as refused:
        create(ledger, b"format = 1\n# new\n")

    assert (refused.value.code, refused.value.exit_code) == ("exists", 5)
    assert ledger.read_bytes() == b"format = 1\n"
    assert names(ledger.parent) == {"commitments.toml"}


def test_a_new_ledger_goes_where_a_link_to_nothing_points(tmp_path: Path) -> None:
    link = tmp_path / "commitments.toml"
    link.symlink_to(tmp_path / "elsewhere.toml")

    create(link, b"format = 1\n")

    assert link.is_symlink()
    assert (tmp_path / "elsewhere.toml").read_bytes() == b"format = 1\n"
