"""Joining: what was read of a broken ledger, put together again as far as it fits."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Sequence
from itertools import accumulate
from typing import NamedTuple

from commitrack.ledger.faults import KEEP_ONE, Fault, Faults
from commitrack.ledger.places import Owner, owner_of
from commitrack.ledger.scan import Keys, Statement
from commitrack.ledger.syntax import try_toml

_ATTEMPTS = 20
"""How many misfits are looked for one at a time: each costs a parse of all that should fit."""


class Piece(NamedTuple):
    """A part of the text that TOML accepts: a block, or a statement where owners are mixed.

    Attributes:
        path: whose it is, from the top.
        header: where the header stands that it is read under, -1 above all headers.
        statement: itself, or the first of the block.
    """

    start: int
    end: int
    path: Keys
    header: int
    statement: Statement

    def is_block(self) -> bool:
        """Tell whether it is all that stands under a header of one owner."""
        return self.statement.is_header and owner_of(self.path) is not None

    def is_plain_header(self) -> bool:
        """Tell whether it opens a table, and no array of them."""
        return self.statement.is_header and not self.statement.is_array


class Joiner:
    """Puts pieces of one text together, and reports those that do not fit to the rest."""

    def __init__(self, text: str, faults: Faults) -> None:
        self._text = text
        self._faults = faults

    def fitting(self, pieces: list[Piece]) -> list[Piece]:
        """Leave out, and report, what does not fit to the pieces before it."""
        for _ in range(_ATTEMPTS):
            _, misfit = self._parse(pieces)
            if misfit is None:
                break
            self._report(misfit)
            pieces = [piece for piece in pieces if piece is not misfit]
        return pieces

    def join(self, pieces: list[Piece], lost_headers: set[int]) -> dict[str, object]:
        """Read what has no fault as one text, and report what does not fit.

        What stands under a lost header counts as faulty.
        """
        for attempt in range(_ATTEMPTS):
            standing = self._standing(pieces, lost_headers)
            data, misfit = self._parse(standing)
            if misfit is None:
                return data
            if attempt == 0:
                self._compare_owned(standing)
                continue
            culprit = _culprit(misfit, standing)
            self._report(culprit)
            if culprit.statement.is_header:
                lost_headers = lost_headers | {culprit.header}
            else:
                pieces = [piece for piece in pieces if piece is not culprit]
        mixed = [piece for piece in self._standing(pieces, lost_headers) if not piece.is_block()]
        self._faults.blame(*(piece.path for piece in mixed))
        blocks = [piece for piece in self._standing(pieces, lost_headers) if piece.is_block()]
        return self._parse(blocks)[0]

    def _standing(self, pieces: list[Piece], lost_headers: set[int]) -> list[Piece]:
        """List the pieces without a fault, having blamed those under lost headers."""
        kept = [piece for piece in pieces if piece.header not in lost_headers]
        self._faults.blame(*(piece.path for piece in pieces if piece.header in lost_headers))
        return [piece for piece in kept if owner_of(piece.path) not in self._faults.faulty]

    def _compare_owned(self, pieces: list[Piece]) -> None:
        """See whether the blocks of each commitment and source fit together."""
        owned = defaultdict[Owner, list[Piece]](list)
        for piece in pieces:
            if piece.is_block() and (owner := owner_of(piece.path)):
                owned[owner].append(piece)
        for blocks in owned.values():
            if len(blocks) > 1:
                self.fitting(blocks)

    def _parse(self, pieces: Sequence[Piece]) -> tuple[dict[str, object], Piece | None]:
        """Read pieces as one text; if that fails, give the piece at which it does."""
        data, refusal = try_toml("".join(self._text[piece.start : piece.end] for piece in pieces))
        if refusal is None:
            return data, None
        ends = list(accumulate(self._text.count("\n", one.start, one.end) for one in pieces))
        number = bisect_right(ends, refusal.line) if refusal.line >= 0 else len(ends)
        return {}, pieces[min(number, len(ends) - 1)]

    def _report(self, misfit: Piece) -> None:
        name = ".".join(misfit.path)
        message = (
            f"{name} does not fit here: the lines above make it, or a part of it, something else"
        )
        start = misfit.statement.key_start
        if misfit.statement.is_header:
            start = self._text.index("[", misfit.statement.start)
        fault = Fault("table-conflict", start, message, KEEP_ONE)
        self._faults.report_double(fault, misfit.path)


def _culprit(misfit: Piece, pieces: list[Piece]) -> Piece:
    """Find the `commitment = …` that leaves no room for any, else take the misfit itself."""
    table = misfit.path[:1]
    walls = (piece for piece in pieces if piece.path == table and not piece.is_plain_header())
    return next(walls, misfit)
