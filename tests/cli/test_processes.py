"""Real processes: many at once, killed ones, full disks, closed pipes, and what a start imports."""

import json
import random
import re
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
import tomli

from tests.cli.desk import COMMITRACK, Desk

WRITERS, TURNS = 8, 50
ROUNDS = 200
WAIT_S = 240


def start_loop(desk: Desk, *words: str, turns: int = TURNS) -> "subprocess.Popen[str]":
    """Start a shell that runs the same command line many times; `$turn` in it is expanded."""
    script = f"for turn in $(seq {turns}); do commitrack {' '.join(words)} || exit; done"
    return subprocess.Popen(
        ["sh", "-c", script],
        cwd=desk.folder,
        env=desk.process_environment(),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
    )


def read(ledger: Path) -> dict[str, dict[str, dict[str, object]]]:
    """The tables of a ledger; fails if it is no TOML."""
    return tomli.loads(ledger.read_bytes().decode())


def litter(desk: Desk) -> set[str]:
    """What lies in the folder beside the ledger and its companion."""
    return {entry.name for entry in desk.folder.iterdir()} - {"commitments.toml", ".commitrack"}


@pytest.mark.slow
def test_eight_times_fifty_adds_at_once_keep_four_hundred(desk: Desk) -> None:
    desk.write("format = 1\n")
    writers = [
        start_loop(
            desk, "add", f'"Writer {name} turn $turn"', f"--id {name}-$turn", "--due 2027-01-01"
        )
        for name in "abcdefgh"
    ]

    ends = [writer.communicate(timeout=WAIT_S)[1] for writer in writers]

    assert ends == [""] * WRITERS
    assert set(read(desk.ledger)["commitment"]) == {
        f"{name}-{turn}" for name in "abcdefgh" for turn in range(1, TURNS + 1)
    }
    assert litter(desk) == set()


@pytest.mark.slow
def test_adds_of_one_title_at_once_get_an_id_each(desk: Desk) -> None:
    desk.write("format = 1\n")
    line = ("add", '"Sign treaty"', "--due 2027-01-01")
    writers = [start_loop(desk, *line, turns=10) for _ in range(WRITERS)]

    ends = [writer.communicate(timeout=WAIT_S)[1] for writer in writers]

    wanted = {"sign-treaty", *(f"sign-treaty-{number}" for number in range(2, 81))}
    assert ends == [""] * WRITERS
    assert set(read(desk.ledger)["commitment"]) == wanted


@pytest.mark.slow
def test_eight_times_fifty_notes_on_one_commitment_keep_four_hundred(desk: Desk) -> None:
    desk.write('format = 1\n[commitment.sign-treaty]\ntitle = "Sign"\nrecorded = 2025-07-01\n')
    writers = [start_loop(desk, "note", "sign-treaty", f'"{name} $turn"') for name in "abcdefgh"]

    ends = [writer.communicate(timeout=WAIT_S)[1] for writer in writers]

    events = read(desk.ledger)["commitment"]["sign-treaty"]["event"]
    assert isinstance(events, list)
    notes = [event["note"] for event in events]
    assert ends == [""] * WRITERS
    assert len(notes) == WRITERS * TURNS
    for name in "abcdefgh":
        mine = [note for note in notes if note.startswith(f"{name} ")]
        assert mine == [f"{name} {turn}" for turn in range(1, TURNS + 1)]


@pytest.mark.slow
def test_eight_first_adds_at_once_make_one_ledger(desk: Desk) -> None:
    places = ["Lima", "Oslo", "Rome", "Bern", "Kyiv", "Doha", "Suva", "Male"]
    writers = [desk.start("add", f"Meet in {place}", "--due", "2027-01-01") for place in places]

    codes = [writer.wait(timeout=WAIT_S) for writer in writers]
    for writer in writers:
        writer.communicate()

    assert codes == [0] * WRITERS
    assert set(read(desk.ledger)["commitment"]) == {f"meet-{it.lower()}" for it in places}


@pytest.mark.slow
def test_two_hundred_adds_killed_at_any_moment_lose_nothing_old(desk: Desk) -> None:
    old = "format = 1\n\n" + "".join(
        f'[commitment.old-{n}]\ntitle = "Old {n}"\ndue = 2027-01-01\nrecorded = 2025-07-01\n\n'
        for n in range(2000)
    )
    desk.write(old)
    chance = random.Random()  # noqa: S311  moments, no secrets
    whole, finished = old.encode(), 0
    for number in range(ROUNDS):
        writer = desk.start("add", f"New {number}", "--id", f"new-{number}", "--due", "2027-01-01")
        time.sleep(chance.uniform(0.05, 0.25))
        writer.send_signal(signal.SIGKILL)
        writer.communicate(timeout=WAIT_S)

        now = desk.ledger.read_bytes()
        added = re.findall(r"\[commitment\.([^\]]+)\]", now.decode().removeprefix(whole.decode()))
        assert now.startswith(whole)
        assert added in ([], [f"new-{number}"])
        assert litter(desk) == set()
        if added:
            assert f"new-{number}" in read(desk.ledger)["commitment"]
        finished += bool(added)
        whole = now

    assert 0 < finished < ROUNDS  # both happened: the moments were well chosen
    assert len(read(desk.ledger)["commitment"]) == 2000 + finished
    after = desk.start("add", "The last one", "--due", "2027-01-01")
    assert after.wait(timeout=WAIT_S) == 0
    after.communicate()
    assert [path for path in (desk.folder / ".commitrack").iterdir() if "tmp" in path.name] == []


