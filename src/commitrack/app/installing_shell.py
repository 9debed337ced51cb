"""Installing the lines that print pending reminders when a shell starts."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from commitrack.app.placed import Placed
from commitrack.errors import WriteError
from commitrack.files.startup import read_startup, write_startup
from commitrack.remind.marked import block_in, put_block, take_block
from commitrack.remind.shell import SHELLS, shell_lines

if TYPE_CHECKING:
    from collections.abc import Mapping


def install_shell(
    environment: Mapping[str, str], pending: Path, *, print_only: bool
) -> tuple[Placed, ...]:
    """Put the lines into the start-up file of every shell that is used.

    Raises:
        WriteError: a file cannot be written.
    """
    return tuple(
        _install(_startup_file(shell, environment), shell, pending, print_only=print_only)
        for shell in _used_shells(environment)
    )


def uninstall_shell(environment: Mapping[str, str]) -> tuple[Placed, ...]:
    """Take the lines out; a file that held nothing else and was not there before goes too.

    Raises:
        WriteError: a file cannot be written.
    """
    found = shells_installed(environment)
    for placed in found:
        path = Path(placed.where)
        text = read_startup(path) or ""
        write_startup(path, take_block(text), before=text)
    return tuple(placed._replace(is_changed=True) for placed in found)


def shells_installed(environment: Mapping[str, str]) -> tuple[Placed, ...]:
    """The start-up files that have the lines."""
    paths = (_startup_file(shell, environment) for shell in SHELLS)
    found = ((path, _lines_of(path)) for path in paths)
    return tuple(
        Placed("shell", str(path), _text(lines), is_changed=False)
        for path, lines in found
        if lines is not None
    )


def _install(path: Path, shell: str, pending: Path, *, print_only: bool) -> Placed:
    lines = shell_lines(shell, str(pending))
    before = read_startup(path)
    after = put_block(before, lines)
    is_changed = after != before
    if is_changed and not print_only:
        write_startup(path, after, before=before)
    return Placed("shell", str(path), put_block("", lines), is_changed)


def _used_shells(environment: Mapping[str, str]) -> tuple[str, ...]:
    """The login shell, and those that have settings; where none is known, bash."""
    login = Path(environment.get("SHELL", "")).name
    used = tuple(shell for shell in SHELLS if shell == login or _has_settings(shell, environment))
    return used or SHELLS[:1]


def _has_settings(shell: str, environment: Mapping[str, str]) -> bool:
    file = _startup_file(shell, environment)
    return file.parent.parent.is_dir() if shell == "fish" else file.is_file()


def _startup_file(shell: str, environment: Mapping[str, str]) -> Path:
    """What an interactive shell reads when it starts."""
    home = _home(environment)
    if shell == "bash":
        return home / ".bashrc"
    if shell == "zsh":
        return (_folder(environment, "ZDOTDIR") or home) / ".zshrc"
    config = _folder(environment, "XDG_CONFIG_HOME") or home / ".config"
    return config / "fish" / "conf.d" / "commitrack.fish"


def _folder(environment: Mapping[str, str], name: str) -> Path | None:
    folder = environment.get(name, "")
    return Path(folder) if folder.startswith("/") else None


def _home(environment: Mapping[str, str]) -> Path:
    return _folder(environment, "HOME") or Path.home()


def _lines_of(path: Path) -> tuple[str, ...] | None:
    try:
        return block_in(read_startup(path))
    except WriteError:
        return None


def _text(lines: tuple[str, ...]) -> str:
    return "".join(f"{line}\n" for line in lines)
