"""Plain moments: an ISO day or date-time for `--now`, understood without the grammar.

Scripts and cron write these; the grammar, which gives the same answer, costs a start 3 ms.
"""

from datetime import date, datetime, timezone

from commitrack.errors import DateError
from commitrack.timing.iso import try_date_time
from commitrack.timing.local_time import bounded, resolve_in, start_of_day
from commitrack.timing.now import Now

_DAY = "0000-00-00"
_DIGITS = str.maketrans("123456789", "000000000")


def try_plain_day(text: str) -> date | None:
    """The day that is written as in ISO 8601; None where only the grammar can tell, or refuse it.

    >>> try_plain_day("2025-07-08"), try_plain_day("8 jul"), try_plain_day("2025-02-30")
    (datetime.date(2025, 7, 8), None, None)
    """
    try:
        return date.fromisoformat(text) if text.translate(_DIGITS) == _DAY else None
    except ValueError:
        return None  # the grammar says what is wrong


def try_plain_moment(text: str, now: Now) -> datetime | None:
    """The instant that the text means; None where only the grammar can tell, or refuse it.

    >>> from datetime import UTC
    >>> now = Now(datetime(2025, 7, 8, tzinfo=UTC), UTC)
    >>> try_plain_moment("2025-07-08T09:00+09:00", now).isoformat()
    '2025-07-08T09:00:00+09:00'
    """
    try:
        if text.translate(_DIGITS) == _DAY:
            return start_of_day(date.fromisoformat(text), now.tz)
        parts = try_date_time(text)
        if parts is None or parts.zone is not None:
            return None
        wall = datetime.combine(date.fromisoformat(parts.day), parts.clock)
        if parts.offset is None:
            return resolve_in(wall, now.tz, now.zone)
        return bounded(wall.replace(tzinfo=timezone(parts.offset)))
    except (ValueError, DateError):
        return None  # the grammar says what is wrong
