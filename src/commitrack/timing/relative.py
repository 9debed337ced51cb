"""Relative dates: inline tables that count from another commitment or from a day."""

from collections.abc import Mapping
from datetime import date, datetime, timedelta

from commitrack.domain.when import Basis, Precision, Role, When
from commitrack.errors import DateError
from commitrack.timing.local_time import bounded, resolve_local
from commitrack.timing.zones import zone_info

_KEYS = ("after", "within", "snap", "calendar", "count", "at", "before", "holidays")


def parse_relative(
    value: Mapping[str, object],
    zone: str | None,
    stated: str | None,
    role: Role | None = None,
) -> When:
    """A relative date; resolved at once where it counts from a day or an instant.

    Raises:
        DateError: a key or a word is unknown, nothing says what it counts from, or what it names
            cannot be counted.
    """
    _check(value)
    if zone is not None:
        zone_info(zone)
    after = value.get("after")
    waiting = When(
        value, Precision.OPEN, None, None, None, zone, basis=Basis.RELATIVE, stated=stated
    )
    if isinstance(after, str):
        return waiting._replace(waits_for=after)
    start = _start(value, zone)
    if start is None:
        return waiting
    if "within" not in value and "snap" not in value:
        return _one_side(waiting, start, value)
    from commitrack.timing.counting import count_from  # noqa: PLC0415 - few ledgers count
    from commitrack.timing.policies import counts, parse_rule  # noqa: PLC0415 - as above

    if not counts(value.get("within")):
        return waiting  # a finding of `check`, which knows its place
    return _at(waiting, count_from(start, parse_rule(value, role)).value)


def explain_relative(when: When, role: Role) -> tuple[str, ...]:
    """How a relative date was counted, one sentence each; none while it waits."""
    value = when.value
    if not isinstance(value, Mapping) or (when.first is None and when.last is None):
        return ()
    start = _start(value, when.zone)
    if start is None or ("within" not in value and "snap" not in value):
        return ()
    from commitrack.timing.counting import count_from  # noqa: PLC0415 - as above
    from commitrack.timing.policies import parse_rule  # noqa: PLC0415 - as above

    return count_from(start, parse_rule(value, role)).steps


def format_relative(value: Mapping[str, object]) -> str:
    """What a relative date counts, in the ledger's own words.

    >>> format_relative({"after": "x", "within": "10 business days", "calendar": "US"})
    '10 business days after x, calendar US'
    """
    start = " ".join(str(value[key]) for key in ("within", "snap") if key in value)
    anchor = [f"{key} {_words(value[key])}" for key in ("after", "before") if key in value]
    names = ("at", "calendar", "holidays", "count")
    rest = [f"{key} {_words(value[key])}" for key in names if key in value]
    return ", ".join([" ".join([start, *anchor]).strip(), *rest])


def _words(value: object) -> str:
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, list | tuple):
        return " ".join(str(one) for one in value)
    return str(value)


def _check(value: Mapping[str, object]) -> None:
    unknown = [key for key in value if key not in _KEYS]
    if unknown:
        message = f"a relative date has no key {str(unknown[0])[:60]}"
        raise DateError(message, remedy=f"keys: {' '.join(_KEYS)}")
    anchors = [value[key] for key in ("after", "before") if key in value]
    if not anchors or not all(isinstance(anchor, str | date) for anchor in anchors):
        message = "a relative date says what it counts from"
        raise DateError(message, remedy='write { after = "ID or a date", within = "P90D" }')


def _start(value: Mapping[str, object], zone: str | None) -> date | datetime | None:
    """The day or the instant, on its zone's clock, that is counted from; None for an id."""
    anchors = [value[key] for key in ("after", "before") if key in value]
    start = anchors[0]
    if not isinstance(start, date) or isinstance(anchors[-1], str):
        return None
    if len(anchors) > 1:
        message = "a relative date is after something or before something, not both"
        raise DateError(message, remedy="leave one of them away")
    if "at" in value:
        message = "`at` names what happens to another commitment, and a day is none"
        raise DateError(message, remedy="leave `at` away")
    return _on_clock(start, zone) if isinstance(start, datetime) else start


def _on_clock(start: datetime, zone: str | None) -> datetime:
    if start.tzinfo is None and zone is None:
        message = f"{start.isoformat()} where?"
        raise DateError(message, remedy="add an offset, such as -04:00")
    if zone is None:
        return start
    at = resolve_local(start, zone) if start.tzinfo is None else bounded(start)
    return at.astimezone(zone_info(zone))


def _one_side(waiting: When, start: date | datetime, value: Mapping[str, object]) -> When:
    """All of the days before a day, or after it, where nothing says how many."""
    if isinstance(start, datetime):
        message = "a relative date says how long before or after an instant it is"
        raise DateError(message, remedy='add within = "PT48H", or write the instant alone')
    counted = [key for key in ("calendar", "count", "holidays") if key in value]
    if counted:
        message = f"`{counted[0]}` counts nothing without `within`"
        raise DateError(message, remedy='add within = "10 business days"')
    try:
        if "after" in value:
            return waiting._replace(first=start + timedelta(days=1))
        return waiting._replace(last=start - timedelta(days=1))
    except OverflowError as error:
        message = f"the day next to {start} leads beyond the calendar"
        raise DateError(message) from error


def _at(waiting: When, value: date | datetime) -> When:
    if isinstance(value, datetime):
        day = value.date()
        return waiting._replace(precision=Precision.INSTANT, first=day, last=day, at=value)
    return waiting._replace(precision=Precision.DAY, first=value, last=value)
