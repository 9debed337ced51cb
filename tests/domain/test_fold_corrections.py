"""Our own mistakes: put right before anything is folded, and never a move of theirs."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from commitrack.domain.finding import Severity
from commitrack.domain.vocabulary import Evidence, Kind, Outcome
from tests.domain.ledgers import (
    base,
    dated,
    end_of,
    event,
    first_day,
    fold_maybe,
    fold_text,
    ledger,
)

WRONG = base("promise", "due = 2025-08-11", 'stated = "on the 1st"', 'by = ["KR"]')


def test_a_correction_of_the_base_record_stands_as_though_it_had_been_entered_so() -> None:
    standing = fold_text(WRONG, event("corrected", "2025-07-20", "due = 2025-08-01"))

    due = dated(standing, "due")
    assert first_day(standing, "due") == "2025-08-01"
    assert due.first == due.when
    assert due.since == date(2025, 1, 1)
    assert (due.moves, due.slip) == (0, 0)


def test_a_correction_holds_at_every_moment_asked_about() -> None:
    standing = fold_text(
        WRONG, event("corrected", "2025-07-20", "due = 2025-08-01"), now=end_of("2025-01-01")
    )

    assert first_day(standing, "due") == "2025-08-01"
    assert standing.history == ()


def test_only_the_keys_given_are_replaced() -> None:
    standing = fold_text(
        WRONG,
        event("corrected", "2025-07-20", "due = 2025-08-01", 'title = "Y"', 'kind = "measure"'),
    )

    it = standing.commitment
    assert (it.title, it.kind, it.by, it.stated) == ("Y", Kind.MEASURE, ("KR",), "on the 1st")
    assert it.recorded == date(2025, 1, 1)


def test_a_correction_replaces_source_quote_and_note_and_with_them_what_follows() -> None:
    standing = fold_text(
        "[source.mistaken]\nsaid = 2025-03-01",
        "[source.order]\nsaid = 2025-02-01\nofficial = true",
        base("promise", 'source = "mistaken"', 'quote = "a"', 'note = "b"'),
        event("corrected", "2025-07-20", 'source = "order"', 'quote = "c"', 'note = "d"'),
    )

    it = standing.commitment
    assert (it.source, it.quote, it.note) == (("order",), "c", "d")
    assert it.said == date(2025, 2, 1)
    assert standing.evidence is Evidence.OFFICIAL


def test_a_correction_of_an_event_stands_in_its_place() -> None:
    standing = fold_text(
        base("promise", "due = 2025-08-01"),
        event("rescheduled", "2025-07-01", "due = 2025-10-01", 'stated = "in October"'),
        event("corrected", "2025-07-20", "of = 2025-07-01", "due = 2025-09-01"),
    )

    due = dated(standing, "due")
    assert first_day(standing, "due") == "2025-09-01"
    assert due.when is not None
    assert due.when.stated == "in October"
    assert (due.moves, due.slip, due.since) == (1, 31, date(2025, 7, 1))


@pytest.mark.parametrize(
    ("of_type", "outcome", "due"),
    [("step", Outcome.IN_PROGRESS, "2025-09-02"), ("blocked", Outcome.IN_PROGRESS, "2025-10-01")],
)
def test_where_a_day_has_several_events_the_type_tells_which(
    of_type: str, outcome: Outcome, due: str
) -> None:
    standing = fold_text(
        base("promise", "due = 2025-08-01"),
        event("blocked", "2025-07-01", "due = 2025-09-01"),
        event("step", "2025-07-01", "due = 2025-10-01"),
        event(
            "corrected",
            "2025-07-20",
            "of = 2025-07-01",
            f'of_type = "{of_type}"',
            "due = 2025-09-02",
        ),
    )

    assert (standing.outcome, first_day(standing, "due")) == (outcome, due)


def test_a_day_names_an_event_with_a_time_and_a_time_names_that_moment_alone() -> None:
    events = (
        event("step", "2025-07-01T09:00:00Z", 'note = "a"'),
        event("step", "2025-07-01T18:00:00Z", 'note = "b"'),
        event("blocked", "2025-07-02T09:00:00Z", 'note = "c"'),
    )

    standing = fold_text(
        base("promise"),
        *events,
        event("corrected", "2025-07-20", "of = 2025-07-01T20:00:00+02:00", 'note = "B"'),
        event("corrected", "2025-07-20", "of = 2025-07-02", 'note = "C"'),
    )

    assert [one.note for one in standing.history[:3]] == ["a", "B", "C"]


def test_of_two_corrections_the_later_in_the_file_has_the_last_word() -> None:
    standing = fold_text(
        WRONG,
        event("corrected", "2025-07-21", "due = 2025-08-02"),
        event("corrected", "2025-07-20", "due = 2025-08-01"),
    )

    assert first_day(standing, "due") == "2025-08-01"
    assert dated(standing, "due").moves == 0


def test_an_event_taken_back_has_never_been() -> None:
    made = base("promise", "due = 2025-08-01"), event("step", "2025-06-01")
    mistaken = event("fulfilled", "2025-07-01", "due = 2025-09-01")

    standing = fold_text(
        *made, mistaken, event("corrected", "2025-07-20", "of = 2025-07-01", "void = true")
    )

    assert standing.outcome is Outcome.IN_PROGRESS
    assert first_day(standing, "due") == "2025-08-01"
    assert [str(one.type) for one in standing.history] == ["step", "corrected"]


def test_a_base_record_taken_back_takes_the_commitment_along() -> None:
    void = event("corrected", "2025-07-20", "void = true")

    assert fold_maybe(WRONG, void) is None
    assert fold_maybe(WRONG, void, now=end_of("2025-01-01")) is None


def test_void_is_a_word_of_corrections_and_elsewhere_an_unknown_key() -> None:
    standing = fold_text(base("promise"), event("fulfilled", "2025-07-01", "void = true"))

    assert standing.outcome is Outcome.FULFILLED
    assert standing.history[0].extra == {"void": True}
    assert not standing.history[0].void


@pytest.mark.parametrize(
    ("keys", "message"),
    [
        (("of = 2025-07-02",), "corrects no event"),
        (("of = 2025-07-01",), "could correct 2 events"),
        (("of = 2025-07-01", 'of_type = "fulfilled"'), "corrects no event"),
        (("of = 2025-07-01T09:00:00Z",), "corrects no event"),
        (('of = "2025-07-01"',), "corrects no event"),
        (('of_type = "fulfilled"',), "corrects no event"),
    ],
    ids=["another day", "several", "another type", "a moment", "no date", "a type alone"],
)
def test_a_correction_that_fits_nothing_or_several_is_left_out_and_found(
    keys: tuple[str, ...], message: str
) -> None:
    made = (
        base("promise", "due = 2025-08-01"),
        event("step", "2025-07-01"),
        event("blocked", "2025-07-01"),
        event("corrected", "2025-07-20", *keys, "due = 2025-09-01"),
    )

    (finding,) = ledger(*made).findings
    assert finding.code == "correction-misses"
    assert message in finding.message
    assert (finding.severity, finding.stops) == (Severity.ERROR, False)
    assert finding.path[:4] == ("commitment", "x", "event", 2)
    assert first_day(fold_text(*made), "due") == "2025-08-01"


def test_a_correction_corrects_no_correction() -> None:
    made = (
        WRONG,
        event("corrected", "2025-07-20", "due = 2025-08-02"),
        event("corrected", "2025-07-21", "of = 2025-07-20", "due = 2025-08-01"),
    )

    assert [finding.code for finding in ledger(*made).findings] == ["correction-misses"]
    assert first_day(fold_text(*made), "due") == "2025-08-02"


def test_a_correction_counts_as_a_look_but_adds_no_evidence() -> None:
    standing = fold_text(
        WRONG, event("corrected", "2025-07-20", 'title = "Y"', 'instrument = "remark"')
    )

    assert standing.looked_at == date(2025, 7, 20)
    assert standing.evidence is Evidence.NONE


DAYS = st.dates(date(2026, 1, 1), date(2026, 12, 31))
MOVES = st.lists(DAYS, max_size=5).map(
    lambda days: [
        event("rescheduled", f"{date(2025, 2, n)}", f"due = {day}") for n, day in enumerate(days, 1)
    ]
)


@given(MOVES, st.integers(-300, 300))
def test_correcting_the_base_record_changes_no_count_of_moves(
    moves: list[str], distance: int
) -> None:
    made = base("promise", "due = 2025-06-15")
    right = date(2025, 6, 15) + timedelta(days=min(distance, 199))

    corrected = fold_text(made, *moves, event("corrected", "2025-03-01", f"due = {right}"))

    plain = fold_text(made, *moves)
    assert [one.moves for one in corrected.dates] == [one.moves for one in plain.dates]


@given(MOVES, DAYS, st.sampled_from(["measure", "threat"]), st.integers(0, 60))
def test_a_ledger_put_right_stands_as_one_entered_right(
    moves: list[str], right: date, kind: str, later: int
) -> None:
    wrong = base("promise", "due = 2025-06-15")
    correction = event(
        "corrected",
        f"{date(2025, 1, 1) + timedelta(days=later)}",
        f"due = {right}",
        f'kind = "{kind}"',
    )
    entered_right = fold_text(base(kind, f"due = {right}"), *moves)

    put_right = fold_text(wrong, correction, *moves)

    assert (put_right.dates, put_right.changes, put_right.outcome) == (
        entered_right.dates,
        entered_right.changes,
        entered_right.outcome,
    )
    assert put_right.commitment.kind == kind
