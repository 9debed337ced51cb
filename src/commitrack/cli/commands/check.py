"""`commitrack check`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from commitrack.app.auditing import audit
from commitrack.app.opening import open_ledger
from commitrack.cli.session import session_of
from commitrack.report.failure import format_annotations, format_findings
from commitrack.report.harmless import harmless

if TYPE_CHECKING:
    from commitrack.app.auditing import Audit
    from commitrack.cli.session import Session
    from commitrack.ledger.reading import Ledger

FACES = ("table", "plain", "json", "github")


def run(
    ctx: typer.Context,
    strict: Annotated[bool, typer.Option("--strict", help="Exit 1 with warnings too.")] = False,
) -> None:
    """Find every fault in the ledger, each with its line and column.

    Exit 1 if there are errors. Nothing is changed.
    """
    session = session_of(ctx)
    ledger = open_ledger(session.ledger_path)
    found = audit(ledger, session.ledger_path, session.now)
    _print(session, ledger, found)
    session.exit_code = int(found.errors > 0 or (strict and found.warnings > 0))


def _print(session: Session, ledger: Ledger, found: Audit) -> None:
    file = session.shown_path
    match session.face(FACES):
        case "json":
            from commitrack.report.machine import findings_document, format_json  # noqa: PLC0415

            session.out(format_json(findings_document(found.findings, file)))
        case "github":
            session.out(format_annotations(found.findings, file))
        case face:
            session.out(format_findings(found.findings, file))
            if face == "table":
                session.out(_summary(ledger, found))
    if ledger.left_out:
        left_out = harmless(", ".join(ledger.left_out))
        session.hint(f"not checked further, because they cannot be read whole: {left_out}")


def _summary(ledger: Ledger, found: Audit) -> str:
    from commitrack.report.words import plural  # noqa: PLC0415  # one face a run

    if found.findings:
        counts = ((found.errors, "error"), (found.warnings, "warning"))
        return ", ".join(plural(number, noun) for number, noun in counts if number) + "\n"
    commitments = plural(len(ledger.commitments), "commitment")
    return f"no findings in {commitments} and {plural(len(ledger.sources), 'source')}\n"
