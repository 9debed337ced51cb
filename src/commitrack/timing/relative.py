"""Relative dates: inline tables that count from another commitment or from a day."""

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING

from commitrack.domain.vocabulary import EventType
from commitrack.domain.when import Basis, Precision, Role, When
from commitrack.errors import DateError
from commitrack.timing.local_time import bounded, resolve_local
from commitrack.timing.zones import zone_info

if TYPE_CHECKING:
    from commitrack.timing.policies import Rule

Side = tuple[date | None, date | None]
DayOrSide = date | datetime | Side

_MOMENTS = frozenset({*map(str, Role), *map(str, EventType)})
_AT_WORDS = {
    "due": "the deadline",
    "effective": "the effective date",
    "expires": "the expiry",
    "happens": "the happens date",
}
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
    waiting = When(
        value, Precision.OPEN, None, None, None, zone, basis=Basis.RELATIVE, stated=stated
    )
    start = _start(value, zone)
    if start is None:
        _check_live(value, role)
        return waiting._replace(waits_for=waiting.anchor)
    if not _is_countable(value):
        return waiting  # a finding of `check`, which knows its place
    rule = _rule(value, role)
    about = rule is not None and rule.misses_holidays
    dated = waiting._replace(counted_from=(start,), approximate=about)
    return _at(dated, _count(value, rule, start))


def count_live(waiting: When, role: Role, start: When, *, provisional: bool) -> When:
    """A date that waits for another commitment, counted from the day that this one came to.

    Where that is an interval, both ends are counted, and make an interval again.

    Args:
        start: the day, instant or interval that is counted from.
        provisional: it has not come about yet, and may still move.

    Raises:
        DateError: it cannot be counted from there, such as hours from a day.
    """
    value = waiting.value
    if not isinstance(value, Mapping) or not _is_countable(value):
        return waiting
    starts = _starts(start, waiting.zone)
    rule = _rule(value, role)
    ends = [None if one is None else _count(value, rule, one) for one in starts]
    dated = waiting._replace(
        zone=waiting.zone or (start.zone if start.at is not None else None),
        approximate=start.approximate or (rule is not None and rule.misses_holidays),
        waits_for=None,
        counted_from=tuple(one for one in starts if one is not None),
        provisional=provisional,
    )
    if len(ends) == 1 and ends[0] is not None:
        return _at(dated, ends[0])
    first, last = _side(ends[0], 0), _side(ends[-1], 1)
    if first is None and last is None:
        return waiting
    precision = Precision.OPEN if first is None or last is None else Precision.RANGE
    return dated._replace(precision=precision, first=first, last=last)


def _starts(start: When, zone: str | None) -> tuple[date | datetime | None, ...]:
    if start.at is not None:
        return (_on_clock(start.at, zone or start.zone),)
    if start.first == start.last:
        return (start.first,)
    return (start.first, start.last)


def _side(end: DayOrSide | None, place: int) -> date | None:
    """The first or the last day of what was counted."""
    match end:
        case tuple():
            return end[place]
        case datetime():
            return end.date()
        case _:
            return end


def explain_relative(when: When, role: Role) -> tuple[str, ...]:
    """How a relative date was counted, one sentence each; none while it waits."""
    value = when.value
    if not isinstance(value, Mapping) or (when.first is None and when.last is None):
        return ()
    if "within" not in value and "snap" not in value:
        return ()
    from commitrack.timing.counting import count_from  # noqa: PLC0415 - few ledgers count
    from commitrack.timing.policies import parse_rule  # noqa: PLC0415 - as above

    rule = parse_rule(value, role)
    return tuple(step for start in when.counted_from for step in count_from(start, rule).steps)


def format_relative(value: Mapping[str, object]) -> str:
    """What a relative date counts, and from where, as one would say it.

    >>> format_relative({"after": "x", "within": "10 business days", "calendar": "US"})
    '10 US business days after x'
    >>> format_relative({"after": "x", "at": "expires", "within": "P14D", "count": "frcp6"})
    '14 days after the expiry of x, frcp6'
    >>> format_relative({"after": "x", "snap": "month-start"})
    'start of the month of x'
    """
    side = "before" if "before" in value else "after"
    anchor = _anchor_words(value, side)
    within = value.get("within")
    calendar = "" if value.get("calendar") is None else str(value["calendar"])
    is_business = isinstance(within, str) and "business" in within
    parts = [f"{_length(within, calendar)} {side} {anchor}".strip()]
    if within is None and "snap" in value:
        parts = [f"{_edge(value['snap'])} of {anchor}"]
    elif "snap" in value:
        parts.append(f"then the {_edge(value['snap'])}")
    rest = [_words(value["count"])] if "count" in value else []
    rest += [calendar] if calendar and not is_business else []
    if "holidays" in value:
        rest.append(f"holidays {_words(value['holidays'])}")
    return ", ".join([*parts, *([" ".join(rest)] if rest else [])])


