"""The user service and the timer for systemd, as texts."""

import re

from commitrack.remind.scheduled import ScheduledRun, require_one_line

SERVICE = "commitrack-reminders.service"
TIMER = "commitrack-reminders.timer"

_EXEC = "ExecStart="
_LEDGER_WORD = re.compile(r'"--ledger=((?:[^"\\]|\\.)*)"\Z')
_TIMER_TEXT = """\
[Unit]
Description=Reminders of commitrack, every hour

[Timer]
OnCalendar=hourly
OnActiveSec=1min
Persistent=true

[Install]
WantedBy=timers.target
"""


def service_text(run: ScheduledRun, before: str | None = None) -> str:
    """The service that makes one run for each ledger, one after the other.

    Args:
        run: the run to put in, in place of the one for the same ledger.
        before: the service's text so far, whose runs for other ledgers stay.

    Raises:
        WriteError: a word holds a line end.
    """
    ledger = quoted(f"--ledger={run.ledger}")
    commands = [it for it in _commands(before or "") if not it.endswith(f" {ledger}")]
    commands.append(" ".join([*map(quoted, run.words), ledger]))
    lines = ["[Unit]", "Description=Reminders of commitrack", "", "[Service]", "Type=oneshot"]
    lines += [f"Environment={quoted(f'{name}={value}')}" for name, value in run.environment]
    # The colon: `$` is no variable. The minus: where one run fails, the next is made all the same.
    prefix = ":" if len(commands) == 1 else "-:"
    lines += [f"{_EXEC}{prefix}{command}" for command in sorted(commands)]
    return "".join(f"{line}\n" for line in lines)


def ledgers_in(text: str) -> tuple[str, ...]:
    r"""The ledgers that a service makes runs for.

    >>> ledgers_in('ExecStart=:"/opt/c" "remind" "--ledger=/l/\\"it\\" 100%%/c.toml"')
    ('/l/"it" 100%/c.toml',)
    """
    found = (_LEDGER_WORD.search(command) for command in _commands(text))
    return tuple(re.sub(r"\\(.)", r"\1", match[1]).replace("%%", "%") for match in found if match)


def _commands(text: str) -> list[str]:
    lines = (line for line in text.split("\n") if line.startswith(_EXEC))
    return [line.removeprefix(_EXEC).lstrip("-:") for line in lines]


def timer_text() -> str:
    """The timer: every hour, soon after a start, and at once after a sleep that missed one."""
    return _TIMER_TEXT


def quoted(word: str) -> str:
    r"""A word as a unit file quotes it (systemd.syntax, "Quoting"; systemd.unit, "Specifiers").

    Raises:
        WriteError: it holds a line end.

    >>> quoted('/srv/a "b"/100%')
    '"/srv/a \\"b\\"/100%%"'
    """
    require_one_line(word, "a unit file")
    escaped = word.replace("\\", "\\\\").replace('"', '\\"').replace("%", "%%")
    return f'"{escaped}"'
