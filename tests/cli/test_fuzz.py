"""Arbitrary words and ledgers: never a traceback, never a half-done change, nothing that steers."""

import os
import re
from unicodedata import category

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from tests.cli.desk import Desk, Done

BOOK = """\
format = 1

[source.post]
title = "The talks"
outlet = "Post"
said = 2025-07-01
url = "https://example.org/talks"
[[source.post.seen]]
on = 2025-07-01T09:30:00+09:00
text = "articles/post.txt"
sha256 = "68c5ba0c05b5e8c7b3f6f4c8aa0a5fd4f4d1e0b9c2e7d8c9b0a1f2e3d4c5b6a7"

[commitment.sign-treaty]
title = "Sign the treaty"
kind = "promise"
by = ["KR", "US"]
to = ["JP"]
stated_by = "Wi"
via = "the Office"
instrument = "statement"
due = 2025-08-01
stated = "by August 1"
condition = "if the bill passes"
source = ["post"]
quote = "we will sign"
tags = ["trade"]
note = "first of two"
remind = ["P30D", "P7D"]
recorded = 2025-07-01

[[commitment.sign-treaty.event]]
type = "rescheduled"
on = 2025-07-02
due = "2025-09"
reason = "the talks go on"
source = "post"
recorded = 2025-07-02

[[commitment.sign-treaty.event]]
type = "reported"
on = 2025-07-03
due = 2025-10-01
stated = "in October"
source = "post"
recorded = 2025-07-03

[[commitment.sign-treaty.event]]
type = "corrected"
on = 2025-07-04
of = 2025-07-02
due = "2025-10"
recorded = 2025-07-04

[commitment.duty]
title = "Duty takes effect, and ends"
kind = "measure"
by = ["US"]
effective = 2025-08-01T00:01:00-04:00
expires = "2025-12-01/.."
zone = "America/New_York"
recorded = 2025-07-01

[commitment.report]
title = "Report on the talks"
kind = "agreement"
happens = { after = "sign-treaty", within = "P90D" }
review = "P90D"
condition = { on = "duty" }
recorded = 2025-07-01

[[commitment.report.event]]
type = "fulfilled"
on = 2025-07-05
source = "post"
recorded = 2025-07-05
"""
ARTICLE = "They said: we will sign by August 1.\n"
LONG_AGO = 1_700_000_000  # a file as old as this is in nobody's hands: no write waits for it

patiently = settings(suppress_health_check=[HealthCheck.function_scoped_fixture])

# What may stand in an argument: any text, bytes that are no UTF-8 as Python hands them on, no NUL.
characters = st.characters(codec="utf-8", exclude_characters="\0")
broken = st.integers(0xDC80, 0xDCFF).map(chr)
any_text = st.lists(characters | broken, max_size=30).map("".join)


def joined(parts: list[str], *, most: int = 6) -> st.SearchStrategy[str]:
    """Pieces of a little language, put together in any way."""
    pieces = st.sampled_from(parts) | st.text(characters, max_size=2)
    return st.lists(pieces, min_size=1, max_size=most).map("".join)


NUMBERS = [
    "0",
    "1",
    "2",
    "7",
    "13",
    "30",
    "31",
    "366",
    "2025",
    "9999",
    "10000",
    "9" * 5000,
    "²",
    "٣",
]
DATE_PARTS = [
    *NUMBERS,
    *("-", "/", "..", ":", "T", "Z", " ", "+", "~", "?", "%", ".", ",", "P", "Q", "d", "w", "m"),
    *("y", "h", "days", "weeks", "months", "years", "ago", "in", "end of", "next", "last", "mid-"),
    *("today", "tomorrow", "yesterday", "friday", "august", "aug", "quarter", "year", "month"),
    *("autumn", "Q3", "H2", "EDT", "UTC", "KST", "+09:00", "-99:99", "America/New_York", "noon"),
    *("2025-07-08", "2025-02-30", "9999-12-31", "0001-01-01", "00:01", "24:00", "after", "within"),
]
dates = any_text | joined(DATE_PARTS)
zones = any_text | joined(
    ["Asia", "/", "Seoul", "UTC", "..", "EST5EDT", "localtime", ".", "posix", "~", *NUMBERS, "KST"]
)
FIELDS = [
    *("by", "to", "kind", "outcome", "due", "effective", "expires", "happens", "tag", "source"),
    *("text", "moved", "schedule", "evidence", "disputed", "slip", "id", "date", "review", "on"),
]
filters = st.lists(
    any_text
    | st.builds("{}:{}".format, st.sampled_from(FIELDS), dates | st.sampled_from(["US", "open"]))
    | st.sampled_from(["not", "--", ":", ",", "due:none", "outcome:kept", "disputed:yes"]),
    min_size=1,
    max_size=4,
)
ids = any_text | joined(["sign", "treaty", "duty", "report", "-", "*", ".", "/", "SIGN", "2"])
periods = dates | joined(["P", "T", "D", "M", "W", "Y", "H", "d", ",", *NUMBERS])
sources = ids | joined(
    [
        *("post", ".", "/", "..", "~", "articles", "post.txt", "commitments.toml", "file", "http"),
        *("https://", "javascript:", "[", "]", "@", "example.org", ":", "%", "#", "?", *NUMBERS),
    ]
)


