"""Display: dates as they are printed, at the precision of their source."""

from datetime import UTC, date, datetime

import pytest

from commitrack.timing.display import format_instant, format_when, short_day
from commitrack.timing.values import parse_value
from commitrack.timing.zones import zone_info
from tests.timing.clocks import instant


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (date(2025, 8, 1), "Fri 1 Aug 2025"),
        ("2025-08", "Aug 2025"),
        ("2025-Q3", "Q3 2025"),
        ("2025-36", "Q4 2025"),
        ("2025-H1", "H1 2025"),
        ("2025-41", "H2 2025"),
        ("2025", "2025"),
        ("2025-22", "about 1 Jun 2025 to 28 Feb 2026"),
        ("2025-28", "1 Dec 2025 to 28 Feb 2026"),
        ("2025-08-01/2025-08-07", "1 Aug to 7 Aug 2025"),
        ("2025-08-01/..", "from 1 Aug 2025 on"),
        ("../2025-08-01", "to 1 Aug 2025"),
        ("2025-09~", "about Sep 2025"),
        ({"after": "x", "within": "P90D"}, "after x, not yet dated"),
        ({"before": "x", "snap": "month-start"}, "before x, not yet dated"),
        (datetime(2025, 8, 1, 4, 1, tzinfo=UTC), "Fri 1 Aug 2025 04:01"),
    ],
)
def test_a_date_claims_no_more_than_its_source(value: object, text: str) -> None:
    assert format_when(parse_value(value, None)) == text


def test_an_instant_is_printed_on_the_clock_of_its_zone() -> None:
    assert format_when(instant("2025-08-01T04:01+00:00", "America/New_York")) == (
        "Fri 1 Aug 2025 00:01"
    )
    assert format_instant(
        datetime.fromisoformat("2025-08-01T00:01-04:00"), zone_info("America/Los_Angeles")
    ) == ("Thu 31 Jul 2025 21:01")


def test_the_year_is_left_out_where_it_is_this_one() -> None:
    today = date(2026, 3, 11)

    assert short_day(date(2026, 11, 16), today, weekday=True) == "Mon 16 Nov"
    assert short_day(date(2025, 11, 16), today) == "16 Nov 2025"
