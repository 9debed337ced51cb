"""Machine output, pinned whole: a field may be added, none may change."""

import json
from typing import Any

import pytest

from tests.cli.desk import Desk

AS_OF = "2025-07-08T09:00:00+09:00"
LEDGER = """\
format = 1

[source.post]
outlet = "Post"
said = 2025-07-01
official = true

[commitment.tariff]
title = "Tariff takes effect"
kind = "measure"
by = ["US"]
to = ["KR", "JP"]
stated_by = "Lutnick"
via = "Office"
effective = 2025-07-09
stated = "July 9"
tags = ["trade"]
source = "post"
quote = "it starts on July 9"
recorded = 2025-07-01

[[commitment.tariff.event]]
type = "rescheduled"
on = 2025-07-07
effective = 2025-08-01T00:01:00-04:00
zone = "America/New_York"
stated = "August 1"
by = ["US"]
source = "post"
note = "by letter"
recorded = 2025-07-08

[commitment.talk]
title = "Talk again"
kind = "agreement"
by = ["KR", "US"]
review = "P7D"
recorded = 2025-06-30

[commitment.comment]
title = "Send comments"
due = "2025-07"
recorded = 2025-07-01
"""
LATER_EVENTS = """
[[commitment.tariff.event]]
type = "reported"
on = 2025-07-08
effective = 2025-08-05
source = "post"
recorded = 2025-07-08

[[commitment.talk.event]]
type = "fulfilled"
on = 2025-07-06
source = "post"
recorded = 2025-07-06

[[commitment.comment.event]]
type = "postponed"
on = 2025-07-07
source = "post"
recorded = 2025-07-07
"""


def date(
    role: str, value: str, precision: str, first: str, last: str, **rest: object
) -> dict[str, Any]:
    """A DATE whose other keys are what they are when nothing is said."""
    return {
        "role": role,
        "value": value,
        "precision": precision,
        "from": first,
        "to": last,
        "at": None,
        "zone": None,
        "stated": None,
        "approximate": False,
        "basis": "stated",
        "after": None,
        "provisional": False,
    } | rest


FIRST = date("effective", "2025-07-09", "day", "2025-07-09", "2025-07-09", stated="July 9")
MOVED = date(
    "effective",
    "2025-08-01T00:01:00-04:00",
    "instant",
    "2025-08-01",
    "2025-08-01",
    at="2025-08-01T00:01:00-04:00",
    zone="America/New_York",
    stated="August 1",
)
JULY = date("due", "2025-07", "month", "2025-07-01", "2025-07-31")
TARIFF = {
    "id": "tariff",
    "title": "Tariff takes effect",
    "kind": "measure",
    "by": ["US"],
    "to": ["KR", "JP"],
    "stated_by": "Lutnick",
    "via": "Office",
    "tags": ["trade"],
    "source": ["post"],
    "quote": "it starts on July 9",
    "recorded": "2025-07-01",
    "outcome": "open",
    "schedule": "upcoming",
    "evidence": "official",
    "disputed": False,
    "section": "coming",
    "date": MOVED,
    "dates": [MOVED],
    "days_left": 25,
    "days_left_range": None,
    "days_late": None,
    "first_date": FIRST,
    "moves": 1,
    "slip_days": 23,
    "notice_days": 2,
    "review": None,
    "file": "commitments.toml",
    "line": 8,
}
TALK = {
    "id": "talk",
    "title": "Talk again",
    "kind": "agreement",
    "by": ["KR", "US"],
    "to": [],
    "stated_by": None,
    "via": None,
    "tags": [],
    "source": [],
    "quote": None,
    "recorded": "2025-06-30",
    "outcome": "open",
    "schedule": "undated",
    "evidence": "none",
    "disputed": False,
    "section": "undated",
    "date": None,
    "dates": [],
    "days_left": None,
    "days_left_range": None,
    "days_late": None,
    "first_date": None,
    "moves": 0,
    "slip_days": None,
    "notice_days": None,
    "review": {"every": "P7D", "next": "2025-07-07", "days_left": -1},
    "file": "commitments.toml",
    "line": 33,
}
COMMENT = TALK | {
    "id": "comment",
    "title": "Send comments",
    "kind": "promise",
    "by": [],
    "recorded": "2025-07-01",
    "schedule": "upcoming",
    "section": "coming",
    "date": JULY,
    "dates": [JULY],
    "days_left": 23,
    "days_left_range": [-7, 23],
    "first_date": JULY,
    "slip_days": 0,
    "review": None,
    "line": 40,
}
MOVE = {
    "type": "rescheduled",
    "on": "2025-07-07",
    "recorded": "2025-07-08",
    "by": ["US"],
    "source": ["post"],
    "quote": None,
    "stated": "August 1",
    "note": "by letter",
    "date": MOVED,
    "slip_days": 23,
    "follows": None,
}


