"""`commitrack undo`."""

import typer

from commitrack.app.undoing import undo_last
from commitrack.cli.session import session_of
from commitrack.report.harmless import harmless
from commitrack.report.words import plural

SHOWN = 12


def run(ctx: typer.Context) -> None:
    """Take the last change back, whatever verb made it.

    Only while the ledger is as commitrack wrote it, and only once: a second undo is refused.
    """
    session = session_of(ctx)
    undone = undo_last(session.ledger_path)
    for line in [line for line in undone.removed if line.strip()][:SHOWN]:
        session.out(f"- {harmless(line)}\n")
    if len(undone.removed) > SHOWN:
        session.out(f"- … {len(undone.removed) - SHOWN} more\n")
    gone = plural(len(undone.removed), "line")
    session.out(f"Took back {gone} of {harmless(session.shown_path)}")
    session.out(f", put back {plural(len(undone.restored), 'line')}\n" if undone.restored else "\n")
