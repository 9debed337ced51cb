"""The review: asked one by one, decisions kept as they are made, all recorded in one write."""

import json
import re
import shlex
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
import tomli

from commitrack.app.harvest.decisions import held_diary
from commitrack.cli.program import run
from commitrack.cli.world import World
from commitrack.domain.vocabulary import Kind
from commitrack.domain.when import Role
from commitrack.errors import LockedError
from tests.cli.desk import CLOCK, Done, Terminal
from tests.read.articles import COUNTS, FARE, PATIENCE, PIER, Told, on
from tests.read.desk import ReadingDesk

Finds = Callable[..., None]
READ = "read harbour.txt --said 2025-07-07"


def review(desk: ReadingDesk, *answers: str, line: str = READ) -> Done:
    """Read at a terminal, and give these answers, a line each; then leave."""
    return desk.run(line, terminal=True, answer="".join(f"{one}\n" for one in answers))


def commitments(desk: ReadingDesk) -> dict[str, dict[str, object]]:
    if not desk.ledger.exists():
        return {}
    found = tomli.loads(desk.text).get("commitment", {})
    assert isinstance(found, dict)
    return found


def states(desk: ReadingDesk) -> list[Path]:
    return sorted((desk.folder.parent / ".local/state/commitrack/reading").glob("*.jsonl"))


def facts(desk: ReadingDesk) -> list[str]:
    return [
        json.loads(line)["fact"]
        for path in states(desk)
        for line in path.read_text("utf-8").splitlines()
    ]


def reasons_shown(done: Done) -> list[str]:
    """What stands at "why" on the last screen."""
    screen = re.sub(r"\x1b\[[0-9;]*m", "", done.out).rpartition("\n  why ")[2]
    lines = screen.partition("[a]ccept")[0].splitlines()
    return [line.strip() for line in lines if line.strip()]


def many(desk: ReadingDesk, finds: Finds, count: int) -> None:
    """An article with that many commitments, each with its date."""
    numbers = range(1, count + 1)
    desk.write("".join(f"Sweden will do work {n}.\n\n" for n in numbers), "works.txt")
    more = {**PIER.more, "dates": (on(date(2025, 8, 15), Role.DUE),)}
    rest = "on the long northern pier of the old ferry harbour"
    finds(*(Told(f"do work {n}.", Kind.PROMISE, f"Work {n} {rest}", more) for n in numbers))


# Which


@pytest.mark.usefixtures("finds")
def test_what_is_chosen_and_accepted_is_recorded(desk: ReadingDesk) -> None:
    done = review(desk, "1 3", "a", "a")

    assert done.code == 0
    assert "Record which? [1 3, all, none]" in done.out
    assert "1 of 2" in done.words
    assert "2 of 2" in done.words
    assert list(commitments(desk)) == ["fare-night-ferry", "repair-northern-pier"]
    assert "Added fare-night-ferry" in done.out
    assert "Wrong? commitrack undo takes all 2 back" in done.lines


@pytest.mark.parametrize("answer", ["", "none", "q", "n"])
@pytest.mark.usefixtures("finds")
def test_none_is_an_answer_and_leaves_nothing_behind(desk: ReadingDesk, answer: str) -> None:
    before = desk.files()

    done = review(desk, answer)

    assert done.code == 0
    assert desk.files() == before


@pytest.mark.usefixtures("finds")
def test_an_answer_that_is_none_is_asked_again(desk: ReadingDesk) -> None:
    done = review(desk, "9", "4", "x", "2", "a")

    assert "no statement has the number 9: there are 5" in done.words
    assert "4 is no commitment, but a hope" in done.words
    assert "x is no number of a statement" in done.words
    assert list(commitments(desk)) == ["share-passenger-counts"]


def test_of_many_those_that_are_open_stand_in_short_before_the_question(
    desk: ReadingDesk, finds: Finds
) -> None:
    many(desk, finds, 12)
    desk.run("read works.txt --said 2025-07-07 --add 2")

    done = review(desk, "none", line="read works.txt --said 2025-07-07")

    screen = re.sub(r"\x1b\[[0-9;]*m", "", done.out)
    short = screen.partition("IN SHORT\n")[2].partition("\n\nRecord which?")[0].splitlines()
    assert short[:2] == [
        " 1  Work 1 on the long northern pier of the old ferry harb…  SE  Fri 15 Aug 2025",
        " 3  Work 3 on the long northern pier of the old ferry harb…  SE  Fri 15 Aug 2025",
    ]
    assert [line[:2] for line in short] == [f"{n:>2}" for n in range(1, 13) if n != 2]
    assert max(map(len, short)) <= 80


