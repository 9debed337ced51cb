"""Which statements count at a moment, in which order, and what does not depend on the file."""

from datetime import UTC, date, datetime, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from commitrack.domain.commitment import Commitment
from commitrack.domain.standing import Standing
from commitrack.domain.vocabulary import EventType, Kind
from tests.domain.ledgers import base, end_of, event, first_day, fold_maybe, fold_text

TYPES = [kind for kind in EventType if kind is not EventType.CORRECTED]
ROLES = ["due", "effective", "expires", "happens"]
VALUES = [
    "2025-08-01",
    "2025-08-07T00:01:00-04:00",
    '"2025-08"',
    '"2025-Q4"',
    '"2025-08-01/.."',
    '{ after = 2025-05-14, within = "P90D" }',
    '{ after = "y", within = "P90D" }',
]
KEYS = st.lists(
    st.tuples(st.sampled_from(ROLES), st.sampled_from(VALUES)), max_size=2, unique_by=lambda k: k[0]
).map(lambda pairs: [f"{role} = {value}" for role, value in pairs])
BASES = st.builds(
    lambda kind, keys: base(kind, *keys), st.sampled_from(["measure", "promise"]), KEYS
)


NO_RECORD = Commitment("", "", Kind.PROMISE)


def events_on(days: list[int]) -> st.SearchStrategy[list[str]]:
    """Draw one event for each day after 1 January 2025."""
    one = st.tuples(st.sampled_from(TYPES), KEYS)
    return st.lists(one, min_size=len(days), max_size=len(days)).map(
        lambda drawn: [
            event(kind, f"{date(2025, 1, 1) + timedelta(days=day)}", 'stated = "so"', *keys)
            for day, (kind, keys) in zip(days, drawn, strict=True)
        ]
    )


EVENTS = st.lists(st.integers(1, 300), min_size=1, max_size=6, unique=True).flatmap(events_on)


def without_record(standing: Standing | None) -> Standing | None:
    """Leave out the record as read, which has the order of the file."""
    return standing and standing._replace(commitment=NO_RECORD)


def types(standing: Standing) -> list[str]:
    return [str(event.type) for event in standing.history]


def test_events_are_taken_by_day_wherever_they_stand_in_the_file() -> None:
    standing = fold_text(
        event("step", "2025-07-03"),
        base("promise"),
        event("blocked", "2025-07-01"),
        event("unblocked", "2025-07-02"),
    )

    assert types(standing) == ["blocked", "unblocked", "step"]


def test_on_one_day_a_time_comes_after_no_time_and_then_the_place_in_the_file_decides() -> None:
    standing = fold_text(
        base("promise"),
        event("step", "2025-07-01T18:00:00Z"),
        event("blocked", "2025-07-01T09:00:00Z"),
        event("checked", "2025-07-01"),
        event("note", "2025-07-01"),
    )

    assert types(standing) == ["checked", "note", "blocked", "step"]


def test_on_one_day_instants_are_ordered_across_zones() -> None:
    standing = fold_text(
        base("promise"),
        event("step", "2025-07-01T10:00:00-04:00"),
        event("blocked", "2025-07-01T22:00:00+09:00"),
    )

    assert types(standing) == ["blocked", "step"]


def test_a_time_without_a_zone_is_ordered_as_the_reader_s() -> None:
    standing = fold_text(
        base("promise"),
        event("step", "2025-07-01T15:00:00"),
        event("blocked", "2025-07-01T03:00:00Z"),
        now=end_of("2025-08-01", "Asia/Seoul"),
    )

    assert types(standing) == ["blocked", "step"]


def test_the_base_record_stands_before_the_events_of_its_day_whatever_its_hour() -> None:
    standing = fold_text(
        base("promise", "due = 2025-08-01", "recorded = 2025-07-08T16:30:00+09:00"),
        event("rescheduled", "2025-07-08", "due = 2025-09-01"),
    )

    assert first_day(standing, "due") == "2025-09-01"


@pytest.mark.parametrize(
    ("source", "said"),
    [
        ("said = 2025-07-07\npublished = 2025-07-10", "2025-07-07"),
        ("published = 2025-07-10", "2025-07-10"),
        ("", "2025-07-15"),
    ],
    ids=["said", "published", "recorded"],
)
def test_the_base_record_is_dated_by_its_source_or_else_by_its_entry(
    source: str, said: str
) -> None:
    made = f"[source.s]\n{source}\n", base("promise", 'source = "s"', "recorded = 2025-07-15")

    standing = fold_text(*made, now=end_of(said))

    assert standing.commitment.said == date.fromisoformat(said)
    assert standing.looked_at == date.fromisoformat(said)


