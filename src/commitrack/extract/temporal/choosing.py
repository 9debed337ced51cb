"""Choosing: which year a date without one is in, which week a weekday without a date."""

from collections.abc import Sequence
from datetime import date, timedelta

from commitrack.extract.temporal.directions import Direction
from commitrack.extract.temporal.drafts import show
from commitrack.extract.temporal.notations import make_day

_WEEK = 7
_STRICT, _LENIENT = 100, 4


def years_around(said: date) -> range:
    """The years that a date without one may be in."""
    return range(max(1, said.year - 1), min(9999, said.year + 1) + 1)


def choose(candidates: Sequence[date], said: date, direction: Direction) -> tuple[date, str] | None:
    """The nearest candidate in the direction that the words point to, and the reason for it.

    >>> choose([date(2024, 8, 1), date(2025, 8, 1)], date(2025, 7, 7), Direction(1, "until"))
    (datetime.date(2025, 8, 1), 'the first one after 7 Jul 2025, because of "until"')
    """
    if not candidates:
        return None
    weight = _STRICT if direction.is_strong else _LENIENT

    def distance(day: date) -> float:
        days = (day - said).days
        against = days * direction.sign < 0
        return abs(days) * (weight if against else 1)

    chosen = min(candidates, key=distance)
    agrees = (chosen - said).days * direction.sign > 0
    because = f', because of "{direction.cue}"' if agrees else ""
    if chosen == said:
        return chosen, f"that is {show(said)} itself"
    if not agrees:
        return chosen, f"the one nearest to {show(said)}"
    return (
        chosen,
        f"the {'first' if direction.sign > 0 else 'last'} one {'after' if direction.sign > 0 else 'before'} {show(said)}{because}",
    )


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
