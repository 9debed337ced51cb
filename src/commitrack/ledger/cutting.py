"""Cutting: a broken ledger's text into blocks, at its headers and at the markers of conflicts."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from typing import NamedTuple

from commitrack.ledger.scan import (
    KEY_LINE,
    Keys,
    Scanner,
    Statement,
    long_strings,
    next_table_line,
)

_LONG_QUOTES = ('"""', "'''")
_MARKER = re.compile(r"^(?:<{7}|\|{7}|={7}|>{7})(?=[ \r\n]|\Z)", re.MULTILINE)
_OPENING_LINE = re.compile(KEY_LINE.pattern + r"[ \t]*+(?:\"\"\"|''')", re.MULTILINE)


class Block(NamedTuple):
    """What stands from a header to the next.

    Attributes:
        table: the path of the header, () above all headers.
        torn: the tables that its keys may belong to, where a conflict cuts them off from theirs.
    """

    table: Keys
    torn: tuple[Keys, ...]
    start: int
    end: int
    statements: list[Statement]

    def header(self) -> Statement | None:
        """Give its header; what follows a conflict or a fault has none of its own."""
        return self.statements[0] if self.statements and self.statements[0].is_header else None

    def path_of(self, one: Statement) -> Keys:
        """Give the whole path of a statement in it."""
        return one.path if one.is_header else (*self.table, *one.path)


class Conflicts:
    """The places where git could not merge.

    Attributes:
        text: the ledger's, with a comment of the same length for each marker.
        groups: where the markers of each conflict stand.
        marks: where all of them stand.
    """

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
    strings = long_strings(text)
    groups: list[list[int]] = []
    is_open = False
    for marker in _MARKER.finditer(text):
        if marker[0].startswith("<") or not is_open:
            groups.append([])
        groups[-1].append(marker.start())
        is_open = not marker[0].startswith(">")
    return [group for group in groups if not _is_in_one_string(group, strings)]


def _is_in_one_string(marks: list[int], strings: list[tuple[int, int]]) -> bool:
    number = bisect_right(strings, (marks[0], 0)) - 1
    return number >= 0 and marks[-1] < strings[number][1]


class Cutter:
    """Cuts a text into blocks, at its headers and at the markers of conflicts."""

    def __init__(self, conflicts: Conflicts) -> None:
        self._text = conflicts.text
        self._conflicts = conflicts
        self._scanner = Scanner(self._text)
        self._table: Keys = ()
        self._torn: tuple[Keys, ...] = ()
        self._before: Keys = ()
        self._sides: tuple[Keys, ...] = ()

    def blocks(self, start: int, inside: Block | None) -> Iterator[Block]:
        """Yield the blocks from a line on; `inside` is the block that the line stands in."""
        self._table, self._torn = (inside.table, inside.torn) if inside else ((), ())
        end = start
        found: list[Statement] = []
        for one in self._scanner.statements(start):
            table, torn = self._table, self._torn
            if self._pass_markers(end, one.start) or one.is_header:
                yield Block(table, torn, start, one.start, found)
                start, found = one.start, []
            if one.is_header:
                self._table, self._torn = one.path, ()
            found.append(one)
            end = one.end
            if swallowed(self._text, one):  # reading on would be in vain
                yield Block(self._table, self._torn, start, end, found)
                start, found = end, []
        yield Block(self._table, self._torn, start, len(self._text), found)

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


def swallowed(text: str, one: Statement) -> int:
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
    key = (KEY_LINE if is_open else _OPENING_LINE).search(text, second_line, one.end)
    table = next_table_line(text, second_line, one.end)
    line = min(key.start() if key else table, table)
    return line if line < one.end else 0


def _closes_at_an_opening(text: str) -> bool:
    for start, end in long_strings(text):
        line = text.rfind("\n", start, end) + 1
        opening = _OPENING_LINE.match(text, line) if line else None
        if opening and end - 3 < opening.end() <= end:
            return True
    return False
