"""The pages of `read` on a terminal: titles bold, what comes second dim."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.text import Text

from commitrack.cli.screen import console_for
from commitrack.report.reading.page import DIM, HEAD, TITLE

if TYPE_CHECKING:
    from collections.abc import Iterable

    from commitrack.cli.session import Session
    from commitrack.report.reading.page import Line

STYLES = {TITLE: "bold", DIM: "dim", HEAD: "bold"}


def show_lines(session: Session, lines: Iterable[Line]) -> None:
    """Print lines; a command line stays one, however wide the terminal is."""
    show_text(session, *(Text(line.text.rstrip(), STYLES.get(line.style, "")) for line in lines))


def show_text(session: Session, *texts: Text) -> None:
    """Print texts of rich as they are."""
    console = console_for(session)
    with console.capture() as captured:
        for text in texts:
            console.print(text, soft_wrap=True)
    session.out(captured.get())
    session.flush()