def test_few_are_not_said_twice(desk: ReadingDesk, finds: Finds) -> None:
    many(desk, finds, 5)

    done = review(desk, "none", line="read works.txt --said 2025-07-07")

    assert "Record which?" in done.out
    assert "IN SHORT" not in done.out


@pytest.mark.usefixtures("finds")
def test_a_hope_is_offered_with_all(desk: ReadingDesk) -> None:
    review(desk, "4", "a", line=f"{READ} --all")

    assert list(commitments(desk)) == ["patient"]


def test_nothing_is_asked_where_nothing_is_found(desk: ReadingDesk, finds: Finds) -> None:
    finds(PATIENCE)

    assert "Record which?" not in review(desk, "all").out


@pytest.mark.parametrize("flags", ["--json", "--format plain", "--dates", "--add none"])
@pytest.mark.usefixtures("finds")
def test_only_the_page_on_a_terminal_ends_in_a_question(desk: ReadingDesk, flags: str) -> None:
    done = review(desk, "all", "a", "a", "a", line=f"{READ} {flags}")

    assert "Record which?" not in done.out
    assert not desk.ledger.exists()


@pytest.mark.usefixtures("finds")
def test_what_is_recorded_is_not_offered_again(desk: ReadingDesk) -> None:
    desk.run(f"{READ} --add 1")

    some = review(desk, "1", "1,2", "a")
    rest = review(desk, "all", "a")

    assert "1 is recorded already" in some.words
    assert "1 of 1" in some.words
    assert "1 of 1" in rest.words
    assert "Every commitment in it is recorded already." in review(desk, "all").out


# One at a time


@pytest.mark.usefixtures("finds")
def test_a_statement_is_shown_in_its_context_with_the_record_and_why(desk: ReadingDesk) -> None:
    done = review(desk, "3", "q", line=READ)

    screen = done.out.partition("Record which?")[2].replace("\x1b[7m", "").replace("\x1b[0m", "")
    words = " ".join(screen.split())
    assert "Nobody named a day for the first table." in words
    assert "Sweden will repair the northern pier by 15 December 2025" in words
    assert "The pier is closed." in words
    for row in (
        "record a new commitment",
        "Repair the northern pier",
        "who SE · promise",
        "due Mon 15 Dec 2025 in 160 days",
        "id repair-northern-pier",
        "will: a promise",
    ):
        assert row in words


@pytest.mark.usefixtures("finds")
def test_a_paragraph_before_it_is_shown_apart(desk: ReadingDesk) -> None:
    done = review(desk, "3", "q", line=READ)

    screen = re.sub(r"\x1b\[[0-9;]*m", "", done.out.partition("Record which?")[2])
    assert "first table.\n  Sweden will repair" in screen
    assert "2025. The pier is closed." in screen


def test_where_nobody_is_bound_the_record_says_so(desk: ReadingDesk, finds: Finds) -> None:
    finds(PIER._replace(more={**PIER.more, "by": ()}))

    assert "who nobody named · promise" in review(desk, "1", "q").words


@pytest.mark.usefixtures("finds")
def test_the_fields_that_are_offered_are_the_usual_ones_and_those_with_a_value(
    desk: ReadingDesk,
) -> None:
    done = review(desk, "1", "e", "stated-by -", "e", "stated -", "e", "", "q")

    usual = "title kind by to date role quote id tags note"
    offered = re.findall(r"which\? (title[^>]*) >", done.out)
    assert offered == [f"{usual} stated stated-by", f"{usual} stated", usual]


@pytest.mark.usefixtures("finds")
def test_what_is_skipped_is_not_recorded(desk: ReadingDesk) -> None:
    review(desk, "all", "s", "a", "s")

    assert list(commitments(desk)) == ["share-passenger-counts"]


@pytest.mark.usefixtures("finds")
def test_when_all_is_skipped_nothing_is_recorded_and_no_ledger_made(desk: ReadingDesk) -> None:
    done = review(desk, "all", "s", "s", "s")

    assert done.out.endswith("Nothing was accepted, and nothing recorded.\n")
    assert not desk.ledger.exists()


