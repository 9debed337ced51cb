"""One fault never silences the rest, and each is told with its line and column."""

import time

import pytest
import tomli
from hypothesis import given
from hypothesis import strategies as st

from commitrack.domain.finding import Severity
from commitrack.ledger.salvage import Salvaged, salvage

X = ("commitment", "x")


def ledger(faulty: str) -> str:
    """A ledger in which lines from 5 on are those of x, and a and b have no fault."""
    return f"""\
format = 1
[commitment.a]
title = "[a] = {{"
[commitment.x]
{faulty}
[[commitment.a.event]]
note = '''
[commitment.not-one]
a = 1
'''
[source.b]
title = "b"
"""


WITHOUT_X = {
    "format": 1,
    "commitment": {"a": {"title": "[a] = {", "event": [{"note": "[commitment.not-one]\na = 1\n"}]}},
    "source": {"b": {"title": "b"}},
}


def seen(salvaged: Salvaged) -> list[tuple[str, int, int]]:
    """Code, line and column of each finding."""
    places = [(finding.code, finding.place) for finding in salvaged.findings]
    return [(code, place.line, place.column) for code, place in places if place]


@pytest.mark.parametrize(
    ("lines", "expected", "words"),
    [
        ('t = "never', ("unclosed", 5, 5), "a string that is never closed"),
        ("t = 'never", ("unclosed", 5, 5), "a string that is never closed"),
        ('t = """never', ("unclosed", 5, 5), "a string that is never closed"),
        ("t = '''never", ("unclosed", 5, 5), "a string that is never closed"),
        ('t = """never\nu = """ends"""', ("unclosed", 5, 5), "a string that is never closed"),
        ('t = """never\nu = """\nends\n"""', ("unclosed", 5, 5), "a string that is never"),
        ('t = ["a", "b', ("unclosed", 5, 11), "a string that is never closed"),
        ('t = ["a",', ("unclosed", 5, 5), "an array that is never closed"),
        ('t = ["a"\n# more\n', ("unclosed", 5, 5), "an array that is never closed"),
        ('t = ["a"\nu = 1', ("unclosed", 5, 5), "an array that is never closed"),
        ("t = { a = 1", ("unclosed", 5, 5), "an inline table that is never closed"),
        ("t = {\n a = 1,\n b = 2\n}\n", ("syntax", 5, 6), "an inline table over several lines"),
        ('t = ["a" "b"]', ("syntax", 5, 10), 'no comma or ] before "b"'),
        ("t = { a = 1 b = 2 }", ("syntax", 5, 13), "no comma or } before b"),
        ("t = { a = 1, }", ("syntax", 5, 14), "not a key: }"),
        ("t = 2025-Q3", ("syntax", 5, 5), "not a TOML value: 2025-Q3"),
        ("t = [2025-Q3]", ("syntax", 5, 6), "not a TOML value: 2025-Q3"),
        ("t = 2025-02-30", ("syntax", 5, 5), "not in the calendar: 2025-02-30"),
        ("t = soon # ok", ("syntax", 5, 5), "not a TOML value: soon"),
        ("t = # soon", ("syntax", 5, 5), "no value after the ="),
        ("t =", ("syntax", 5, 4), "no value after the ="),
        ("t = 1 2", ("syntax", 5, 7), "more than one value: 2"),
        ("some words", ("syntax", 5, 6), "no = after the key"),
        ("= 1", ("syntax", 5, 1), "neither a key nor a header: ="),
        ('t = "\\q"', ("syntax", 5, 6), "a backslash that starts no escape"),
        ('t = "\a"', ("syntax", 5, 6), "a character that may not stand here"),
        ("t = 1\n  # \a", ("syntax", 6, 5), "a character that may not stand here"),
        ("t = {a = 1, a = 2}", ("duplicate-key", 5, 18), "a key that this inline table has"),
        ("t = 1\n t = 2", ("duplicate-key", 6, 2), "t is given twice: here and in line 5"),
        ("t = 1\n t.a = 2", ("table-conflict", 6, 2), "commitment.x.t.a does not fit here"),
        ("t = " + "[" * 999 + "]" * 999, ("syntax", 5, 1), "more levels of brackets"),
        ("t = " + "1" * 9999, ("syntax", 5, 1), "a number with too many digits"),
        ("[[commitment.x.event]", ("syntax", 5, 21), "a header that is not closed"),
        ("[commitment.x]", ("duplicate-id", 5, 1), "x is recorded twice: here and in line 4"),
        ("event = 1\n[[commitment.x.event]]", ("table-conflict", 6, 1), "commitment.x.event does"),
        (
            "<<<<<<< ours\nt = 1\n=======\nt = 2\n>>>>>>> theirs",
            ("conflict-marker", 5, 1),
            "two versions of these lines were never merged",
        ),
    ],
    ids=lambda value: value[:30] if isinstance(value, str) else None,
)
@pytest.mark.parametrize("line_end", ["\n", "\r\n"], ids=["lf", "crlf"])
def test_a_fault_is_told_in_words_and_leaves_the_rest(
    lines: str, expected: tuple[str, int, int], words: str, line_end: str
) -> None:
    found = salvage(ledger(lines).replace("\n", line_end))

    assert seen(found) == [expected]
    assert found.findings[0].message.startswith(words)
    assert found.findings[0].hint
    assert found.findings[0].stops
    assert found.findings[0].severity is Severity.ERROR
    assert found.faulty == {X}
    assert found.data == WITHOUT_X


