"""Faults: what is wrong in one reading of a ledger, gathered as findings with their places."""

from typing import NamedTuple

from commitrack.domain.finding import Finding, Severity
from commitrack.ledger.cutting import Conflicts
from commitrack.ledger.places import Lines, Owner, owner_of
from commitrack.ledger.scan import Keys

KEEP_ONE = "keep one of the two"
"""The hint wherever something stands twice."""


class Fault(NamedTuple):
    """One fault at a character of the text."""

    code: str
    offset: int
    message: str
    hint: str


class Faults:
    """The faults met so far.

    Attributes:
        findings: as they were met.
        faulty: the commitments and sources that have any.
    """

    def __init__(self, lines: Lines, conflicts: Conflicts) -> None:
        self.findings: list[Finding] = []
        self.faulty: set[Owner] = set()
        self._lines = lines
        self._conflicts = conflicts

    def report(self, fault: Fault, path: Keys) -> None:
        """Note a fault of what the path leads to."""
        self.blame(path)
        code, offset, message, hint = fault
        owner = owner_of(path)
        name = owner[1] if owner else None
        place = self._lines.at(offset)
        self.findings.append(
            Finding(code, Severity.ERROR, message, hint, name, path, place, stops=True)
        )

    def report_double(self, fault: Fault, path: Keys) -> None:
        """Note what stands twice, save between the sides of a conflict, where that is no news."""
        if self._conflicts.hold(fault.offset):
            self.blame(path)
        else:
            self.report(fault, path)

    def blame(self, *paths: Keys) -> None:
        """Count as faulty whatever the paths lead into."""
        self.faulty.update(owner for path in paths if (owner := owner_of(path)))