def _anchor_words(value: Mapping[str, object], side: str) -> str:
    anchor, at = _words(value.get(side)), value.get("at")
    if at is None:
        return anchor
    return f"{_AT_WORDS.get(str(at), at)} of {anchor}"


def _length(within: object, calendar: str) -> str:
    """`P90D` as `90 days`; what is no period stands as it is."""
    if not isinstance(within, str):
        return ""
    number, _, unit = within.partition(" ")
    if unit.startswith("business"):
        return f"{number} {calendar} {unit}" if calendar else within
    from commitrack.timing.counting_words import format_length  # noqa: PLC0415 - few are shown
    from commitrack.timing.periods import try_period  # noqa: PLC0415 - as above

    period = try_period(within)
    return within if period is None else format_length(period)


def _edge(snap: object) -> str:
    unit, _, edge = str(snap).partition("-")
    return f"{edge} of the {unit}"


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
    if len(anchors) > 1:
        message = "a relative date is after something or before something, not both"
        raise DateError(message, remedy="leave one of them away")
    start = anchors[0]
    if not isinstance(start, date):
        return None
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


def _is_countable(value: Mapping[str, object]) -> bool:
    """Whether its period, if it has one, is one."""
    if "within" not in value:
        return True
    from commitrack.timing.policies import counts  # noqa: PLC0415 - few ledgers count

    return counts(value["within"])


def _rule(value: Mapping[str, object], role: Role | None) -> "Rule | None":
    """What the table counts, and how; None where it names a side alone."""
    if "within" not in value and "snap" not in value:
        return None
    from commitrack.timing.policies import parse_rule  # noqa: PLC0415 - few ledgers count

    return parse_rule(value, role)


def _count(value: Mapping[str, object], rule: "Rule | None", start: date | datetime) -> DayOrSide:
    """What the table counts from a start."""
    if rule is None:
        return _one_side(start, value)
    clock = (start.tzinfo, start.fold) if isinstance(start, datetime) else None
    return _led_to(start, clock, rule)


@lru_cache(maxsize=2**15)
def _led_to(start: date | datetime, clock: object, rule: "Rule") -> date | datetime:  # noqa: ARG001
    """Where a rule leads to: many dates count the same from one anchor.

    Args:
        clock: tells instants apart that are equal, but belong to other days.
    """
    from commitrack.timing.counting import count_from  # noqa: PLC0415 - few ledgers count

    return count_from(start, rule).value


def _check_live(value: Mapping[str, object], role: Role | None) -> None:
    """What can be told of a table before the day that it counts from is known."""
    at = value.get("at")
    if at is not None and at not in _MOMENTS:
        message = f"`at` = {str(at)[:60]} is neither a date nor an event of another commitment"
        raise DateError(message, remedy=f"write one of: {' '.join(sorted(_MOMENTS))}")
    if _is_countable(value) and _rule(value, role) is None:
        _check_uncounted(value)


def _one_side(start: date | datetime, value: Mapping[str, object]) -> Side:
    """All of the days before a day, or after it, where nothing says how many."""
    if isinstance(start, datetime) and not isinstance(value.get("after", value.get("before")), str):
        message = "a relative date says how long before or after an instant it is"
        raise DateError(message, remedy='add within = "PT48H", or write the instant alone')
    _check_uncounted(value)
    # What follows an instant may follow on its very day.
    step = timedelta(days=0 if isinstance(start, datetime) else 1)
    day = start.date() if isinstance(start, datetime) else start
    try:
        return (day + step, None) if "after" in value else (None, day - step)
    except OverflowError as error:
        message = f"the day next to {start} leads beyond the calendar"
        raise DateError(message) from error


def _check_uncounted(value: Mapping[str, object]) -> None:
    counted = [key for key in ("calendar", "count", "holidays") if key in value]
    if counted:
        message = f"`{counted[0]}` counts nothing without `within`"
        raise DateError(message, remedy='add within = "10 business days"')


def _at(waiting: When, value: DayOrSide) -> When:
    match value:
        case tuple():
            return waiting._replace(first=value[0], last=value[1])
        case datetime():
            day = value.date()
            return waiting._replace(precision=Precision.INSTANT, first=day, last=day, at=value)
        case _:
            return waiting._replace(precision=Precision.DAY, first=value, last=value)
