"""A state file that only grows: read without a lock, appended to by one process at a time."""

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from commitrack.errors import LockedError, WriteError
from commitrack.files.durable import discard, sync_folder

LOCK_TIMEOUT_S = 60.0
"""How long to wait for another run, which may be talking to a slow server."""

_POLL_S = 0.02
_OPEN = os.O_RDWR | os.O_CREAT | getattr(os, "O_BINARY", 0)
_FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})


def read_state(path: Path) -> bytes:
    """All that was ever written; nothing where nothing was.

    Raises:
        WriteError: it cannot be read, so that nothing may be built on it.
    """
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return b""
    except OSError as fault:
        raise _refused(path, fault) from fault


class StateFile:
    """A state file held by this process alone, open so that it is known to be writable."""

    def __init__(self, path: Path, handle: int) -> None:
        self._path = path
        self._handle = handle
        self._end = os.fstat(handle).st_size

    def reserve(self, lines: str) -> None:
        """Take the room that these lines will need: a full disk is known before they are true.

        Blanks are what is taken: a process that is killed with them there leaves a blank line.

        Raises:
            WriteError: there is no such room.
        """
        try:
            self._put(b" " * len(self._content(lines)))
        except OSError as fault:
            self.release()
            raise _refused(self._path, fault) from fault

    def release(self) -> None:
        """Give back what was reserved and not written. Never fails: blanks do no harm."""
        with suppress(OSError):
            os.ftruncate(self._handle, self._end)

    def append(self, lines: str) -> None:
        """Put lines at the end and wait until they are on the disk.

        A line that a killed process left unfinished is ended first: it stays one broken line.

        Raises:
            WriteError: it cannot be written, as on a full disk.
        """
        try:
            self._end = self._put(self._content(lines))
        except OSError as fault:
            raise _refused(self._path, fault) from fault
        self.release()

    def _content(self, lines: str) -> bytes:
        content = lines.encode("utf-8")
        is_cut_off = self._end and os.pread(self._handle, 1, self._end - 1) != b"\n"
        return b"\n" + content if content and is_cut_off else content

    def _put(self, content: bytes) -> int:
        """Write at the end, wait until it is on the disk, and tell where it ends."""
        place = self._end
        while content:
            written = os.pwrite(self._handle, content, place)
            content, place = content[written:], place + written
        if place != self._end:
            os.fsync(self._handle)
        return place


@contextmanager
def held_state(path: Path, timeout_s: float = LOCK_TIMEOUT_S) -> Iterator[StateFile]:
    """Hold a state file; the system lets it go when the process dies.

    Raises:
        LockedError: another process holds it all that time.
        WriteError: it cannot be written.
    """
    from filelock import FileLock, Timeout  # noqa: PLC0415  # only who has something to write

    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        lock = FileLock(f"{path}.lock", mode=0o600, fallback_to_soft=False)
        lock.acquire(timeout=timeout_s, poll_interval=_POLL_S)
    except Timeout:
        message = f"another run has been at work for {timeout_s:g} s; nothing was said"
        raise LockedError(message, remedy="try again when it is done") from None
    except OSError as fault:
        raise _refused(path, fault) from fault
    try:
        handle = _opened(path)
        try:
            file = StateFile(path, handle)
            try:
                yield file
            finally:
                file.release()
        finally:
            os.close(handle)
    finally:
        with suppress(OSError):  # the system unlocks when we end
            lock.release()


def _opened(path: Path) -> int:
    is_new = not path.exists()
    try:
        handle = os.open(path, _OPEN, 0o600)
    except OSError as fault:
        raise _refused(path, fault) from fault
    if is_new:
        sync_folder(path.parent)
    return handle


def put_whole(path: Path, content: str) -> None:
    """Put a small file in the place of its last state; readers see the one or the other.

    Raises:
        WriteError: it cannot be written; the last one stays.
    """
    temporary = path.with_name(f"{path.name}.{os.getpid()}.tmp")
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        temporary.write_bytes(content.encode("utf-8"))
        temporary.replace(path)
    except OSError as fault:
        raise _refused(path, fault) from fault
    finally:
        discard(temporary)


def _refused(path: Path, fault: OSError) -> WriteError:
    message = f"cannot keep what was said in {path}: {fault.strerror}"
    if fault.errno in _FULL:
        return WriteError(message, remedy="make room and try again")
    return WriteError(message, remedy="it must be a file that you may read and write")
