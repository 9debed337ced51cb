"""Syntax: what TOML refuses in a text, in plain words at the place of the cause."""

import re
from typing import NamedTuple

import tomli

from commitrack.ledger.faults import KEEP_ONE, Fault
from commitrack.ledger.scan import Statement

_PLACE = re.compile(r" \(at (?:line (\d+), column (\d+)|end of document)\)\Z")
_NOTHING = re.compile(r"(?:\s++|#[^\n]*+)*")
_WORD = re.compile(r"[^\s,\]}#]{1,40}|.")
_GLUED = re.compile(r"[\w.:+-]")

_HINT_LINE = "a line is `key = value`, a [header] or a # comment"
_HINT_VALUE = 'text and uncertain dates stand in "quotes"; a day is written 2025-07-08'
_HINT_ONE_LINE = "write the whole table from { to } on one line"
_HINT_ESCAPE = "delete it, or write an escape such as \\u0007 in double quotes"
_UNCLOSED_STRING = (
    "Unterminated string",
    "Expected \"'",
    "Illegal character '\\n'",
    "Found invalid character '\\n'",
)
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
    ("Duplicate", "a key that this inline table has already", KEEP_ONE),
    ("Cannot", "a key that is already something else", KEEP_ONE),
    ("Nested", "more levels of brackets or keys than can be read", "write it with fewer"),
    ("Number", "a number with too many digits", 'write it as text in "quotes"'),
)
_CODES = {"Duplicate": "duplicate-key", "Cannot": "table-conflict"}


class Refusal(NamedTuple):
    """What tomli says, and of which line and column (both from 0; line -1 is the end)."""

    message: str
    line: int
    column: int


def try_toml(text: str) -> tuple[dict[str, object], Refusal | None]:
    """Read a text as TOML; give nothing, and what tomli says, if it is not."""
    try:
        return tomli.loads(text), None
    except RecursionError:
        return {}, Refusal("Nested too deeply", 0, 0)
    except ValueError as error:  # tomli's own, and Python's of a number with thousands of digits
        return {}, _refusal(str(error))


def _refusal(message: str) -> Refusal:
    place = _PLACE.search(message)
    if place is None:
        return Refusal("Number too long", 0, 0)
    line, column = (int(part or 0) - 1 for part in place.groups())
    return Refusal(message[: place.start()], line, column)


def explain(text: str, one: Statement, at: int, said: str) -> Fault:
    """Put into plain words what tomli said of a statement, and where the cause of it stands."""
    is_string = said.startswith(_UNCLOSED_STRING)
    is_at_end = _NOTHING.fullmatch(text, at, one.end) is not None
    if one.unclosed >= 0 and (is_string or is_at_end):
        return _unclosed(text, one.unclosed)
    if is_string:
        return Fault("unclosed", at, "a string that is never closed", "close it with its quote")
    if said.startswith(("Invalid initial", "Unclosed inline")) and text[at : at + 1] in "\r\n":
        return Fault("syntax", at, "an inline table over several lines", _HINT_ONE_LINE)
    if said.startswith("Invalid value") and (is_at_end or text[at] in "\r\n#"):
        return Fault("syntax", at, "no value after the =", _HINT_VALUE)
    start = _start_of_word(text, at)
    if start < at and said.startswith(("Expected newline", "Unclosed")):
        at, said = start, "Invalid value"  # tomli takes 2025-Q3 for a number and a rest
    if said.startswith("Unescaped"):
        at -= 2  # tomli stands behind the escape
    for beginning, message, hint in _READABLE:
        if said.startswith(beginning):
            code = _CODES.get(beginning, "syntax")
            return Fault(code, at, message.format(_word(text, at, one.end)), hint)
    return Fault("syntax", at, said[:1].lower() + said[1:], _HINT_LINE)


def _unclosed(text: str, opening: int) -> Fault:
    match text[opening]:
        case "[":
            what, closing = "an array", "]"
        case "{":
            what, closing = "an inline table", "}"
        case quote:
            is_long = text.startswith(quote * 3, opening)
            what, closing = "a string", quote * 3 if is_long else quote
    return Fault("unclosed", opening, f"{what} that is never closed", f"close it with {closing}")


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
