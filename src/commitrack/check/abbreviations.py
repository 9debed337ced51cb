"""Abbreviations of clocks in the words of a date, such as EDT, against the instant itself."""

import re
from collections.abc import Iterator
from datetime import datetime, time, timedelta, timezone

from commitrack.check.faults import warning
from commitrack.check.rows import Record
from commitrack.domain.finding import Finding
from commitrack.domain.when import Role, When
from commitrack.timing.values import format_value
from commitrack.timing.zones import abbreviation, abbreviation_fits, zone_info

# Minutes from UTC; several where clocks share letters.
_OFFSETS = {
    "EST": (-300,), "EDT": (-240,), "CST": (-360, 480), "CDT": (-300,), "MST": (-420,),
    "MDT": (-360,), "PST": (-480,), "PDT": (-420,), "AKST": (-540,), "AKDT": (-480,),
    "HST": (-600,), "AST": (-240, 180), "ADT": (-180,), "NST": (-210,), "NDT": (-150,),
    "UTC": (0,), "GMT": (0,), "BST": (60, 360), "WET": (0,), "WEST": (60,), "CET": (60,),
    "CEST": (120,), "EET": (120,), "EEST": (180,), "MSK": (180,), "IST": (330, 60, 120),
    "KST": (540,), "JST": (540,), "HKT": (480,), "AWST": (480,), "ACST": (570,),
    "ACDT": (630,), "AEST": (600,), "AEDT": (660,), "NZST": (720,), "NZDT": (780,),
}  # fmt: skip
_NAME = re.compile(rf"\b(?:{'|'.join(_OFFSETS)})\b")
_CLOCK = re.compile(
    r"\b([0-9]{1,2})(?:[:.h]([0-9]{2}))?\s?(?:([ap])\.?\s?m\.?)?\s?\Z", re.IGNORECASE
)
_NOON, _HOUR = 12, 60
_HOURS, _MINUTES = 24, 60


def find_misfit_abbreviations(record: Record) -> Iterator[Finding]:
    """Words such as "EDT" that fit none of the dates of their statement."""
    for statement, row in record.statements():
        words = row.table.get("stated")
        if not isinstance(words, str):
            continue
        dated = [(role, when, at) for role, when in statement.dates if (at := _instant(when))]
        if not dated:
            continue
        misfits = [name for name in _NAME.finditer(words) if _fits_none(name, words, dated)]
        if misfits and len(misfits) == len(_NAME.findall(words)):
            yield _misfit(row.at("stated"), misfits[0][0], *dated[0])


def _instant(when: When) -> datetime | None:
    """The instant on the clock that rules it; of a day with a zone, its noon."""
    if when.at is not None:
        return when.at if when.zone is None else when.at.astimezone(zone_info(when.zone))
    if when.zone is None or when.first is None or when.first != when.last:
        return None
    return datetime.combine(when.first, time(_NOON), zone_info(when.zone))


def _fits_none(name: re.Match[str], words: str, dated: list[tuple[Role, When, datetime]]) -> bool:
    return all(_is_misfit(name, words, when, at) for _, when, at in dated)


def _is_misfit(name: re.Match[str], words: str, when: When, at: datetime) -> bool:
    """Whether the letters cannot belong to the instant.

    They may name another clock, as in "13:01 KST" of what is kept in Washington's time; so they are
    only wrong if the hour before them is not that clock's, or if they are this zone's own letters
    in the other half of the year.
    """
    if _minutes(at) in _OFFSETS[name[0]]:
        return False
    if when.zone is not None and abbreviation_fits(name[0], at, when.zone):
        return False
    clock = _clock_before(words, name.start()) if when.at is not None else None
    if clock is None:
        return _is_of_other_season(name[0], when, at)
    there = (timezone(timedelta(minutes=offset)) for offset in _OFFSETS[name[0]])
    return all((at.astimezone(tz).hour, at.astimezone(tz).minute) != clock for tz in there)


def _is_of_other_season(name: str, when: When, at: datetime) -> bool:
    if when.zone is None:
        return any(abs(offset - _minutes(at)) == _HOUR for offset in _OFFSETS[name])
    return any(
        abbreviation_fits(name, at.replace(month=month, day=15), when.zone) for month in (1, 7)
    )


def _clock_before(words: str, end: int) -> tuple[int, int] | None:
    """The hour and minute that stand right before a place in the words."""
    found = _CLOCK.search(words[max(0, end - 20) : end])
    if found is None:
        return None
    hour, minute, half = int(found[1]), int(found[2] or 0), (found[3] or "").lower()
    if half:
        hour = hour % _NOON + (_NOON if half == "p" else 0)
    return (hour, minute) if hour < _HOURS and minute < _MINUTES else None


def _minutes(at: datetime) -> int:
    return round((at.utcoffset() or timedelta()).total_seconds() / 60)


def _misfit(
    path: tuple[str | int, ...], name: str, role: Role, when: When, at: datetime
) -> Finding:
    clock = abbreviation(at, when.zone)
    where = f"the clock of {when.zone}" if when.zone else "its clock"
    message = f"{name} does not fit {role} = {format_value(when.value)}: {where} is at {clock} then"
    hint = "mend the date or the words; if the source itself has it so, say that in a note"
    return warning("abbreviation-misfit", path, message, hint)
