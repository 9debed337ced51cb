"""Five real histories in the shipped ledger: what stood on which day."""

from datetime import UTC, date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from commitrack.app.folding import fold_one
from commitrack.app.listing import find_due
from commitrack.domain.standing import Standing
from commitrack.domain.vocabulary import Evidence, Outcome, Schedule
from commitrack.ledger.reading import Ledger, read_ledger
from commitrack.timing.now import Now
from commitrack.timing.reckoning import Section, main_item
from tests.domain.ledgers import dated, end_of, first_day

SHIPPED = Path(__file__).parent.parent.parent / "data" / "commitments.toml"


@pytest.fixture(scope="module")
def shipped() -> Ledger:
    return read_ledger(SHIPPED.read_text(encoding="utf-8"), "commitments.toml")


def stand(shipped: Ledger, key: str, day: str) -> Standing:
    """Say where a commitment stands at the end of a day in Washington."""
    now = Now(end_of(day, "America/New_York"), ZoneInfo("America/New_York"), "America/New_York")
    standing = fold_one(key, shipped.commitments, now)
    assert standing is not None
    return standing


def noon(day: str) -> Now:
    return Now(datetime.fromisoformat(f"{day}T12:00:00+00:00"), UTC, "UTC")


def test_the_shipped_ledger_has_no_fault(shipped: Ledger) -> None:
    assert shipped.findings == ()
    assert shipped.is_valid


@pytest.mark.parametrize(
    ("day", "in_force", "slip_moves_notice", "outcome"),
    [
        ("2025-04-08", "2025-04-09", (0, 0, None), "open"),
        ("2025-04-10", "2025-07-09", (91, 1, 0), "suspended"),
        ("2025-07-08", "2025-08-01", (114, 2, 2), "open"),
        ("2025-08-01", "2025-08-07", (120, 3, 1), "open"),
        ("2025-08-07", "2025-08-07", (120, 3, 1), "fulfilled"),
        ("2026-02-20", "2025-08-07", (120, 3, 1), "withdrawn"),
    ],
)
def test_the_tariff_on_korean_goods_slipped_by_120_days_in_three_moves(
    shipped: Ledger,
    day: str,
    in_force: str,
    slip_moves_notice: tuple[int, int, int | None],
    outcome: str,
) -> None:
    standing = stand(shipped, "tariff-south-korean-goods", day)

    effective = dated(standing, "effective")
    assert first_day(standing, "effective") == in_force
    assert (effective.slip, effective.moves, effective.notice) == slip_moves_notice
    assert standing.outcome == outcome


def test_the_tariff_on_korean_goods_took_effect_before_it_was_withdrawn(shipped: Ledger) -> None:
    standing = stand(shipped, "tariff-south-korean-goods", "2026-03-01")

    assert dated(standing, "effective").settled == date(2025, 8, 7)
    assert standing.outcome_on == date(2026, 2, 20)
    assert standing.evidence is Evidence.OFFICIAL


def test_the_pause_for_china_moved_twice_by_455_days_and_into_standard_time(
    shipped: Ledger,
) -> None:
    standing = stand(shipped, "pause-tariffs-china", "2026-07-01")

    expires = dated(standing, "expires")
    assert (expires.moves, expires.slip, expires.notice) == (2, 455, 11)
    assert expires.first is not None
    assert expires.when is not None
    assert [one.at and one.at.isoformat()[10:] for one in (expires.first, expires.when)] == [
        "T00:01:00-04:00",
        "T00:01:00-05:00",
    ]
    assert expires.settled is None


def test_the_tariff_cut_slept_until_the_bill_came_and_reached_back(shipped: Ledger) -> None:
    before = stand(shipped, "tariff-cut-korea", "2025-11-25")
    after = stand(shipped, "tariff-cut-korea", "2025-12-04")

    assert before.dormant
    assert first_day(before, "effective") is None
    assert not after.dormant
    assert after.outcome is Outcome.FULFILLED
    assert first_day(after, "effective") == "2025-11-01"
    assert (dated(after, "effective").moves, dated(after, "effective").slip) == (0, 0)


def test_the_korean_bill_was_passed_four_days_late_and_its_date_contested(shipped: Ledger) -> None:
    standing = stand(shipped, "pass-bill-tied", "2026-03-14")

    item = main_item(standing, noon("2026-03-14"))
    assert standing.outcome is Outcome.FULFILLED
    assert (item.schedule, item.days_late) == (Schedule.MET_LATE, 4)
    assert [dispute.words for dispute in standing.disputes] == [
        "Seoul, 27 Jan: no passage date agreed"
    ]
    assert standing.evidence is Evidence.REPORTED


def test_the_extension_for_mexico_was_put_off_with_no_new_date_and_is_contested(
    shipped: Ledger,
) -> None:
    standing = stand(shipped, "end-90-day-extension", "2025-10-28")

    expires = dated(standing, "expires")
    assert expires.when is None
    assert expires.last_known is not None
    assert expires.last_known.first == date(2025, 10, 29)
    assert (expires.moves, expires.slip) == (0, None)
    assert [dispute.when and f"{dispute.when.first}" for dispute in standing.disputes] == [
        "2025-10-25",
        "2025-10-30",
        "2025-11-01",
    ]
    assert standing.outcome is Outcome.OPEN


@pytest.mark.parametrize("day", ["2025-10-28", "2025-11-15", "2026-06-01"])
def test_the_extension_for_mexico_is_neither_late_nor_gone(shipped: Ledger, day: str) -> None:
    due = find_due(shipped.commitments, noon(day), date.fromisoformat(day), None)

    sections = [one.section for one in due.items if one.standing.id == "end-90-day-extension"]
    assert sections == [Section.UNDATED]


def test_the_tariff_on_canada_and_mexico_took_the_day_given_and_not_the_thirty_days(
    shipped: Ledger,
) -> None:
    standing = stand(shipped, "tariff-canada-mexico", "2025-03-04")

    effective = dated(standing, "effective")
    assert first_day(standing, "effective") == "2025-03-04"
    assert (effective.moves, effective.slip, effective.notice) == (1, 28, 1)
    assert standing.outcome is Outcome.FULFILLED


def test_what_was_agreed_with_no_date_through_one_side_s_account_is_a_claim(
    shipped: Ledger,
) -> None:
    standing = stand(shipped, "coordinate-shipbuilding", "2025-07-08")

    assert (standing.evidence, standing.dates) == (Evidence.CLAIMED, ())
    assert standing.looked_at == date(2025, 7, 7)