def test_six_faults_give_six_findings_and_the_others_remain() -> None:
    text = """\
format = 1
format = 2
[commitment.one]
due = 2025-Q3
tags = ["a", "b"
title = "never closed
[commitment.two]
title = 'fine'
[[commitment.two.event]]
note = \"""
[[commitment.three.event]]
on = 2025-07-08
[commitment.three]
quote = \"""
three
\"""
[source.four]
[source.four]
[commitment.five]
"""

    found = salvage(text)

    assert seen(found) == [
        ("duplicate-key", 2, 1),
        ("syntax", 4, 7),
        ("unclosed", 5, 8),
        ("unclosed", 6, 9),
        ("unclosed", 10, 8),
        ("duplicate-id", 18, 1),
    ]
    assert [finding.id for finding in found.findings] == [None, "one", "one", "one", "two", "four"]
    assert found.faulty == {("commitment", "one"), ("commitment", "two"), ("source", "four")}
    assert found.data == tomli.loads(
        "format = 1\n[[commitment.three.event]]\non = 2025-07-08\n[commitment.three]\n"
        'quote = "three\\n"\n[commitment.five]\n'
    )


@pytest.mark.parametrize(
    ("text", "expected", "ids", "faulty"),
    [
        pytest.param(
            "[commitment.x]\n<<<<<<< a\n[commitment.l]\n=======\n[commitment.r]\n>>>>>>> b\n",
            [2],
            ["l", "r", "x"],
            set(),
            id="either side adds a block",
        ),
        pytest.param(
            "<<<<<<< a\n[commitment.l]\n=======\n[commitment.r]\n>>>>>>> b\nshared = 1\n",
            [1],
            [],
            {"l", "r"},
            id="a shared end belongs to both",
        ),
        pytest.param(
            "[commitment.x]\n<<<<<<< a\nt=1\n||||||| o\n=======\n[commitment.r]\n>>>>>>> b\nu=1",
            [2],
            [],
            {"x", "r"},
            id="keys of the table before",
        ),
        pytest.param(
            "<<<<<<< a\n[commitment.x]\n=======\n[commitment.x]\n>>>>>>> b\n[commitment.y]\n",
            [1],
            ["y"],
            {"x"},
            id="both sides add the same",
        ),
        pytest.param(
            "[commitment.x]\nt = [\n<<<<<<< a\n1,\n=======\n2,\n>>>>>>> b\n]\n[commitment.y]\n",
            [3],
            ["y"],
            {"x"},
            id="in an array",
        ),
        pytest.param(
            "[commitment.x]\n=======\n[commitment.y]\n<<<<<<< a\n>>>>>>> b\n<<<<<<< a\n>>>>>>> b\n",
            [2, 4, 6],
            ["x", "y"],
            set(),
            id="one for each conflict",
        ),
        pytest.param(
            '[commitment.x]\nt = """\n<<<<<<< a\n=======\n>>>>>>> b\n"""\n',
            [],
            ["x"],
            set(),
            id="words in a string",
        ),
    ],
)
def test_a_conflict_is_one_finding_and_both_sides_are_read(
    text: str, expected: list[int], ids: list[str], faulty: set[str]
) -> None:
    found = salvage(text)

    assert seen(found) == [("conflict-marker", line, 1) for line in expected]
    commitments = found.data.get("commitment", {})
    assert isinstance(commitments, dict)
    assert sorted(commitments) == ids
    assert {name for _, name in found.faulty} == faulty


@pytest.mark.parametrize(
    ("text", "expected", "data"),
    [
        ("commitment = 1\n[commitment.x]\n", ("table-conflict", 1, 1), {"commitment": {"x": {}}}),
        ("[commitment]\n[commitment]\nx.a = 1", ("table-conflict", 2, 1), {"commitment": {}}),
        ("[[commitment]]\n[commitment]", ("table-conflict", 1, 1), {"commitment": {}}),
        ("[o]\na = 1\n[o.a]\nb = 1", ("table-conflict", 3, 1), {"o": {"a": 1}}),
        ("[o]\no = 1\nb = ?", ("syntax", 3, 5), {"o": {"o": 1}}),
        ("[o\na = 1\n[p]", ("syntax", 1, 3), {"p": {}}),
        (
            "[commitment]\nx.a = 1\nx.b = ?\ny.a = 1",
            ("syntax", 3, 7),
            {"commitment": {"y": {"a": 1}}},
        ),
        ("a = 1\nb = 1 1\nc = 1", ("syntax", 2, 7), {"a": 1, "c": 1}),
        ("\ufeffformat = 1\na = 1", ("syntax", 1, 1), {"a": 1}),
    ],
)
def test_what_belongs_to_no_commitment_is_read_key_by_key(
    text: str, expected: tuple[str, int, int], data: dict[str, object]
) -> None:
    found = salvage(text)

    assert seen(found) == [expected]
    assert found.data == data


