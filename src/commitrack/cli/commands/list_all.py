"""`commitrack list`."""

from typing import Annotated

import typer

from commitrack.app.listing import SORT_KEYS, find_all, sort_items
from commitrack.cli.listing import print_items
from commitrack.cli.opening import open_reported
from commitrack.cli.options import FORMATS, Filters
from commitrack.cli.session import session_of
from commitrack.errors import UsageError

FACES = FORMATS
AS_OF = True


def run(
    ctx: typer.Context,
    filters: Filters = None,
    sort: Annotated[
        str | None,
        typer.Option(metavar="KEY", help=f"{', '.join(SORT_KEYS)}; else as in the ledger."),
    ] = None,
    exit_code: Annotated[
        bool, typer.Option("--exit-code", help="Exit 1 if any is listed.")
    ] = False,
) -> None:
    """Everything that matches, in any state, one line a commitment."""
    session = session_of(ctx)
    if sort is not None and sort not in SORT_KEYS:
        raise UsageError(f"cannot sort by {sort}", remedy=f"keys: {' '.join(SORT_KEYS)}")
    condition = session.condition(filters)
    ledger = open_reported(session)
    items = find_all(ledger.commitments, session.now, condition)
    items = sort_items(items, sort) if sort else items

    def table() -> object:
        from commitrack.report.list_table import ListTable  # noqa: PLC0415  # terminals only

        return ListTable(items, session.now)

    print_items(session, ledger, items, FACES, table)
    session.end_listing(items, exit_code=exit_code)
