"""Instants: a time of day among the words of a date, and the clock that it is read from."""

import re
from datetime import UTC, date, datetime, time, timedelta, timezone, tzinfo
from typing import NamedTuple

from commitrack.errors import DateError
from commitrack.timing.display import format_clock, plain_day
from commitrack.timing.local_time import bounded, resolve_in, resolve_local
from commitrack.timing.tokens import Token
from commitrack.timing.zones import (
    abbreviation,
    format_offset,
    offset_fits,
    place_name,
    whole_offset,
    zone_info,
)

_NOON_HOUR = 12
_TIME_KINDS = frozenset({"clock", "half", "midnight", "offset", "zone", "abbr"})
# "at 5 pm in Seoul": words that only join a clock to its day.
_JOINTS = {"at": {"number", "dotted", *_TIME_KINDS}, "in": {"zone"}}
# "17.00 CEST", "5.30 pm": what makes a time of figures with a full stop.
_AFTER_DOTTED = frozenset({"half", "offset", "zone", "abbr"})
_EXAMPLE = "America/New_York"


class Clock(NamedTuple):
    """A time of day and what says on whose clock; each may be missing."""

    reading: time | None = None
    offset: timedelta | None = None
    zone: str | None = None
    abbr: str | None = None
    abbr_zones: tuple[str, ...] = ()
    midnight: str = ""
    part: Token | None = None


def split_clock(tokens: list[Token]) -> tuple[list[Token], Clock]:
    """The tokens of the day, and the clock that the others make.

    Raises:
        DateError: there are two times or two zones, or a time that no clock shows.
    """
    tokens, part = _split_part(tokens)
    day, clock, seen = [], Clock(part=part), set[str]()
    for index, token in enumerate(tokens):
        follows = tokens[index + 1].kind if index + 1 < len(tokens) else ""
        # "5 pm": the number belongs to its half of the day.
        if token.kind == "dotted" and follows in _AFTER_DOTTED:
            clock = _with(clock, token._replace(kind="clock"), seen)
        elif token.kind == "number" and follows == "half":
            clock = clock._replace(reading=_hour(token))
        elif token.kind == "time" and index and tokens[index - 1].kind == "zone":
            continue
        elif token.kind in _TIME_KINDS:
            clock = _with(clock, token, seen)
        elif not (token.kind in _JOINTS and follows in _JOINTS[token.kind]):
            day.append(token)
    return day, clock


def _split_part(tokens: list[Token]) -> tuple[list[Token], Token | None]:
    """The tokens without "morning" and the like, and without "o'clock" before "p.m.".

    Raises:
        DateError: there are two parts of a day.
    """
    parts = [token for token in tokens if token.kind == "daypart"]
    if len(parts) > 1:
        message = f"{parts[1].text} is one too many"
        raise DateError(message, remedy="give one day, and its part or its time")
    kinds = "".join(f"{token.kind} " for token in tokens)
    kept = list(tokens)
    if match := re.search(r"(?<=\bnumber )oclock (?=half )", kinds):
        del kept[kinds[: match.start()].count(" ")]
    if match := re.search(r"\b((at |in )?(the )?)?daypart (of )?", kinds):
        first = kinds[: match.start()].count(" ")
        named = parts[0].value.get("day") if isinstance(parts[0].value, dict) else None
        day = [] if named is None else [parts[0]._replace(kind="day", value=named)]
        kept[first : first + match[0].count(" ")] = day
    return kept, parts[0] if parts else None


def instant(day: date, clock: Clock, fallback: tzinfo | None = None) -> tuple[datetime, str | None]:
    """The instant of a clock's time on a day, with its offset; and its zone, where it has one.

    Raises:
        DateError: it is midnight, which could be two instants; it is not said where; or offset,
            abbreviation and zone do not fit one another.
    """
    if clock.midnight:
        raise _which_midnight(day, clock.midnight)
    _check_part(clock)
    wall, zone = datetime.combine(day, clock.reading or time()), clock.zone
    if clock.offset is not None:
        at = bounded(wall.replace(tzinfo=timezone(clock.offset)))
        _check_offset(at, zone)
        return at, zone
    if clock.abbr is not None:
        zone = zone or _only_zone(clock)
        return _by_abbreviation(wall, clock.abbr, zone), zone
    if zone is not None:
        return resolve_local(wall, zone), zone
    if fallback is None:
        message = f"{format_clock(wall)} where?"
        raise DateError(message, remedy=f"add {_EXAMPLE}")
    return resolve_in(wall, fallback, None), None


