"""Whatever a ledger says, checking it gives findings and never an exception."""

import tempfile
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from commitrack.app.auditing import FORMAT, audit
from commitrack.check.shapes import EXPECTED
from commitrack.domain.finding import Severity
from commitrack.ledger.fields import Form
from commitrack.ledger.reading import read_ledger
from tests.check.ledgers import NOW
from tests.project.examples import ROOT

SHIPPED = (ROOT / "data" / "commitments.toml").read_text(encoding="utf-8")
LINES = SHIPPED.split("\n")
VALUES = st.sampled_from(
    [
        "2027", "-1", "1.5", "nan", "true", '""', '"x"', "[]", '["x", 1]', "[[1]]", "{}",
        "0001-01-01", "9999-12-31", "0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59-12:00",
        "2025-03-09T02:30:00", "07:30:00", '"2025-13"', '"0001"', '"9999-28"', '"../2025"',
        '"P999999Y"', '"America/New_York"', '"EDT 12:01 p.m. EDT"', '"../../etc/passwd"',
        r'"a\u0000b"', r'"\u202e"', '{ after = 9999-12-31, within = "P1D" }',
        '{ after = "x", within = [] }', "{ on = {} }", '"corrected"', '"clarified"',
    ]
)  # fmt: skip
KEYS = st.sampled_from(sorted({*FORMAT.commitment, *FORMAT.correction, *FORMAT.source, "a.b"}))


def audit_text(text: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        found = audit(read_ledger(text, "ledger"), Path(folder) / "ledger", NOW)
    errors = [one for one in found.findings if one.severity is Severity.ERROR]
    assert (len(errors), len(found.findings)) == (found.errors, found.errors + found.warnings)


@st.composite
def mutated(draw: st.DrawFn) -> str:
    """Take a part of the shipped ledger and change some lines of it."""
    start = draw(st.integers(0, len(LINES) - 40))
    lines = ["format = 1", *LINES[start : start + 60]]
    for _ in range(draw(st.integers(1, 6))):
        place = draw(st.integers(0, len(lines) - 1))
        key = lines[place].split(" = ")[0] if " = " in lines[place] else draw(KEYS)
        match draw(st.integers(0, 4)):
            case 0:
                lines[place] = f"{key} = {draw(VALUES)}"
            case 1:
                lines.insert(place, f"{draw(KEYS)} = {draw(VALUES)}")
            case 2:
                del lines[place]
            case 3:
                lines.insert(place, lines[draw(st.integers(0, len(lines) - 1))])
            case _:
                cut = draw(st.integers(0, len(lines[place])))
                lines[place] = lines[place][:cut] + draw(st.text(max_size=3)) + lines[place][cut:]
    return "\n".join(lines)


@given(mutated())
def test_no_mutation_of_a_ledger_makes_checking_fail(text: str) -> None:
    audit_text(text)


@given(key=KEYS, value=VALUES, kind=st.sampled_from(["commitment.x", "source.page"]), on=VALUES)
@example(key="due", value="0001-01-01T00:00:00+14:00", kind="commitment.x", on="0001-01-01")
def test_no_value_of_any_key_makes_checking_fail(key: str, value: str, kind: str, on: str) -> None:
    part = "event" if kind.startswith("commitment") else "seen"
    for correction in ("clarified", "corrected"):
        audit_text(
            "\n".join(
                [
                    "format = 1",
                    "[source.page]",
                    f"said = {on}",
                    "[commitment.x]",
                    'source = "page"',
                    "due = 2025-08-01",
                    f"[{kind.replace('x', 'y').replace('page', 'b')}]",
                    f"{key} = {value}",
                    f"[[{kind}.{part}]]",
                    f"on = {on}",
                    *([f'type = "{correction}"'] if key != "type" else []),
                    *([f"{key} = {value}"] if key != "on" else []),
                ]
            )
        )


def test_every_form_of_a_value_has_its_rule() -> None:
    judged_elsewhere = {Form.DATE, Form.TABLES}

    assert {str(form) for form in Form} - judged_elsewhere == EXPECTED.keys()


@pytest.mark.parametrize("text", ["", "format = 2\n", "x", "[[[", "format = 1\ncommitment = 5\n"])
def test_what_is_no_ledger_gives_findings(text: str) -> None:
    audit_text(text)
