"""Fetching a page safely: http and https, public addresses, bounded time, size and redirects.

A host is looked up once a hop, every address of it is checked, and the socket goes to one of those
very addresses: a name that changes its mind between the check and the connection (DNS rebinding)
gains nothing. Every redirect is checked again, and none leads from https to http, or from a public
machine to a private one. Proxies named in the environment are not used: they would connect to an
address that was not checked.
"""

import ssl
from collections.abc import Callable
from contextlib import closing
from http.client import HTTPException
from typing import NamedTuple

from commitrack.errors import ArticleError
from commitrack.ingest.addresses import is_public
from commitrack.ingest.exchange import Answer, Deadline, ask
from commitrack.ingest.fetched import CONTENT_TYPES, Fetched
from commitrack.ingest.lookup import look_up
from commitrack.ingest.targets import Target, parse_target, redirected
from commitrack.ingest.unpacking import unpack

__all__ = ["Fetched", "Limits", "Network", "fetch"]

_OK = 200
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_SAVE = "open it in a browser and save it as a file"


class Limits(NamedTuple):
    """How much a fetch may take.

    Attributes:
        seconds: of the whole, from the first lookup to the last byte, redirects included.
        bytes: of the body, before and after it is unpacked.
        redirects: that are followed.
    """

    seconds: float = 20
    bytes: int = 10_000_000
    redirects: int = 5


class Network(NamedTuple):
    """The network as a fetch sees it; a test may put another in its place.

    Attributes:
        look_up: host, port and seconds to its addresses.
        is_public: which addresses are public.
        trusted: the certificates that are trusted; None: the system's.
    """

    look_up: Callable[[str, int, float], list[str]] = look_up
    is_public: Callable[[str], bool] = is_public
    trusted: ssl.SSLContext | None = None


def fetch(
    url: str,
    limits: Limits = Limits(),  # noqa: B008  # immutable
    *,
    allow_private: bool = False,
    network: Network = Network(),  # noqa: B008  # immutable
) -> Fetched:
    """The page at an address.

    Args:
        url: the address.
        limits: how much it may take.
        allow_private: reach machines of a private network too; a public page still leads to none.
        network: how hosts are found.

    Raises:
        ArticleError: it is not fetched, and the message says why.
    """
    target, deadline = parse_target(url), Deadline(limits.seconds)
    may_be_private = allow_private
    try:
        for _ in range(limits.redirects + 1):
            addresses = _addresses(target, deadline, network, may_be_private=may_be_private)
            may_be_private = may_be_private and not any(map(network.is_public, addresses))
            with closing(ask(target, addresses, deadline, network.trusted)) as answer:
                if answer.status not in _REDIRECTS:
                    return _fetched(target, answer, limits)
                target = _following(target, answer)
    except TimeoutError as fault:
        message = f"{target.url} took longer than {limits.seconds:g} seconds"
        raise ArticleError(message, remedy=f"try again, or {_SAVE}") from fault
    except ssl.SSLError as fault:
        message = f"the connection to {target.host} is not safe: {_reason(fault)}"
        raise ArticleError(message, remedy=_SAVE) from fault
    except OSError as fault:
        message = f"cannot reach {target.host}: {fault.strerror or fault}"
        raise ArticleError(message, remedy="check the address, and the network") from fault
    except (HTTPException, ValueError) as fault:
        message = f"{target.host} answers what is not understood ({type(fault).__name__})"
        raise ArticleError(message, remedy=_SAVE) from fault
    message = f"{url} leads on more than {limits.redirects} times"
    raise ArticleError(message, remedy="give the address where it ends")


def _addresses(
    target: Target, deadline: Deadline, network: Network, *, may_be_private: bool
) -> list[str]:
    """All the addresses of a host, or a refusal if one of them is not public."""
    addresses = network.look_up(target.host, target.port, deadline.left())
    private = next((one for one in addresses if not network.is_public(one)), None)
    if private is not None and not may_be_private:
        where = "" if private == target.host else f" {private}, which is"
        message = f"{target.host} is{where} not a public address"
        remedy = "--allow-private fetches from your own network, where no public page leads to"
        raise ArticleError(message, remedy=remedy)
    return addresses


def _following(target: Target, answer: Answer) -> Target:
    location = answer.header("Location")
    if not location:
        message = f"{target.url} leads on, but not where (status {answer.status})"
        raise ArticleError(message, remedy=_SAVE)
    return redirected(target, _characters(location))


def _characters(location: str) -> str:
    """A header is read as Latin-1; many servers mean UTF-8."""
    try:
        return location.encode("latin-1").decode("utf-8")
    except UnicodeError:
        return location


def _fetched(target: Target, answer: Answer, limits: Limits) -> Fetched:
    """What was answered; a refusal of it tells with which status."""
    try:
        return _take(target, answer, limits)
    except ArticleError as error:
        error.status = answer.status
        raise


def _take(target: Target, answer: Answer, limits: Limits) -> Fetched:
    if answer.status != _OK:
        message = f"{target.url} answers with status {answer.status}"
        raise ArticleError(message, remedy=f"check the address, or {_SAVE}")
    kind, charset = answer.content_type()
    if kind and kind not in CONTENT_TYPES:
        message = f"{target.url} is {kind[:60]}, which is not read"
        raise ArticleError(message, remedy="HTML, plain text, Markdown and PDF are read")
    content = unpack(answer.chunks(), answer.header("Content-Encoding").casefold(), limits.bytes)
    return Fetched(target.url, content, kind, charset, answer.status)


def _reason(fault: ssl.SSLError) -> str:
    verified = getattr(fault, "verify_message", "")
    return str(verified or fault.reason or "its encryption cannot be agreed on").lower()
