"""The axis of time: where a day stands on it, and its ticks."""

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import islice
from typing import NamedTuple

from commitrack.timing.display import MONTHS

_YEAR = 12
_DAY_TICKS = (1, 8, 15, 22)
_DAYS_OF_A_SHORT_AXIS = 62
_STEPS = (1, 3, 6, *(_YEAR * years for years in (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000)))


class Axis(NamedTuple):
    """From the first day to the last one, both included; today may lie outside."""

    first: date
    last: date
    today: date

    @property
    def days(self) -> int:
        """How many days it shows."""
        return (self.last - self.first).days + 1

    def contains(self, day: date) -> bool:
        """Whether a day is shown."""
        return self.first <= day <= self.last

    def middle_of(self, day: date) -> float:
        """Where the middle of a day stands: 0 is the left end, 1 the right; outside, an end."""
        return self._clipped((day - self.first).days + 0.5)

    def start_of(self, day: date) -> float:
        """Where a day begins."""
        return self._clipped((day - self.first).days)

    def end_of(self, day: date) -> float:
        """Where a day ends."""
        return self._clipped((day - self.first).days + 1)

    def _clipped(self, days: float) -> float:
        return min(1.0, max(0.0, days / self.days))


class Tick(NamedTuple):
    """A place on the axis: its day, a short name, and one that also says the year."""

    day: date
    label: str
    long: str


def axis_ticks(axis: Axis, room: int) -> list[Tick]:
    """Ticks by days, months, quarters, half-years or years: the finest of which `room` fit.

    >>> [tick.label for tick in axis_ticks(Axis(date(2025, 3, 1), date(2026, 8, 31), date.min), 7)]
    ['Apr', 'Jul', 'Oct', '2026', 'Apr', 'Jul']
    """
    if axis.days <= _DAYS_OF_A_SHORT_AXIS:
        ticks = [_day_tick(day) for day in _days(axis) if day.day in _DAY_TICKS]
        if 0 < len(ticks) <= room:
            return ticks
    ticks = []
    for step in _STEPS:
        ticks = [_month_tick(day) for day in islice(_months(axis, step), room + 1)]
        if len(ticks) <= room:
            break
    return ticks


def _days(axis: Axis) -> Iterator[date]:
    return (axis.first + timedelta(number) for number in range(axis.days))


def _months(axis: Axis, step: int) -> Iterator[date]:
    """The first of each month whose number since year 0 is a multiple of the step."""
    number = _YEAR * axis.first.year + axis.first.month - 1 + (axis.first.day > 1)
    number += -number % step
    while number < _YEAR * (date.max.year + 1):
        day = date(number // _YEAR, number % _YEAR + 1, 1)
        if day > axis.last:
            return
        yield day
        number += step


def _day_tick(day: date) -> Tick:
    label = f"{day.day} {MONTHS[day.month - 1][:3]}"
    return Tick(day, label, f"{label} {day.year}")


def _month_tick(day: date) -> Tick:
    if day.month == 1:
        return Tick(day, str(day.year), str(day.year))
    label = MONTHS[day.month - 1][:3]
    return Tick(day, label, f"{label} {day.year}")
