"""The line for cron, and a crontab's text with and without it."""

import shlex
from collections.abc import Sequence

from commitrack.errors import WriteError
from commitrack.remind.marked import block_in, put_block, take_block
from commitrack.remind.scheduled import ScheduledRun, require_one_line

LONGEST_COMMAND = 990
"""cron cuts a command off after 1000 bytes, or refuses it."""

_ENV = "/usr/bin/env"


def cron_line(run: ScheduledRun, minute: int) -> str:
    """The line that starts a run every hour, at that minute.

    The environment is set for this line alone: a line `NAME=value` of a crontab would change all
    that follows it. Every word is quoted for the shell.

    Raises:
        WriteError: a word holds a per cent sign, which cron takes for a line end and which no
            two crons unescape alike, or a line end; or the line is longer than cron allows.
    """
    words = [*(f"{name}={value}" for name, value in run.environment), *run.words]
    for word in words:
        _require_plain(word)
    command = _command(run.environment, run.words)
    if len(command.encode("utf-8", "surrogateescape")) > LONGEST_COMMAND:
        short = [pair for pair in run.environment if pair[0] != "PATH"]
        command = _command(short, run.words)
    if len(command.encode("utf-8", "surrogateescape")) > LONGEST_COMMAND:
        message = f"the line would be longer than cron allows, {LONGEST_COMMAND} bytes"
        raise WriteError(message, remedy="move the ledger to a shorter path, or use systemd")
    return f"{minute} * * * * {command}"


def with_line(text: str | None, run: ScheduledRun, minute: int) -> str:
    """The crontab with the line in a marked block; every other line as it was.

    Where the block is there already, the minute of its line stays, so that a second time changes
    nothing.

    Raises:
        WriteError: the line cannot be written so that cron reads it as it is meant.
    """
    for line in block_in(text) or ():
        first = line.partition(" ")[0]
        if first.isdecimal():
            minute = int(first)
    return put_block(text, [cron_line(run, minute)])


def without_line(text: str) -> str | None:
    """The crontab as it was before the block was put in; None where there was none."""
    return take_block(text)


def line_in(text: str | None) -> str | None:
    """The line that was put in; None where there is none."""
    lines = block_in(text)
    return lines[-1] if lines else None


def _command(environment: Sequence[tuple[str, str]], words: Sequence[str]) -> str:
    assigned = [f"{name}={shlex.quote(value)}" for name, value in environment]
    return " ".join([_ENV, *assigned, *map(shlex.quote, words)])


def _require_plain(word: str) -> None:
    require_one_line(word, "a crontab")
    if "%" in word:
        message = f"{_shown(word)} holds a per cent sign, which cron takes for a line end"
        raise WriteError(message, remedy="use another path, or: commitrack remind install systemd")


def _shown(word: str) -> str:
    """A word as an error may show it: of a channel's address, which may hold a secret, nothing."""
    return "the address after --via" if word.startswith("--via=") else word
