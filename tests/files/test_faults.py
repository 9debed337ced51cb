"""A fault at every call that a write makes: the old or the new, and the truth about which."""

import os
import shutil
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from subprocess import CompletedProcess

import pytest

Run = Callable[..., CompletedProcess[str]]

# The calls that change something, or that take what is there.
CALLS = "openat,write,fsync,close,link,rename,unlink,mkdir,chmod,fchmod,flock,read"
SCRIPT = """
import filelock
def mark(name):
    try: os.mkdir(name)
    except OSError: pass
mark("/proc/start-here")
try:
    replace(ledger, lambda old: old + b"new\\n")
finally:
    mark("/proc/end-here")
"""
OLD, NEW = b"format = 1\n", b"format = 1\nnew\n"


def names(folder: Path) -> set[str]:
    return {entry.name for entry in folder.iterdir()}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    if shutil.which("strace") is None:
        pytest.skip("no strace here to make calls fail")
    return tmp_path


def fresh(folder: Path) -> Path:
    shutil.rmtree(folder)
    folder.mkdir()
    ledger = folder / "commitments.toml"
    ledger.write_bytes(OLD)
    os.utime(ledger, (1, 1))
    return ledger


def calls_of_a_write(run_under: Run, folder: Path) -> Iterator[tuple[str, int]]:
    """Each call between the marks: its name, and how manieth of that name it is."""
    log = folder.with_name("log")
    ledger = fresh(folder)
    done = run_under(["strace", "-o", str(log), "-e", f"trace={CALLS}"], SCRIPT, ledger)
    if done.returncode:
        pytest.skip("no right to trace here")
    counts: Counter[str] = Counter()
    inside = False
    for line in log.read_text(encoding="utf-8").splitlines():
        name = line.partition("(")[0]
        counts[name] += 1
        if "end-here" in line:
            return
        if inside:
            yield name, counts[name]
        inside = inside or "start-here" in line


@pytest.mark.parametrize("fault", ["EIO", "ENOSPC"])
def test_a_failing_call_leaves_the_old_and_says_so_or_the_new(
    run_under: Run, folder: Path, fault: str
) -> None:
    calls = list(calls_of_a_write(run_under, folder))
    outcomes = set()
    for name, number in calls:
        ledger = fresh(folder)
        inject = f"inject={name}:error={fault}:when={number}"
        done = run_under(["strace", "-o", "/dev/null", "-e", inject], SCRIPT, ledger)

        outcome = (done.returncode, ledger.read_bytes())
        outcomes.add(outcome)
        assert outcome in {(5, OLD), (0, NEW)}, (name, number, done.stderr)
        assert "Traceback" not in done.stderr
        assert name == "unlink" or not left_over(folder), (name, number)

    assert outcomes == {(5, OLD), (0, NEW)}


def test_killed_at_each_call_the_ledger_is_the_old_or_the_new(run_under: Run, folder: Path) -> None:
    calls = list(calls_of_a_write(run_under, folder))
    outcomes = set()
    for name, number in calls:
        ledger = fresh(folder)
        inject = f"inject={name}:signal=SIGKILL:when={number}"
        run_under(["strace", "-o", "/dev/null", "-e", inject], SCRIPT, ledger)

        outcomes.add(ledger.read_bytes())
        assert names(folder) <= {"commitments.toml", ".commitrack"}

    assert outcomes == {OLD, NEW}


def test_without_hard_links_the_previous_state_is_copied(run_under: Run, folder: Path) -> None:
    ledger = fresh(folder)
    ledger.chmod(0o640)
    script = (
        """
from commitrack.files.archive import keep
create(ledger.with_name("new.toml"), b"x")
keep(ledger, "a", b"text")
"""
        + SCRIPT
    )
    inject = ["strace", "-o", "/dev/null", "-e", "inject=link,linkat:error=EPERM"]

    done = run_under(inject, script, ledger)

    before = folder / ".commitrack" / "commitments.toml.before"
    assert done.returncode == 0, done.stderr
    assert (before.read_bytes(), ledger.read_bytes()) == (OLD, NEW)
    assert before.stat().st_mode == ledger.stat().st_mode
    assert ledger.with_name("new.toml").read_bytes() == b"x"
    assert [text.read_bytes() for text in (folder / "articles").iterdir()] == [b"text"]
    assert not left_over(folder)


def left_over(folder: Path) -> list[str]:
    companion = folder / ".commitrack"
    if not companion.exists():
        return []
    return [name for name in names(companion) if name.endswith(".tmp")]