def _check_part(clock: Clock) -> None:
    """Whether the time lies in the part of the day that stands beside it."""
    if clock.part is None or clock.reading is None or not isinstance(clock.part.value, dict):
        return
    hours = clock.part.value
    if not hours["from"] <= clock.reading.hour < hours["to"]:
        message = (
            f"{format_clock(datetime.combine(date.min, clock.reading))} in the {clock.part.text}?"
        )
        raise DateError(message, remedy="give the time alone")


def _which_midnight(day: date, word: str) -> DateError:
    after = day if day == date.max else day + timedelta(days=1)
    message = f"{word} on {plain_day(day)} is the start of that day, or its end?"
    return DateError(message, remedy=f"write {day.isoformat()} 00:00 or {after.isoformat()} 00:00")


def _with(clock: Clock, token: Token, seen: set[str]) -> Clock:
    kind = token.kind
    if kind in seen:
        message = f"{token.text} is one too many"
        raise DateError(message, remedy="give one time and one zone")
    seen.add(kind)
    match kind, token.value:
        case "clock", time() as value:
            return clock._replace(reading=value)
        case "half", int() as hours:
            return clock._replace(reading=_half(clock.reading, hours, token))
        case "offset", timedelta() as offset:
            return clock._replace(offset=offset)
        case "zone", str() as zone:
            return clock._replace(zone=zone)
        case "abbr", (str() as name, list() as zones):
            return clock._replace(abbr=name, abbr_zones=tuple(zones))
        case _:
            return clock._replace(midnight=token.text, reading=time())


def _hour(token: Token) -> time:
    if not isinstance(token.value, int) or not 1 <= token.value <= _NOON_HOUR:
        message = f"{token.text} is not an hour of a clock of twelve"
        raise DateError(message)
    return time(token.value)


def _half(clock: time | None, hours: int, token: Token) -> time:
    """The time of day of a clock of twelve: 12:01 a.m. is 00:01, 12 p.m. is noon."""
    if clock is None or not 1 <= clock.hour <= _NOON_HOUR:
        message = f"{token.text} goes with an hour from 1 to 12"
        raise DateError(message, remedy="write 5 pm or 17:00")
    return clock.replace(hour=clock.hour % _NOON_HOUR + hours)


def _check_offset(at: datetime, zone: str | None) -> None:
    if zone is None or offset_fits(at, zone):
        return
    right = at.astimezone(zone_info(zone))
    message = f"{format_offset(at.utcoffset())} does not fit {plain_day(at.date())} in {zone}"
    name = abbreviation(right, zone)
    raise DateError(message, remedy=f"write {format_offset(right.utcoffset())} ({name})")


def _only_zone(clock: Clock) -> str:
    if len(clock.abbr_zones) > 1:
        names = " or ".join(place_name(zone) for zone in clock.abbr_zones)
        message = f"{clock.abbr} is the clock of more than one zone"
        raise DateError(message, remedy=f"write {names} in its place")
    return clock.abbr_zones[0]


def _by_abbreviation(wall: datetime, abbr: str, zone: str) -> datetime:
    """The reading whose clock goes by that name: it also tells apart an hour that comes twice."""
    tz = zone_info(zone)
    bounded(wall.replace(tzinfo=UTC))
    for fold in (0, 1):
        local = wall.replace(tzinfo=tz, fold=fold)
        is_real = local.astimezone(UTC).astimezone(tz).replace(tzinfo=None) == wall
        if is_real and abbreviation(local, zone).upper() == abbr:
            return wall.replace(tzinfo=timezone(whole_offset(local)))
    right = abbreviation(resolve_in(wall, tz, zone), zone)
    message = f"{place_name(zone)} is not on {abbr} on {plain_day(wall.date())}, but on {right}"
    raise DateError(message, remedy=f"write {right}")
