"""The one way to write a ledger: the new whole is made beside the old and put in its place."""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from functools import partial
from pathlib import Path
from typing import NamedTuple

from commitrack.errors import WriteError
from commitrack.files.attributes import take_after
from commitrack.files.before import NO_LINKS, keep_before, previous
from commitrack.files.companion import Companion
from commitrack.files.durable import discard, sync_folder, write_new
from commitrack.files.identity import (
    keeps_changing,
    missing,
    read_whole,
    require_regular,
    require_writable,
    settle,
)
from commitrack.files.journal import Note, digest, note_write, recall
from commitrack.files.lock import LOCK_TIMEOUT_S, locked
from commitrack.files.refusal import AS_IT_WAS, NOTHING_WRITTEN, refusing

_ROUNDS = 40


class LedgerExistsError(WriteError):
    """A new ledger was to be made where there is a file already."""

    code = "exists"


class Written(NamedTuple):
    """What a write did: the content before it and after it, the same when nothing was to do."""

    old: bytes
    new: bytes


def replace(
    path: Path, change: Callable[[bytes], bytes], *, lock_timeout_s: float = LOCK_TIMEOUT_S
) -> Written:
    """Change a ledger: all of the change comes about, or nothing.

    Args:
        path: the ledger, or a link to it. The link stays a link.
        change: takes the old content and gives the new one; the same content means that nothing
            is to do. It runs with the lock held, so it must not ask a person. It runs again when
            another program wrote the ledger meanwhile. What it raises goes through, save an
            OSError, which is taken for a refusal to write: then nothing was written.
        lock_timeout_s: how long to wait for another process.

    Raises:
        NoLedgerError: there is no such file.
        LockedError: another process holds the lock all that time.
        WriteError: it cannot be written. The ledger is as it was.
    """
    with _writing(path, lock_timeout_s) as beside:
        return _replace(beside, change, undo=False)


def undo(path: Path, *, lock_timeout_s: float = LOCK_TIMEOUT_S) -> Written:
    """Take the last change back, and keep what it said as the previous state.

    Raises:
        NoLedgerError: there is no such file.
        LockedError: another process holds the lock all that time.
        WriteError: nothing is to undo, the ledger is not as we last wrote it, the last change was
            an undo, or it cannot be written. The ledger is as it was.
    """
    with _writing(path, lock_timeout_s) as beside:
        return _replace(beside, partial(previous, beside), undo=True)


def create(path: Path, content: bytes, *, lock_timeout_s: float = LOCK_TIMEOUT_S) -> None:
    """Make a new ledger, with the folders above it: whole, or not at all.

    Raises:
        LedgerExistsError: there is a file of that name.
        LockedError: another process holds the lock all that time.
        WriteError: it cannot be made. Nothing was written.
    """
    with refusing(path, NOTHING_WRITTEN):
        beside = Companion(_resolved(path))
        if os.path.lexists(beside.ledger):
            raise _exists(path)
        beside.ledger.parent.mkdir(parents=True, exist_ok=True)
        beside.make()
        with locked(beside, lock_timeout_s):
            beside.tidy()
            _make(beside, content)


@contextmanager
def _writing(path: Path, lock_timeout_s: float) -> Iterator[Companion]:
    with refusing(path, AS_IT_WAS):
        ledger = _resolved(path, strict=True)
        require_regular(ledger)
        require_writable(ledger)
        beside = Companion(ledger)
        beside.make()
        with locked(beside, lock_timeout_s):
            beside.tidy()
            yield beside


def _replace(beside: Companion, change: Callable[[bytes], bytes], *, undo: bool) -> Written:
    """Try until nobody wrote the ledger between our reading and our writing."""
    for _ in range(_ROUNDS):
        written = _attempt(beside, change, undo=undo)
        if written is not None:
            return written
    raise keeps_changing(beside.ledger)


def _attempt(beside: Companion, change: Callable[[bytes], bytes], *, undo: bool) -> Written | None:
    """One try, or None when another program wrote the ledger meanwhile."""
    noted = recall(beside)
    settle(beside.ledger, noted and noted.identity)
    reading = read_whole(beside.ledger)
    if reading is None:
        return None
    old = reading.content
    new = change(old)
    if new == old:
        return Written(old, old)
    temporary = beside.temporary("ledger")
    try:
        identity = write_new(temporary, new, dress=partial(take_after, old=beside.ledger))
        keep_before(beside, old)
        # Content too: on a file system with coarse times two states can have one identity.
        if read_whole(beside.ledger) != reading:
            return None
        temporary.replace(beside.ledger)
        _finish(beside, Note(identity, digest(new), digest(old), undo, os.getpid()))
    except FileNotFoundError:
        if beside.ledger.exists():
            raise
        return None  # gone: perhaps only until another program has put its own in place
    finally:
        discard(temporary)
    return Written(old, new)


def _make(beside: Companion, content: bytes) -> None:
    temporary = beside.temporary("ledger")
    try:
        identity = write_new(temporary, content, mode=0o666)
        _put_exclusively(temporary, beside.ledger)
        _finish(beside, Note(identity, digest(content), None, undo=False, writer=os.getpid()))
    finally:
        discard(temporary)


def _put_exclusively(temporary: Path, path: Path) -> None:
    """Give a finished file its name, unless there is one of that name."""
    try:
        path.hardlink_to(temporary)
    except FileExistsError:
        raise _exists(path) from None
    except OSError as fault:
        if fault.errno not in NO_LINKS:
            raise
        if os.path.lexists(path):
            raise _exists(path) from None
        temporary.replace(path)


def _finish(beside: Companion, note: Note) -> None:
    """Make the new name durable and note the write.

    The ledger is written by now, and nothing may say that it is not. A missing note costs the next
    writer a quarter of a second, and the user the undo.
    """
    sync_folder(beside.ledger.parent)
    sync_folder(beside.folder)
    with suppress(OSError):
        note_write(beside, note)


def _resolved(path: Path, *, strict: bool = False) -> Path:
    """The file itself, behind all links.

    Raises:
        NoLedgerError: it is not there, and strict.
        WriteError: the link leads back to itself.
    """
    try:
        return path.resolve(strict=strict)
    except (FileNotFoundError, NotADirectoryError):
        raise missing(path) from None
    except RuntimeError as fault:  # what Python before 3.13 says of a link to itself
        message = f"a link that leads back to itself: {path}; {NOTHING_WRITTEN}"
        raise WriteError(message, remedy="put a file in its place") from fault


def _exists(path: Path) -> LedgerExistsError:
    message = f"there is a file already: {path}; {NOTHING_WRITTEN}"
    return LedgerExistsError(message, remedy="use it, or name another with --ledger")
