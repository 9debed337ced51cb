"""Local time: a wall clock's reading in a zone, resolved to the one instant that it is."""

from datetime import UTC, date, datetime, time, timedelta, timezone, tzinfo

from commitrack.errors import DateError
from commitrack.timing.display import format_clock, format_day
from commitrack.timing.zones import format_offset, whole_offset, zone_info

# So far from the ends of the calendar, no zone's clock runs over them.
_FIRST, _LAST = date.min + timedelta(days=2), date.max - timedelta(days=2)


def resolve_local(wall: datetime, zone: str) -> datetime:
    """The instant of a wall clock's reading in an IANA zone, with the offset it has there.

    Raises:
        DateError: the clock skips that reading or shows it twice; there is no such zone.
    """
    return resolve_in(wall, zone_info(zone), zone)


def resolve_in(wall: datetime, tz: tzinfo, zone: str | None) -> datetime:
    """The same for a zone at hand, whose name, for what is said of it, may be unknown."""
    early, late = wall.replace(tzinfo=tz, fold=0), wall.replace(tzinfo=tz, fold=1)
    offsets = whole_offset(early), whole_offset(late)
    if offsets[0] != offsets[1]:
        raise _undecided(wall, zone or "this zone", offsets)
    return bounded(wall.replace(tzinfo=timezone(offsets[0])))


def bounded(at: datetime) -> datetime:
    """An instant that can be shown on every clock of the world.

    Raises:
        DateError: it lies at the very ends of the calendar.
    """
    if not _FIRST <= at.date() <= _LAST:
        message = f"{at.replace(tzinfo=None).isoformat()} is too near the end of the calendar"
        raise DateError(message)
    return at


def start_of_day(day: date, tz: tzinfo) -> datetime:
    """The first instant of a civil day, in UTC; where midnight is skipped, the one after it.

    Raises:
        DateError: the day lies at the very ends of the calendar.
    """
    return bounded(datetime.combine(day, time(), tz)).astimezone(UTC)


def end_of_day(day: date, tz: tzinfo) -> datetime:
    """The last microsecond of a civil day, in UTC.

    Raises:
        DateError: the day lies at the very ends of the calendar.
    """
    bounded(datetime.combine(day, time(), tz))
    return start_of_day(day + timedelta(days=1), tz) - timedelta(microseconds=1)


def _undecided(wall: datetime, zone: str, offsets: tuple[timedelta, timedelta]) -> DateError:
    # In a gap the offset grows from the earlier reading to the later one.
    what = "does not exist" if offsets[0] < offsets[1] else "comes twice"
    first, second = (format_offset(offset) for offset in offsets)
    moment = f"{format_clock(wall)} on {format_day(wall.date())}"
    return DateError(
        f"{moment} {what} in {zone}: its clock is changed then",
        remedy=f"write the offset, {first} or {second}",
    )
