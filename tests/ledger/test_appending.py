"""New blocks at the end: every byte and every value before them stays, or nothing is written."""

from collections.abc import Iterable
from datetime import date, datetime
from itertools import zip_longest
from typing import Any

import pytest
import tomli
from hypothesis import example, given, settings
from hypothesis import strategies as st

from commitrack.errors import CommitrackError, InvalidLedgerError, WriteError
from commitrack.ledger.appending import append_blocks, is_same
from commitrack.ledger.blocks import (
    Block,
    commitment_block,
    event_block,
    format_block,
    seen_block,
    source_block,
)
from commitrack.ledger.reading import read_ledger

STEP = event_block("x", {"type": "step", "on": date(2025, 7, 9)})
STEP_TEXT = '[[commitment.x.event]]\ntype = "step"\non = 2025-07-09\n'
Y = commitment_block("y", {"title": "Y", "recorded": date(2025, 7, 9)})
Y_TEXT = '[commitment.y]\ntitle = "Y"\nrecorded = 2025-07-09\n'
MIDNIGHT = datetime.fromisoformat("2025-08-01T00:00Z")
X = 'format = 1\n\n[commitment.x]\ntitle = "X"\n'


def append(old: str, *blocks: Block) -> str:
    return append_blocks(old, blocks, "commitments.toml")


@pytest.mark.parametrize(
    ("old", "between"),
    [
        (X, "\n"),
        (X + "# the end\n", "\n"),
        (X + "# the end", "\n\n"),
        (X.rstrip("\n"), "\n\n"),
        (X + "\n\n\n", "\n"),
        (X + "  \t", "\n\n"),
        ("# top\n" + X + "  note   =   'spaced'   # why\n\n", "\n"),
        ("format = 1\n[[commitment.x.event]]\ntype = 'note'\n[commitment.x]\ntitle = 'X'\n", "\n"),
        ("format = 1\n[commitment.x]\n[commitment]\n[source]\n[z]\n", "\n"),
        (X + 'note = """\n[[commitment]]\n[commitment.y]\n"""', "\n\n"),
        (X + "note = '''\n[commitment.x.event]'''\n", "\n"),
        (X + 'note = "\\"\\"\\" [[commitment]]"\n', "\n"),
        (X + "[[commitment.x.event]]\ntype = 'note'\n[other]\na.b = { c = [1, 2] }\n", "\n"),
    ],
    ids=[
        "plain",
        "a comment at the end",
        "a comment at the end without a line end",
        "no line end",
        "blank lines at the end",
        "spaces at the end",
        "comments and spacing",
        "an event before its commitment",
        "tables defined after their parts",
        "a long string that holds headers",
        "a long literal string that holds a header",
        "escaped quotes",
        "another tool's table in between",
    ],
)
def test_a_block_stands_after_a_blank_line_and_nothing_else_changes(old: str, between: str) -> None:
    assert append(old, STEP) == old + between + STEP_TEXT
    assert append(old, Y) == old + between + Y_TEXT


@pytest.mark.parametrize(
    ("end", "between"), [("\r\n", "\r\n"), ("", "\r\n\r\n")], ids=["ended", "not ended"]
)
def test_the_line_ends_of_the_file_are_kept(end: str, between: str) -> None:
    old = X.rstrip("\n").replace("\n", "\r\n") + end

    assert append(old, STEP, Y) == (
        old + between + STEP_TEXT.replace("\n", "\r\n") + "\r\n" + Y_TEXT.replace("\n", "\r\n")
    )


def test_a_file_of_mixed_line_ends_goes_on_as_it_began() -> None:
    assert append("format = 1\r\n" + X[11:], STEP).endswith(STEP_TEXT.replace("\n", "\r\n"))
    assert append(X + "# crlf\r\n", STEP).endswith("# crlf\r\n\n" + STEP_TEXT)


def test_several_blocks_are_parted_by_blank_lines() -> None:
    source = source_block("s", {"title": "S"})
    seen = seen_block("s", {"on": date(2025, 7, 9)})

    new = append(X, source, seen, Y)

    assert new == (
        X + '\n[source.s]\ntitle = "S"\n\n[[source.s.seen]]\non = 2025-07-09\n\n' + Y_TEXT
    )


def test_events_append_one_after_the_other_in_order() -> None:
    new = append(append(X, STEP), event_block("x", {"type": "note", "on": date(2025, 7, 1)}))

    events = tomli.loads(new)["commitment"]["x"]["event"]
    assert [event["type"] for event in events] == ["step", "note"]


def test_an_event_may_come_with_its_commitment() -> None:
    new = append(X, Y, event_block("y", {"type": "note", "on": date(2025, 7, 1)}))

    assert tomli.loads(new)["commitment"]["y"]["event"] == [
        {"type": "note", "on": date(2025, 7, 1)}
    ]


def test_nothing_to_append_adds_no_block() -> None:
    assert tomli.loads(append(X)) == tomli.loads(X)
    assert append(X).startswith(X)


