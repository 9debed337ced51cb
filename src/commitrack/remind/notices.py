"""What is wrong with the state itself, each thing said once."""

from datetime import datetime, timedelta

from commitrack.remind.facts import BROKEN_LINES, CLOCK, NOTICED, Fact, Facts, latest_stamp, stamp

_SLACK = timedelta(minutes=2)
"""By so much a clock is put right every day."""


def find_notices(facts: Facts, now: datetime) -> list[Fact]:
    """What has not been noticed yet: lines that cannot be read, a clock that jumped back."""
    noticed = {fact.about: fact.value for fact in facts.facts if fact.fact == NOTICED}
    found = []
    if facts.broken and str(facts.broken) != noticed.get(BROKEN_LINES):
        found.append((BROKEN_LINES, str(facts.broken)))
    latest = latest_stamp(fact for fact in facts.facts if fact.fact != NOTICED)
    if latest > stamp(now + _SLACK) and latest != noticed.get(CLOCK):
        found.append((CLOCK, latest))
    return [Fact(NOTICED, stamp(now), about=about, value=value) for about, value in found]


def notice_words(notice: Fact, file: str) -> str:
    """A notice as it is said to a person."""
    if notice.about == BROKEN_LINES:
        lines = "1 line" if notice.value == "1" else f"{notice.value} lines"
        return f"{file}: {lines} cannot be read; what stood there may be said once more"
    return (
        f"{file}: the clock was at {notice.value} before, and is behind that now; "
        "nothing is lost, something may be said once more"
    )