@pytest.mark.usefixtures("finds")
def test_back_decides_the_one_before_anew(desk: ReadingDesk) -> None:
    review(desk, "all", "s", "b", "a", "s", "b", "a", "s")

    assert list(commitments(desk)) == ["fare-night-ferry", "share-passenger-counts"]


@pytest.mark.usefixtures("finds")
def test_help_and_keys_that_are_none_say_what_the_keys_do(desk: ReadingDesk) -> None:
    done = review(desk, "1", "?", "z", "", "a")

    assert done.out.count("  s  skip it: it is not recorded") == 3
    assert list(commitments(desk)) == ["fare-night-ferry"]


@pytest.mark.parametrize(
    ("edit", "key", "value"),
    [
        ("title Mend the pier", "title", "Mend the pier"),
        ("kind target", "kind", "target"),
        ("by SE, NO", "by", ["SE", "NO"]),
        ("to DK", "to", ["DK"]),
        ("date jan 15", "due", date(2026, 1, 15)),
        ("date 2026-Q1", "due", "2026-Q1"),
        ("role happens", "happens", date(2025, 12, 15)),
        (
            "quote Sweden will repair the northern pier",
            "quote",
            "Sweden will repair the northern pier",
        ),
        ("tags ferry, pier", "tags", ["ferry", "pier"]),
        ("note a remark", "note", "a remark"),
        ("stated-by the minister", "stated_by", "the minister"),
        ("condition if it freezes", "condition", "if it freezes"),
        ("instrument law", "instrument", "law"),
    ],
)
@pytest.mark.usefixtures("finds")
def test_a_field_is_edited(desk: ReadingDesk, edit: str, key: str, value: object) -> None:
    review(desk, "3", "e", edit, "a")

    [record] = commitments(desk).values()
    assert record[key] == value


@pytest.mark.usefixtures("finds")
def test_a_value_is_asked_for_where_only_the_field_is_named(desk: ReadingDesk) -> None:
    done = review(desk, "3", "e", "title", "Mend the pier", "e", "id", "mended", "a")

    assert "title, now Repair the northern pier (- for none): " in done.out
    assert commitments(desk)["mended"]["title"] == "Mend the pier"


@pytest.mark.parametrize(
    ("edits", "reasons"),
    [
        ([], ["will: a promise", '"Sweden": SE', "due: a date"]),
        (["title Mend it"], ["will: a promise", '"Sweden": SE', "due: a date"]),
        (["date jan 15"], ["will: a promise", '"Sweden": SE', "date: as you gave it"]),
        (["date -"], ["will: a promise", '"Sweden": SE', "date: as you gave it"]),
        (["role happens"], ["will: a promise", '"Sweden": SE', "date: as you gave it"]),
        (["by NO"], ["will: a promise", "due: a date", "who: as you gave it"]),
        (["kind target"], ['"Sweden": SE', "due: a date", "kind: as you gave it"]),
        (["by NO", "by SE"], ["will: a promise", '"Sweden": SE', "due: a date"]),
    ],
    ids=lambda value: ", ".join(value) or "nothing",
)
def test_why_says_what_was_edited_in_place_of_its_reason(
    desk: ReadingDesk, finds: Finds, edits: list[str], reasons: list[str]
) -> None:
    why = ("will: a promise", '"Sweden": SE', "due: a date")
    finds(PIER._replace(more={**PIER.more, "why": why}))

    done = review(desk, "1", *(line for edit in edits for line in ("e", edit)), "q")

    assert reasons_shown(done) == reasons


def test_a_draft_taken_up_again_still_says_what_was_edited(desk: ReadingDesk, finds: Finds) -> None:
    finds(PIER._replace(more={**PIER.more, "why": ("will: a promise", "due: a date")}), COUNTS)
    review(desk, "2 1", "e", "date jan 15", "a", "q")

    done = review(desk, "y", "b", "q")

    assert reasons_shown(done) == ["will: a promise", "date: as you gave it"]


@pytest.mark.usefixtures("finds")
def test_a_dash_clears_a_field(desk: ReadingDesk) -> None:
    review(desk, "3", "e", "date -", "e", "quote -", "a")

    [record] = commitments(desk).values()
    assert record["review"] == "P90D"
    assert record.keys().isdisjoint({"due", "quote"})


