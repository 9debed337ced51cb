"""The order of dates: total, and that of their intervals."""

from datetime import UTC, date, datetime, time
from itertools import combinations
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from commitrack.app.listing import find_all, sort_items
from commitrack.domain.commitment import Commitment
from commitrack.domain.vocabulary import Kind
from commitrack.domain.when import Role, When
from commitrack.timing.now import Now
from commitrack.timing.values import parse_value

NOW = Now(datetime(2025, 7, 8, 12, tzinfo=UTC), UTC, "UTC")

_DAYS = st.dates(date(2024, 1, 1), date(2027, 12, 31))
_VALUES = st.one_of(
    _DAYS,
    _DAYS.map(lambda day: f"{day:%Y-%m}"),
    _DAYS.map(lambda day: f"{day.year}-Q{(day.month + 2) // 3}"),
    _DAYS.map(lambda day: f"{day.year}"),
    _DAYS.map(lambda day: f"{day}/.."),
    _DAYS.map(lambda day: f"../{day}"),
    st.tuples(_DAYS, _DAYS).map(lambda days: f"{min(days)}/{max(days)}"),
    _DAYS.map(lambda day: datetime.combine(day, time(12), UTC)),
)
_DATES = st.tuples(
    st.sampled_from(tuple(Role)), _VALUES.map(lambda value: parse_value(value, None))
)


def in_order(dates: list[tuple[Role, When]]) -> list[tuple[str, When]]:
    """The dates as a listing has them, each with the id of its commitment."""
    commitments = [
        Commitment(f"c{n}", "C", Kind.PROMISE, dates=(one,)) for n, one in enumerate(dates)
    ]
    items = sort_items(find_all(commitments, NOW, None), "date")
    return [(one.standing.id, one.date.when) for one in items if one.date and one.date.when]


@given(st.lists(_DATES, max_size=12), st.randoms(use_true_random=False))
def test_the_order_is_total(dates: list[tuple[Role, When]], chance: Random) -> None:
    ordered = in_order(dates)
    shuffled = list(enumerate(dates))
    chance.shuffle(shuffled)
    commitments = [Commitment(f"c{n}", "C", Kind.PROMISE, dates=(one,)) for n, one in shuffled]

    again = [one.standing.id for one in sort_items(find_all(commitments, NOW, None), "date")]

    assert again == [key for key, _ in ordered]
    assert len(again) == len(dates)


@given(st.lists(_DATES, max_size=12))
def test_what_is_over_before_another_begins_comes_first(dates: list[tuple[Role, When]]) -> None:
    for (_, earlier), (_, later) in combinations(in_order(dates), 2):
        is_wrong = later.last is not None and earlier.first is not None
        assert not (is_wrong and later.days()[1] < earlier.days()[0])
