"""`commitrack init`."""

from pathlib import Path
from typing import Annotated

import typer

from commitrack.app.writing import make_ledger, write_schema
from commitrack.cli.session import session_of
from commitrack.files.locate import LEDGER_NAME
from commitrack.report.harmless import harmless


def run(
    ctx: typer.Context,
    folder: Annotated[
        Path | None, typer.Argument(metavar="[DIR]", help="Else this folder.", show_default=False)
    ] = None,
) -> None:
    """Start a ledger: a file with nothing in it but its format.

    Where there is one already it stays as it is, and what editors need beside it is renewed.
    """
    session = session_of(ctx)
    if folder is None and session.names_ledger:
        path = session.ledger_to_make
    else:
        path = session.world.folder / (folder or Path()) / LEDGER_NAME
    shown = harmless(session.path_shown(path))
    if path.exists():
        write_schema(path)
        session.out(f"{shown} is there already; nothing in it was changed\n")
        return
    make_ledger(path)
    session.out(f'Made {shown}\n\nNext: commitrack add "TITLE" --due DATE --source FILE-OR-URL\n')
