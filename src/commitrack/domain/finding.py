"""Finding: a fault in data, with its place and what to do about it."""

from enum import StrEnum
from typing import NamedTuple


class Severity(StrEnum):
    """An error makes `check` fail; a warning is worth a look."""

    ERROR = "error"
    WARNING = "warning"


class Place(NamedTuple):
    """Line and column, both from 1."""

    line: int
    column: int


Path = tuple[str | int, ...]
"""Keys and indexes that lead to a value of the ledger: `("commitment", "x", "event", 0, "on")`."""


class Finding(NamedTuple):
    """One fault. `path` leads to it in the ledger; `place` is known once it has been looked up.

    Attributes:
        code: stable, such as `bare-year`.
        stops: the ledger is not valid with it: readers go on with the rest, writers refuse.
        id: the commitment or source it belongs to.
    """

    code: str
    severity: Severity
    message: str
    hint: str = ""
    id: str | None = None
    path: Path = ()
    place: Place | None = None
    stops: bool = False
