"""Editing by hand: the ledger, or the blocks of one commitment, through the same one write."""

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from commitrack.app.resolving import resolve_id
from commitrack.errors import InvalidLedgerError, WriteError
from commitrack.files.replace import replace
from commitrack.ledger.places import block_span
from commitrack.ledger.reading import decode, read_ledger

_BETWEEN = "# ---- commitrack: the next block; leave this line ----\n"


class ChangedUnderneathError(WriteError):
    """What was edited is no longer what the ledger says."""

    code = "changed-underneath"


class Draft(NamedTuple):
    """Text to be edited: the whole ledger, or the blocks of one commitment or source.

    Attributes:
        key: the id whose blocks they are; None for the whole.
        table: `commitment` or `source`.
        pieces: the blocks as they stood.
    """

    key: str | None
    table: str
    pieces: tuple[str, ...]

    @property
    def text(self) -> str:
        """What the editor shows."""
        return _BETWEEN.join(self.pieces)


def draft_of(path: Path, text: str, given: str | None) -> Draft:
    """The draft for a ledger's text.

    Raises:
        UnknownIdError: no commitment has this id, or several could be meant.
    """
    if given is None:
        return Draft(None, "", (text,))
    ledger = read_ledger(text, str(path))
    keys = [it.id for it in ledger.commitments] + list(ledger.left_out)
    key = resolve_id(given, keys)
    return Draft(key, "commitment", _pieces(text, "commitment", key))


def apply_draft(path: Path, draft: Draft, edited: str) -> bool:
    """Put the edited text in the place of what it was; everything else keeps its bytes.

    Returns:
        Whether anything changed.

    Raises:
        ChangedUnderneathError: the ledger says something else by now.
        InvalidLedgerError: the result would not be a valid ledger. Nothing was written.
    """
    pieces = _split(draft, edited)
    written = replace(path, _change(path, draft, pieces))
    return written.old != written.new


def _change(path: Path, draft: Draft, pieces: tuple[str, ...]) -> Callable[[bytes], bytes]:
    def change(old: bytes) -> bytes:
        text = decode(old, str(path))
        new = _replaced(text, draft, pieces)
        stops = [f for f in read_ledger(new, str(path)).findings if f.stops]
        if stops:
            at = f" (line {stops[0].place.line})" if stops[0].place else ""
            message = f"the edited ledger is not valid: {stops[0].message}{at}; nothing was written"
            raise InvalidLedgerError(message, remedy=stops[0].hint)
        return new.encode("utf-8")

    return change


def _replaced(text: str, draft: Draft, pieces: tuple[str, ...]) -> str:
    if draft.key is None:
        if text != draft.pieces[0]:
            raise _changed("the ledger")
        return pieces[0]
    if _pieces(text, draft.table, draft.key) != draft.pieces:
        raise _changed(draft.key)
    new = text
    spans = block_span(text, (draft.table, draft.key))
    for (start, end), piece in reversed(list(zip(spans, pieces, strict=True))):
        new = new[:start] + piece + new[end:]
    return new


def _pieces(text: str, table: str, key: str) -> tuple[str, ...]:
    return tuple(text[start:end] for start, end in block_span(text, (table, key)))


def _split(draft: Draft, edited: str) -> tuple[str, ...]:
    pieces = tuple(edited.split(_BETWEEN)) if draft.key is not None else (edited,)
    if len(pieces) != len(draft.pieces):
        message = "the lines between the blocks were changed; nothing was written"
        raise WriteError(message, remedy="leave the lines that start with `# ---- commitrack`")
    return pieces


def _changed(what: str) -> ChangedUnderneathError:
    message = f"{what} was changed by somebody else meanwhile; nothing was written"
    return ChangedUnderneathError(message, remedy="edit it again, with your text at hand")
