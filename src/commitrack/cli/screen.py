"""The terminal: one rich console, made from the session's streams and environment."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.console import Console

if TYPE_CHECKING:
    from commitrack.cli.session import Session


_HEIGHT = 25


class Screen(Console):
    """A console that leaves a reader who has gone to the program: rich would end it with 1."""

    def on_broken_pipe(self) -> None:
        """Let the error pass."""
        raise  # noqa: PLE0704  # rich calls this where it caught BrokenPipeError


def console_for(session: Session) -> Console:
    """A console that honours NO_COLOR, FORCE_COLOR, TERM and COLUMNS of the session's world."""
    environment = session.settings.environment
    is_forced = bool(environment.get("FORCE_COLOR"))
    return Screen(
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


def render(session: Session, renderable: object) -> None:
    """Print something of rich, in the width of the terminal, coloured if that is wanted."""
    console_for(session).print(renderable)
