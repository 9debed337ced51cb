"""`commitrack due`."""

from typing import Annotated

import typer

from commitrack.app.listing import find_due
from commitrack.cli.listing import print_items
from commitrack.cli.opening import open_reported
from commitrack.cli.options import FORMATS, Filters
from commitrack.cli.session import session_of

FACES = FORMATS
AS_OF = True


def run(
    ctx: typer.Context,
    filters: Filters = None,
    within: Annotated[
        str | None, typer.Option(metavar="WHEN", help="How far ahead: 30d, aug 1, end of month.")
    ] = None,
    late: Annotated[bool, typer.Option("--late", help="All that is late, not five.")] = False,
    exit_code: Annotated[
        bool, typer.Option("--exit-code", help="Exit 1 if any is listed.")
    ] = False,
) -> None:
    """What is late, what is coming, and what has no date.

    The window is 30 days: it includes today and day 30. What is late is shown first whatever the
    window.
    """
    session = session_of(ctx)
    now, until = session.now, session.window(within)
    condition = session.condition(filters)
    ledger = open_reported(session)
    due = find_due(ledger.commitments, now, until, condition)

    def table() -> object:
        from commitrack.report.due_table import DueTable  # noqa: PLC0415  # terminals only

        return DueTable(due.items, now, until, due.beyond, all_late=late, is_filtered=bool(filters))

    face = print_items(session, ledger, due.items, FACES, table)
    if face == "plain":
        session.hint_beyond(due, filters)
    session.end_listing(due.items, exit_code=exit_code)
