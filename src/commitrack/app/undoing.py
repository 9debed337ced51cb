"""Taking the last change back."""

from difflib import SequenceMatcher
from pathlib import Path
from typing import NamedTuple

from commitrack.files.replace import undo


class Undone(NamedTuple):
    """The lines that went, and those that came back."""

    removed: tuple[str, ...]
    restored: tuple[str, ...]


def undo_last(path: Path) -> Undone:
    """Put the ledger back as it was before the last change.

    Raises:
        NoLedgerError: there is no ledger.
        WriteError: nothing is to undo, somebody else changed the ledger since, or it was undone.
    """
    written = undo(path)
    return _difference(_lines(written.old), _lines(written.new))


def _lines(content: bytes) -> list[str]:
    return content.decode("utf-8", "replace").splitlines()


def _difference(old: list[str], new: list[str]) -> Undone:
    """Most changes append: then the common start is all there is to compare."""
    same = 0
    while same < min(len(old), len(new)) and old[same] == new[same]:
        same += 1
    old, new = old[same:], new[same:]
    if not new:
        return Undone(tuple(old), ())
    removed: list[str] = []
    restored: list[str] = []
    for tag, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag != "equal":
            removed += old[a:b]
            restored += new[c:d]
    return Undone(tuple(removed), tuple(restored))
