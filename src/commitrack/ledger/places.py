"""Places in a ledger: where a value stands, or the text of a commitment or a source."""

import re
from bisect import bisect_right

from commitrack.domain.finding import Path, Place
from commitrack.ledger.scan import TABLES, Keys, Scanner, Statement, inline_keys, statements

Owner = tuple[str, str]
"""A commitment or a source, as (table, id)."""

_DEEPEST = 50  # prefixes of longer keys would cost the square of their length


class Lines:
    """The lines of a text, split once for any number of questions."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._starts = [0, *(found.end() for found in re.finditer("\n", text))]

    def at(self, offset: int) -> Place:
        """Say the place of a character; the line end of CRLF counts as one."""
        line = bisect_right(self._starts, offset)
        in_line_end = self._text[offset - 1 : offset + 1] == "\r\n"
        return Place(line, offset - self._starts[line - 1] + 1 - in_line_end)

    def offset(self, place: Place) -> int:
        """Give the character at a place."""
        return self._starts[place.line - 1] + place.column - 1


class Places:
    """The places of the values of a ledger, from one scan for any number of questions."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._lines = Lines(text)
        self._said: dict[Path, Statement] = {}
        self._implied: dict[Path, Statement] = {}
        self._lengths: dict[Path, int] = {}
        table: Path = ()
        for statement in statements(text):
            if statement.is_header:
                table = self._enter(statement)
            else:
                path = (*table, *statement.path[:_DEEPEST])
                self._note(path, statement, beyond=len(table))

    def of(self, path: Path) -> Place | None:
        """Say where the value stands, or the nearest thing around it that has a place.

        A header's place is its first bracket, a value's the first letter of its key.
        """
        for size in range(len(path), 0, -1):
            known = path[:size]
            if statement := self._said.get(known) or self._implied.get(known):
                return self._lines.at(self._offset(statement, path[size:]))
        return None

    def line_of(self, path: Path) -> int | None:
        """Say the line alone."""
        place = self.of(path)
        return place.line if place else None

    def _enter(self, header: Statement) -> Path:
        """Give the path of a header's table with the indexes of the arrays that it lies in."""
        path: Path = ()
        for depth, key in enumerate(header.path[:_DEEPEST], start=1):
            path = (*path, key)
            self._implied.setdefault(path, header)
            if header.is_array and depth == len(header.path):
                self._lengths[path] = self._lengths.get(path, 0) + 1
            if path in self._lengths:
                path = (*path, self._lengths[path] - 1)
        self._said.setdefault(path, header)
        return path

    def _note(self, path: Path, statement: Statement, beyond: int) -> None:
        self._said.setdefault(path, statement)
        for size in range(beyond + 1, len(path)):
            self._implied.setdefault(path[:size], statement)

    def _offset(self, statement: Statement, rest: Path) -> int:
        if statement.is_header:
            return self._text.index("[", statement.start)
        inside = inline_keys(self._text, statement) if rest else ()
        return next((start for keys, start in inside if keys[:1] == rest[:1]), statement.key_start)


def owner_of(path: Keys) -> Owner | None:
    """Say which commitment or source a path of keys leads into."""
    match path:
        case (table, name, *_) if table in TABLES:
            return table, name
    return None


def block_span(text: str, owner: Owner) -> list[tuple[int, int]]:
    """List where the text of a commitment or a source stands, from its comments on.

    The comments directly above a header belong to it, blank lines around it to nobody.
    """
    table: Keys = ()
    starts: list[tuple[Owner | None, int]] = []
    floor = 0
    for one in Scanner(text).statements():
        table = one.path if one.is_header else table
        whose = owner_of(table if one.is_header else (*table, *one.path))
        if one.is_header or not starts or whose != starts[-1][0]:
            starts.append((whose, _top(text, one.start, floor)))
        floor = one.end
    ends = [*(start for _, start in starts[1:]), len(text)]
    return [
        (start, _last_line_end(text, start, end))
        for (whose, start), end in zip(starts, ends, strict=False)
        if whose == owner
    ]


def _top(text: str, start: int, floor: int) -> int:
    """Go up over the comment lines directly above, but not into what stands before them."""
    while start > floor:
        above = max(floor, text.rfind("\n", floor, start - 1) + 1)
        if not text[above:start].lstrip(" \t").startswith("#"):
            break
        start = above
    return start


def _last_line_end(text: str, start: int, end: int) -> int:
    last = start + len(text[start:end].rstrip())
    return text.find("\n", last) + 1 or len(text)
