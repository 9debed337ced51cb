"""What can be read of a ledger that TOML refuses, with every fault at its place.

The text is cut at its headers, and each block is read on its own. A block that fails is read
statement by statement. What is left without faults is put together again and read as one, so that
it is what TOML says of the file without the faulty blocks.
"""

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import NamedTuple

import tomli

from commitrack.domain.finding import Finding, Place, Severity
from commitrack.ledger.scan import Lines, Scanner, Statement, next_table_line, owner_of

Keys = tuple[str, ...]
Owner = tuple[str, str]

_ATTEMPTS = 20
"""How many misfits are looked for one at a time: each costs a parse of all that should fit."""

_LONG_QUOTES = ('"""', "'''")
_MARKER = re.compile(r"^(?:<{7}|\|{7}|={7}|>{7})(?=[ \r\n]|\Z)", re.MULTILINE)
_PLACE = re.compile(r" \(at (?:line (\d+), column (\d+)|end of document)\)\Z")
_KEY_LINE = re.compile(r"^[ \t]*+[A-Za-z0-9_.-]++[ \t]*+=", re.MULTILINE)
_OPENING_LINE = re.compile(_KEY_LINE.pattern + r"[ \t]*+(?:\"\"\"|''')", re.MULTILINE)
_NOTHING = re.compile(r"(?:\s++|#[^\n]*+)*")
_WORD = re.compile(r"[^\s,\]}#]{1,40}|.")
_GLUED = re.compile(r"[\w.:+-]")

_HINT_LINE = "a line is `key = value`, a [header] or a # comment"
_HINT_VALUE = 'text and uncertain dates stand in "quotes"; a day is written 2025-07-08'
_HINT_ONE_LINE = "write the whole table from { to } on one line"
_HINT_ONE_OF_TWO = "keep one of the two"
_HINT_OTHER_ID = "give one of them another id, or record what is new as an event of the first"


class Salvaged(NamedTuple):
    """What a broken ledger still says.

    Attributes:
        data: as TOML would read it without the commitments and sources that have a fault.
        findings: the faults, in order of place.
        faulty: the commitments and sources left out, as (table, id).
    """

    data: dict[str, object]
    findings: tuple[Finding, ...]
    faulty: frozenset[Owner]


def salvage(text: str) -> Salvaged:
    """Read what can be read. Never raises; a text that TOML accepts gives no findings."""
    if _refusal(text) is None:
        return Salvaged(tomli.loads(text), (), frozenset())
    reading = _Reading(text)
    reading.read()
    data = reading.join()
    findings = sorted(reading.findings, key=lambda finding: finding.place or (0, 0))
    return Salvaged(data, tuple(findings), frozenset(reading.faulty))


class _Refusal(NamedTuple):
    """What tomli says, and of which line and column (both from 0; line -1 is the end)."""

    message: str
    line: int
    column: int


class _Fault(NamedTuple):
    code: str
    offset: int
    message: str
    hint: str


class _Block(NamedTuple):
    """What stands from a header to the next.

    Attributes:
        table: the path of the header, () above all headers.
        torn: the tables that its keys may belong to, where a conflict cuts them off.
    """

    table: Keys
    torn: tuple[Keys, ...]
    start: int
    end: int
    statements: list[Statement]

    def header(self) -> Statement | None:
        return self.statements[0] if self.statements and self.statements[0].is_header else None

    def path_of(self, one: Statement) -> Keys:
        return one.path if one.is_header else (*self.table, *one.path)


class _Piece(NamedTuple):
    """A part of the text that TOML accepts: a block, or a statement where owners are mixed.

    Attributes:
        header: where the header stands that it is read under, -1 above all headers.
    """

    start: int
    end: int
    path: Keys
    header: int
    statement: Statement

    def is_block(self) -> bool:
        return self.statement.is_header and owner_of(self.path) is not None

    def is_plain_header(self) -> bool:
        return self.statement.is_header and not self.statement.is_array


class _Conflicts:
    """The places where git could not merge; `text` has comments of the same length for markers."""

    def __init__(self, text: str) -> None:
        self.groups = _conflicts(text) if _MARKER.search(text) else []
        self.marks = [mark for group in self.groups for mark in group]
        starts = [0, *(mark + 1 for mark in self.marks)]
        ends = [*self.marks, len(text)]
        self.text = "#".join(text[a:b] for a, b in zip(starts, ends, strict=True))

    def between(self, start: int, end: int) -> list[int]:
        """List the markers from `start` up to before `end`."""
        return self.marks[bisect_left(self.marks, start) : bisect_left(self.marks, end)]

    def hold(self, offset: int) -> bool:
        """Tell whether a character lies between the markers of a conflict."""
        number = bisect_right(self.groups, [offset, len(self.text)]) - 1
        return number >= 0 and offset <= self.groups[number][-1]


