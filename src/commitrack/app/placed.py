"""Placed: what an installation put somewhere, would put there, or took away."""

from typing import NamedTuple


class Placed(NamedTuple):
    """One place that an installation is about.

    Attributes:
        kind: `cron`, `systemd` or `shell`.
        where: the file, or whose crontab.
        text: what is there of ours; after an uninstallation what was.
        is_changed: whether anything was, or would be, written.
        ledgers: those whose reminders are run, by their paths; none of a shell's lines.
    """

    kind: str
    where: str
    text: str
    is_changed: bool
    ledgers: tuple[str, ...] = ()
