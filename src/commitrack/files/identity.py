"""Which file, in which state: enough to see that somebody else wrote it."""

import os
import stat
import time
from pathlib import Path
from typing import NamedTuple

from commitrack.errors import NoLedgerError, WriteError
from commitrack.files.refusal import AS_IT_WAS

SETTLE_S = 0.25

_SETTLE_ROUNDS = 40
# A ledger that turned into a pipe must not make us wait for its writer.
_READ = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)


class Identity(NamedTuple):
    """What tells one state of a file from the next without reading it."""

    dev: int
    ino: int
    size: int
    mtime_ns: int


class Reading(NamedTuple):
    """A file's content and who it was all the while it was read."""

    content: bytes
    identity: Identity


def identity_of(status: os.stat_result) -> Identity:
    """The identity that a status tells."""
    return Identity(status.st_dev, status.st_ino, status.st_size, status.st_mtime_ns)


def read_whole(path: Path) -> Reading | None:
    """Read a regular file, or None when it changed meanwhile or is not there just now.

    Raises:
        WriteError: it is not a regular file.
        OSError: it cannot be read.
    """
    try:
        with os.fdopen(os.open(path, _READ), "rb") as stream:
            before = os.fstat(stream.fileno())
            _refuse_unless_regular(path, before)
            content = stream.read()
            after = identity_of(os.fstat(stream.fileno()))
        same = identity_of(before) == after == identity_of(path.stat())
    except FileNotFoundError:
        return None
    return Reading(content, after) if same else None


def settle(path: Path, ours: Identity | None) -> None:
    """Wait until nobody is in the middle of writing the file.

    A file as we wrote it needs no wait, nor one that has been left alone for a quarter of a
    second. One that seems to come from the future is watched for as long instead.

    Args:
        path: the file.
        ours: how we left it, if we know.

    Raises:
        NoLedgerError: it is not there, and did not come back either.
        WriteError: it keeps changing.
    """
    seen = _look(path)
    for _ in range(_SETTLE_ROUNDS):
        age_s = time.time() - seen.mtime_ns / 1e9 if seen else 0.0
        if seen and (seen == ours or age_s >= SETTLE_S):
            return
        time.sleep(SETTLE_S - max(age_s, 0.0))
        again = _look(path)
        if again == seen:
            break
        seen = again
    else:
        raise keeps_changing(path)
    if seen is None:
        raise missing(path)


def require_regular(path: Path) -> None:
    """Refuse a folder, a pipe or a device.

    Raises:
        WriteError: it is one.
        OSError: it cannot be looked at.
    """
    _refuse_unless_regular(path, path.stat())


def require_writable(path: Path) -> None:
    """Refuse a file that its owner protected: to replace it asks only its folder.

    Raises:
        OSError: why it may not be written.
    """
    if not os.access(path, os.W_OK):
        os.close(os.open(path, os.O_WRONLY))


def keeps_changing(path: Path) -> WriteError:
    """The refusal to build on a file that another program does not leave alone."""
    message = f"another program keeps writing {path}; {AS_IT_WAS}"
    return WriteError(message, remedy="try again when it is done")


def missing(path: Path) -> NoLedgerError:
    """The refusal to change a ledger that is not there."""
    return NoLedgerError(f"no ledger at {path}", remedy="start one with `commitrack init`")


def _look(path: Path) -> Identity | None:
    try:
        return identity_of(path.stat())
    except FileNotFoundError:
        return None


def _refuse_unless_regular(path: Path, status: os.stat_result) -> None:
    if not stat.S_ISREG(status.st_mode):
        message = f"not a regular file: {path}; {AS_IT_WAS}"
        raise WriteError(message, remedy="name the file itself")
