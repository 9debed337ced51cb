"""What a write came to: the commitment as it stands now, and where its new block is."""

from pathlib import Path
from typing import NamedTuple

from commitrack.app.folding import fold_followers, fold_one
from commitrack.domain.standing import Standing
from commitrack.ledger.places import Places
from commitrack.ledger.reading import Ledger, read_ledger
from commitrack.timing.now import Now
from commitrack.timing.reckoning import Item, main_item


class Written(NamedTuple):
    """A commitment after a write, or as it would be after one.

    Attributes:
        item: its main line; None where it lies ahead of now, or was taken back.
        line: of its header.
        new_line: of the block that was written.
        is_done: it was written, not only tried.
        followers: what hangs on it.
    """

    key: str
    item: Item | None
    ledger: Ledger
    line: int | None
    new_line: int | None
    is_done: bool
    followers: tuple[Standing, ...] = ()


def describe(text: str, path: Path, key: str, now: Now, *, is_done: bool) -> Written:
    """The commitment in the new text of a ledger; its last block is the new one."""
    ledger = read_ledger(text, str(path))
    standing = fold_one(key, ledger.commitments, now)
    places = Places(text)
    header: tuple[str | int, ...] = ("commitment", key)
    events = len(ledger.data["commitment"][key].get("event", ()))
    return Written(
        key,
        None if standing is None else main_item(standing, now),
        ledger,
        places.line_of(header),
        places.line_of((*header, "event", events - 1) if events else header),
        is_done,
        fold_followers(key, ledger.commitments, now),
    )
