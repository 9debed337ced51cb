"""`commitrack demo`."""

import typer

from commitrack.app.demo import DEMO_NOW, DEMO_ZONE, demo_ledger
from commitrack.cli.session import session_of

_STEPS = (
    ("due", "--within", "250d"),
    ("show", "pause-tariffs-china"),
    ("log", "--since", "2026-01-20"),
)


def run(ctx: typer.Context) -> None:
    """Look around in a sample ledger of real deadlines; writes nothing.

    Now is pinned to the evening of 11 March 2026 in Seoul, so that it looks the same each day.
    """
    from commitrack.cli.program import run as run_program  # noqa: PLC0415  # the program runs us

    session = session_of(ctx)
    session.out("A sample ledger, as it was on the evening of 11 March 2026 in Seoul.\n")
    session.out("It comes with the program; nothing is written.\n")
    for step in _STEPS:
        session.out(f"\n$ commitrack {' '.join(step)}\n")
        session.flush()
        pinned = ("--ledger", str(demo_ledger()), "--now", DEMO_NOW, "--tz", DEMO_ZONE)
        code = run_program([*step, *pinned], session.world)
        session.exit_code = session.exit_code or code
    session.out('\nYour own: commitrack add "TITLE" --due DATE --source FILE-OR-URL\n')
