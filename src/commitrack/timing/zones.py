"""Zones: the reader's, and those that sources name; `zoneinfo` is loaded when one is needed."""

from datetime import UTC, datetime, timedelta, tzinfo
from functools import lru_cache
from pathlib import Path

from commitrack.errors import DateError

_UTC_NAMES = frozenset({"UTC", "Etc/UTC", "Etc/UCT", "Etc/Zulu", "UCT", "Zulu"})
# Files of the zone database that are no zone, and copies of it that count leap seconds.
_NO_ZONES = frozenset({"localtime", "posixrules", "Factory"})
_NO_FOLDERS = ("posix/", "right/")
_LOCALTIME = Path("/etc/localtime")


@lru_cache(maxsize=64)
def zone_info(name: str) -> tzinfo:
    """The clock of an IANA zone.

    Raises:
        DateError: there is no such zone; the remedy names the nearest.
    """
    if name in _UTC_NAMES:
        return UTC
    found = _load(name)
    if found is None:
        message = f"{name[:60]} is not a time zone"
        raise DateError(message, remedy=_nearest(name))
    return found


def find_zone(name: str) -> str:
    """The IANA name of a zone, given as such or as a place, in any case.

    >>> find_zone("washington"), find_zone("asia/seoul"), find_zone("utc")
    ('America/New_York', 'Asia/Seoul', 'UTC')

    Raises:
        DateError: it is neither; the remedy names the nearest.
    """
    from commitrack.timing.places import fold, places  # noqa: PLC0415 - names of places only

    name = name.strip()
    if name.upper() in _UTC_NAMES or name in _UTC_NAMES:
        return "UTC"
    # Names with a slash are IANA's own; others are places first: "Singapore" is an old link.
    known = None if "/" in name else places().zones.get(fold(name))
    if known is not None:
        return known
    if _has_usual_case(name) and _load(name) is not None:
        return name
    spelled = _all_zones().get(name.lower())
    if spelled is None:
        message = f"{name[:60]} is not a time zone or a place that is known here"
        raise DateError(message, remedy=_nearest(name))
    return spelled


def reader_zone(tz_option: str | None, tz_env: str | None) -> tuple[tzinfo, str | None]:
    """The reader's zone and its IANA name, if it has one: `--tz`, else `TZ`, else the system's.

    Raises:
        DateError: the option or the variable is no zone.
    """
    if tz_option is not None:
        return _named(find_zone(tz_option))
    if tz_env is None:
        return system_zone()
    # POSIX: a leading colon means a name of the system's own; an empty value means UTC.
    value = tz_env.strip().removeprefix(":")
    if value.startswith("/"):
        return system_zone(Path(value))
    try:
        return _named(find_zone(value) if value else "UTC")
    except DateError as error:
        message = f"TZ={tz_env[:60]} names no time zone"
        raise DateError(message, remedy=error.remedy) from error


def system_zone(localtime: Path = _LOCALTIME) -> tuple[tzinfo, str | None]:
    """The zone that a link into the zone database names, or its rules alone without a name."""
    try:
        links = (str(localtime.readlink()) if localtime.is_symlink() else "", str(localtime))
        for link in (*links, str(localtime.resolve())):
            name = link.partition("zoneinfo/")[2]
            for folder in _NO_FOLDERS:
                name = name.removeprefix(folder)
            if name and (name in _UTC_NAMES or _load(name) is not None):
                return _named(name)
        return _from_file(localtime), None
    except (OSError, ValueError):
        from commitrack.timing.clock import system_offset  # noqa: PLC0415 - the last resort

        return system_offset(), None


def place_name(zone: str) -> str:
    """The name of a place for a zone: its capital, where one is known.

    >>> place_name("America/New_York"), place_name("America/St_Johns")
    ('Washington', 'St Johns')
    """
    from commitrack.timing.places import places  # noqa: PLC0415 - names of places only

    return places().shown.get(zone) or zone.rpartition("/")[2].replace("_", " ")


def abbreviation(at: datetime, zone: str | None) -> str:
    """What the zone's clock is called then: "EDT", or "UTC+9" where it has no letters."""
    local = at if zone is None else at.astimezone(zone_info(zone))
    name = local.tzname() or ""
    return name if name.isalpha() else "UTC" + format_offset(local.utcoffset(), short=True)


def abbreviation_fits(abbr: str, at: datetime, zone: str) -> bool:
    """Whether the zone's clock goes by that abbreviation at that instant."""
    return abbreviation(at, zone).upper() == abbr.upper()


def offset_fits(at: datetime, zone: str) -> bool:
    """Whether the offset written is the one that the zone has at that instant."""
    return at.utcoffset() == whole_offset(at.astimezone(zone_info(zone)))


def whole_offset(local: datetime) -> timedelta:
    """The offset of a local time, to the minute.

    Before standard time, offsets had seconds, which neither TOML nor RFC 3339 can write.
    """
    offset = local.utcoffset() or timedelta()
    return timedelta(minutes=round(offset.total_seconds() / 60))


def format_offset(offset: timedelta | None, *, short: bool = False) -> str:
    """An offset from UTC, as `-04:00`, or short as `-4` and `+5:30`."""
    minutes = round((offset or timedelta()).total_seconds() / 60)
    sign, (hour, minute) = "-" if minutes < 0 else "+", divmod(abs(minutes), 60)
    if not short:
        return f"{sign}{hour:02}:{minute:02}"
    return f"{sign}{hour}:{minute:02}" if minute else f"{sign}{hour}"


def _named(zone: str) -> tuple[tzinfo, str]:
    return zone_info(zone), "UTC" if zone in _UTC_NAMES else zone


def _load(name: str) -> tzinfo | None:
    from zoneinfo import ZoneInfo  # noqa: PLC0415 - 3 ms that many a listing does not need

    if name in _NO_ZONES or name.startswith(_NO_FOLDERS):
        return None
    try:
        return ZoneInfo(name)
    except (KeyError, ValueError, OSError):
        # Not found; a path out of the database; a folder, a name too long.
        return None


def _from_file(path: Path) -> tzinfo:
    from zoneinfo import ZoneInfo  # noqa: PLC0415 - as above

    with path.open("rb") as file:
        return ZoneInfo.from_file(file)


def _has_usual_case(name: str) -> bool:
    """False for what a file system that ignores case would wrongly find as it is written."""
    parts = name.split("/")
    return all(part[:1].isupper() for part in parts) and (len(parts) == 1 or not name.isupper())


def _all_zones() -> dict[str, str]:
    from zoneinfo import available_timezones  # noqa: PLC0415 - walks the database: misspelt names

    names = sorted(available_timezones() - _NO_ZONES)
    return {name.lower(): name for name in names}


def _nearest(name: str) -> str:
    from difflib import get_close_matches  # noqa: PLC0415 - only where something is wrong

    from commitrack.timing.places import fold, places  # noqa: PLC0415 - names of places only

    folded = fold(name)
    if folded in places().zones:
        return f"write {places().zones[folded]}"
    known = _all_zones() | {place: place.title() for place in places().zones}
    close = get_close_matches(folded[:60].replace(" ", "_"), known, n=1, cutoff=0.7)
    return f"did you mean {known[close[0]]}?" if close else "write it as America/New_York"
