"""The scanner says where things stand, for every text that TOML accepts, and never raises."""

import json
import re
import time
from collections.abc import Callable
from itertools import pairwise
from typing import Any, NamedTuple

import pytest
import tomli
from hypothesis import given
from hypothesis import strategies as st

from commitrack.domain.finding import Path, Place
from commitrack.ledger.places import Lines, Places, block_span
from commitrack.ledger.scan import statements

LEDGER = '''\
#:schema ./schema.json
format = 1

# about a
[source.a]
title = "A [ledger] = {"
[[source.a.seen]] # "
on = 2025-07-08
[[source.a.seen]]
on = 2025-07-09

# two lines
# of comment
[commitment.x]
title = "X"
due = { after = "by = {", within = 'P"90D', "calendar" = "US" }
tags = [ # [
    "one]", # "two
    'three"',
]
note = """
[[commitment.x.event]]
by = "nobody" \\"""
""""

[commitment.y]
title = "Y"

[[commitment.x.event]]
type = "note"
on = 2025-07-10
[[commitment.x.event]]
on = 2025-07-11
# the end
'''


def place_of(text: str, words: str, nth: int = 0) -> Place:
    """Where words stand for the nth time, counted by other means than the scanner's."""
    offset = -1
    for _ in range(nth + 1):
        offset = text.index(words, offset + 1)
    before = text[:offset].split("\n")
    return Place(len(before), len(before[-1]) + 1)


@pytest.mark.parametrize(
    ("path", "words", "nth"),
    [
        (("format",), "format", 0),
        (("source", "a"), "[source.a]", 0),
        (("source", "a", "title"), "title", 0),
        (("source", "a", "seen"), "[[source.a.seen]]", 0),
        (("source", "a", "seen", 0, "on"), "on = 2025-07-08", 0),
        (("source", "a", "seen", 1), "[[source.a.seen]]", 1),
        (("commitment", "x"), "[commitment.x]", 0),
        (("commitment", "x", "due"), "due", 0),
        (("commitment", "x", "due", "after"), "after", 0),
        (("commitment", "x", "due", "within"), "within", 0),
        (("commitment", "x", "due", "calendar"), '"calendar"', 0),
        (("commitment", "x", "due", "by"), "due", 0),
        (("commitment", "x", "tags", 1), "tags", 0),
        (("commitment", "x", "note"), "note", 0),
        (("commitment", "x", "nothing", 3, "more"), "[commitment.x]", 0),
        (("commitment", "x", "event", 0, "on"), "on = 2025-07-10", 0),
        (("commitment", "x", "event", 1, "on"), "on = 2025-07-11", 0),
        (("commitment", "x", "event", 2, "on"), "[[commitment.x.event]]", 1),  # 0 is in the note
    ],
    ids=repr,
)
@pytest.mark.parametrize("line_end", ["\n", "\r\n"], ids=["lf", "crlf"])
def test_a_value_of_a_ledger_has_a_place(path: Path, words: str, nth: int, line_end: str) -> None:
    text = LEDGER.replace("\n", line_end)

    assert Places(text).of(path) == place_of(LEDGER, words, nth)


