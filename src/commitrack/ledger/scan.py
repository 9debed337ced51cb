"""Places in a ledger: which statement stands where, told from its tokens alone.

No pattern here can fail after a loop that could be split in two ways, and no part of a text is read
again because of something that never closes: the time is linear, on garbage too.
"""

import re
import sys
from bisect import bisect_right
from collections.abc import Iterator
from typing import NamedTuple

from commitrack.domain.finding import Path, Place

TABLES = ("commitment", "source")
"""The tables whose headers no array and no unclosed string can hold."""

_DEEPEST = 50  # prefixes of longer keys would cost the square of their length

_BARE = r"[A-Za-z0-9_-]++"
_BASIC = r'"(?!"")[^"\\\n]*+(?:\\[^\n][^"\\\n]*+)*"'
_LITERAL = r"'(?!'')[^'\n]*+'"
_KEY = rf"(?:{_BARE}|{_BASIC}|{_LITERAL})"
_DOTTED = rf"{_KEY}(?:[ \t]*+\.[ \t]*+{_KEY})*"
_TABLE = r"[ \t]*\[\[?[ \t]*(?:commitment|source)[ \t]*\."

_BLANK_LINES = re.compile(r"(?:[ \t\r]*+(?:#[^\n]*+)?(?:\n|\Z))*")
_HEAD = re.compile(rf"[ \t]*+(\[\[?)?[ \t]*+({_DOTTED})?[ \t]*+(=|\]*+[ \t\r]*+(?=[#\n]|\Z))?")
_FLAT = re.compile(rf"(?:[^\n\"'\[\]{{}}#]++|{_BASIC}|{_LITERAL}|#[^\n]*+)*")
_ESCAPE_OR_END = re.compile(r'\\.|"""', re.DOTALL)
_TABLE_LINE = re.compile(rf"^{_TABLE}", re.MULTILINE)
_KEY_LINE = re.compile(r"[ \t]*+[A-Za-z0-9_.-]++[ \t]*+=")
_KEY_PART = re.compile(_KEY)
_INNER = re.compile(
    rf'"""[\s\S]*?"""|\'\'\'[\s\S]*?\'\'\'|#[^\n]*+|{_DOTTED}|[\[\]{{}},=]|[^\s\[\]{{}},="\']++'
)
_ESCAPE = re.compile(r"\\(?:u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|(.))")
_SHORT = {"b": "\b", "t": "\t", "n": "\n", "f": "\f", "r": "\r", '"': '"', "\\": "\\"}


class Statement(NamedTuple):
    """A header or a key with its value. What is neither has, in a `Scanner`, an empty path.

    Attributes:
        start: where its first line begins, indentation included.
        end: behind its line end.
        key_start: where its first key stands, in a header behind the brackets.
        unclosed: the string or bracket in it that nothing closes, or -1.
    """

    is_header: bool
    is_array: bool
    path: tuple[str, ...]
    start: int
    end: int
    key_start: int
    unclosed: int = -1


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


