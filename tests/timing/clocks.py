"""Values that the tests of time share: a now, and dates as a ledger has them."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import TypeVar

from commitrack.domain.when import When
from commitrack.errors import DateError
from commitrack.timing.anchor import Anchor
from commitrack.timing.now import Now
from commitrack.timing.values import parse_value
from commitrack.timing.zones import zone_info

T = TypeVar("T")

READERS = ("Asia/Seoul", "America/New_York", "Pacific/Honolulu", "Pacific/Kiritimati", "UTC")


def now_at(at: str, zone: str = "UTC") -> Now:
    return Now(datetime.fromisoformat(at).astimezone(UTC), zone_info(zone), zone)


def instant(text: str, zone: str | None = None) -> When:
    return parse_value(datetime.fromisoformat(text), zone)


def day(text: str) -> When:
    return parse_value(date.fromisoformat(text), None)


def attempt(make: Callable[[], T]) -> T | DateError:
    """What is made, or the refusal; any other exception is a bug, and fails the test."""
    try:
        return make()
    except DateError as error:
        return error


SEOUL = now_at("2025-07-08T09:00+09:00", "Asia/Seoul")
SAID = Anchor(date(2025, 7, 7), "it was said", SEOUL)
