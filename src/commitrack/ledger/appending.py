"""Appending: new blocks at the end of a ledger's text, proved to change nothing before them."""

import copy
from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta, timezone
from typing import Any

from commitrack.errors import InvalidLedgerError, WriteError
from commitrack.ledger.blocks import Block, format_block
from commitrack.ledger.reading import parse_toml
from commitrack.ledger.structure import find_refused


class RefusedAppendError(WriteError):
    """The new blocks would not mean what they should at the end of this file."""

    code = "refused-append"


def append_blocks(old: str, blocks: Iterable[Block], name: str) -> str:
    """The old text, and behind it the blocks.

    Every character of `old` stays. The line ends of the blocks are those of the file.

    Raises:
        InvalidLedgerError: `old` is not a valid ledger.
        RefusedAppendError: read again, the whole is not the old values plus the new ones, or
            they make no valid ledger.
    """
    blocks = tuple(blocks)
    data = _valid_data(old, name)
    new = old + _joint(old) + _line_end(old).join(_pieces(blocks, _line_end(old)))
    if not _is_meant(new, data, blocks):
        message = f"a block at the end of {name} would not be read as it is meant"
        remedy = "look for a table that is written inline or by dotted keys: `commitrack check`"
        raise RefusedAppendError(f"{message}; nothing was written", remedy=remedy)
    return new


def _is_meant(new: str, old: Mapping[str, Any], blocks: Iterable[Block]) -> bool:
    try:
        data = parse_toml(new)
        return is_same(data, _expected(old, blocks)) and not find_refused(new, data)
    except (ValueError, RecursionError, KeyError, TypeError, AttributeError):
        return False


def is_same(one: object, other: object) -> bool:
    """Equal in value, type and order: two NaNs are the same; 1, 1.0 and true are not."""
    return repr(one) == repr(other)


def _valid_data(text: str, name: str) -> dict[str, Any]:
    try:
        data = parse_toml(text)
    except (ValueError, RecursionError) as error:
        raise _invalid(f"{name} is not valid TOML: {error}") from None
    stops = find_refused(text, data)
    if stops:
        raise _invalid(f"{name} is not a valid ledger: {stops[0].message}")
    return data


def _invalid(fault: str) -> InvalidLedgerError:
    remedy = "`commitrack check` lists every fault with its place"
    return InvalidLedgerError(f"{fault}; nothing was written", remedy=remedy)


def _line_end(text: str) -> str:
    """The file's own: that of its first line."""
    end = text.find("\n")
    return "\r\n" if end > 0 and text[end - 1] == "\r" else "\n"


def _joint(old: str) -> str:
    """What stands between old and new: a line end if one is missing, and a blank line."""
    if not old:
        return ""
    line_end = _line_end(old)
    return line_end if old.endswith("\n") else line_end * 2


def _pieces(blocks: Iterable[Block], line_end: str) -> list[str]:
    return [format_block(block).replace("\n", line_end) for block in blocks]


def _expected(data: Mapping[str, Any], blocks: Iterable[Block]) -> dict[str, Any]:
    """The old values with the new ones in their places."""
    expected = copy.deepcopy(dict(data))
    for block in blocks:
        *parents, last = block.path
        table: Any = expected
        for key in parents:
            table = table.setdefault(key, {})
        if block.is_array:
            table.setdefault(last, []).append(_plain(block.table))
        elif last in table:
            raise KeyError(last)
        else:
            table[last] = _plain(block.table)
    return expected


def _plain(value: object) -> Any:  # noqa: ANN401  # any TOML value
    """The value as it comes back from a parser."""
    if isinstance(value, Mapping):
        return {str(key): _plain(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(item) for item in value]
    if isinstance(value, datetime) and value.utcoffset() is not None:
        return value.astimezone(timezone(value.utcoffset() or timedelta()))
    return str(value) if isinstance(value, str) else value
