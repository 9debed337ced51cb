"""Opening the ledger for a reader: what is readable is shown, what is not is said first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from commitrack.app.opening import open_ledger

if TYPE_CHECKING:
    from commitrack.cli.session import Session
    from commitrack.ledger.reading import Ledger


def open_reported(session: Session) -> Ledger:
    """The ledger, read. Its faults go to stderr; those that make it invalid end in exit 4."""
    ledger = open_ledger(session.ledger_path)
    if ledger.findings:
        from commitrack.cli.faults import warn_of_faults  # noqa: PLC0415  # only with faults

        warn_of_faults(session, ledger)
    return ledger
