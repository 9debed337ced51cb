"""Installing a service and a timer with the user's systemd."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from commitrack.app.placed import Placed
from commitrack.errors import WriteError
from commitrack.files.durable import discard
from commitrack.files.startup import read_startup, write_startup
from commitrack.files.systemd import ask_systemd
from commitrack.remind.systemd import SERVICE, TIMER, ledgers_in, service_text, timer_text

if TYPE_CHECKING:
    from collections.abc import Mapping

    from commitrack.remind.scheduled import ScheduledRun


def install_systemd(
    environment: Mapping[str, str], run: ScheduledRun, *, print_only: bool
) -> tuple[Placed, ...]:
    """Write both units and start the timer.

    Raises:
        WriteError: there is no systemd to reach, or it refuses; the units are as they were.
    """
    folder = _folder(environment)
    before = {path: read_startup(path) for path in (folder / SERVICE, folder / TIMER)}
    service = service_text(run, before[folder / SERVICE])
    wanted = {folder / SERVICE: service, folder / TIMER: timer_text()}
    placed = tuple(
        Placed("systemd", str(path), text, is_changed=text != before[path])
        for path, text in wanted.items()
    )
    if print_only:
        return placed
    ask_systemd(environment, "daemon-reload")  # before anything is written: is it there?
    try:
        for path, text in wanted.items():
            if text != before[path]:
                write_startup(path, text, before=before[path])
        ask_systemd(environment, "daemon-reload")
        ask_systemd(environment, "enable", "--now", TIMER)
    except WriteError:
        _put_back(before, environment)
        raise
    return placed


def uninstall_systemd(environment: Mapping[str, str]) -> tuple[Placed, ...]:
    """Stop the timer and remove both units, also where systemd is gone or cannot be reached.

    Raises:
        WriteError: a unit cannot be removed.
    """
    found = systemd_installed(environment)
    if not found:
        return ()
    _try(environment, "disable", "--now", TIMER)
    discard(_folder(environment) / "timers.target.wants" / TIMER)
    for placed in found:
        write_startup(Path(placed.where), None, before=placed.text)
    _try(environment, "daemon-reload")
    return tuple(placed._replace(is_changed=True) for placed in found)


def systemd_installed(environment: Mapping[str, str]) -> tuple[Placed, ...]:
    """The units that are there."""
    folder = _folder(environment)
    texts = ((folder / name, _text_of(folder / name)) for name in (SERVICE, TIMER))
    return tuple(
        Placed("systemd", str(path), text, is_changed=False, ledgers=ledgers_in(text))
        for path, text in texts
        if text is not None
    )


def _put_back(before: Mapping[Path, str | None], environment: Mapping[str, str]) -> None:
    """As far as it can be done; the fault that led here is the one to tell."""
    if not any(before.values()):
        _try(environment, "disable", "--now", TIMER)
    for path, text in before.items():
        with suppress(WriteError):
            write_startup(path, text, before=read_startup(path))
    _try(environment, "daemon-reload")


def _try(environment: Mapping[str, str], *words: str) -> None:
    with suppress(WriteError):
        ask_systemd(environment, *words)


def _text_of(path: Path) -> str | None:
    try:
        return read_startup(path)
    except WriteError:
        return None


def _folder(environment: Mapping[str, str]) -> Path:
    config = environment.get("XDG_CONFIG_HOME", "")
    home = Path(environment.get("HOME") or Path.home())
    base = Path(config) if config.startswith("/") else home / ".config"
    return base / "systemd" / "user"
