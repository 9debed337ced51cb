"""Recurrence rules of RFC 5545: the days that they give, and what is refused."""

from datetime import date

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from commitrack.errors import DateError
from commitrack.timing.recurring import MOST, expand

SAID = date(2025, 7, 7)
END = date(2030, 12, 31)


def days(rule: str, start: str | None = None, until: date | None = END) -> list[str]:
    first = None if start is None else date.fromisoformat(start)
    return [str(day) for day in expand(rule, first, SAID, until).days]


@pytest.mark.parametrize(
    ("rule", "start", "expected"),
    [
        (
            "FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=31",
            None,
            ["2026-03-31", "2027-03-31", "2028-03-31", "2029-03-31", "2030-03-31"],
        ),
        ("RRULE:FREQ=YEARLY;COUNT=2", "2026-03-31", ["2026-03-31", "2027-03-31"]),
        ("freq=yearly;until=20271231", "2026-03-31", ["2026-03-31", "2027-03-31"]),
        ("FREQ=YEARLY;UNTIL=2027-03-31T000000Z", "2026-03-31", ["2026-03-31", "2027-03-31"]),
        ("FREQ=YEARLY", "2024-02-29", ["2024-02-29", "2028-02-29"]),
        ("FREQ=MONTHLY;COUNT=3", "2025-10-31", ["2025-10-31", "2025-12-31", "2026-01-31"]),
        ("FREQ=MONTHLY;BYMONTHDAY=-1;COUNT=3", None, ["2025-07-31", "2025-08-31", "2025-09-30"]),
        ("FREQ=MONTHLY;BYDAY=-1FR;COUNT=3", None, ["2025-07-25", "2025-08-29", "2025-09-26"]),
        (
            "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1;COUNT=2",
            None,
            ["2025-07-31", "2025-08-29"],
        ),
        (
            "FREQ=MONTHLY;INTERVAL=3;COUNT=3",
            "2025-09-30",
            ["2025-09-30", "2025-12-30", "2026-03-30"],
        ),
        ("FREQ=WEEKLY;BYDAY=MO,WE;COUNT=3", None, ["2025-07-07", "2025-07-09", "2025-07-14"]),
        (
            "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,SU;WKST=MO;COUNT=4",
            "1997-08-05",
            ["1997-08-05", "1997-08-10", "1997-08-19", "1997-08-24"],
        ),
        (
            "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,SU;WKST=SU;COUNT=4",
            "1997-08-05",
            ["1997-08-05", "1997-08-17", "1997-08-19", "1997-08-31"],
        ),
        ("FREQ=YEARLY;BYDAY=20MO;COUNT=2", "1997-05-19", ["1997-05-19", "1998-05-18"]),
        ("FREQ=YEARLY;BYWEEKNO=20;BYDAY=MO;COUNT=2", "1997-05-12", ["1997-05-12", "1998-05-11"]),
        (
            "FREQ=DAILY;INTERVAL=10;COUNT=3",
            "2025-07-07",
            ["2025-07-07", "2025-07-17", "2025-07-27"],
        ),
    ],
)
def test_a_rule_gives_its_days(rule: str, start: str | None, expected: list[str]) -> None:
    assert days(rule, start) == expected


def test_both_ends_are_in() -> None:
    rule = "FREQ=YEARLY;BYMONTH=7;BYMONTHDAY=7"

    assert days(rule, until=date(2027, 7, 7)) == ["2025-07-07", "2026-07-07", "2027-07-07"]
    assert days(rule, until=date(2027, 7, 6)) == ["2025-07-07", "2026-07-07"]


