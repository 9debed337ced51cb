"""The user's editor, run on a file of its own."""

from __future__ import annotations

import shlex
import subprocess
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from commitrack.errors import UsageError
from commitrack.ledger.reading import decode

if TYPE_CHECKING:
    from collections.abc import Mapping


def edit_file(text: str, environment: Mapping[str, str]) -> Path:
    """Let the user edit a text in a new temporary file, and say where it is.

    Raises:
        UsageError: no editor is named, or it ended with a failure; the file stays.
    """
    command = environment.get("VISUAL") or environment.get("EDITOR")
    if not command:
        raise UsageError("no editor is named", remedy="set EDITOR, as in EDITOR=nano")
    with tempfile.NamedTemporaryFile(
        "w", suffix=".toml", prefix="commitrack-", delete=False, encoding="utf-8", newline=""
    ) as file:
        file.write(text)
    path = Path(file.name)
    try:
        # The user's own command, with the arguments that it names.
        done = subprocess.run([*shlex.split(command), str(path)], check=False)  # noqa: S603
    except (OSError, ValueError) as fault:
        path.unlink()
        raise UsageError(f"cannot run {command}: {fault}", remedy="set EDITOR") from fault
    if done.returncode:
        message = f"{command} ended with {done.returncode}; nothing was written"
        raise UsageError(message, remedy=f"your text is in {path}")
    return path


def read_edited(path: Path) -> str:
    """What the editor left.

    Raises:
        InvalidLedgerError: it is not UTF-8 text.
    """
    return decode(path.read_bytes(), str(path))
