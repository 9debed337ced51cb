"""The user service and the timer for systemd, as texts."""

from commitrack.remind.scheduled import ScheduledRun, require_one_line

SERVICE = "commitrack-reminders.service"
TIMER = "commitrack-reminders.timer"

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


def service_text(run: ScheduledRun) -> str:
    """The service that makes one run.

    The colon before the program keeps systemd from taking `$` in it for a variable.

    Raises:
        WriteError: a word holds a line end.
    """
    lines = ["[Unit]", "Description=Reminders of commitrack", "", "[Service]", "Type=oneshot"]
    lines += [f"Environment={quoted(f'{name}={value}')}" for name, value in run.environment]
    lines += ["ExecStart=:" + " ".join(quoted(word) for word in run.words)]
    return "".join(f"{line}\n" for line in lines)


def timer_text() -> str:
    """The timer: every hour, soon after a start, and at once after a sleep that missed one."""
    return _TIMER_TEXT


def quoted(word: str) -> str:
    r"""A word as a unit file quotes it (systemd.syntax, "Quoting"; systemd.unit, "Specifiers").

    Raises:
        WriteError: it holds a line end.

    >>> quoted('/home/a "b"/100%')
    '"/home/a \\"b\\"/100%%"'
    """
    require_one_line(word, "a unit file")
    escaped = word.replace("\\", "\\\\").replace('"', '\\"').replace("%", "%%")
    return f'"{escaped}"'
