"""Start-up: a listing pays for no library that it does not use."""

import subprocess
import sys

import pytest

LISTING = """
import sys
from datetime import date, datetime, UTC
from commitrack.domain.when import Role
from commitrack.timing.countdown import count, countdown_words
from commitrack.timing.display import format_when
from commitrack.timing.now import Now
from commitrack.timing.values import parse_value
from commitrack.timing.zones import reader_zone
tz, name = reader_zone(None, "")
now = Now(datetime(2025, 7, 8, tzinfo=UTC), tz, name)
for value in (date(2025, 8, 1), datetime(2025, 8, 1, 4, 1, tzinfo=UTC), "2025-Q3", "2025-09~/.."):
    when = parse_value(value, None)
    count(when, Role.DUE, now), countdown_words(when, Role.DUE, now), format_when(when)
print(sorted({"pendulum", "zoneinfo", "tomli", "difflib", "unicodedata"} & set(sys.modules)))
"""


@pytest.mark.slow
def test_a_listing_loads_neither_pendulum_nor_zones_nor_words() -> None:
    run = subprocess.run(
        [sys.executable, "-c", LISTING], capture_output=True, text=True, check=True
    )

    assert run.stdout.strip() == "[]"