@pytest.mark.parametrize(
    ("old", "blocks"),
    [
        (X, (commitment_block("x", {"title": "again"}),)),
        (X, (Y, Y)),
        (X, (source_block("s", {}), source_block("s", {}))),
        (X, (event_block("z", {"type": "note"}),)),
        (X, (Block(("commitment",), is_array=True, table={"title": "Z"}),)),
        (X, (Block(("commitment", "x", "title"), is_array=True, table={}),)),
        (X, (Block(("commitment", "x", "title", "y"), is_array=False, table={}),)),
        (X, (Block(("format",), is_array=False, table={}),)),
        ("format = 1\nown = { a = 1 }\n", (Block(("own", "b"), is_array=False, table={}),)),
    ],
    ids=[
        "an id that is taken",
        "one id twice",
        "one source twice",
        "an event of nothing",
        "a commitment with no id",
        "a list where a text stands",
        "a table in a text",
        "a table where a number stands",
        "a key of an inline table",
    ],
)
def test_a_block_that_would_not_be_read_as_it_is_meant_is_refused(
    old: str, blocks: Iterable[Block]
) -> None:
    with pytest.raises(WriteError, match="nothing was written") as refusal:
        append(old, *blocks)

    assert refusal.value.code == "refused-append"
    assert refusal.value.exit_code == 5
    assert refusal.value.remedy


@pytest.mark.parametrize(
    "old",
    [
        "",
        "format = 2\n",
        X + "event = []\n",
        'format = 1\ncommitment = { x = { title = "X" } }\n',
        "format = 1\n[[commitment]]\n",
        X + 'note = "never closed\n',
        X + "title = 'again'\n",
        X + "n = " + "1" * 5000,
        X + "n = " + "[" * 5000 + "]" * 5000,
        "\ufeff" + X,
        X + "\x00",
        X + "# lone\rreturn\n",
    ],
    ids=[
        "emptied",
        "a later format",
        "a static list of events",
        "an inline table of commitments",
        "commitments with no id",
        "not TOML",
        "a key twice",
        "a number of 5000 digits",
        "5000 brackets",
        "a byte order mark",
        "a NUL",
        "a lone carriage return",
    ],
)
def test_nothing_is_built_on_a_ledger_that_is_not_valid(old: str) -> None:
    with pytest.raises(InvalidLedgerError, match="nothing was written") as refusal:
        append(old, STEP)

    assert refusal.value.exit_code == 4
    assert "commitrack check" in refusal.value.remedy


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (float("nan"), float("nan"), True),
        (0.0, -0.0, False),
        (1, 1.0, False),
        (1, True, False),
        ({"a": 1, "b": 2}, {"b": 2, "a": 1}, False),
        (MIDNIGHT, datetime.fromisoformat("2025-08-01T00:00Z"), True),
        (MIDNIGHT, datetime.fromisoformat("2025-08-01T01:00+01:00"), False),
    ],
)
def test_values_are_the_same_in_type_and_order_too(
    one: object, other: object, *, same: bool
) -> None:
    assert is_same(one, other) is same


# Nasty ledgers: lines that TOML accepts one after the other, in any order.

LINES = [
    "[commitment]",
    "[commitment.x]",
    "[ commitment . 'x' ]",
    '["commitment"."y"]',
    "[commitment.z.sub.deeper]",
    "[commitment.x.sub]",
    "[commitment.x.event.sub]",
    "[commitment.x.event]",
    "[[commitment.x.event]]",
    "[[commitment.y.event]]",
    "[[commitment.x.event.more]]",
    "[commitment.Bad_Id]",
    "[[commitment.x.list]]",
    "[source.s]",
    "[source]",
    "[[source.s.seen]]",
    "[[source.t.seen]]",
    "[other]",
    "[other.deep.er]",
    "[[other.list]]",
    "[other.list.inner]",
    "[a.b.c]",
    "[a]",
    "title = 'X'",
    "commitment.x.title = 'X'",
    "commitment.z.event = []",
    "commitment = { x = { title = 'X' } }",
    "source.s = {}",
    "x = { title = 'X', event = [{ type = 'note' }] }",
    "y.title = 'Y'",
    "event = []",
    "event = [{ type = 'note' }, { type = 'step', due.after = 'x' }]",
    "event = { a = 1 }",
    "seen = [ {}, {} ]",
    "due.after = 'y'\ndue.within = 'P90D'",
    "due = { after = \"y\", within = 'P90D', deep = { er = [[], [{}]] } }",
    "nan = nan",
    "inf = -inf",
    "zero = -0.0",
    "number = 0xdead_beef",
    "exp = 1e400",
    "day = 2025-08-01",
    "local = 2025-08-01T00:01:00.123456",
    "zulu = 2025-08-01 00:01:00Z",
    "odd = 2025-08-01T00:01:00.5-04:30",
    "time = 00:01:00.25",
    "'quoted key' = true",
    '"\\u0065vent" = []',
    "'' = ''",
    '"] [" = "# [[commitment]]"',
    'long = """\n[[commitment]]\n[commitment.x]\n"""',
    "literal = '''\n[[commitment.x.event]]\n\"\"\"\n'''",
    'escaped = """\\"""\\"\n[source.s] \\\n   """ # """',
    "many = [ # [\n  1, # ]\n  'two',\n]",
    "# a comment",
    "  # [[commitment]] '''",
    "",
    "\t",
]  # fmt: skip


