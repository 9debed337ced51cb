"""The state before the last write: kept beside the ledger, and brought back."""

import errno
from functools import partial

from commitrack.errors import WriteError
from commitrack.files.attributes import take_after
from commitrack.files.companion import Companion
from commitrack.files.durable import discard, write_new
from commitrack.files.journal import Note, digest, recall
from commitrack.files.refusal import AS_IT_WAS

# A file system without hard links, or one that leaves links of others' files to their owners.
NO_LINKS = frozenset({errno.EPERM, errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOSYS, errno.EMLINK})


def keep_before(beside: Companion, old: bytes) -> None:
    """Keep the ledger, whose content is `old`, as the previous state. That never is missing.

    Raises:
        OSError: it cannot be kept; what was kept stays.
    """
    temporary = beside.temporary("before")
    try:
        _link_or_copy(beside, old)
        temporary.replace(beside.before)
    finally:
        # Also after success: to rename one of two names of the same file to the other does nothing.
        discard(temporary)


def previous(beside: Companion, old: bytes) -> bytes:
    """The content that the last write replaced, if nothing happened since.

    Content decides, not the file's identity: disks get other numbers when a machine starts.

    Args:
        beside: the ledger's companion.
        old: the ledger's content now.

    Raises:
        WriteError: the last write was an undo, or made the ledger; something else wrote the
            ledger since; or the previous state is gone.
        OSError: it cannot be read.
    """
    note = recall(beside)
    if note is None or note.before_sha256 is None:
        raise _nothing(beside, "no earlier state is kept")
    if note.sha256 != digest(old):
        raise _changed(beside)
    if note.undo:
        raise _undone(beside)
    return _kept(beside, note)


def _kept(beside: Companion, note: Note) -> bytes:
    try:
        content = beside.before.read_bytes()
    except FileNotFoundError:
        content = b""
    if digest(content) != note.before_sha256:
        raise _nothing(beside, "the earlier state is no longer kept")
    return content


def _link_or_copy(beside: Companion, old: bytes) -> None:
    temporary = beside.temporary("before")
    try:
        temporary.hardlink_to(beside.ledger)
    except OSError as fault:
        if fault.errno not in NO_LINKS:
            raise
        write_new(temporary, old, dress=partial(take_after, old=beside.ledger))


def _nothing(beside: Companion, why: str) -> WriteError:
    return WriteError(f"nothing to undo in {beside.ledger}: {why}; {AS_IT_WAS}")


def _changed(beside: Companion) -> WriteError:
    message = f"something else has written {beside.ledger} since; {AS_IT_WAS}"
    return WriteError(message, remedy=f"compare it with {beside.before} and change it by hand")


def _undone(beside: Companion) -> WriteError:
    message = f"the last change was undone already, and only one is kept; {AS_IT_WAS}"
    return WriteError(message, remedy=f"what was undone is still in {beside.before}")
