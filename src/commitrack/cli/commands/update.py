"""`commitrack update`."""

from typing import Annotated

import typer

from commitrack.app.happening import NewEvent, record_event
from commitrack.cli import telling
from commitrack.cli.completing import complete_events, complete_ids
from commitrack.cli.confirming import confirmed
from commitrack.cli.echoes import echo_happened
from commitrack.cli.session import session_of

FACES = ("table", "plain", "json")


def run(
    ctx: typer.Context,
    commitment: Annotated[str, typer.Argument(metavar="ID", autocompletion=complete_ids)],
    event: Annotated[str, typer.Argument(metavar="EVENT", autocompletion=complete_events)],
    on: telling.On = None,
    due: telling.Due = None,
    effective: telling.Effective = None,
    expires: telling.Expires = None,
    happens: telling.Happens = None,
    role: telling.RoleOption = None,
    by: telling.EventBy = None,
    stated: telling.Stated = None,
    stated_by: telling.StatedBy = None,
    via: telling.Via = None,
    instrument: telling.Instrument = None,
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
    yes: telling.Yes = False,
    dry_run: telling.DryRun = False,
) -> None:
    """Record any event of a commitment: clarified, suspended, step, reported.

    A change of outcome needs a source. The day it happened is its source's, else today.
    """
    session = session_of(ctx)
    new = NewEvent(
        commitment,
        telling.event_type(event),
        telling.given(
            by=telling.listed(by),
            stated=stated,
            stated_by=stated_by,
            via=via,
            instrument=instrument,
            reason=reason,
            superseded_by=superseded_by,
            quote=quote,
            note=note,
        ),
        telling.sources_given(session, source),
        telling.details_given(session, outlet, author, said, published, url),
        on,
        telling.dates_given(due, effective, expires, happens),
        role=telling.role_given(role),
        exact=not session.can_ask,
        confirmed=yes,
        unverified=unverified,
    )
    path, now = session.ledger_path, session.now
    echo_happened(
        session, confirmed(session, new, lambda n: record_event(path, n, now, dry_run=dry_run))
    )