def test_the_first_of_several_sources_that_tells_dates_the_base_record() -> None:
    standing = fold_text(
        "[source.silent]\n[source.late]\npublished = 2025-07-10\n[source.early]\nsaid = 2025-07-01",
        base("promise", 'source = ["silent", "late", "early"]', "recorded = 2025-07-15"),
    )

    assert standing.commitment.said == date(2025, 7, 10)


def test_before_its_words_were_said_there_is_no_commitment() -> None:
    made = base("promise", "recorded = 2025-07-08")

    assert fold_maybe(made, now=end_of("2025-07-07")) is None
    assert fold_maybe(made, now=end_of("2025-07-08")) is not None


def test_what_lies_after_the_moment_asked_about_does_not_count() -> None:
    made = (
        base("promise", "due = 2025-08-01"),
        event("rescheduled", "2025-07-07", "due = 2025-09-01"),
        event("fulfilled", "2025-07-09"),
    )

    before = fold_text(*made, now=end_of("2025-07-06"))
    between = fold_text(*made, now=end_of("2025-07-08"))

    assert (first_day(before, "due"), before.history) == ("2025-08-01", ())
    assert (first_day(between, "due"), types(between)) == ("2025-09-01", ["rescheduled"])


@pytest.mark.parametrize(
    ("on", "zone", "counts"),
    [
        ("2025-07-09", "Asia/Seoul", True),
        ("2025-07-09", "America/New_York", False),
        ("2025-07-08T15:00:00Z", "America/New_York", True),
        ("2025-07-08T15:00:01Z", "Asia/Seoul", False),
    ],
    ids=["begun in Seoul", "not yet in Washington", "this very second", "a second later"],
)
def test_a_day_counts_from_its_start_where_the_reader_is_and_a_time_from_its_instant(
    on: str, zone: str, *, counts: bool
) -> None:
    midnight_in_seoul = datetime(2025, 7, 8, 15, tzinfo=UTC)

    standing = fold_text(
        base("promise"),
        event("step", on),
        now=midnight_in_seoul.astimezone(end_of("2025-07-08", zone).tzinfo),
    )

    assert bool(standing.history) is counts


def test_an_event_without_a_day_of_its_own_counts_from_its_entry() -> None:
    standing = fold_text(
        base("promise"),
        '[[commitment.x.event]]\ntype = "step"\nrecorded = 2025-07-09\n',
        now=end_of("2025-07-08"),
    )

    assert standing.history == ()


@given(BASES, EVENTS, st.data())
def test_the_order_of_different_days_in_the_file_changes_nothing(
    made: str, events: list[str], data: st.DataObject
) -> None:
    other_order = data.draw(st.permutations([made, *events]))

    assert without_record(fold_text(*other_order)) == without_record(fold_text(made, *events))


@given(BASES, EVENTS, st.integers(0, 300))
def test_what_is_appended_for_later_days_changes_nothing_before_them(
    made: str, events: list[str], day: int
) -> None:
    now = end_of(f"{date(2025, 1, 1) + timedelta(days=day)}")
    known = [one for one in events if date.fromisoformat(one.split("on = ")[1][:10]) <= now.date()]

    assert without_record(fold_text(made, *events, now=now)) == without_record(
        fold_text(made, *known, now=now)
    )


@given(BASES, EVENTS)
def test_as_of_a_day_before_the_base_record_there_is_nothing(made: str, events: list[str]) -> None:
    assert fold_maybe(made, *events, now=end_of("2024-12-31")) is None


@given(BASES, EVENTS, st.integers(1, 300))
def test_a_note_changes_neither_outcome_nor_dates_nor_when_it_was_looked_at(
    made: str, events: list[str], day: int
) -> None:
    note = event("note", f"{date(2025, 1, 1) + timedelta(days=day)}", 'note = "a remark"')

    plain, noted = fold_text(made, *events), fold_text(made, *events, note)

    assert noted._replace(commitment=plain.commitment, history=plain.history) == plain
    assert len(noted.history) == len(plain.history) + 1


@given(BASES, st.integers(1, 300))
def test_a_commitment_with_a_note_stands_where_one_without_events_does(made: str, day: int) -> None:
    note = event("note", f"{date(2025, 1, 1) + timedelta(days=day)}")

    plain, noted = fold_text(made), fold_text(made, note)

    assert noted._replace(commitment=plain.commitment, history=()) == plain


@given(BASES, EVENTS)
def test_history_holds_every_event_in_the_order_of_days(made: str, events: list[str]) -> None:
    standing = fold_text(made, *events)

    days = [event.on for event in standing.history]
    assert len(days) == len(events)
    assert all(earlier <= later for earlier, later in pairwise(map(str, days)))
