import subprocess
import sys
from collections import Counter
from datetime import date, datetime
from pathlib import Path

import pytest

from benchmarks import ledgers
from benchmarks.ledgers import NOW, make_ledger
from commitrack.domain.commitment import Commitment
from commitrack.domain.vocabulary import EventType
from commitrack.domain.when import Precision
from commitrack.ledger.reading import read_ledger


def shape(commitment: Commitment) -> str:
    if commitment.events:
        return "events"
    if not commitment.dates:
        return "undated"
    return "instant" if commitment.dates[0][1].at else "dated"


def test_the_same_arguments_give_the_same_ledger() -> None:
    assert make_ledger(200) == make_ledger(200)
    assert make_ledger(200) != make_ledger(200, seed=2)
    assert make_ledger(200) != make_ledger(200, now=date(2027, 1, 15))


@pytest.mark.parametrize("count", [1, 100, 101, 1_000])
def test_a_ledger_has_so_many_commitments_and_a_source_for_every_five(count: int) -> None:
    ledger = read_ledger(make_ledger(count), "made up")

    assert ledger.findings == ()
    assert len(ledger.commitments) == count
    assert len(ledger.sources) == (count + 4) // 5
    assert all(set(it.source) <= ledger.sources.keys() for it in ledger.commitments)


def test_the_mix_is_twelve_three_three_and_two_in_twenty() -> None:
    ledger = read_ledger(make_ledger(1_000), "made up")

    shapes = Counter(map(shape, ledger.commitments))

    assert shapes == {"dated": 600, "instant": 150, "events": 150, "undated": 100}
    assert all(it.review for it in ledger.commitments if shape(it) == "undated")


def test_events_are_one_to_three_of_four_types_and_not_after_now() -> None:
    ledger = read_ledger(make_ledger(1_000), "made up")

    events = [it.events for it in ledger.commitments if it.events]

    assert {len(some) for some in events} == {1, 2, 3}
    assert {event.type for some in events for event in some} == {
        EventType.RESCHEDULED,
        EventType.REPORTED,
        EventType.FULFILLED,
        EventType.STEP,
    }
    assert all(event.on and day(event.on) <= NOW for some in events for event in some)


def test_dates_lie_in_the_three_years_around_now_and_some_are_months_or_quarters() -> None:
    ledger = read_ledger(make_ledger(1_000), "made up")

    dates = [when for it in ledger.commitments for _, when in it.dates]

    precisions = {Precision.DAY, Precision.MONTH, Precision.QUARTER, Precision.INSTANT}
    assert {when.precision for when in dates} == precisions
    years = [(when.first - NOW).days / 365 for when in dates if when.first]
    assert -1.3 < min(years) < -0.8
    assert 1.8 < max(years) <= 2
    assert all(it.said and day(it.said) < NOW for it in ledger.commitments)


def test_the_script_prints_what_the_function_makes() -> None:
    script = Path(ledgers.__file__)
    command = [sys.executable, str(script), "100", "--seed", "3"]

    printed = subprocess.run(command, capture_output=True, text=True, check=True).stdout

    assert printed == make_ledger(100, seed=3)


def day(moment: date) -> date:
    return moment.date() if isinstance(moment, datetime) else moment
