"""Commands run one after the other in a real shell, piped or on a pseudo-terminal."""

import fcntl
import os
import pty
import re
import select
import struct
import subprocess
import sys
import termios
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

COLUMNS, LINES = 80, 50
TIMEOUT_S = 120
MARK = "\x1e"  # a record separator: no output holds one
STATUS = {"bash": "$?", "zsh": "$?", "fish": "$status"}
PLAIN_START = {"bash": ["--norc", "--noprofile"], "zsh": ["-f"], "fish": ["--no-config"]}
ESCAPES = re.compile(r"\x1b(?:\[[0-?]*[ -/]*[@-~]|\].*?(?:\x07|\x1b\\)|[ -/]*[0-~])")


class Run(NamedTuple):
    """What one command printed, on both streams, and its exit code."""

    output: str
    exit_code: int


def run_script(
    commands: Sequence[str],
    shell: str,
    folder: Path,
    environment: Mapping[str, str],
    *,
    terminal: bool = False,
) -> tuple[Run, ...]:
    """Run the commands in one shell process; the folder's parent is its home, printed as `~`."""
    end = f"printf '{MARK}%s{MARK}' {STATUS[shell]}"
    script = folder.parent / f"script.{shell}"
    script.write_text("".join(f"{command}\n{end}\n" for command in commands), encoding="utf-8")
    words = [shell, *PLAIN_START[shell], str(script)]
    whole = {**pinned_environment(folder.parent, terminal=terminal), **environment}
    run = run_on_terminal if terminal else run_piped
    text = run(words, folder, whole).replace(str(folder.parent), "~")
    parts = text.split(MARK)
    if len(parts) != 2 * len(commands) + 1:
        message = f"{shell} ended early:\n{text}"
        raise RuntimeError(message)
    pairs = zip(parts[::2], parts[1::2], strict=False)
    return tuple(Run(output, int(code)) for output, code in pairs)


def pinned_environment(home: Path, *, terminal: bool) -> dict[str, str]:
    """Return all that a command sees of the world, beside what the document sets."""
    programs = Path(sys.executable).parent
    return {
        "HOME": str(home),
        "LANG": "C.UTF-8",
        "LC_ALL": "C.UTF-8",
        "PAGER": "cat",
        "PATH": f"{programs}:/usr/local/bin:/usr/bin:/bin",
        "TERM": "xterm-256color",
        "TZ": "UTC",
    } | ({} if terminal else {"COLUMNS": str(COLUMNS)})


def run_piped(words: Sequence[str], folder: Path, environment: Mapping[str, str]) -> str:
    """Return both streams as one text; standard input is empty."""
    done = subprocess.run(
        words,
        cwd=folder,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        timeout=TIMEOUT_S,
        check=False,
    )
    return done.stdout.decode()


def run_on_terminal(words: Sequence[str], folder: Path, environment: Mapping[str, str]) -> str:
    """Return what a terminal of 80 columns was sent, without its escape sequences."""
    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", LINES, COLUMNS, 0, 0))
    with subprocess.Popen(
        words,
        cwd=folder,
        env=environment,
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        start_new_session=True,
    ) as process:
        os.close(theirs)
        try:
            sent = b"".join(chunks_until_closed(ours))
        except TimeoutError:
            process.kill()
            raise
        finally:
            os.close(ours)
    return ESCAPES.sub("", sent.decode()).replace("\r\n", "\n")


def chunks_until_closed(terminal: int) -> Iterator[bytes]:
    """Yield what is sent until the last writer has gone.

    Raises:
        TimeoutError: nothing came for two minutes: most likely something waits for an answer.
    """
    while select.select([terminal], [], [], TIMEOUT_S)[0]:
        try:
            chunk = os.read(terminal, 65536)
        except OSError:  # Linux says EIO when the last writer has gone
            return
        if not chunk:
            return
        yield chunk
    message = f"silent for {TIMEOUT_S} s: does it wait for an answer?"
    raise TimeoutError(message)
