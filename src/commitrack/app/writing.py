"""Writing a ledger: blocks appended through the one primitive, and new ledgers made."""

from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from commitrack.app.opening import read_bytes
from commitrack.errors import CommitrackError, NoLedgerError, UsageError, WriteError
from commitrack.files.replace import LedgerExistsError, create, replace
from commitrack.ledger.appending import append_blocks
from commitrack.ledger.blocks import Block
from commitrack.ledger.reading import decode
from commitrack.ledger.skeleton import SKELETON


class Change(NamedTuple):
    """What to append to a ledger as it is found once it is locked.

    Attributes:
        before_write: runs when the new text is known to be good, before it is written.
    """

    blocks: Iterable[Block]
    before_write: Callable[[], None] = lambda: None


def change_ledger(path: Path, plan: Callable[[str], Change], *, dry_run: bool = False) -> str:
    """Append what `plan` makes of the ledger's text, and return the new text.

    Args:
        plan: may run again when somebody else wrote the ledger meanwhile.
        dry_run: write nothing, and make nothing where there is no ledger.

    Raises:
        NoLedgerError: there is no ledger; only a dry run does without.
        WriteError: nothing was written. The ledger is as it was.
    """
    if dry_run:
        old = decode(read_bytes(path), str(path)) if path.exists() else SKELETON
        new = append_blocks(old, _planned(plan, old, str(path)).blocks, str(path))
        return _encoded(new).decode("utf-8")

    def change(old: bytes) -> bytes:
        text = decode(old, str(path))
        planned = _planned(plan, text, str(path))
        blocks = tuple(planned.blocks)
        if not blocks:
            return old
        new = _encoded(append_blocks(text, blocks, str(path)))
        planned.before_write()
        return new

    return replace(path, change).new.decode("utf-8")


def _planned(plan: Callable[[str], Change], text: str, name: str) -> Change:
    """What `plan` makes; where it refuses, a fault of the ledger itself is said instead."""
    try:
        return plan(text)
    except CommitrackError:
        append_blocks(text, (), name)
        raise


def _encoded(text: str) -> bytes:
    """The text as it is written.

    Raises:
        UsageError: an argument was no UTF-8: Python hands its bytes on as half characters.
    """
    try:
        return text.encode("utf-8")
    except UnicodeEncodeError as fault:
        word = fault.object[max(0, fault.start - 20) : fault.end].splitlines()[-1]
        message = f"what was given is not UTF-8 text: {word}"
        raise UsageError(message, remedy="write it in UTF-8, the encoding of the ledger") from None


def make_ledger(path: Path) -> None:
    """Make an empty ledger and what editors need beside it, unless somebody just did.

    Raises:
        NoLedgerError: its place is taken by a link to nothing: the ledger is elsewhere, and away.
        WriteError: it cannot be made.
    """
    if path.is_symlink() and not path.exists():
        message = f"no ledger: {path} is a link to {path.readlink()}, which is not there"
        raise NoLedgerError(message, remedy="put the file back, or remove the link")
    with suppress(LedgerExistsError):
        create(path, SKELETON.encode("utf-8"))
    write_schema(path)


def write_schema(path: Path) -> None:
    """Put the JSON Schema beside the ledger; an editor's help, so a failure is passed over."""
    from commitrack.files.companion import Companion  # noqa: PLC0415  # new ledgers only
    from commitrack.ledger.schema import format_schema  # noqa: PLC0415

    beside = Companion(path.resolve())
    with suppress(OSError, WriteError):
        beside.make()
        ignore = beside.folder / ".gitignore"
        if not ignore.exists():
            ignore.write_bytes(b"*\n")
        (beside.folder / "schema.json").write_text(format_schema(), encoding="utf-8")
