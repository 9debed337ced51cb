"""A ledger of its own for each test, and real processes that write it."""

import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

Start = Callable[..., "subprocess.Popen[str]"]
Run = Callable[..., "subprocess.CompletedProcess[str]"]

# What every script starts with: it writes like the program does, and ends like it.
PROLOGUE = """
import os, sys
from pathlib import Path
from commitrack.errors import CommitrackError
from commitrack.files.replace import create, replace, undo

ledger = Path(sys.argv[1])

def refused(kind, fault, trace):
    if not issubclass(kind, CommitrackError):
        return sys.__excepthook__(kind, fault, trace)
    print(f"{fault.code}: {fault.message} -> {fault.remedy}")
    sys.stdout.flush()
    os._exit(fault.exit_code)

sys.excepthook = refused
"""


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    folder = tmp_path / "kept"
    folder.mkdir()
    path = folder / "commitments.toml"
    path.write_bytes(b"format = 1\n")
    return path


@pytest.fixture
def start() -> Iterator[Start]:
    """Start a script in a process of its own; what still runs at the end is killed."""
    running: list[subprocess.Popen[str]] = []

    def starting(script: str, *arguments: object) -> "subprocess.Popen[str]":
        command = [sys.executable, "-c", PROLOGUE + script, *map(str, arguments)]
        process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )
        running.append(process)
        return process

    yield starting
    for process in running:
        process.kill()
        process.communicate()


@pytest.fixture
def run_under() -> Run:
    """Run a script under another program (`unshare`, `strace`, `setpriv`), and wait for it."""

    def running(
        wrapper: list[str], script: str, *arguments: object
    ) -> "subprocess.CompletedProcess[str]":
        command = [*wrapper, sys.executable, "-B", "-c", PROLOGUE + script, *map(str, arguments)]
        return subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)

    return running


@pytest.fixture
def with_mounts(run_under: Run) -> Run:
    """Run a script where shell lines have mounted what they like, seen by nobody else."""
    probe = ["unshare", "--map-root-user", "--mount", "sh", "-c"]
    if shutil.which("unshare") is None:
        pytest.skip("no unshare here to mount with")
    tried = subprocess.run([*probe, "mount -t tmpfs none /mnt"], capture_output=True, check=False)
    if tried.returncode:
        pytest.skip("no right to mount here")

    def running(mounts: str, script: str, *arguments: object) -> "subprocess.CompletedProcess[str]":
        return run_under([*probe, f'set -e; {mounts}; exec "$@"', "sh"], script, *arguments)

    return running