FAULT = "fault of the program"  # what the last net of all says


def require_an_answer(done: Done) -> None:
    """Require an exit code of the table, said why, with nothing that steers a terminal."""
    assert done.code in range(8)
    assert done.code in (0, 1) or done.err
    assert FAULT not in done.err
    assert unsafe(done) == set()


def unsafe(done: Done) -> set[str]:
    """What could steer a terminal, or could not be printed at all."""
    return {
        character
        for character in re.sub(r"\x1b\[[0-9;]*m", "", done.out + done.err)
        if category(character) in {"Cc", "Cs", "Zl", "Zp"} and character not in "\n\r\t"
    }


def lay_out(desk: Desk, ledger: bytes = BOOK.encode()) -> dict[str, bytes]:
    """The desk with this ledger and an article on it, as it has long been; its files."""
    desk.ledger.write_bytes(ledger)
    os.utime(desk.ledger, (LONG_AGO, LONG_AGO))
    desk.write(ARTICLE, "articles/post.txt")
    return kept(desk)


def kept(desk: Desk) -> dict[str, bytes]:
    """Every file but those that stand beside the ledger for the program alone."""
    return {name: data for name, data in desk.files().items() if ".commitrack" not in name}


def run_and_look(desk: Desk, words: list[str]) -> None:
    """Run a reading command line, in a pipe and on a terminal: require what holds of every one."""
    before = kept(desk)

    for terminal in (False, True):
        require_an_answer(desk.run(words, terminal=terminal))
    assert kept(desk) == before


# Words of commands that read

READING = [
    *("due", "list", "show", "log", "check", "status", "sources", "paths", "schema", "completion"),
    *("--json", "--format", "--late", "--within", "--exit-code", "--explain", "--cite", "--since"),
    *("--help", "-h", "--version", "--", "-", "--strict", "--tz", "--now", "--ledger", "--as-of"),
    *("duty", "post", "table", "plain", "tsv", "csv", "json", "github", "bash", "markdown", "UTC"),
]


@patiently
@given(filters, st.sampled_from(["due", "list", "log"]))
@example(["due:2025-07-08.."], "due")
@example(["moved:99999999999999999999"], "list")
def test_any_words_as_filters(desk: Desk, words: list[str], verb: str) -> None:
    lay_out(desk)

    run_and_look(desk, [verb, "--", *words])


@patiently
@given(
    st.sampled_from(
        [
            *(("due", "--within"), ("due", "--now"), ("due", "--as-of"), ("due", "--tz")),
            *(
                ("log", "--since"),
                ("list", "--as-of"),
                ("show", "duty", "--now"),
                ("status", "--now"),
            ),
        ]
    ),
    dates | zones,
)
@example(("due", "--now"), "9999-12-31")
@example(("due", "--now"), "0001-01-01")
@example(("due", "--now"), "9999-12-31T23:59:59-12:00")
@example(("due", "--as-of"), "0001-01-01T00:00+14:00")
@example(("due", "--as-of"), "9999-12-31")
@example(("due", "--within"), "9999y")
@example(("due", "--within"), "P99999999999D")
@example(("log", "--since"), "0001-01-01")
@example(("due", "--tz"), "../" * 20 + "etc/passwd")
@example(("due", "--tz"), "a" * 10_000)
def test_any_words_as_a_date_or_zone_of_a_reader(
    desk: Desk, command: tuple[str, ...], word: str
) -> None:
    lay_out(desk)

    run_and_look(desk, [*command[:-1], f"{command[-1]}={word}"])


@patiently
@given(
    st.sampled_from(["COMMITRACK_NOW", "TZ", "COLUMNS", "COMMITRACK_LEDGER", "NO_COLOR", "TERM"]),
    dates | zones | st.sampled_from(NUMBERS),
)
@example("COLUMNS", "1")
@example("COLUMNS", "²")
def test_any_words_in_the_environment(desk: Desk, name: str, value: str) -> None:
    lay_out(desk)
    usual = dict(desk.environment)

    desk.environment[name] = value
    try:
        run_and_look(desk, ["due"])
    finally:
        desk.environment = dict(usual)


