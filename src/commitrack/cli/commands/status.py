"""`commitrack status`, also when no verb is given."""

import typer

from commitrack.app.summary import summarise
from commitrack.cli.listing import print_summary
from commitrack.cli.opening import open_reported
from commitrack.cli.session import session_of
from commitrack.errors import NoLedgerError

FACES = ("table", "plain", "json")
AS_OF = True

WELCOME = """\
commitrack keeps promises and deadlines from the news, with their sources.

  commitrack demo                    look around; writes nothing
  commitrack read ARTICLE            find commitments in an article
  commitrack add "TITLE" --due DATE --source FILE-OR-URL
  commitrack due                     what is coming

No ledger yet. The first `add` makes one. All commands: commitrack --help
"""


def run(ctx: typer.Context) -> None:
    """Where the ledger is, what is late, the next three dates; without one, how to start."""
    session = session_of(ctx)
    try:
        path = session.ledger_path
    except NoLedgerError:
        if session.names_ledger:
            raise
        session.out(WELCOME)
        return
    ledger = open_reported(session)
    summary = summarise(ledger.commitments, session.now)
    face = session.face(FACES)
    if face == "json":
        print_summary(session, ledger, summary)
        return
    from commitrack.cli.reminder_install import describe_runs  # noqa: PLC0415  # one face a run
    from commitrack.report.status import format_status  # noqa: PLC0415

    width = session.width if face == "table" else None
    where, runs = session.path_shown(path), describe_runs(session, path.resolve())
    session.out(format_status(where, len(ledger.sources), summary, session.now, width, runs))
