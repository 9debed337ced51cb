"""`commitrack check`, entered where the user enters."""

import json
import time
from pathlib import Path

import pytest

from benchmarks.ledgers import make_ledger
from tests.check.ledgers import base, check_file, ledger, save
from tests.check.test_broken import call
from tests.project.examples import ROOT

FAULTY = ledger(base("due = 2027"), base(leave="source", header="[commitment.y]"))
BARE_YEAR = 'due = 2027 is a number, not a date; write "2027" for some time in 2027'
NO_SOURCE = "it cites no source: its evidence is `none`; commitrack correct y --source …"
WARNED = ledger(base(leave="source"))


def test_the_lines_say_place_severity_code_fault_and_remedy(tmp_path: Path) -> None:
    save(tmp_path, FAULTY)

    code, out, err = call(tmp_path, "check")

    assert (code, err) == (1, "")
    assert out.splitlines() == [
        f"commitments.toml:10:7: error bare-year: {BARE_YEAR}",
        f"commitments.toml:11:1: warning no-source: {NO_SOURCE}",
    ]


@pytest.mark.parametrize(
    ("text", "last"),
    [
        (FAULTY, "1 error, 1 warning"),
        (WARNED, "1 warning"),
        (ledger(base()), "no findings in 1 commitment and 1 source"),
    ],
)
def test_a_table_ends_with_the_sum(text: str, last: str, tmp_path: Path) -> None:
    save(tmp_path, text)

    _, out, _ = call(tmp_path, "check", "--format", "table")

    assert out.splitlines()[-1] == last


def test_a_sound_ledger_says_nothing_into_a_pipe(tmp_path: Path) -> None:
    save(tmp_path, ledger(base()))

    assert call(tmp_path, "check") == (0, "", "")


@pytest.mark.parametrize(
    ("text", "options", "exit_code"),
    [(WARNED, [], 0), (WARNED, ["--strict"], 1), (FAULTY, [], 1), (ledger(), ["--strict"], 0)],
)
def test_warnings_fail_only_when_asked_to(
    text: str, options: list[str], exit_code: int, tmp_path: Path
) -> None:
    save(tmp_path, text)

    assert call(tmp_path, "check", *options)[0] == exit_code


def test_json_is_one_document_pinned_whole(tmp_path: Path) -> None:
    save(tmp_path, FAULTY)

    code, out, _ = call(tmp_path, "check", "--json")

    assert code == 1
    assert json.loads(out) == {
        "schema_version": 1,
        "findings": [
            {
                "code": "bare-year",
                "severity": "error",
                "file": "commitments.toml",
                "line": 10,
                "column": 7,
                "id": "x",
                "message": "due = 2027 is a number, not a date",
                "hint": 'write "2027" for some time in 2027',
            },
            {
                "code": "no-source",
                "severity": "warning",
                "file": "commitments.toml",
                "line": 11,
                "column": 1,
                "id": "y",
                "message": "it cites no source: its evidence is `none`",
                "hint": "commitrack correct y --source …",
            },
        ],
        "errors": 1,
        "warnings": 1,
    }


def test_github_gets_one_annotation_a_finding(tmp_path: Path) -> None:
    save(tmp_path, FAULTY)

    code, out, _ = call(tmp_path, "check", "--format", "github")

    assert code == 1
    assert out.splitlines()[0] == (
        f"::error file=commitments.toml,line=10,col=7,title=bare-year::{BARE_YEAR}"
    )


def test_hostile_text_is_spelt_out(tmp_path: Path) -> None:
    save(tmp_path, ledger(base('kind = "\\u001b[31m\\u202e\\n::error::x"')))

    _, out, _ = call(tmp_path, "check", "--format", "github")

    assert "\x1b" not in out
    assert "\u202e" not in out
    assert all(line.startswith("::error file=commitments.toml,") for line in out.splitlines())


def test_a_missing_ledger_is_no_finding(tmp_path: Path) -> None:
    code, out, err = call(tmp_path, "check", "--ledger", "none.toml")

    assert (code, out) == (4, "")
    assert err.startswith("error: no ledger at")


def test_a_file_that_is_not_utf_8_cannot_be_checked(tmp_path: Path) -> None:
    (tmp_path / "commitments.toml").write_bytes(b"format = 1\n# caf\xe9\n")

    code, out, err = call(tmp_path, "check")

    assert (code, out) == (4, "")
    assert "commitments.toml:2: error: byte 0xe9 is not UTF-8 text" in err


def test_the_shipped_ledger_has_no_fault() -> None:
    assert check_file(ROOT / "data" / "commitments.toml") == ()


@pytest.mark.slow
def test_a_thousand_commitments_are_checked_in_about_a_second(tmp_path: Path) -> None:
    path = save(tmp_path, make_ledger(1_000))
    start = time.perf_counter()

    check_file(path)

    assert time.perf_counter() - start < 2
