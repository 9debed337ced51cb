"""`update`: any event, with a source where it changes the outcome."""

import pytest
import tomli

from commitrack.domain.vocabulary import OUTCOME_OF, EventType
from tests.cli.desk import Desk
from tests.cli.ledgers import BOOK

NEEDS_SOURCE = [kind for kind in EventType if kind in OUTCOME_OF or kind == "took_effect"]
FREE = [
    kind for kind in EventType if kind not in NEEDS_SOURCE and kind not in ("corrected", "made")
]


@pytest.mark.parametrize("kind", FREE)
def test_an_event_that_leaves_the_outcome_needs_no_source(desk: Desk, kind: str) -> None:
    desk.write(BOOK)

    done = desk.run(f"update sign-treaty {kind} --note seen")

    assert done.code == 0
    assert tomli.loads(desk.text)["commitment"]["sign-treaty"]["event"][0]["type"] == kind


@pytest.mark.parametrize("kind", NEEDS_SOURCE)
def test_an_event_that_changes_the_outcome_needs_a_source(desk: Desk, kind: str) -> None:
    desk.write(BOOK)

    assert desk.run(f"update duty {kind}").code == 2
    assert desk.text == BOOK
    assert desk.run(f"update duty {kind} --source post").code == 0


def test_hyphens_stand_for_underscores(desk: Desk) -> None:
    desk.write(BOOK)

    assert desk.run("update sign-treaty condition-met").code == 0
    assert 'type = "condition_met"' in desk.text


def test_an_event_that_does_not_exist_is_refused_with_the_nearest(desk: Desk) -> None:
    desk.write(BOOK)

    done = desk.run("update sign-treaty clarifed")

    assert done.code == 2
    assert "clarifed is no event" in done.err
    assert "did you mean clarified?" in done.err
    assert desk.text == BOOK


def test_a_correction_has_a_verb_of_its_own(desk: Desk) -> None:
    desk.write(BOOK)

    done = desk.run("update sign-treaty corrected")

    assert done.code == 2
    assert "commitrack correct ID" in done.err


def test_a_clarification_gives_the_same_day_more_exactly_and_is_no_move(desk: Desk) -> None:
    desk.write(BOOK)

    done = desk.run('update duty clarified --effective "2025-08-01 00:01 Washington"')

    assert done.code == 0
    assert "Fri 1 Aug 2025 00:01 Washington (EDT)" in done.out
    assert "moved" not in desk.run("show duty").out


def test_a_clarification_may_be_the_time_alone(desk: Desk) -> None:
    desk.write(BOOK)

    done = desk.run('update duty clarified --effective "00:01 America/New_York"')

    event = tomli.loads(desk.text)["commitment"]["duty"]["event"][0]
    assert done.code == 0
    assert event["effective"].isoformat() == "2025-08-01T00:01:00-04:00"


def test_a_clarification_outside_of_the_day_is_refused_with_what_it_may_be(desk: Desk) -> None:
    desk.write(BOOK)

    done = desk.run("update duty clarified --effective 2025-08-02")

    assert done.code == 2
    assert "is not within Fri 1 Aug 2025, so it clarifies nothing" in done.err
    assert "commitrack move" in done.err
    assert "commitrack correct" in done.err
    assert desk.text == BOOK


def test_reports_that_differ_make_it_disputed(desk: Desk) -> None:
    desk.write(BOOK)

    done = desk.run("update sign-treaty reported --due 2025-08-15 --source post --on 2025-07-08")

    assert "DISPUTED now: reports differ" in done.out
    assert (
        "in 24 days  sign-treaty  KR  Sign the treaty  [upcoming, disputed]" in desk.run("due").out
    )


def test_a_report_without_a_date_disputes_by_its_words(desk: Desk) -> None:
    desk.write(BOOK)

    desk.run('update sign-treaty reported --stated "no date agreed" --on 2025-07-08 --source post')

    assert "no date agreed" in desk.run("due", terminal=True).out


def test_a_date_given_with_any_event_sets_it(desk: Desk) -> None:
    desk.write(BOOK)

    done = desk.run("update duty suspended --effective 2025-10-01 --source post --on 2025-07-08")

    assert done.code == 0
    assert "+61 days from the first date" in done.out
    assert "2025-10-01" in desk.run("list id:duty").out


def test_a_failed_condition_lets_it_lapse(desk: Desk) -> None:
    desk.write(BOOK)

    done = desk.run("update sign-treaty condition_failed --source post")

    assert "outcome        lapsed" in done.out


def test_a_quote_is_looked_up_in_the_text_of_the_commitments_source(desk: Desk) -> None:
    desk.write("We will sign it.\n", "oslo.txt")
    desk.run("add 'Sign the paper' --source oslo.txt --said 2025-07-01")

    found = desk.run('update sign-paper reaffirmed --quote "We will sign it"')
    missing = desk.run('update sign-paper reaffirmed --quote "We will never sign it"')

    assert found.code == 0
    assert ", line 1" in found.out
    assert missing.code == 2


@pytest.mark.parametrize("words", ["2027-13", "tomorow", "03/04/2027"])
def test_what_is_no_date_is_refused(desk: Desk, words: str) -> None:
    desk.write(BOOK)

    assert desk.run(f"update sign-treaty step --due {words}").code == 2
    assert desk.run(f"update sign-treaty step --on {words}").code == 2
    assert desk.text == BOOK
