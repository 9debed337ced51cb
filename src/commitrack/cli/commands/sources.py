"""`commitrack sources`."""

from typing import Annotated

import typer

from commitrack.cli import telling
from commitrack.cli.completing import complete_sources
from commitrack.cli.session import session_of
from commitrack.cli.sourcelist import ACTIONS
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
) -> None:
    """Sources: list them, show one, record one by itself, check that quotes still stand.

    `add` takes a file, whose text is kept beside the ledger, or an address. `check` looks every
    quote up in the kept texts and exits 1 if one is missing.
    """
    session = session_of(ctx)
    if action not in ACTIONS:
        remedy = f"sources {' | sources '.join(ACTIONS)}"
        raise UsageError(f"cannot {action} sources", remedy=remedy)
    details = telling.details_given(session, outlet, author, said, published, url)
    ACTIONS[action](session, tuple(words or ()), details._replace(title=title), seen)
