"""The review at a real terminal: answered by keys, left in every way, killed in the middle."""

import json
import os
import pty
import re
import select
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
import tomli

from commitrack.ledger.reading import read_ledger
from tests.cli.desk import COMMITRACK
from tests.cli.test_terminal import Tmux
from tests.read.desk import ReadingDesk

WAIT_S = 30
READ = ("read", "works.txt", "--said", "2025-07-07")
WORKS = """\
Works on the strait

Sweden will repair the northern pier by 15 December 2025. The pier is closed.

Denmark will publish the new timetable by 1 October 2025. It has twelve pages.

Norway will open the western lock by 20 November 2025. Nobody has seen the plan.

Finland will replace the old buoys by 30 November 2025. There are forty of them.
"""
"""Four promises of the plainest form, each with its day."""

DAYS = ["2025-12-15", "2025-10-01", "2025-11-20", "2025-11-30"]

pytestmark = pytest.mark.slow


@pytest.fixture
def desk(tmp_path: Path) -> ReadingDesk:
    desk = ReadingDesk(tmp_path)
    desk.write(WORKS, "works.txt")
    return desk


@pytest.fixture
def tmux(desk: ReadingDesk) -> Iterator[Tmux]:
    if shutil.which("tmux") is None:
        pytest.skip("needs tmux")
    with tempfile.TemporaryDirectory() as folder:  # a socket's path must be short
        terminal = Tmux(desk, Path(folder))
        yield terminal
        terminal.stop()


def days(desk: ReadingDesk) -> list[str]:
    """The days of what is recorded, from a ledger that is whole."""
    if not desk.ledger.exists():
        return []
    assert read_ledger(desk.text, "commitments.toml").findings == ()
    found = tomli.loads(desk.text).get("commitment", {})
    return [str(one["due"]) for one in found.values()]


def test_the_page_fits_and_ends_in_the_question(tmux: Tmux) -> None:
    tmux.start(*READ)
    screen = tmux.wait_for("Record which? [1 3, all, none]")
    tmux.type("none", "Enter")
    ended = tmux.end()

    lines = [line for line in screen if "commitrack add" not in line]
    assert [line for line in lines if len(line) > 80] == []
    assert ended.code == 0
    assert days(tmux.desk) == []  # type: ignore[arg-type]


def test_accept_edit_skip_and_record(tmux: Tmux, desk: ReadingDesk) -> None:
    tmux.start(*READ)
    tmux.wait_for("Record which?")
    tmux.type("all", "Enter")
    tmux.wait_for("1 of 4")
    tmux.type("a", "Enter")
    tmux.wait_for("2 of 4")
    tmux.type("e", "Enter")
    tmux.wait_for("which? title")
    tmux.type("title", "Enter")
    tmux.wait_for("title (- for none):")
    tmux.type(" at last", "Enter")
    tmux.wait_for("timetable")
    tmux.type("a", "Enter")
    tmux.wait_for("3 of 4")
    tmux.type("s", "Enter")
    tmux.wait_for("4 of 4")
    tmux.type("a", "Enter")
    ended = tmux.end()

    assert ended.code == 0
    assert "Wrong? commitrack undo takes all 3 back" in ended.words
    assert days(desk) == [DAYS[0], DAYS[1], DAYS[3]]
    titles = [one["title"] for one in tomli.loads(desk.text)["commitment"].values()]
    assert titles[1].endswith(" at last")
    assert len(titles[1]) > len(" at last")


@pytest.mark.parametrize("key", ["C-c", "C-d", "q"])
def test_leaving_in_any_way_keeps_what_was_decided(tmux: Tmux, desk: ReadingDesk, key: str) -> None:
    tmux.start(*READ)
    tmux.wait_for("Record which?")
    tmux.type("1-3", "Enter")
    tmux.wait_for("1 of 3")
    tmux.type("a", "Enter")
    tmux.wait_for("2 of 3")
    tmux.type(key, *(["Enter"] if key == "q" else []))
    tmux.wait_for("accepted so far?")
    tmux.type("Enter")
    left = tmux.end()
    assert days(desk) == []

    tmux.start(*READ)
    tmux.wait_for("1 of 3 decided before; go on? [Y/n/again]")
    tmux.type("Enter")
    tmux.wait_for("2 of 3")
    tmux.type("s", "Enter")
    tmux.wait_for("3 of 3")
    tmux.type("a", "Enter")
    done = tmux.end()

    assert (left.code, done.code) == (0, 0)
    assert "2 left; nothing was recorded; decisions are kept" in left.words
    assert days(desk) == [DAYS[0], DAYS[2]]


