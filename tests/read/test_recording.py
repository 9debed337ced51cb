"""`read --add` and `--yes` record what they name in one write, once, and nothing else."""

import json
from collections.abc import Callable
from datetime import date
from hashlib import sha256

import pytest
import tomli

from commitrack.domain.vocabulary import Kind
from commitrack.domain.when import Role
from tests.read.articles import COUNTS, FARE, HARBOUR, PATIENCE, PIER, Told, on
from tests.read.desk import ReadingDesk

Finds = Callable[..., None]
READ = "read harbour.txt --said 2025-07-07"


def commitments(desk: ReadingDesk) -> dict[str, dict[str, object]]:
    if not desk.ledger.exists():
        return {}
    found = tomli.loads(desk.text).get("commitment", {})
    assert isinstance(found, dict)
    return found


def told(commitment: dict[str, object]) -> list[dict[str, object]]:
    """The events of a commitment."""
    events = commitment["event"]
    assert isinstance(events, list)
    return events


@pytest.mark.parametrize(
    ("which", "ids"),
    [
        ("1", ["fare-night-ferry"]),
        ("1,3", ["fare-night-ferry", "repair-northern-pier"]),
        ("'3 1'", ["repair-northern-pier", "fare-night-ferry"]),
        ("2-3", ["share-passenger-counts", "repair-northern-pier"]),
        ("1-2,3,3", ["fare-night-ferry", "share-passenger-counts", "repair-northern-pier"]),
        ("all", ["fare-night-ferry", "share-passenger-counts", "repair-northern-pier"]),
        ("ALL", ["fare-night-ferry", "share-passenger-counts", "repair-northern-pier"]),
        ("none", []),
    ],
)
@pytest.mark.usefixtures("finds")
def test_add_records_what_it_names_in_that_order(
    desk: ReadingDesk, which: str, ids: list[str]
) -> None:
    done = desk.run(f"{READ} --add {which}")

    assert done.code == 0
    assert list(commitments(desk)) == ids


@pytest.mark.parametrize(
    ("which", "message"),
    [
        ("4", "4 is no commitment, but a hope"),
        ("1-5", "4 is no commitment, but a hope"),
        ("6", "no statement has the number 6: there are 5"),
        ("0", "no statement has the number 0"),
        ("1-999999", "4 is no commitment"),
        ("3-1", "3-1 runs backwards"),
        ("one", "one is no number of a statement"),
        ("1;2", "1;2 is no number"),
        (",", ", is no number of a statement"),
    ],
)
@pytest.mark.usefixtures("finds")
def test_a_choice_that_is_none_records_nothing(desk: ReadingDesk, which: str, message: str) -> None:
    before = desk.files()

    done = desk.run(f"{READ} --add '{which}'")

    assert done.code == 2
    assert message in done.err
    assert desk.files() == before


@pytest.mark.usefixtures("finds")
def test_a_hope_is_recorded_only_by_its_number_and_with_all(desk: ReadingDesk) -> None:
    refused = desk.run(f"{READ} --add 4")
    taken = desk.run(f"{READ} --add 4 --all")
    everything = desk.run(f"{READ} --add all --all")

    assert (refused.code, taken.code, everything.code) == (2, 0, 0)
    assert "--all --add 4" in refused.err
    kinds = [one["kind"] for one in commitments(desk).values()]
    assert kinds == ["intention", "measure", "agreement", "promise"]


@pytest.mark.parametrize(
    ("flags", "ids"),
    [
        ("--yes", ["fare-night-ferry", "share-passenger-counts", "repair-northern-pier"]),
        ("--yes --all", ["fare-night-ferry", "share-passenger-counts", "repair-northern-pier"]),
        ("-y --min-strength 3", ["fare-night-ferry", "share-passenger-counts"]),
        ("--yes --min-strength 4", ["fare-night-ferry"]),
    ],
)
@pytest.mark.usefixtures("finds")
def test_yes_records_every_commitment_that_binds_enough(
    desk: ReadingDesk, flags: str, ids: list[str]
) -> None:
    desk.run(f"{READ} {flags}")

    assert list(commitments(desk)) == ids


@pytest.mark.usefixtures("finds")
def test_yes_says_what_it_leaves_out(desk: ReadingDesk) -> None:
    done = desk.run(f"{READ} --yes --min-strength 4")

    assert "left out: 2, of strength 3, below 4" in done.lines
    assert "left out: 3, of strength 2, below 4" in done.lines


