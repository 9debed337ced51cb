"""The user's systemd, asked through its own program."""

import subprocess
from collections.abc import Mapping
from shutil import which

from commitrack.errors import WriteError

TIMEOUT_S = 30.0

_ELSEWHERE = "let cron run them instead: commitrack remind install cron"


def ask_systemd(environment: Mapping[str, str], *words: str) -> None:
    """Run `systemctl --user` with some words.

    Raises:
        WriteError: there is none, it cannot be reached, as in a session without a bus, or it
            refuses.
    """
    program = which("systemctl", path=environment.get("PATH") or None)
    if program is None:
        raise WriteError("there is no systemd here", remedy=_ELSEWHERE)
    try:
        done = subprocess.run(  # noqa: S603  # a fixed program and names of our own units
            [program, "--user", *words],
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=TIMEOUT_S,
            check=False,
            env={**environment, "LC_ALL": "C"},
        )
    except (OSError, subprocess.SubprocessError) as fault:
        raise WriteError("systemd does not answer", remedy=_ELSEWHERE) from fault
    if done.returncode:
        lines = done.stderr.decode("utf-8", "replace").strip().splitlines()
        said = lines[0] if lines else f"it ended with {done.returncode}"
        message = f"your systemd refuses `{' '.join(words)}`: {said}"
        raise WriteError(message, remedy=f"log in at the computer itself, or {_ELSEWHERE}")
