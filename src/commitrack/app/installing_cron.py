"""Installing the line for cron."""

from __future__ import annotations

from typing import TYPE_CHECKING

from commitrack.app.placed import Placed
from commitrack.errors import WriteError
from commitrack.files.crontab import (
    has_crontab_program,
    read_crontab,
    whose_crontab,
    write_crontab,
)
from commitrack.remind.crontab import cron_line, ledger_of, lines_in, with_line, without_line
from commitrack.remind.marked import block_in, put_block

if TYPE_CHECKING:
    from collections.abc import Mapping

    from commitrack.remind.scheduled import ScheduledRun


def install_cron(
    environment: Mapping[str, str], run: ScheduledRun, minute: int, *, print_only: bool
) -> tuple[Placed, ...]:
    """Put the line into the crontab, in a marked block.

    Raises:
        WriteError: the line or the crontab cannot be written.
    """
    where = whose_crontab()
    if print_only and not has_crontab_program(environment):
        return (Placed("cron", where, put_block("", [cron_line(run, minute)]), is_changed=True),)
    before = read_crontab(environment)
    after = with_line(before, run, minute)
    is_changed = after != before
    if is_changed and not print_only:
        _write(after, environment)
    return (Placed("cron", where, put_block("", lines_in(after)), is_changed),)


def uninstall_cron(environment: Mapping[str, str]) -> tuple[Placed, ...]:
    """Take the block out of the crontab; all other lines stay byte for byte.

    Raises:
        WriteError: the crontab cannot be written.
    """
    if not has_crontab_program(environment):
        return ()
    before = read_crontab(environment)
    found = _placed(before, is_changed=True)
    if before is not None and found:
        _write(without_line(before), environment)
    return found


def cron_installed(environment: Mapping[str, str]) -> tuple[Placed, ...]:
    """The lines that are in the crontab, if there are any."""
    try:
        return _placed(read_crontab(environment), is_changed=False)
    except WriteError:
        return ()


def _placed(text: str | None, *, is_changed: bool) -> tuple[Placed, ...]:
    if block_in(text) is None:
        return ()
    lines = lines_in(text)
    ours = "".join(f"{line}\n" for line in lines)
    ledgers = tuple(ledger_of(line) for line in lines)
    return (Placed("cron", whose_crontab(), ours, is_changed, ledgers),)


def _write(text: str | None, environment: Mapping[str, str]) -> None:
    write_crontab(text, environment)
    if read_crontab(environment) != text:
        message = "the crontab is not as it was written"
        raise WriteError(message, remedy="look at it with: crontab -l")
