"""What is refused, though it may be valid TOML, and what only looks like it."""

import pytest

from commitrack.domain.finding import Finding, Severity
from commitrack.ledger.reading import read_ledger

X = """\
[commitment.x]
title = "X"
recorded = 2025-07-08
"""


def findings(text: str) -> tuple[Finding, ...]:
    return read_ledger(text, "commitments.toml").findings


@pytest.mark.parametrize(
    ("text", "code", "hint"),
    [
        ("", "no-format", "format = 1"),
        (X, "no-format", "above the first header"),
        ("format = 2\n", "unknown-format", "a newer commitrack"),
        ('format = "1"\n', "unknown-format", "format = 1"),
        ("format = true\n", "unknown-format", "format = 1"),
        ("format = 1.0\n", "unknown-format", "format = 1"),
        ("format = 1\n[[commitment]]\ntitle = 'X'\n", "no-id", "[commitment.some-id]"),
        ("format = 1\n[[source]]\ntitle = 'S'\n", "no-id", "[source.some-id]"),
        ("format = 1\ncommitment = 5\n", "not-a-table", "[commitment.some-id]"),
        ("format = 1\n[commitment]\nx = 5\n", "not-a-table", "[commitment.x]"),
        ("format = 1\n[source]\ns = 'S'\n", "not-a-table", "[source.s]"),
        ("format = 1\n[[commitment.x]]\ntitle = 'X'\n", "not-a-table", "[commitment.x]"),
        ("format = 1\n[commitment.Steel_2]\ntitle = 'X'\n", "bad-id", "lower-case"),
        ("format = 1\n[commitment.-steel]\ntitle = 'X'\n", "bad-id", "no hyphen"),
        ("format = 1\n[source.'']\ntitle = 'S'\n", "bad-id", "letters"),
        ('format = 1\n[commitment."x\\n"]\ntitle = "X"\n', "bad-id", "letters"),
        ("format = 1\n[commitment.stähl]\ntitle = 'X'\n", "syntax", ""),
        (
            "format = 1\n[[commitment.tarif.event]]\ntype = 'step'\n",
            "phantom-event",
            "[commitment.tarif]",
        ),
        ("format = 1\n[[source.s.seen]]\non = 2025-07-08\n", "phantom-seen", "[source.s]"),
        (f"{X}[other]\nformat = 1\n", "no-format", "above the first header"),
    ],
    ids=[
        "an emptied file",
        "no format",
        "a later format",
        "a format in quotes",
        "a format of truth",
        "a format with a point",
        "commitments with no id",
        "sources with no id",
        "a number for all commitments",
        "a number for a commitment",
        "a text for a source",
        "a list for a commitment",
        "an id with capitals",
        "an id with a hyphen first",
        "an empty id",
        "an id with a line end",
        "a bare key that TOML 1.0 refuses",
        "events of an id that has no header",
        "looks at a source that has no header",
        "a format in another table",
    ],
)
def test_a_fault_of_structure_stops_the_ledger_and_says_what_to_write(
    text: str, code: str, hint: str
) -> None:
    found = [finding for finding in findings(text) if finding.code == code]

    assert len(found) == 1
    assert found[0].stops
    assert found[0].severity is Severity.ERROR
    assert hint in found[0].hint