class Scanner:
    """Reads the statements of a text one after the other, from any start of a line.

    Attributes:
        long_strings: where the strings over several lines stood that were met so far.
    """

    def __init__(self, text: str) -> None:
        self.long_strings: list[tuple[int, int]] = []
        self._text = text
        self._decoded: dict[str, tuple[str, ...]] = {}
        # An unclosed string holds every later opening of its kind, and these close no more than it.
        self._never_closed_from = {'"': len(text), "'": len(text)}

    def statements(self, start: int = 0) -> Iterator[Statement]:
        """Yield the statements from the line at `start` on, and lines that are none."""
        position = _past(_BLANK_LINES, self._text, start)
        while position < len(self._text):
            statement = self._statement(position)
            yield statement
            position = _past(_BLANK_LINES, self._text, statement.end)

    def _statement(self, start: int) -> Statement:
        head = _HEAD.match(self._text, start)
        brackets, raw, after = head.groups() if head else (None, None, None)
        path, key_start = self._decode(raw or ""), head.start(2) if head else start
        is_alone = after not in {None, "="}
        is_header = bool(brackets and path and (is_alone or path[0] in TABLES))
        if is_header:
            end, unclosed = self._text.find("\n", key_start) + 1 or len(self._text), -1
        elif head and path and after == "=" and not brackets:
            end, unclosed = self._value(head.end())
        else:
            path, key_start = (), start
            end, unclosed = self._value(start)
        is_array = is_header and brackets == "[["
        return Statement(is_header, is_array, path, start, end, key_start, unclosed)

    def _decode(self, raw: str) -> tuple[str, ...]:
        if raw not in self._decoded:
            self._decoded[raw] = _decode(raw)
        return self._decoded[raw]

    def _value(self, position: int) -> tuple[int, int]:
        """Go to the end of the statement; also say what in it is never closed, or -1."""
        text, brackets, lost = self._text, list[int](), -1
        while True:
            position = _past(_FLAT, text, position)
            match text[position : position + 1]:
                case "[" | "{":
                    brackets.append(position)
                case "]" | "}":
                    del brackets[-1:]
                case "\n" if not brackets or self._resumes(position, brackets[-1]):
                    return position + 1, brackets[-1] if brackets and lost < 0 else lost
                case "\n":
                    pass
                case "":
                    return position, brackets[-1] if brackets and lost < 0 else lost
                case quote:
                    end, closed = self._string(position, quote)
                    lost = position if not closed and lost < 0 else lost
                    if not closed and text[end : end + 1] != "\n":
                        return end, lost
                    position = end
                    continue
            position += 1

    def _resumes(self, line_end: int, bracket: int) -> bool:
        """Tell whether the next line can only be a statement: then the bracket is never closed."""
        if _TABLE_LINE.match(self._text, line_end + 1):
            return True
        if not _KEY_LINE.match(self._text, line_end + 1):
            return False
        line = self._text[max(bracket, self._text.rfind("\n", 0, line_end)) : line_end]
        # TOML 1.1 allows this; it is refused as a whole, not once for each of its lines.
        return not (self._text[bracket] == "{" and line.rstrip().endswith(("{", ",")))

    def _string(self, start: int, quote: str) -> tuple[int, bool]:
        """Go to the end of a string that is long or unclosed; tell whether it is closed."""
        text = self._text
        if not text.startswith(quote * 3, start):
            end = text.find("\n", start)
            return (len(text) if end < 0 else end), False
        end = self._end_of_long(start, quote)
        if closed := end >= 0:
            end += text.startswith(quote, end)  # two quotes may stand before the closing three
            end += text.startswith(quote, end)
        else:
            self._never_closed_from[quote] = start
            end = next_table_line(text, start)
        self.long_strings.append((start, end))
        return end, closed

    def _end_of_long(self, start: int, quote: str) -> int:
        if start >= self._never_closed_from[quote]:
            return -1
        if quote == "'":
            end = self._text.find("'''", start + 3)
            return end if end < 0 else end + 3
        parts = _ESCAPE_OR_END.finditer(self._text, start + 3)
        return next((part.end() for part in parts if part[0] == '"""'), -1)


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
        if rest and isinstance(rest[0], str):
            return self._inner(statement, rest[0])
        return statement.key_start

    def _inner(self, statement: Statement, key: str) -> int:
        """Find a key of the inline table that is the value, else the key of the statement."""
        value = _past(_HEAD, self._text, statement.start)
        tokens = _INNER.finditer(self._text, value, statement.end)
        first = next(tokens, None)
        depth, is_key = (1, True) if first and first[0] == "{" else (0, False)
        for token in tokens:
            match token[0]:
                case "[" | "{":
                    depth += 1
                case "]" | "}":
                    depth -= 1
                case ",":
                    is_key = depth == 1
                case raw if is_key:
                    if _decode(raw)[:1] == (key,):
                        return token.start()
                    is_key = False
                case _:
                    pass
        return statement.key_start


def statements(text: str) -> list[Statement]:
    """List the headers and keys of a text, in order."""
    return [statement for statement in Scanner(text).statements() if statement.path]


def place_at(text: str, offset: int) -> Place:
    """Say the place of one character; for several use `Lines`."""
    return Lines(text).at(offset)


def find_place(text: str, path: Path) -> Place | None:
    """Say the place of one value; for several use `Places`."""
    return Places(text).of(path)


def next_table_line(text: str, start: int, end: int = sys.maxsize) -> int:
    """Find the next line that begins like a commitment or a source, else the end of the text."""
    found = _TABLE_LINE.search(text, start, end)
    return found.start() if found else len(text)


def owner_of(path: tuple[str, ...]) -> tuple[str, str] | None:
    """Say which commitment or source a path of keys leads into."""
    match path:
        case (table, name, *_) if table in TABLES:
            return table, name
    return None


def block_span(text: str, owner: tuple[str, str]) -> list[tuple[int, int]]:
    """List where the text of a commitment or a source stands, from its comments on.

    The comments directly above a header belong to it, blank lines around it to nobody.
    """
    table: tuple[str, ...] = ()
    starts: list[tuple[tuple[str, str] | None, int]] = []
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


def _past(pattern: re.Pattern[str], text: str, position: int) -> int:
    found = pattern.match(text, position)
    return found.end() if found else position


def _decode(raw: str) -> tuple[str, ...]:
    """Turn a dotted key into its names."""
    if '"' not in raw and "'" not in raw:
        return tuple(part.strip(" \t") for part in raw.split(".")) if raw else ()
    return tuple(map(_name, _KEY_PART.findall(raw)))


def _name(key: str) -> str:
    match key[0]:
        case '"':
            return _ESCAPE.sub(_character, key[1:-1])
        case "'":
            return key[1:-1]
        case _:
            return key


def _character(escape: re.Match[str]) -> str:
    """Decode one escape; what is none stays as it is."""
    short, long, letter = escape.groups()
    if letter:
        return _SHORT.get(letter, escape[0])
    code = int(short or long, 16)
    return chr(code) if code <= sys.maxunicode else escape[0]
