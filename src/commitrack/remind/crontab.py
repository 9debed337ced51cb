"""The line for cron, and a crontab's text with and without it."""

import shlex
from collections.abc import Sequence

from commitrack.errors import WriteError
from commitrack.remind.marked import block_in, put_block, take_block
from commitrack.remind.scheduled import ScheduledRun, require_one_line

LONGEST_COMMAND = 990
"""cron cuts a command off after 1000 bytes, or refuses it."""

_ENV = "/usr/bin/env"
_LEDGER = "COMMITRACK_LEDGER"


def cron_line(run: ScheduledRun, minute: int) -> str:
    """The line that starts a run every hour, at that minute.

    The environment is set for this line alone: a line `NAME=value` of a crontab would change all
    that follows it. Every word is quoted for the shell.

    Raises:
        WriteError: a word holds a per cent sign, which cron takes for a line end and which no
            two crons unescape alike, or a line end; or the line is longer than cron allows.
    """
    environment = [*run.environment, (_LEDGER, run.ledger)]
    for word in (*(value for _, value in environment), *run.words):
        _require_plain(word)
    command = _command(environment, run.words)
    if _bytes(command) > LONGEST_COMMAND:
        command = _command([pair for pair in environment if pair[0] != "PATH"], run.words)
    if _bytes(command) > LONGEST_COMMAND:
        message = f"the line would be longer than cron allows, {LONGEST_COMMAND} bytes"
        raise WriteError(message, remedy="move the ledger to a shorter path, or use systemd")
    return f"{minute} * * * * {command}"


def with_line(text: str | None, run: ScheduledRun, minute: int) -> str:
    """The crontab with the line in a marked block; every other line as it was.

    The block has a line for each ledger. Where it has one for this ledger already, the minute of
    that line stays, so that a second time changes nothing.

    Raises:
        WriteError: the line cannot be written so that cron reads it as it is meant.
    """
    there = {ledger_of(line): line for line in lines_in(text)}
    first = there.get(run.ledger, "").partition(" ")[0]
    line = cron_line(run, int(first) if first.isdecimal() else minute)
    return put_block(text, list((there | {run.ledger: line}).values()))


def without_line(text: str) -> str | None:
    """The crontab as it was before the block was put in; None where there was none."""
    return take_block(text)


def lines_in(text: str | None) -> tuple[str, ...]:
    """The lines that were put in; what in the block is no such line is left out."""
    return tuple(line for line in block_in(text) or () if ledger_of(line))


def ledger_of(line: str) -> str:
    """The ledger of a line that was put in; empty where it is no such line."""
    try:
        words = shlex.split(line)
    except ValueError:
        return ""
    start = f"{_LEDGER}="
    return next((word.removeprefix(start) for word in words if word.startswith(start)), "")


def _bytes(command: str) -> int:
    return len(command.encode("utf-8", "surrogateescape"))


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
