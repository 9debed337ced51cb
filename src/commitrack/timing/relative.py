"""Relative dates: inline tables that count from another commitment or from a day."""

from collections.abc import Mapping
from datetime import date, datetime

from commitrack.domain.when import Basis, Precision, When
from commitrack.errors import DateError
from commitrack.timing.periods import Period, add_period, try_period
from commitrack.timing.zones import zone_info

_KEYS = ("after", "within", "snap", "calendar", "count", "at", "before")


def parse_relative(value: Mapping[str, object], zone: str | None, stated: str | None) -> When:
    """A relative date; resolved at once where it counts a plain period from a day.

    Raises:
        DateError: a key is unknown, or nothing says what it counts from.
    """
    _check(value)
    if zone is not None:
        zone_info(zone)
    after = value.get("after")
    waiting = When(value, Precision.OPEN, None, None, None, zone, basis=Basis.RELATIVE)
    if isinstance(after, str):
        return waiting._replace(stated=stated, waits_for=after)
    period = _plain_period(value)
    if period is None or not isinstance(after, date):
        return waiting._replace(stated=stated)
    return _resolved(waiting, after, period)._replace(stated=stated)


def format_relative(value: Mapping[str, object]) -> str:
    """What a relative date counts, in the ledger's own words.

    >>> format_relative({"after": "x", "within": "10 business days", "calendar": "US"})
    '10 business days after x, calendar US'
    """
    start = " ".join(str(value[key]) for key in ("within", "snap") if key in value)
    anchor = [f"{key} {value[key]}" for key in ("after", "before") if key in value]
    rest = [f"{key} {value[key]}" for key in ("at", "calendar", "count") if key in value]
    return ", ".join([" ".join([start, *anchor]).strip(), *rest])


def _check(value: Mapping[str, object]) -> None:
    unknown = [key for key in value if key not in _KEYS]
    if unknown:
        message = f"a relative date has no key {str(unknown[0])[:60]}"
        raise DateError(message, remedy=f"keys: {' '.join(_KEYS)}")
    anchors = [value[key] for key in ("after", "before") if key in value]
    if not anchors or not all(isinstance(anchor, str | date) for anchor in anchors):
        message = "a relative date says what it counts from"
        raise DateError(message, remedy='write { after = "ID or a date", within = "P90D" }')


def _plain_period(value: Mapping[str, object]) -> Period | None:
    within = value.get("within")
    if not isinstance(within, str) or set(value) != {"after", "within"}:
        return None
    return try_period(within)


def _resolved(waiting: When, after: date, period: Period) -> When:
    if not isinstance(after, datetime):
        day = add_period(after, period)
        return waiting._replace(precision=Precision.DAY, first=day, last=day)
    if after.tzinfo is None:
        message = f"{after.isoformat()} where?"
        raise DateError(message, remedy="add an offset, such as -04:00")
    start = after if waiting.zone is None else after.astimezone(zone_info(waiting.zone))
    at = add_period(start, period)
    return waiting._replace(precision=Precision.INSTANT, first=at.date(), last=at.date(), at=at)
