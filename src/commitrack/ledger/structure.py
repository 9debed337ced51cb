"""What a valid ledger may not be, though it is valid TOML: each with the remedy.

Most of it would forbid that blocks are appended, which is how a ledger grows.
"""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from commitrack.domain.finding import Finding, Path, Severity
from commitrack.ledger.fields import FORMAT
from commitrack.ledger.scan import statements

ID = re.compile(r"[a-z0-9][a-z0-9-]*\Z")
"""What an id looks like."""

_TABLES = ("commitment", "source")
_PARTS = {"commitment": "event", "source": "seen"}
_HINT_HEADER = "write it under a header of its own, such as [commitment.some-id]"


def find_refused(text: str, data: Mapping[str, Any]) -> list[Finding]:
    """Every fault of structure, each stopping the ledger from being valid."""
    found = [*_check_format(data)]
    for table in _TABLES:
        found += _check_table(table, data.get(table, {}))
    found += _check_inline(text)
    return found


def _stop(code: str, message: str, hint: str, path: Path, key: str | None = None) -> Finding:
    return Finding(code, Severity.ERROR, message, hint, key, path, stops=True)


def _check_format(data: Mapping[str, Any]) -> Iterator[Finding]:
    if "format" not in data:
        hint = f"write `format = {FORMAT}` above the first header; an emptied file has lost it too"
        yield _stop("no-format", "this ledger does not say its format", hint, ("format",))
    elif data["format"] != FORMAT or isinstance(data["format"], bool):
        message = f"format = {data['format']!r} is not a format that this version knows"
        hint = f"it reads format = {FORMAT}; a newer commitrack may read this ledger"
        yield _stop("unknown-format", message, hint, ("format",))


def _check_table(table: str, records: object) -> Iterator[Finding]:
    if isinstance(records, list):
        hint = f"every {table} has an id: [{table}.some-id]"
        yield _stop("no-id", f"[[{table}]] gives no id", hint, (table,))
    elif not isinstance(records, dict):
        yield _stop("not-a-table", f"{table} is not a table", _HINT_HEADER, (table,))
    else:
        part = _PARTS[table]
        for key, record in records.items():
            if not ID.match(key) or not isinstance(record, dict):
                yield _bad_record(table, key, record)
            elif part in record or "format" in record:
                yield from _check_record(table, key, record, part)


def _bad_record(table: str, key: str, record: object) -> Finding:
    if isinstance(record, dict):
        hint = "an id is lower-case letters, digits and hyphens, and starts with no hyphen"
        return _stop("bad-id", f"{key!r} is not an id", hint, (table, key), key)
    message = f"{table}.{key} is not a table"
    return _stop("not-a-table", message, f"write [{table}.{key}] on a line of its own", (table, key), key)


def _check_record(table: str, key: str, record: dict[str, Any], part: str) -> Iterator[Finding]:
    path: Path = (table, key)
    if "format" in record:
        hint = "move it above the first header"
        yield _stop("misplaced-key", "`format` belongs to the top of the file", hint, (*path, "format"), key)
    if part not in record:
        return
    rows = record[part]
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        hint = f"write [[{table}.{key}.{part}]] before each"
        yield _stop(f"static-{part}", f"{part} is not a list of tables", hint, (*path, part), key)
    elif record.keys() == {part}:
        message = f"{part} of {key}, but there is no [{table}.{key}]"
        hint = f"a slip in the id? else add the header [{table}.{key}] and its keys"
        yield _stop(f"phantom-{part}", message, hint, (*path, part, 0), key)


def _check_inline(text: str) -> Iterator[Finding]:
    """Inline tables and dotted keys where headers must stand: they forbid later blocks."""
    if not _may_be_inline(text):
        return
    inside: tuple[str, ...] = ()
    for statement in statements(text):
        if statement.is_header:
            inside = statement.path
            continue
        path = (*inside, *statement.path)
        is_key_of_record = len(inside) > 1 and len(path) > _depth(path)
        if path[0] in _TABLES and not is_key_of_record:
            yield _inline(path[: _depth(path)])


def _may_be_inline(text: str) -> bool:
    """A cheap look that a plain ledger passes without a scan."""
    clues = ("event =", "event=", "seen =", "seen=", "[commitment]", "[source]", "\ncommitment", "\nsource")
    return any(clue in text for clue in clues) or text.startswith(_TABLES)


def _depth(path: tuple[str, ...]) -> int:
    """How long a path is at which a value may stand in the way of a header."""
    return 3 if path[-1] == _PARTS[path[0]] else 2


def _inline(path: tuple[str, ...]) -> Finding:
    name = ".".join(path)
    key = path[1] if len(path) > 1 else None
    code = f"static-{path[-1]}" if path[-1] in _PARTS.values() else "inline-table"
    header = f"[[{name}]]" if code.startswith("static") else f"[{name}]" if key else f"[{name}.some-id]"
    message = f"{name} is written inline, which forbids later blocks"
    return _stop(code, message, f"write {header} as a header instead", path, key)
