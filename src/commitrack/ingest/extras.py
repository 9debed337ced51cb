"""The libraries of the extra `commitrack[web]`: missed with a remedy, and kept from printing."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager

from commitrack.errors import ArticleError

WEB = "pip install 'commitrack[web]'"
"""What installs them."""


@contextmanager
def needing_extra(name: str, kind: str) -> Iterator[None]:
    """Imports of the extra stand inside.

    Args:
        name: what is being read.
        kind: what that is: "an HTML page".

    Raises:
        ArticleError: one of them is not installed.
    """
    try:
        yield
    except ImportError as fault:
        message = f"{name} is {kind}, and what reads it is not installed ({fault})"
        raise ArticleError(message, remedy=f"{WEB}, or save its text as a .txt file") from fault


def quieten(*loggers: str) -> None:
    """Let a library say nothing: what it logs of a page's faults would stand among our lines."""
    for name in loggers:
        logger = logging.getLogger(name)
        if not logger.handlers:
            logger.addHandler(logging.NullHandler())
            logger.propagate = False
