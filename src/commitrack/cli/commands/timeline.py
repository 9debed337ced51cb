"""`commitrack timeline`."""

from pathlib import Path
from typing import Annotated

import typer

from commitrack.app.timeline import Bounds, find_timeline
from commitrack.cli.opening import open_reported
from commitrack.cli.options import Filters
from commitrack.cli.session import Session, session_of
from commitrack.cli.showing import print_page
from commitrack.errors import UsageError
from commitrack.report.timeline_rows import Timeline

FACES = ("table", "plain", "json")
AS_OF = True


def run(
    ctx: typer.Context,
    filters: Filters = None,
    first: Annotated[
        str | None, typer.Option("--from", metavar="WHEN", help="Where the axis begins.")
    ] = None,
    last: Annotated[
        str | None, typer.Option("--to", metavar="WHEN", help="Where it ends: 30d, 2026-12-31.")
    ] = None,
    svg: Annotated[
        str | None,
        typer.Option(metavar="FILE", help="Draw it as SVG into a file; - is standard output."),
    ] = None,
) -> None:
    """Dates and their moves on an axis of time, with today's line.

    Without --from and --to it reaches from the dates of the last year to those of the next three.
    """
    session = session_of(ctx)
    face = session.face(FACES)
    if svg is not None and (session.flags.get("json") or session.flags.get("format")):
        raise UsageError("--svg and --format exclude each other", remedy="leave one of them out")
    bounds = Bounds(
        session.first_day(first) if first else None, session.window(last) if last else None
    )
    condition = session.condition(filters)
    ledger = open_reported(session)
    timeline = find_timeline(ledger.commitments, session.now, bounds, condition)
    if svg is not None:
        _draw(session, timeline, svg)
    elif face == "json":
        from commitrack.report.machine import format_json  # noqa: PLC0415  # one face a run
        from commitrack.report.timeline_words import timeline_document  # noqa: PLC0415

        session.out(format_json(timeline_document(timeline, session.now, session.shown_path)))
    elif face == "plain":
        from commitrack.report.timeline_words import (  # noqa: PLC0415  # one face a run
            outside_words,
            timeline_lines,
        )

        session.out("".join(f"{line}\n" for line in timeline_lines(timeline)))
        for sentence in outside_words(timeline) if timeline.is_bounded else ():
            session.hint(sentence)
    else:
        from commitrack.report.timeline import timeline_page  # noqa: PLC0415  # one face a run

        print_page(session, timeline_page(timeline, session.width))


def _draw(session: Session, timeline: Timeline, file: str) -> None:
    from commitrack.report.timeline_svg import SIGNATURE, timeline_svg  # noqa: PLC0415  # --svg

    picture = timeline_svg(timeline)
    if file == "-":
        session.out(picture)
        return
    from commitrack.files.picture import write_picture  # noqa: PLC0415  # --svg

    write_picture(Path(session.world.folder, file), picture.encode(), SIGNATURE.encode())
    session.hint(f"Wrote {file}")
