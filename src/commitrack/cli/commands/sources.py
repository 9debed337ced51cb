"""`commitrack sources`."""

from typing import Annotated

import typer

from commitrack.cli import telling
from commitrack.cli.completing import complete_sources
from commitrack.cli.session import session_of
from commitrack.cli.sourcelist import ACTIONS, Asked
from commitrack.errors import UsageError

FACES = ("table", "plain", "json")


def run(
    ctx: typer.Context,
    action: Annotated[str, typer.Argument(metavar="[list|show|add|check]")] = "list",
    words: Annotated[
        list[str] | None,
        typer.Argument(metavar="[SOURCE]...", show_default=False, autocompletion=complete_sources),
    ] = None,
    title: Annotated[
        str | None, typer.Option("--title", metavar="TEXT", help="Its headline.")
    ] = None,
    outlet: telling.Outlet = None,
    author: telling.Author = None,
    said: telling.Said = None,
    published: telling.Published = None,
    url: telling.Url = None,
    seen: Annotated[
        str | None, typer.Option("--seen", metavar="ID", help="add: one more look at that source.")
    ] = None,
    fetch: Annotated[
        bool, typer.Option("--fetch", help="add: fetch the page, and keep its text.")
    ] = False,
    links: Annotated[
        bool, typer.Option("--links", help="check: ask whether addresses answer.")
    ] = False,
    allow_private: Annotated[
        bool, typer.Option("--allow-private", help="Fetch from a private network too.")
    ] = False,
) -> None:
    """Sources: list them, show one, record one by itself, check that quotes still stand.

    `add` takes a file, whose text is kept beside the ledger, or an address. `check` looks every
    quote up in the latest text kept and says ok, drifted or orphan; with --links it asks every
    address, too. It exits 1 if a quote or a page is not what it was.
    """
    session = session_of(ctx)
    if action not in ACTIONS:
        remedy = f"sources {' | sources '.join(ACTIONS)}"
        raise UsageError(f"cannot {action} sources", remedy=remedy)
    details = telling.details_given(session, outlet, author, said, published, url)
    if links and action != "check":
        raise UsageError("--links is for check", remedy="commitrack sources check --links")
    if fetch and action != "add":
        raise UsageError("--fetch is for add", remedy="commitrack sources add URL --fetch")
    if allow_private and not (fetch or links):
        message = "--allow-private says how to fetch, but nothing is fetched"
        raise UsageError(message, remedy="add --fetch, or --links for check")
    asked = Asked(details._replace(title=title), seen, fetch, links, allow_private)
    ACTIONS[action](session, tuple(words or ()), asked)