@pytest.fixture
def told(desk: Desk) -> Desk:
    desk.write(LEDGER)
    return desk


def document(desk: Desk, line: str) -> Any:  # noqa: ANN401  # JSON
    done = desk.run(line)
    assert (done.code, done.err) == (0, "")
    return json.loads(done.out)


def test_due(told: Desk) -> None:
    assert document(told, "due --json") == {
        "schema_version": 1,
        "as_of": AS_OF,
        "ledger": "commitments.toml",
        "items": [COMMENT, TARIFF, TALK],
    }


def test_list(told: Desk) -> None:
    assert document(told, "list --format json") == {
        "schema_version": 1,
        "as_of": AS_OF,
        "ledger": "commitments.toml",
        "items": [TARIFF, TALK, COMMENT],
    }


def test_list_as_of_a_day_before_the_move(told: Desk) -> None:
    before = TARIFF | {
        "days_left": 7,
        "schedule": "due_soon",
        "date": FIRST,
        "dates": [FIRST],
        "moves": 0,
        "slip_days": 0,
        "notice_days": None,
    }

    assert document(told, "list id:tariff --as-of 2025-07-02 --json") == {
        "schema_version": 1,
        "as_of": "2025-07-02T23:59:59.999999+09:00",
        "ledger": "commitments.toml",
        "items": [before],
    }


def test_show(told: Desk) -> None:
    told.write("The minister: “it starts on\nJuly 9”.\n", "articles/post.txt")
    seen = '[[source.post.seen]]\non = 2025-07-08\ntext = "articles/post.txt"\n'
    told.write(f"{LEDGER}\n{seen}")

    assert document(told, "show tariff --json") == {
        "schema_version": 1,
        "as_of": AS_OF,
        "ledger": "commitments.toml",
        "items": [
            TARIFF
            | {
                "history": [MOVE],
                "texts": [
                    {
                        "source": "post",
                        "quote": "it starts on July 9",
                        "found": True,
                        "line": 1,
                        "state": "ok",
                        "selector": {
                            "exact": "it starts on\nJuly 9",
                            "prefix": "The minister: “",
                            "suffix": "”.\n",
                        },
                    }
                ],
            }
        ],
    }


@pytest.mark.parametrize(
    ("text", "found", "state"),
    [("It starts soon.\n", False, "orphan"), (None, None, None)],
    ids=["not there", "no text"],
)
def test_show_says_whether_the_quote_was_found(
    told: Desk,
    text: str | None,
    found: bool | None,  # noqa: FBT001
    state: str | None,
) -> None:
    if text is not None:
        told.write(text, "articles/post.txt")
        seen = '[[source.post.seen]]\non = 2025-07-08\ntext = "articles/post.txt"\n'
        told.write(f"{LEDGER}\n{seen}")

    shown = document(told, "show tariff --json")["items"][0]["texts"]

    assert shown == [
        {
            "source": "post",
            "quote": "it starts on July 9",
            "found": found,
            "line": None,
            "state": state,
            "selector": None,
        }
    ]


