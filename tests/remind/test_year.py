"""A simulated year: every lead is said once, or with a tighter one; none is lost."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from typing import NamedTuple
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from commitrack.remind.facts import ACKNOWLEDGED, SNOOZED, Fact, stamp
from tests.remind.diary import SEOUL, Diary, Said, now_at

NEW_YORK, LIMA, AUCKLAND = "America/New_York", "America/Lima", "Pacific/Auckland"
START = datetime(2025, 1, 1, tzinfo=UTC)
HOURS = 365 * 24
USUAL = (30, 7, 3, 1, 0)
WEEK = 7


class Told(NamedTuple):
    """A date, and the day on which it was entered."""

    entered: date
    day: date
    zone: str | None = None


class Oracle:
    """What is to be said, worked out from sets of days alone."""

    def __init__(self, dates: list[Told]) -> None:
        self.dates = dates
        self.done: set[tuple[int, str]] = set()

    def run(self, at: datetime, reader: str) -> list[Said]:
        local = at.astimezone(ZoneInfo(reader)).date()
        made = [n for n, told in enumerate(self.dates) if n == 0 or told.entered <= local]
        number = made[-1]
        told = self.dates[number]
        today = at.astimezone(ZoneInfo(told.zone or reader)).date()
        is_news = number > 0 and told.entered > self.dates[0].entered
        is_moved = is_news and self._take(number, ["moved"]) != []
        crossed = {f"P{lead}D": told.day - timedelta(days=lead) for lead in USUAL}
        late = range(1, (today - told.day).days + 1, WEEK)
        crossed |= {f"P{days}D late": told.day + timedelta(days=days) for days in late}
        due = [name for name, day in crossed.items() if told.entered < day <= today]
        due.sort(key=lambda name: crossed[name], reverse=True)
        new = self._take(number, due)
        if new:
            return [Said("it", "due", new[0], tuple(new[1:]), is_moved)]
        return [Said("it", "due", "moved", (), moved=True)] if is_moved else []

    def _take(self, number: int, names: list[str]) -> list[str]:
        new = [name for name in names if (number, name) not in self.done]
        self.done |= {(number, name) for name in new}
        return new


def ledger(dates: list[Told]) -> str:
    first, *moves = dates
    lines = ["[commitment.it]", 'title = "It"', 'kind = "promise"', f"recorded = {first.entered}"]
    lines += _date(first)
    for move in moves:
        lines += ["[[commitment.it.event]]", 'type = "rescheduled"', f"on = {move.entered}"]
        lines += [f"recorded = {move.entered}", *_date(move)]
    return "\n".join(lines)


def _date(told: Told) -> list[str]:
    if told.zone is None:
        return [f"due = {told.day}"]
    return [f"due = {told.day}T09:30:00", f'zone = "{told.zone}"']


def compare(dates: list[Told], runs: Iterator[tuple[datetime, str]]) -> list[Said]:
    """Run both at the same instants; everything that was said."""
    diary, oracle = Diary(ledger(dates)), Oracle(dates)
    everything: list[Said] = []
    for at, zone in runs:
        wanted = oracle.run(at, zone)
        found = diary.run(now_at(at, zone))
        assert found == wanted, (at, zone)
        everything += found
    return everything


def hourly(zone: str = SEOUL, step: int = 1) -> Iterator[tuple[datetime, str]]:
    return ((START + timedelta(hours=hour), zone) for hour in range(0, HOURS, step))


MOVING = [
    Told(date(2024, 12, 20), date(2025, 4, 1)),
    Told(date(2025, 3, 28), date(2025, 7, 9)),
    Told(date(2025, 7, 7), date(2025, 8, 1)),
]


@pytest.mark.parametrize("zone", [SEOUL, NEW_YORK, AUCKLAND])
@pytest.mark.parametrize("step", [1, 24], ids=["hourly", "daily"])
def test_a_year_says_each_lead_of_each_date_once(zone: str, step: int) -> None:
    said = [(one.lead, one.moved) for one in compare(MOVING, hourly(zone, step))]

    assert said[:11] == [
        ("P30D", False),
        ("P7D", False),
        ("moved", True),
        ("P30D", False),
        ("P7D", False),
        ("P3D", False),
        ("moved", True),
        ("P7D", False),
        ("P3D", False),
        ("P1D", False),
        ("P0D", False),
    ]
    assert [lead for lead, _ in said[11:]] == [f"P{n}D late" for n in range(1, 153, WEEK)]


def test_week_long_gaps_fold_what_was_missed_into_one_message() -> None:
    said = compare(MOVING, hourly(step=24 * 8))

    assert len({one.lead for one in said}) > 5
    assert any(one.missed for one in said)


def test_an_instant_goes_by_its_own_clock_over_both_changes_of_it() -> None:
    dates = [
        Told(date(2025, 1, 2), date(2025, 3, 9), NEW_YORK),  # clocks go forward on that day
        Told(date(2025, 3, 20), date(2025, 11, 2), NEW_YORK),  # and back on that one
    ]

    said = [one.lead for one in compare(dates, hourly())]

    assert said[:5] == ["P30D", "P7D", "P3D", "P1D", "P0D"]
    assert said[-14:-9] == ["P30D", "P7D", "P3D", "P1D", "P0D"]


def test_a_reader_who_travels_is_told_once() -> None:
    zones = (AUCKLAND, LIMA, SEOUL, NEW_YORK)
    runs = ((at, zones[number % 4]) for number, (at, _) in enumerate(hourly(step=5)))

    said = [one.lead for one in compare(MOVING[:1], runs)]

    assert len(said) == len(set(said))
    assert set(said) >= {"P30D", "P7D", "P3D", "P1D", "P0D"}


DAYS = st.dates(date(2024, 11, 1), date(2026, 2, 1))
ZONES = st.sampled_from([SEOUL, NEW_YORK, LIMA, AUCKLAND])


@st.composite
def histories(draw: st.DrawFn) -> list[Told]:
    """A date and its moves, each to another day, entered in order."""
    entered = sorted(draw(st.sets(DAYS, min_size=1, max_size=4)))
    zone = draw(st.none() | ZONES)
    dates: list[Told] = []
    for day in entered:
        to = draw(DAYS.filter(lambda it: not dates or it != dates[-1].day))
        dates.append(Told(day, to, zone))
    return dates


@given(
    dates=histories(),
    gaps=st.lists(st.integers(1, 24 * 20), min_size=1, max_size=60),
    zones=st.lists(ZONES, min_size=1, max_size=5),
)
def test_whenever_it_runs_each_lead_is_said_once_and_none_is_lost(
    dates: list[Told], gaps: list[int], zones: list[str]
) -> None:
    def runs() -> Iterator[tuple[datetime, str]]:
        at = datetime.combine(dates[0].entered, datetime.min.time(), UTC) + timedelta(days=1)
        for number, gap in enumerate(gaps):
            at += timedelta(hours=gap)
            yield at, zones[number % len(zones)]

    said = compare(dates, runs())

    assert all(len(set(one.missed)) == len(one.missed) for one in said)


@given(
    gaps=st.lists(st.integers(1, 24 * 9), min_size=5, max_size=60),
    answers=st.dictionaries(st.integers(0, 59), st.integers(0, 20), max_size=4),
)
def test_whatever_is_answered_nothing_comes_early_and_nothing_snoozed_is_lost(
    gaps: list[int], answers: dict[int, int]
) -> None:
    """An answer of 0 days is an acknowledgement, another one a snooze of so many days."""
    diary = Diary(ledger(MOVING[:1]))
    end = MOVING[0].day
    revision = f"{MOVING[0].entered} {end}/{end}"
    at, until, seen_through = START, date.min, date.min
    for number, gap in enumerate(gaps):
        at += timedelta(hours=gap)
        now = now_at(at)
        today = now.today()

        said = diary.run(now)

        wakes = date.min < until <= today
        if today < until or (today <= seen_through and not wakes):
            assert said == []
        if wakes:
            assert len(said) == 1
            until = date.min
        assert diary.run(now) == []
        days = answers.get(number)
        if days is None:
            continue
        fact = Fact("", stamp(at), "/diary.toml", "it", "due", revision)
        if days:
            until, seen_through = today + timedelta(days=days), date.min
            diary.facts.append(fact._replace(fact=SNOOZED, until=until.isoformat()))
        else:
            until, seen_through = date.min, date.max if today > end else end
            diary.facts.append(fact._replace(fact=ACKNOWLEDGED, through=seen_through.isoformat()))