@pytest.fixture
def small_disk(desk: Desk) -> list[str]:
    """What starts a shell with a disk of 256 kB mounted at the desk, seen by nobody else."""
    words = ["unshare", "--map-root-user", "--mount", "sh", "-c"]
    if shutil.which("unshare") is None:
        pytest.skip("needs the right to mount: there is no unshare")
    probe = subprocess.run([*words, "mount -t tmpfs none /mnt"], capture_output=True, check=False)
    if probe.returncode:
        pytest.skip("needs the right to mount")
    return [
        *words[:-1],
        "-ec",
        f"mount -t tmpfs -o size=256k none {desk.folder}; cd {desk.folder}; ",
    ]


def test_a_full_disk_keeps_the_old_bytes_and_an_add_works_once_there_is_room(
    desk: Desk, small_disk: list[str]
) -> None:
    script = """
        commitrack add "Before" --due 2027-01-01 > /dev/null 2>&1
        cp commitments.toml ../before.toml
        dd if=/dev/zero of=ballast bs=1k 2> /dev/null || true
        ls -A . .commitrack > ../listing-before
        set +e
        commitrack add "While it is full" --due 2027-01-01 2>&1; echo "[exit $?]"
        cmp commitments.toml ../before.toml && echo "the old bytes"
        commitrack due --within 2y > /dev/null; echo "[reads $?]"
        ls -A . .commitrack > ../listing-after
        cmp ../listing-before ../listing-after && echo "no litter"
        rm ballast
        commitrack add "After" --due 2027-01-01 > /dev/null; echo "[exit $?]"
        grep -c "^title" commitments.toml
    """

    done = subprocess.run(
        [*small_disk[:-1], small_disk[-1] + script],
        env=desk.process_environment(),
        capture_output=True,
        text=True,
        timeout=WAIT_S,
        check=False,
    )

    assert done.stdout.splitlines() == [
        f"error: the disk is full: {desk.ledger}; nothing was written, the ledger is as it was",
        "make room and try again",
        "[exit 5]",
        "the old bytes",
        "[reads 0]",
        "no litter",
        "[exit 0]",
        "2",
    ]
    assert done.stderr == ""


def test_an_interrupt_gives_130_and_no_traceback(desk: Desk) -> None:
    desk.write("format = 1\n")
    lock = desk.folder / ".commitrack" / "commitments.toml.lock"
    lock.parent.mkdir()
    hold = (
        "import fcntl, sys; f = open(sys.argv[1], 'w'); fcntl.flock(f, 2)\n"
        "print('held', flush=True); input()"
    )
    holder = subprocess.Popen(
        [sys.executable, "-c", hold, str(lock)], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )
    assert holder.stdout is not None
    holder.stdout.readline()
    writer = desk.start("add", "Sign the treaty", "--due", "2027-01-01")
    time.sleep(1.0)  # by then it waits for the lock

    writer.send_signal(signal.SIGINT)
    out, err = writer.communicate(timeout=WAIT_S)
    holder.communicate(b"\n", timeout=WAIT_S)

    assert writer.returncode == 130
    assert (out, err) == ("", "\ninterrupted; nothing more was done\n")
    assert desk.text == "format = 1\n"


@pytest.mark.slow
def test_a_lock_that_another_process_holds_is_exit_5(desk: Desk) -> None:
    desk.write("format = 1\n")
    lock = desk.folder / ".commitrack" / "commitments.toml.lock"
    lock.parent.mkdir()
    hold = (
        "import fcntl, sys; f = open(sys.argv[1], 'w'); fcntl.flock(f, 2)\n"
        "print('held', flush=True); input()"
    )
    holder = subprocess.Popen(
        [sys.executable, "-c", hold, str(lock)], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )
    assert holder.stdout is not None
    holder.stdout.readline()

    writer = desk.start("add", "Sign the treaty", "--due", "2027-01-01")
    _, err = writer.communicate(timeout=WAIT_S)
    holder.communicate(b"\n", timeout=WAIT_S)

    assert writer.returncode == 5
    assert "another process" in err
    assert desk.text == "format = 1\n"


