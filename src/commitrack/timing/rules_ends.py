"""Rules for the ends of months, quarters and years: their last day."""

from datetime import date

from commitrack.errors import DateError
from commitrack.timing.anchor import Anchor
from commitrack.timing.display import format_month
from commitrack.timing.edtf import end_of_months, parse_edtf
from commitrack.timing.found import Found, Parts, first_year

_MONTHS = {"m": 1, "q": 3, "y": 12}


def end_of_unit(parts: Parts, anchor: Anchor) -> Found:
    """`end of quarter`, `eom`: of the one that the anchor lies in."""
    months = _MONTHS.get(parts.get("unit", parts.get("ends")))
    if months is None:
        message = "only a month, a quarter or a year has an end that is understood here"
        raise DateError(message, remedy="write the day")
    month = anchor.day.month
    last = end_of_months(anchor.day.year, month + (months - month) % months)
    names = {1: format_month(last), 3: f"Q{last.month // 3} {last.year}", 12: str(last.year)}
    return Found(last, f"the last day of {names[months]}")


def end_of_month(parts: Parts, anchor: Anchor) -> Found:
    """`end of August`, `end of August 2025`."""
    if "year" in parts:
        return Found(end_of_months(parts["year"], parts["month"]))
    return first_year(lambda year: end_of_months(year, parts["month"]), anchor, parts)


def end_of_part(parts: Parts, anchor: Anchor) -> Found:
    """`end of Q3`, `end of H1 2025`."""

    def end(year: int) -> date | None:
        return parse_edtf(f"{year:04}-{parts['part']}").last

    if "year" in parts:
        return Found(end(parts["year"]) or date.max)
    return first_year(end, anchor, parts)


def end_of_edtf(parts: Parts, _anchor: Anchor) -> Found:
    """`end of 2025`, `end of 2025-Q3`."""
    text = parts["edtf"] if "edtf" in parts else f"{parts['year']:04}"
    interval = parse_edtf(text)
    if interval.last is None or interval.approximate:
        message = f"{text} has no certain end"
        raise DateError(message, remedy="write the day")
    return Found(interval.last)