@st.composite
def ledgers(draw: st.DrawFn) -> str:
    """Draw lines, and keep those that TOML accepts behind the ones before them."""
    text = "format = 1\n"
    for line in draw(st.lists(st.sampled_from(LINES), max_size=14)):
        if is_toml(text + line):
            text += line + "\n"
    text += draw(st.sampled_from(["", "# the end", "    ", "[last]", "[commitment.last]"]))
    return draw(st.sampled_from([text, text.replace("\n", "\r\n")]))


def is_toml(text: str) -> bool:
    try:
        tomli.loads(text)
    except tomli.TOMLDecodeError:
        return False
    return True


TABLES = st.dictionaries(
    st.sampled_from(["title", "note", "due", "odd key"]),
    st.one_of(
        st.text(max_size=10),
        st.just({"after": "x", "within": "P90D"}),
        st.floats(),
        st.lists(st.dates(), max_size=2),
    ),
    max_size=3,
)
BLOCKS = st.builds(
    lambda make, key, table: make(key, table),
    st.sampled_from([commitment_block, event_block, source_block, seen_block]),
    st.sampled_from(["x", "y", "z", "s", "new", "last"]),
    TABLES,
)


def attempt(old: str, blocks: list[Block]) -> str | CommitrackError:
    """Append, or give the refusal; any other exception is a bug, and fails the test."""
    try:
        return append(old, *blocks)
    except (WriteError, InvalidLedgerError) as refusal:
        return refusal


def holds(new: Any, old: Any) -> bool:  # noqa: ANN401  # any TOML value
    """Say whether every old value is still there, with nothing put before or between."""
    if isinstance(old, dict) and isinstance(new, dict):
        return all(key in new and holds(new[key], value) for key, value in old.items())
    if isinstance(old, list) and isinstance(new, list):
        return len(new) >= len(old) and all(holds(*pair) for pair in zip(new, old, strict=False))
    return repr(new) == repr(old)


def count_leaves(value: object) -> int:
    """Count tables and values; what is appended adds these and no others."""
    if isinstance(value, dict):
        return 1 + sum(map(count_leaves, value.values()))
    return 1 + sum(map(count_leaves, value)) if isinstance(value, list) else 1


@settings(max_examples=300)
@given(ledgers(), st.lists(BLOCKS, min_size=1, max_size=3))
@example("format = 1\n[commitment.x]\n[commitment.x.event.sub]\n", [STEP])
@example(X + '"\\u0065vent" = []\n', [STEP])
@example("format = 1\n[commitment.x]\nx = nan\n[commitment]\n", [Y])
def test_appending_keeps_every_byte_and_value_or_is_refused(old: str, blocks: list[Block]) -> None:
    new = attempt(old, blocks)

    if isinstance(new, CommitrackError):
        assert "nothing was written" in new.message
        return
    assert new.encode().startswith(old.encode())
    before, after = tomli.loads(old), tomli.loads(new)
    assert holds(after, before)
    added = sum(count_leaves(block.table) for block in blocks)
    implied = count_leaves(after) - count_leaves(before) - added
    assert 0 <= implied <= len(("commitment", "event")) * len(blocks)
    assert new.replace("\r\n", "\n").endswith("\n".join(map(format_block, blocks)))


@given(ledgers())
@example(X)
def test_a_ledger_without_a_fault_takes_any_new_block_and_the_one_after_it(old: str) -> None:
    ledger = read_ledger(old, "commitments.toml")
    fresh = [commitment_block("fresh", {"title": "F"}), source_block("fresh", {"title": "F"})]
    events = [event_block(one.id, {"type": "note"}) for one in ledger.commitments]
    looks = [seen_block(key, {"text": "a.txt"}) for key in ledger.sources]

    if ledger.is_valid:
        new = append(old, *fresh, *events, *looks)

        assert append(new, *events).startswith(new)


def test_every_line_of_the_nasty_ledgers_can_stand_somewhere() -> None:
    homes = ["", "[commitment.x]\n", "[[commitment.x.event]]\n", "[[other.list]]\n"]

    refused = [line for line in LINES if not any(is_toml(home + line) for home in homes)]

    assert refused == []


def test_lines_are_counted_right() -> None:
    assert [*zip_longest(*[map(count_leaves, ({}, {"a": [1, 2]}, []))])] == [(1,), (4,), (1,)]