@patiently
@given(
    st.sampled_from(
        [
            *(("show",), ("sources", "show"), ("sources", "check"), ("sources",), ("completion",)),
            *(("show", "duty", "--cite"), ("due", "--format"), ("due", "--ledger")),
        ]
    ),
    st.lists(ids, min_size=1, max_size=3),
)
def test_any_words_as_ids_and_names(desk: Desk, command: tuple[str, ...], words: list[str]) -> None:
    lay_out(desk)
    last = [f"{command[-1]}={words[0]}"] if command[-1].startswith("--") else [command[-1], *words]

    run_and_look(desk, [*command[:-1], *last])


@patiently
@given(st.lists(any_text | st.sampled_from(READING), max_size=5))
def test_any_words_at_all(desk: Desk, words: list[str]) -> None:
    lay_out(desk)

    run_and_look(desk, words)


# Words of commands that write

WRITING = [
    *(("add", "Sign", f"--{flag}") for flag in ("due", "effective", "expires", "happens")),
    *(("add", "Sign", f"--{flag}") for flag in ("review", "remind", "id", "source", "quote", "by")),
    *(("add", "Sign", f"--{flag}") for flag in ("tag", "note", "condition", "kind", "stated")),
    ("add", "Sign", "--outlet", "Post", "--said"),
    ("add", "Sign", "--outlet"),
    ("add", "Sign", "--url"),
    ("add",),
    ("note", "duty"),
    ("note", "duty", "seen", "--on"),
    ("move", "duty", "--role", "effective"),
    ("move", "duty", "friday", "--role"),
    ("update", "sign-treaty", "step", "--on"),
    ("update", "sign-treaty", "clarified", "--due"),
    ("update", "sign-treaty"),
    ("close", "duty", "kept", "--source"),
    ("close", "sign-treaty", "superseded", "--source", "post", "--superseded-by"),
    ("correct", "sign-treaty", "--title", "other", "--of"),
    ("correct", "sign-treaty", "--due"),
    ("sources", "add"),
    ("note",),
]
TAKE_YES = ("add", "move", "update", "correct")


@settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=250, deadline=None
)
@given(st.sampled_from(WRITING), dates | periods | ids | sources)
@example(("add", "Sign", "--due"), "9999-12-31")
@example(("add", "Sign", "--due"), "0001-01-01")
@example(("add", "Sign", "--due"), "9999-12-31T23:59-12:00")
@example(("add", "Sign", "--review"), "P99999999999Y")
@example(("add", "Sign", "--review"), "9999y")
@example(("add", "Sign", "--remind"), "9999999999d")
@example(("add", "Sign", "--source"), "a" * 5000)
@example(("add", "Sign", "--source"), "http://[")
@example(("add", "Sign", "--source"), "/")
@example(("add", "Sign", "--source"), "~no-such-user/x")
@example(("add", "Sign", "--id"), "a" * 5000)
@example(("add",), "\udcff")
@example(("add", "Sign", "--note"), "\udcff")
@example(("add", "Sign", "--tag"), "\udcff")
@example(("add", "Sign", "--source"), "https://example.org/\udcff")
@example(("move", "duty", "--role", "effective"), "0001-01-01")
@example(("note", "duty", "seen", "--on"), "9999-12-31")
def test_any_words_to_write_are_written_whole_or_not_at_all(
    desk: Desk, command: tuple[str, ...], word: str
) -> None:
    before = lay_out(desk)
    is_option = command[-1].startswith("--")
    last = [f"{command[-1]}={word}"] if is_option else [command[-1], word]
    line = [*command[:-1], *last, *(["--yes"] if command[0] in TAKE_YES else [])]

    tried = desk.run([*line, *(["--dry-run"] if command[0] != "sources" else ["--seen", "x"])])
    require_an_answer(tried)
    assert kept(desk) == before
    done = desk.run(line)

    require_an_answer(done)
    after = kept(desk)
    if done.code:
        assert after == before
    else:
        assert tried.code == 0 or command[0] == "sources"
        assert after["desk/commitments.toml"].startswith(BOOK.encode())
        assert desk.run("due --within 5y").code == 0


# Known, and to be mended where it stands


def test_a_ledger_in_the_home_of_nobody(desk: Desk) -> None:
    require_an_answer(desk.run(["due", "--ledger", "~no-such-user/x"]))


@pytest.mark.parametrize("review", ["P9999Y", "PT5H"])
def test_a_review_beyond_the_calendar_hides_no_other_commitment(desk: Desk, review: str) -> None:
    lay_out(
        desk,
        BOOK.replace("[commitment.duty]\n", f'[commitment.duty]\nreview = "{review}"\n').encode(),
    )

    assert desk.run("list").code == 0
    assert "sign-treaty" in desk.run("list").out
