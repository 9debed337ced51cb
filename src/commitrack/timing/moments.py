"""Moments: the words of `--now`, `--as-of` and `--within`, and the days that filters span."""

from datetime import date, datetime

from commitrack.domain.when import When
from commitrack.errors import DateError
from commitrack.timing.anchor import anchor_today
from commitrack.timing.bounds import END, START, WINDOW
from commitrack.timing.grammar import parse_words
from commitrack.timing.lexicon import shorten
from commitrack.timing.local_time import end_of_day, start_of_day
from commitrack.timing.now import Now, civil_day
from commitrack.timing.periods import add_period, try_period
from commitrack.timing.zones import zone_info

_TO = ".."


def parse_moment(text: str, now: Now) -> datetime:
    """The instant that the words mean, for `--now`: a day is its start.

    Raises:
        DateError: they mean none, or more than a day.
    """
    when, side = _understood(text, now)
    if when.at is not None:
        return when.at
    if when.first is None or when.first != when.last or side:
        message = f'"{shorten(text)}" is not one day'
        raise DateError(message, remedy="write a day, or a day and a time")
    return start_of_day(when.first, now.tz if when.zone is None else zone_info(when.zone))


def parse_as_of(text: str, now: Now) -> datetime:
    """The last microsecond of what the words mean, for `--as-of`; an instant stays as it is.

    Raises:
        DateError: they mean none, or have no end.
    """
    when, side = _understood(text, now)
    if when.at is not None:
        return when.at
    return end_of_day(
        _last(text, when, side), now.tz if when.zone is None else zone_info(when.zone)
    )


def parse_window(text: str, now: Now) -> date:
    """The last day of a window that starts today, itself included, for `--within`.

    Raises:
        DateError: the words mean none, or have no end.
    """
    when, side = _understood(text, now)
    return _last(text, _floating(when, now), side)


def parse_span(text: str, now: Now) -> tuple[date | None, date | None]:
    """First and last day of what a filter spans, both included; None where it is open.

    Raises:
        DateError: the words mean no days, or end before they begin.
    """
    period = try_period(text.strip().removeprefix("+"))
    if period is not None:
        return now.today(), add_period(now.today(), period)
    start, to, end = text.partition(_TO)
    # In EDTF, `2025-08-01/..`, the dots are a date's own.
    if not to or "/" in text:
        return _ends(text, now)
    if not start.strip() and not end.strip():
        message = f'"{shorten(text)}" is open at both ends'
        raise DateError(message, remedy="write 2025-08-01..2025-09-01, ..2025-08 or 2025-08..")
    first = _ends(start, now)[0] if start.strip() else None
    last = _ends(end, now)[1] if end.strip() else None
    if first and last and first > last:
        message = f'"{shorten(text)}" ends before it begins'
        raise DateError(message, remedy="write the earlier one first")
    return first, last


def _understood(text: str, now: Now) -> tuple[When, str]:
    """The date, and the side that its words bound."""
    understood = parse_words(text, anchor_today(now), fallback=now.tz)
    return understood.when, understood.side


def _floating(when: When, now: Now) -> When:
    """The date with an instant's day taken from the reader's calendar."""
    if when.at is None:
        return when
    day = civil_day(when.at, now.tz)
    return when._replace(first=day, last=day)


def _ends(text: str, now: Now) -> tuple[date | None, date | None]:
    """First and last day; "before" and "until" are open at the start, "from" at the end."""
    when, side = _understood(text, now)
    when = _floating(when, now)
    if side == START:
        return when.first, None
    if side == WINDOW:
        return now.today(), when.last
    return None if side == END else when.first, when.last


def _last(text: str, when: When, side: str) -> date:
    if when.last is None or side == START:
        message = f'"{shorten(text)}" has no end'
        raise DateError(message, remedy="write a day, or 30d")
    return when.last
