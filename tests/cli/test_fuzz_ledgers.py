"""No ledger gives a traceback, and none that is written loses a character."""

import os
import re

import hypothesis.strategies as st
import pytest
from hypothesis import HealthCheck, given, settings

from commitrack.domain.vocabulary import EventType
from tests.cli.desk import SHIPPED, Desk, Done

SHIPPED_TEXT = SHIPPED.read_text("utf-8")
patiently = settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
    max_examples=60,
)
READERS = ["due", "list", "log", "status", "check", "sources", "show a", "list --format csv"]
READERS += ["due --json", "show a --explain --json", "sources check", "show a --cite bibtex"]
WRITERS = ["add New --due 2027-01-01", "note a x", "move a 2025-10-01", "correct a --title y"]
WRITERS += ["close a kept --source s", "sources add https://example.org", "undo", "edit a"]

any_text = st.text(max_size=40)
tables = st.sampled_from(
    """
    [commitment.a]|[commitment.b]|[[commitment.a.event]]|[source.s]|[[source.s.seen]]|[commitment]
    [[commitment]]|commitment = 1|[a.b]|source = 1|format = 1|[[commitment.c.event]]|[source]
    """.replace("\n", "|")
    .replace("|    ", "|")
    .strip("| ")
    .split("|")
)
keys = st.sampled_from(
    re.findall(
        r"\w+",
        """
    title kind by to via due effective expires happens zone stated source quote tags recorded
    review remind condition series note type on of of_type void role url said published official
    text sha256 instrument reason superseded_by stated_by x
    """,
    )
)
values = st.sampled_from(
    """
    "2025-08" | "2025-Q3" | "../.." | "x" | "" | 1 | -1.5 | nan | true | 2025-08-01 | 9999-12-31
    0001-01-01 | 00:01:00 | 2025-08-01T00:01:00-04:00 | 2025-08-01T00:01:00 | 9999-12-31T23:59:59Z
    0001-01-01T00:00:00+14:00 | 9999-12-31T23:59:59-12:00 | "America/New_York" | "P90D" | "9999"
    "P9999999Y" | ["a", "b"] | [1, [2]] | { a = 1 } | { after = "b", within = "P90D" } | "a" | "s"
    { after = 9999-12-31, within = "P90D" } | { on = "b" } | "0000" | "9999-12-31/.." | "2025-21"
    """.replace("\n", "|").split("|")
) | st.sampled_from([f'"{kind}"' for kind in EventType])
lines = tables | st.builds("{} = {}".format, keys, values) | any_text
assembled = st.lists(lines, max_size=25).map(lambda some: "\n".join(["format = 1", *some]))


@st.composite
def mutated(draw: st.DrawFn) -> str:
    """The shipped ledger with a few places cut out, doubled, or written over."""
    text = SHIPPED_TEXT
    for _ in range(draw(st.integers(1, 4))):
        start = draw(st.integers(0, len(text)))
        end = start + draw(st.integers(0, 60))
        piece = draw(
            st.sampled_from(["", '"', "[", "]", "=", "\n", "'''", "#", "{", ","]) | any_text
        )
        text = text[:start] + piece + text[end:]
    return text


@st.composite
def revalued(draw: st.DrawFn) -> str:
    """The shipped ledger with the values of a few lines replaced by odd ones."""
    rows = SHIPPED_TEXT.split("\n")
    for _ in range(draw(st.integers(1, 6))):
        at = draw(st.integers(0, len(rows) - 1))
        key, equals, _ = rows[at].partition(" = ")
        if equals:
            rows[at] = f"{key} = {draw(values)}"
    return "\n".join(rows)


def assert_ended(done: Done) -> None:
    assert done.code in range(8)
    assert "Traceback" not in done.err
    assert done.code in (0, 1) or done.err != ""


@patiently
@given(any_text | assembled, st.sampled_from(READERS))
def test_any_text_of_a_ledger_is_read_to_an_exit_code(desk: Desk, text: str, line: str) -> None:
    desk.ledger.write_bytes(text.encode())

    assert_ended(desk.run(line))
    assert_ended(desk.run(line, terminal=True))


@patiently
@given(mutated() | revalued(), st.sampled_from([*READERS, "show tariff-south --explain"]))
def test_any_mutation_of_the_shipped_ledger_is_read_to_an_exit_code(
    desk: Desk, text: str, line: str
) -> None:
    desk.ledger.write_bytes(text.encode())

    assert_ended(desk.run(line))
    assert_ended(desk.run(line, terminal=True))


@patiently
@given(assembled | mutated() | revalued(), st.sampled_from(WRITERS))
def test_any_ledger_that_is_written_keeps_every_old_character(
    desk: Desk, text: str, line: str
) -> None:
    before = text.encode()
    desk.ledger.write_bytes(before)
    os.utime(desk.ledger, (1, 1))  # long ago: nobody can be in the middle of saving it
    (desk.folder / ".commitrack" / "commitments.toml.json").unlink(missing_ok=True)

    done = desk.run(line, EDITOR="true")

    assert_ended(done)
    assert desk.ledger.read_bytes().startswith(before)
    assert done.code == 0 or desk.ledger.read_bytes() == before


@pytest.mark.parametrize(
    "content", [b"\xff\xfe", b"\x00", b"format = 1\n\x00", b"\xef\xbb\xbfformat = 1\n", b"\r"]
)
@pytest.mark.parametrize("line", [*READERS, *WRITERS])
def test_bytes_that_are_no_ledger_give_no_traceback(desk: Desk, content: bytes, line: str) -> None:
    desk.ledger.write_bytes(content)

    assert_ended(desk.run(line, EDITOR="true"))
