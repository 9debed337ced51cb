"""Shapes: values of the wrong type, and words that are not among those a key may have."""

from collections.abc import Iterator, Mapping
from datetime import date, datetime, time
from typing import NamedTuple, Protocol

from commitrack.check.faults import clip, did_you_mean, error, warning
from commitrack.check.rows import Row
from commitrack.domain.finding import Finding, Path


class FieldLike(Protocol):
    """What a rule needs to know of a key: the form of its value, and its words if it has a set."""

    @property
    def form(self) -> str: ...  # noqa: D102  the class says it
    @property
    def choices(self) -> tuple[str, ...]: ...  # noqa: D102  the class says it


Fields = Mapping[str, FieldLike]


class Format(NamedTuple):
    """The keys of each sort of table, as the ledger's own tables have them."""

    commitment: Fields
    event: Fields
    correction: Fields
    source: Fields
    seen: Fields


EXPECTED = {
    "text": ("text", "write it in quotes"),
    "texts": ("text or a list of texts", 'write ["…", "…"]'),
    "sources": ("the id of a source or a list of ids", 'write ["…", "…"]'),
    "moment": ("a date", "write 2025-07-08, without quotes"),
    "zone": ("the name of a time zone", 'write "America/New_York"'),
    "period": ("a period", 'write "P90D"'),
    "periods": ("a list of periods", 'write ["P30D", "P7D"]'),
    "condition": ("text or a table", 'write "…" or { on = "ID" }'),
    "flag": ("true or false", "write true or false, without quotes"),
    "id": ("the id of a commitment", 'write "…"'),
}
"""What a value of each form is, and how to write it.

Dates are judged where they are read, lists of tables with the structure.
"""

_LISTS = frozenset({"texts", "sources", "periods"})


def find_wrong_types(row: Row, fields: Fields) -> Iterator[Finding]:
    """Values that are not of their key's form."""
    for key, value in row.table.items():
        form = str(fields[key].form) if key in fields else ""
        if form not in EXPECTED:
            continue
        if form in _LISTS and isinstance(value, list):
            odd = [n for n, item in enumerate(value) if not isinstance(item, str)]
            if odd:
                yield _wrong(row.at(key, odd[0]), f"{key} holds", form, value[odd[0]])
        elif not _fits(form, value):
            yield _wrong(row.at(key), f"{key} is", form, value)
        elif form == "condition" and isinstance(value, dict):
            yield from _check_condition(row.at(key), value)


def find_unknown_words(row: Row, fields: Fields) -> Iterator[Finding]:
    """Words where a key takes one of a closed set."""
    for key, value in row.table.items():
        choices = fields[key].choices if key in fields else ()
        if choices and isinstance(value, str) and value.strip() and value not in choices:
            hint = did_you_mean(value, choices)
            yield error("unknown-word", row.at(key), f"{clip(value)} is not a word of {key}", hint)


def _fits(form: str, value: object) -> bool:
    match form:
        case "moment":
            return isinstance(value, date)
        case "flag":
            return isinstance(value, bool)
        case "condition":
            return isinstance(value, str | dict)
        case _:
            return isinstance(value, str)


def _check_condition(path: Path, table: Mapping[str, object]) -> Iterator[Finding]:
    for key in table:
        if key != "on":
            message = f"{clip(key)} is not a key of a condition"
            yield warning("unknown-key", (*path, key), message, 'it has one: { on = "ID" }')
    if "on" not in table:
        yield error("missing-key", path, "a condition that names nothing", 'write { on = "ID" }')
    elif not isinstance(table["on"], str):
        yield _wrong((*path, "on"), "on is", "id", table["on"])


def _wrong(path: Path, what: str, form: str, value: object) -> Finding:
    name, hint = EXPECTED[form]
    if form == "moment" and isinstance(value, str):
        hint = f"write it without quotes: {clip(value)}"
    return error("wrong-type", path, f"{what} {_type_name(value)}, not {name}", hint)


def _type_name(value: object) -> str:  # noqa: PLR0911  one line a type
    match value:
        case bool():
            return "true or false"
        case int() | float():
            return "a number"
        case str():
            return "text"
        case datetime():
            return "a date with a time"
        case date():
            return "a date"
        case time():
            return "a time"
        case list():
            return "a list"
        case _:
            return "a table"
