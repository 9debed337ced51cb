"""Errors and findings as people read them: where, the excerpt, what is wrong, what to do."""

from collections.abc import Iterable

from commitrack.domain.finding import Finding
from commitrack.errors import CommitrackError, Excerpt
from commitrack.report.harmless import harmless


def format_error(error: CommitrackError) -> str:
    """`error: …`, the excerpt with the place underlined, and the remedy."""
    where = f"{harmless(error.where)}: " if error.where else ""
    stop = "." if ". " in error.message else ""
    lines = [f"{where}error: {harmless(error.message)}{stop}"]
    if error.excerpt is not None:
        lines += _underlined(error.excerpt, error.remedy)
    elif error.remedy:
        lines.append(harmless(error.remedy))
    return "\n".join(lines) + "\n"


def _underlined(excerpt: Excerpt, remedy: str) -> list[str]:
    # Escapes are longer than what they stand for: the marks are counted on what is shown.
    before = harmless(excerpt.text[: excerpt.start])
    wrong = harmless(excerpt.text[excerpt.start : excerpt.end]) or " "
    marks = " " * len(before) + "^" * len(wrong)
    return [f"  {harmless(excerpt.text)}", f"  {marks} {harmless(remedy)}".rstrip()]


def format_findings(findings: Iterable[Finding], file: str) -> str:
    """One line a finding: `FILE:LINE:COLUMN: SEVERITY CODE: MESSAGE; HINT`."""
    return "".join(_finding_line(finding, file) for finding in findings)


def _finding_line(finding: Finding, file: str) -> str:
    place = f"{finding.place.line}:{finding.place.column}: " if finding.place else ""
    hint = f"; {finding.hint}" if finding.hint else ""
    text = f"{file}:{place} {finding.severity} {finding.code}: {finding.message}{hint}"
    return harmless(text.replace(":  ", ": ", 1)) + "\n"


def format_annotations(findings: Iterable[Finding], file: str) -> str:
    """Workflow commands of GitHub Actions: the finding appears at its line."""
    return "".join(_annotation(finding, file) for finding in findings)


def _annotation(finding: Finding, file: str) -> str:
    place = f",line={finding.place.line},col={finding.place.column}" if finding.place else ""
    hint = f"; {finding.hint}" if finding.hint else ""
    title = _property(finding.code)
    text = harmless(f"{finding.message}{hint}").replace("%", "%25")
    return f"::{finding.severity} file={_property(file)}{place},title={title}::{text}\n"


def _property(text: str) -> str:
    safe = harmless(text).replace("%", "%25")
    return safe.replace(":", "%3A").replace(",", "%2C")
