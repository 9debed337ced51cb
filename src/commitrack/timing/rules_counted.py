"""Rules for dates that are counted from the anchor: tomorrow, a weekday, a period from it."""

from datetime import date, timezone

from commitrack.errors import DateError
from commitrack.timing.anchor import Anchor
from commitrack.timing.display import WEEKDAYS, plain_day
from commitrack.timing.found import Found, Parts
from commitrack.timing.periods import Period, add_period, try_period
from commitrack.timing.zones import whole_offset

_WEEK_DAYS, _YEAR_MONTHS = 7, 12


def now_itself(_parts: Parts, anchor: Anchor) -> Found:
    """`now`, to the second."""
    local = anchor.now.local().replace(microsecond=0)
    # An offset that stays as it is, so that the value means the same wherever it is used.
    fixed = timezone(whole_offset(local))
    return Found(local.replace(tzinfo=fixed), "this instant")


def near_day(parts: Parts, anchor: Anchor) -> Found:
    """`today`, `tomorrow`, `yesterday`."""
    shift = parts["day"]
    if not shift:
        return Found(anchor.day, anchor.itself())
    side = "after" if shift > 0 else "before"
    return Found(_shift(anchor.day, shift), f"the day {side} {anchor.named()}")


def weekday(parts: Parts, anchor: Anchor) -> Found:
    """`friday`: the next one after the anchor; on a Friday itself it could be two."""
    ahead = (parts["weekday"] - anchor.day.weekday()) % _WEEK_DAYS
    if not ahead:
        raise _two_weekdays(parts, anchor, 0)
    return Found(_shift(anchor.day, ahead), f"the first one after {anchor.named()}")


def next_weekday(parts: Parts, anchor: Anchor) -> Found:
    """`next friday` is refused: for some the coming one, for others the one a week later."""
    ahead = (parts["weekday"] - anchor.day.weekday()) % _WEEK_DAYS
    raise _two_weekdays(parts, anchor, ahead or _WEEK_DAYS)


def last_weekday(parts: Parts, anchor: Anchor) -> Found:
    """`last friday`: the one before the anchor."""
    back = (anchor.day.weekday() - parts["weekday"]) % _WEEK_DAYS or _WEEK_DAYS
    return Found(_shift(anchor.day, -back), f"the last one before {anchor.named()}")


def in_period(parts: Parts, anchor: Anchor) -> Found:
    """`+30d`, `in 2 weeks`."""
    period = _period(parts)
    return Found(add_period(anchor.day, period), f"{_length(period)} after {anchor.named()}")


def period_ago(parts: Parts, anchor: Anchor) -> Found:
    """`2 weeks ago`."""
    period = _period(parts)
    back = Period(-period.months, -period.days, -period.hours)
    return Found(add_period(anchor.day, back), f"{_length(period)} before {anchor.named()}")


def _shift(day: date, days: int) -> date:
    return add_period(day, Period(days=days))


def _two_weekdays(parts: Parts, anchor: Anchor, ahead: int) -> DateError:
    one = _shift(anchor.day, ahead)
    two = _shift(one, _WEEK_DAYS)
    return DateError(
        f"that {WEEKDAYS[parts['weekday']]} is {plain_day(one)} or {plain_day(two)}",
        remedy=f"write {one.isoformat()} or {two.isoformat()}",
    )


def _period(parts: Parts) -> Period:
    if "period" in parts:
        period: Period = parts["period"]
        return period
    # A number of four digits is a year to the tokens, and 2000 days all the same.
    number, unit = parts.get("number", parts.get("year")), parts["unit"]
    found = try_period(f"{number}{unit}")
    if found is None:
        message = "this is no length of time that is understood here"
        raise DateError(message, remedy="write 30 days, 3 weeks, 2 months or 1 year")
    return found


def _length(period: Period) -> str:
    years, months = divmod(period.months, _YEAR_MONTHS)
    units = ((years, "year"), (months, "month"), (period.days, "day"), (period.hours, "hour"))
    return " ".join(f"{number} {unit}{'s' * (number != 1)}" for number, unit in units if number)
