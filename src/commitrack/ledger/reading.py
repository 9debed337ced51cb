"""Reading a ledger: text to sources and commitments, with whatever fault is found on the way."""

from __future__ import annotations

import gc
from functools import cached_property
from typing import TYPE_CHECKING, Any

import tomli

from commitrack.errors import InvalidLedgerError
from commitrack.ledger.fields import FORMAT
from commitrack.ledger.records import read_commitments, read_sources
from commitrack.ledger.structure import find_refused, records_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from commitrack.domain.commitment import Commitment
    from commitrack.domain.finding import Finding
    from commitrack.domain.source import Source

_UNREADABLE = frozenset({"phantom-event", "bad-id", "static-event", "not-a-table"})
"""Faults of structure that leave nothing of a commitment that could be listed."""


class Ledger:
    """A ledger as read: `data` is the parsed TOML that the values were made of.

    Attributes:
        name: how messages name its file.
        findings: what stops it from being valid, and dates that could not be read; not placed yet.
        left_out: ids of commitments with a fault that made them unreadable.
    """

    def __init__(
        self,
        name: str,
        text: str,
        data: Mapping[str, Any],
        commitments: tuple[Commitment, ...],
        findings: tuple[Finding, ...],
        left_out: tuple[str, ...],
    ) -> None:
        self.name = name
        self.text = text
        self.data = data
        self.commitments = commitments
        self.findings = findings
        self.left_out = left_out

    @cached_property
    def sources(self) -> Mapping[str, Source]:
        """The sources by id; a listing needs none of them."""
        return read_sources(self.data)

    @property
    def is_valid(self) -> bool:
        """Whether readers can trust it whole, and writers may build on it."""
        return not any(finding.stops for finding in self.findings)

    def commitment(self, key: str) -> Commitment:
        """The commitment with exactly this id; KeyError if there is none."""
        for commitment in self.commitments:
            if commitment.id == key:
                return commitment
        raise KeyError(key)


def decode(content: bytes, name: str) -> str:
    """The text of a ledger's bytes, line ends as found.

    Raises:
        InvalidLedgerError: it is not UTF-8; the message names the line.
    """
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        message = f"byte 0x{content[error.start]:02x} is not UTF-8 text"
        raise InvalidLedgerError(
            message, remedy="save the file as UTF-8", where=f"{name}:{line}"
        ) from None
    return text


def parse_toml(text: str) -> dict[str, Any]:
    """TOML to plain values.

    Raises:
        ValueError: it is not TOML 1.0, or holds a number of thousands of digits.
        RecursionError: it is nested too deeply.
    """
    was_enabled = gc.isenabled()
    gc.disable()  # a parse makes many objects and no cycles
    try:
        return tomli.loads(text)
    finally:
        if was_enabled:
            gc.enable()


def read_ledger(text: str, name: str) -> Ledger:
    """Everything readable in a ledger's text. Never raises for what the text says."""
    left_out: tuple[str, ...] = ()
    findings: list[Finding] = []
    try:
        data = parse_toml(text)
    except (ValueError, RecursionError):
        from commitrack.ledger.salvage import salvage  # noqa: PLC0415  # only for a broken file

        data, faults, faulty = salvage(text)
        findings += faults
        left_out = tuple(sorted(key for table, key in faulty if table == "commitment"))
    if data.get("format") != FORMAT:
        from commitrack.ledger.migrations import migrate  # noqa: PLC0415  # older ledgers only

        data = migrate(data)
    findings += find_refused(text, data)
    data, phantoms = _without(data, findings)
    commitments = tuple(read_commitments(data, findings))
    return Ledger(name, text, data, commitments, tuple(findings), (*left_out, *phantoms))


def _without(
    data: dict[str, Any], findings: list[Finding]
) -> tuple[dict[str, Any], tuple[str, ...]]:
    """The data without the commitments that a fault of structure makes unreadable."""
    if not findings:
        return data, ()
    dropped = {
        finding.id
        for finding in findings
        if finding.id and finding.path[:1] == ("commitment",) and finding.code in _UNREADABLE
    }
    commitments = records_of("commitment", data.get("commitment"))
    kept = {key: record for key, record in commitments.items() if key not in dropped}
    sources = records_of("source", data.get("source"))
    readable = {**data, "commitment": kept, "source": sources}
    return readable, tuple(sorted(dropped & commitments.keys()))
