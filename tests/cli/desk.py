"""A desk to type at: a folder, an environment, a clock; and the program run there in process."""

import io
import os
import shlex
import subprocess
import sys
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, NamedTuple

from commitrack.cli.program import run
from commitrack.cli.world import World

NOW = "2025-07-08T09:00+09:00"
SEOUL = "Asia/Seoul"
CLOCK = datetime(2025, 7, 8, tzinfo=UTC)
COMMITRACK = str(Path(sys.executable).parent / "commitrack")
ROOT = Path(__file__).parent.parent.parent
SHIPPED = ROOT / "data" / "commitments.toml"


class Terminal(io.StringIO):
    """A text stream that says that a person sits at it."""

    def isatty(self) -> bool:
        return True


class Done(NamedTuple):
    """What a run printed, on both streams, and its exit code."""

    code: int
    out: str
    err: str

    @property
    def lines(self) -> list[str]:
        return self.out.splitlines()

    @property
    def words(self) -> str:
        """All that was printed, with every run of white space as one space."""
        return " ".join(f"{self.out} {self.err}".split())


class Desk:
    """One folder below a home of its own; every run there sees this environment alone.

    Attributes:
        environment: may be changed by a test; a run can add to it.
    """

    def __init__(self, home: Path) -> None:
        self.folder = home / "desk"
        self.folder.mkdir()
        self.environment = {"HOME": str(home), "COMMITRACK_NOW": NOW, "TZ": SEOUL, "COLUMNS": "80"}

    @property
    def ledger(self) -> Path:
        return self.folder / "commitments.toml"

    @property
    def text(self) -> str:
        """The ledger's text, line ends as they are."""
        return self.ledger.read_bytes().decode()

    def write(self, text: str, name: str = "commitments.toml") -> Path:
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode())
        return path

    def files(self) -> dict[str, bytes]:
        """Every file and folder below the home, by its name, with its bytes."""
        home = self.folder.parent
        return {
            str(path.relative_to(home)): path.read_bytes() if path.is_file() else b"a folder"
            for path in sorted(home.rglob("*"))
        }

    def run(
        self,
        line: str | Sequence[str],
        *,
        terminal: bool = False,
        answer: str | None = None,
        folder: Path | None = None,
        **environment: str,
    ) -> Done:
        """Run one command line, typed as in a shell; `commitrack` in front is understood.

        A fault of the program, which its edge turns into a line and exit code 1, fails the test.

        Args:
            terminal: whether a person reads the output.
            answer: what a person at a terminal answers; None: standard input is no terminal.
        """
        words = shlex.split(line) if isinstance(line, str) else list(line)
        out, err = (Terminal(), Terminal()) if terminal else (io.StringIO(), io.StringIO())
        world = World(
            {**self.environment, **environment},
            folder or self.folder,
            lambda: CLOCK,
            io.StringIO() if answer is None else Terminal(answer),
            out,
            err,
        )
        code = run(words, world)
        assert "a fault of the program" not in err.getvalue(), err.getvalue()
        return Done(code, out.getvalue(), err.getvalue())

    def start(self, *words: str, **options: Any) -> "subprocess.Popen[str]":  # noqa: ANN401  # Popen's own
        """Start a real process of the installed program."""
        chosen: dict[str, Any] = {"stdin": subprocess.DEVNULL, "stdout": subprocess.PIPE}
        chosen |= {"stderr": subprocess.PIPE, "text": True, **options}
        return subprocess.Popen(
            [COMMITRACK, *words], cwd=self.folder, env=self.process_environment(), **chosen
        )

    def process_environment(self, extra: Mapping[str, str] | None = None) -> dict[str, str]:
        """What a real process sees: the desk's environment, and where programs are."""
        programs = str(Path(COMMITRACK).parent)
        path = f"{programs}{os.pathsep}{os.defpath}{os.pathsep}/usr/local/bin"
        fixed = {"PATH": path, "LANG": "C.UTF-8", "LC_ALL": "C.UTF-8"}
        return {**fixed, **self.environment, **(extra or {})}