def _conflicts(text: str) -> list[list[int]]:
    """Group the markers to conflicts, without those that are words in one string."""
    scanner = Scanner(text)
    for _ in scanner.statements():
        pass  # only the strings are of interest
    groups: list[list[int]] = []
    is_open = False
    for marker in _MARKER.finditer(text):
        if marker[0].startswith("<") or not is_open:
            groups.append([])
        groups[-1].append(marker.start())
        is_open = not marker[0].startswith(">")
    return [group for group in groups if not _is_in_one_string(group, scanner.long_strings)]


def _is_in_one_string(marks: list[int], strings: list[tuple[int, int]]) -> bool:
    number = bisect_right(strings, (marks[0], 0)) - 1
    return number >= 0 and marks[-1] < strings[number][1]


class _Cutter:
    """Cuts a text into blocks, at its headers and at the markers of conflicts."""

    def __init__(self, conflicts: _Conflicts) -> None:
        self._text = conflicts.text
        self._conflicts = conflicts
        self._scanner = Scanner(self._text)
        self._table: Keys = ()
        self._torn: tuple[Keys, ...] = ()
        self._before: Keys = ()
        self._sides: tuple[Keys, ...] = ()

    def blocks(self, start: int, inside: _Block | None) -> Iterator[_Block]:
        """Yield the blocks from a line on; `inside` is the block that the line stands in."""
        self._table, self._torn = (inside.table, inside.torn) if inside else ((), ())
        end = start
        found: list[Statement] = []
        for one in self._scanner.statements(start):
            table, torn = self._table, self._torn
            if self._pass_markers(end, one.start) or one.is_header:
                yield _Block(table, torn, start, one.start, found)
                start, found = one.start, []
            if one.is_header:
                self._table, self._torn = one.path, ()
            found.append(one)
            end = one.end
            if _swallowed(self._text, one):  # reading on would be in vain
                yield _Block(self._table, self._torn, start, end, found)
                start, found = end, []
        yield _Block(self._table, self._torn, start, len(self._text), found)

    def _pass_markers(self, start: int, end: int) -> bool:
        """Note whose the next keys may be: of the table before, behind all of any side's last."""
        marks = self._conflicts.between(start, end)
        for mark in marks:
            match self._text[mark + 1]:
                case "<":
                    self._before, self._sides = self._table, ()
                    self._torn = (self._table,)
                case ">":
                    self._torn = (*self._sides, self._table)
                    self._sides = ()
                case _:
                    self._sides = (*self._sides, self._table)
                    self._table, self._torn = self._before, (self._before,)
        return bool(marks)