@pytest.mark.parametrize(
    ("edit", "message"),
    [
        ("kind menace", "menace is no kind"),
        ("date soon", '"soon" is not understood in a date'),
        ("date 2025-02-30", "2025-02-30 is not a date"),
        ("role hope", "hope is no role of a date"),
        ("quote Sweden will not", "the quote does not stand in harbour.txt"),
        ("id Not An Id", "Not An Id is not an id"),
        ("title -", "the title is empty"),
        ("colour red", "colour is no field of it"),
        ("instrument rumour", "rumour is no instrument"),
    ],
)
@pytest.mark.usefixtures("finds")
def test_an_edit_that_is_none_is_said_at_once_and_changes_nothing(
    desk: ReadingDesk, edit: str, message: str
) -> None:
    done = review(desk, "3", "e", edit, "a")

    assert message in done.words
    assert list(commitments(desk)) == ["repair-northern-pier"]


@pytest.mark.usefixtures("finds")
def test_nothing_typed_edits_nothing(desk: ReadingDesk) -> None:
    review(desk, "3", "e", "", "e", "title", "", "a")

    assert commitments(desk)["repair-northern-pier"]["title"] == "Repair the northern pier"


# Quit and go on


@pytest.mark.parametrize("last", [["q", "n"], ["q", ""], ["q"], []])
@pytest.mark.usefixtures("finds")
def test_whoever_quits_keeps_the_decisions_and_goes_on_later(
    desk: ReadingDesk, last: list[str]
) -> None:
    left = review(desk, "all", "a", "s", *last)
    assert commitments(desk) == {}

    done = review(desk, "y", "a")

    assert "1 left; nothing was recorded; decisions are kept" in left.words
    assert "2 of 3 decided before; go on? [Y/n/again]" in done.out
    assert "3 of 3" in done.words
    assert list(commitments(desk)) == ["fare-night-ferry", "repair-northern-pier"]


@pytest.mark.usefixtures("finds")
def test_what_is_accepted_so_far_is_recorded_at_quit_with_a_yes(desk: ReadingDesk) -> None:
    done = review(desk, "all", "a", "q", "y")

    assert "Record the one accepted so far? [y/N]" in done.out
    assert list(commitments(desk)) == ["fare-night-ferry"]


@pytest.mark.usefixtures("finds")
def test_an_edited_record_is_kept_as_it_was_edited(desk: ReadingDesk) -> None:
    review(desk, "3 2", "e", "title Mend the pier", "e", "date 2026-01-15", "a", "q", "n")

    review(desk, "y", "s")

    [record] = commitments(desk).values()
    assert (record["title"], record["due"]) == ("Mend the pier", date(2026, 1, 15))


@pytest.mark.usefixtures("finds")
def test_no_to_going_on_leaves_everything_for_another_time(desk: ReadingDesk) -> None:
    review(desk, "all", "a", "q", "n")
    before = desk.files()

    review(desk, "n")

    assert desk.files() == before


@pytest.mark.parametrize("line", [f"{READ} --again", READ])
@pytest.mark.usefixtures("finds")
def test_again_starts_over(desk: ReadingDesk, line: str) -> None:
    review(desk, "all", "a", "a", "q", "n")

    done = review(desk, *(["again"] if line == READ else []), "2", "s", line=line)

    assert "Record which?" in done.out
    assert commitments(desk) == {}


@pytest.mark.usefixtures("finds")
def test_a_review_that_is_over_asks_afresh(desk: ReadingDesk) -> None:
    review(desk, "all", "a", "s", "s")

    done = review(desk, "2", "a")

    assert "go on?" not in done.out
    assert list(commitments(desk)) == ["fare-night-ferry", "share-passenger-counts"]


@pytest.mark.usefixtures("finds")
def test_an_event_that_is_none_decides_nothing(desk: ReadingDesk) -> None:
    review(desk, "1 2", "a", "q", "n")
    [state] = states(desk)
    kept = state.read_text("utf-8")
    state.write_text(kept.replace('"fact":"accepted"', '"fact":"accepted","event":"none"'), "utf-8")

    review(desk, "1", "a")

    assert list(commitments(desk)) == ["fare-night-ferry"]


@pytest.mark.usefixtures("finds")
def test_what_undo_took_back_is_offered_again(desk: ReadingDesk) -> None:
    review(desk, "1", "e", "quote The new fare of the night ferry", "a")
    desk.run("undo")

    review(desk, "1", "a")

    assert list(commitments(desk)) == ["fare-night-ferry"]