@pytest.mark.parametrize(
    ("text", "path", "expected"),
    [
        ("[commitment]\nx.title = 1\n", ("commitment", "x"), (2, 1)),
        ("[commitment]\nx.title = 1\n", ("commitment", "x", "title"), (2, 1)),
        ("[commitment.x.event]\non = 1\n", ("commitment", "x"), (1, 1)),
        ("[commitment.x.event]\non = 1\n", ("commitment", "x", "event", "on"), (2, 1)),
        ("[commitment.x.event]\n[commitment.x]\n", ("commitment", "x"), (2, 1)),
        ("  commitment . x.due=1", ("commitment", "x", "due"), (1, 3)),
        ("[[a]]\n[[a.b]]\n[[a]]\n[[a.b]]\nc = 1", ("a", 1, "b", 0, "c"), (5, 1)),
        ("[[a]]\n[a.b]\n[[a]]\n[a.b]\nc = 1", ("a", 1, "b"), (4, 1)),
        ("a = [{b = 1}, {b = 2}]", ("a", 1, "b"), (1, 1)),
        ("a = {c = {b = 1}, b = 2}", ("a", "b"), (1, 19)),
        ("a = {c.d = 1, b = 2}", ("a", "c", "d"), (1, 6)),
        ("a = b {c = 1, d = 2}", ("a", "d"), (1, 1)),  # not TOML: no inline table is the value
        ("a = [\n\tb", ("a",), (1, 1)),
        ("a = 1", ("b",), None),
        ("a = 1", (), None),
        ("", ("a",), None),
    ],
)
def test_odd_shapes_have_places_too(
    text: str, path: Path, expected: tuple[int, int] | None
) -> None:
    assert Places(text).of(path) == expected


def test_a_line_can_be_asked_for_alone() -> None:
    places = Places(LEDGER)

    assert places.line_of(("commitment", "y", "title")) == 27
    assert places.line_of(("unknown",)) is None


@pytest.mark.parametrize(
    ("offset", "expected"), [(0, (1, 1)), (1, (1, 2)), (2, (1, 2)), (3, (2, 1)), (5, (2, 3))]
)
def test_the_line_end_of_crlf_is_one_place(offset: int, expected: tuple[int, int]) -> None:
    assert Lines("a\r\nbc").at(offset) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('[a . "b.]\\u0041" . \'c"\' ] # ]', [("a", "b.]A", 'c"')]),
        ("[[a]]\n", [("a",)]),
        ("a = [\n1,\n[commitment.x]\nb = 1", [("a",), ("commitment", "x"), ("b",)]),
        ("a = [1,\nb = 2\n", [("a",), ("b",)]),
        ("a = { b = [\nc = 2\n", [("a",), ("c",)]),
        ("a = {\nb = 1,\nc = 2\n}\nd = 3", [("a",), ("d",)]),
        ('a = """\n[b]\n [[source.x]]\nb = 1', [("a",), ("source", "x"), ("b",)]),
        ("a = '''\nb = 1", [("a",)]),
        ('a = "b\nc = 1', [("a",), ("c",)]),
        ("[commitment.x\nb = 1", [("commitment", "x"), ("b",)]),
        ("words\n= 1\n[1, 2]\n]\nb = 1", [("b",)]),
        ("\ufeffa = 1\nb = 1", [("b",)]),
        ('"\\q\\U00110000" = 1', [("\\q\\U00110000",)]),
    ],
)
def test_what_is_never_closed_ends_where_the_next_statement_begins(
    text: str, expected: list[tuple[str, ...]]
) -> None:
    assert [statement.path for statement in statements(text)] == expected


@pytest.mark.parametrize(
    ("owner", "expected"),
    [
        (
            ("source", "a"),
            [
                '# about a\n[source.a]\ntitle = "A [ledger] = {"\n',
                '[[source.a.seen]] # "\non = 2025-07-08\n',
                "[[source.a.seen]]\non = 2025-07-09\n",
            ],
        ),
        (("commitment", "y"), ['[commitment.y]\ntitle = "Y"\n']),
        (
            ("commitment", "x"),
            [
                LEDGER[LEDGER.index("# two") : LEDGER.index("\n[commitment.y]")],
                '[[commitment.x.event]]\ntype = "note"\non = 2025-07-10\n',
                "[[commitment.x.event]]\non = 2025-07-11\n# the end\n",
            ],
        ),
        (("commitment", "a"), []),
    ],
    ids=str,
)
def test_the_text_of_a_commitment_is_all_its_blocks(
    owner: tuple[str, str], expected: list[str]
) -> None:
    assert [LEDGER[start:end] for start, end in block_span(LEDGER, owner)] == expected


