"""Channels: what carries a reminder out of the terminal, found by its address."""

import re
import shlex
from typing import Protocol

from commitrack.errors import UsageError
from commitrack.remind.addresses import address_shown
from commitrack.remind.apprise_channel import AppriseChannel
from commitrack.remind.command_channel import CommandChannel

_COMMAND = "command:"
_URL = re.compile(r"[a-z][a-z0-9+.-]*://\S", re.IGNORECASE)
_FORMS = "write command:PROGRAM, or an address of apprise: mailto://…, ntfy://…, slack://…"


class Channel(Protocol):
    """A way to a person."""

    def deliver(self, subject: str, body: str) -> None:
        """Hand a message over.

        Args:
            subject: one line, where the channel has a place for one.
            body: all of the message. Both have been made harmless.

        Raises:
            DeliveryError: it was not taken, or not in time. Nothing is known to have arrived.
        """


def find_channel(address: str) -> Channel:
    """The channel of an address: `command:PROGRAM ARG …`, or a URL that apprise knows.

    Nothing is started and nothing is asked of a server: an address of an unknown kind of
    service, and a missing apprise, are known only at the delivery, so that the reminder stays
    pending.

    Raises:
        UsageError: it is no address.
    """
    if address.startswith(_COMMAND):
        return CommandChannel(_words(address.removeprefix(_COMMAND)))
    if _URL.match(address):
        return AppriseChannel(address)
    raise UsageError(f"{address_shown(address)} is no channel", remedy=_FORMS)


def _words(command: str) -> tuple[str, ...]:
    try:
        words = tuple(shlex.split(command))
    except ValueError:
        message = "the command of a channel has a quote that is not closed"
        raise UsageError(message, remedy="quote it as for a shell") from None
    if not words or not words[0]:
        raise UsageError("command: names no program", remedy="write command:PROGRAM ARG …")
    return words
