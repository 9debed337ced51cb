"""`commitrack log`."""

from typing import Annotated

import typer

from commitrack.app.changes import find_changes
from commitrack.cli.opening import open_reported
from commitrack.cli.options import Filters
from commitrack.cli.session import session_of
from commitrack.cli.showing import print_page

FACES = ("table", "plain", "json")
AS_OF = True


def run(
    ctx: typer.Context,
    filters: Filters = None,
    since: Annotated[
        str | None, typer.Option("--since", metavar="WHEN", help="From that day on.")
    ] = None,
) -> None:
    """What changed: new, moved, kept, broken, in order of time."""
    session = session_of(ctx)
    face = session.face(FACES)
    first = session.first_day(since) if since else None
    condition = session.condition(filters)
    happenings = find_changes(open_reported(session).commitments, session.now, first, condition)
    if face == "json":
        from commitrack.report.machine import format_json, log_document  # noqa: PLC0415

        session.out(format_json(log_document(happenings, session.now)))
        return
    from commitrack.report.log_page import log_lines, log_page  # noqa: PLC0415  # one face a run

    if face == "plain":
        session.out("".join(f"{line}\n" for line in log_lines(happenings)))
    else:
        print_page(session, log_page(happenings, session.width))