@pytest.mark.parametrize(
    ("rule", "start", "missing"),
    [
        ("FREQ=YEARLY", "2024-02-29", ["2025", "2026", "2027"]),
        ("FREQ=YEARLY;INTERVAL=2", "2024-02-29", ["2026"]),
        ("FREQ=MONTHLY;BYMONTHDAY=31;UNTIL=20251231", None, ["2025-09", "2025-11"]),
        ("FREQ=MONTHLY;BYMONTHDAY=30;UNTIL=20251231", None, []),
        ("FREQ=MONTHLY;INTERVAL=2;COUNT=3", "2025-07-31", ["2025-09", "2025-11"]),
        ("FREQ=MONTHLY;BYMONTH=1,2,3;BYMONTHDAY=30;COUNT=3", None, ["2026-02"]),
        ("FREQ=YEARLY;BYMONTH=2,3;BYMONTHDAY=30;COUNT=2", None, ["2027-02"]),
        ("FREQ=YEARLY;INTERVAL=2;BYMONTH=3;BYMONTHDAY=30;COUNT=2", "2026-03-30", []),
        ("FREQ=YEARLY;BYMONTH=1,2;BYDAY=MO;BYSETPOS=1;COUNT=3", None, []),
        ("FREQ=WEEKLY;BYDAY=MO;COUNT=9", None, []),
    ],
)
def test_what_lacks_the_day_is_told(rule: str, start: str | None, missing: list[str]) -> None:
    first = None if start is None else date.fromisoformat(start)
    until = None if "COUNT" in rule else date(2029, 1, 1)

    found = expand(rule, first, SAID, until)

    assert [f"{day:%Y-%m}" if found.by_month else f"{day:%Y}" for day in found.missing] == missing


@pytest.mark.parametrize(
    ("rule", "start", "expected"),
    [
        ("FREQ=MONTHLY;COUNT=2", None, ["2025-09-15", "2025-10-15"]),
        ("FREQ=MONTHLY;UNTIL=20250930", None, ["2025-09-15"]),
        ("FREQ=MONTHLY;INTERVAL=2;COUNT=2", None, ["2025-10-15", "2025-12-15"]),
        ("FREQ=MONTHLY;BYMONTHDAY=1;COUNT=2", None, ["2025-09-01", "2025-10-01"]),
        ("FREQ=MONTHLY;COUNT=5", "2025-06-15", ["2025-09-15", "2025-10-15"]),
        ("FREQ=MONTHLY;COUNT=2", "2026-01-31", ["2026-01-31", "2026-03-31"]),
    ],
)
def test_a_series_goes_on_after_its_last_day(
    rule: str, start: str | None, expected: list[str]
) -> None:
    first = None if start is None else date.fromisoformat(start)

    found = expand(rule, first, SAID, None, after=date(2025, 8, 15))

    assert [str(day) for day in found.days] == expected


def test_a_gap_after_the_last_day_is_told_too() -> None:
    found = expand("FREQ=MONTHLY;COUNT=1", None, SAID, None, after=date(2025, 8, 31))

    assert (found.days, found.missing) == ((date(2025, 10, 31),), (date(2025, 9, 1),))


def test_a_series_that_goes_as_far_already_does_not_go_on() -> None:
    with pytest.raises(DateError, match="goes to 2025-08-15, and FREQ=DAILY gives no day after"):
        expand("FREQ=DAILY", None, SAID, date(2025, 8, 15), after=date(2025, 8, 15))


@pytest.mark.parametrize(
    ("rule", "message", "remedy"),
    [
        ("", "no recurrence rule", "FREQ=YEARLY"),
        ("every March", "EVERY MARCH is no part", "FREQ=YEARLY"),
        ("FREQ=YEARLY;;COUNT=2", "no part", "FREQ"),
        ("BYMONTH=3", "does not say how often", "YEARLY MONTHLY"),
        ("FREQ=HOURLY", "more often than daily", "YEARLY MONTHLY"),
        ("FREQ=DAILY;BYHOUR=9", "more often than daily", ""),
        ("FREQ=SOMETIMES", "FREQ=SOMETIMES is not understood", "YEARLY MONTHLY"),
        ("FREQ=YEARLY;BYMONT=3", "BYMONT is no part", "BYMONTHDAY"),
        ("FREQ=YEARLY;BYMONTH=13", "BYMONTH=13 is not understood", "from 1 to 12"),
        ("FREQ=MONTHLY;BYMONTHDAY=0", "BYMONTHDAY=0 is not understood", "from -31 to 31"),
        ("FREQ=MONTHLY;BYDAY=XX", "BYDAY=XX is not understood", "MO TU"),
        ("FREQ=WEEKLY;BYDAY=1MO", "of a month or a year", "last Friday"),
        ("FREQ=WEEKLY;BYMONTHDAY=3", "does not go with FREQ=WEEKLY", ""),
        ("FREQ=YEARLY;FREQ=YEARLY", "stands twice", ""),
        ("FREQ=YEARLY;COUNT=2;UNTIL=20300101", "not both", ""),
        ("FREQ=YEARLY;COUNT=0", "COUNT=0 is not understood", "from 1"),
        ("FREQ=YEARLY;UNTIL=20300230", "UNTIL=20300230 is not understood", "UNTIL=20301231"),
        ("FREQ=YEARLY;BYSETPOS=1", "among nothing", ""),
        ("FREQ=YEARLY", "does not say which day", "--due"),
        ("FREQ=YEARLY;BYMONTHDAY=3", "does not say which day", "--due"),
        ("FREQ=WEEKLY;INTERVAL=2;BYDAY=MO", "does not say which day", "--due"),
        ("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", "gives no day", "--until"),
        ("FREQ=DAILY;BYMONTH=3;BYDAY=MO;UNTIL=20250101", "which day", ""),
    ],
)
def test_what_is_no_rule_is_refused_and_named(rule: str, message: str, remedy: str) -> None:
    with pytest.raises(DateError, match=message) as refused:
        days(rule)

    assert remedy in (refused.value.remedy or "")


