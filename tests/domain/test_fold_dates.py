"""The dates of a commitment: the one in force, the first, its moves, slip and notice."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from commitrack.domain.when import Role
from tests.domain.ledgers import base, dated, event, first_day, fold_text

DAYS = st.dates(date(2020, 1, 1), date(2030, 12, 31))


def test_a_commitment_without_events_has_the_date_of_its_base_record() -> None:
    standing = fold_text(base("promise", "due = 2025-08-01"))

    due = dated(standing, "due")
    assert first_day(standing, "due") == "2025-08-01"
    assert (due.first, due.since) == (due.when, date(2025, 1, 1))
    assert (due.moves, due.slip, due.notice) == (0, 0, None)


@pytest.mark.parametrize(
    "kind",
    ["rescheduled", "suspended", "reaffirmed", "step", "note", "checked", "blocked", "postponed"],
)
def test_a_statement_with_a_role_s_key_sets_that_date_whatever_its_type(kind: str) -> None:
    standing = fold_text(
        base("measure", "effective = 2025-04-09"),
        event(kind, "2025-04-10", "effective = 2025-07-09"),
    )

    assert first_day(standing, "effective") == "2025-07-09"
    assert dated(standing, "effective").since == date(2025, 4, 10)
    assert dated(standing, "effective").moves == 1


@pytest.mark.parametrize(
    ("kind", "keys"),
    [("reported", ()), ("corrected", ("of = 2025-04-10", 'of_type = "step"'))],
    ids=["reported", "corrected"],
)
def test_neither_a_report_nor_a_correction_of_another_event_sets_the_date(
    kind: str, keys: tuple[str, ...]
) -> None:
    standing = fold_text(
        base("measure", "effective = 2025-04-09"),
        event(kind, "2025-04-10", "effective = 2025-07-09", *keys),
    )

    assert first_day(standing, "effective") == "2025-04-09"
    assert dated(standing, "effective").moves == 0


def test_each_role_has_a_date_of_its_own() -> None:
    standing = fold_text(
        base("measure", "effective = 2025-05-14", "expires = 2025-08-12"),
        event("rescheduled", "2025-08-11", "expires = 2025-11-10"),
        event("step", "2025-08-12", "happens = 2025-09-01"),
    )

    assert first_day(standing, "effective") == "2025-05-14"
    assert first_day(standing, "expires") == "2025-11-10"
    assert first_day(standing, "happens") == "2025-09-01"
    assert [one.moves for one in standing.dates] == [0, 1, 0]


def test_slip_counts_from_the_first_date_and_not_from_the_one_before() -> None:
    standing = fold_text(
        base("promise", "due = 2025-04-09"),
        event("rescheduled", "2025-04-08", "due = 2025-07-09"),
        event("rescheduled", "2025-07-07", "due = 2025-08-01"),
    )

    assert dated(standing, "due").slip == 114
    assert [change.slip for change in standing.changes] == [0, 91, 114]


def test_a_date_that_was_brought_forward_has_slipped_by_less_than_nothing() -> None:
    standing = fold_text(
        base("promise", "due = 2025-04-09"), event("rescheduled", "2025-04-01", "due = 2025-04-02")
    )

    assert dated(standing, "due").slip == -7


def test_the_first_date_is_that_of_the_earliest_event_when_the_base_record_gave_none() -> None:
    standing = fold_text(
        base("promise"),
        event("rescheduled", "2025-06-02", "due = 2025-09-01"),
        event("step", "2025-06-01", "due = 2025-08-01"),
    )

    due = dated(standing, "due")
    assert due.first is not None
    assert due.first.first == date(2025, 8, 1)
    assert (due.moves, due.slip) == (1, 31)


@pytest.mark.parametrize(
    ("role", "slip"),
    [("due", 31), ("effective", 30), ("expires", 30), ("happens", 30)],
)
def test_slip_counts_the_end_of_an_interval_for_a_duty_and_its_start_for_the_rest(
    role: str, slip: int
) -> None:
    standing = fold_text(
        base("promise", f'{role} = "2025-09"'),
        event("rescheduled", "2025-07-01", f'{role} = "2025-10"'),
    )

    assert dated(standing, role).slip == slip


def test_a_date_open_at_its_counted_end_has_no_slip() -> None:
    standing = fold_text(
        base("promise", "due = 2025-08-01"),
        event("rescheduled", "2025-07-01", 'due = "2025-09-01/.."'),
    )

    assert dated(standing, "due").slip is None
    assert dated(standing, "due").moves == 1


def test_slip_of_instants_counts_civil_days_over_a_change_of_clocks() -> None:
    standing = fold_text(
        base("measure", 'zone = "America/New_York"', "expires = 2025-08-12T00:01:00-04:00"),
        event(
            "rescheduled",
            "2025-08-11",
            'zone = "America/New_York"',
            "expires = 2025-11-10T00:01:00-05:00",
        ),
    )

    assert dated(standing, "expires").slip == 90


@pytest.mark.parametrize(
    ("first", "again"),
    [
        ("2025-08-01", "2025-08-01"),
        ('"2025-Q3"', '"2025-35"'),
        ("2025-08-01T00:01:00-04:00", "2025-08-01T04:01:00Z"),
        ('"2025-08"', '"2025-08-01/2025-08-31"'),
        ('{ after = "y", within = "P90D" }', '{ after = "y", within = "P90D" }'),
    ],
    ids=["same day", "same quarter", "same instant", "same interval", "same table"],
)
def test_the_same_value_in_other_words_is_no_move(first: str, again: str) -> None:
    standing = fold_text(
        base("promise", f"due = {first}"), event("rescheduled", "2025-07-01", f"due = {again}")
    )

    assert dated(standing, "due").moves == 0
    assert [change.is_move for change in standing.changes] == [False, False]
    assert dated(standing, "due").since == date(2025, 7, 1)


@pytest.mark.parametrize(
    ("first", "then"),
    [
        ('"2025-08"', "2025-08-31"),
        ("2025-08-01", "2025-08-01T00:01:00-04:00"),
        ('{ after = "y", within = "P90D" }', '{ after = "y", within = "P60D" }'),
        ('{ after = "y", within = "P90D" }', '{ after = "z", within = "P90D" }'),
    ],
    ids=["a month's last day", "a day's first minute", "another period", "another anchor"],
)
def test_another_value_is_a_move_even_where_the_counted_day_stays(first: str, then: str) -> None:
    standing = fold_text(
        base("promise", f"due = {first}"), event("rescheduled", "2025-07-01", f"due = {then}")
    )

    assert dated(standing, "due").moves == 1


def test_a_clarified_date_is_in_force_and_no_move() -> None:
    standing = fold_text(
        base("measure", "effective = 2025-08-01"),
        event(
            "clarified",
            "2025-07-07",
            "effective = 2025-08-01T00:01:00-04:00",
            'zone = "America/New_York"',
        ),
    )

    effective = dated(standing, "effective")
    assert effective.when is not None
    assert effective.when.zone == "America/New_York"
    assert (effective.moves, effective.slip, effective.notice) == (0, 0, None)
    assert effective.since == date(2025, 7, 7)


def test_a_move_away_and_back_counts_twice_and_leaves_no_slip() -> None:
    standing = fold_text(
        base("promise", "due = 2025-08-01"),
        event("rescheduled", "2025-07-01", "due = 2025-09-01"),
        event("rescheduled", "2025-07-02", "due = 2025-08-01"),
    )

    assert (dated(standing, "due").moves, dated(standing, "due").slip) == (2, 0)


@pytest.mark.parametrize(
    ("on", "notice"),
    [
        ("2025-07-31", 1),
        ("2025-07-31T23:59:00-04:00", 1),
        ("2025-08-01", 0),
        ("2025-08-04", -3),
    ],
    ids=["the day before", "late the day before", "the day itself", "after it had passed"],
)
def test_notice_is_the_days_from_the_move_to_the_date_it_moved_away_from(
    on: str, notice: int
) -> None:
    standing = fold_text(
        base("promise", "due = 2025-08-01"), event("rescheduled", on, "due = 2025-08-07")
    )

    assert dated(standing, "due").notice == notice


def test_notice_is_that_of_the_last_move() -> None:
    standing = fold_text(
        base("promise", "due = 2025-08-01"),
        event("rescheduled", "2025-07-01", "due = 2025-09-01"),
        event("rescheduled", "2025-08-30", "due = 2025-10-01"),
        event("clarified", "2025-09-20", "due = 2025-10-01T12:00:00Z"),
    )

    assert dated(standing, "due").notice == 2


def test_postponed_clears_the_date_and_remembers_it() -> None:
    standing = fold_text(base("promise", "due = 2025-08-01"), event("postponed", "2025-07-20"))

    due = dated(standing, "due")
    assert due.when is None
    assert due.last_known == due.first
    assert due.postponed == date(2025, 7, 20)
    assert (due.moves, due.slip) == (0, None)


def test_a_new_date_after_postponed_moves_away_from_the_last_one_known() -> None:
    standing = fold_text(
        base("promise", "due = 2025-08-01"),
        event("postponed", "2025-07-20"),
        event("rescheduled", "2025-07-25", "due = 2025-08-11"),
    )

    due = dated(standing, "due")
    assert (due.moves, due.slip, due.notice) == (1, 10, 7)
    assert (due.postponed, due.last_known) == (None, None)


def test_the_same_date_again_after_postponed_is_no_move() -> None:
    standing = fold_text(
        base("promise", "due = 2025-08-01"),
        event("postponed", "2025-07-20"),
        event("rescheduled", "2025-07-25", "due = 2025-08-01"),
    )

    assert dated(standing, "due").moves == 0


def test_postponed_clears_every_date_unless_it_names_its_role() -> None:
    dates = base("measure", "effective = 2025-08-01", "expires = 2025-12-31")

    both = fold_text(dates, event("postponed", "2025-07-20"))
    one = fold_text(dates, event("postponed", "2025-07-20", 'role = "expires"'))

    assert [dated.when for dated in both.dates] == [None, None]
    assert first_day(one, "effective") == "2025-08-01"
    assert first_day(one, "expires") is None


def test_postponed_leaves_a_date_that_has_been_met_as_it_is() -> None:
    standing = fold_text(
        base("measure", "effective = 2025-08-01", "expires = 2025-12-31"),
        event("took_effect", "2025-08-01"),
        event("postponed", "2025-12-20"),
    )

    assert first_day(standing, "effective") == "2025-08-01"
    assert first_day(standing, "expires") is None


def test_what_never_had_a_date_is_postponed_all_the_same() -> None:
    standing = fold_text(base("promise"), event("postponed", "2025-07-20"))

    assert dated(standing, "due").when is None
    assert dated(standing, "due").postponed == date(2025, 7, 20)


def test_took_effect_settles_effective_alone() -> None:
    standing = fold_text(
        base("measure", "effective = 2025-05-14", "expires = 2025-08-12"),
        event("took_effect", "2025-05-14"),
    )

    assert dated(standing, "effective").settled == date(2025, 5, 14)
    assert dated(standing, "expires").settled is None


def test_took_effect_reaches_back_to_the_date_that_it_gives() -> None:
    standing = fold_text(
        base("measure"), event("took_effect", "2025-12-04", "effective = 2025-11-01")
    )

    assert dated(standing, "effective").settled == date(2025, 11, 1)


@pytest.mark.parametrize(
    "kind",
    [
        "fulfilled",
        "partly_fulfilled",
        "not_fulfilled",
        "withdrawn",
        "superseded",
        "lapsed",
        "unverifiable",
        "condition_failed",
    ],
)
def test_a_final_outcome_settles_every_date(kind: str) -> None:
    standing = fold_text(
        base("measure", "effective = 2025-05-14", "expires = 2025-08-12"),
        event(kind, "2025-05-20"),
    )

    assert [one.settled for one in standing.dates] == [date(2025, 5, 20)] * 2


def test_a_final_outcome_leaves_the_day_on_which_a_date_was_met_before() -> None:
    standing = fold_text(
        base("measure", "effective = 2025-08-07", "expires = 2026-08-07"),
        event("took_effect", "2025-08-07"),
        event("withdrawn", "2026-02-20"),
    )

    assert dated(standing, "effective").settled == date(2025, 8, 7)
    assert dated(standing, "expires").settled == date(2026, 2, 20)


def test_a_measure_that_took_effect_and_was_suspended_waits_for_its_new_date() -> None:
    standing = fold_text(
        base("measure", "effective = 2025-04-09"),
        event("took_effect", "2025-04-09"),
        event("suspended", "2025-04-09", "effective = 2025-07-09"),
    )

    assert dated(standing, "effective").settled is None


def test_the_date_said_again_after_it_took_effect_unsettles_nothing() -> None:
    standing = fold_text(
        base("measure", "effective = 2025-08-07"),
        event("took_effect", "2025-08-07"),
        event("reaffirmed", "2025-08-10", "effective = 2025-08-07"),
    )

    assert dated(standing, "effective").settled == date(2025, 8, 7)


def test_what_is_reopened_waits_for_its_date_again() -> None:
    standing = fold_text(
        base("promise", "due = 2025-08-01"),
        event("fulfilled", "2025-07-20"),
        event("resumed", "2025-07-25"),
    )

    assert dated(standing, "due").settled is None


def test_the_stated_words_and_the_zone_of_a_statement_go_with_its_date() -> None:
    standing = fold_text(
        base("promise", "due = 2025-08-01", 'stated = "in August"', 'zone = "Asia/Seoul"'),
        event("rescheduled", "2025-07-20", "due = 2025-09-01", 'stated = "a month later"'),
    )

    due = dated(standing, "due")
    assert due.first is not None
    assert due.when is not None
    assert (due.first.stated, due.first.zone) == ("in August", "Asia/Seoul")
    assert (due.when.stated, due.when.zone) == ("a month later", None)


def test_the_changes_tell_each_step_of_the_way() -> None:
    standing = fold_text(
        base("promise", "due = 2025-08-01"),
        event("postponed", "2025-07-20"),
        event("rescheduled", "2025-07-25", "due = 2025-08-11"),
    )

    said, cleared, moved = standing.changes
    assert (said.before, said.is_move) == (None, False)
    assert (cleared.after, cleared.slip, cleared.is_move) == (None, None, False)
    assert (moved.before, moved.slip, moved.is_move) == (said.after, 10, True)
    assert [change.role for change in standing.changes] == [Role.DUE] * 3


@given(DAYS, DAYS)
def test_slip_there_is_slip_back_with_the_other_sign(one: date, other: date) -> None:
    there = fold_text(
        base("promise", f"due = {one}"), event("rescheduled", "2025-07-01", f"due = {other}")
    )
    back = fold_text(
        base("promise", f"due = {other}"), event("rescheduled", "2025-07-01", f"due = {one}")
    )

    slip = dated(there, "due").slip
    assert slip is not None
    assert slip == -(dated(back, "due").slip or 0)
    assert one + timedelta(days=slip) == other


@given(st.lists(DAYS, min_size=1, max_size=6))
def test_slip_depends_on_the_first_date_and_the_last_alone(days: list[date]) -> None:
    moves = [
        event("rescheduled", f"2025-07-{n:02}", f"due = {day}") for n, day in enumerate(days, 1)
    ]

    standing = fold_text(base("promise", "due = 2025-08-01"), *moves)

    due = dated(standing, "due")
    assert due.slip == (days[-1] - date(2025, 8, 1)).days
    assert due.moves == sum(a != b for a, b in zip([date(2025, 8, 1), *days], days, strict=False))
