"""Rules for the ends of months, quarters and years: their last day."""

from datetime import date

from commitrack.errors import DateError
from commitrack.timing.anchor import Anchor
from commitrack.timing.display import format_day, format_month
from commitrack.timing.edtf import end_of_months, parse_edtf
from commitrack.timing.found import Found, Parts, first_year
from commitrack.timing.periods import Period, add_period

_MONTHS = {"m": 1, "q": 3, "y": 12}
_NAMES = {"d": "day", "w": "week", "m": "month", "q": "quarter", "y": "year"}


def end_of_unit(parts: Parts, anchor: Anchor) -> Found:
    """`end of quarter`, `eom`: of the one that the anchor lies in."""
    unit = parts.get("unit", parts.get("ends"))
    months = _MONTHS.get(unit)
    if months is None:
        raise _no_end(unit, anchor)
    month = anchor.day.month
    last = end_of_months(anchor.day.year, month + (months - month) % months)
    names = {1: format_month(last), 3: f"Q{last.month // 3} {last.year}", 12: str(last.year)}
    return Found(last, f"the last day of {names[months]}")


def start_of_unit(parts: Parts, _anchor: Anchor) -> Found:
    """`start of the month` is refused: it is past, or that of the next one."""
    unit = _NAMES.get(parts["unit"], "month")
    message = f"the start of which {unit}?"
    raise DateError(message, remedy=f"write start of this {unit} or start of next {unit}")


def start_of_span(parts: Parts, anchor: Anchor) -> Found:
    """`start of August`, `beginning of 2026`, `start of Q3`: the first day."""
    year = parts.get("year")
    if "edtf" in parts:
        interval = parse_edtf(parts["edtf"])
        if interval.first is None or interval.approximate:
            message = f"{parts['edtf']} has no certain start"
            raise DateError(message, remedy="write the day")
        return Found(interval.first)

    def start(year: int) -> date:
        if "month" in parts:
            return date(year, parts["month"], 1)
        return parse_edtf(f"{year:04}-{parts['part']}").first or date.min

    if "month" not in parts and "part" not in parts:
        return Found(date(parts["year"], 1, 1))
    return first_year(start, anchor, parts) if year is None else Found(start(year))


def end_of_week(parts: Parts, _anchor: Anchor) -> Found:
    """`end of next week` is refused: it ends on Friday, or on Sunday."""
    friday, sunday = (add_period(parts["week"], Period(days=days)) for days in (4, 6))
    message = f"that week ends on {format_day(friday)} or {format_day(sunday)}"
    raise DateError(message, remedy=f"write {friday.isoformat()} or {sunday.isoformat()}")


def _no_end(unit: str, anchor: Anchor) -> DateError:
    if unit == "t":
        decade = anchor.day.year // 10 * 10
        return DateError(
            f"a decade ends with {decade + 9} or with {decade + 10}",
            remedy=f"write {decade + 9}-12-31 or {decade + 10}-12-31",
        )
    message = "only a month, a quarter or a year has an end that is understood here"
    return DateError(message, remedy="write the day")


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
