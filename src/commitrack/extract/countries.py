"""Countries: what names, peoples and capitals stand for, after the package countryinfo."""

import json
import os
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.util import find_spec

from commitrack.extract.lexicon import read_table

_CODE_LENGTHS = (2, 3)


@cache
def load_parties(language: str) -> Mapping[str, str]:
    """Codes of countries and institutions by each of their names."""
    table = read_table(language, "parties")
    found: dict[str, str] = {}
    skipped = _words(table, "skipped-names") | _words(table, "ambiguous-capitals")
    codes = _words(table, "skipped-codes")
    for record in _records():
        code = _text(record.get("ISO", {}).get("alpha2"))
        if code and code not in codes:
            for name in _names(record):
                if name not in skipped:
                    found.setdefault(name, code)
    for key in ("countries", "institutions"):
        section = table[key]
        if isinstance(section, dict):
            found.update(
                {name: code for code, names in section.items() for name in names.split("|")}
            )
    return found


def _words(table: Mapping[str, object], key: str) -> frozenset[str]:
    return frozenset(str(table[key]).split("|"))


def _records() -> Iterator[dict[str, dict[str, str]]]:
    """The package's own files: to import it takes as long as to read them."""
    spec = find_spec("countryinfo")
    for place in (spec and spec.submodule_search_locations) or ():
        with os.scandir(os.path.join(place, "data")) as entries:  # noqa: PTH118 - pathlib is slow
            for path in sorted(entry.path for entry in entries if entry.name.endswith(".json")):
                with open(path, "rb", buffering=0) as file:  # noqa: PTH123
                    yield json.loads(file.read())


def _names(record: Mapping[str, object]) -> Iterator[str]:
    yield _text(record.get("name")).removeprefix("The ")
    yield from _text(record.get("demonym")).replace("/", ",").split(",")
    capital = _text(record.get("capital"))
    yield capital
    others = record.get("altSpellings")
    for other in others if isinstance(others, list) else ():
        if len(other) not in _CODE_LENGTHS and other.isascii() and "," not in other:
            yield other.removeprefix("The ").removeprefix("the ")


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""
