"""Rules for dates that are named: a day of a month, a month, a quarter, a year, EDTF."""

from datetime import date

from commitrack.errors import DateError
from commitrack.timing.anchor import Anchor
from commitrack.timing.display import MONTHS, WEEKDAYS
from commitrack.timing.edtf import check_day, end_of_months
from commitrack.timing.found import Found, Parts, first_span, first_year, on_weekday
from commitrack.timing.periods import Period, add_period

_FEBRUARY, _LEAP_YEAR = 2, 2000
# How far off a day may be that is "next".
_NEAR_DAYS = 14
# How far a year of two figures may be.
_YEARS_BACK, _YEARS_ON = 5, 10


def iso_day(parts: Parts, _anchor: Anchor) -> Found:
    """`2025-08-01`, with its weekday checked."""
    return Found(on_weekday(parts["iso"], parts))


def day_of_month(parts: Parts, anchor: Anchor) -> Found:
    """`1 August 2025`, `aug 1`: without a year the first one on or after the anchor."""
    number, month = parts.get("number", parts.get("nth")), parts["month"]
    text = f"{number} {MONTHS[month - 1]}"
    if "year" in parts:
        day = check_day(f"{text} {parts['year']}", parts["year"], month, number)
        return Found(on_weekday(day, parts))
    _check_any_year(text, month, number)
    return first_year(lambda year: _try_day(year, month, number), anchor, parts)


def near_day_of_month(parts: Parts, anchor: Anchor) -> Found:
    """`next Wednesday, July 16`: the date says which one, and is within two weeks.

    Raises:
        DateError: no such day is so near.
    """
    number, month = parts.get("number", parts.get("nth")), parts["month"]
    is_past = "last" in parts or "past" in parts
    days = range(-_NEAR_DAYS, 0) if is_past else range(_NEAR_DAYS + 1)
    for ahead in days:
        day = add_period(anchor.day, Period(days=ahead))
        is_it = (day.month, day.day, day.weekday()) == (month, number, parts["weekday"])
        if is_it and parts.get("year", day.year) == day.year:
            return Found(day, "within two weeks of the day it is counted from")
    message = f"{number} {MONTHS[month - 1]} is no such {WEEKDAYS[parts['weekday']]}"
    raise DateError(message, remedy="write the day with its year")


def day_of_short_year(parts: Parts, anchor: Anchor) -> Found:
    """`1 Aug 25`, where the year is near, and that of the other order, 2001, is not.

    Raises:
        DateError: the year is not near, or both are.
    """
    month, orders = parts["month"], [(parts["number"], parts["yy"]), (parts["yy"], parts["number"])]
    century = anchor.day.year // 100 * 100
    years = range(anchor.day.year - _YEARS_BACK, anchor.day.year + _YEARS_ON + 1)
    days = [
        _try_day(century + short, month, number) if number and century + short in years else None
        for number, short in dict.fromkeys(orders)
    ]
    if days[0] is not None and not any(days[1:]):
        return Found(on_weekday(days[0], parts), f"the year is {days[0].year}")
    text = f"{parts['number']} {MONTHS[month - 1]} {parts['yy']:02}"
    message = f"{text} can be read in more than one way"
    raise DateError(message, remedy="write the year whole")


def month_of_year(parts: Parts, _anchor: Anchor) -> Found:
    """`August 2025`."""
    return Found(f"{parts['year']:04}-{parts['month']:02}")


def part_of_year(parts: Parts, _anchor: Anchor) -> Found:
    """`Q3 2025`, `H1 2025`."""
    return Found(f"{parts['year']:04}-{parts['part']}")


def whole_year(parts: Parts, _anchor: Anchor) -> Found:
    """`2025`."""
    return Found(f"{parts['year']:04}")


def edtf_string(parts: Parts, _anchor: Anchor) -> Found:
    """`2025-Q3`, `2025-09~`, `2025-08-01/..`."""
    return Found(parts.get("edtf", parts.get("days")))


def span_of_this_year(parts: Parts, anchor: Anchor) -> Found:
    """`August`, `Q3`: the first one that ends on or after the anchor."""
    code = parts["part"] if "part" in parts else f"{parts['month']:02}"
    return first_span(lambda year: f"{year:04}-{code}", anchor)


def _check_any_year(text: str, month: int, number: int) -> None:
    most = end_of_months(_LEAP_YEAR, month).day
    if not 1 <= number <= most:
        at_most = " at most" if month == _FEBRUARY else ""
        message = f"{text} is not a date: {MONTHS[month - 1]} has {most} days{at_most}"
        raise DateError(message)


def _try_day(year: int, month: int, day: int) -> date | None:
    return date(year, month, day) if day <= end_of_months(year, month).day else None
