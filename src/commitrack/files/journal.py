"""What we noted about our last write of a ledger."""

import json
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from commitrack.files.companion import Companion
from commitrack.files.durable import discard
from commitrack.files.identity import Identity


class Note(NamedTuple):
    """The ledger as one write left it.

    Attributes:
        identity: who the file was.
        sha256: of its content, in hex.
        before_sha256: of the content that it replaced, or None when the write made the ledger.
        undo: whether the write was an undo.
        writer: the number of the process that wrote.
    """

    identity: Identity
    sha256: str
    before_sha256: str | None
    undo: bool
    writer: int


def digest(content: bytes) -> str:
    """The SHA-256 of some content, in hex."""
    return sha256(content).hexdigest()


def recall(beside: Companion) -> Note | None:
    """The note of the last write, or None when there is none that can be read."""
    try:
        told = json.loads(beside.journal.read_bytes())
        identity = Identity(*(int(told[name]) for name in Identity._fields))
        before = told["before_sha256"]
        return Note(
            identity,
            str(told["sha256"]),
            None if before is None else str(before),
            bool(told["undo"]),
            int(told["writer"]),
        )
    except (OSError, ValueError, TypeError, LookupError):
        return None  # as if we had never written: then nothing is presumed about the ledger


def note_write(beside: Companion, note: Note) -> None:
    """Put a note in the place of the last one.

    Raises:
        OSError: it cannot be written; the last one stays.
    """
    told = {**note.identity._asdict(), **note._asdict()}
    del told["identity"]
    _put(beside.temporary("journal"), beside.journal, json.dumps(told, indent=1).encode())


def _put(temporary: Path, path: Path, content: bytes) -> None:
    try:
        temporary.write_bytes(content)
        temporary.replace(path)
    finally:
        discard(temporary)