@pytest.mark.usefixtures("finds")
def test_what_is_recorded_is_the_statement_its_source_and_the_text(desk: ReadingDesk) -> None:
    desk.run(f"{READ} --outlet 'Strait Herald' --add 1")

    data = tomli.loads(desk.text)
    digest = sha256(HARBOUR.encode()).hexdigest()
    kept = f"articles/harbour-2025-07-07-{digest[:12]}.txt"
    assert data["source"] == {
        "harbour-2025-07-07": {
            "title": "Ferry fares to rise on the strait",
            "outlet": "Strait Herald",
            "said": date(2025, 7, 7),
            "recorded": date(2025, 7, 8),
            "seen": [
                {
                    "on": data["source"]["harbour-2025-07-07"]["seen"][0]["on"],
                    "text": kept,
                    "sha256": digest,
                }
            ],
        }
    }
    assert data["commitment"]["fare-night-ferry"] == {
        "title": "New fare of the night ferry starts",
        "kind": "measure",
        "by": ["DK"],
        "stated_by": "the Danish ministry",
        "effective": date(2025, 9, 1),
        "stated": "on 1 September",
        "source": "harbour-2025-07-07",
        "quote": "The new fare of the night ferry starts on 1 September",
        "recorded": date(2025, 7, 8),
    }
    assert (desk.folder / kept).read_bytes() == HARBOUR.encode()
    assert desk.run("check").code == 0
    assert desk.run("sources check").code == 0


@pytest.mark.parametrize(
    ("said", "note"),
    [(date(2025, 7, 5), "said on 2025-07-05"), (date(2025, 7, 7), None), (None, None)],
    ids=["another day", "the same day", "none"],
)
def test_a_statement_with_a_day_of_its_own_is_recorded_with_it(
    desk: ReadingDesk, finds: Finds, said: date | None, note: str | None
) -> None:
    finds(PIER._replace(more={**PIER.more, "said": said}))

    desk.run(f"{READ} --add 1")

    assert commitments(desk)["repair-northern-pier"].get("note") == note


@pytest.mark.usefixtures("finds")
def test_one_undo_takes_all_of_it_back(desk: ReadingDesk) -> None:
    desk.run('add "Open the bridge" --due 2025-10-01')
    before = desk.text

    done = desk.run(f"{READ} --yes")
    desk.run("undo")

    assert "Wrong? commitrack undo takes all 3 back" in done.lines
    assert desk.text == before


@pytest.mark.usefixtures("finds")
def test_ids_are_free_among_those_that_are_recorded_together(desk: ReadingDesk) -> None:
    desk.write("Sweden will repair the northern pier by 15 December 2025.\n", "pier.txt")

    desk.run("read harbour.txt pier.txt --said 2025-07-07 --add 3,4")

    assert list(commitments(desk)) == ["repair-northern-pier", "repair-northern-pier-2"]
    assert len(tomli.loads(desk.text)["source"]) == 2


@pytest.mark.parametrize("flags", ["--yes", "--add all"])
@pytest.mark.usefixtures("finds")
def test_a_second_reading_changes_nothing(desk: ReadingDesk, flags: str) -> None:
    desk.run(f"{READ} {flags}")
    before = desk.files()

    done = desk.run(f"{READ} {flags}")

    assert done.code == 0
    assert done.lines == [
        "already recorded: 1, as fare-night-ferry",
        "already recorded: 2, as share-passenger-counts",
        "already recorded: 3, as repair-northern-pier",
    ]
    assert desk.files() == before


@pytest.mark.usefixtures("finds")
def test_a_dry_run_says_what_would_be_written_and_writes_nothing(desk: ReadingDesk) -> None:
    before = desk.files()

    done = desk.run(f"{READ} --add 1,3 --dry-run")

    assert "Would add fare-night-ferry" in done.out
    assert "Would add repair-northern-pier" in done.out
    assert done.lines[-1] == "Nothing was written (--dry-run)."
    assert desk.files() == before


@pytest.mark.usefixtures("finds")
def test_nothing_is_recorded_when_one_of_them_does_not_fit(desk: ReadingDesk, finds: Finds) -> None:
    quote_elsewhere = PIER._replace(more={**PIER.more, "instrument": "rumour"})
    finds(FARE, quote_elsewhere)

    done = desk.run(f"{READ} --add all")

    assert done.code == 2
    assert "harbour.txt, statement 2" in done.err
    assert "rumour is no instrument" in done.err
    assert not desk.ledger.exists()


