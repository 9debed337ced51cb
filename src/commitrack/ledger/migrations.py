"""Migrations: a ledger of an older format, read as though it were written in the current one."""

from collections.abc import Callable, Mapping
from typing import Any

from commitrack.ledger.fields import FORMAT

Step = Callable[[dict[str, Any]], dict[str, Any]]

STEPS: Mapping[int, Step] = {}
"""From each older format, the step to the next. Format 1 is the first: there is none yet."""


def migrate(
    data: dict[str, Any], steps: Mapping[int, Step] = STEPS, current: int = FORMAT
) -> dict[str, Any]:
    """The data in the current format; as it is where no step leads on from its own.

    The file is not touched: what a person wrote there stays.

    >>> migrate({"format": 1, "pledge": {}}, {1: lambda old: {"commitment": old["pledge"]}}, 2)
    {'commitment': {}, 'format': 2}
    """
    version = data.get("format")
    while isinstance(version, int) and version < current and version in steps:
        data = steps[version](data)
        version += 1
        data["format"] = version
    return data
