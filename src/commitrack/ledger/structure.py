"""What a valid ledger may not be, though it is valid TOML: each with the remedy.

Most of it would forbid that blocks are appended, which is how a ledger grows.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from commitrack.ledger.fields import COMMITMENT, FORMAT, SOURCE

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from commitrack.domain.finding import Finding, Path

ID = re.compile(r"[a-z0-9][a-z0-9-]*\Z")
"""What an id looks like."""

_PARTS = {"commitment": "event", "source": "seen"}
_OWN_KEYS = {"commitment": COMMITMENT, "source": SOURCE}
_PHANTOMS = frozenset(f"phantom-{part}" for part in _PARTS.values())
_ELSEWHERE = ("",)
_HINT_HEADER = "write it under a header of its own, such as [{}.some-id]"


def find_refused(text: str, data: Mapping[str, Any]) -> list[Finding]:
    """Every fault of structure, each stopping the ledger from being valid."""
    found = [*_check_format(data)]
    for table in _PARTS:
        found += _check_table(table, data.get(table, {}))
    if not found and _has_headers_alone(text, data):
        return found
    from commitrack.ledger.scan import statements  # noqa: PLC0415  # a plain ledger needs no scan

    if any(finding.code in _PHANTOMS for finding in found):
        headers = {one.path for one in statements(text) if one.is_header and not one.is_array}
        found = [one for one in found if one.code not in _PHANTOMS or one.path[:2] not in headers]
    known = {finding.path for finding in found}
    return found + [finding for finding in _check_inline(text) if finding.path not in known]


def _has_headers_alone(text: str, data: Mapping[str, Any]) -> bool:
    """Whether each record, and each part of one, starts with a line that is its header.

    A look that costs little. Where the numbers differ, or a string over several lines could hold
    such a line, a scan finds out.
    """
    if '"""' in text or "'''" in text:
        return False
    for table, part in _PARTS.items():
        records = data.get(table, {})
        parts = [record[part] for record in records.values() if part in record]
        if (table in data and not records) or not all(parts):
            return False
        # The header of a table inside a record looks like that of a record.
        own = _OWN_KEYS[table].keys()
        if any(dict in map(type, r.values()) for r in records.values() if not r.keys() <= own):
            return False
        if _count_lines(text, f"[{table}.") != len(records):
            return False
        if _count_lines(text, f"[[{table}.") != sum([len(rows) for rows in parts]):
            return False
    return True


def _count_lines(text: str, start: str) -> int:
    return text.count(f"\n{start}") + text.startswith(start)


def _stop(code: str, message: str, hint: str, path: Path, key: str | None = None) -> Finding:
    from commitrack.domain.finding import Finding, Severity  # noqa: PLC0415  # only for a fault

    return Finding(code, Severity.ERROR, message, hint, key, path, stops=True)


def _check_format(data: Mapping[str, Any]) -> Iterator[Finding]:
    if "format" not in data:
        hint = f"write `format = {FORMAT}` above the first header; an emptied file has lost it too"
        yield _stop("no-format", "this ledger does not say its format", hint, ("format",))
    elif type(data["format"]) is not int or data["format"] != FORMAT:
        message = "format has a value that this version does not know"
        hint = f"it reads format = {FORMAT}; a newer commitrack may read this ledger"
        yield _stop("unknown-format", message, hint, ("format",))


def records_of(table: str, value: object) -> dict[str, Any]:
    """The commitments or sources by id, with those that a `[[commitment]]` above took in."""
    match value:
        case dict():
            return value
        case list():
            own = _OWN_KEYS[table]
            items = [item for item in value if isinstance(item, dict)]
            pairs = [pair for item in items for pair in item.items()]
            return {k: record for k, record in pairs if k not in own and isinstance(record, dict)}
        case _:
            return {}


def _check_table(table: str, value: object) -> Iterator[Finding]:
    if isinstance(value, list):
        hint = f"every {table} has an id: [{table}.some-id]"
        yield _stop("no-id", f"[[{table}]] gives no id", hint, (table,))
    elif not isinstance(value, dict):
        yield _stop("not-a-table", f"{table} is not a table", _HINT_HEADER.format(table), (table,))
    part, is_id = _PARTS[table], ID.match
    for key, record in records_of(table, value).items():
        if record.__class__ is not dict or not is_id(key):
            yield _bad_record(table, key, record)
        elif part in record or "format" in record:
            yield from _check_record((table, key), record)


def _bad_record(table: str, key: str, record: object) -> Finding:
    path = (table, key)
    if isinstance(record, dict):
        hint = "an id is lower-case letters, digits and hyphens, and starts with no hyphen"
        return _stop("bad-id", f"{key!r} is not an id", hint, path, key)
    hint = f"write [{table}.{key}] on a line of its own"
    return _stop("not-a-table", f"{table}.{key} is not a table", hint, path, key)


def _check_record(path: tuple[str, str], record: dict[str, Any]) -> Iterator[Finding]:
    table, key = path
    part = _PARTS[table]
    yield from _check_misplaced(path, record)
    if part not in record:
        return
    rows = record[part]
    name = f"{table}.{key}"
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        hint = f"write [[{name}.{part}]] before each"
        yield _stop(f"static-{part}", f"{part} is not a list of tables", hint, (*path, part), key)
        return
    for place, row in enumerate(rows):
        yield from _check_misplaced((*path, part, place), row)
    if record.keys() == {part}:  # unless its header has no keys, which the data does not tell
        message = f"{part} of {key}, but there is no [{name}]"
        hint = f"a slip in the id? else add the header [{name}] and its keys"
        yield _stop(f"phantom-{part}", message, hint, (*path, part, 0), key)


def _check_misplaced(path: Path, table: Mapping[str, Any]) -> Iterator[Finding]:
    if "format" in table:
        hint, place = "move it above the first header", (*path, "format")
        message = "`format` belongs to the top of the file"
        yield _stop("misplaced-key", message, hint, place, str(path[1]))


def _check_inline(text: str) -> Iterator[Finding]:
    """Inline tables and dotted keys where headers must stand: they forbid later blocks."""
    from commitrack.ledger.scan import statements  # noqa: PLC0415  # a plain ledger needs no scan

    inside: tuple[str, ...] = ()
    known: set[tuple[str, ...]] = set()
    for statement in statements(text):
        if statement.is_header:
            # The keys of a [[commitment]] are no fault beside that it gives no id.
            is_no_id = statement.is_array and len(statement.path) == 1
            inside = _ELSEWHERE if is_no_id else statement.path
            continue
        wall = _wall(inside, (*inside, *statement.path))
        if wall and wall not in known:
            known.add(wall)
            yield _inline(wall)


def _wall(inside: tuple[str, ...], path: tuple[str, ...]) -> tuple[str, ...]:
    """What a key makes at a place where a header must stand; () for an ordinary key."""
    if path[0] not in _PARTS:
        return ()
    if len(inside) < len(("commitment", "id")):
        return path[:2]
    return path if inside == path[:2] and path[2:] == (_PARTS[path[0]],) else ()


def _inline(path: tuple[str, ...]) -> Finding:
    name = ".".join(path)
    message = f"{name} is written inline, which forbids later blocks"
    match path:
        case (_, key, part):
            code, header = f"static-{part}", f"[[{name}]]"
        case (_, key):
            code, header = "inline-table", f"[{name}]"
        case _:
            key, code, header = "", "inline-table", f"[{name}.some-id]"
    return _stop(code, message, f"write {header} as a header instead", path, key or None)
