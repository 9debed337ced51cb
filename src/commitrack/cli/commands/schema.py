"""`commitrack schema`."""

import typer

from commitrack.cli.session import session_of
from commitrack.ledger.schema import format_schema


def run(ctx: typer.Context) -> None:
    """The JSON Schema of the ledger, for editors and other tools."""
    session_of(ctx).out(format_schema())
