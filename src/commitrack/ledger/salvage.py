"""What can be read of a ledger that TOML refuses, with every fault at its place.

The text is cut at its headers, and each block is read on its own. A block that fails is read
statement by statement. What is left without faults is put together again and read as one, so that
it is what TOML says of the file without the faulty blocks.
"""

from typing import NamedTuple

from commitrack.domain.finding import Finding, Place
from commitrack.ledger.cutting import Block, Conflicts, Cutter, swallowed
from commitrack.ledger.faults import KEEP_ONE, Fault, Faults
from commitrack.ledger.joining import Joiner, Piece
from commitrack.ledger.places import Lines, Owner, owner_of
from commitrack.ledger.scan import Keys, Scanner, Statement
from commitrack.ledger.syntax import explain, try_toml

_HINT_MERGE = "keep what is right of both and delete the lines <<<<<<<, ======= and >>>>>>>"
_HINT_OTHER_ID = "give one of them another id, or record what is new as an event of the first"


class Salvaged(NamedTuple):
    """What a broken ledger still says.

    Attributes:
        data: as TOML would read it without the commitments and sources that have a fault.
        findings: the faults, in order of place.
        faulty: the commitments and sources left out.
    """

    data: dict[str, object]
    findings: tuple[Finding, ...]
    faulty: frozenset[Owner]


def salvage(text: str) -> Salvaged:
    """Read what can be read. Never raises; a text that TOML accepts gives no findings."""
    data, refusal = try_toml(text)
    if refusal is None:
        return Salvaged(data, (), frozenset())
    lines, conflicts = Lines(text), Conflicts(text)
    faults = Faults(lines, conflicts)
    data = _Reading(lines, conflicts, faults).read()
    findings = sorted(faults.findings, key=lambda finding: finding.place or (0, 0))
    return Salvaged(data, tuple(findings), frozenset(faults.faulty))


class _Reading:
    """One reading of a broken ledger: its blocks one after the other, then all as one."""

    def __init__(self, lines: Lines, conflicts: Conflicts, faults: Faults) -> None:
        self._text = conflicts.text
        self._lines = lines
        self._conflicts = conflicts
        self._faults = faults
        self._joiner = Joiner(self._text, faults)
        self._pieces: list[Piece] = []
        self._declared: dict[Keys, int] = {}
        self._lost_headers: set[int] = set()
        self._last_header: tuple[Keys, int] = ((), -1)

    def read(self) -> dict[str, object]:
        """Go through the text; begin again at each line that an unclosed string swallowed."""
        for first, *_ in self._conflicts.groups:
            message = "two versions of these lines were never merged"
            self._faults.report(Fault("conflict-marker", first, message, _HINT_MERGE), ())
        cutter = Cutter(self._conflicts)
        start, inside = 0, None
        while start < len(self._text):
            for block in cutter.blocks(start, inside):
                inside, start = block, self._read_block(block)
                if start < block.end:
                    break
        return self._joiner.join(self._pieces, self._lost_headers)

    def _read_block(self, block: Block) -> int:
        """Read a block; give the end of what was read, where an unclosed string must have ended."""
        self._declare(block)
        if block.torn and block.statements:
            self._faults.blame(*block.torn)
        for one in block.statements if self._conflicts.marks else ():
            if self._conflicts.between(one.start, one.end):
                self._faults.blame(block.path_of(one))
        end, good = block.end, block.statements
        is_cut = bool(good) and swallowed(self._text, good[-1]) > 0
        if is_cut or try_toml(self._text[block.start : block.end])[1]:
            end, good = self._read_statements(block)
        self._keep(block, good)
        return end

    def _declare(self, block: Block) -> None:
        """See whether an id is recorded twice."""
        header = block.header()
        if header is None:
            return
        self._last_header = (block.table, header.start)
        is_id = owner_of(block.table) == block.table
        if header.is_array or not (is_id or len(block.table) == 1):
            return
        first = self._declared.setdefault(block.table, header.start)
        if first == header.start:
            return
        name = block.table[-1]
        code, message, hint = "table-conflict", f"[{name}] stands here again", KEEP_ONE
        if is_id:
            code, message, hint = "duplicate-id", f"{name} is recorded twice", _HINT_OTHER_ID
        message = f"{message}: here and in line {self._lines.at(first).line}"
        self._lost_headers.add(header.start)
        offset = self._text.index("[", header.start)
        self._faults.report_double(Fault(code, offset, message, hint), block.table)

    def _read_statements(self, block: Block) -> tuple[int, list[Statement]]:
        """Report each statement that TOML refuses; give where reading ended and those it takes."""
        good: list[Statement] = []
        position = block.start
        for one in block.statements:
            self._check(block, _gap(position, one.start))
            position = one.end
            if cut := swallowed(self._text, one):
                self._check(block, self._shortened(one, cut))
                return cut, self._without_misfits(block, good)
            if self._check(block, one):
                good.append(one)
        self._check(block, _gap(position, block.end))
        return block.end, self._without_misfits(block, good)

    def _shortened(self, one: Statement, end: int) -> Statement:
        part = next(Scanner(self._text[one.start : end]).statements())
        unclosed = part.unclosed + one.start if part.unclosed >= 0 else -1
        return one._replace(end=end, unclosed=unclosed)

    def _check(self, block: Block, one: Statement) -> bool:
        """Report what TOML refuses in a statement; tell whether it accepts it."""
        _, refusal = try_toml(self._text[one.start : one.end])
        if refusal is None:
            return True
        at = one.end
        if refusal.line >= 0:
            line = self._lines.at(one.start).line + refusal.line
            at = self._lines.offset(Place(line, refusal.column + 1))
        self._faults.report(explain(self._text, one, at, refusal.message), block.path_of(one))
        return False

    def _without_misfits(self, block: Block, good: list[Statement]) -> list[Statement]:
        """Report the keys of a block that stand there twice or do not fit together."""
        first: dict[Keys, Statement] = {}
        kept: list[Statement] = []
        for one in good:
            if one.is_header or first.setdefault(one.path, one) is one:
                kept.append(one)
            else:
                line = self._lines.at(first[one.path].key_start).line
                message = f"{'.'.join(one.path)} is given twice: here and in line {line}"
                fault = Fault("duplicate-key", one.key_start, message, KEEP_ONE)
                self._faults.report_double(fault, block.path_of(one))
        return [piece.statement for piece in self._joiner.fitting(self._as_pieces(block, kept))]

    def _keep(self, block: Block, good: list[Statement]) -> None:
        path, start = self._last_header
        if any(table != path for table in block.torn):
            return  # nobody can say whose these keys are
        if good and owner_of(block.table):
            self._pieces.append(Piece(block.start, block.end, block.table, start, good[0]))
            return
        if block.header() and good[:1] != block.statements[:1]:
            self._lost_headers.add(start)
        self._pieces += self._as_pieces(block, good)

    def _as_pieces(self, block: Block, statements: list[Statement]) -> list[Piece]:
        header = self._last_header[1]
        return [Piece(one.start, one.end, block.path_of(one), header, one) for one in statements]


def _gap(start: int, end: int) -> Statement:
    """Stand for the comments between two statements, which may hold characters that may not be."""
    return Statement(
        is_header=False, is_array=False, path=(), start=start, end=end, key_start=start
    )
