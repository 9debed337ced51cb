"""Rules for dates that are counted from the anchor: tomorrow, a weekday, a period from it."""

from datetime import date, timedelta, timezone

from commitrack.errors import DateError
from commitrack.timing.anchor import Anchor, anchor_today
from commitrack.timing.display import MONTHS, WEEKDAYS, plain_day
from commitrack.timing.edtf import end_of_months
from commitrack.timing.found import Found, Parts, first_year, on_weekday
from commitrack.timing.periods import Period, add_period
from commitrack.timing.zones import whole_offset

_WEEK_DAYS, _YEAR_MONTHS = 7, 12
_LENGTHS = ("period", "number", "year", "one", "unit", "units")
_UNITS = {
    "h": Period(hours=1),
    "d": Period(days=1),
    "w": Period(days=7),
    "f": Period(days=14),
    "m": Period(months=1),
    "q": Period(months=3),
    "y": Period(months=12),
    "t": Period(months=120),
}


def now_itself(_parts: Parts, anchor: Anchor) -> Found:
    """`now`, to the second."""
    return _from_now(Period(), "this instant", anchor)


def _from_now(period: Period, why: str, anchor: Anchor) -> Found:
    moved = add_period(anchor.now.local().replace(microsecond=0), period)
    # An offset that stays as it is, so that the value means the same wherever it is used.
    return Found(moved.replace(tzinfo=timezone(whole_offset(moved))), why)


def near_day(parts: Parts, anchor: Anchor) -> Found:
    """`today`, `tomorrow`, `yesterday`."""
    shift = parts["day"]
    if not shift:
        return Found(anchor.day, anchor.itself())
    side = "after" if shift > 0 else "before"
    length = "the day" if abs(shift) == 1 else f"{abs(shift)} days"
    return Found(_shift(anchor.day, shift), f"{length} {side} {anchor.named()}")


def weekday(parts: Parts, anchor: Anchor) -> Found:
    """`friday`: the next one after the anchor; on a Friday itself it could be two."""
    ahead = (parts["weekday"] - anchor.day.weekday()) % _WEEK_DAYS
    if not ahead:
        raise _two_weekdays(parts, anchor, 0)
    return Found(_shift(anchor.day, ahead), f"the first one after {anchor.named()}")


def coming_weekday(parts: Parts, anchor: Anchor) -> Found:
    """`this coming friday`: the first one after the anchor, and never that day itself."""
    ahead = (parts["weekday"] - anchor.day.weekday()) % _WEEK_DAYS or _WEEK_DAYS
    return Found(_shift(anchor.day, ahead), f"the first one after {anchor.named()}")


def weeks_after_day(parts: Parts, anchor: Anchor) -> Found:
    """`friday week`, `a week on friday`: weeks after that day.

    Raises:
        DateError: it is no number of weeks; or the day could be two.
    """
    start = near_day(parts, anchor) if "day" in parts else weekday(parts, anchor)
    period = period_of({key: parts[key] for key in _LENGTHS if key in parts})
    # "Yesterday week" is a week before yesterday to some.
    is_past = parts.get("day", 0) < 0
    if (
        is_past
        or not isinstance(start.value, date)
        or parts.get("unit", parts.get("units")) not in {"w", "f"}
    ):
        message = "only weeks are counted like this"
        raise DateError(message, remedy="write 3 days after friday")
    return Found(
        add_period(start.value, period), f"{format_length(period)} after {plain_day(start.value)}"
    )


def near_weekday(parts: Parts, anchor: Anchor) -> Found:
    """`this friday`, `next friday` are refused: the coming one, or the one a week later."""
    ahead = (parts["weekday"] - anchor.day.weekday()) % _WEEK_DAYS
    raise _two_weekdays(parts, anchor, ahead or _WEEK_DAYS)


def day_of_week(parts: Parts, _anchor: Anchor) -> Found:
    """`friday next week`, which only one day can be."""
    return Found(_shift(parts["week"], parts["weekday"]))


