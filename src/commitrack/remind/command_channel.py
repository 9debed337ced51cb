"""A program of the user's own as a channel: the text comes on its standard input."""

import os
import signal
import subprocess
from contextlib import suppress
from tempfile import TemporaryFile
from typing import IO, NamedTuple

from commitrack.errors import DeliveryError

TIMEOUT_S = 30.0

_STILL_PENDING = "the reminder stays pending"
_LONGEST_COMPLAINT = 200


class CommandChannel(NamedTuple):
    """A program and its arguments, started without a shell.

    Attributes:
        words: the program, looked for on PATH where it is no path, and its arguments.
        timeout_s: how long it may take.
    """

    words: tuple[str, ...]
    timeout_s: float = TIMEOUT_S

    def deliver(self, subject: str, body: str) -> None:  # noqa: ARG002  # the body says it all
        """Start the program with the body on its standard input, and wait for it to end.

        What it prints is not shown. A program that ends with 0 has taken the message, also where
        it did not read it.

        Raises:
            DeliveryError: it cannot be started, takes too long, or ends with another code.
        """
        # Files rather than pipes: a program that leaves a child behind would hold a pipe open.
        with TemporaryFile() as given, TemporaryFile() as complaints:
            given.write(body.encode("utf-8", "backslashreplace"))
            given.seek(0)
            code = self._run(given, complaints)
            if code:
                said = _first_line(complaints)
                ended = f"was ended by signal {-code}" if code < 0 else f"ended with {code}"
                message = f"{self.words[0]} {ended}" + (f": {said}" if said else "")
                raise DeliveryError(message, remedy=_STILL_PENDING)

    def _run(self, given: IO[bytes], complaints: IO[bytes]) -> int:
        try:
            with subprocess.Popen(  # noqa: S603  # the user's own words, and no shell
                self.words,
                stdin=given,
                stdout=subprocess.DEVNULL,
                stderr=complaints,
                start_new_session=True,
            ) as process:
                return self._code_of(process)
        except (OSError, ValueError) as fault:
            reason = getattr(fault, "strerror", None) or "a name that no file can have"
            message = f"cannot start {self.words[0]}: {reason}"
            raise DeliveryError(message, remedy=_STILL_PENDING) from fault

    def _code_of(self, process: "subprocess.Popen[bytes]") -> int:
        try:
            return process.wait(self.timeout_s)
        except BaseException as fault:
            with suppress(OSError):  # it may have ended just now
                os.killpg(process.pid, signal.SIGKILL)
            process.wait()
            if not isinstance(fault, subprocess.TimeoutExpired):
                raise
            message = f"{self.words[0]} did not end within {self.timeout_s:g} s"
            raise DeliveryError(message, remedy=_STILL_PENDING) from None


def _first_line(complaints: IO[bytes]) -> str:
    complaints.seek(0)
    text = complaints.read(4 * _LONGEST_COMPLAINT).decode("utf-8", "replace").strip()
    return text.splitlines()[0][:_LONGEST_COMPLAINT] if text else ""
