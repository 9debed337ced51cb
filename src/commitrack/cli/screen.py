"""The terminal: one rich console, made from the session's streams and environment."""

from __future__ import annotations

import shlex
import shutil
import subprocess
from typing import TYPE_CHECKING

from rich.console import Console
from rich.text import Text

if TYPE_CHECKING:
    from commitrack.cli.session import Session


_HEIGHT = 25


def console_for(session: Session) -> Console:
    """A console that honours NO_COLOR, FORCE_COLOR, TERM and COLUMNS of the session's world."""
    environment = session.settings.environment
    is_forced = bool(environment.get("FORCE_COLOR"))
    return Console(
        file=session.world.stdout,
        width=session.width,
        height=_HEIGHT,  # without it rich takes a dumb terminal to be 80 wide
        force_terminal=True if session.is_terminal or is_forced else None,
        no_color=bool(environment.get("NO_COLOR")) or None,
        highlight=False,
        markup=False,
        emoji=False,
        _environ=environment,
    )


def render(session: Session, *renderables: object) -> None:
    """Print something of rich, coloured if that is wanted; longer than the screen, by PAGER."""
    console = console_for(session)
    with console.capture() as captured:
        for renderable in renderables:
            console.print(renderable, soft_wrap=isinstance(renderable, Text))
    text = captured.get()
    if not (session.is_terminal and text.count("\n") >= _rows() and _page(session, text)):
        session.out(text)


def _rows() -> int:
    return shutil.get_terminal_size((80, _HEIGHT)).lines


def _page(session: Session, text: str) -> bool:
    """Give a text to the user's pager; False where none is named, or it cannot be run."""
    environment = session.settings.environment
    command = environment.get("PAGER", "").strip()
    if not command:
        return False
    session.flush()
    try:
        # The user's own command, with the arguments that it names; less shows colours with -R.
        subprocess.run(  # noqa: S603
            shlex.split(command),
            input=text,
            text=True,
            encoding="utf-8",
            check=False,
            env={"LESS": "FRX", **environment},
        )
    except (OSError, ValueError):
        return False
    return True
