"""Errors and findings as people read them: where, the excerpt, what is wrong, what to do."""

from collections.abc import Iterable
from textwrap import wrap

from commitrack.domain.finding import Finding
from commitrack.errors import CommitrackError, Excerpt
from commitrack.report.harmless import harmless


def format_error(error: CommitrackError, width: int | None = None) -> str:
    """`error: …`, the excerpt with the place underlined, and the remedy.

    Args:
        width: columns to wrap at, between words; None never wraps.
    """
    where = f"{harmless(error.where)}: " if error.where else ""
    stop = "." if ". " in error.message else ""
    lines = _wrapped(f"{where}error: {harmless(error.message)}{stop}", width)
    if error.excerpt is not None:
        lines += _underlined(error.excerpt, error.remedy, width)
    elif error.remedy:
        lines += _wrapped(harmless(error.remedy), width)
    return "\n".join(lines) + "\n"


def _underlined(excerpt: Excerpt, remedy: str, width: int | None) -> list[str]:
    # Escapes are longer than what they stand for: the marks are counted on what is shown.
    before = harmless(excerpt.text[: excerpt.start])
    wrong = harmless(excerpt.text[excerpt.start : excerpt.end]) or " "
    marks = " " * len(before) + "^" * len(wrong)
    one_line = f"  {marks} {harmless(remedy)}".rstrip()
    if width is None or len(one_line) <= width:
        return [f"  {harmless(excerpt.text)}", one_line]
    return [f"  {harmless(excerpt.text)}", f"  {marks}", *_wrapped(harmless(remedy), width)]


def _wrapped(text: str, width: int | None) -> list[str]:
    if width is None:
        return [text]
    return wrap(text, width, break_long_words=False, break_on_hyphens=False) or [""]


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
