"""Found: what a rule of the grammar makes of its tokens, and the year that words leave out."""

from collections.abc import Callable, Mapping
from datetime import date, datetime
from typing import Any, NamedTuple

from commitrack.errors import DateError
from commitrack.timing.anchor import Anchor
from commitrack.timing.display import WEEKDAYS, plain_day
from commitrack.timing.edtf import parse_edtf
from commitrack.timing.periods import Period

Parts = Mapping[str, Any]
"""The values of the tokens by their kinds; their types are those that `tokens.py` gives."""

# No nine years in a row are without a leap day.
_YEARS_AHEAD = 9
_HALF_YEAR_MONTHS = 6


class Found(NamedTuple):
    """The value for the ledger, and what was inferred; see `grammar.Understood`.

    Attributes:
        shifts: periods to count from the value, the outermost first, once it has its time of day.
    """

    value: date | datetime | str
    why: str = ""
    inferred_year: bool = False
    far: bool = False
    shifts: tuple[Period, ...] = ()


def first_year(make: Callable[[int], date | None], anchor: Anchor, parts: Parts) -> Found:
    """The first such day on or after the anchor, and whether that is far (DOMAIN 5.1).

    Args:
        make: the day in a year, or None where that year has none.
        anchor: the day to start from.
        parts: a weekday among them is checked.

    Raises:
        DateError: the calendar ends before; or it falls on another weekday.
    """
    start = anchor.day.year
    years = range(start, min(start + _YEARS_AHEAD, date.max.year + 1))
    days = (day for day in map(make, years) if day is not None and day >= anchor.day)
    day = next(days, None)
    if day is None:
        message = f"there is no such day after {plain_day(anchor.day)} on the calendar"
        raise DateError(message, remedy="write the year")
    why = anchor.itself() if day == anchor.day else f"the first one after {anchor.named()}"
    return Found(on_weekday(day, parts), why, inferred_year=True, far=_is_far(day, anchor.day))


def first_span(make: Callable[[int], str], anchor: Anchor) -> Found:
    """The first such interval that ends on or after the anchor; far is counted to its start.

    Args:
        make: its EDTF in a year.
        anchor: the day to start from.

    Raises:
        DateError: the calendar ends before.
    """
    # A winter that began last year may not have ended.
    start = max(anchor.day.year - 1, date.min.year)
    for year in range(start, min(anchor.day.year + 1, date.max.year) + 1):
        interval = parse_edtf(make(year))
        first, last = interval.first or date.min, interval.last or date.max
        if last >= anchor.day:
            why = f"the first one that ends after {anchor.named()}"
            if last == anchor.day:
                why = f"it ends on {anchor.itself()}"
            return Found(make(year), why, inferred_year=True, far=_is_far(first, anchor.day))
    message = f"there is none after {plain_day(anchor.day)} on the calendar"
    raise DateError(message, remedy="write the year")


def on_weekday(day: date, parts: Parts) -> date:
    """The day, if it falls on the weekday that the words name or they name none.

    Raises:
        DateError: it does not.
    """
    named = parts.get("weekday", day.weekday())
    if named != day.weekday():
        message = f"{plain_day(day)} is a {WEEKDAYS[day.weekday()]}, not a {WEEKDAYS[named]}"
        rest = "" if "year" in parts or "iso" in parts else ", or write the year"
        raise DateError(message, remedy=f"leave the weekday away{rest}")
    return day


def _is_far(day: date, start: date) -> bool:
    months = 12 * (day.year - start.year) + day.month - start.month
    return (months, day.day) > (_HALF_YEAR_MONTHS, start.day)
