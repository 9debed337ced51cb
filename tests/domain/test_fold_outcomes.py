"""What became of a commitment: set by dated events, never by the passing of time."""

from datetime import date

import pytest

from commitrack.domain.vocabulary import FINAL, EventType, Kind, Outcome
from tests.domain.ledgers import base, event, fold_text

CHANGES_NOTHING = (
    "made",
    "reaffirmed",
    "clarified",
    "rescheduled",
    "postponed",
    "condition_met",
    "reported",
    "note",
    "checked",
)


def test_nothing_is_known_of_a_commitment_without_events_but_that_it_was_made() -> None:
    standing = fold_text(base("promise", "due = 2025-08-01"))

    assert standing.outcome is Outcome.OPEN
    assert standing.outcome_on is None
    assert standing.closed_by is None


@pytest.mark.parametrize(
    ("kind", "outcome"),
    [
        ("step", "in_progress"),
        ("resumed", "in_progress"),
        ("unblocked", "in_progress"),
        ("suspended", "suspended"),
        ("blocked", "blocked"),
        ("stalled", "stalled"),
        ("condition_failed", "lapsed"),
        ("fulfilled", "fulfilled"),
        ("partly_fulfilled", "partly_fulfilled"),
        ("not_fulfilled", "not_fulfilled"),
        ("withdrawn", "withdrawn"),
        ("superseded", "superseded"),
        ("lapsed", "lapsed"),
        ("unverifiable", "unverifiable"),
    ],
)
def test_an_event_sets_the_outcome_on_its_day(kind: str, outcome: str) -> None:
    standing = fold_text(base("promise"), event(kind, "2025-07-20"))

    assert standing.outcome == outcome
    assert standing.outcome_on == date(2025, 7, 20)


@pytest.mark.parametrize("kind", CHANGES_NOTHING)
@pytest.mark.parametrize("before", ["blocked", "fulfilled", "in_progress"])
def test_other_events_leave_the_outcome_as_it_was(kind: str, before: str) -> None:
    setter = "step" if before == "in_progress" else before

    standing = fold_text(base("measure"), event(setter, "2025-07-20"), event(kind, "2025-07-21"))

    assert standing.outcome == before
    assert standing.outcome_on == date(2025, 7, 20)


def test_every_type_of_event_has_its_rule_tested_here() -> None:
    setting = {"step", "resumed", "unblocked", "suspended", "blocked", "stalled"}
    setting |= {"condition_failed", "took_effect", *FINAL}

    assert setting | {*CHANGES_NOTHING, "corrected"} == set(EventType)


@pytest.mark.parametrize("kind", [kind for kind in Kind if kind is not Kind.MEASURE])
def test_took_effect_fulfils_a_measure_and_nothing_else(kind: str) -> None:
    effect = event("took_effect", "2025-08-07")

    assert fold_text(base("measure"), effect).outcome is Outcome.FULFILLED
    assert fold_text(base(kind), effect).outcome is Outcome.OPEN


@pytest.mark.parametrize("pause", ["suspended", "postponed"])
def test_a_new_date_after_a_pause_opens_it_again(pause: str) -> None:
    standing = fold_text(
        base("measure", "effective = 2025-04-09"),
        event("step", "2025-04-01"),
        event(pause, "2025-04-09"),
        event("rescheduled", "2025-07-07", "effective = 2025-08-01"),
    )

    assert standing.outcome is Outcome.OPEN
    assert standing.outcome_on == date(2025, 7, 7)


def test_a_pause_with_an_end_is_a_pause_until_a_later_statement_gives_a_date() -> None:
    standing = fold_text(
        base("measure", "effective = 2025-04-09"),
        event("suspended", "2025-04-09", "effective = 2025-07-09"),
    )

    assert standing.outcome is Outcome.SUSPENDED


@pytest.mark.parametrize("kind", ["reported", "clarified"])
def test_a_date_that_is_not_new_ends_no_pause(kind: str) -> None:
    standing = fold_text(
        base("measure", 'effective = "2025-08"'),
        event("suspended", "2025-04-09"),
        event(kind, "2025-07-07", "effective = 2025-08-01"),
    )

    assert standing.outcome is Outcome.SUSPENDED


def test_a_new_date_without_a_pause_leaves_the_outcome() -> None:
    standing = fold_text(
        base("promise", "due = 2025-08-01"),
        event("blocked", "2025-04-09"),
        event("rescheduled", "2025-07-07", "due = 2025-09-01"),
    )

    assert standing.outcome is Outcome.BLOCKED


@pytest.mark.parametrize("final", sorted(FINAL))
def test_a_final_outcome_is_reopened_by_a_later_event(final: str) -> None:
    closed = fold_text(base("promise"), event(final, "2025-07-20"))
    reopened = fold_text(base("promise"), event(final, "2025-07-20"), event("step", "2025-07-21"))

    assert closed.closed_by is not None
    assert closed.closed_by.type == final
    assert reopened.closed_by is None
    assert reopened.outcome is Outcome.IN_PROGRESS


def test_the_event_that_closed_it_names_what_takes_its_place() -> None:
    standing = fold_text(
        base("measure"), event("superseded", "2025-07-20", 'superseded_by = "tariff-new"')
    )

    assert standing.closed_by is not None
    assert standing.closed_by.superseded_by == "tariff-new"


def test_no_passing_of_time_makes_a_promise_broken() -> None:
    standing = fold_text(base("promise", "due = 2025-01-02"))

    assert standing.outcome is Outcome.OPEN


@pytest.mark.parametrize(
    "condition", ['"if the bill passes"', '{ on = "pass-bill" }'], ids=["words", "a commitment"]
)
def test_a_condition_keeps_it_dormant_until_it_is_met(condition: str) -> None:
    waiting = base("promise", f"condition = {condition}")

    assert fold_text(waiting).dormant
    assert fold_text(waiting, event("note", "2025-07-20")).dormant
    assert not fold_text(waiting, event("condition_met", "2025-07-20")).dormant


def test_a_failed_condition_makes_it_lapsed_and_never_broken() -> None:
    standing = fold_text(
        base("promise", 'condition = "if the bill passes"'), event("condition_failed", "2025-07-20")
    )

    assert standing.outcome is Outcome.LAPSED
    assert not standing.dormant


def test_what_has_no_condition_is_not_dormant() -> None:
    assert not fold_text(base("promise")).dormant
