"""New files that are on the disk, whole, before anybody can take them for finished."""

import os
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from commitrack.files.identity import Identity, identity_of

_NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)


def write_new(
    path: Path, content: bytes, *, mode: int = 0o600, dress: Callable[[int], None] | None = None
) -> Identity:
    """Write a file that must not exist yet, wait until it is on the disk, and say who it is.

    Args:
        path: its name. What is there after a fault is for the caller to remove.
        content: all of it.
        mode: permissions, less those that the user's umask takes away.
        dress: gives the open file other attributes before it is made durable.

    Raises:
        OSError: anything that the operating system refuses.
    """
    with os.fdopen(os.open(path, _NEW, mode), "wb") as stream:
        stream.write(content)
        stream.flush()
        if dress is not None:
            dress(stream.fileno())
        os.fsync(stream.fileno())
        return identity_of(os.fstat(stream.fileno()))


def sync_folder(folder: Path) -> None:
    """Make the names in a folder durable, as far as the file system can.

    Never fails: it follows a step that cannot be taken back, so there is nothing to refuse; and
    some file systems, and Windows, know no such thing.
    """
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def discard(path: Path) -> None:
    """Remove a temporary file if it is still there.

    Never fails: whether a write came about does not depend on it, and the next write clears what
    is left.
    """
    with suppress(OSError):
        path.unlink()