@pytest.mark.parametrize(
    "misfits",
    [
        pytest.param(
            "[commitment.x]\n" + "".join(f"k{n} = 1\nk{n}.a = 2\n" for n in range(25)),
            id="in a block",
        ),
        pytest.param(
            "".join(f"[o{n}]\na = 1\n[o{n}.a]\nb = 2\n" for n in range(25)), id="among tables"
        ),
    ],
)
def test_misfits_without_end_are_given_up_and_the_records_that_fit_remain(misfits: str) -> None:
    found = salvage(f"[commitment.a]\n{misfits}[source.b]\n")

    assert {finding.code for finding in found.findings} == {"table-conflict"}
    assert len(found.findings) in range(19, 21)
    assert found.data == {"commitment": {"a": {}}, "source": {"b": {}}}


FAULTS = [
    "t = 2025-Q3\n",
    't = "never\n',
    't = ["a",\n',
    't = """never\n',
    "t = '''never\n",
    "t = { a = 1\n",
    "words\n",
    't = """\nlong\n""" more\n',
    't = \\"""\n',
    "t = 1\nt = 2\n",
]
FINE = [
    'note = """\n[commitment.not-one]\nt = 1\n"""\n',
    "note = '''\"'''\n",
    'note = """a"""\n',
    'note = """\nsome\nwords\n"""\n',
    'tags = ["[",\n # "\n]\n',
    "due = { after = 'y' } # '\n",
    "",
]


@given(
    st.lists(st.tuples(st.sampled_from(FINE), st.sampled_from(["", "", *FAULTS])), max_size=8),
    st.lists(st.sampled_from(FINE), max_size=8),
)
def test_any_faults_are_all_found_and_take_nothing_else_along(
    bases: list[tuple[str, str]], events: list[str]
) -> None:
    blocks = [(n, f"[commitment.c{n}]\n{fine}", fault) for n, (fine, fault) in enumerate(bases)]
    blocks += [
        (n, f"[[commitment.c{n}.event]]\n{fine}", "") for n, fine in enumerate(events[: len(bases)])
    ]
    bad = {n for n, _, fault in blocks if fault}
    text = "format = 1\n" + "".join(block + fault for _, block, fault in blocks)
    rest = "format = 1\n" + "".join(block for n, block, _ in blocks if n not in bad)

    found = salvage(text)

    assert found.data == tomli.loads(rest)
    assert found.faulty == {("commitment", f"c{n}") for n in bad}
    assert [finding.id for finding in found.findings] == [f"c{n}" for n in sorted(bad)]


WORDS = [
    "[",
    "]",
    "{",
    "}",
    ",",
    ".",
    "=",
    "#",
    '"',
    "'",
    "\\",
    '"""',
    "'''",
    "b",
    "1",
    " ",
    "\n",
    "\r\n",
]
LINES = [
    "[commitment.x]",
    "[[commitment.x.event]]",
    "[commitment]",
    "[[commitment]]",
    "[source.y]",
    "[a]",
]
LINES += ["a = 1", "a =", "b = [", 'c = """', "x.a = 1", "commitment = 1", "commitment.x.k = 2"]
LINES += ["[commitment.x.b]", "<<<<<<< a", "=======", ">>>>>>> b"]
GARBAGE = st.lists(st.sampled_from([*WORDS, *(f"\n{line}\n" for line in LINES)]), max_size=30).map(
    "".join
)


@given(GARBAGE)
def test_no_text_makes_it_raise_and_what_toml_refuses_has_a_finding(text: str) -> None:
    try:
        expected = tomli.loads(text)
    except tomli.TOMLDecodeError:
        expected = None

    found = salvage(text)

    if expected is None:
        assert found.findings
    else:
        assert found == (expected, (), frozenset())
    for table, name in found.faulty:
        records = found.data.get(table)
        assert not (isinstance(records, dict) and name in records)
    assert all(finding.place for finding in found.findings)


@pytest.mark.parametrize(
    "lines",
    [
        "",
        "a = ?",
        'note = """never',
        'note = \\"""',
        "note = '''never",
        "tags = [",
        "kind = 1",
        "event = 1",
        "[commitment.x]",
        "[commitment]\ny.a = 1",
        "<<<<<<< a\n=======\n>>>>>>> b",
    ],
)
def test_time_grows_with_the_length(lines: str) -> None:
    def seconds(count: int) -> float:
        text = "a = ?\n" + "".join(
            f'[commitment.c{n}]\nkind = "a"\n{lines}\nquote = """\nlong\n"""\n'
            f"[[commitment.c{n}.event]]\non = 2025-07-08\n"
            for n in range(count)
        )
        start = time.perf_counter()
        assert salvage(text).findings
        return time.perf_counter() - start

    small = min(seconds(100) for _ in range(3))
    large = min(seconds(400) for _ in range(3))

    assert large < 12 * small