@pytest.mark.usefixtures("finds")
def test_a_ledger_that_is_not_valid_is_not_written_to(desk: ReadingDesk) -> None:
    desk.write("format = 1\n[commitment.x\n")

    done = desk.run(f"{READ} --yes")

    assert done.code == 4
    assert desk.text == "format = 1\n[commitment.x\n"
    assert not (desk.folder / "articles").exists()


@pytest.mark.usefixtures("finds")
def test_the_ledger_that_is_named_is_made(desk: ReadingDesk) -> None:
    done = desk.run(f"{READ} --add 1 --ledger own.toml")

    assert done.err == "made a new ledger: own.toml\n"
    assert "fare-night-ferry" in (desk.folder / "own.toml").read_text("utf-8")


@pytest.mark.usefixtures("finds")
def test_the_json_says_what_was_recorded(desk: ReadingDesk) -> None:
    desk.run(f"{READ} --add 1")

    document = json.loads(desk.run(f"{READ} --yes --min-strength 3 --json").out)

    assert document["written"] is True
    assert document["recorded"] == [
        {
            "number": 1,
            "id": "fare-night-ferry",
            "event": None,
            "is_new": False,
            "line": None,
        },
        {
            "number": 2,
            "id": "share-passenger-counts",
            "event": None,
            "is_new": True,
            "line": 28,
        },
    ]
    assert document["left_out"] == [{"number": 3, "why": "of strength 2, below 3"}]


@pytest.mark.usefixtures("finds")
def test_an_article_in_the_ledger_needs_no_day(desk: ReadingDesk) -> None:
    desk.run(f"{READ} --add 1")

    done = desk.run("read harbour.txt")

    assert done.code == 0
    assert "said Mon 7 Jul 2025 (the ledger, source harbour-2025-07-07)" in done.lines


@pytest.mark.usefixtures("finds")
def test_the_day_in_the_ledger_goes_before_the_date_line(desk: ReadingDesk) -> None:
    desk.write(f"OSLO, July 5, 2025 (Herald) -- A day of talks.\n\n{HARBOUR}", "oslo.txt")
    desk.run("read oslo.txt --said 2025-07-07 --add 1")

    again = desk.run("read oslo.txt")
    told = desk.run("read oslo.txt --published 2025-07-08")

    line = "said Mon 7 Jul 2025 (the ledger, source oslo-2025-07-07)"
    assert line in again.lines
    assert f"{line} · published Tue 8 Jul 2025 (--published)" in told.lines


@pytest.mark.usefixtures("finds")
def test_a_date_line_that_the_ledger_agrees_with_is_told_as_one(desk: ReadingDesk) -> None:
    desk.write(f"OSLO, July 5, 2025 (Herald) -- A day of talks.\n\n{HARBOUR}", "oslo.txt")
    desk.run("read oslo.txt --add 1")

    assert "said Sat 5 Jul 2025 (the date line, line 1)" in desk.run("read oslo.txt").lines


@pytest.mark.parametrize("flag", ["--said 2025-07-06", "--said 2025-07-07T10:00Z"])
@pytest.mark.usefixtures("finds")
def test_another_day_than_the_ledger_has_is_refused(desk: ReadingDesk, flag: str) -> None:
    desk.run(f"{READ} --add 1")

    done = desk.run(f"read harbour.txt {flag}")

    assert done.code == 2
    assert "harbour-2025-07-07 is in the ledger already, and was said 2025-07-07" in done.err
    assert "leave --said away" in done.err


@pytest.mark.usefixtures("finds")
def test_a_day_that_the_ledger_lacks_may_be_told(desk: ReadingDesk) -> None:
    desk.run("read harbour.txt --published 2025-07-08 --add 1")

    done = desk.run("read harbour.txt --said 2025-07-07")

    assert done.code == 0
    assert done.lines[1] == "said Mon 7 Jul 2025 (--said)"


# What the ledger has already


KNOWN = 'add "Sweden repairs the northern pier" --by SE --outlet Post --said 2025-06-01'


def test_a_statement_like_one_in_the_ledger_is_shown_so(desk: ReadingDesk, finds: Finds) -> None:
    desk.run(f"{KNOWN} --due 2025-12-15")
    finds(PIER)

    done = desk.run(READ)

    row = "   known          like sweden-repairs-northern (in the ledger): "
    assert f"{row}Sweden repairs the northern pier" in done.lines
    assert "commitrack update sweden-repairs-northern reaffirmed --on 2025-07-07 " in done.out