class _Reading:
    """One reading of a broken ledger, and what it has found so far."""

    def __init__(self, text: str) -> None:
        self.findings: list[Finding] = []
        self.faulty: set[Owner] = set()
        self._conflicts = _Conflicts(text)
        self._text = self._conflicts.text
        self._lines = Lines(text)
        self._pieces: list[_Piece] = []
        self._declared: dict[Keys, int] = {}
        self._lost_headers: set[int] = set()
        self._last_header: tuple[Keys, int] = ((), -1)

    def read(self) -> None:
        """Go through the text; begin again at each line that an unclosed string swallowed."""
        for first, *_ in self._conflicts.groups:
            message = "two versions of these lines were never merged"
            hint = "keep what is right of both and delete the lines <<<<<<<, ======= and >>>>>>>"
            self._report(_Fault("conflict-marker", first, message, hint), ())
        cutter = _Cutter(self._conflicts)
        start, inside = 0, None
        while start < len(self._text):
            for block in cutter.blocks(start, inside):
                inside, start = block, self._read_block(block)
                if start < block.end:
                    break

    def join(self) -> dict[str, object]:
        """Put together what has no fault, and report what does not fit to the rest."""
        for attempt in range(_ATTEMPTS):
            pieces = self._standing()
            data, misfit = self._parse(pieces)
            if misfit is None:
                return data
            if attempt == 0:
                self._compare_owned(pieces)
            else:
                self._exclude(misfit, pieces)
        mixed = [piece.path for piece in self._standing() if not piece.is_block()]
        self._blame(*mixed)
        return self._parse([piece for piece in self._standing() if piece.is_block()])[0]

    def _read_block(self, block: _Block) -> int:
        """Read a block; give the end of what was read, where an unclosed string must have ended."""
        self._declare(block)
        if block.torn and block.statements:
            self._blame(*block.torn)
        for one in block.statements if self._conflicts.marks else ():
            if self._conflicts.between(one.start, one.end):
                self._blame(block.path_of(one))
        end, good = block.end, block.statements
        is_cut = bool(good) and _swallowed(self._text, good[-1]) > 0
        if is_cut or _refusal(self._text[block.start : block.end]):
            end, good = self._read_statements(block)
        self._keep(block, good)
        return end

    def _declare(self, block: _Block) -> None:
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
        code, message, hint = "table-conflict", f"[{name}] stands here again", _HINT_ONE_OF_TWO
        if is_id:
            code, message, hint = "duplicate-id", f"{name} is recorded twice", _HINT_OTHER_ID
        message = f"{message}: here and in line {self._lines.at(first).line}"
        self._lost_headers.add(header.start)
        offset = self._text.index("[", header.start)
        self._report_double(_Fault(code, offset, message, hint), block.table)

    def _read_statements(self, block: _Block) -> tuple[int, list[Statement]]:
        """Report each statement that TOML refuses; give where reading ended and those it takes."""
        good: list[Statement] = []
        position = block.start
        for one in block.statements:
            self._check(block, _gap(position, one.start))
            position = one.end
            if cut := _swallowed(self._text, one):
                self._check(block, self._shortened(one, cut))
                return cut, self._without_misfits(block, good)
            if not self._check(block, one):
                good.append(one)
        self._check(block, _gap(position, block.end))
        return block.end, self._without_misfits(block, good)

    def _shortened(self, one: Statement, end: int) -> Statement:
        for part in Scanner(self._text[one.start : end]).statements():
            unclosed = part.unclosed + one.start if part.unclosed >= 0 else -1
            return one._replace(end=end, unclosed=unclosed)
        return one._replace(end=end)

    def _check(self, block: _Block, one: Statement) -> bool:
        """Report what TOML refuses in a statement; tell whether there was anything."""
        refusal = _refusal(self._text[one.start : one.end])
        if refusal is None:
            return False
        at = one.end
        if refusal.line >= 0:
            line = self._lines.at(one.start).line + refusal.line
            at = self._lines.offset(Place(line, refusal.column + 1))
        self._report(_explain(self._text, one, at, refusal.message), block.path_of(one))
        return True

    def _without_misfits(self, block: _Block, good: list[Statement]) -> list[Statement]:
        """Report the keys of a block that stand there twice or do not fit together."""
        first: dict[Keys, Statement] = {}
        kept: list[Statement] = []
        for one in good:
            if one.is_header or first.setdefault(one.path, one) is one:
                kept.append(one)
            else:
                line = self._lines.at(first[one.path].key_start).line
                message = f"{'.'.join(one.path)} is given twice: here and in line {line}"
                fault = _Fault("duplicate-key", one.key_start, message, _HINT_ONE_OF_TWO)
                self._report_double(fault, block.path_of(one))
        return [piece.statement for piece in self._fitting(self._as_pieces(block, kept))]

    def _keep(self, block: _Block, good: list[Statement]) -> None:
        path, start = self._last_header
        if any(table != path for table in block.torn):
            return  # nobody can say whose these keys are
        if good and owner_of(block.table):
            self._pieces.append(_Piece(block.start, block.end, block.table, start, good[0]))
            return
        if block.header() and good[:1] != block.statements[:1]:
            self._lost_headers.add(start)
        self._pieces += self._as_pieces(block, good)

    def _as_pieces(self, block: _Block, statements: Sequence[Statement]) -> list[_Piece]:
        header = self._last_header[1]
        return [_Piece(one.start, one.end, block.path_of(one), header, one) for one in statements]

    def _standing(self) -> list[_Piece]:
        """List the pieces without a fault; what stands under a lost header counts as faulty."""
        self._blame(*(one.path for one in self._pieces if one.header in self._lost_headers))
        return [
            one
            for one in self._pieces
            if one.header not in self._lost_headers and owner_of(one.path) not in self.faulty
        ]

    def _compare_owned(self, pieces: list[_Piece]) -> None:
        """See whether the blocks of each commitment and source fit together."""
        owned = defaultdict[Owner, list[_Piece]](list)
        for piece in pieces:
            if piece.is_block() and (owner := owner_of(piece.path)):
                owned[owner].append(piece)
        for blocks in owned.values():
            if len(blocks) > 1:
                self._fitting(blocks)

    def _fitting(self, pieces: list[_Piece]) -> list[_Piece]:
        """Leave out, and report, what does not fit to the pieces before it."""
        for _ in range(_ATTEMPTS):
            _, misfit = self._parse(pieces)
            if misfit is None:
                break
            self._report_misfit(misfit)
            pieces = [piece for piece in pieces if piece is not misfit]
        return pieces

    def _exclude(self, misfit: _Piece, pieces: list[_Piece]) -> None:
        """Blame a misfit, or rather the `commitment = …` that leaves no room for any."""
        table = misfit.path[:1]
        walls = (piece for piece in pieces if piece.path == table and not piece.is_plain_header())
        culprit = next(walls, misfit)
        self._report_misfit(culprit)
        if culprit.statement.is_header:
            self._lost_headers.add(culprit.header)
        else:
            self._pieces = [piece for piece in self._pieces if piece is not culprit]

    def _parse(self, pieces: Sequence[_Piece]) -> tuple[dict[str, object], _Piece | None]:
        """Read pieces as one text; if that fails, give the piece at which it does."""
        joined = "".join(self._text[piece.start : piece.end] for piece in pieces)
        refusal = _refusal(joined)
        if refusal is None:
            return tomli.loads(joined), None
        ends = list(accumulate(self._text.count("\n", one.start, one.end) for one in pieces))
        number = bisect_right(ends, refusal.line) if refusal.line >= 0 else len(ends)
        return {}, pieces[min(number, len(ends) - 1)]

    def _report_misfit(self, piece: _Piece) -> None:
        name = ".".join(piece.path)
        message = (
            f"{name} does not fit here: the lines above make it, or a part of it, something else"
        )
        start = piece.statement.key_start
        if piece.statement.is_header:
            start = self._text.index("[", piece.statement.start)
        self._report_double(_Fault("table-conflict", start, message, _HINT_ONE_OF_TWO), piece.path)

    def _report_double(self, fault: _Fault, path: Keys) -> None:
        """Report what stands twice, save between the sides of a conflict, which is no news."""
        if self._conflicts.hold(fault.offset):
            self._blame(path)
        else:
            self._report(fault, path)

    def _report(self, fault: _Fault, path: Keys) -> None:
        self._blame(path)
        owner = owner_of(path)
        place = self._lines.at(fault.offset)
        name = owner[1] if owner else None
        self.findings.append(
            Finding(
                fault.code, Severity.ERROR, fault.message, fault.hint, name, path, place, stops=True
            )
        )

    def _blame(self, *paths: Keys) -> None:
        self.faulty.update(owner for path in paths if (owner := owner_of(path)))


