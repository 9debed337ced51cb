"""What the tests of `check` share: small ledgers as text, `^` before what a finding points to."""

from datetime import UTC, datetime
from pathlib import Path

from commitrack.app.auditing import audit
from commitrack.app.opening import open_ledger
from commitrack.domain.finding import Finding
from commitrack.timing.now import Now

NOW = Now(datetime(2025, 7, 10, 9, 0, tzinfo=UTC), UTC, "UTC")

Found = tuple[str, int, int]
"""Code, line and column of a finding."""

BASE = {
    "title": '"X"',
    "kind": '"promise"',
    "source": '"page"',
    "review": '"P90D"',
    "recorded": "2025-07-08",
}
EVENT = {"type": '"step"', "on": "2025-07-09", "source": '"page"', "recorded": "2025-07-09"}


def ledger(*blocks: str) -> str:
    """Write a ledger with the source `page`, whose words were said on 7 July 2025."""
    return "\n".join(["format = 1", "[source.page]", "said = 2025-07-07", *blocks, ""])


def base(*lines: str, leave: str = "", header: str = "[commitment.x]") -> str:
    """Write a base record: the lines given, and what else a sound one has, save `leave`."""
    return _block(header, BASE, lines, leave)


def event(*lines: str, leave: str = "", header: str = "[[commitment.x.event]]") -> str:
    """Write an event in the same way."""
    return _block(header, EVENT, lines, leave)


def _block(header: str, sound: dict[str, str], lines: tuple[str, ...], leave: str) -> str:
    given = {line.lstrip("^").split(" ")[0] for line in lines} | set(leave.split())
    rest = [f"{key} = {value}" for key, value in sound.items() if key not in given]
    return "\n".join([header, *rest, *lines])


def marked(text: str) -> tuple[str, list[tuple[int, int]]]:
    """Take the marks out of a text; give the places that they stood before."""
    places = []
    lines = text.split("\n")
    for number, line in enumerate(lines):
        while "^" in lines[number]:
            column = lines[number].index("^")
            places.append((number + 1, column + 1))
            lines[number] = lines[number][:column] + lines[number][column + 1 :]
        assert line.count("^") <= 2
    return "\n".join(lines), places


def check_text(folder: Path, text: str) -> list[Found]:
    """Write a ledger and list its findings."""
    return [where(finding) for finding in check_file(save(folder, text))]


def check_file(path: Path, now: Now = NOW) -> tuple[Finding, ...]:
    return audit(open_ledger(path), path, now).findings


def save(folder: Path, text: str) -> Path:
    path = folder / "commitments.toml"
    path.write_bytes(text.encode())
    return path


def where(finding: Finding) -> Found:
    line, column = finding.place or (0, 0)
    return finding.code, line, column
