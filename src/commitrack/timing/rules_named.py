"""Rules for dates that are named: a day of a month, a month, a quarter, a year, EDTF."""

from datetime import date

from commitrack.errors import DateError
from commitrack.timing.anchor import Anchor
from commitrack.timing.display import MONTHS
from commitrack.timing.edtf import check_day, end_of_months
from commitrack.timing.found import Found, Parts, first_span, first_year, on_weekday

_FEBRUARY, _LEAP_YEAR = 2, 2000


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
    return Found(parts["edtf"])


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
