"""Clocked: time expressions of an article as days, to tell what is still to come."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import NamedTuple

from commitrack.domain.candidate import TimeExpression, TimeType
from commitrack.errors import DateError
from commitrack.timing.edtf import Interval, try_edtf

_LONGEST_STILL_AHEAD = 367  # this year may still be ahead; this decade says nothing
_DAY = len("2025-08-01")
_WEEK_MARK = "-W"


class Clocked(NamedTuple):
    """A time expression, and the days that it spans where it is a date."""

    expression: TimeExpression
    first: date | None
    last: date | None

    def ends_after(self, said: date) -> bool:
        """Whether some of it is on or after the day when the words were said."""
        if self.first is None or self.last is None or self.last < said:
            return False
        return self.first > said or (self.last - self.first).days < _LONGEST_STILL_AHEAD


def clock(expressions: Sequence[TimeExpression]) -> tuple[Clocked, ...]:
    """The expressions with their days."""
    return tuple(_clocked(expression) for expression in expressions)


def _clocked(expression: TimeExpression) -> Clocked:
    if expression.type not in (TimeType.DATE, TimeType.TIME):
        return Clocked(expression, None, None)
    found = interval_of(expression.value)
    return (
        Clocked(expression, found.first, found.last) if found else Clocked(expression, None, None)
    )


def interval_of(value: str) -> Interval | None:
    """The days of a TIMEX3 value; None where it names none."""
    text = value.partition("T")[0] if value[_DAY : _DAY + 1] == "T" else value
    try:
        return _week(text) if _WEEK_MARK in text else try_edtf(edtf_of(text))
    except (DateError, ValueError, OverflowError):
        return None


def edtf_of(value: str) -> str:
    """A TIMEX3 value in EDTF: seasons by their northern months, decades as a range."""
    year, _, part = value.partition("-")
    seasons = {"SP": "25", "SU": "26", "FA": "27", "WI": "28"}
    if part in seasons:
        return f"{year}-{seasons[part]}"
    if len(value) == len("199") and value.isdigit():
        return f"{value}0/{value}9"
    return value


def _week(text: str) -> Interval | None:
    from commitrack.domain.when import Precision  # noqa: PLC0415 - weeks are rare

    year, _, rest = text.partition(_WEEK_MARK)
    number, _, weekend = rest.partition("-")
    monday = date.fromisocalendar(int(year), int(number), 1)
    first = monday + timedelta(days=5) if weekend else monday
    return Interval(Precision.RANGE, first, monday + timedelta(days=6))