def _swallowed(text: str, one: Statement) -> int:
    """Find the line in a statement that a string in it should have ended before, or 0.

    A string that is never closed goes on to the end, or to where the next one opens: there stands
    a key with = just before the quotes that are taken for the closing ones.
    """
    second_line = text.find("\n", one.key_start, one.end) + 1
    if not second_line:
        return 0
    is_open = one.unclosed >= 0 and text.startswith(_LONG_QUOTES, one.unclosed)
    if not is_open and not _closes_at_an_opening(text[one.start : one.end]):
        return 0
    key = (_KEY_LINE if is_open else _OPENING_LINE).search(text, second_line, one.end)
    table = next_table_line(text, second_line, one.end)
    line = min(key.start() if key else table, table)
    return line if line < one.end else 0


def _closes_at_an_opening(text: str) -> bool:
    scanner = Scanner(text)
    for _ in scanner.statements():
        pass  # only the strings are of interest
    for start, end in scanner.long_strings:
        line = text.rfind("\n", start, end) + 1
        opening = _OPENING_LINE.match(text, line) if line else None
        if opening and end - 3 < opening.end() <= end:
            return True
    return False


def _gap(start: int, end: int) -> Statement:
    """Stand for the comments between two statements, which may hold characters that may not be."""
    return Statement(
        is_header=False, is_array=False, path=(), start=start, end=end, key_start=start
    )


def _refusal(text: str) -> _Refusal | None:
    try:
        tomli.loads(text)
    except RecursionError:
        return _Refusal("Nested too deeply", 0, 0)
    except ValueError as error:  # tomli's own, and Python's of a number with thousands of digits
        message = str(error)
        place = _PLACE.search(message)
        if place is None:
            return _Refusal("Number too long", 0, 0)
        line, column = (int(part or 0) - 1 for part in place.groups())
        return _Refusal(message[: place.start()], line, column)
    return None


