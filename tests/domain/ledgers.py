"""What the tests of folding share: small ledgers as TOML text, and where they stand on a day."""

from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from commitrack.domain.fold import fold
from commitrack.domain.standing import DateStanding, Standing
from commitrack.domain.when import Role
from commitrack.ledger.reading import Ledger, read_ledger

LATER = "2035-01-01"
"""A day by which everything that a test writes down has happened."""


def base(kind: str, *keys: str) -> str:
    """Write the base record of the commitment `x`, entered on 1 January 2025 unless it says so."""
    recorded = () if any(key.startswith("recorded") for key in keys) else ("recorded = 2025-01-01",)
    return "\n".join(["[commitment.x]", 'title = "X"', f'kind = "{kind}"', *keys, *recorded, ""])


def event(kind: str, on: str, *keys: str) -> str:
    """Write an event of `x`."""
    header = ["[[commitment.x.event]]", f'type = "{kind}"', f"on = {on}"]
    return "\n".join([*header, *keys, "recorded = 2025-12-31", ""])


def ledger(*blocks: str) -> Ledger:
    return read_ledger("format = 1\n" + "\n".join(blocks), "commitments.toml")


def end_of(day: str, zone: str = "UTC") -> datetime:
    """Give the last instant of a day, which is what `--as-of` makes of it."""
    return datetime.combine(date.fromisoformat(day), time.max, ZoneInfo(zone))


def fold_maybe(*blocks: str, now: datetime | None = None) -> Standing | None:
    """Fold the one commitment, by default when everything has happened."""
    (commitment,) = ledger(*blocks).commitments
    return fold(commitment, now or end_of(LATER))


def fold_text(*blocks: str, now: datetime | None = None) -> Standing:
    """Fold the one commitment that has been made by now."""
    standing = fold_maybe(*blocks, now=now)
    assert standing is not None
    return standing


def dated(standing: Standing, role: str) -> DateStanding:
    """Give the date of one role."""
    (found,) = (one for one in standing.dates if one.role == Role(role))
    return found


def first_day(standing: Standing, role: str) -> str | None:
    """Give the first day of the date in force, None when none is."""
    when = dated(standing, role).when
    return str(when.first) if when and when.first else None
