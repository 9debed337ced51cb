"""apprise as a channel: desktop, mail, Slack, ntfy and some hundred other services."""

from __future__ import annotations

import logging
import re
import warnings
from contextlib import contextmanager
from typing import TYPE_CHECKING, NamedTuple

from commitrack.errors import DeliveryError
from commitrack.remind.addresses import address_shown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from apprise import Apprise, AppriseAsset

_STILL_PENDING = "the reminder stays pending; try the channel with: commitrack remind test CHANNEL"
_EXTRA = "pip install 'commitrack[notify]'"
_LOGGERS = ("apprise", "urllib3", "requests")
_CODE = re.compile(r"error[=: ]\s*(\d{3})\b")
_CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]+")


class AppriseChannel(NamedTuple):
    """A service by its address, which may hold passwords and is never shown whole."""

    address: str

    def deliver(self, subject: str, body: str) -> None:
        """Hand the message to the service, which has some seconds to take it.

        Raises:
            DeliveryError: apprise is not installed or does not know the address, or the service
                did not take the message.
        """
        with _listening() as said:
            service = self._service()
            if not _notify(service, " ".join(subject.split()), _CONTROLS.sub(" ", body)):
                raise self._refused(said)

    def _service(self) -> Apprise:
        try:
            from apprise import Apprise, NotifyFormat  # noqa: PLC0415  # heavy, and an extra
        except ImportError:
            message = f"{address_shown(self.address)} needs apprise, which is not installed"
            raise DeliveryError(message, remedy=_EXTRA) from None
        asset = _asset()
        service = Apprise(asset=asset)
        plugin = Apprise.instantiate(self.address, asset=asset)
        if plugin is None or not service.add(plugin):
            message = f"apprise does not understand {address_shown(self.address)}"
            remedy = "look the address up at https://appriseit.com/services/"
            raise DeliveryError(message, remedy=remedy)
        if self.address.lower().startswith("mailto") and "format=" not in self.address:
            plugin.notify_format = NotifyFormat.TEXT  # apprise makes HTML of a mail else
        return service

    def _refused(self, said: list[str]) -> DeliveryError:
        codes = [found[1] for text in said if (found := _CODE.search(text))]
        reason = f" (error {codes[0]})" if codes else ""
        if not codes and any("onnection error" in text for text in said):
            reason = ", which cannot be reached"
        message = f"not taken by {address_shown(self.address)}{reason}"
        return DeliveryError(message, remedy=_STILL_PENDING)


def _notify(service: Apprise, subject: str, body: str) -> bool:
    from apprise import NotifyFormat  # noqa: PLC0415  # imported by now

    try:
        return bool(service.notify(body=body, title=subject, body_format=NotifyFormat.TEXT))
    except Exception:  # noqa: BLE001  # a hundred services; what they raise may hold a secret
        return False


def _asset() -> AppriseAsset:
    """How apprise presents us: by our name, the text as it is, nothing kept on the disk."""
    from apprise import AppriseAsset, PersistentStoreMode  # noqa: PLC0415  # imported by now

    return AppriseAsset(
        app_id="commitrack",
        app_desc="commitrack",
        app_url="",
        async_mode=False,
        interpret_escapes=False,
        secure_logging=True,
        storage_mode=PersistentStoreMode.MEMORY,
    )


@contextmanager
def _listening() -> Iterator[list[str]]:
    """Collect what is logged meanwhile, and let none of it out: addresses stand in it.

    Warnings of libraries are not the user's either.
    """
    said: list[str] = []
    handler = _Collecting(said)
    loggers = [logging.getLogger(name) for name in _LOGGERS]
    before = [logger.propagate for logger in loggers]
    for logger in loggers:
        logger.addHandler(handler)
        logger.propagate = False
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            yield said
    finally:
        for logger, propagate in zip(loggers, before, strict=True):
            logger.removeHandler(handler)
            logger.propagate = propagate


class _Collecting(logging.Handler):
    def __init__(self, said: list[str]) -> None:
        super().__init__(logging.WARNING)
        self._said = said

    def emit(self, record: logging.LogRecord) -> None:
        self._said.append(record.getMessage())