@pytest.mark.usefixtures("finds")
def test_what_was_recorded_with_other_words_is_not_offered_again(desk: ReadingDesk) -> None:
    review(desk, "1", "e", "quote The new fare", "e", "title Something else", "a")

    done = review(desk, "1", "all", "s", "s")

    assert "1 is recorded already" in done.words
    assert len(commitments(desk)) == 1


@pytest.mark.usefixtures("finds")
def test_decisions_are_on_the_disk_as_they_are_made(desk: ReadingDesk) -> None:
    review(desk, "all", "a", "s", "q", "n")

    assert facts(desk) == ["again", "chosen", "accepted", "skipped"]


@pytest.mark.usefixtures("finds")
def test_a_line_that_a_kill_cut_decides_nothing(desk: ReadingDesk) -> None:
    review(desk, "all", "a", "s", "q", "n")
    [state] = states(desk)
    state.write_bytes(state.read_bytes()[:-4])

    done = review(desk, "y", "s", "a")

    assert "1 of 3 decided before" in done.out
    assert list(commitments(desk)) == ["fare-night-ferry", "repair-northern-pier"]


@pytest.mark.parametrize("cut", ["", '{"v":2,"fact":"accepted"}', "[]", "nonsense", '{"v":1}'])
@pytest.mark.usefixtures("finds")
def test_a_state_that_says_nothing_known_stops_nothing(desk: ReadingDesk, cut: str) -> None:
    review(desk, "all", "a", "q", "n")
    [state] = states(desk)
    state.write_text(f"{cut}\n", "utf-8")

    review(desk, "2", "a")

    assert list(commitments(desk)) == ["share-passenger-counts"]


@pytest.mark.usefixtures("finds")
def test_written_and_not_yet_noted_is_found_in_the_ledger(desk: ReadingDesk) -> None:
    review(desk, "1 2", "a", "a")
    [state] = states(desk)
    lines = state.read_text("utf-8").splitlines(keepends=True)
    state.write_text("".join(line for line in lines if '"recorded"' not in line), "utf-8")
    before = desk.text

    review(desk, "y", "y")

    assert desk.text == before


@pytest.mark.usefixtures("finds")
def test_each_ledger_has_its_own_decisions(desk: ReadingDesk) -> None:
    review(desk, "all", "a", "q", "n")

    done = review(desk, "none", line=f"{READ} --ledger own.toml")

    assert "decided before" not in done.out


class LateTerminal(Terminal):
    """A terminal at which the first answer comes after something else has happened."""

    def __init__(self, answer: str, meanwhile: Callable[[], object]) -> None:
        super().__init__(answer)
        self._meanwhile = [meanwhile]

    def readline(self, size: int = -1, /) -> str:  # type: ignore[override]  # as typeshed has it
        while self._meanwhile:
            self._meanwhile.pop()()
        return super().readline(size)


@pytest.mark.usefixtures("finds")
def test_what_another_terminal_decided_while_this_one_was_asked_is_kept(desk: ReadingDesk) -> None:
    late = LateTerminal("3\na\n", lambda: review(desk, "1 2", "a", "q", "n"))
    out, err = Terminal(), Terminal()
    world = World(desk.environment, desk.folder, lambda: CLOCK, late, out, err)

    assert run(shlex.split(READ), world) == 5
    assert "this article was reviewed at another terminal meanwhile" in err.getvalue()
    assert "1 of 2 decided before" in review(desk, "n").out


def test_a_locked_ledger_is_not_taken_for_a_review_elsewhere(tmp_path: Path) -> None:
    ledger = LockedError("another process writes the ledger", remedy="try again")

    with pytest.raises(LockedError) as refused, held_diary(tmp_path / "review.jsonl"):
        raise ledger

    assert refused.value.message == "another process writes the ledger"


@pytest.mark.usefixtures("finds")
def test_a_dry_run_keeps_no_decision(desk: ReadingDesk) -> None:
    before = desk.files()

    done = review(desk, "1", "a", line=f"{READ} --dry-run")

    assert "Would add fare-night-ferry" in done.out
    assert desk.files() == before


@pytest.mark.usefixtures("finds")
def test_two_articles_are_recorded_in_one_write(desk: ReadingDesk) -> None:
    desk.write("Sweden will repair the northern pier by 15 December 2025.\n", "pier.txt")

    review(desk, "1 4", "a", "q", "n", line="read harbour.txt pier.txt --said 2025-07-07")
    assert len(states(desk)) == 2
    done = review(desk, "y", "a", line="read harbour.txt pier.txt --said 2025-07-07")
    assert list(commitments(desk)) == ["fare-night-ferry", "repair-northern-pier"]
    desk.run("undo")

    assert "undo takes all 2 back" in done.out
    assert commitments(desk) == {}


