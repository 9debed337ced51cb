"""A picture's file: put in place whole, and never over one that is not ours."""

import os
from pathlib import Path

from commitrack.errors import WriteError
from commitrack.files.durable import discard, sync_folder, write_new
from commitrack.files.refusal import NOTHING_WRITTEN, refusing


class NotOursError(WriteError):
    """A picture was to be written where there is another file."""

    code = "exists"


def write_picture(path: Path, content: bytes, signature: bytes) -> None:
    """Write a picture; one of ours that is there already is replaced in one step.

    Args:
        path: its file, or a link to it. The link stays a link.
        content: all of it.
        signature: how a file that may be replaced begins.

    Raises:
        NotOursError: there is a file that begins otherwise. It is as it was.
        WriteError: it cannot be written. What was there is as it was.
    """
    with refusing(path, NOTHING_WRITTEN):
        target = Path(os.path.realpath(path))
        _require_ours(target, signature)
        temporary = target.with_name(f".commitrack-{os.getpid()}.tmp")
        try:
            write_new(temporary, content, mode=0o666)
            _require_ours(target, signature)
            temporary.replace(target)
        finally:
            discard(temporary)
        sync_folder(target.parent)


def _require_ours(target: Path, signature: bytes) -> None:
    if not os.path.lexists(target):
        return
    if target.is_file():
        with target.open("rb") as stream:
            if stream.read(len(signature)) == signature:
                return
    message = f"there is a file that no timeline wrote: {target}; {NOTHING_WRITTEN}"
    raise NotOursError(message, remedy="name another file, or `-` for standard output")
