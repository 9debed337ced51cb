"""What the benchmarks work with: ledgers, an empty program and an environment of their own."""

import importlib.metadata
import platform
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

_HERE = Path(__file__).resolve().parent
_EMPTY_PROGRAM = '''\
import typer

app = typer.Typer()


@app.command()
def main() -> None:
    """Do nothing."""


app()
'''


class Workshop(NamedTuple):
    """A temporary folder and the programs that are run in it.

    Attributes:
        commitrack: the installed command of the same interpreter.
        empty: a typer program that does nothing, as a command.
        environment: no setting of the person who runs the benchmark.
    """

    folder: Path
    commitrack: tuple[str, ...]
    empty: tuple[str, ...]
    environment: dict[str, str]

    def ledger_folder(self, count: int) -> Path:
        """A folder with a ledger of so many commitments around today; made if it is not there."""
        folder = self.folder / str(count)
        if not folder.exists():
            folder.mkdir()
            with (folder / "commitments.toml").open("wb") as ledger:
                # In a process of its own: a child's peak of memory starts at that of its parent.
                make = [sys.executable, str(_HERE / "ledgers.py"), str(count), "--today"]
                subprocess.run(make, stdout=ledger, check=True)  # noqa: S603  our own
        return folder


def open_workshop(folder: Path) -> Workshop:
    """A workshop in an empty folder.

    Raises:
        SystemExit: commitrack is not installed beside this interpreter.
    """
    command = Path(sys.executable).with_name("commitrack")
    if not command.is_file():
        sys.exit(f"no {command}: install the project for this interpreter (make demo)")
    empty = folder / "empty.py"
    empty.write_text(_EMPTY_PROGRAM, encoding="utf-8")
    environment = {
        "HOME": str(folder),
        "PATH": "/usr/local/bin:/usr/bin:/bin",
        "LC_ALL": "C.UTF-8",
        "TZ": "Asia/Seoul",
    }
    return Workshop(folder, (str(command),), (sys.executable, str(empty)), environment)


def describe_versions() -> str:
    """What was measured: versions, and the commit of this tree."""
    names = ("commitrack", "typer", "tomli")
    versions = [f"{name} {importlib.metadata.version(name)}" for name in names]
    return ", ".join([f"Python {platform.python_version()}", *versions, f"commit {_commit()}"])


def _commit() -> str:
    git = ("git", "-C", str(_HERE))
    try:
        commit = subprocess.run(  # noqa: S603  our own
            [*git, "rev-parse", "--short", "HEAD"], capture_output=True, text=True, check=True
        )
        changes = subprocess.run(  # noqa: S603  our own
            [*git, "status", "--porcelain", "--", "../src"],
            capture_output=True, text=True, check=True,
        )  # fmt: skip
    except (OSError, subprocess.CalledProcessError):
        return "unknown"
    return commit.stdout.strip() + (" with changes" if changes.stdout else "")


def format_table(head: tuple[str, ...], rows: Sequence[tuple[str, ...]]) -> str:
    """A table in Markdown, the first column to the left and the others to the right."""
    widths = [max(map(len, column)) for column in zip(head, *rows, strict=True)]
    rule = tuple("-" * (width - 1) + (":" if n else "-") for n, width in enumerate(widths))
    lines = [
        "| "
        + " | ".join(
            cell.rjust(width) if n else cell.ljust(width)
            for n, (cell, width) in enumerate(zip(row, widths, strict=True))
        )
        + " |"
        for row in (head, rule, *rows)
    ]
    return "\n".join(lines)
