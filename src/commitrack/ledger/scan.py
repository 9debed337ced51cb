"""Scanning: the text of a ledger to its statements, each with where it stands.

It is told from the tokens alone. No pattern here can fail after a loop that could be split in two
ways, and no part of a text is read again because of something that never closes: the time is
linear, on garbage too.
"""

import re
import sys
from collections.abc import Iterator
from typing import NamedTuple

Keys = tuple[str, ...]
"""The names of a dotted key."""

TABLES = ("commitment", "source")
"""The tables whose headers no array and no unclosed string can hold."""

KEY_LINE = re.compile(r"^[ \t]*+[A-Za-z0-9_.-]++[ \t]*+=", re.MULTILINE)
"""The beginning of a line that can only be a key with its value."""

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
    path: Keys
    start: int
    end: int
    key_start: int
    unclosed: int = -1


class Scanner:
    """Reads the statements of a text one after the other, from any start of a line.

    Attributes:
        long_strings: where the strings over several lines stand that were met so far.
    """

    def __init__(self, text: str) -> None:
        self.long_strings: list[tuple[int, int]] = []
        self._text = text
        self._decoded: dict[str, Keys] = {}
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

    def _decode(self, raw: str) -> Keys:
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
        if not KEY_LINE.match(self._text, line_end + 1):
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


def statements(text: str) -> list[Statement]:
    """List the headers and keys of a text, in order."""
    return [statement for statement in Scanner(text).statements() if statement.path]


def long_strings(text: str) -> list[tuple[int, int]]:
    """List where the strings over several lines stand, their quotes included."""
    scanner = Scanner(text)
    for _ in scanner.statements():
        pass  # only the strings are of interest
    return scanner.long_strings


def inline_keys(text: str, statement: Statement) -> Iterator[tuple[Keys, int]]:
    """Yield the keys of the inline table that a statement's value is, and where each stands."""
    tokens = _INNER.finditer(text, _past(_HEAD, text, statement.start), statement.end)
    first = next(tokens, None)
    if first is None or first[0] != "{":
        return
    depth, is_key = 1, True
    for token in tokens:
        match token[0]:
            case "[" | "{":
                depth += 1
            case "]" | "}":
                depth -= 1
            case ",":
                is_key = depth == 1
            case raw if is_key:
                yield _decode(raw), token.start()
                is_key = False
            case _:
                pass


def next_table_line(text: str, start: int, end: int = sys.maxsize) -> int:
    """Find the next line that begins like a commitment or a source, else the end of the text."""
    found = _TABLE_LINE.search(text, start, end)
    return found.start() if found else len(text)


def _past(pattern: re.Pattern[str], text: str, position: int) -> int:
    found = pattern.match(text, position)
    return found.end() if found else position


def _decode(raw: str) -> Keys:
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
