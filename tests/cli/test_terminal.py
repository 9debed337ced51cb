"""What a person sees and answers: a real tmux, 80 columns wide, the shipped ledger."""

import shutil
import subprocess
import tempfile
import time
from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.cli.desk import COMMITRACK, ROOT, Desk

COLUMNS, ROWS = 80, 150  # high enough that nothing scrolls
WAIT_S = 30
ENDED = "ended with "
# Ctrl-C ends the program and not the shell; the screen stays until it was looked at.
THEN_WAIT = f'trap : INT; "$0" "$@"; printf \'\\n{ENDED}%s\\n\' $?; exec sleep 600'
LATER = "2026-03-11T22:00+09:00"

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(shutil.which("tmux") is None, reason="needs tmux"),
]


class Ended(NamedTuple):
    """What stood on the screen when the program ended, and its exit code.

    Attributes:
        lines: as they were printed; one that the terminal had to wrap is longer than 80.
    """

    lines: tuple[str, ...]
    code: int

    @property
    def words(self) -> str:
        return " ".join(" ".join(self.lines).split())


class Tmux:
    """A tmux server of our own with one window, in which the program is started."""

    def __init__(self, desk: Desk, folder: Path) -> None:
        self.desk = desk
        self.socket = folder / "tmux"
        self.settings = folder / "tmux.conf"
        self.settings.write_text("set -g status off\n")

    def ask(self, *words: str) -> str:
        done = subprocess.run(
            ["tmux", "-f", self.settings, "-S", self.socket, *words],
            cwd=self.desk.folder,
            env=self._environment(),
            capture_output=True,
            text=True,
            timeout=WAIT_S,
            check=True,
        )
        return done.stdout

    def start(self, *words: str) -> None:
        """Start the program on the terminal; one that ended before is gone."""
        command = ("respawn-pane", "-k") if self.socket.exists() else self._first()
        self.ask(*command, "--", "sh", "-c", THEN_WAIT, COMMITRACK, *words)

    def run(self, *words: str) -> Ended:
        self.start(*words)
        return self.end()

    def wait_for(self, text: str) -> list[str]:
        """The screen, as soon as the text stands on it."""
        end = time.monotonic() + WAIT_S
        screen = self._screen()
        while not any(text in line for line in screen):
            if time.monotonic() > end:
                pytest.fail(f"no {text!r} on the screen: {screen}")
            time.sleep(0.03)
            screen = self._screen()
        return screen

    def type(self, *keys: str) -> None:
        self.ask("send-keys", *keys)

    def end(self) -> Ended:
        """Wait until the program has ended."""
        screen = [line.rstrip() for line in self.wait_for(ENDED) if line.strip()]
        return Ended(tuple(screen[:-1]), int(screen[-1].removeprefix(ENDED)))

    def _screen(self) -> list[str]:
        return self.ask("capture-pane", "-p", "-J").splitlines()

    def stop(self) -> None:
        if self.socket.exists():
            self.ask("kill-server")

    def _first(self) -> Sequence[str]:
        return ("new-session", "-d", "-x", str(COLUMNS), "-y", str(ROWS))

    def _environment(self) -> dict[str, str]:
        whole = self.desk.process_environment({"TERM": "xterm-256color"})
        del whole["COLUMNS"]  # the program asks the terminal
        return whole


@pytest.fixture
def tmux(desk: Desk) -> Iterator[Tmux]:
    """A terminal at a desk with the shipped ledger on it, on the evening of 11 March 2026."""
    shutil.copytree(ROOT / "data", desk.folder, dirs_exist_ok=True)
    desk.environment["COMMITRACK_NOW"] = LATER
    with tempfile.TemporaryDirectory() as folder:  # a socket's path must be short
        terminal = Tmux(desk, Path(folder))
        yield terminal
        terminal.stop()


def assert_fits(ended: Ended) -> None:
    assert [line for line in ended.lines if len(line) > COLUMNS] == []
    assert ended.lines


def assert_in_order(text: str, parts: Sequence[str]) -> None:
    places: list[int] = []
    for part in parts:
        start = places[-1] if places else 0
        places.append(text.find(part, start))
        assert places[-1] >= 0, f"{part!r} does not stand behind {parts[: len(places) - 1]}"
    assert all(a <= b for a, b in pairwise(places))


