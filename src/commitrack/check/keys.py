"""Keys: names that the format does not know, and those that a table cannot do without."""

from collections.abc import Iterator, Mapping

from commitrack.check.faults import clip, did_you_mean, error, warning
from commitrack.check.rows import Row, Table
from commitrack.domain.finding import Finding, Severity

_TOP = ("format", "commitment", "source")
_NEEDED = {
    "commitment": {"title": Severity.ERROR, "kind": Severity.ERROR, "recorded": Severity.WARNING},
    "event": {"type": Severity.ERROR, "on": Severity.ERROR, "recorded": Severity.WARNING},
    "seen": {"on": Severity.WARNING},
}
_NAMES = {
    "commitment": "a commitment",
    "event": "an event",
    "correction": "a correction",
    "source": "a source",
    "seen": "a look at a source",
}


def find_unknown_tables(data: Table) -> Iterator[Finding]:
    """Names at the top that are no key of a ledger: what stands under them is not read."""
    for key in data:
        if key not in _TOP:
            message = f"{clip(key)} is not read: the top of a ledger has no such key"
            yield warning("unknown-key", (key,), message, did_you_mean(key, _TOP))


def find_unknown_keys(row: Row, known: Mapping[str, object], what: str) -> Iterator[Finding]:
    """Keys that a table of this sort does not have; they are kept, and mean nothing."""
    for key in row.table:
        if key in known or (key == "void" and key in row.origins):
            continue
        message = f"{clip(key)} is not a key of {_NAMES[what]}"
        yield warning("unknown-key", row.at(key), message, did_you_mean(key, known))


def find_missing_keys(row: Row, what: str) -> Iterator[Finding]:
    """Keys that every table of this sort has."""
    for key, severity in _NEEDED.get(what, {}).items():
        if key not in row.slips and _is_blank(row.table.get(key)):
            make = error if severity is Severity.ERROR else warning
            message = f"{_NAMES[what]} without `{key}`"
            yield make("missing-key", row.path, message, _remedy(key))
    if what == "seen" and row.has("text") != row.has("sha256"):
        yield _half_kept(row)


def _half_kept(row: Row) -> Finding:
    if "text" in row.table:
        message = "a kept text without `sha256`: nobody could tell whether it was changed"
        return warning("missing-key", row.at("text"), message, "add what `sha256sum` says of it")
    message = "`sha256` without `text`: there is nothing that it belongs to"
    return warning("missing-key", row.at("sha256"), message, "name the kept text, or delete it")


def _is_blank(value: object) -> bool:
    return value is None or (isinstance(value, str) and not value.strip())


def _remedy(key: str) -> str:
    match key:
        case "on":
            return "the day on which it happened: on = 2025-07-08"
        case "recorded":
            return "the day on which it was entered: recorded = 2025-07-08"
        case _:
            return f'write {key} = "…"'
