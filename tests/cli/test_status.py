"""`status`, also with no verb: what is where, what is next; what it says without a ledger."""

import json

import pytest

from tests.cli.desk import ROOT, SHIPPED, Desk
from tests.cli.ledgers import BOOK

LATER = "--now 2026-03-11T22:00+09:00"
BROKEN = BOOK.replace('by = ["KR"]\ndue', "by = [KR]\ndue", 1)


def test_the_shipped_ledger_in_brief(desk: Desk) -> None:
    done = desk.run(f"--ledger {SHIPPED} {LATER}", folder=ROOT / "data")

    assert (done.code, done.err) == (0, "")
    assert done.out == (
        "commitments.toml: 18 commitments, 55 sources\n"
        "1 late, 5 coming, 8 with no date\n"
        "  Apr 2026, 21 to 50 days: Publish the revised monitoring plan for northern cod\n"
        "  Wed 20 May 2026, in 70 days: Ministers meet again in Santiago on paperless customs\n"
        "  Fri 24 Jul 2026, in 135 days: 10% tariff under section 122 ends\n"
        "\n"
        "Reminders do not run by themselves: commitrack remind install cron\n"
        "What is due: commitrack due        All commands: commitrack --help\n"
    )


def test_the_counts_are_those_of_the_sections(desk: Desk) -> None:
    counts = json.loads(desk.run(f"status --json --ledger {SHIPPED} {LATER}").out)

    for section in ("late", "coming", "undated"):
        listed = desk.run(f"due --json --within 50y section:{section} {LATER} --ledger {SHIPPED}")
        assert len(json.loads(listed.out)["items"]) == counts[section]


def test_json_has_the_counts_and_the_next_three(desk: Desk) -> None:
    desk.write(BOOK)

    document = json.loads(desk.run("status --json").out)

    following = document.pop("next")
    assert document == {
        "schema_version": 1,
        "as_of": "2025-07-08T09:00:00+09:00",
        "ledger": "commitments.toml",
        "commitments": 4,
        "late": 0,
        "coming": 4,
        "undated": 1,
    }
    assert [(item["id"], item["days_left"]) for item in following] == [
        ("duty", 24),
        ("sign-treaty", 24),
        ("sign-bill", 55),
    ]


def test_without_a_ledger_json_and_table_say_how_to_start_too(desk: Desk) -> None:
    plain = desk.run("status")

    assert desk.run("status", terminal=True).out == plain.out
    assert len(plain.lines) == 8
    assert all(len(line) <= 80 for line in plain.lines)


def test_every_command_of_the_welcome_is_one(desk: Desk) -> None:
    """Only verbs that exist are named, each as the manual writes it."""
    named = [line.split() for line in desk.run("").lines if line.startswith("  commitrack ")]

    assert [words[1] for words in named] == ["demo", "read", "add", "due"]
    for words in named:
        assert desk.run([words[1], "--help"]).code == 0


def test_as_of_looks_back(desk: Desk) -> None:
    now = desk.run(f"status --ledger {SHIPPED} {LATER}").out

    then = desk.run(f"status --ledger {SHIPPED} {LATER} --as-of 2025-07-10").out

    line = "Fri 1 Aug 2025 00:01 EDT, in 22 days: Tariff on South Korean goods takes effect"
    assert line in then
    assert line not in now


def test_an_empty_ledger_counts_nothing(desk: Desk) -> None:
    desk.write("format = 1\n")

    assert desk.run("").lines[:2] == [
        "commitments.toml: 0 commitments, 0 sources",
        "0 late, 0 coming, 0 with no date",
    ]


@pytest.mark.parametrize("line", ["", "status", "status --json"])
def test_a_ledger_that_is_not_valid_shows_what_is_readable_and_is_exit_4(
    desk: Desk, line: str
) -> None:
    desk.write(BROKEN)

    done = desk.run(line)

    assert done.code == 4
    assert "commitments.toml:14:7: " in done.err
    assert "Sign the bill" in done.out
    assert "Sign the treaty" not in done.out


@pytest.mark.parametrize("columns", ["40", "80"])
def test_on_a_terminal_no_line_is_wider(desk: Desk, columns: str) -> None:
    shown = desk.run(f"status --ledger {SHIPPED} {LATER}", terminal=True, COLUMNS=columns)

    dates = shown.lines[2:-2]
    assert max(map(len, dates)) <= int(columns)
    assert "Ministers meet again in Santiago on paperless customs" in shown.words


@pytest.mark.parametrize("face", ["tsv", "csv", "xml"])
def test_other_formats_are_refused_with_those_there_are(desk: Desk, face: str) -> None:
    desk.write(BOOK)

    done = desk.run(f"status --format {face}")

    assert (done.code, done.out) == (2, "")
    assert "it has: table plain json" in done.err


@pytest.mark.parametrize("line", ["status more", "--nosuch", "status --within 3d"])
def test_what_it_does_not_take_is_exit_2(desk: Desk, line: str) -> None:
    assert desk.run(line).code == 2
