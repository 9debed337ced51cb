"""Installing what runs and shows reminders: cron, a timer of systemd, a line for the shell."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from commitrack.app.installing_cron import cron_installed, install_cron, uninstall_cron
from commitrack.app.installing_shell import install_shell, shells_installed, uninstall_shell
from commitrack.app.installing_systemd import (
    install_systemd,
    systemd_installed,
    uninstall_systemd,
)
from commitrack.errors import UsageError
from commitrack.remind.scheduled import scheduled_run

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from commitrack.app.placed import Placed
    from commitrack.remind.scheduled import ScheduledRun

KINDS = ("cron", "systemd", "shell")

_LATE_IN_THE_MINUTE_S = 40


class Host(NamedTuple):
    """Whose account things are installed into, and what the runs are to do.

    Attributes:
        environment: of the person who installs.
        ledger: whose reminders are run; its absolute path. Not needed for the shell's line.
        pending: the file that each run prepares for the shell.
        clock: the time on this computer's own clock; the first run of cron is soon after it.
        via: addresses of channels that the runs use.
        program: what is run; by default this very program.
    """

    environment: Mapping[str, str]
    ledger: Path
    pending: Path
    clock: datetime
    via: tuple[str, ...] = ()
    program: tuple[str, ...] = ()


def install(kind: str, host: Host, *, print_only: bool) -> tuple[Placed, ...]:
    """Install one kind, and say what is where.

    A second time changes nothing; with another ledger or channel the runs change to it.

    Args:
        kind: one of `KINDS`.
        host: see there.
        print_only: say what would be where, and touch nothing.

    Raises:
        UsageError: there is no such kind.
        WriteError: it cannot be installed; everything is as it was.
    """
    if _known(kind) == "shell":
        return install_shell(host.environment, host.pending, print_only=print_only)
    if kind == "cron":
        run, minute = _run(host), _next_minute(host.clock)
        return install_cron(host.environment, run, minute, print_only=print_only)
    return install_systemd(host.environment, _run(host), print_only=print_only)


def uninstall(kind: str, environment: Mapping[str, str]) -> tuple[Placed, ...]:
    """Take out what was installed of one kind; empty where nothing was.

    Raises:
        UsageError: there is no such kind.
        WriteError: it cannot be taken out.
    """
    if _known(kind) == "shell":
        return uninstall_shell(environment)
    return (uninstall_cron if kind == "cron" else uninstall_systemd)(environment)


def installed(environment: Mapping[str, str]) -> tuple[Placed, ...]:
    """What is installed, and where; what cannot be looked at counts as not installed."""
    return (
        *cron_installed(environment),
        *systemd_installed(environment),
        *shells_installed(environment),
    )


def this_program() -> tuple[str, ...]:
    """How this program is started from anywhere."""
    python = Path(sys.executable)
    script = python.with_name("commitrack")
    if script.is_file():
        return (str(script),)
    return (str(python), "-P", "-m", "commitrack")


def _run(host: Host) -> ScheduledRun:
    program = host.program or this_program()
    return scheduled_run(program, str(host.ledger.absolute()), host.via, host.environment)


def _next_minute(clock: datetime) -> int:
    """The minute that cron looks at next, late in a minute the one after it."""
    return (clock.minute + (1 if clock.second < _LATE_IN_THE_MINUTE_S else 2)) % 60


def _known(kind: str) -> str:
    if kind in KINDS:
        return kind
    message = f"{kind} is nothing to install" if kind else "install what?"
    raise UsageError(message, remedy=f"one of: {' '.join(KINDS)}")