def test_log(told: Desk) -> None:
    made: dict[str, Any] = {
        "type": "made",
        "recorded": "2025-07-01",
        "quote": None,
        "stated": None,
        "note": None,
        "by": [],
        "source": [],
        "follows": None,
    }

    assert document(told, "log --json") == {
        "schema_version": 1,
        "as_of": AS_OF,
        "events": [
            made
            | {
                "id": "talk",
                "title": "Talk again",
                "on": "2025-06-30",
                "recorded": "2025-06-30",
                "by": ["KR", "US"],
                "date": None,
                "slip_days": None,
            },
            made
            | {
                "id": "tariff",
                "title": "Tariff takes effect",
                "on": "2025-07-01",
                "by": ["US"],
                "source": ["post"],
                "quote": "it starts on July 9",
                "stated": "July 9",
                "date": FIRST,
                "slip_days": 0,
            },
            made
            | {
                "id": "comment",
                "title": "Send comments",
                "on": "2025-07-01",
                "date": JULY,
                "slip_days": 0,
            },
            MOVE | {"id": "tariff", "title": "Tariff takes effect"},
        ],
    }


@pytest.mark.parametrize("flag", ["", "--dry-run"], ids=["written", "dry run"])
def test_add(desk: Desk, flag: str) -> None:
    desk.write("format = 1\n")

    added = document(desk, f'add "Talk again" --by KR,US --review 7d --json {flag}')

    assert added == {
        "schema_version": 1,
        "as_of": AS_OF,
        "written": not flag,
        "item": TALK
        | {
            "id": "talk-again",
            "recorded": "2025-07-08",
            "review": {"every": "P7D", "next": "2025-07-15", "days_left": 7},
            "line": 3,
        },
    }


def test_move(told: Desk) -> None:
    september = date("due", "2025-09", "month", "2025-09-01", "2025-09-30")

    moved = document(told, "move comment 2025-09 --on 2025-07-08 --json")

    assert moved == {
        "schema_version": 1,
        "as_of": AS_OF,
        "written": True,
        "item": COMMENT
        | {
            "date": september,
            "dates": [september],
            "days_left": 84,
            "days_left_range": [55, 84],
            "moves": 1,
            "slip_days": 61,
            "notice_days": 23,
        },
    }


def test_close(told: Desk) -> None:
    closed = document(told, "close comment kept --on 2025-07-08 --source post --json")

    assert closed == {
        "schema_version": 1,
        "as_of": AS_OF,
        "written": True,
        "item": COMMENT
        | {
            "outcome": "fulfilled",
            "schedule": "met_on_time",
            "section": None,
            "days_left": None,
            "days_left_range": None,
            "days_late": -23,
            "evidence": "official",
        },
    }


def test_note(told: Desk) -> None:
    noted = document(told, "note talk --checked --json")

    assert noted == {
        "schema_version": 1,
        "as_of": AS_OF,
        "written": True,
        "item": TALK | {"review": {"every": "P7D", "next": "2025-07-15", "days_left": 7}},
    }


def test_update(told: Desk) -> None:
    second = date("due", "2025-07-20", "day", "2025-07-20", "2025-07-20")

    updated = document(told, "update comment clarified --due 2025-07-20 --json")

    assert updated == {
        "schema_version": 1,
        "as_of": AS_OF,
        "written": True,
        "item": COMMENT
        | {"date": second, "dates": [second], "days_left": 12, "days_left_range": None},
    }


def test_correct(told: Desk) -> None:
    right = date("due", "2025-07-30", "day", "2025-07-30", "2025-07-30")

    corrected = document(told, 'correct comment --due 2025-07-30 --title "Send it" --json')

    assert corrected == {
        "schema_version": 1,
        "as_of": AS_OF,
        "written": True,
        "item": COMMENT
        | {
            "title": "Send it",
            "date": right,
            "dates": [right],
            "first_date": right,
            "days_left": 22,
            "days_left_range": None,
        },
    }


