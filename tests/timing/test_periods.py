"""Periods: what is read, what is written, and where a day or an instant comes to lie."""

from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from commitrack.errors import DateError
from commitrack.timing.periods import Period, add_period, format_period, parse_period
from commitrack.timing.zones import zone_info
from tests.timing.clocks import attempt


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("P90D", Period(days=90)),
        ("P3M", Period(months=3)),
        ("P2W", Period(days=14)),
        ("P1Y", Period(months=12)),
        ("PT48H", Period(hours=48)),
        ("P1Y2M10DT2H", Period(14, 10, 2)),
        ("p90d", Period(days=90)),
        ("30d", Period(days=30)),
        ("3w", Period(days=21)),
        ("2m", Period(months=2)),
        ("1y", Period(months=12)),
    ],
)
def test_a_period_is_read(text: str, period: Period) -> None:
    assert parse_period(text) == period


@pytest.mark.parametrize(
    "text", ["", "P", "PT", "P0D", "0d", "90", "d", "P1.5D", "-30d", "P²D", "9999999d", "PT5M"]
)
def test_what_is_no_period_is_refused(text: str) -> None:
    with pytest.raises(DateError, match="is not a period") as caught:
        parse_period(text)

    assert "P90D" in caught.value.remedy


@given(
    st.builds(Period, st.integers(0, 9999), st.integers(0, 99999), st.integers(0, 9999)).filter(any)
)
def test_what_is_written_is_read_back(period: Period) -> None:
    assert parse_period(format_period(period)) == period


@pytest.mark.parametrize(
    ("start", "period", "end"),
    [
        ("2025-04-10", "P90D", "2025-07-09"),
        ("2025-05-14", "P90D", "2025-08-12"),
        ("2025-08-12", "P90D", "2025-11-10"),
        ("2026-02-24", "P150D", "2026-07-24"),
        ("2025-07-31", "P7D", "2025-08-07"),
        ("2025-02-04", "30d", "2025-03-06"),
        pytest.param("2025-01-31", "1m", "2025-02-28", id="a month end stays one"),
        pytest.param("2024-02-29", "1y", "2025-02-28", id="a leap day"),
        pytest.param("2025-11-30", "P3M", "2026-02-28", id="over the year"),
    ],
)
def test_a_day_moves_by_a_period(start: str, period: str, end: str) -> None:
    assert add_period(date.fromisoformat(start), parse_period(period)) == date.fromisoformat(end)


def test_days_keep_the_clock_s_reading_and_hours_pass_as_they_are() -> None:
    start = datetime.fromisoformat("2025-08-12T00:01").replace(tzinfo=zone_info("America/New_York"))

    end = add_period(start, Period(days=90))

    assert end.isoformat() == "2025-11-10T00:01:00-05:00"
    assert end.timestamp() - start.timestamp() == timedelta(hours=2161).total_seconds()
    assert add_period(start, Period(hours=2161)) == end


def test_hours_cannot_be_added_to_a_day() -> None:
    with pytest.raises(DateError, match="PT48H counts hours"):
        add_period(date(2025, 8, 1), Period(hours=48))


MANY = st.integers(-(10**6), 10**6)


@given(st.dates(), st.builds(Period, MANY, MANY, st.just(0)))
def test_the_end_of_the_calendar_is_a_date_error(day: date, period: Period) -> None:
    moved = attempt(lambda: add_period(day, period))

    if isinstance(moved, DateError):
        assert "beyond the calendar" in moved.message
    else:
        assert moved >= day or period.months < 0 or period.days < 0
