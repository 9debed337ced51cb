"""Small files of the user's that other programs read: replaced whole, owner and mode kept."""

import os
from functools import partial
from pathlib import Path

from commitrack.errors import WriteError
from commitrack.files.attributes import take_after
from commitrack.files.durable import discard, sync_folder, write_new
from commitrack.files.refusal import NOTHING_WRITTEN, refusing


def read_startup(path: Path) -> str | None:
    """The file's text, bytes that are not UTF-8 as surrogates; None where there is none.

    Raises:
        WriteError: it cannot be read, so that nothing can be changed in it.
    """
    with refusing(path, NOTHING_WRITTEN):
        try:
            return path.read_bytes().decode("utf-8", "surrogateescape")
        except FileNotFoundError:
            return None


def write_startup(path: Path, text: str | None, *, before: str | None) -> None:
    """Put a text in the place of the file; None removes it. A link stays a link.

    Args:
        path: the file, or a link to it.
        text: what is to be there.
        before: what was read of it. Where something else is there by now, nothing is written.

    Raises:
        WriteError: it cannot be written; the file is as it was.
    """
    with refusing(path, NOTHING_WRITTEN):
        real = path.resolve()
        if text is None:
            real.unlink(missing_ok=True)
            sync_folder(real.parent)
            return
        real.parent.mkdir(parents=True, exist_ok=True)
        _replace(real, text.encode("utf-8", "surrogateescape"), before)


def _replace(real: Path, content: bytes, before: str | None) -> None:
    temporary = real.with_name(f".{real.name}.commitrack-{os.getpid()}")
    try:
        if before is None:
            write_new(temporary, content)  # private: a unit may hold the address of a channel
        else:
            write_new(temporary, content, dress=partial(take_after, old=real))
        if read_startup(real) != before:
            message = f"{real} was written by another program meanwhile; {NOTHING_WRITTEN}"
            raise WriteError(message, remedy="try again")
        temporary.replace(real)
        sync_folder(real.parent)
    finally:
        discard(temporary)
