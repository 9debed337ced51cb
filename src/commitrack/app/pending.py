"""What the next shell prints: put ready by each run, so that no program need start there."""

from __future__ import annotations

import zlib
from datetime import timedelta
from math import inf
from typing import TYPE_CHECKING

from commitrack.app.reminding import shown_of
from commitrack.files.statefile import put_whole
from commitrack.report.reminder_text import MOST_PENDING, pending_text, unreadable_line

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from commitrack.app.reminding import Place
    from commitrack.remind.deciding import Reminder
    from commitrack.timing.now import Now

STOPPED_AFTER = timedelta(days=1, hours=1)
"""A daily run may be an hour late."""

_LEDGER = "# "


def prepare_pending(place: Place, unanswered: Sequence[Reminder], *, is_run: bool = True) -> None:
    """Write `pending.txt`: the second of the run, then what waits for an answer in any ledger.

    Each ledger has a part of its own, so that the runs for two of them keep both.

    Args:
        place: whose reminders they are.
        unanswered: what waits for an answer there.
        is_run: not for a mere answer, which says nothing of whether the runs go on.

    Raises:
        WriteError: it cannot be written.
    """
    second = int(place.now.at.timestamp()) if is_run else last_run(place.folder)
    if second is None:
        return  # the first run is still to come
    shown = [shown_of(place, reminder) for reminder in _nearest(unanswered)]
    faulty = place.path if place.ledger.findings else None
    text = pending_text(shown, len(unanswered), place.now, faulty)
    _put(place.folder, place.path, second, text)


def pend_unreadable(folder: Path, ledger: Path, now: Now) -> None:
    """Say in the next shell that nothing of a ledger can be read, above what waited before.

    Raises:
        WriteError: it cannot be written.
    """
    line = unreadable_line(ledger)
    before = _body(_part(folder, ledger)).removeprefix(line)
    _put(folder, ledger, int(now.at.timestamp()), f"{line}{before}")


def _put(folder: Path, ledger: Path, second: int, text: str) -> None:
    mine = _part(folder, ledger)
    if text or mine.exists():
        put_whole(mine, f"{_LEDGER}{str(ledger)!r}\n{text}")
    others = [part for part in _others(mine.parent) if part != mine]
    body = "\n".join(part for part in (text, *map(_body, others)) if part)
    put_whole(pending_file(folder), f"# {second}\n{body}")


def _part(folder: Path, ledger: Path) -> Path:
    number = zlib.crc32(str(ledger).encode("utf-8", "replace"))
    return folder / "pending" / f"{number:08x}.txt"


def _nearest(unanswered: Sequence[Reminder]) -> list[Reminder]:
    """As many as are shown, in their order: today's never stands behind what is long past."""
    chosen = sorted(range(len(unanswered)), key=lambda place: _distance(unanswered[place]))
    return [unanswered[place] for place in sorted(chosen[:MOST_PENDING])]


def _distance(reminder: Reminder) -> float:
    """Days from today, ahead or past; what has no day stands behind all that has one."""
    item = reminder.candidate.item
    days = item.review.days_left if item.date is None and item.review else item.days_left
    return inf if days is None else abs(days)


def pending_file(folder: Path) -> Path:
    """Where a shell finds it."""
    return folder / "pending.txt"


def last_run(folder: Path) -> int | None:
    """The second of the last run, as `pending.txt` tells; None where there was none."""
    try:
        with pending_file(folder).open(encoding="utf-8") as file:
            return int(file.readline(40).removeprefix("# "))
    except (OSError, ValueError):
        return None


def _others(parts: Path) -> list[Path]:
    try:
        return sorted(part for part in parts.iterdir() if part.suffix == ".txt")
    except OSError:
        return []


def _body(part: Path) -> str:
    """The text of another ledger's part; nothing once that ledger is gone."""
    try:
        first, _, text = part.read_text("utf-8").partition("\n")
    except (OSError, UnicodeDecodeError):
        return ""
    return text if _is_there(first.removeprefix(_LEDGER)) else ""


def _is_there(quoted: str) -> bool:
    from ast import literal_eval  # noqa: PLC0415  # only with several ledgers
    from pathlib import Path  # noqa: PLC0415

    try:
        return Path(str(literal_eval(quoted))).exists()
    except (ValueError, SyntaxError, OSError):
        return False
