"""Choosing: which year a date without one is in, which week a weekday without a date."""

from collections.abc import Sequence
from datetime import date, timedelta

from commitrack.extract.temporal.directions import Direction
from commitrack.extract.temporal.drafts import show
from commitrack.extract.temporal.notations import make_day

_WEEK = 7
_STRICT, _PAST, _FUTURE = 200, 6, 4


def years_around(said: date) -> range:
    """The years that a date without one may be in."""
    return range(max(1, said.year - 1), min(9999, said.year + 1) + 1)


def choose(
    candidates: Sequence[date], said: date, direction: Direction, *, told: date | None = None
) -> tuple[date, str] | None:
    """The nearest candidate in the direction that the words point to, and the reason for it.

    The reason names `told`, where the day counted from is not the one when it was said.

    >>> choose([date(2024, 8, 1), date(2025, 8, 1)], date(2025, 7, 7), Direction(1, "until"))
    (datetime.date(2025, 8, 1), 'the first one after 7 Jul 2025, because of "until"')
    """
    if not candidates:
        return None
    lenient = _PAST if direction.sign < 0 else _FUTURE
    weight = _STRICT if direction.is_strong else lenient

    def distance(day: date) -> float:
        days = (day - said).days
        against = days * direction.sign < 0
        return abs(days) * (weight if against else 1)

    chosen = min(candidates, key=distance)
    return chosen, _reason((chosen - said).days, told or said, direction)


def _reason(days: int, said: date, direction: Direction) -> str:
    if days == 0:
        return f"the one of {show(said)} itself"
    if days * direction.sign <= 0:
        return f"the one nearest to {show(said)}"
    place = "first one after" if direction.sign > 0 else "last one before"
    return f'the {place} {show(said)}, because of "{direction.cue}"'


def days_of_years(said: date, month: int, day: int) -> list[date]:
    """That day in the years around."""
    days = (
        make_day(year, month, day) for year in (*years_around(said), said.year + 2, said.year + 3)
    )
    return [it for it in days if it is not None]


def weekday_near(said: date, weekday: int, direction: Direction) -> date:
    """The weekday of the past week, or of the coming one where words point to the future."""
    if direction.sign > 0:
        return said + timedelta(days=(weekday - said.weekday()) % _WEEK)
    return said - timedelta(days=(said.weekday() - weekday) % _WEEK)
