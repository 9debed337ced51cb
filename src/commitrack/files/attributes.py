"""Owner, permissions and extended attributes of a file, given to the one that takes its place."""

import os
import stat
import sys
from contextlib import nullcontext, suppress
from pathlib import Path

# Without these, other people or programs than before could read the file, or not any more. Labels
# of other kinds are the system's to give.
_THEIRS = ("user.", "system.posix_acl_access")


def take_after(handle: int, old: Path) -> None:
    """Make an open file's owner, permissions and extended attributes those of another.

    Who may not give a file away becomes its owner; the group is kept in any case.

    Raises:
        OSError: the group, the permissions, or an attribute that matters cannot be had.
    """
    if sys.platform == "win32":
        return
    status = old.stat()
    _take_owner(handle, status)
    os.fchmod(handle, stat.S_IMODE(status.st_mode))
    if sys.platform == "linux":
        _take_extended(handle, old)


def _take_owner(handle: int, status: os.stat_result) -> None:
    mine = os.fstat(handle)
    if (mine.st_uid, mine.st_gid) == (status.st_uid, status.st_gid):
        return
    try:
        os.fchown(handle, status.st_uid, status.st_gid)
    except PermissionError:
        # Only root gives files away. What others may do with a shared ledger hangs on its group.
        os.fchown(handle, -1, status.st_gid)


def _take_extended(handle: int, old: Path) -> None:
    wanted = _extended(old)
    for name in _extended(handle).keys() - wanted.keys():
        with _must(name):
            os.removexattr(handle, name)
    for name, value in wanted.items():
        with _must(name):
            os.setxattr(handle, name, value)


def _extended(file: Path | int) -> dict[str, bytes]:
    try:
        names = os.listxattr(file)
    except OSError:
        return {}  # the file system has none
    return {name: os.getxattr(file, name) for name in names}


def _must(name: str) -> "suppress | nullcontext[None]":
    return nullcontext() if name.startswith(_THEIRS) else suppress(OSError)
