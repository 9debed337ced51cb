"""Rules for parts: early, mid and late, halves of a month, seasons, weeks."""

from datetime import date

from commitrack.errors import DateError
from commitrack.timing.anchor import Anchor
from commitrack.timing.display import MONTHS
from commitrack.timing.edtf import ask_which_half, end_of_months, parse_edtf
from commitrack.timing.found import Found, Parts, first_span
from commitrack.timing.periods import Period, add_period
from commitrack.timing.rules_counted import period_of
from commitrack.timing.weeks import format_week, iso_week

# First and last month of a third of a year; first day of a third, and of a half, of a month.
_YEAR_THIRDS = ((1, 4), (5, 8), (9, 12))
_MONTH_THIRDS = (1, 11, 21)
_MONTH_HALVES = (1, 16)
_NORTH, _SOUTH, _EITHER = 25, 29, 21
_WINTER, _SUMMER = 3, 1
_SEASONS = ("spring", "summer", "autumn", "winter")


def third_of_month(parts: Parts, anchor: Anchor) -> Found:
    """`late August`: by convention 1 to 10, 11 to 20, 21 to the end, and approximate."""
    return _days(parts, anchor, _MONTH_THIRDS, parts["third"])


def half_of_month(parts: Parts, anchor: Anchor) -> Found:
    """`second half of August`: 1 to 15, 16 to the end, and approximate."""
    return _days(parts, anchor, _MONTH_HALVES, parts["halfmonth"] - 1)


def third_of_year(parts: Parts, _anchor: Anchor) -> Found:
    """`mid-2027`: by convention four months each, and approximate."""
    first, last = _YEAR_THIRDS[parts["third"]]
    return Found(f"{parts['year']:04}-{first:02}~/{parts['year']:04}-{last:02}~")


def season(parts: Parts, anchor: Anchor) -> Found:
    """`northern autumn 2025`; one that crosses the year needs both its years.

    Raises:
        DateError: no half of the world is named, or the winter could be two.
    """
    number, year = parts["season"], parts.get("years", parts.get("year"))
    if "edtf" in parts:
        year = _two_years(parts["edtf"])
    if "hemisphere" not in parts:
        asked = anchor.day.year if year is None else year
        named = f"{_SEASONS[number]} {asked}"
        raise ask_which_half(named, f"{asked:04}", _EITHER + number)
    code = (_SOUTH if parts["hemisphere"] else _NORTH) + number
    crosses = number == (_SUMMER if parts["hemisphere"] else _WINTER)
    if year is None:
        return first_span(lambda year: _coded(year, code), anchor)
    if crosses and "year" in parts:
        raise _which_winter(year, code)
    return Found(_coded(year, code))


def _coded(year: int, code: int) -> str:
    """The season in EDTF; as its months where `2025-26` would look like two years."""
    text = f"{year:04}-{code}"
    interval = parse_edtf(text)
    if (year + 1) % 100 != code or interval.first is None or interval.last is None:
        return text
    return f"{interval.first.isoformat()[:7]}/{interval.last.isoformat()[:7]}"


def whole_week(parts: Parts, _anchor: Anchor) -> Found:
    """`2025-W32`, `next week`: Monday to Sunday."""
    return Found(format_week(parts["week"]))


def numbered_week(parts: Parts, _anchor: Anchor) -> Found:
    """`week 32 of 2025`, as ISO 8601 numbers them."""
    year, number = parts["year"], parts["number"]
    if parts["unit"] != "w":
        message = "only weeks have numbers"
        raise DateError(message, remedy="write 2025-W32")
    _, monday = iso_week(f"week {number}", year, number, 0)
    return Found(format_week(monday)) if isinstance(monday, date) else Found("")


def near_name(parts: Parts, anchor: Anchor) -> Found:
    """`this August`, `next March`, `last December`, where whoever says it means the same one.

    "This" is one that is not over; "next" and "last" are of another year where the one of this year
    has begun, or is not over. Else they could be of this year, too.

    Raises:
        DateError: it could be of two years; or a season.
    """
    year = anchor.day.year
    if "season" in parts:
        raise _which_year("that", year, year + 1)
    code = parts["part"] if "part" in parts else f"{parts['month']:02}"
    name = MONTHS[parts["month"] - 1] if "month" in parts else code
    interval = parse_edtf(f"{year:04}-{code}")
    has_begun = interval.first is None or interval.first <= anchor.day
    is_over = interval.last is None or interval.last < anchor.day
    if "this" in parts and not is_over:
        return Found(f"{year:04}-{code}", f"{name} of {year}")
    if "next" in parts and has_begun and year < date.max.year:
        return Found(f"{year + 1:04}-{code}", f"{name} of {year + 1}")
    if "last" in parts and not is_over and year > date.min.year:
        return Found(f"{year - 1:04}-{code}", f"{name} of {year - 1}")
    raise _which_year(name, *((year - 1, year) if "last" in parts else (year, year + 1)))


def edge_of_span(parts: Parts, _anchor: Anchor) -> Found:
    """`first three months of 2026`, `last ten days of August 2025`."""
    period = period_of({"number": parts["number"], "units": parts["units"]})
    if "nth" in parts and parts["nth"] != 1:
        message = "only the first days, weeks or months of something are understood here"
        raise DateError(message, remedy="write both ends, as in 2025-08-01/2025-08-07")
    year, code = parts["year"], parts.get("part", parts.get("month"))
    text = f"{year:04}" + (f"-{code:0>2}" if code else "")
    interval = parse_edtf(text)
    first, last = interval.first or date.min, interval.last or date.max
    if "nth" in parts:
        start, end = first, add_period(add_period(first, period), Period(days=-1))
    else:
        after = add_period(last, Period(days=1))
        start, end = add_period(after, Period(*(-part for part in period))), last
    if start < first or end > last:
        message = f"{text} is not that long"
        raise DateError(message)
    return Found(f"{start.isoformat()}/{end.isoformat()}")


def _which_year(name: str, one: int, two: int) -> DateError:
    message = f"{name} of {one} or of {two}?"
    return DateError(message, remedy="write the year")


def _days(parts: Parts, anchor: Anchor, starts: tuple[int, ...], index: int) -> Found:
    """The days of a month from one of these to the day before the next."""

    def span(year: int) -> str:
        first = date(year, parts["month"], starts[index])
        is_last = index == len(starts) - 1
        end = end_of_months(year, first.month)
        last = end if is_last else first.replace(day=starts[index + 1] - 1)
        return f"{first.isoformat()}~/{last.isoformat()}~"

    return Found(span(parts["year"])) if "year" in parts else first_span(span, anchor)


def _two_years(text: str) -> int:
    """The first year of `2025-26` and of `2025/2026`, which alone would be EDTF."""
    first, second = int(text[:4]) if text[:4].isdigit() else 0, text[5:]
    if second not in {f"{first + 1:04}", f"{(first + 1) % 100:02}"}:
        message = f"a season of {text}?"
        raise DateError(message, remedy="write the year, or two as in 2025/26")
    return first


def _which_winter(year: int, code: int) -> DateError:
    spans = [parse_edtf(f"{one:04}-{code}") for one in (max(year - 1, 1), year)]
    named = " or ".join(f"{span.first} to {span.last}" for span in spans)
    return DateError(
        f"that season of {year} is {named}",
        remedy=f"write {max(year - 1, 1):04}-{code} or {year:04}-{code}",
    )
