"""`commitrack add`."""

from typing import Annotated

import typer

from commitrack.app.recording import NewCommitment, record
from commitrack.app.repeating import Repetition
from commitrack.cli import telling
from commitrack.cli.confirming import confirmed
from commitrack.cli.echoes import echo_recorded
from commitrack.cli.session import session_of
from commitrack.errors import UsageError

FACES = ("table", "plain", "json")


def repetition_given(repeat: str | None, until: str | None) -> Repetition | None:
    """What was told of a series.

    Raises:
        UsageError: it says how far a series goes, but there is none.
    """
    if repeat is None and until is not None:
        raise UsageError("--until goes with --repeat", remedy="a date that ends is --expires")
    return None if repeat is None else Repetition(repeat, until)


def run(
    ctx: typer.Context,
    title: Annotated[
        str, typer.Argument(metavar="TITLE", help="What was said will happen, in one line.")
    ],
    due: telling.Due = None,
    effective: telling.Effective = None,
    expires: telling.Expires = None,
    happens: telling.Happens = None,
    repeat: Annotated[
        str | None,
        typer.Option("--repeat", metavar="RRULE", help="A series: FREQ=YEARLY;BYMONTH=3;…"),
    ] = None,
    until: Annotated[
        str | None, typer.Option("--until", metavar="WHEN", help="How far the series goes: 2030.")
    ] = None,
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
    fetch: telling.Fetch = False,
    allow_private: telling.AllowPrivate = False,
    quote: telling.Quote = None,
    stated: telling.Stated = None,
    condition: telling.Condition = None,
    default_within: telling.DefaultWithin = None,
    default_reason: telling.DefaultReason = None,
    review: telling.ReviewOption = None,
    remind: telling.Remind = None,
    tag: telling.Tags = None,
    id_: Annotated[str | None, typer.Option("--id", metavar="ID", help="Its id.")] = None,
    note: telling.NoteOption = None,
    unverified: telling.Unverified = False,
    yes: telling.Yes = False,
    dry_run: telling.DryRun = False,
) -> None:
    """Record a commitment: what, when, by whom, and the source that says so.

    Every inference is echoed. Without a ledger one is made. A date counts from when its source
    said it: the first "aug 1" after that day.
    """
    session = session_of(ctx)
    fetching = telling.fetching_given(session, fetch=fetch, allow_private=allow_private)
    sources = source or ([url] if fetching and url else None)
    new = NewCommitment(
        title,
        telling.dates_given(due, effective, expires, happens),
        telling.given(
            by=telling.listed(by),
            to=telling.listed(to),
            stated_by=stated_by,
            via=via,
            kind=kind,
            instrument=instrument,
            quote=quote,
            stated=stated,
            condition=condition,
            default_within=default_within,
            default_reason=default_reason,
            review=review,
            remind=telling.listed(remind),
            tags=telling.listed(tag),
            note=note,
        ),
        telling.sources_given(session, sources, fetching),
        telling.details_given(session, outlet, author, said, published, url),
        id_,
        yes,
        unverified,
        not session.can_ask,
        repetition_given(repeat, until),
    )
    path = session.ledger_to_make
    done = confirmed(session, new, lambda one: record(path, one, session.now, dry_run=dry_run))
    echo_recorded(session, done)
