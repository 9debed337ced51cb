"""Lead times: how they are written, and the days on which they are crossed."""

from datetime import UTC, date, datetime

import pytest

from commitrack.errors import DateError
from commitrack.remind.leads import (
    lead_review,
    leads_before,
    leads_late,
    parse_leads,
)
from commitrack.timing.periods import format_lead, parse_period
from commitrack.timing.values import parse_value
from tests.remind.diary import morning, now_at


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("30d,7d,0d", ["P30D", "P7D", "P0D"]),
        ("P1M", ["P1M"]),
        ("2w, 14d", ["P14D"]),
        ("48h", ["PT48H"]),
        ("P0D", ["P0D"]),
        ("", []),
    ],
)
def test_lead_times_are_periods_with_commas_between(text: str, names: list[str]) -> None:
    assert [format_lead(period) for period in parse_leads((text,))] == names


@pytest.mark.parametrize("text", ["soon", "7", "-7d", "P0W", "7d;1d"])
def test_what_is_no_period_is_refused(text: str) -> None:
    with pytest.raises(DateError):
        parse_leads((text,))


@pytest.mark.parametrize(
    ("today", "names"),
    [
        (date(2025, 7, 1), []),
        (date(2025, 7, 2), ["P30D"]),
        (date(2025, 7, 24), ["P30D"]),
        (date(2025, 7, 25), ["P30D", "P7D"]),
        (date(2025, 7, 31), ["P30D", "P7D"]),
        (date(2025, 8, 1), ["P30D", "P7D", "P0D"]),
    ],
)
def test_a_lead_time_is_crossed_on_its_day(today: date, names: list[str]) -> None:
    when = parse_value(date(2025, 8, 1), None)

    crossed = leads_before(when, parse_leads(("30d,7d,0d",)), morning(today))

    assert [lead.name for lead in crossed] == names


def test_an_uncertain_date_counts_to_its_first_day() -> None:
    when = parse_value("2025-Q4", None)

    assert not list(leads_before(when, parse_leads(("7d",)), morning(date(2025, 9, 23))))
    assert list(leads_before(when, parse_leads(("7d",)), morning(date(2025, 9, 24))))


def test_a_date_with_a_zone_counts_by_its_own_clock() -> None:
    when = parse_value(datetime.fromisoformat("2025-08-01T00:01-04:00"), "America/New_York")
    seven = parse_leads(("7d",))

    before = now_at(datetime(2025, 7, 25, 3, 59, tzinfo=UTC))
    after = now_at(datetime(2025, 7, 25, 4, tzinfo=UTC))

    assert not list(leads_before(when, seven, before))
    assert [lead.crossing for lead in leads_before(when, seven, after)] == ["2025-07-25"]


def test_hours_count_from_an_instant() -> None:
    when = parse_value(datetime.fromisoformat("2025-08-01T00:01-04:00"), "America/New_York")
    two = parse_leads(("2h",))

    assert not list(leads_before(when, two, now_at(datetime(2025, 8, 1, 2, tzinfo=UTC))))
    found = list(leads_before(when, two, now_at(datetime(2025, 8, 1, 2, 1, tzinfo=UTC))))
    assert [lead.crossing for lead in found] == ["2025-07-31T22:01"]


def test_hours_before_a_day_are_rounded_up_to_days() -> None:
    when = parse_value(date(2025, 8, 1), None)

    found = leads_before(when, parse_leads(("30h",)), morning(date(2025, 7, 30)))

    assert [lead.crossing for lead in found] == ["2025-07-30"]


def test_a_lead_time_beyond_the_calendar_is_none() -> None:
    when = parse_value(date(1, 1, 5), None)

    found = leads_before(when, parse_leads(("30d,1d",)), morning(date(2025, 7, 8)))

    assert [lead.name for lead in found] == ["P1D"]


@pytest.mark.parametrize(
    ("today", "names"),
    [
        (date(2025, 8, 1), []),
        (date(2025, 8, 2), ["P1D late"]),
        (date(2025, 8, 8), ["P1D late"]),
        (date(2025, 8, 9), ["P8D late", "P1D late"]),
        (date(2025, 8, 16), ["P15D late", "P8D late", "P1D late"]),
    ],
)
def test_it_is_late_from_the_day_after_and_every_week(today: date, names: list[str]) -> None:
    when = parse_value(date(2025, 8, 1), None)

    every = [lead.name for lead in leads_late(when, morning(today), all_weeks=True)]
    latest = [lead.name for lead in leads_late(when, morning(today), all_weeks=False)]

    assert every == names
    assert latest == names[:1]


def test_an_uncertain_date_is_late_after_its_last_day() -> None:
    when = parse_value("2025-08", None)

    assert not list(leads_late(when, morning(date(2025, 8, 31)), all_weeks=True))
    assert list(leads_late(when, morning(date(2025, 9, 1)), all_weeks=True))


def test_what_has_no_end_is_never_late() -> None:
    when = parse_value("2025-08-01/..", None)

    assert not list(leads_late(when, morning(date(2030, 1, 1)), all_weeks=True))


@pytest.mark.parametrize(
    ("every", "today", "crossing"),
    [
        ("P90D", date(2025, 9, 30), None),
        ("P90D", date(2025, 10, 1), "2025-10-01"),
        ("P90D", date(2025, 12, 29), "2025-10-01"),
        ("P90D", date(2025, 12, 30), "2025-12-30"),
        ("P1M", date(2026, 1, 15), "2026-01-01"),
        ("PT5H", date(2026, 1, 15), None),
    ],
)
def test_a_review_comes_again_every_period(every: str, today: date, crossing: str | None) -> None:
    lead = lead_review(date(2025, 10, 1), parse_period(every), morning(today))

    assert (lead.crossing if lead else None) == crossing