def test_due_looks_like_its_picture(tmux: Tmux) -> None:
    due = tmux.run("due", "--within", "250d")

    assert_fits(due)
    assert due.code == 0
    assert_in_order(
        due.words,
        [
            "Wed 11 Mar 2026, 22:00 Seoul",
            "open, to Mon 16 Nov",
            "LATE",
            "9 Mar 2026 2 days late Pass the bill tied to the US tariff cut",
            "Mon pass-bill-tied · KR · target · reported",
            "DISPUTED: Seoul, 27 Jan: no passage date agreed",
            "COMING",
            "Apr 2026 21 to 50 days",
            "month only",
            "24 Jul 2026 135 days 10% tariff under section 122 ends",
            "Fri tariff-section-122 · US · reported",
            "DISPUTED: the rate is given as 10 and as 15%",
            "10 Nov 2026 244 days Pause of tariffs on China ends",
            "00:01 EST 14:01 Seoul pause-tariffs-china · US · order",
            "moved 2 times, 455 days after the first date",
            "NO DATE",
            "postponed 135 days Mexico: end of the 90-day extension",
            "no new date since 27 Oct end-90-day-extension · US · reported",
            "DISPUTED: was 25 Oct, 30 Oct or 1 Nov",
            "never dated 44 days old Threat: tariff on Korea back to 25%",
            "26 Jan threat-tariff-korea · US",
            "never dated LOOK AGAIN Coordinate closely on shipbuilding cooperation",
            "7 Jul 2025 since 5 Oct coordinate-shipbuilding · KR, US · claimed",
            "Next: commitrack show pass-bill-tied",
            "Nothing new? commitrack note ID --checked",
        ],
    )


def test_due_with_nothing_in_the_window_says_what_is_next(tmux: Tmux) -> None:
    due = tmux.run("due", "by:IS")

    assert_fits(due)
    assert "is due to Fri 10 Apr 2026." in due.words
    assert "Beyond: Q3 2026 (112 to 203 days) Fit cameras" in due.words


def test_show_looks_like_its_picture(tmux: Tmux) -> None:
    show = tmux.run("show", "tariff-south", "--now", "2025-08-06T21:00+09:00")

    assert_fits(show)
    assert_in_order(
        show.words,
        [
            "Tariff on South Korean goods takes effect tariff-south-korean-goods",
            "US, to KR · measure · by order · not yet in effect · evidence: official",
            "IN 16 H 01 MIN Thu 7 Aug 2025 00:01 Washington (EDT)",
            "Thu 7 Aug 2025 13:01 Seoul, your time",
            "last full day before: Wed 6 Aug, Washington",
            "+120 days after the first date, Wed 9 Apr",
            "moved 3 times, the last time with 1 day's notice",
            "HAPPENED DATE THEN SINCE FIRST",
            "2 Apr ordered",
            "9 Apr 00:01 -",
            "9 Apr took effect",
            "9 Apr suspended",
            "+91 days",
            "7 Jul moved",
            "+114 days",
            "31 Jul moved",
            "+120 days",
            "SAID 7 Jul 2025",
            "the actual tariff imposition date of August 1",
            "as told by South Korea's Presidential Office",
            "SOURCES kept text quote",
            "[1] Executive Order 14257",
        ],
    )


@pytest.mark.parametrize(
    "words",
    [
        ("status",),
        ("list",),
        ("list", "--sort", "title"),
        ("log",),
        ("log", "--since", "2026-01-20"),
        ("due", "--within", "1y", "--late"),
        ("show", "end-90", "pause", "provide", "publish", "host", "--explain"),
        ("demo",),
    ],
    ids=" ".join,
)
def test_no_line_is_wider_than_the_terminal(tmux: Tmux, words: tuple[str, ...]) -> None:
    ended = tmux.run(*words)

    assert_fits(ended)
    assert ended.code == 0


def test_list_shows_every_state_in_the_order_of_the_ledger(tmux: Tmux) -> None:
    assert_in_order(
        tmux.run("list").words,
        [
            "7 Aug 2025 withdrawn Tariff on South Korean goods",
            "moved 3 times, 120 days after the first date",
            "24 Jul 2026 135 days 10% tariff under section 122 ends",
            "1 Nov 2025 in effect Tariff cut for South Korea takes effect",
            "9 Mar 2026 2 days late Pass the bill",
            "postponed 135 days Mexico",
            "18 commitments",
        ],
    )


