"""The texts kept beside a ledger, so that quotes can be verified later."""

import re
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

from commitrack.errors import WriteError
from commitrack.files.before import NO_LINKS
from commitrack.files.companion import Companion
from commitrack.files.durable import discard, sync_folder, write_new
from commitrack.files.refusal import NOTHING_WRITTEN, refusing

ARTICLES = "articles"

_ID = re.compile(r"[a-z0-9][a-z0-9-]*")


def keep(ledger: Path, source_id: str, text: bytes) -> str:
    """Keep a text under a name made of its source and its content, unless it is kept already.

    Call it inside the `change` given to `replace`: the lock guards its temporary file. A text that
    no ledger ends up naming does no harm.

    Returns:
        The path from the ledger's folder, with slashes: what the ledger says of it.

    Raises:
        WriteError: it cannot be kept, or another text has its name. Nothing was written.
    """
    if not _ID.fullmatch(source_id):
        message = f"not the id of a source: {source_id!r}; {NOTHING_WRITTEN}"
        raise WriteError(message, remedy="ids are made of a to z, 0 to 9 and -")
    relative = kept_name(source_id, text)
    with refusing(ledger.parent / relative, NOTHING_WRITTEN):
        _keep(Companion(ledger.resolve()), relative, text)
    return relative


def kept_name(source_id: str, text: bytes) -> str:
    """The path of a kept text from the ledger's folder, made of its source and its content."""
    return f"{ARTICLES}/{source_id}-{sha256(text).hexdigest()[:12]}.txt"


def read_kept(ledger: Path, relative: str) -> bytes | None:
    """A kept text, or None when it is not there, or not a file in the ledger's folder."""
    with suppress(OSError, ValueError, RuntimeError):  # a path may say anything
        folder = ledger.resolve().parent
        path = (folder / relative).resolve()
        if path.is_relative_to(folder) and path.is_file():
            return path.read_bytes()
    return None


def _keep(beside: Companion, relative: str, text: bytes) -> None:
    folder, path = beside.ledger.parent / ARTICLES, beside.ledger.parent / relative
    if path.exists():
        _require_same(path, text)
        return
    beside.make()
    folder.mkdir(exist_ok=True)
    if not folder.resolve().is_relative_to(beside.ledger.parent):
        message = f"{folder} leads out of the ledger's folder; {NOTHING_WRITTEN}"
        raise WriteError(message, remedy="put a folder in its place")
    _put(beside.temporary("text"), path, text)
    sync_folder(folder)
    sync_folder(beside.ledger.parent)


def _put(temporary: Path, path: Path, text: bytes) -> None:
    try:
        write_new(temporary, text, mode=0o666)
        path.hardlink_to(temporary)
    except FileExistsError:
        _require_same(path, text)
    except OSError as fault:
        if fault.errno not in NO_LINKS:
            raise
        temporary.replace(path)
    finally:
        discard(temporary)


def _require_same(path: Path, text: bytes) -> None:
    """The name says what the content must be; a text that somebody edited is not overwritten."""
    if path.read_bytes() != text:
        message = f"another text has the name {path}; {NOTHING_WRITTEN}"
        raise WriteError(message, remedy="move it away: it was changed after it had been kept")
