"""`close`: the outcome, which only a person says, and only with a source."""

import pytest
import tomli

from tests.cli.desk import Desk
from tests.cli.ledgers import BOOK

OUTCOMES = {
    "kept": ("fulfilled", "kept"),
    "partly": ("partly_fulfilled", "partly kept"),
    "broken": ("not_fulfilled", "broken"),
    "withdrawn": ("withdrawn", "withdrawn"),
    "lapsed": ("lapsed", "lapsed"),
    "superseded": ("superseded", "superseded"),
}


@pytest.mark.parametrize("word", OUTCOMES)
def test_each_outcome_is_an_event_of_its_type(desk: Desk, word: str) -> None:
    desk.write(BOOK)
    kind, said = OUTCOMES[word]

    done = desk.run(f"close sign-treaty {word} --source post --on 2025-07-08")

    assert done.code == 0
    assert tomli.loads(desk.text)["commitment"]["sign-treaty"]["event"][0]["type"] == kind
    assert f"outcome        {said}\n" in done.out
    assert desk.text.startswith(BOOK)


def test_in_effect_settles_the_start_and_leaves_the_end(desk: Desk) -> None:
    desk.write(BOOK)

    done = desk.run("close duty in-effect --source gazette --on 2025-07-08")

    assert done.code == 0
    assert "outcome        in effect" in done.out
    listed = desk.run("due --within 1y id:duty").out
    assert "2025-12-31  in 176 days  duty" in listed
    assert "2025-08-01" not in listed


def test_only_a_measure_takes_effect(desk: Desk) -> None:
    desk.write(BOOK)

    done = desk.run("close sign-treaty in-effect --source post")

    assert done.code == 2
    assert "only a measure takes effect" in done.err
    assert desk.text == BOOK


@pytest.mark.parametrize("word", [*OUTCOMES, "in-effect"])
def test_without_a_source_it_is_exit_2_and_nothing_is_written(desk: Desk, word: str) -> None:
    desk.write(BOOK)

    done = desk.run(f"close duty {word}")

    assert done.code == 2
    assert "changes the outcome, and needs a source" in done.err
    assert "--source" in done.err
    assert desk.text == BOOK


@pytest.mark.parametrize("word", ["keept", "done", "overdue", ""])
def test_an_outcome_that_does_not_exist_is_refused_with_those_that_do(
    desk: Desk, word: str
) -> None:
    desk.write(BOOK)

    done = desk.run(["close", "sign-treaty", word, "--source", "post"])

    assert done.code == 2
    assert "kept partly broken withdrawn lapsed superseded in-effect" in done.err
    assert desk.text == BOOK


def test_the_nearest_outcome_is_named(desk: Desk) -> None:
    desk.write(BOOK)

    assert "did you mean kept?" in desk.run("close sign-treaty keept --source post").err


def test_the_day_is_that_of_the_source_else_today(desk: Desk) -> None:
    desk.write(BOOK)

    of_post = desk.run("close sign-treaty kept --source post")
    of_gazette = desk.run("close sign-bill kept --source gazette")

    assert "fulfilled on 1 Jul 2025, the day it was said" in of_post.out
    assert "fulfilled on 8 Jul 2025, today" in of_gazette.out


def test_what_took_its_place_is_recorded(desk: Desk) -> None:
    desk.write(BOOK)

    desk.run("close sign-treaty superseded --superseded-by sign-bill --source post --reason merged")

    event = tomli.loads(desk.text)["commitment"]["sign-treaty"]["event"][0]
    assert (event["superseded_by"], event["reason"]) == ("sign-bill", "merged")


def test_kept_after_its_day_is_late_by_so_many_days(desk: Desk) -> None:
    desk.write(BOOK)

    desk.run("close sign-treaty kept --on 2025-08-05 --source post --now 2025-08-06")

    assert "4 days late" in desk.run("list id:sign-treaty --now 2025-08-06").out


def test_what_is_closed_is_reopened_by_an_event(desk: Desk) -> None:
    desk.write(BOOK)
    desk.run("close sign-treaty withdrawn --source post --on 2025-07-07")

    desk.run("update sign-treaty resumed --source post --on 2025-07-08")

    assert "in 24 days  sign-treaty" in desk.run("due").out


def test_a_new_source_may_be_named_by_its_details(desk: Desk) -> None:
    desk.write(BOOK)

    done = desk.run('close sign-treaty kept --outlet "Korea Herald" --published 2025-07-07')

    assert done.code == 0
    assert "[source.korea-herald-2025-07-07]" in desk.text