@pytest.mark.parametrize(
    ("body", "code", "header"),
    [
        ('commitment = { x = { title = "X" } }', "inline-table", "[commitment.some-id]"),
        ("commitment = {}", "inline-table", "[commitment.some-id]"),
        ("  source = {}", "inline-table", "[source.some-id]"),
        ("'commitment' = {}", "inline-table", "[commitment.some-id]"),
        ('commitment.x = { title = "X" }', "inline-table", "[commitment.x]"),
        ('commitment.x.title = "X"', "inline-table", "[commitment.x]"),
        ('\tcommitment . "x" . title = "X"', "inline-table", "[commitment.x]"),
        ('[commitment]\nx = { title = "X" }', "inline-table", "[commitment.x]"),
        ('[ commitment ]\nx.title = "X"', "inline-table", "[commitment.x]"),
        ('["commitment"]\nx.title = "X"', "inline-table", "[commitment.x]"),
        ('[source]\ns = { title = "S" }', "inline-table", "[source.s]"),
        ('[commitment]\nevent = { title = "X" }', "inline-table", "[commitment.event]"),
        (X + "event = []", "static-event", "[[commitment.x.event]]"),
        (X + "event=[]", "static-event", "[[commitment.x.event]]"),
        (X + 'event = [{ type = "step" }]', "static-event", "[[commitment.x.event]]"),
        (X + 'event\t = [{ type = "step" }]', "static-event", "[[commitment.x.event]]"),
        (X + '"event" = [{ type = "step" }]', "static-event", "[[commitment.x.event]]"),
        (X + 'event = { type = "step" }', "static-event", "[[commitment.x.event]]"),
        (X + "event = 5", "static-event", "[[commitment.x.event]]"),
        (X + 'event.type = "step"', "static-event", "[[commitment.x.event]]"),
        (X + "[commitment.x.event]\ntype = 'step'", "static-event", "[[commitment.x.event]]"),
        ("[source.s]\nseen = [{}]", "static-seen", "[[source.s.seen]]"),
        ("[source.s]\nseen = 5", "static-seen", "[[source.s.seen]]"),
    ],
)
def test_what_forbids_later_blocks_is_refused_and_the_header_to_write_is_named(
    body: str, code: str, header: str
) -> None:
    found = findings(f"format = 1\n{body}\n")

    assert [finding.code for finding in found][:1] == [code]
    assert {finding.code for finding in found} == {code}
    assert all(finding.stops for finding in found)
    assert all(header in finding.hint for finding in found)


@pytest.mark.parametrize(
    ("body", "table"),
    [
        (f"{X}format = 1\n", "commitment"),
        ("[source.s]\nformat = 1\n", "source"),
        (f"{X}[[commitment.x.event]]\ntype = 'step'\nformat = 1\n", "commitment"),
        ("[source.s]\n[[source.s.seen]]\nformat = 1\n", "source"),
    ],
    ids=["a commitment", "a source", "an event", "a look"],
)
def test_a_format_below_a_header_is_told_to_move_up(body: str, table: str) -> None:
    found = {finding.code: finding for finding in findings(body)}

    assert found.keys() == {"no-format", "misplaced-key"}
    assert found["misplaced-key"].hint == "move it above the first header"
    assert found["misplaced-key"].path[0] == table
    assert found["misplaced-key"].path[-1] == "format"


def test_five_faults_show_five() -> None:
    text = f"""\
format = 2
[[source]]
[commitment.B]
title = "B"
[[commitment.y.event]]
type = "step"
{X}event = []
"""

    assert [finding.code for finding in findings(text)] == [
        "unknown-format",
        "bad-id",
        "phantom-event",
        "no-id",
        "static-event",
    ]


@pytest.mark.parametrize(
    "body",
    [
        "[[commitment.x.event]]\ntype = 'step'\n" + X,
        X + "[commitment.x.due]\nafter = 2025-07-01\nwithin = 'P90D'\n",
        X + "due.after = 2025-07-01\ndue.within = 'P90D'\n",
        X + "note = 'no event = [] and no seen = [] here'\n",
        X + 'note = """\nevent = []\n[[commitment]]\ncommitment = {}\n"""\n',
        X + "# event = []\n# [commitment]\n",
        X + "[other]\nevent = []\nseen = 5\ncommitment.x = 5\n",
        X + "[[commitment.x.event]]\nevent = []\n",
        X + "sub.event = []\n",
        "[commitment.event]\ntitle = 'X'\n[commitment.seen]\ntitle = 'Y'\n",
        "[commitment.commitment]\ntitle = 'X'\n[source.source]\n",
        "[commitment]\n[source]\n",
        "[source.s]\n[[source.s.seen]]\n",
        "[commitment.'x']\ntitle = 'X'\n",
        "[commitment.0]\ntitle = 'X'\n[commitment.a-]\ntitle = 'Y'\n[commitment.a--b]\n",
        "own-tool = { event = [] }\n" + X,
    ],
    ids=[
        "an event before its header",
        "a date as a table of its own",
        "a date in dotted keys",
        "words in a string",
        "words in a long string",
        "words in a comment",
        "another tool's table",
        "a key of an event",
        "a key of an unknown table",
        "ids like keys",
        "ids like tables",
        "empty tables",
        "a look with nothing in it",
        "a quoted id",
        "odd ids",
        "another tool's inline table",
    ],
)
def test_what_only_looks_like_a_fault_passes(body: str) -> None:
    assert findings(f"format = 1\n{body}") == ()
