"""A fault of the operating system before anything was written, in plain words."""

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from commitrack.errors import WriteError

AS_IT_WAS = "nothing was written, the ledger is as it was"
NOTHING_WRITTEN = "nothing was written"

_ROOM = "make room and try again"
_RIGHTS = "look at the permissions and the owner of the file, its folder and the .commitrack in it"
_MOUNT = "mount the folder that holds it instead of the single file"
_LOCAL = "keep the ledger on a local file system"
_ONE_STEP = "it cannot be replaced in one step, as a file that is mounted by itself cannot"
_LACKING = "the file system lacks what a safe write needs"

# By name, as not every system has every number.
_PLAIN = {
    "ENOSPC": ("the disk is full", _ROOM),
    "EDQUOT": ("your share of the disk is used up", _ROOM),
    "EFBIG": ("the file would be larger than allowed here", _ROOM),
    "ENOENT": ("a folder or file that the write needs is gone", "try again"),
    "EROFS": ("the file system is read-only", "make it writable, or name a ledger elsewhere"),
    "EACCES": ("no permission to write", _RIGHTS),
    "EPERM": ("no permission to write", _RIGHTS),
    "EXDEV": (_ONE_STEP, _MOUNT),
    "EBUSY": (_ONE_STEP, _MOUNT),
    "EIO": ("the disk reports an error", "copy the ledger to another disk before anything else"),
    "ETXTBSY": ("the file is being run as a program", "stop that program and try again"),
    "ENAMETOOLONG": ("the name of the file is too long", "give the file a shorter name"),
    "ENOLCK": (_LACKING, _LOCAL),
    "ENOSYS": (_LACKING, _LOCAL),
    "ENOTSUP": (_LACKING, _LOCAL),
    "EOPNOTSUPP": (_LACKING, _LOCAL),
}


@contextmanager
def refusing(file: Path, outcome: str) -> Iterator[None]:
    """Turn what the operating system refuses into a refusal that the user can act on.

    Args:
        file: what was to be written.
        outcome: what became of it, the end of the message.

    Raises:
        WriteError: for every OSError inside.
    """
    try:
        yield
    except OSError as fault:
        name = errno.errorcode.get(fault.errno or 0, "")
        cause, remedy = _PLAIN.get(name, (fault.strerror or str(fault), "try again"))
        message = f"{cause}: {file}; {outcome}"
        raise WriteError(message, remedy=remedy) from fault
