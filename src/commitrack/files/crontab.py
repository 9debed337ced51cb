"""The user's crontab, read and written through the program that may."""

import getpass
import subprocess
from collections.abc import Mapping, Sequence
from shutil import which

from commitrack.errors import WriteError

TIMEOUT_S = 20.0

_NOTHING = "nothing was changed"
_ELSEWHERE = "or let another run them: commitrack remind install systemd"
_SHOWN_RETURN = rb"\r"
# What the crons of Debian, Red Hat and BSD say, and that of busybox.
_NONE_YET = (b"no crontab for", b"can't open", b"no such file")


def has_crontab_program(environment: Mapping[str, str]) -> bool:
    """Whether there is a program to ask."""
    return _program(environment) is not None


def read_crontab(environment: Mapping[str, str]) -> str | None:
    """The crontab's text, bytes that are not UTF-8 as surrogates; None where there is none.

    Raises:
        WriteError: there is no such program, or it refuses, as where cron.deny names the user.
    """
    done = _run(environment, ["-l"])
    if done.returncode == 0:
        content = done.stdout
        if _SHOWN_RETURN in content:
            content = _read_raw(content, environment)
        return content.decode("utf-8", "surrogateescape")
    if any(words in done.stderr.lower() for words in _NONE_YET):
        return None
    raise _refused(done)


def _read_raw(listed: bytes, environment: Mapping[str, str]) -> bytes:
    """The crontab as it is, where its listing may show a carriage return as two characters.

    Debian's does, though what an editor gets is right; so `cat` is the editor.

    Raises:
        WriteError: it cannot be told which of the two there is.
    """
    done = _run({**environment, "EDITOR": "cat", "VISUAL": "cat"}, ["-e"])
    if done.returncode == 0 and done.stdout.replace(b"\r", _SHOWN_RETURN) == listed:
        return done.stdout
    message = f"the crontab seems to hold carriage returns, which `crontab -l` hides; {_NOTHING}"
    raise WriteError(message, remedy=f"take them out with: crontab -e; {_ELSEWHERE}")


def write_crontab(text: str | None, environment: Mapping[str, str]) -> None:
    """Put a text in the place of the crontab; None removes it.

    Raises:
        WriteError: it was refused; the crontab is as it was.
    """
    if text is None:
        done = _run(environment, ["-r"])
    else:
        done = _run(environment, ["-"], text.encode("utf-8", "surrogateescape"))
    if done.returncode:
        raise _refused(done)


def whose_crontab() -> str:
    """What to call it."""
    try:
        return f"the crontab of {getpass.getuser()}"
    except (OSError, KeyError):  # Python 3.13 says the one, older ones the other
        return "your crontab"


def _program(environment: Mapping[str, str]) -> str | None:
    return which("crontab", path=environment.get("PATH") or None)


def _run(
    environment: Mapping[str, str], words: Sequence[str], given: bytes = b""
) -> "subprocess.CompletedProcess[bytes]":
    program = _program(environment)
    if program is None:
        message = f"there is no crontab program here; {_NOTHING}"
        raise WriteError(message, remedy=f"install cron, {_ELSEWHERE}")
    try:
        return subprocess.run(  # noqa: S603  # a fixed program; the text goes by standard input
            [program, *words],
            input=given,
            capture_output=True,
            timeout=TIMEOUT_S,
            check=False,
            env={**environment, "LC_ALL": "C"},
        )
    except (OSError, subprocess.SubprocessError) as fault:
        message = f"{program} does not answer; {_NOTHING}"
        raise WriteError(message, remedy=f"see whether `crontab -l` does, {_ELSEWHERE}") from fault


def _refused(done: "subprocess.CompletedProcess[bytes]") -> WriteError:
    lines = done.stderr.decode("utf-8", "replace").strip().splitlines()
    message = f"crontab refuses: {lines[0] if lines else f'it ended with {done.returncode}'}"
    if b"not allowed" in done.stderr:
        remedy = (
            f"whoever runs this computer may allow you in cron.allow or cron.deny, {_ELSEWHERE}"
        )
    else:
        remedy = f"see whether `crontab -l` works, {_ELSEWHERE}"
    return WriteError(f"{message}; {_NOTHING}", remedy=remedy)
