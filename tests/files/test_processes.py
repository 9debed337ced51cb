"""Several processes, and processes that die."""

import random
import signal
import time
from collections.abc import Callable
from pathlib import Path
from subprocess import Popen

import pytest

from commitrack.errors import LockedError
from commitrack.files.companion import Companion
from commitrack.files.replace import replace

Start = Callable[..., Popen[str]]

KILLS = 60
RECORD = b"x" * 4095 + b"\n"


def names(folder: Path) -> set[str]:
    return {entry.name for entry in folder.iterdir()}


def test_eight_writers_of_fifty_lines_lose_none(ledger: Path, start: Start) -> None:
    script = """
for number in range(50):
    replace(ledger, lambda old: old + f"{sys.argv[2]} {number}\\n".encode())
"""
    writers = [start(script, ledger, name) for name in "abcdefgh"]

    codes = [writer.wait(timeout=60) for writer in writers]

    lines = ledger.read_text(encoding="utf-8").splitlines()
    assert codes == [0] * 8
    assert len(lines) == 401
    for name in "abcdefgh":
        assert [line for line in lines if line.startswith(f"{name} ")] == [
            f"{name} {number}" for number in range(50)
        ]


def test_of_eight_makers_of_a_ledger_one_makes_it(tmp_path: Path, start: Start) -> None:
    path = tmp_path / "commitments.toml"
    script = "sys.stdin.readline(); create(ledger, sys.argv[2].encode() * 100_000)"
    makers = [start(script, path, name) for name in "abcdefgh"]

    for maker in makers:
        assert maker.stdin is not None
        maker.stdin.write("go\n")
        maker.stdin.flush()
    codes = [maker.wait(timeout=60) for maker in makers]

    winner = "abcdefgh"[codes.index(0)]
    assert sorted(codes) == [0, 5, 5, 5, 5, 5, 5, 5]
    assert path.read_bytes() == winner.encode() * 100_000


def test_a_locked_ledger_is_refused_after_the_wait(ledger: Path, start: Start) -> None:
    script = """
def change(old):
    print("locked", flush=True)
    sys.stdin.readline()
    return old + b"theirs\\n"

replace(ledger, change)
"""
    holder = start(script, ledger)
    assert holder.stdout is not None
    holder.stdout.readline()

    with pytest.raises(LockedError, match=r"another process .* for 0\.2 s") as refused:
        replace(ledger, lambda old: old + b"ours\n", lock_timeout_s=0.2)
    holder.communicate("go\n", timeout=60)

    assert refused.value.exit_code == 5
    assert ledger.read_bytes() == b"format = 1\ntheirs\n"


def test_the_lock_of_a_killed_process_is_free(ledger: Path, start: Start) -> None:
    script = """
def change(old):
    print("locked", flush=True)
    sys.stdin.readline()

replace(ledger, change)
"""
    holder = start(script, ledger)
    assert holder.stdout is not None
    holder.stdout.readline()
    holder.kill()
    holder.wait(timeout=60)

    replace(ledger, lambda old: old + b"ours\n", lock_timeout_s=1.0)

    assert ledger.read_bytes() == b"format = 1\nours\n"


def test_an_editor_in_the_middle_of_saving_is_waited_for(ledger: Path, start: Start) -> None:
    script = """
import time
with ledger.open("wb", buffering=0) as editor:
    print("truncated", flush=True)
    for part in (b"format", b" = 1", b"\\n", b"theirs = 1\\n"):
        time.sleep(0.1)
        editor.write(part)
"""
    editor = start(script, ledger)
    assert editor.stdout is not None
    editor.stdout.readline()

    replace(ledger, lambda old: old + b"ours = 1\n")

    assert ledger.read_bytes() == b"format = 1\ntheirs = 1\nours = 1\n"


def test_an_interrupt_leaves_the_old_and_no_temporary_file(ledger: Path, start: Start) -> None:
    script = """
def change(old):
    print("changing", flush=True)
    sys.stdin.readline()

replace(ledger, change)
"""
    writer = start(script, ledger)
    assert writer.stdout is not None
    writer.stdout.readline()
    writer.send_signal(signal.SIGINT)
    writer.wait(timeout=60)

    assert ledger.read_bytes() == b"format = 1\n"
    assert names(Companion(ledger).folder) == {".gitignore", "commitments.toml.lock"}


def test_killed_at_any_moment_the_ledger_is_whole(ledger: Path, start: Start) -> None:
    ledger.write_bytes(RECORD * 50)
    chance = random.Random()  # noqa: S311  moments, no secrets
    script = """
record = b"x" * 4095 + b"\\n"
print("ready", flush=True)
while True:
    replace(ledger, lambda old: old + record if len(old) < 400_000 else record * 50)
"""
    beside = Companion(ledger)
    for _ in range(KILLS):
        writer = start(script, ledger)
        assert writer.stdout is not None
        writer.stdout.readline()
        time.sleep(chance.uniform(0.0, 0.08))
        writer.send_signal(signal.SIGKILL)
        writer.wait(timeout=60)

        assert_whole(ledger.read_bytes())
        if beside.before.exists():
            assert_whole(beside.before.read_bytes())
        assert names(ledger.parent) <= {"commitments.toml", ".commitrack"}

    replace(ledger, lambda old: old + RECORD)
    assert not [name for name in names(beside.folder) if name.endswith(".tmp")]


def assert_whole(content: bytes) -> None:
    count = len(content) // len(RECORD)
    assert count >= 50
    assert content == RECORD * count
