"""`commitrack move`."""

from typing import Annotated

import typer

from commitrack.app.happening import NewEvent, record_event
from commitrack.cli import telling
from commitrack.cli.completing import complete_ids
from commitrack.cli.confirming import confirmed
from commitrack.cli.echoes import echo_happened
from commitrack.cli.session import session_of
from commitrack.domain.vocabulary import EventType

FACES = ("table", "plain", "json")


def run(
    ctx: typer.Context,
    commitment: Annotated[str, typer.Argument(metavar="ID", autocompletion=complete_ids)],
    when: Annotated[
        str, typer.Argument(metavar="WHEN|none", help="The new date; none: no new one.")
    ],
    role: telling.RoleOption = None,
    on: telling.On = None,
    by: telling.EventBy = None,
    stated: telling.Stated = None,
    instrument: telling.Instrument = None,
    reason: telling.Reason = None,
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
    """The date moved, by their doing; or it was postponed with no new date.

    The first date and every move stay on record: that is what slip is counted from. A mistake of
    yours is no move: `commitrack correct`.
    """
    session = session_of(ctx)
    is_none = when.strip().lower() == "none"
    new = NewEvent(
        commitment,
        EventType.POSTPONED if is_none else EventType.RESCHEDULED,
        telling.given(
            by=telling.listed(by),
            stated=stated,
            instrument=instrument,
            reason=reason,
            quote=quote,
            note=note,
        ),
        telling.sources_given(session, source),
        telling.details_given(session, outlet, author, said, published, url),
        on,
        moved_to=None if is_none else when,
        role=telling.role_given(role),
        exact=not session.can_ask,
        confirmed=yes,
        unverified=unverified,
    )
    path, now = session.ledger_path, session.now
    echo_happened(
        session, confirmed(session, new, lambda n: record_event(path, n, now, dry_run=dry_run))
    )