@pytest.mark.parametrize(
    "line", ["list", "list --json", "list --format csv", "log", "show old-0 old-1", "--help"]
)
def test_a_reader_that_leaves_early_gets_no_traceback(desk: Desk, line: str) -> None:
    desk.write(
        "format = 1\n\n"
        + "".join(
            f'[commitment.old-{n}]\ntitle = "Old {n}"\ndue = 2027-01-01\nrecorded = 2025-07-01\n'
            for n in range(3000)
        )
    )

    done = subprocess.run(
        ["bash", "-c", f"set -o pipefail; commitrack {line} | head -1 > /dev/null"],
        cwd=desk.folder,
        env=desk.process_environment(),
        capture_output=True,
        text=True,
        timeout=WAIT_S,
        check=False,
    )

    assert done.stderr == ""
    assert done.returncode == 0


def test_an_output_that_is_full_is_said_without_a_traceback(desk: Desk) -> None:
    desk.write("format = 1\n")

    done = subprocess.run(
        ["sh", "-c", "commitrack schema > /dev/full"],
        cwd=desk.folder,
        env=desk.process_environment(),
        capture_output=True,
        text=True,
        timeout=WAIT_S,
        check=False,
    )

    assert "Traceback" not in done.stderr
    assert done.returncode == 5


def imported(desk: Desk, *words: str) -> set[str]:
    """Every module that a run of these words imported, its output into a pipe."""
    script = (
        "import json, os, sys\n"
        "leave = os._exit\n"
        "def say_and_leave(code):\n"
        "    print(json.dumps(sorted(sys.modules)), file=sys.stderr, flush=True)\n"
        "    leave(code)\n"
        "os._exit = say_and_leave\n"
        "from commitrack.__main__ import main\n"
        "sys.argv = ['commitrack', *sys.argv[1:]]\n"
        "main()\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, *words],
        cwd=desk.folder,
        env=desk.process_environment(),
        capture_output=True,
        text=True,
        timeout=WAIT_S,
        check=True,
    )
    return set(json.loads(done.stderr.splitlines()[-1]))


PIPED_DUE = {
    "__main__",
    "app",
    "app.folding",
    "app.listing",
    "app.opening",
    "cli",
    "cli.commands",
    "cli.commands.due",
    "cli.listing",
    "cli.opening",
    "cli.options",
    "cli.program",
    "cli.session",
    "cli.verbs",
    "cli.world",
    "domain",
    "domain.commitment",
    "domain.fold",
    "domain.standing",
    "domain.tracks",
    "domain.vocabulary",
    "domain.when",
    "errors",
    "files",
    "files.locate",
    "ledger",
    "ledger.fields",
    "ledger.reading",
    "ledger.records",
    "ledger.structure",
    "report",
    "report.harmless",
    "report.plain",
    "settings",
    "timing",
    "timing.clock",
    "timing.countdown",
    "timing.display",
    "timing.edtf",
    "timing.iso",
    "timing.local_time",
    "timing.now",
    "timing.periods",
    "timing.places",
    "timing.plain_moment",
    "timing.reckoning",
    "timing.values",
    "timing.zones",
}
HEAVY = {
    *("rich", "pendulum", "dateutil", "tomli_w", "filelock", "platformdirs"),
    *("asyncio", "email", "http"),
}


def verbs(modules: set[str]) -> set[str]:
    prefix = "commitrack.cli.commands."
    return {name.removeprefix(prefix) for name in modules if name.startswith(prefix)}


def tops(modules: set[str]) -> set[str]:
    return {name.partition(".")[0] for name in modules}


def test_a_piped_due_imports_only_what_it_needs(desk: Desk) -> None:
    desk.write('format = 1\n[commitment.a]\ntitle = "A"\ndue = 2025-07-20\nrecorded = 2025-07-01\n')

    modules = imported(desk, "due")

    ours = {name.removeprefix("commitrack.") for name in modules if name.startswith("commitrack.")}
    assert tops(modules) & HEAVY == set()
    assert verbs(modules) == {"due"}
    assert ours == PIPED_DUE


@pytest.mark.parametrize(
    "line", ["due --json", "list", "list --format tsv", "show a", "log", "status", "paths"]
)
def test_no_reader_into_a_pipe_imports_what_is_heavy(desk: Desk, line: str) -> None:
    desk.write('format = 1\n[commitment.a]\ntitle = "A"\ndue = 2025-07-20\nrecorded = 2025-07-01\n')

    modules = imported(desk, *line.split())

    assert tops(modules) & (HEAVY - {"tomli_w"}) == set()
    assert len(verbs(modules)) == 1


def test_help_imports_no_verb_and_nothing_of_rich(desk: Desk) -> None:
    modules = imported(desk, "--help")

    assert tops(modules) & (HEAVY | {"tomli"}) == set()
    assert verbs(modules) == set()


def test_the_help_of_a_verb_imports_that_verb_alone(desk: Desk) -> None:
    modules = imported(desk, "add", "--help")

    assert tops(modules) & (HEAVY - {"tomli_w"}) == set()
    assert verbs(modules) == {"add"}


def test_the_installed_program_says_its_version() -> None:
    done = subprocess.run([COMMITRACK, "--version"], capture_output=True, text=True, check=True)

    assert done.stdout == "commitrack 0.1.0\n"
