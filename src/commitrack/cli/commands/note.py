"""`commitrack note`."""

from typing import Annotated

import typer

from commitrack.app.happening import NewEvent, record_event
from commitrack.cli import telling
from commitrack.cli.completing import complete_ids
from commitrack.cli.echoes import echo_happened
from commitrack.cli.session import session_of
from commitrack.domain.vocabulary import EventType
from commitrack.errors import UsageError

FACES = ("table", "plain", "json")


def run(
    ctx: typer.Context,
    commitment: Annotated[str, typer.Argument(metavar="ID", autocompletion=complete_ids)],
    text: Annotated[str | None, typer.Argument(metavar="[TEXT]", show_default=False)] = None,
    checked: Annotated[
        bool, typer.Option("--checked", help="Looked, and found nothing new.")
    ] = False,
    on: telling.On = None,
    by: telling.EventBy = None,
    source: telling.Sources = None,
    outlet: telling.Outlet = None,
    author: telling.Author = None,
    said: telling.Said = None,
    published: telling.Published = None,
    url: telling.Url = None,
    quote: telling.Quote = None,
    unverified: telling.Unverified = False,
    dry_run: telling.DryRun = False,
) -> None:
    """A remark; or, with --checked, that you looked and found nothing new.

    A remark changes nothing. A check puts the next review off.
    """
    session = session_of(ctx)
    if not checked and not (text and text.strip()):
        raise UsageError("there is nothing to note", remedy="give a TEXT, or --checked")
    new = NewEvent(
        commitment,
        EventType.CHECKED if checked else EventType.NOTE,
        telling.given(by=telling.listed(by), note=text, quote=quote),
        telling.sources_given(session, source),
        telling.details_given(session, outlet, author, said, published, url),
        on or "today",
        exact=not session.can_ask,
        unverified=unverified,
    )
    echo_happened(session, record_event(session.ledger_path, new, session.now, dry_run=dry_run))