# What the ledger has already


@pytest.fixture
def known(desk: ReadingDesk, finds: Finds) -> None:
    desk.run('add "Sweden repairs the northern pier" --by SE --due 2025-12-15')
    desk.run('add "New fare of the night ferry" --by DK --effective 2025-08-01')
    finds(FARE, COUNTS, PIER)


def events(desk: ReadingDesk, key: str) -> list[tuple[object, object]]:
    found = commitments(desk)[key].get("event", [])
    assert isinstance(found, list)
    return [(event["type"], event.get("effective") or event.get("due")) for event in found]


@pytest.mark.usefixtures("known")
def test_what_is_known_is_offered_as_an_event_on_it(desk: ReadingDesk) -> None:
    done = review(desk, "3", "a")

    assert "says again sweden-repairs-northern, on 2025-07-07" in done.words
    assert events(desk, "sweden-repairs-northern") == [("reaffirmed", None)]


@pytest.mark.parametrize("answers", [["m"], ["r"], ["o"], ["n"]], ids="".join)
@pytest.mark.usefixtures("known")
def test_what_it_is_to_the_ledger_is_no_edit_of_its_reasons(
    desk: ReadingDesk, answers: list[str]
) -> None:
    assert reasons_shown(review(desk, "1", *answers, "q")) == list(FARE.more["why"])


@pytest.mark.usefixtures("known")
def test_an_edited_date_of_an_event_is_told_as_given(desk: ReadingDesk, finds: Finds) -> None:
    finds(FARE._replace(more={**FARE.more, "why": ("starts: a rule", "effective: a date")}))

    done = review(desk, "1", "m", "e", "date jan 15", "q")

    assert reasons_shown(done) == ["starts: a rule", "date: as you gave it"]


@pytest.mark.usefixtures("known")
def test_what_is_known_can_be_recorded_as_new(desk: ReadingDesk) -> None:
    review(desk, "3", "n", "a")

    assert "repair-northern-pier" in commitments(desk)


@pytest.mark.parametrize(
    ("key", "event"),
    [
        ("m", ("rescheduled", date(2025, 9, 1))),
        ("r", ("reported", date(2025, 9, 1))),
        ("o", ("reaffirmed", None)),
    ],
)
@pytest.mark.usefixtures("known")
def test_a_person_says_what_another_date_is(
    desk: ReadingDesk, key: str, event: tuple[str, date | None]
) -> None:
    done = review(desk, "1", "a", key, "a")

    assert "[m]oved  [r]eported  n[o] date  [n]ew  [s]kip" in done.out
    assert events(desk, "fare-night-ferry") == [event]


@pytest.mark.usefixtures("known")
def test_an_event_that_was_accepted_is_taken_up_again(desk: ReadingDesk) -> None:
    review(desk, "1 2", "m", "e", "note as told", "a", "q", "n")

    review(desk, "y", "a")

    assert events(desk, "fare-night-ferry") == [("rescheduled", date(2025, 9, 1))]
    assert 'note = "as told"' in desk.text
    assert "share-passenger-counts" in commitments(desk)


@pytest.mark.usefixtures("known")
def test_what_the_ledger_takes_no_more_is_decided_anew(desk: ReadingDesk) -> None:
    review(desk, "1 2", "m", "a", "q", "n")
    desk.write(desk.text.replace("fare-night-ferry", "ferry-fare"))

    done = review(desk, "y", "o", "a", "a")

    assert "no commitment has the id fare-night-ferry" in done.words
    assert events(desk, "ferry-fare") == [("reaffirmed", None)]
    assert "share-passenger-counts" in commitments(desk)


@pytest.mark.usefixtures("finds")
def test_when_the_ledger_cannot_be_written_the_decisions_are_kept(desk: ReadingDesk) -> None:
    desk.run('add "Open the bridge" --due 2026-01-01')
    whole = desk.text
    desk.write(whole + "[commitment.x\n")

    refused = review(desk, "1", "a")
    desk.write(whole)
    done = review(desk, "y")

    assert refused.code == 4
    assert "nothing was recorded; what was decided is kept: read it again to go on" in refused.err
    assert list(commitments(desk)) == ["open-bridge", "fare-night-ferry"]
    assert "1 of 1 decided before" in done.out
