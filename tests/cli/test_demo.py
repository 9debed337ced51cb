"""`demo`: three commands on the packaged ledger, always at the same moment, nothing written."""

import pytest

from commitrack.app.demo import DEMO_NOW, DEMO_ZONE, demo_ledger
from tests.cli.desk import SHIPPED, Desk
from tests.cli.ledgers import BOOK

PINNED = ["--ledger", str(demo_ledger()), "--now", DEMO_NOW, "--tz", DEMO_ZONE]


def test_the_packaged_ledger_is_the_one_in_data() -> None:
    assert demo_ledger().read_bytes() == SHIPPED.read_bytes()


def test_the_packaged_texts_are_those_in_data() -> None:
    for text in (demo_ledger().parent / "articles").iterdir():
        assert text.read_bytes() == (SHIPPED.parent / "articles" / text.name).read_bytes()


@pytest.mark.parametrize("terminal", [True, False], ids=["terminal", "pipe"])
def test_it_prints_what_its_commands_print(desk: Desk, terminal: bool) -> None:  # noqa: FBT001
    demo = desk.run("demo", terminal=terminal).out

    steps = [line.split()[2:] for line in demo.splitlines() if line.startswith("$ commitrack ")]
    assert [step[0] for step in steps] == ["due", "show", "log"]
    for step in steps:
        printed = desk.run([*step, *PINNED], terminal=terminal)
        assert printed.code == 0
        assert f"$ commitrack {' '.join(step)}\n{printed.out}" in demo


def test_it_says_that_now_is_pinned_and_nothing_written(desk: Desk) -> None:
    demo = desk.run("demo").words

    assert "as it was on the evening of 11 March 2026 in Seoul" in demo
    assert "nothing is written" in demo


def test_a_ledger_that_is_here_is_neither_read_nor_changed(desk: Desk) -> None:
    without = desk.run("demo").out
    desk.write("[[[ no ledger")
    before = desk.files()

    done = desk.run("demo")

    assert (done.code, done.out) == (0, without)
    assert desk.files() == before


@pytest.mark.parametrize(
    "line",
    [
        "demo --now 2030-01-01",
        "demo --tz America/Lima",
        "demo --ledger nosuch.toml",
        "--now 2030-01-01 --tz UTC demo",
    ],
)
def test_options_do_not_change_what_is_pinned(desk: Desk, line: str) -> None:
    assert desk.run(line).out == desk.run("demo").out


def test_the_demo_reads_the_same_under_any_settings(desk: Desk) -> None:
    first = desk.run("demo").out
    desk.write(BOOK)
    desk.write('within = "1d"\ntz = "America/Lima"\n', "../.config/commitrack/config.toml")

    assert desk.run("demo", TZ="", COMMITRACK_NOW="2031-01-01").out == first


@pytest.mark.parametrize("line", ["demo more", "demo --json", "demo --as-of 2025-01-01"])
def test_what_it_does_not_take_is_exit_2(desk: Desk, line: str) -> None:
    done = desk.run(line)

    assert (done.code, done.out) == (2, "")
