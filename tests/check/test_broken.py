"""A ledger that is not valid: all findings, each once, and the rest is still of use."""

import json
from datetime import UTC, datetime
from io import StringIO
from pathlib import Path

from commitrack.cli.program import run
from commitrack.cli.world import World
from tests.check.ledgers import base, check_file, check_text, event, ledger, marked, save

SIX = f"""\
format = 1

[source.page]
said = 2025-07-07

{base("due = ^2027", header="[commitment.one]")}

{base("effective = ^2025-Q3", header="[commitment.two]")}

{base('source = ^"pgae"', "due = 2025-07-20", header="[commitment.three]")}

{base('quote = ^"never closed', header="[commitment.four]")}

{base("due = 2025-07-21", '^stated_bye = "Seoul"', header="[commitment.five]")}

{base("due = 2025-07-22", header="[commitment.six]")}

{event('type = ^"fulfilled"', leave="source", header="[[commitment.six.event]]")}

{base("due = 2025-07-23", header="[commitment.sound]")}
"""
CODES = [
    "bare-year",
    "syntax",
    "unknown-source",
    "unclosed",
    "unknown-key",
    "outcome-without-source",
]


def call(folder: Path, *argv: str) -> tuple[int, str, str]:
    out, err = StringIO(), StringIO()
    now = datetime(2025, 7, 10, 9, 0, tzinfo=UTC)
    world = World({"TZ": "UTC"}, folder, lambda: now, StringIO(), out, err)
    return run(argv, world), out.getvalue(), err.getvalue()


def test_six_mistakes_two_of_them_of_syntax_are_six_findings_at_their_places(
    tmp_path: Path,
) -> None:
    text, places = marked(SIX)

    found = check_text(tmp_path, text)

    assert found == [(code, *place) for code, place in zip(CODES, places, strict=True)]


def test_what_has_no_fault_is_still_listed_beside_them(tmp_path: Path) -> None:
    text, _ = marked(SIX)
    save(tmp_path, text)

    code, out, err = call(tmp_path, "due", "--json")

    assert code == 4
    assert [it["id"] for it in json.loads(out)["items"]] == ["three", "five", "sound"]
    assert [line.split(" ")[2].rstrip(":") for line in err.splitlines()[:6]] == CODES


def test_check_lists_all_and_ends_with_1(tmp_path: Path) -> None:
    text, places = marked(SIX)
    save(tmp_path, text)

    code, out, err = call(tmp_path, "check")

    starts = [f"commitments.toml:{line}:{column}: " for line, column in places]
    assert code == 1
    assert len(out.splitlines()) == 6
    assert all(map(str.startswith, out.splitlines(), starts))
    assert err == "not checked further, because they cannot be read whole: four, two\n"


def test_a_source_whose_own_block_is_faulty_is_not_unknown(tmp_path: Path) -> None:
    text, [place] = marked(ledger('[source.other]\ntitle = ^"unclosed', base('source = "other"')))

    assert check_text(tmp_path, text) == [("unclosed", *place)]


def test_a_source_between_the_sides_of_a_merge_is_not_unknown(tmp_path: Path) -> None:
    sides = '<<<<<<< HEAD\n[source.a]\ntitle = "A"\n=======\n[source.b]\ntitle = "B"\n>>>>>>> b'
    text = ledger(sides, base('source = ["a", "b"]'))

    assert check_text(tmp_path, text) == [("conflict-marker", 4, 1)]


def test_a_commitment_that_cannot_be_read_may_be_linked_to(tmp_path: Path) -> None:
    blocks = [base('condition = { on = "y" }'), base('note = ^"', header="[commitment.y]")]
    text, [place] = marked(ledger(*blocks))

    assert check_text(tmp_path, text) == [("unclosed", *place)]


def test_an_id_that_is_recorded_twice_is_told_with_both_places(tmp_path: Path) -> None:
    findings = check_file(save(tmp_path, ledger(base(), base('title = "other"'))))

    assert [one.code for one in findings] == ["duplicate-id"]
    assert "here and in line 4" in findings[0].message


def test_a_fault_of_structure_is_told_once(tmp_path: Path) -> None:
    text, [place] = marked(ledger(base(), event(header="^[[commitment.z.event]]")))

    assert check_text(tmp_path, text) == [("phantom-event", *place)]


def test_sources_that_are_no_table_make_no_unknown_source(tmp_path: Path) -> None:
    text = f'format = 1\n[[source]]\ntitle = "A"\n{base()}\n'

    assert [one[0] for one in check_text(tmp_path, text)] == ["no-id"]
