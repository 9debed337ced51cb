"""Live dates: what counts from another commitment waits for it, and moves with it."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from commitrack.app.folding import fold_all
from commitrack.domain.standing import DateStanding, Standing
from commitrack.ledger.reading import read_ledger
from commitrack.timing.anchors import Anchors
from commitrack.timing.now import Now

SOURCES = """\
format = 1

[source.said]
said = 2025-07-07
"""
SUMMIT = """
[commitment.summit]
title = "A summit"
kind = "agreement"
happens = 2025-08-25
source = "said"
"""
REPORT = """
[commitment.report]
title = "A report after it"
kind = "promise"
due = { after = "summit", within = "P90D" }
source = "said"
"""


def event(key: str, kind: str, on: str, *lines: str) -> str:
    rows = "\n".join(lines)
    return f'\n[[commitment.{key}.event]]\ntype = "{kind}"\non = {on}\n{rows}\n'


def commitment(key: str, *lines: str, kind: str = "promise") -> str:
    rows = "\n".join(lines)
    return f'\n[commitment.{key}]\ntitle = "{key}"\nkind = "{kind}"\nsource = "said"\n{rows}\n'


def standings(*blocks: str, on: str = "2026-12-31", zone: str = "UTC") -> dict[str, Standing]:
    ledger = read_ledger("".join((SOURCES, *blocks)), "ledger")
    assert ledger.findings == ()
    at = datetime.fromisoformat(on).replace(hour=12, tzinfo=ZoneInfo(zone))
    found = fold_all(ledger.commitments, Now(at, ZoneInfo(zone), zone))
    return {standing.id: standing for standing in found}


def dated(standing: Standing) -> DateStanding:
    (only,) = standing.dates
    return only


def day(standing: Standing) -> date | None:
    when = dated(standing).when
    assert when is not None
    return when.first


def is_provisional(standing: Standing) -> bool:
    when = dated(standing).when
    assert when is not None
    return when.provisional


def test_the_current_date_of_the_anchor_is_counted_from_and_provisional() -> None:
    report = standings(SUMMIT, REPORT)["report"]

    assert day(report) == date(2025, 11, 23)
    assert is_provisional(report)
    assert (dated(report).moves, dated(report).slip) == (0, 0)


MOVE = event("summit", "rescheduled", "2025-08-20", "happens = 2025-09-10")


def test_a_move_of_the_anchor_is_a_move_of_what_counts_from_it() -> None:
    before, after = (standings(SUMMIT, REPORT, MOVE, on=on) for on in ("2025-08-19", "2025-08-20"))

    assert day(before["report"]) == date(2025, 11, 23)
    assert day(after["report"]) == date(2025, 12, 9)
    moved = dated(after["report"])
    assert (moved.moves, moved.slip, moved.notice) == (1, 16, 95)
    (following,) = after["report"].history
    assert (following.type, following.on, following.follows) == (
        "rescheduled",
        date(2025, 8, 20),
        "summit",
    )


def test_what_happened_later_on_the_day_it_was_said_is_followed() -> None:
    same_day = event("summit", "rescheduled", "2025-07-07", "happens = 2025-09-10")
    report = standings(SUMMIT, REPORT, same_day)["report"]

    assert day(report) == date(2025, 12, 9)
    assert (dated(report).moves, dated(report).slip) == (1, 16)
    assert [one.follows for one in report.history] == ["summit"]


def test_what_its_own_source_tells_was_known_when_it_was_said() -> None:
    told = ("happens = 2025-09-10", 'source = "said"')
    same_page = event("summit", "rescheduled", "2025-07-07", *told)
    report = standings(SUMMIT, REPORT, same_page)["report"]

    assert day(report) == date(2025, 12, 9)
    assert (dated(report).moves, dated(report).slip) == (0, 0)
    assert report.history == ()


def test_a_chain_moves_as_one() -> None:
    answer = commitment("answer", 'due = { after = "report", within = "P10D" }')
    found = standings(SUMMIT, answer, REPORT, MOVE)

    assert day(found["answer"]) == date(2025, 12, 19)
    assert [one.follows for one in found["answer"].history] == ["report"]


def test_what_was_held_counts_from_the_day_it_was() -> None:
    found = standings(SUMMIT, REPORT, event("summit", "fulfilled", "2025-08-27"))["report"]

    assert day(found) == date(2025, 11, 25)
    assert not is_provisional(found)
    assert dated(found).moves == 1


def test_what_was_held_as_planned_moves_nothing() -> None:
    found = standings(SUMMIT, REPORT, event("summit", "fulfilled", "2025-08-25"))["report"]

    assert day(found) == date(2025, 11, 23)
    assert not is_provisional(found)
    assert [(one.type, one.follows) for one in found.history] == [("reaffirmed", "summit")]
    assert (dated(found).moves, dated(found).slip) == (0, 0)


@pytest.mark.parametrize(
    ("planned", "told", "ends"),
    [
        ('"2025-08"', "2025-08-25", (date(2025, 11, 23), date(2025, 11, 23))),
        ("2025-08-25", "2025-08-25T10:00:00-04:00", (date(2025, 11, 23), date(2025, 11, 23))),
        ('"2025-08-01/2025-08-20"', '"2025-08-10/2025-08-20"', (date(2025, 11, 8), None)),
    ],
    ids=["a day of a month", "an hour of a day", "a shorter interval"],
)
def test_an_anchor_that_is_told_more_exactly_moves_nothing(
    planned: str, told: str, ends: tuple[date, date | None]
) -> None:
    summit = SUMMIT.replace("2025-08-25", planned)
    found = standings(summit, REPORT, event("summit", "clarified", "2025-08-01", f"happens={told}"))
    report = dated(found["report"])

    assert (found["summit"].dates[0].moves, report.moves) == (0, 0)
    assert [one.type for one in found["report"].history] == ["clarified"]
    assert report.when is not None
    assert report.when.first == ends[0]
    assert ends[1] in (None, report.when.last)


@pytest.mark.parametrize(
    ("kept", "expected"),
    [
        ("2025-08-25", "2025-08-27T10:00:00-04:00"),
        ("2025-08-25T12:30:00-04:00", "2025-08-27T12:30:00-04:00"),
        ("2025-08-25T18:00:00+02:00", "2025-08-27T12:00:00-04:00"),
        ("2025-08-26", None),
    ],
)
def test_hours_after_what_was_held_count_from_its_hour(kept: str, expected: str | None) -> None:
    summit = SUMMIT.replace("2025-08-25", "2025-08-25T10:00:00-04:00")
    report = REPORT.replace("P90D", "PT48H")
    found = standings(summit, report, event("summit", "fulfilled", kept))["report"]
    when = dated(found).when

    assert when is not None
    assert when.at == (None if expected is None else datetime.fromisoformat(expected))
    assert not when.provisional


def test_hours_after_what_took_effect_count_from_the_hour_in_force() -> None:
    order = commitment("summit", "effective = 2025-08-07T00:01:00-04:00", kind="measure")
    took_effect = event("summit", "took_effect", "2025-08-07")
    found = standings(order, REPORT.replace("P90D", "PT48H"), took_effect)["report"]
    when = dated(found).when

    assert when is not None
    assert when.at == datetime.fromisoformat("2025-08-09T00:01:00-04:00")
    assert (dated(found).moves, when.provisional) == (0, False)


def test_what_was_done_in_part_was_done() -> None:
    found = standings(SUMMIT, REPORT, event("summit", "partly_fulfilled", "2025-08-27"))["report"]

    assert day(found) == date(2025, 11, 25)


def test_a_measure_counts_from_the_day_it_took_effect() -> None:
    tariff = commitment("summit", "effective = 2025-08-01", kind="measure")
    late = event("summit", "took_effect", "2025-08-09", "effective = 2025-08-07")

    assert day(standings(tariff, REPORT, late)["report"]) == date(2025, 11, 5)


def test_an_anchor_put_off_leaves_it_waiting_and_a_new_date_is_one_move() -> None:
    off = event("summit", "postponed", "2025-08-20")
    again = event("summit", "rescheduled", "2025-10-01", "happens = 2025-10-29")
    waiting, back = (
        standings(SUMMIT, REPORT, off, again, on=on)["report"]
        for on in ("2025-09-01", "2025-10-01")
    )

    assert day(waiting) is None
    assert (dated(waiting).moves, dated(waiting).slip) == (0, None)
    assert day(back) == date(2026, 1, 27)
    assert (dated(back).moves, dated(back).slip) == (1, 65)
    assert [one.type for one in back.history] == ["postponed", "rescheduled"]


def test_what_was_dated_later_was_not_moved() -> None:
    summit = commitment("summit")
    dating = event("summit", "rescheduled", "2025-08-01", "happens = 2025-08-25")
    report = standings(summit, dating, REPORT)["report"]

    assert day(report) == date(2025, 11, 23)
    assert (dated(report).moves, dated(report).slip) == (0, 0)
    assert [one.type for one in report.history] == ["clarified"]


@pytest.mark.parametrize("outcome", ["withdrawn", "not_fulfilled", "unverifiable", "lapsed"])
def test_an_anchor_that_came_to_nothing_gives_no_day(outcome: str) -> None:
    report = standings(SUMMIT, REPORT, event("summit", outcome, "2025-08-20"))["report"]

    assert day(report) is None
    assert report.outcome == "open"


def test_a_licence_that_lapsed_ended_on_its_date() -> None:
    licence = commitment("summit", "expires = 2025-08-25", kind="measure")
    report = standings(licence, REPORT, event("summit", "lapsed", "2025-08-26"))["report"]

    assert day(report) == date(2025, 11, 23)
    assert not is_provisional(report)


def test_what_took_its_place_is_counted_from() -> None:
    first = commitment("gl-13f", "expires = 2025-07-09", kind="measure")
    second = commitment("gl-13g", "expires = 2025-10-09", kind="measure")
    report = commitment(
        "report", 'due = { after = "gl-13f", within = "10 business days", calendar = "US" }'
    )
    replaced = event("gl-13f", "superseded", "2025-07-08", 'superseded_by = "gl-13g"')

    found = standings(first, second, report, replaced)["report"]

    assert dated(found).first is not None
    assert dated(found).first.first == date(2025, 7, 23)  # type: ignore[union-attr]
    assert day(found) == date(2025, 10, 24)  # Columbus Day is no business day
    assert [one.on for one in found.history] == [date(2025, 7, 8)]


LICENCE = commitment("summit", "effective = 2025-08-01", "expires = 2025-08-25", kind="measure")


@pytest.mark.parametrize(
    ("at", "expected"),
    [
        ("", None),
        (', at = "effective"', date(2025, 10, 30)),
        (', at = "expires"', date(2025, 11, 23)),
        (', at = "step"', date(2025, 10, 18)),
        (', at = "condition_met"', None),
    ],
)
def test_of_several_dates_one_is_named(at: str, expected: date | None) -> None:
    report = commitment("report", f'due = {{ after = "summit", within = "P90D"{at} }}')
    step = event("summit", "step", "2025-07-20")

    assert day(standings(LICENCE, step, report)["report"]) == expected


def test_the_first_day_of_the_month_in_which_it_came() -> None:
    bill = commitment("kr-bill", "due = 2025-11-30")
    cut = commitment("cut", 'effective = { after = "kr-bill", snap = "month-start" }')
    submitted = event("kr-bill", "fulfilled", "2025-11-26")

    assert day(standings(bill, cut, submitted)["cut"]) == date(2025, 11, 1)


def test_an_uncertain_anchor_makes_an_interval() -> None:
    summit = commitment("summit", 'happens = "2025-11~"')
    when = dated(standings(summit, REPORT)["report"]).when

    assert when is not None
    assert (when.precision, when.first, when.last) == (
        "range",
        date(2026, 1, 30),
        date(2026, 2, 28),
    )
    assert when.approximate


def test_hours_and_days_from_an_instant_are_on_its_clock() -> None:
    pause = commitment(
        "summit", "effective = 2025-08-12T00:01:00-04:00", 'zone = "America/New_York"'
    )
    hours = commitment("hours", 'due = { after = "summit", within = "PT48H" }')
    found = standings(pause, REPORT, hours)

    ends = {key: dated(found[key]).when for key in ("report", "hours")}
    assert {key: when and when.at for key, when in ends.items()} == {
        "report": datetime.fromisoformat("2025-11-10T00:01-05:00"),
        "hours": datetime.fromisoformat("2025-08-14T00:01-04:00"),
    }
    assert ends["report"] is not None
    assert ends["report"].zone == "America/New_York"


def test_hours_from_a_day_wait() -> None:
    hours = commitment("hours", 'due = { after = "summit", within = "PT48H" }')

    assert day(standings(SUMMIT, hours)["hours"]) is None


@pytest.mark.parametrize(
    ("table", "first", "last"),
    [
        ('before = "summit", within = "P10D"', date(2025, 8, 15), date(2025, 8, 15)),
        ('before = "summit"', None, date(2025, 8, 24)),
        ('after = "summit"', date(2025, 8, 26), None),
    ],
)
def test_before_it_and_on_one_side_of_it(table: str, first: date, last: date) -> None:
    when = dated(standings(SUMMIT, commitment("x", f"due = {{ {table} }}"))["x"]).when

    assert when is not None
    assert (when.first, when.last) == (first, last)


def test_a_date_of_its_own_ends_the_following() -> None:
    own = event("report", "rescheduled", "2025-08-19", "due = 2025-12-31")
    report = standings(SUMMIT, REPORT, MOVE, own)["report"]

    assert day(report) == date(2025, 12, 31)
    assert [one.follows for one in report.history] == [None]


def test_what_is_closed_follows_no_more() -> None:
    kept = event("report", "fulfilled", "2025-08-19")
    report = standings(SUMMIT, REPORT, MOVE, kept)["report"]

    assert day(report) == date(2025, 11, 23)
    assert dated(report).moves == 0


def test_following_is_neither_a_look_nor_evidence_nor_a_new_start() -> None:
    paused = event("report", "suspended", "2025-08-01")
    report = standings(SUMMIT, REPORT, paused, MOVE)["report"]

    assert report.outcome == "suspended"
    assert report.looked_at == date(2025, 8, 1)


@pytest.mark.parametrize(
    "ring", [("a",), ("a", "b"), ("b", "c", "a")], ids=lambda ring: f"{len(ring)}"
)
def test_a_ring_waits_and_is_told(ring: tuple[str, ...]) -> None:
    blocks = [
        commitment(key, f'due = {{ after = "{ring[place - 1]}", within = "P1D" }}')
        for place, key in enumerate(ring)
    ]
    outside = commitment("z", 'due = { after = "a", within = "P1D" }')
    found = standings(outside, *blocks)

    assert {day(standing) for standing in found.values()} == {None}
    ledger = read_ledger("".join((SOURCES, outside, *blocks)), "ledger")
    anchors = Anchors(ledger.commitments, datetime(2025, 7, 8, tzinfo=ZoneInfo("UTC")))
    for key in ("z", *ring):
        anchors.standing(key)
    assert [sorted(set(one)) for one in anchors.rings] == [sorted(ring)]
    assert anchors.rings[0][0] == anchors.rings[0][-1] == "a"


def test_two_commitments_may_count_from_each_other_where_no_date_waits_for_itself() -> None:
    pact = commitment(
        "pact",
        "effective = 2025-09-01",
        'due = { after = "bill", within = "P10D" }',
        'expires = { after = "pact", at = "effective", within = "P90D" }',
    )
    bill = commitment("bill", 'due = { after = "pact", at = "effective", within = "P30D" }')
    later = commitment("later", 'due = { after = "pact", at = "due", within = "P1D" }')
    end = commitment("end", 'due = { after = "pact", at = "expires", within = "P1D" }')
    for blocks in ((pact, bill, later, end), (end, later, bill, pact)):
        found = standings(*blocks)

        assert {one.role: one.when and one.when.first for one in found["pact"].dates} == {
            "effective": date(2025, 9, 1),
            "due": date(2025, 10, 11),
            "expires": date(2025, 11, 30),
        }
        assert day(found["bill"]) == date(2025, 10, 1)
        assert (day(found["later"]), day(found["end"])) == (date(2025, 10, 12), date(2025, 12, 1))
        ledger = read_ledger("".join((SOURCES, *blocks)), "ledger")
        anchors = Anchors(ledger.commitments, datetime(2025, 7, 8, tzinfo=ZoneInfo("UTC")))
        assert all(anchors.standing(key) is not None for key in found)
        assert anchors.rings == []


def test_a_chain_may_be_long() -> None:
    links = [
        commitment(f"c{n}", f'due = {{ after = "c{n + 1}", within = "P1D" }}') for n in range(1200)
    ]
    ledger = read_ledger("".join((SOURCES, *links, commitment("c1200", "due = 2025-08-01"))), "")
    found = Anchors(ledger.commitments, datetime(2025, 7, 8, tzinfo=ZoneInfo("UTC"))).find(
        "c0", None
    )

    assert found is not None
    assert found.when.first == date(2025, 8, 1) + timedelta(days=1200)


def test_a_condition_is_met_when_the_other_is_kept() -> None:
    cut = commitment("cut", 'condition = { on = "summit" }', "effective = 2026-02-01")
    before, after = (
        standings(SUMMIT, cut, event("summit", "fulfilled", "2025-08-25"), on=on)["cut"]
        for on in ("2025-08-24", "2025-08-25")
    )

    assert (before.dormant, after.dormant) == (True, False)


@pytest.mark.parametrize("zone", ["UTC", "Pacific/Kiritimati", "Pacific/Pago_Pago"])
def test_it_is_the_same_day_for_every_reader(zone: str) -> None:
    found = standings(SUMMIT, REPORT, MOVE, zone=zone)["report"]

    assert (day(found), dated(found).slip) == (date(2025, 12, 9), 16)


_DAYS = st.dates(date(2025, 7, 8), date(2026, 6, 30))


@given(
    st.lists(st.tuples(st.integers(0, 5), st.integers(1, 90)), min_size=2, max_size=6),
    st.lists(st.tuples(st.integers(0, 5), _DAYS, _DAYS), max_size=6),
)
def test_every_date_stands_where_its_anchor_puts_it(
    links: list[tuple[int, int]], moves: list[tuple[int, date, date]]
) -> None:
    """Whatever hangs on what, and whatever moved: dates agree, rings wait, nothing fails."""
    blocks = []
    for n, (other, days) in enumerate(links):
        own = other >= len(links) or other == n
        due = "2025-08-01" if own else f'{{ after = "c{other}", within = "P{days}D" }}'
        blocks.append(commitment(f"c{n}", f"due = {due}"))
    blocks += [
        event(f"c{n}", "rescheduled", str(on), f"due = {to}")
        for n, on, to in moves
        if n < len(links)
    ]
    found = standings(*blocks)

    for n in range(len(links)):
        when = dated(found[f"c{n}"]).when
        assert when is not None
        if when.anchor is None:
            assert when.is_dated
            continue
        anchor = dated(found[when.anchor]).when
        assert anchor is not None
        assert when.is_dated == anchor.is_dated
        if when.first is not None and anchor.first is not None:
            assert when.first == anchor.first + timedelta(days=links[n][1])
