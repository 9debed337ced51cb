"""What the next shell prints: put ready by each run, so that no program need start there."""

from __future__ import annotations

import zlib
from datetime import timedelta
from typing import TYPE_CHECKING

from commitrack.app.reminding import shown_of
from commitrack.files.statefile import put_whole
from commitrack.report.reminder_text import MOST_PENDING, pending_text

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from commitrack.app.reminding import Place
    from commitrack.remind.deciding import Reminder

STOPPED_AFTER = timedelta(days=1, hours=1)
"""A daily run may be an hour late."""

_LEDGER = "# "


def prepare_pending(place: Place, unanswered: Sequence[Reminder]) -> None:
    """Write `pending.txt`: the second of the run, then what waits for an answer in any ledger.

    Each ledger has a part of its own, so that the runs for two of them keep both.

    Raises:
        WriteError: it cannot be written.
    """
    parts = place.folder / "pending"
    mine = parts / f"{zlib.crc32(place.key.encode('utf-8', 'replace')):08x}.txt"
    shown = [shown_of(place, reminder) for reminder in unanswered[:MOST_PENDING]]
    text = pending_text(shown, len(unanswered), place.now)
    if text or mine.exists():
        put_whole(mine, f"{_LEDGER}{place.key!r}\n{text}")
    others = [part for part in _others(parts) if part != mine]
    body = "\n".join(part for part in (text, *map(_body, others)) if part)
    put_whole(pending_file(place.folder), f"# {int(place.now.at.timestamp())}\n{body}")


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
