"""`commitrack close`."""

from typing import Annotated

import typer

from commitrack.app.happening import NewEvent, record_event
from commitrack.cli import telling
from commitrack.cli.completing import complete_ids, complete_outcomes
from commitrack.cli.echoes import echo_happened
from commitrack.cli.session import session_of

FACES = ("table", "plain", "json")


def run(
    ctx: typer.Context,
    commitment: Annotated[str, typer.Argument(metavar="ID", autocompletion=complete_ids)],
    outcome: Annotated[
        str,
        typer.Argument(
            metavar="OUTCOME",
            help="kept, partly, broken, withdrawn, lapsed, superseded, in-effect.",
            autocompletion=complete_outcomes,
        ),
    ],
    on: telling.On = None,
    by: telling.EventBy = None,
    reason: telling.Reason = None,
    superseded_by: telling.SupersededBy = None,
    source: telling.Sources = None,
    outlet: telling.Outlet = None,
    author: telling.Author = None,
    said: telling.Said = None,
    published: telling.Published = None,
    url: telling.Url = None,
    quote: telling.Quote = None,
    note: telling.NoteOption = None,
    unverified: telling.Unverified = False,
    dry_run: telling.DryRun = False,
) -> None:
    """What became of it. Only a person says so, and only with a source.

    A later event reopens it: `commitrack update ID resumed`.
    """
    session = session_of(ctx)
    new = NewEvent(
        commitment,
        telling.outcome_event(outcome),
        telling.given(
            by=telling.listed(by),
            reason=reason,
            superseded_by=superseded_by,
            quote=quote,
            note=note,
        ),
        telling.sources_given(session, source),
        telling.details_given(session, outlet, author, said, published, url),
        on,
        exact=not session.can_ask,
        unverified=unverified,
    )
    echo_happened(session, record_event(session.ledger_path, new, session.now, dry_run=dry_run))
