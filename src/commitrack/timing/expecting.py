"""Expecting: a term of our own for what was said without a date. It is not their word."""

from datetime import date, datetime

from commitrack.domain.when import Basis, Precision, When
from commitrack.errors import DateError
from commitrack.timing.periods import add_period, try_period


def expect(within: str, said: date | datetime | None) -> When | None:
    """The day by which something is expected, one period after it was said.

    >>> from datetime import date
    >>> str(expect("P3M", date(2025, 7, 7)).last)
    '2025-10-07'

    Returns:
        None where the period is none, has hours, or leads beyond the calendar: `check` says so.
    """
    period = try_period(within)
    if period is None or period.hours or said is None:
        return None
    day = said.date() if isinstance(said, datetime) else said
    try:
        end = add_period(day, period)
    except DateError:
        return None
    return When(within, Precision.DAY, end, end, basis=Basis.DEFAULT, counted_from=(day,))