def nth_day(parts: Parts, anchor: Anchor) -> Found:
    """`the 15th`: the first one on or after the anchor, of this month or a later one.

    Raises:
        DateError: no month has it.
    """
    months = range(anchor.day.month, anchor.day.month + _YEAR_MONTHS * bool(parts["nth"]))
    for month in months:
        year = anchor.day.year + (month - 1) // _YEAR_MONTHS
        last = end_of_months(year, month) if year <= date.max.year else date.max
        if parts["nth"] <= last.day and (day := last.replace(day=parts["nth"])) >= anchor.day:
            why = anchor.itself() if day == anchor.day else f"the first one after {anchor.named()}"
            return Found(on_weekday(day, parts), why)
    message = f"no month has a day {parts['nth']} after {plain_day(anchor.day)}"
    raise DateError(message, remedy="write the month")


def nth_weekday(parts: Parts, anchor: Anchor) -> Found:
    """`first Monday in August`, `last Friday of August 2025`."""
    month, number = parts["month"], parts.get("nth")

    def make(year: int) -> date | None:
        last = end_of_months(year, month)
        if number is None:
            return last - timedelta(days=(last.weekday() - parts["weekday"]) % _WEEK_DAYS)
        first = 1 + (parts["weekday"] - last.replace(day=1).weekday()) % _WEEK_DAYS
        day = first + _WEEK_DAYS * (number - 1)
        return last.replace(day=day) if first <= day <= last.day else None

    if "year" not in parts:
        return first_year(make, anchor, parts)
    day = make(parts["year"])
    if day is None:
        message = f"{MONTHS[month - 1]} {parts['year']} has no such {WEEKDAYS[parts['weekday']]}"
        raise DateError(message)
    return Found(day)


def last_weekday(parts: Parts, anchor: Anchor) -> Found:
    """`last friday`: the one before the anchor."""
    back = (anchor.day.weekday() - parts["weekday"]) % _WEEK_DAYS or _WEEK_DAYS
    return Found(_shift(anchor.day, -back), f"the last one before {anchor.named()}")


def in_period(parts: Parts, anchor: Anchor) -> Found:
    """`+30d`, `in 2 weeks`."""
    return _from_anchor(period_of(parts), "after", anchor)


def period_ago(parts: Parts, anchor: Anchor) -> Found:
    """`2 weeks ago`, `a year ago today`."""
    if "day" in parts:
        anchor = anchor._replace(day=_shift(anchor.day, parts["day"]))
    return _from_anchor(period_of(parts), "before", anchor)


def _from_anchor(period: Period, side: str, anchor: Anchor) -> Found:
    """Counted from the day; hours from now, where that is when the words are said."""
    moved = period if side == "after" else Period(*(-part for part in period))
    why = f"{format_length(period)} {side} "
    if period.hours and anchor == anchor_today(anchor.now):
        return _from_now(moved, f"{why}now", anchor)
    return Found(add_period(anchor.day, moved), f"{why}{anchor.named()}")


def _shift(day: date, days: int) -> date:
    return add_period(day, Period(days=days))


def _two_weekdays(parts: Parts, anchor: Anchor, ahead: int) -> DateError:
    one = _shift(anchor.day, ahead)
    two = _shift(one, _WEEK_DAYS)
    return DateError(
        f"that {WEEKDAYS[parts['weekday']]} is {plain_day(one)} or {plain_day(two)}",
        remedy=f"write {one.isoformat()} or {two.isoformat()}",
    )


def period_of(parts: Parts) -> Period:
    """The length of time of a number and a unit.

    Raises:
        DateError: it has none.
    """
    if "period" in parts:
        period: Period = parts["period"]
        return period
    # A number of four digits is a year to the tokens, and 2000 days all the same; no number is one.
    number = parts.get("number", parts.get("year", parts.get("one", 1)))
    unit = _UNITS.get(parts.get("unit", parts.get("units")))
    if not number or unit is None:
        message = "this is no length of time that is understood here"
        raise DateError(message, remedy="write 30 days, 3 weeks, 2 months or 1 year")
    return Period(*(number * part for part in unit))


def format_length(period: Period) -> str:
    """A length of time in words.

    >>> format_length(Period(months=14, days=1))
    '1 year 2 months 1 day'
    """
    years, months = divmod(period.months, _YEAR_MONTHS)
    units = ((years, "year"), (months, "month"), (period.days, "day"), (period.hours, "hour"))
    return " ".join(f"{number} {unit}{'s' * (number != 1)}" for number, unit in units if number)
