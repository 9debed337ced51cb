"""What a reader says of a ledger with faults, before it shows what is readable."""

from __future__ import annotations

from typing import TYPE_CHECKING

from commitrack.app.auditing import audit, placed
from commitrack.report.failure import format_findings
from commitrack.report.harmless import harmless

if TYPE_CHECKING:
    from commitrack.cli.session import Session
    from commitrack.ledger.reading import Ledger

NOT_VALID = 4
_NOT_NOW = frozenset({"no-source", "undated-without-review", "quote-too-long"})
"""What is worth a look some day, and would hide what is wrong today."""


def warn_of_faults(session: Session, ledger: Ledger) -> None:
    """Findings to stderr; where they stop the ledger from being valid, the run ends with 4."""
    session.flush()
    findings = ledger.findings
    if not ledger.is_valid:
        findings = audit(ledger, session.ledger_path, session.now).findings
        session.exit_code = NOT_VALID
    findings = placed(ledger, [one for one in findings if one.code not in _NOT_NOW])
    session.world.stderr.write(format_findings(findings, session.shown_path))
    if ledger.left_out:
        left_out = ", ".join(ledger.left_out)
        session.hint(f"left out, because they cannot be read whole: {harmless(left_out)}")
