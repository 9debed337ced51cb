"""`commitrack show`."""

from typing import Annotated

import typer

from commitrack.app.resolving import find_commitment
from commitrack.app.showing import show_all
from commitrack.cli.completing import complete_ids
from commitrack.cli.opening import open_reported
from commitrack.cli.session import session_of
from commitrack.cli.showing import print_cited, print_shown

FACES = ("table", "plain", "json")
AS_OF = True


def run(
    ctx: typer.Context,
    commitments: Annotated[list[str], typer.Argument(metavar="ID...", autocompletion=complete_ids)],
    explain: Annotated[bool, typer.Option("--explain", help="How its dates came about.")] = False,
    cite: Annotated[
        str | None,
        typer.Option("--cite", metavar="FORM", help="Its sources: text|markdown|bibtex|csl-json."),
    ] = None,
) -> None:
    """One commitment whole: countdown, history with slip, words, sources."""
    session = session_of(ctx)
    ledger = open_reported(session)
    found = dict.fromkeys(find_commitment(given, ledger) for given in commitments)
    shown, missing = show_all(ledger, session.ledger_path, tuple(found), session.now)
    if cite is not None:
        print_cited(session, shown, cite)
    else:
        print_shown(session, ledger, shown, session.face(FACES), explain=explain)
    if missing is not None:
        raise missing
