"""Blocks: records written as TOML text, in the one style of the ledger.

Headers, arrays and inline tables are written here; scalar values by tomli-w. (A tomli-w round trip
would drop every comment, and write events as an inline array that forbids later ones.)
"""

import re
from collections.abc import Mapping
from datetime import date, datetime
from typing import Any, NamedTuple
from unicodedata import category

import tomli_w

_BARE_KEY = re.compile(r"[A-Za-z0-9_-]+\Z")
_LAST_SHORT = 0xFFFF  # the last character that `\\u` can name; others want `\\U`

_HIDDEN = frozenset({"Cc", "Cf", "Zl", "Zp"})
"""Categories of characters that cannot be seen, or turn text round: an editor shows an escape."""


class Block(NamedTuple):
    """One header and its keys.

    Attributes:
        path: such as `("commitment", "x")`, or `("commitment", "x", "event")` for an event.
        is_array: the header has double brackets: one more item of a list.
        table: keys and values, in the order in which they are written.
    """

    path: tuple[str, ...]
    is_array: bool
    table: Mapping[str, Any]


def commitment_block(key: str, table: Mapping[str, Any]) -> Block:
    """A new commitment."""
    return Block(("commitment", key), is_array=False, table=table)


def event_block(key: str, table: Mapping[str, Any]) -> Block:
    """One more event of a commitment."""
    return Block(("commitment", key, "event"), is_array=True, table=table)


def source_block(key: str, table: Mapping[str, Any]) -> Block:
    """A new source."""
    return Block(("source", key), is_array=False, table=table)


def seen_block(key: str, table: Mapping[str, Any]) -> Block:
    """One more look at a source."""
    return Block(("source", key, "seen"), is_array=True, table=table)


def format_block(block: Block) -> str:
    """The block's text, lines ended by LF."""
    name = ".".join(_format_key(key) for key in block.path)
    header = f"[[{name}]]" if block.is_array else f"[{name}]"
    lines = [f"{_format_key(key)} = {format_value(value)}" for key, value in block.table.items()]
    return "\n".join([header, *lines]) + "\n"


def format_value(value: object) -> str:
    """A value as it stands behind the equals sign, always on one line.

    Raises:
        TypeError: TOML has no such value.
    """
    if isinstance(value, Mapping):
        items = [f"{_format_key(str(k))} = {format_value(v)}" for k, v in value.items()]
        return "{ " + ", ".join(items) + " }" if items else "{}"
    if isinstance(value, list | tuple):
        return "[" + ", ".join(format_value(item) for item in value) + "]"
    if isinstance(value, datetime):
        return value.isoformat()
    if isinstance(value, date | int | float | bool):
        return tomli_w.dumps({"x": value}).removeprefix("x = ").rstrip("\n")
    if isinstance(value, str):
        # A plain str: tomli-w does not know subclasses such as those of an enum.
        text = tomli_w.dumps({"x": str(value)}).removeprefix("x = ").rstrip("\n")
        return text if text.isprintable() else "".join(map(_shown, text))
    message = f"TOML has no value for {type(value).__name__}"
    raise TypeError(message)


def _shown(character: str) -> str:
    if character == "\t" or category(character) not in _HIDDEN:
        return character
    code = ord(character)
    return f"\\u{code:04x}" if code <= _LAST_SHORT else f"\\U{code:08x}"


def _format_key(key: str) -> str:
    return key if _BARE_KEY.match(key) else format_value(key)