def test_a_dotted_key_belongs_to_its_commitment() -> None:
    text = "[commitment]\n# on x\nx.title = 1\ny.title = 2\n\n[other]\nx = 1"

    assert [text[a:b] for a, b in block_span(text, ("commitment", "x"))] == [
        "# on x\nx.title = 1\n"
    ]


# Documents that TOML accepts, with all that could mislead a scanner.

NASTY = st.text(st.sampled_from("ab-.[]{}#=,'\"\\ \t\né"), max_size=8)
LINES = st.lists(
    st.sampled_from(["[[commitment]]\n", "[commitment.x]\n", "b = 1\n", '"', "''", "# '\n", "]\n"]),
    max_size=4,
).map("".join)
BARE = frozenset("abcdefghijklmnopqrstuvwxyz0123456789-_")


def basic(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def literal(text: str) -> str:
    return "'" + text.replace("'", "").replace("\n", "") + "'"


def long_basic(text: str) -> str:
    return '"""\n' + text.replace("\\", "\\\\").replace('"""', '""\\"') + '\\""""'


def long_literal(text: str) -> str:
    return "'''" + re.sub("'+", "'", text) + " ''''"


STRINGS = st.builds(
    lambda write, text: write(text),
    st.sampled_from([basic, literal, long_basic, long_literal]),
    st.one_of(NASTY, LINES),
)
SCALARS = st.one_of(STRINGS, st.sampled_from(["1", "-0.5", "true", "2025-07-08T09:30:00+09:00"]))
SPACES = st.sampled_from(["", " ", "\t", "\n", " # ]'\"\n", '\n# [commitment.x] """\n\n'])
ARRAYS = st.lists(st.tuples(SPACES, SCALARS, SPACES).map("".join), max_size=3).map(
    lambda items: f"[{','.join(items)}]"
)
INLINE = st.lists(STRINGS, max_size=3).map(
    lambda items: "{" + ", ".join(f"k{n} = {item}" for n, item in enumerate(items)) + "}"
)
VALUES = st.one_of(
    SCALARS, ARRAYS, INLINE, st.lists(ARRAYS, max_size=2).map(lambda items: f"[{','.join(items)}]")
)
TAILS = st.sampled_from(["", " ", ' # comment """ \' [', "\n\n# [commitment.x]\n  # a = '"])


class Key(NamedTuple):
    """How a key is written, and what it is."""

    written: str
    name: str


class Line(NamedTuple):
    """A statement as written, with the path that TOML gives its value."""

    before: str
    brackets: str
    rest: str
    keys: tuple[str, ...]
    path: Path


@st.composite
def keys(draw: st.DrawFn, number: int) -> Key:
    """A key that no other number has."""
    name = f"{draw(NASTY)}{number}"
    if set(name) <= BARE and draw(st.booleans()):
        return Key(name, name)
    if "'" not in name and "\n" not in name and draw(st.booleans()):
        return Key(f"'{name}'", name)
    return Key(basic(name), name)


@st.composite
def key_lines(draw: st.DrawFn, table: Path, number: int) -> Line:
    parts = [draw(keys(10 * number + part)) for part in range(draw(st.integers(1, 3)))]
    dot = draw(st.sampled_from([".", " . ", "\t."]))
    written = dot.join(part.written for part in parts)
    names = tuple(part.name for part in parts)
    rest = f"{written}{draw(st.sampled_from(['=', ' = ']))}{draw(VALUES)}{draw(TAILS)}"
    return Line(draw(st.sampled_from(["", "  "])), "", rest, names, (*table, *names))


@st.composite
def documents(draw: st.DrawFn) -> list[Line]:
    found = [draw(key_lines((), number)) for number in range(draw(st.integers(0, 2)))]
    lengths: dict[tuple[str, ...], int] = {}
    for number in range(10, 10 + draw(st.integers(0, 4))):
        root = draw(st.sampled_from(["commitment", "source", "other"]))
        owner = draw(keys(number))
        for is_array in [False, *[True] * draw(st.integers(0, 2))]:
            names = (root, owner.name, *(["event"] if is_array else []))
            inside = ".".join([root, owner.written, *(["event"] if is_array else [])])
            brackets, closing = ("[[ ", "]]") if is_array else ("[", " ]")
            lengths[names] = lengths.get(names, -1) + 1
            path: Path = (*names, lengths[names]) if is_array else names
            found.append(Line("", brackets, inside + closing + draw(TAILS), names, path))
            count = draw(st.integers(0, 2))
            found += [draw(key_lines(path, 100 + n)) for n in range(count)]
    return found


def value_at(data: Any, path: Path) -> Any:  # noqa: ANN401  # what TOML holds
    for part in path:
        data = data[part]
    return data


@given(documents(), st.sampled_from(["\n", "\r\n"]), st.sampled_from(["", "\n"]))
def test_every_statement_is_found_with_the_path_that_toml_gives_it(
    document: list[Line], line_end: str, ending: str
) -> None:
    text = "\n".join(line.before + line.brackets + line.rest for line in document) + ending
    text = text.replace("\n", line_end)
    data = tomli.loads(text)
    places, lines = Places(text), Lines(text)

    found = statements(text)

    assert [(one.is_header, one.is_array, one.path) for one in found] == [
        (line.brackets != "", line.brackets == "[[ ", line.keys) for line in document
    ]
    offset = 0
    for line, one in zip(document, found, strict=True):
        value_at(data, line.path)
        offset = text.index(line.brackets + line.rest.replace("\n", line_end), offset)
        assert one.start == offset - len(line.before)
        assert one.key_start == offset + len(line.brackets)
        assert places.of(line.path) == lines.at(offset)
        assert tomli.loads(text[one.start : one.end])
        offset = one.key_start


WORDS = ["[", "]", "{", "}", ",", ".", "=", "#", '"', "'", "\\", '"""', "'''", " ", "\n", "\r\n"]
WORDS += ["[commitment.x]", "[[commitment.x.event]]", "\n[source.", "a = ", "b", "1"]
TOKENS = st.lists(
    st.one_of(st.sampled_from(WORDS), st.text(max_size=2)),
    max_size=40,
).map("".join)


@given(TOKENS)
def test_no_text_makes_it_raise(text: str) -> None:
    found = statements(text)
    places = Places(text)

    assert all(a.end <= b.start for a, b in pairwise(found))
    assert all(one.start <= one.key_start < one.end for one in found)
    for one in found:
        place = places.of(one.path)
        assert place is None or 1 <= place.line <= text.count("\n") + 1
        block_span(text, ("commitment", "x"))


def seconds(work: Callable[[str], object], text: str) -> float:
    def once() -> float:
        start = time.perf_counter()
        work(text)
        return time.perf_counter() - start

    return min(once() for _ in range(3))


@pytest.mark.parametrize(
    "part",
    [
        LEDGER,
        '"""',
        'a = """\n',
        'a = \\"""\n[commitment.x]\n',
        "a = [\n",
        "a = {,\nb = ",
        "a.",
        '"\\"',
        "'",
        "[[a",
        "a = [\n'''\n[source.x]\n",
    ],
)
def test_time_is_linear_on_garbage_too(part: str) -> None:
    small, large = ((part * size)[:size] for size in (50_000, 200_000))

    assert seconds(statements, large) < 12 * max(seconds(statements, small), 0.002)
    assert seconds(Places, large) < 12 * max(seconds(Places, small), 0.002)


def test_a_statement_knows_its_extent() -> None:
    text = "# c\n a = 1 # d\n\n[b]"

    assert [one[2:] for one in statements(text)] == [
        (("a",), 4, 15, 5, -1),
        (("b",), 16, 19, 17, -1),
    ]
