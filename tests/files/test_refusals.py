"""What the operating system refuses: real mounts, real rights, real full disks."""

import os
import shutil
import sys
from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess

import pytest

Run = Callable[..., CompletedProcess[str]]

SMALL_DISK = "mount -t tmpfs -o size=64k none {0}; echo 'format = 1' > {0}/commitments.toml"
APPEND = """
try:
    replace(ledger, lambda old: old + b"a = 1\\n" * 100)
finally:
    print(ledger.read_bytes() == b"format = 1\\n", end=" ")
    print(sorted(name for name in os.listdir(ledger.parent / ".commitrack") if "tmp" in name))
"""


def names(folder: Path) -> set[str]:
    return {entry.name for entry in folder.iterdir()}


def test_a_full_disk_is_refused_and_the_ledger_is_as_it_was(
    with_mounts: Run, tmp_path: Path
) -> None:
    full = "dd if=/dev/zero of={0}/ballast bs=4k 2>&1 | true"
    mounts = f"{SMALL_DISK}; {full}".format(tmp_path)

    done = with_mounts(mounts, APPEND, tmp_path / "commitments.toml")

    assert done.stdout == (
        "True []\n"
        f"not-written: the disk is full: {tmp_path}/commitments.toml; nothing was written, the "
        "ledger is as it was -> make room and try again\n"
    )
    assert done.returncode == 5


def test_a_disk_that_fills_up_after_a_first_write_keeps_that_and_its_undo(
    with_mounts: Run, tmp_path: Path
) -> None:
    script = """
replace(ledger, lambda old: old + b"a = 1\\n")
with (ledger.parent / "ballast").open("wb", buffering=0) as ballast:
    try:
        while True:
            ballast.write(b"x" * 4096)
    except OSError:
        pass
try:
    replace(ledger, lambda old: old + b"b = 2\\n" * 1000)
except CommitrackError as fault:
    print(fault.message.partition(":")[0])
print(ledger.read_bytes())
(ledger.parent / "ballast").unlink()
print(undo(ledger).new)
"""

    done = with_mounts(SMALL_DISK.format(tmp_path), script, tmp_path / "commitments.toml")

    assert done.stdout.splitlines() == [
        "the disk is full",
        repr(b"format = 1\na = 1\n"),
        repr(b"format = 1\n"),
    ]


@pytest.mark.parametrize("room_k", [4, 8, 12, 16])
def test_a_disk_that_is_full_at_any_step_has_the_old_or_the_new(
    with_mounts: Run, tmp_path: Path, room_k: int
) -> None:
    size = 4 * (room_k // 4 + 2)
    mounts = (
        f"mount -t tmpfs -o size={size}k none {tmp_path};"
        f"echo 'format = 1' > {tmp_path}/commitments.toml"
    )
    script = """
try:
    replace(ledger, lambda old: old + b"b = 2\\n" * 1000)
    wanted = 11 + 6000
except CommitrackError as fault:
    wanted = 11
print(ledger.stat().st_size == wanted)
"""

    done = with_mounts(mounts, script, tmp_path / "commitments.toml")

    assert done.stdout == "True\n"


def test_a_read_only_file_system_is_refused(with_mounts: Run, ledger: Path) -> None:
    folder = ledger.parent
    mounts = f"mount --bind {folder} {folder}; mount -o remount,ro,bind {folder}"

    done = with_mounts(mounts, 'replace(ledger, lambda old: old + b"a = 1\\n")', ledger)

    assert done.stdout == (
        f"not-written: the file system is read-only: {ledger}; nothing was written, the ledger is "
        "as it was -> make it writable, or name a ledger elsewhere\n"
    )
    assert done.returncode == 5
    assert names(ledger.parent) == {"commitments.toml"}


def test_a_file_that_is_mounted_by_itself_is_refused(
    with_mounts: Run, ledger: Path, tmp_path: Path
) -> None:
    inside = tmp_path / "inside"
    inside.mkdir()
    mounts = "touch {1}/commitments.toml; mount --bind {0} {1}/commitments.toml"

    done = with_mounts(mounts.format(ledger, inside), APPEND, inside / "commitments.toml")

    assert done.stdout.startswith("True []\nnot-written: it cannot be replaced in one step")
    assert done.stdout.endswith("mount the folder that holds it instead of the single file\n")
    assert done.returncode == 5
    assert ledger.read_bytes() == b"format = 1\n"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such permissions")
@pytest.mark.parametrize("protected", ["folder", "file"])
def test_without_permission_nothing_is_written(
    run_under: Run, ledger: Path, protected: str
) -> None:
    path, mode = (ledger.parent, 0o555) if protected == "folder" else (ledger, 0o444)
    path.chmod(mode)

    done = run_under(without_powers(), 'replace(ledger, lambda old: old + b"a = 1\\n")', ledger)
    path.chmod(0o755)

    assert done.stdout.startswith(f"not-written: no permission to write: {ledger}; nothing was")
    assert done.returncode == 5
    assert names(ledger.parent) == {"commitments.toml"}


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such permissions")
def test_a_new_ledger_without_permission_is_refused(run_under: Run, tmp_path: Path) -> None:
    tmp_path.chmod(0o555)

    done = run_under(without_powers(), 'create(ledger, b"format = 1\\n")', tmp_path / "new.toml")
    tmp_path.chmod(0o755)

    assert done.stdout.startswith(f"not-written: no permission to write: {tmp_path}/new.toml;")
    assert names(tmp_path) == set()


def without_powers() -> list[str]:
    """What makes even root mind permissions."""
    if os.geteuid() != 0:
        return []
    if shutil.which("setpriv") is None:
        pytest.skip("root minds no permissions, and there is no setpriv to make it")
    return ["setpriv", "--bounding-set=-all", "--inh-caps=-all"]
