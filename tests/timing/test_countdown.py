"""Countdown: civil days in the date's own zone, and the words that tell them."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from commitrack.domain.vocabulary import Schedule
from commitrack.domain.when import Role, When
from commitrack.timing.countdown import (
    Countdown,
    count,
    countdown_words,
    last_full_day_before,
    long_ago_words,
)
from commitrack.timing.values import parse_value
from tests.timing.clocks import READERS, SEOUL, day, instant, now_at

EDT = instant("2025-08-01T00:01-04:00", "America/New_York")


def test_a_floating_day_is_counted_on_the_reader_s_calendar() -> None:
    assert count(day("2025-08-01"), Role.EFFECTIVE, SEOUL).days_left == 24
    assert countdown_words(day("2025-08-01"), Role.EFFECTIVE, SEOUL) == "in 24 days"


def test_an_instant_is_counted_on_the_calendar_of_its_own_zone() -> None:
    assert count(EDT, Role.EFFECTIVE, SEOUL).days_left == 25
    assert countdown_words(EDT, Role.EFFECTIVE, SEOUL) == "in 25 days"


@pytest.mark.parametrize("reader", READERS)
def test_a_change_of_clocks_takes_no_day_away(reader: str) -> None:
    now = now_at("2026-02-24T00:01-05:00", reader)
    end = instant("2026-07-24T00:01-04:00", "America/New_York")

    assert countdown_words(end, Role.EXPIRES, now) == "in 150 days"
    assert count(end, Role.EXPIRES, now).days_left == 150


@pytest.mark.parametrize("reader", READERS)
def test_an_instant_under_72_hours_off_is_told_in_hours(reader: str) -> None:
    now = now_at("2025-08-06T21:00+09:00", reader)
    then = instant("2025-08-07T00:01-04:00", "America/New_York")

    assert countdown_words(then, Role.EFFECTIVE, now) == "in 16 h 01 min"


def test_hours_that_pass_over_a_change_of_clocks_are_real_ones() -> None:
    now = now_at("2025-11-01T12:00-04:00", "America/New_York")

    words = countdown_words(instant("2025-11-02T12:00-05:00", "America/New_York"), Role.DUE, now)

    assert words == "in 25 h 00 min"


@pytest.mark.parametrize(
    ("now", "words"),
    [
        ("2025-07-28T23:00-04:00", "in 4 days"),
        ("2025-07-29T00:00-04:00", "in 3 days"),
        ("2025-07-29T00:02-04:00", "in 71 h 59 min"),
        ("2025-07-31T23:00-04:00", "in 1 h 01 min"),
        ("2025-08-01T00:00-04:00", "in 1 min"),
        ("2025-08-01T00:00:30-04:00", "in less than 1 min"),
        ("2025-08-01T00:01-04:00", "less than 1 min late"),
        ("2025-08-01T03:21-04:00", "3 h 20 min late"),
        ("2025-08-04T00:00-04:00", "71 h 59 min late"),
        ("2025-08-04T00:01-04:00", "3 days late"),
    ],
)
def test_an_instant_comes_nearer_and_passes(now: str, words: str) -> None:
    assert countdown_words(EDT, Role.DUE, now_at(now)) == words


@pytest.mark.parametrize(
    ("now", "words", "schedule", "left"),
    [
        ("2025-07-24", "in 8 days", Schedule.UPCOMING, 8),
        ("2025-07-25", "in 7 days", Schedule.DUE_SOON, 7),
        ("2025-07-31", "tomorrow", Schedule.DUE_SOON, 1),
        ("2025-08-01", "today", Schedule.DUE_TODAY, 0),
        ("2025-08-02", "1 day late", Schedule.OVERDUE, -1),
        ("2025-08-03", "2 days late", Schedule.OVERDUE, -2),
    ],
)
def test_a_day_comes_nearer_and_passes(now: str, words: str, schedule: Schedule, left: int) -> None:
    late_in_the_day = now_at(f"{now}T23:59+09:00", "Asia/Seoul")
    when = day("2025-08-01")

    assert countdown_words(when, Role.DUE, late_in_the_day) == words
    assert count(when, Role.DUE, late_in_the_day) == Countdown(schedule, left, None, left < 0)


@pytest.mark.parametrize(
    ("role", "words", "schedule"),
    [
        (Role.DUE, "2 days late", Schedule.OVERDUE),
        (Role.EFFECTIVE, "passed 2 days ago, not confirmed", Schedule.UNCONFIRMED),
        (Role.EXPIRES, "should have ended 2 days ago", Schedule.UNCONFIRMED),
        (Role.HAPPENS, "was planned for 2 days ago", Schedule.UNCONFIRMED),
    ],
)
def test_what_has_passed_is_late_only_where_somebody_owes_it(
    role: Role, words: str, schedule: Schedule
) -> None:
    now = now_at("2025-08-03T09:00+09:00", "Asia/Seoul")

    assert countdown_words(day("2025-08-01"), role, now) == words
    assert count(day("2025-08-01"), role, now).schedule is schedule


def test_an_instant_is_past_on_its_own_day() -> None:
    now = now_at("2025-08-01T00:01-04:00", "America/New_York")

    assert count(EDT, Role.DUE, now) == Countdown(Schedule.OVERDUE, 0, None, is_past=True)
    assert not count(EDT, Role.DUE, now._replace(at=now.at - timedelta(seconds=1))).is_past


def test_a_bare_offset_is_a_zone_of_its_own() -> None:
    assert count(instant("2025-08-01T00:01-04:00"), Role.DUE, SEOUL).days_left == 25


def test_a_day_with_a_zone_ends_when_it_ends_there() -> None:
    when = parse_value(date(2025, 7, 7), "America/New_York")

    assert countdown_words(when, Role.DUE, SEOUL) == "today"
    assert countdown_words(day("2025-07-07"), Role.DUE, SEOUL) == "1 day late"


@pytest.mark.parametrize(
    ("value", "role", "words", "expected"),
    [
        pytest.param(
            "2025-08",
            Role.DUE,
            "24 to 54 days",
            Countdown(Schedule.UPCOMING, 54, (24, 54), is_past=False),
            id="a month ahead, to its end",
        ),
        pytest.param(
            "2025-08",
            Role.EFFECTIVE,
            "24 to 54 days",
            Countdown(Schedule.UPCOMING, 24, (24, 54), is_past=False),
            id="a month ahead, to its start",
        ),
        pytest.param(
            "2025-07-05/2025-07-28",
            Role.EFFECTIVE,
            "now to 20 days",
            Countdown(Schedule.UPCOMING, -3, (-3, 20), is_past=False),
            id="running",
        ),
        pytest.param(
            "2025-07-05/2025-07-09",
            Role.DUE,
            "now to tomorrow",
            Countdown(Schedule.DUE_SOON, 1, (-3, 1), is_past=False),
            id="its last day but one",
        ),
        pytest.param(
            "2025-07-05/2025-07-08",
            Role.HAPPENS,
            "today",
            Countdown(Schedule.DUE_TODAY, -3, (-3, 0), is_past=False),
            id="its last day",
        ),
        pytest.param(
            "2025-06",
            Role.EFFECTIVE,
            "passed 8 days ago, not confirmed",
            Countdown(Schedule.UNCONFIRMED, -37, (-37, -8), is_past=True),
            id="over, and told from its end",
        ),
        pytest.param(
            "2025-07-29/..",
            Role.EFFECTIVE,
            "from 21 days on",
            Countdown(Schedule.UPCOMING, 21, None, is_past=False),
            id="open end, ahead",
        ),
        pytest.param(
            "2025-07-01/..",
            Role.DUE,
            "any day",
            Countdown(Schedule.UPCOMING, None, None, is_past=False),
            id="open end, running",
        ),
        pytest.param(
            "../2025-07-11",
            Role.DUE,
            "now to 3 days",
            Countdown(Schedule.DUE_SOON, 3, None, is_past=False),
            id="open start",
        ),
        pytest.param(
            "../2025-07-06",
            Role.DUE,
            "2 days late",
            Countdown(Schedule.OVERDUE, -2, None, is_past=True),
            id="open start, over",
        ),
    ],
)
def test_an_interval_is_told_by_both_its_ends(
    value: str, role: Role, words: str, expected: Countdown
) -> None:
    when = parse_value(value, None)

    assert countdown_words(when, role, SEOUL) == words
    assert count(when, role, SEOUL) == expected


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ({"after": "kr-us-summit", "within": "P90D"}, "after kr-us-summit, not yet dated"),
        ({"before": "kr-us-summit", "within": "P90D"}, "before kr-us-summit, not yet dated"),
    ],
)
def test_what_waits_has_no_number(value: dict[str, object], words: str) -> None:
    when = parse_value(value, None)

    assert countdown_words(when, Role.DUE, SEOUL) == words
    assert count(when, Role.DUE, SEOUL) == Countdown(Schedule.UNDATED, None, None, is_past=False)


@pytest.mark.parametrize(
    ("when", "before"),
    [
        (instant("2025-08-07T00:01-04:00", "America/New_York"), date(2025, 8, 6)),
        (instant("2025-08-07T04:01+00:00", "America/New_York"), date(2025, 8, 6)),
        (instant("2025-08-07T00:00-04:00"), date(2025, 8, 6)),
        (instant("2025-08-07T00:02-04:00"), None),
        (instant("2025-08-07T12:01-04:00"), None),
        (day("2025-08-07"), None),
    ],
)
def test_the_last_full_day_before_the_first_minute(when: When, before: date | None) -> None:
    assert last_full_day_before(when) == before


@pytest.mark.parametrize(
    ("then", "words"),
    [
        (date(2026, 3, 11), "today"),
        (date(2026, 3, 10), "yesterday"),
        (date(2026, 1, 26), "44 days ago"),
        (date(2026, 3, 12), "tomorrow"),
    ],
)
def test_how_long_ago(then: date, words: str) -> None:
    assert long_ago_words(then, date(2026, 3, 11)) == words


DAYS = st.dates(date(1900, 1, 1), date(2100, 1, 1))


@given(DAYS, DAYS, st.sampled_from(Role), st.sampled_from(READERS))
def test_a_day_is_past_exactly_when_days_left_is_negative(
    due: date, today: date, role: Role, reader: str
) -> None:
    now = now_at(f"{today}T12:00+00:00", reader)

    counted = count(parse_value(due, None), role, now)

    assert counted.days_left == (due - now.today()).days
    assert counted.is_past == (counted.days_left < 0)


@given(DAYS, DAYS, DAYS, st.sampled_from(Role))
def test_an_interval_is_past_only_after_its_last_day(
    one: date, two: date, today: date, role: Role
) -> None:
    first, last = sorted((one, two))
    now = now_at(f"{today}T12:00+00:00")

    counted = count(parse_value(f"{first}/{last}", None), role, now)

    assert counted.is_past == (today > last)
    assert countdown_words(parse_value(f"{first}/{last}", None), role, now)