def test_a_rule_without_an_end_asks_how_far() -> None:
    with pytest.raises(DateError, match="how far"):
        days("FREQ=MONTHLY;BYMONTHDAY=1", until=None)


def test_too_many_days_are_refused() -> None:
    assert len(days(f"FREQ=DAILY;COUNT={MOST}", "2025-07-07")) == MOST
    with pytest.raises(DateError, match="more than 500"):
        days("FREQ=DAILY", "2025-07-07")


def test_the_last_of_what_is_allowed_is_not_cut_off_in_silence() -> None:
    rule = "FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=31"

    assert days(rule, until=date(2175, 12, 31))[-1] == "2175-03-31"
    with pytest.raises(DateError, match="goes on to 2176, more than 150 years"):
        days(f"{rule};COUNT=151", until=None)


def test_an_end_before_the_first_day_is_named() -> None:
    with pytest.raises(DateError, match="would end on Tue 1 Jul 2025, before Fri 1 Aug 2025"):
        days("FREQ=MONTHLY", "2025-08-01", until=date(2025, 7, 1))
    with pytest.raises(DateError, match="would end on Tue 31 Dec 999, before"):
        days("FREQ=MONTHLY;UNTIL=09991231", "2025-08-01")


def test_a_first_day_that_the_rule_does_not_have_is_refused() -> None:
    with pytest.raises(DateError, match="is no day of") as refused:
        days("FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=31", "2026-01-01")

    assert refused.value.remedy == "write 2026-03-31"


_PARTS = st.sampled_from(
    [
        *("FREQ=YEARLY", "FREQ=MONTHLY", "FREQ=WEEKLY", "FREQ=DAILY", "INTERVAL=2", "COUNT=3"),
        *("UNTIL=20301231", "BYDAY=MO", "BYDAY=-1FR", "BYDAY=53SU", "WKST=SU", "BYMONTH=2"),
        *("BYMONTHDAY=30", "BYMONTHDAY=-31", "BYYEARDAY=366", "BYWEEKNO=53", "BYSETPOS=366"),
        *("BYHOUR=1", "X=Y", "=", "FREQ", ";", "BYEASTER=1"),
    ]
)


@given(
    st.lists(_PARTS, max_size=6).map(";".join) | st.text(max_size=60),
    st.none() | st.dates(date(1, 1, 1), date.max),
    st.none() | st.dates(date(1900, 1, 1), date.max),
    st.none() | st.dates(date(1, 1, 1), date.max),
)
@example("FREQ=YEARLY;BYWEEKNO=53;BYYEARDAY=366;BYMONTH=2;COUNT=3", date(2025, 1, 1), None, None)
@example("FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30;COUNT=1", date(9000, 1, 1), None, None)
@example("FREQ=MONTHLY;COUNT=3", None, None, date.max)
def test_no_rule_fails_otherwise_than_by_being_refused(
    rule: str, start: date | None, until: date | None, after: date | None
) -> None:
    try:
        found = expand(rule, start, SAID, until, after)
    except DateError:
        return
    assert 0 < len(found.days) <= MOST
    assert list(found.days) == sorted(set(found.days))
    length = len("2025-07") if found.by_month else len("2025")
    has = {str(day)[:length] for day in found.days}
    assert has.isdisjoint(str(day)[:length] for day in found.missing)
    assert list(found.missing) == sorted(found.missing)
    assert after is None or found.days[0] > after