def test_a_second_terminal_is_told_that_the_article_is_being_reviewed(
    tmux: Tmux, desk: ReadingDesk
) -> None:
    tmux.start(*READ)
    tmux.wait_for("Record which?")
    tmux.type("all", "Enter")
    tmux.wait_for("1 of 4")

    other = desk.run(READ, terminal=True, answer="all\na\n")

    assert other.code == 5
    assert "this article is being reviewed at another terminal" in other.err


# Killed in the middle


class Seat:
    """A process at a pseudo-terminal of its own, which can be killed."""

    def __init__(self, desk: ReadingDesk, *words: str) -> None:
        self.master, slave = pty.openpty()
        self.process = subprocess.Popen(
            [COMMITRACK, *words],
            cwd=desk.folder,
            env=desk.process_environment({"TERM": "dumb"}),
            stdin=slave,
            stdout=slave,
            stderr=slave,
        )
        os.close(slave)
        self.seen = ""

    def wait_for(self, text: str) -> None:
        end = time.monotonic() + WAIT_S
        while text not in " ".join(self.seen.split()):
            if time.monotonic() > end:
                pytest.fail(f"no {text!r} in: {self.seen}")
            if select.select([self.master], [], [], 0.05)[0]:
                self.seen += os.read(self.master, 65536).decode("utf-8", "replace")

    def type(self, text: str) -> None:
        os.write(self.master, f"{text}\n".encode())

    def kill(self) -> None:
        self.process.send_signal(signal.SIGKILL)
        self.process.wait(WAIT_S)
        os.close(self.master)


@pytest.mark.parametrize("decided", [0, 1, 2, 3])
def test_killed_after_any_decision_nothing_is_lost(desk: ReadingDesk, decided: int) -> None:
    seat = Seat(desk, *READ)
    seat.wait_for("Record which?")
    seat.type("all")
    for number in range(1, decided + 1):
        seat.wait_for(f"{number} of 4")
        seat.type("a" if number != 2 else "s")
    seat.wait_for(f"{decided + 1} of 4")
    seat.kill()
    assert days(desk) == []

    answers = (["y"] if decided else ["all"]) + ["a"] * (4 - decided)
    done = desk.run(READ, terminal=True, answer="".join(f"{one}\n" for one in answers))

    assert done.code == 0
    assert (f"{decided} of 4 decided before" in done.out) == bool(decided)
    skipped = {1} if decided >= 2 else set()
    assert days(desk) == [day for place, day in enumerate(DAYS) if place not in skipped]


@pytest.mark.parametrize("delay_ms", [0, 2, 5, 10, 20, 40, 80, 160])
def test_killed_while_it_records_all_or_nothing_is_written(
    desk: ReadingDesk, delay_ms: int
) -> None:
    desk.run('add "Open the bridge" --due 2026-01-01')
    seat = Seat(desk, *READ)
    seat.wait_for("Record which?")
    seat.type("all")
    for number in range(1, 4):
        seat.wait_for(f"{number} of 4")
        seat.type("a")
    seat.wait_for("4 of 4")
    seat.type("a")
    time.sleep(delay_ms / 1000)
    seat.kill()
    written = days(desk)
    assert written in (["2026-01-01"], ["2026-01-01", *DAYS])

    for answers in ("y\na\na\n", "all\na\na\na\na\n"):
        desk.run(READ, terminal=True, answer=answers)

    assert days(desk) == ["2026-01-01", *DAYS]


def test_every_decision_is_a_whole_line_of_the_state(desk: ReadingDesk) -> None:
    seat = Seat(desk, *READ)
    seat.wait_for("Record which?")
    seat.type("all")
    seat.wait_for("1 of 4")
    seat.type("a")
    seat.wait_for("2 of 4")
    seat.kill()

    folder = desk.folder.parent / ".local/state/commitrack/reading"
    [state] = folder.glob("*.jsonl")
    lines = state.read_text("utf-8").splitlines()
    assert [json.loads(line)["fact"] for line in lines] == ["again", "chosen", "accepted"]
    assert re.fullmatch(r"[0-9]+-[0-9]+", json.loads(lines[2])["key"])


def test_a_pipe_is_asked_nothing_and_ends(desk: ReadingDesk) -> None:
    process = desk.start(*READ)

    out, err = process.communicate(timeout=WAIT_S)

    assert (process.returncode, err) == (0, "")
    assert "Record which?" not in out
    assert "\x1b" not in out
    assert out.count("   commitrack add ") == 4