def test_log_tells_the_changes_in_order_of_time(tmux: Tmux) -> None:
    assert_in_order(
        tmux.run("log", "--since", "2026-01-20").words,
        [
            "26 Jan 2026 new Threat: tariff on Korea back to 25%",
            "27 Jan 2026 new Pass the bill",
            "reported Pass the bill",
            "20 Feb 2026 withdrawn Tariff on South Korean goods",
            "21 Feb 2026 reported 10% tariff",
        ],
    )


def test_add_echoes_what_it_inferred_like_its_picture(tmux: Tmux) -> None:
    tmux.desk.write("Page one.\nThere is still time until August 1.\n", "page.txt")

    add = tmux.run(
        *(
            "add",
            "Tariff on goods takes effect",
            "--effective",
            "aug 1",
            "--by",
            "US",
            "--to",
            "KR",
        ),
        *("--source", "page.txt", "--said", "2026-03-07", "--quote", "still time until August 1"),
    )

    assert_fits(add)
    assert add.code == 0
    assert_in_order(
        add.words,
        [
            "Added tariff-goods commitments.toml, line ",
            "takes effect Sat 1 Aug 2026, a day, no hour given in 143 days",
            '"aug 1": the first one after it was said, 7 Mar 2026',
            "who US, to KR · measure, because it has an effective date",
            "quote found in page.txt, line 2",
            "source page-2026-03-07, new · text kept · address unknown",
            "Wrong? commitrack undo",
            "Moved? commitrack move tariff-goods WHEN --source …",
        ],
    )


def test_an_echo_with_long_names_still_fits(tmux: Tmux) -> None:
    title = "Internationalisation of telecommunications infrastructure responsibilities"
    place = "1 dec 2026 09:30 America/Argentina/Buenos_Aires"

    add = tmux.run("add", title, "--effective", place, "--by", "AR")
    move = tmux.run("move", "internationalisation", "2026-11-01/2026-11-30")

    assert_fits(add)
    assert_fits(move)
    assert (add.code, move.code) == (0, 0)
    assert "Moved? commitrack move internationalisation" in add.words


@pytest.mark.parametrize("answer", ["y", "Y", "yes"])
def test_a_far_date_is_asked_about_and_recorded_with_a_yes(tmux: Tmux, answer: str) -> None:
    tmux.start("add", "Publish the figures", "--due", "feb 1")
    asked = tmux.wait_for("[y/N]")
    tmux.type(answer, "Enter")
    ended = tmux.end()

    assert '"feb 1": the first one after today, 11 Mar 2026' in asked[0]
    assert "more than six months" in " ".join(asked)
    assert_fits(ended)
    assert ended.code == 0
    assert "Mon 1 Feb 2027, a day, no hour given in 327 days" in ended.words
    assert 'title = "Publish the figures"' in tmux.desk.text


@pytest.mark.parametrize("keys", [("N", "Enter"), ("Enter",), ("x", "Enter"), ("C-d",)])
def test_with_any_other_answer_nothing_is_written(tmux: Tmux, keys: tuple[str, ...]) -> None:
    before = tmux.desk.text
    tmux.start("move", "pass-bill", "jan 1")
    tmux.wait_for("[y/N]")
    tmux.type(*keys)

    ended = tmux.end()

    assert ended.code == 2
    assert "more than six months" in ended.words
    assert "Nothing was written" in ended.words
    assert "write the year, or confirm it with --yes" in ended.words
    assert tmux.desk.text == before


def test_ctrl_c_at_the_question_is_exit_130_and_writes_nothing(tmux: Tmux) -> None:
    before = tmux.desk.text
    tmux.start("move", "pass-bill", "jan 1")
    tmux.wait_for("[y/N]")
    tmux.type("C-c")

    ended = tmux.end()

    assert ended.code == 130
    assert "interrupted; nothing more was done" in ended.words
    assert tmux.desk.text == before


def test_verbs_that_write_take_the_start_of_an_id_and_echo_it_whole(tmux: Tmux) -> None:
    source = ("--source", "livemint")
    for words in (
        ("note", "pass-b", "seen"),
        ("move", "pass-b", "2026-04-01"),
        ("update", "pass-b", "step", *source),
        ("correct", "pass-b", "--note", "an aim"),
        ("close", "pass-b", "kept", *source),
    ):
        ended = tmux.run(*words)
        assert (ended.code, ended.lines[0].split()[1]) == (0, "pass-bill-tied")
        assert_fits(ended)

    several = tmux.run("note", "tariff", "seen")

    assert several.code == 3
    assert "tariff could be 4 commitments tariff-south-korean-goods" in several.words
