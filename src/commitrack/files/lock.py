"""One writer at a time."""

import os
import stat
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

from commitrack.errors import LockedError
from commitrack.files.companion import Companion
from commitrack.files.journal import recall
from commitrack.files.refusal import NOTHING_WRITTEN

if TYPE_CHECKING:
    from filelock import BaseFileLock

LOCK_TIMEOUT_S = 10.0
POLL_S = 0.01
_GIVE_WAY_S = 0.015  # longer than a waiting process takes to ask once more


@contextmanager
def locked(beside: Companion, timeout_s: float = LOCK_TIMEOUT_S) -> Iterator[None]:
    """Hold the ledger's lock, which the system lets go when the process dies.

    Args:
        beside: the ledger's companion, its folder made.
        timeout_s: how long to wait for another process.

    Raises:
        LockedError: another process holds it all that time.
        OSError: the lock file cannot be opened, or the file system knows no locks. There is no
            fallback: a lock that a dead process leaves behind is worse than a refusal.
    """
    _give_way(beside)
    lock = _acquired(beside, timeout_s)
    try:
        yield
    finally:
        with suppress(OSError):  # what was written is written; the system unlocks when we end
            lock.release()


def _give_way(beside: Companion) -> None:
    """Let the others have a turn when the last write was ours.

    A process that writes again and again would otherwise take the lock back before anybody who
    waits has asked: on a slow disk eight of them wait six seconds for a turn (tried).
    """
    note = recall(beside)
    if note is not None and note.writer == os.getpid():
        time.sleep(_GIVE_WAY_S)


def _acquired(beside: Companion, timeout_s: float) -> "BaseFileLock":
    from filelock import FileLock, Timeout  # noqa: PLC0415  only writers pay for it

    lock = FileLock(beside.lock, mode=_mode(beside), fallback_to_soft=False)
    try:
        lock.acquire(timeout=timeout_s, poll_interval=POLL_S)
    except Timeout:
        who = f"another process has been writing {beside.ledger} for {timeout_s:g} s"
        message = f"{who}; {NOTHING_WRITTEN}"
        raise LockedError(message, remedy="try again when it is done") from None
    return lock


def _mode(beside: Companion) -> int:
    """Who may write beside the ledger may lock it."""
    return stat.S_IMODE(beside.folder.stat().st_mode) & 0o666 | 0o600
