"""Questions at a terminal: a line is answered, or the person has left."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from commitrack.report.harmless import harmless

if TYPE_CHECKING:
    from commitrack.cli.session import Session

_YES, _NO = ("y", "yes"), ("n", "no")


def ask(session: Session, prompt: str) -> str | None:
    """What is answered, without its line end; None when the person has left: Ctrl-C, Ctrl-D."""
    session.out(prompt)
    session.flush()
    try:
        line = session.world.stdin.readline()
    except KeyboardInterrupt:
        line = ""
    if not line:
        session.out("\n")
        return None
    return line.strip()


def ask_yes(session: Session, prompt: str, *, default: bool) -> bool | None:
    """A yes or a no; Enter alone is the default."""
    while True:
        answer = ask(session, f"{prompt} [{'Y/n' if default else 'y/N'}] ")
        if answer is None:
            return None
        if answer == "" or answer.casefold() in (*_YES, *_NO):
            return default if answer == "" else answer.casefold() in _YES


def ask_value(session: Session, name: str, old: str) -> str | None:
    """A value; at a real terminal the old one stands there to be changed."""
    world = session.world
    shown = f"{name}, now {harmless(old)}" if old else name
    if world.stdin is not sys.stdin or world.stdout is not sys.stdout:
        return ask(session, f"{shown} (- for none): ")
    try:
        import readline  # noqa: PLC0415  # only who edits
    except ImportError:
        return ask(session, f"{shown} (- for none): ")
    readline.set_startup_hook(lambda: readline.insert_text(old if old.isprintable() else ""))
    session.flush()
    try:
        return input(f"{name} (- for none): ").strip()
    except (EOFError, KeyboardInterrupt):
        session.out("\n")
        return None
    finally:
        readline.set_startup_hook(None)