def test_check_of_a_sound_ledger(desk: Desk) -> None:
    desk.write('format = 1\n[source.post]\noutlet = "Post"\nsaid = 2025-07-01\n')

    assert document(desk, "check --json") == {
        "schema_version": 1,
        "findings": [],
        "errors": 0,
        "warnings": 0,
    }


def test_check_of_a_fault(desk: Desk) -> None:
    desk.write(
        'format = 1\n[source.post]\noutlet = "Post"\nsaid = 2025-07-01\n\n'
        '[commitment.a]\ntitle = "A"\nkind = "promise"\ndue = 2027\n'
        'source = "post"\nrecorded = 2025-07-01\n'
    )

    done = desk.run("check --json")

    found = json.loads(done.out)
    assert done.code == 1
    assert (found["schema_version"], found["errors"], found["warnings"]) == (1, 1, 0)
    (finding,) = found["findings"]
    message, hint = finding.pop("message"), finding.pop("hint")
    assert finding == {
        "code": "bare-year",
        "severity": "error",
        "file": "commitments.toml",
        "line": 9,
        "column": 7,
        "id": "a",
    }
    assert "2027" in message
    assert '"2027"' in f"{message} {hint}"


def test_sources(told: Desk) -> None:
    assert document(told, "sources --json") == {
        "schema_version": 1,
        "sources": [
            {
                "id": "post",
                "title": None,
                "outlet": "Post",
                "author": None,
                "url": None,
                "said": "2025-07-01",
                "published": None,
                "official": True,
                "seen": [],
                "cited_by": ["tariff"],
            }
        ],
    }


def test_status(told: Desk) -> None:
    assert document(told, "status --json") == {
        "schema_version": 1,
        "as_of": AS_OF,
        "ledger": "commitments.toml",
        "commitments": 3,
        "late": 0,
        "coming": 2,
        "undated": 1,
        "next": [COMMENT, TARIFF],
    }


def test_timeline(told: Desk) -> None:
    told.write(f"{LEDGER}{LATER_EVENTS}")
    row = {"outcome": "open", "disputed": False, "marks": [], "reports": []}
    track = {"moves": 0, "postponed": None, "late": False}

    assert document(told, "timeline --json --from 2025-07-06") == {
        "schema_version": 1,
        "as_of": AS_OF,
        "ledger": "commitments.toml",
        "today": "2025-07-08",
        "from": "2025-07-06",
        "to": "2025-08-31",
        "rows": [
            row
            | {
                "id": "talk",
                "title": "Talk again",
                "outcome": "fulfilled",
                "dates": [],
                "marks": [{"on": "2025-07-06", "words": "implemented", "done": True}],
            },
            row
            | {
                "id": "tariff",
                "title": "Tariff takes effect",
                "disputed": True,
                "dates": [
                    track | {"role": "effective", "date": MOVED, "earlier": [FIRST], "moves": 1}
                ],
                "reports": [{"from": "2025-08-05", "to": "2025-08-05"}],
            },
            row
            | {
                "id": "comment",
                "title": "Send comments",
                "dates": [
                    track
                    | {
                        "role": "due",
                        "date": None,
                        "earlier": [JULY],
                        "postponed": "2025-07-07",
                    }
                ],
            },
        ],
        "outside": [],
    }


def test_timeline_names_what_lies_outside_of_its_axis(told: Desk) -> None:
    shown = document(told, "timeline --json --from 2025-08-01")

    assert [row["id"] for row in shown["rows"]] == ["tariff"]
    assert shown["outside"] == ["comment"]


def test_the_document_is_text_that_people_can_read(told: Desk) -> None:
    out = told.run("list --json").out

    assert out.startswith('{\n  "schema_version": 1,\n  "as_of": ')
    assert out.endswith("\n}\n")


def test_letters_of_every_script_stay_and_controls_are_escaped(desk: Desk) -> None:
    desk.write(
        'format = 1\n[commitment.a]\ntitle = "관세 é \\u001b[31m \\u202e"\nrecorded = 2025-07-01\n'
    )

    out = desk.run("list --json").out

    assert '"title": "관세 é \\u001b[31m \\u202e"' in out
