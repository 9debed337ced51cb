"""Opening a ledger: its bytes read and made into values, with every fault that was met."""

from __future__ import annotations

from typing import TYPE_CHECKING

from commitrack.errors import InvalidLedgerError, NoLedgerError
from commitrack.ledger.reading import Ledger, decode, read_ledger

if TYPE_CHECKING:
    from pathlib import Path


def open_ledger(path: Path) -> Ledger:
    """The ledger at a path. Faults of its text are findings, never exceptions.

    Raises:
        NoLedgerError: it is not there.
        InvalidLedgerError: it cannot be read at all, or is not UTF-8.
    """
    return read_ledger(decode(read_bytes(path), str(path)), str(path))


def read_bytes(path: Path) -> bytes:
    """The content of a ledger.

    Raises:
        NoLedgerError: it is not there.
        InvalidLedgerError: it cannot be read.
    """
    try:
        if path.exists() and not path.is_file():
            message = f"{path} is not a file"
            raise InvalidLedgerError(message, remedy="name the ledger itself")
        return path.read_bytes()
    except FileNotFoundError:
        message = f"no ledger at {path}"
        raise NoLedgerError(message, remedy="start one with `commitrack init`") from None
    except OSError as fault:
        message = f"cannot read {path}: {fault.strerror}"
        raise InvalidLedgerError(message, remedy="it must be a file that you may read") from fault
