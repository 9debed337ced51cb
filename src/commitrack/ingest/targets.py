"""An address as it is typed, or as a redirect gives it, to where a request goes: or a refusal."""

import re
from typing import NamedTuple
from urllib.parse import SplitResult, quote, urljoin, urlsplit

from commitrack.errors import ArticleError

_PORTS = {"http": 80, "https": 443}
_LONGEST = 4000
# Below are the ports of mail, shells and the like, where a page is never served.
_FIRST_FREE_PORT, _LAST_PORT = 1024, 65535
_SAFE = "/%:@!$&'()*+,;=~?[]"
# Python's IDNA 2003 leads these to another host than a browser does (UTS 46, section 7).
_DEVIATING = frozenset("\u00df\u03c2\u200c\u200d")
_REMEDY = "write https://HOST/…"


class Target(NamedTuple):
    """Where a request goes.

    Attributes:
        url: the whole address, as it is echoed.
        path: with the query, percent-encoded.
    """

    url: str
    scheme: str
    host: str
    port: int
    path: str

    @property
    def is_secure(self) -> bool:
        """Whether it is encrypted."""
        return self.scheme == "https"


def parse_target(url: str) -> Target:
    """Where the address leads.

    >>> parse_target("https://b\u00fccher.example/a b?q=1#part").path
    Traceback (most recent call last):
    ...
    commitrack.errors.ArticleError: https://bücher.example/a b?q=1#part is not an address
    >>> parse_target("https://b\u00fccher.example/a?q=1#part")[2:]
    ('xn--bcher-kva.example', 443, '/a?q=1')

    Raises:
        ArticleError: it is none of http or https, names a user, or is not an address.
    """
    url = url.strip()
    if len(url) > _LONGEST or re.search(r"[\x00-\x20\x7f-\x9f\\]|\s", url):
        raise _no_address(url)
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError as fault:
        raise _no_address(url) from fault
    if parts.scheme not in _PORTS:
        message = f"{_brief(url)} is not of the web"
        raise ArticleError(message, remedy="addresses of http and https are fetched, no others")
    if parts.username is not None or parts.password is not None:
        message = "an address with a user name or a password is not fetched"
        raise ArticleError(message, remedy="leave away what stands before the @")
    path = quote(parts.path or "/", safe=_SAFE)
    query = f"?{quote(parts.query, safe=_SAFE)}" if parts.query else ""
    whole = parts._replace(fragment="").geturl()
    return Target(whole, parts.scheme, _host(parts, url), _port(parts, port, url), path + query)


def redirected(target: Target, location: str) -> Target:
    """Where a redirect leads.

    Raises:
        ArticleError: to what is not fetched, or from an encrypted page to one that is not.
    """
    try:
        following = parse_target(urljoin(target.url, location.strip()))
    except ValueError as fault:
        raise _no_address(location) from fault
    if target.is_secure and not following.is_secure:
        message = f"{target.url} leads to {following.url}, which is not encrypted"
        raise ArticleError(message, remedy="give the address that it leads to, if you trust it")
    return following


def _host(parts: SplitResult, url: str) -> str:
    host = parts.hostname or ""
    if not host or "%" in host:
        raise _no_address(url)
    if ":" in host or host.isascii():
        return host
    if not _DEVIATING.isdisjoint(host):
        message = f"the host of {_brief(url)} can be read in two ways"
        raise ArticleError(message, remedy="write it as a browser sends it, with xn--")
    try:
        return host.encode("idna").decode("ascii")
    except UnicodeError as fault:
        raise _no_address(url) from fault


def _port(parts: SplitResult, port: int | None, url: str) -> int:
    usual = _PORTS[parts.scheme]
    if port is None or port in _PORTS.values() or _FIRST_FREE_PORT <= port <= _LAST_PORT:
        return usual if port is None else port
    message = f"{_brief(url)} has port {port}, where no pages are"
    raise ArticleError(message, remedy="ports 80, 443 and from 1024 up are asked")


def _no_address(url: str) -> ArticleError:
    return ArticleError(f"{_brief(url)} is not an address", remedy=_REMEDY)


def _brief(url: str) -> str:
    line = " ".join(url[:200].split())
    return line if len(line) <= 100 else f"{line[:100]}…"  # noqa: PLR2004  # a line of a message
