"""`commitrack read`."""

from typing import Annotated

import typer

from commitrack.cli import telling
from commitrack.cli.reading.articles import read
from commitrack.cli.reading.options import FORMATS, ReadOptions
from commitrack.cli.session import session_of

FACES = FORMATS


def run(
    ctx: typer.Context,
    articles: Annotated[
        list[str],
        typer.Argument(metavar="ARTICLE...", help="Files, - for standard input, addresses."),
    ],
    said: Annotated[
        str | None, typer.Option("--said", metavar="WHEN", help="When its words were said.")
    ] = None,
    published: Annotated[
        str | None, typer.Option("--published", metavar="WHEN", help="When it was published.")
    ] = None,
    title: Annotated[
        str | None, typer.Option("--title", metavar="TEXT", help="Its headline.")
    ] = None,
    outlet: Annotated[
        str | None, typer.Option("--outlet", metavar="NAME", help="Who published it.")
    ] = None,
    author: Annotated[
        str | None, typer.Option("--author", metavar="NAME", help="Who wrote it.")
    ] = None,
    url: Annotated[str | None, typer.Option("--url", metavar="URL", help="Its address.")] = None,
    allow_private: Annotated[
        bool, typer.Option("--allow-private", help="Fetch from an intranet too.")
    ] = False,
    dates: Annotated[
        bool, typer.Option("--dates", help="List every time expression instead.")
    ] = False,
    all_: Annotated[
        bool, typer.Option("--all", help="Show what binds nobody too: hopes, forecasts.")
    ] = False,
    why: Annotated[bool, typer.Option("--why", help="Give every reason.")] = False,
    add: Annotated[
        str | None, typer.Option("--add", metavar="WHICH", help="Record these: 1,3 or 2-4 or all.")
    ] = None,
    yes: Annotated[
        bool, typer.Option("--yes", "-y", help="Record every commitment; ask nothing.")
    ] = False,
    min_strength: Annotated[
        int | None,
        typer.Option("--min-strength", metavar="N", help="With --yes: obligation at least 1 to 4."),
    ] = None,
    again: Annotated[
        bool, typer.Option("--again", help="Start the review over; forget its decisions.")
    ] = False,
    dry_run: telling.DryRun = False,
) -> None:
    """Find the commitments in articles, and record those that you choose.

    On a terminal it asks which, and goes through them one by one. What binds nobody, such as a
    hope, is never recorded unless it is named.
    """
    session = session_of(ctx)
    details = telling.details_given(session, outlet, author, said, published, url)
    options = ReadOptions(
        tuple(articles),
        details._replace(title=title),
        allow_private,
        dates,
        all_,
        why,
        add,
        yes,
        min_strength,
        again,
        dry_run,
    )
    read(session, options)