@pytest.mark.parametrize("due", ["--due 2025-12-15", "--due 2025-12", ""])
def test_what_says_the_same_again_is_recorded_as_reaffirmed(
    desk: ReadingDesk, finds: Finds, due: str
) -> None:
    desk.run(f"{KNOWN} {due}")
    finds(PIER)

    done = desk.run(f"{READ} --yes")

    assert done.out.startswith("Recorded: sweden-repairs-northern reaffirmed ")
    [commitment] = commitments(desk).values()
    assert commitment["event"] == [
        {
            "type": "reaffirmed",
            "on": date(2025, 7, 7),
            "source": "harbour-2025-07-07",
            "quote": PIER.quote,
            "recorded": date(2025, 7, 8),
        }
    ]


def test_a_reaffirmation_is_recorded_once(desk: ReadingDesk, finds: Finds) -> None:
    desk.run(f"{KNOWN} --due 2025-12-15")
    finds(PIER)
    desk.run(f"{READ} --yes")
    before = desk.text

    done = desk.run(f"{READ} --yes")

    assert done.lines == ["already recorded: 1, as sweden-repairs-northern"]
    assert desk.text == before


def test_another_date_is_left_to_a_person(desk: ReadingDesk, finds: Finds) -> None:
    desk.run(f"{KNOWN} --due 2025-11-30")
    before = desk.text
    finds(PIER)

    done = desk.run(f"{READ} --yes")

    assert done.lines[0] == (
        "left out: 1, like sweden-repairs-northern, which has another date, Sun 30 Nov 2025; "
        "--add 1 reports it"
    )
    assert desk.text == before


def test_another_date_that_is_named_is_recorded_as_reported(
    desk: ReadingDesk, finds: Finds
) -> None:
    desk.run(f"{KNOWN} --due 2025-11-30")
    finds(PIER)

    shown = desk.run(READ)
    desk.run(f"{READ} --add 1")

    assert "its date there is Sun 30 Nov 2025" in shown.words
    assert "update sweden-repairs-northern reported --on 2025-07-07 --due 2025-12-15" in shown.out
    [commitment] = commitments(desk).values()
    assert [(one["type"], one["due"]) for one in told(commitment)] == [
        ("reported", date(2025, 12, 15))
    ]


@pytest.mark.parametrize(
    "line",
    [
        'add "Sweden repairs the northern pier" --by DK --due 2025-12-15',
        'add "Paint the lighthouse" --by SE --due 2025-12-15',
        'add "Dredge the northern harbour of the strait" --by SE',
    ],
    ids=["other-party", "other-words", "one-word"],
)
def test_what_is_not_alike_is_new(desk: ReadingDesk, finds: Finds, line: str) -> None:
    desk.run(line)
    finds(PIER)

    desk.run(f"{READ} --yes")

    assert "repair-northern-pier" in commitments(desk)


def test_yes_leaves_what_is_closed_to_a_person(desk: ReadingDesk, finds: Finds) -> None:
    desk.run(f"{KNOWN} --due 2025-12-15")
    desk.run("close sweden-repairs-northern kept --source post-2025-06-01")
    finds(PIER)

    done = desk.run(f"{READ} --yes")

    assert "which is closed" in done.lines[0]
    assert "--add 1" in done.lines[0]


def test_two_statements_of_one_article_reaffirm_once(desk: ReadingDesk, finds: Finds) -> None:
    desk.run(f"{KNOWN} --due 2025-12-15")
    again = Told("The pier is closed", Kind.PROMISE, "Repair northern pier", {"by": ("SE",)})
    finds(PIER, again)

    done = desk.run(f"{READ} --yes")

    assert "left out: 2, like sweden-repairs-northern, as 1 is" in done.lines


def test_parties_on_both_sides_may_be_told_the_other_way_round(
    desk: ReadingDesk, finds: Finds
) -> None:
    desk.run('add "Share counts of passengers" --by DK --to SE')
    finds(COUNTS)

    assert "like share-counts-passengers" in desk.run(READ).out


def test_a_date_that_the_record_lacks_is_no_other_date(desk: ReadingDesk, finds: Finds) -> None:
    desk.run('add "New fare of the night ferry" --by DK')
    finds(FARE, PATIENCE)

    assert "update fare-night-ferry reaffirmed" in desk.run(READ).out


def test_a_date_of_another_role_is_compared_with_the_only_one(
    desk: ReadingDesk, finds: Finds
) -> None:
    desk.run(f"{KNOWN} --happens 2025-12-15")
    finds(PIER._replace(more={"by": ("SE",), "dates": (on(date(2025, 12, 15), Role.DUE),)}))

    assert "reaffirmed" in desk.run(READ).out