_UNCLOSED_STRING = (
    "Unterminated string",
    "Expected \"'",
    "Illegal character '\\n'",
    "Found invalid character '\\n'",
)
_UNCLOSED = {"[": "an array that is never closed", "{": "an inline table that is never closed"}
_CLOSING = {"[": "]", "{": "}"}
_HINT_ESCAPE = "delete it, or write an escape such as \\u0007 in double quotes"
_READABLE = (
    ("Expected '='", "no = after the key", _HINT_LINE),
    ("Invalid statement", "neither a key nor a header: {}", _HINT_LINE),
    ("Expected ']", "a header that is not closed", "close it with as many ] as it has ["),
    ("Expected newline", "more than one value: {}", _HINT_VALUE),
    ("Invalid date", "not in the calendar: {}", _HINT_VALUE),
    ("Invalid value", "not a TOML value: {}", _HINT_VALUE),
    ("Invalid initial", "not a key: {}", _HINT_LINE),
    ("Unclosed array", "no comma or ] before {}", "put a comma between the values"),
    ("Unclosed inline", "no comma or }} before {}", "put a comma between the keys"),
    ("Unescaped", "a backslash that starts no escape", "write \\\\ or use 'single quotes'"),
    ("Illegal", "a character that may not stand here", _HINT_ESCAPE),
    ("Found", "a character that may not stand here", _HINT_ESCAPE),
    ("Duplicate", "a key that this inline table has already", _HINT_ONE_OF_TWO),
    ("Cannot", "a key that is already something else", _HINT_ONE_OF_TWO),
    ("Nested", "more levels of brackets or keys than can be read", "write it with fewer"),
    ("Number", "a number with too many digits", 'write it as text in "quotes"'),
)
_CODES = {"Duplicate": "duplicate-key", "Cannot": "table-conflict"}


def _explain(text: str, one: Statement, at: int, said: str) -> _Fault:
    """Put into plain words what tomli said of a statement, and where the cause of it stands."""
    is_string = said.startswith(_UNCLOSED_STRING)
    is_at_end = not text[_skip_nothing(text, at, one.end) : one.end]
    if one.unclosed >= 0 and (is_string or is_at_end):
        return _unclosed(text, one.unclosed)
    if is_string:
        return _Fault("unclosed", at, "a string that is never closed", "close it with its quote")
    if said.startswith(("Invalid initial", "Unclosed inline")) and text[at : at + 1] in "\r\n":
        return _Fault("syntax", at, "an inline table over several lines", _HINT_ONE_LINE)
    if said.startswith("Invalid value") and (is_at_end or text[at] in "\r\n#"):
        return _Fault("syntax", at, "no value after the =", _HINT_VALUE)
    start = _start_of_word(text, at)
    if start < at and said.startswith(("Expected newline", "Unclosed")):
        at, said = start, "Invalid value"  # tomli takes 2025-Q3 for a number and a rest
    if said.startswith("Unescaped"):
        at -= 2  # tomli stands behind the escape
    for beginning, message, hint in _READABLE:
        if said.startswith(beginning):
            code = _CODES.get(beginning, "syntax")
            return _Fault(code, at, message.format(_word(text, at, one.end)), hint)
    return _Fault("syntax", at, said[:1].lower() + said[1:], _HINT_LINE)


def _unclosed(text: str, opening: int) -> _Fault:
    bracket = text[opening]
    is_long = text.startswith(_LONG_QUOTES, opening)
    closing = _CLOSING.get(bracket, bracket * 3 if is_long else bracket)
    message = _UNCLOSED.get(bracket, "a string that is never closed")
    return _Fault("unclosed", opening, message, f"close it with {closing}")


def _skip_nothing(text: str, start: int, end: int) -> int:
    """Go past spaces, line ends and comments."""
    found = _NOTHING.match(text, start, end)
    return found.end() if found else start


def _start_of_word(text: str, at: int) -> int:
    """Go back to where the word begins that a place is in the middle of."""
    start = at
    if _GLUED.match(text, at):
        while start > 0 and _GLUED.match(text, start - 1):
            start -= 1
    return start


def _word(text: str, start: int, end: int) -> str:
    found = _WORD.match(text, start, end)
    return found[0] if found and found[0].isprintable() else ""
