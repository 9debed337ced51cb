"""From an article into the ledger, counted down, made more exact: the main road, step by step."""

from pathlib import Path

import pytest

from tests.cli.desk import ROOT, SHIPPED, Desk

WI_RUBIO = ROOT.parent / "shared" / "articles" / "wi-rubio-2025-07-07.txt"
TIMBER = ROOT / "data" / "articles" / "timber-duty-2025-05-12.txt"
needs_article = pytest.mark.skipif(
    not WI_RUBIO.exists(), reason="needs ../shared/articles/wi-rubio-2025-07-07.txt"
)
AT_NINE = "--now 2025-07-08T09:00+09:00 --tz Asia/Seoul"
TARIFF = (
    'add "Tariff on South Korean goods takes effect" --effective "aug 1" --by US --to KR '
    '--source {} --said 2025-07-07 --quote "{}" ' + AT_NINE
)
CLARIFY = (
    'update tariff-south-korean-goods clarified --effective "2025-08-01 00:01 Washington" '
    '--instrument order --outlet "Executive Order 14316" --said 2025-07-07 ' + AT_NINE
)


@pytest.fixture(
    params=[
        pytest.param(
            (
                WI_RUBIO,
                "the actual tariff imposition date of August 1",
                "both sides agreed to closely coordinate in this area",
            ),
            marks=needs_article,
            id="wi-rubio",
        ),
        pytest.param(
            (
                TIMBER,
                "Australia will lift its five per cent duty on sawn timber from Fiji",
                "Both departments also agreed to keep a joint help desk open",
            ),
            id="timber-duty",
        ),
    ]
)
def told(request: pytest.FixtureRequest, desk: Desk) -> tuple[Desk, str, str]:
    """A desk with an article on it, and two quotes from that."""
    article, tariff, pledge = request.param
    assert isinstance(article, Path)
    desk.write(article.read_text("utf-8"), "article.txt")
    return desk, tariff, pledge


def test_the_tariff_is_recorded_with_its_quote_and_counted_down(
    told: tuple[Desk, str, str],
) -> None:
    desk, quote, _ = told

    added = desk.run(TARIFF.format("article.txt", quote))
    due = desk.run(f"due --within 30d {AT_NINE}")

    assert added.code == 0
    assert "Added tariff-south-korean-goods" in added.out
    assert "Fri 1 Aug 2025, a day, no hour given" in added.out
    assert '"aug 1": the first one after it was said, 7 Jul 2025' in added.out
    assert "found in article.txt, line " in added.out
    assert "US, to KR · measure, because it has an effective date" in added.out
    assert due.out == (
        "2025-08-01  in 24 days  tariff-south-korean-goods  US  "
        "Tariff on South Korean goods takes effect  [upcoming]\n"
    )


def test_the_pledge_without_a_date_is_an_agreement_to_look_at_again(
    told: tuple[Desk, str, str],
) -> None:
    desk, tariff, pledge = told
    desk.run(TARIFF.format("article.txt", tariff))

    added = desk.run(
        'add "Coordinate closely on shipbuilding cooperation" --by KR,US --source article.txt '
        f'--quote "{pledge}" {AT_NINE}'
    )

    assert added.code == 0
    assert "Added coordinate-shipbuilding" in added.out
    assert "KR, US · agreement, because two or more are bound" in added.out
    assert "looked at again every 90 days" in added.out
    assert "article-2025-07-07, known" in added.out
    assert "coordinate-shipbuilding" not in desk.run(f"due --within 30d {AT_NINE}").out
    assert "look again since 2025-10-05" in desk.run("due --now 2025-10-20").out


def test_made_more_exact_it_is_a_day_more_since_washington_still_has_the_7th(
    told: tuple[Desk, str, str],
) -> None:
    desk, quote, _ = told
    desk.run(TARIFF.format("article.txt", quote))

    clarified = desk.run(CLARIFY)
    due = desk.run(f"due --within 30d {AT_NINE}")

    assert clarified.code == 0
    assert due.out.startswith("2025-08-01  in 25 days  tariff-south-korean-goods  US  ")
    assert "moved" not in desk.run(f"show tariff {AT_NINE}").out


def test_show_prints_washington_and_seoul_side_by_side(told: tuple[Desk, str, str]) -> None:
    desk, quote, _ = told
    desk.run(TARIFF.format("article.txt", quote))
    desk.run(CLARIFY)

    shown = desk.run(f"show tariff-south {AT_NINE}")

    first, second, third = [
        line.split() for line in shown.lines if " 2025 " in line or "day" in line
    ][:3]
    assert " ".join(first).startswith("IN 25 DAYS Fri 1 Aug 2025 00:01 Washington (EDT)")
    assert " ".join(second) == "Fri 1 Aug 2025 13:01 Seoul, your time"
    assert " ".join(third) == "last full day before: Thu 31 Jul, Washington"


def test_in_los_angeles_the_instant_is_on_the_evening_before(told: tuple[Desk, str, str]) -> None:
    desk, quote, _ = told
    desk.run(TARIFF.format("article.txt", quote))
    desk.run(CLARIFY)

    shown = desk.run("show tariff-south --now 2025-07-08T09:00+09:00", TZ="America/Los_Angeles")

    assert "Thu 31 Jul 2025 21:01 Los Angeles, your time" in shown.words


@pytest.mark.parametrize(
    "zone",
    [
        "Asia/Seoul",
        "America/Los_Angeles",
        "UTC",
        "Pacific/Kiritimati",
        "Pacific/Pago_Pago",
        "Asia/Kathmandu",
    ],
)
def test_before_that_the_day_is_the_same_under_every_tz(
    told: tuple[Desk, str, str], zone: str
) -> None:
    desk, quote, _ = told
    desk.run(TARIFF.format("article.txt", quote))

    shown = desk.run("show tariff-south --now 2025-07-08T12:00Z", TZ=zone)

    assert "Fri 1 Aug 2025, a day, no hour given" in shown.out


@pytest.mark.parametrize(
    ("day", "slip"), [("2025-04-10", "+91"), ("2025-07-08", "+114"), ("2025-08-01", "+120")]
)
def test_the_slip_of_the_shipped_tariff_as_of_three_days(desk: Desk, day: str, slip: str) -> None:
    shown = desk.run(f"show tariff-south-korean-goods --ledger {SHIPPED} --as-of {day}")

    assert shown.code == 0
    assert f"{slip} days" in shown.out


def test_the_postponed_end_for_mexico_is_disputed_neither_late_nor_gone(desk: Desk) -> None:
    now = "--now 2026-03-11T22:00+09:00"

    due = desk.run(f"due --ledger {SHIPPED} mexico {now}")
    listed = desk.run(f"list --ledger {SHIPPED} mexico {now} --json")

    assert "postponed, no new date" in due.out
    assert "disputed" in due.out
    assert "late" not in due.out
    assert '"section": "undated"' in listed.out


def test_the_bill_for_the_tariff_cut_was_passed_four_days_late(desk: Desk) -> None:
    listed = desk.run(f"list --ledger {SHIPPED} id:pass-bill outcome:kept --now 2026-04-11")

    assert listed.out == (
        "2026-03-09  4 days late  pass-bill-tied  KR  "
        "Pass the bill tied to the US tariff cut  [fulfilled, disputed]\n"
    )


def test_the_way_back_is_undo(told: tuple[Desk, str, str]) -> None:
    desk, quote, _ = told
    desk.run(TARIFF.format("article.txt", quote))
    before = desk.text
    desk.run(CLARIFY)

    undone = desk.run("undo")

    assert undone.code == 0
    assert desk.text == before
