"""`commitrack correct`."""

from typing import Annotated

import typer

from commitrack.app.correcting import NewCorrection, correct
from commitrack.cli import telling
from commitrack.cli.completing import complete_ids
from commitrack.cli.confirming import confirmed
from commitrack.cli.echoes import echo_corrected
from commitrack.cli.session import session_of

FACES = ("table", "plain", "json")


def run(
    ctx: typer.Context,
    commitment: Annotated[str, typer.Argument(metavar="ID", autocompletion=complete_ids)],
    of: Annotated[
        str | None,
        typer.Option("--of", metavar="DATE[:TYPE]", help="The event; without: the base record."),
    ] = None,
    void: Annotated[bool, typer.Option("--void", help="Take the statement back.")] = False,
    title: Annotated[str | None, typer.Option("--title", metavar="TEXT", help="Its title.")] = None,
    due: telling.Due = None,
    effective: telling.Effective = None,
    expires: telling.Expires = None,
    happens: telling.Happens = None,
    by: telling.By = None,
    to: telling.To = None,
    stated_by: telling.StatedBy = None,
    via: telling.Via = None,
    kind: telling.KindOption = None,
    instrument: telling.Instrument = None,
    source: telling.Sources = None,
    outlet: telling.Outlet = None,
    author: telling.Author = None,
    said: telling.Said = None,
    published: telling.Published = None,
    url: telling.Url = None,
    quote: telling.Quote = None,
    stated: telling.Stated = None,
    condition: telling.Condition = None,
    reason: telling.Reason = None,
    default_within: telling.DefaultWithin = None,
    default_reason: telling.DefaultReason = None,
    review: telling.ReviewOption = None,
    remind: telling.Remind = None,
    tag: telling.Tags = None,
    note: telling.NoteOption = None,
    unverified: telling.Unverified = False,
    yes: telling.Yes = False,
    dry_run: telling.DryRun = False,
) -> None:
    """Put a mistake of ours right. It stands as though entered so, and never counts as a move.

    Only what is given is replaced. If they changed the date, it is a move: `commitrack move`.
    """
    session = session_of(ctx)
    new = NewCorrection(
        commitment,
        of,
        void,
        telling.dates_given(due, effective, expires, happens),
        telling.given(
            title=title,
            by=telling.listed(by),
            to=telling.listed(to),
            stated_by=stated_by,
            via=via,
            kind=kind,
            instrument=instrument,
            quote=quote,
            stated=stated,
            condition=condition,
            reason=reason,
            default_within=default_within,
            default_reason=default_reason,
            review=review,
            remind=telling.listed(remind),
            tags=telling.listed(tag),
            note=note,
        ),
        telling.sources_given(session, source),
        telling.details_given(session, outlet, author, said, published, url),
        not session.can_ask,
        yes,
        unverified,
    )
    path, now = session.ledger_path, session.now
    echo_corrected(
        session, confirmed(session, new, lambda n: correct(path, n, now, dry_run=dry_run))
    )
