"""Addresses of channels as they may be shown: what may be a secret is left out."""

import re

_HOST = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?(?:\.[A-Za-z0-9-]+)*\Z")
_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*)://")
_NAMED = frozenset({"localhost"})


def address_shown(address: str) -> str:
    """Scheme and host of a URL; of anything else the part before the colon.

    Many services put a token where a host would be, so that only what is a host by its looks,
    `localhost` or with a dot in it, is taken for one.

    >>> address_shown("mailto://me:secret@mail.example.org:587/?to=you")
    'mailto://mail.example.org'
    >>> address_shown("slack://TokenA/TokenB/TokenC/#channel")
    'slack://…'
    """
    scheme = _SCHEME.match(address)
    if scheme is None:
        before, colon, _ = address.partition(":")
        return f"{before}:…" if colon else repr(address)
    rest = re.split(r"[/?#\s]", address[scheme.end() :], maxsplit=1)[0]
    host = re.sub(r":\d*\Z", "", rest.rpartition("@")[2])
    is_host = _HOST.match(host) and ("." in host or host.lower() in _NAMED)
    return f"{scheme[1]}://{host if is_host else '…'}"
