"""Which addresses of the network are public; the others are reached only when asked for.

What IANA's registries of special-purpose addresses (RFC 6890) hold back for private networks, the
machine itself, its links, carriers, tests and documents is not public, and neither is multicast.
The lists stand here, since those in Python's `ipaddress` differ from version to version.
"""

from functools import cache
from ipaddress import (
    IPv4Address,
    IPv4Network,
    IPv6Address,
    IPv6Network,
    ip_address,
)

_NOT_PUBLIC_4 = (
    "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12",
    "192.0.0.0/24", "192.0.2.0/24", "192.31.196.0/24", "192.52.193.0/24", "192.88.99.0/24",
    "192.168.0.0/16", "192.175.48.0/24", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24",
    "224.0.0.0/4", "240.0.0.0/4",
)  # fmt: skip
# Of IPv6 only this part is given out for use in public.
_PUBLIC_6 = "2000::/3"
_NOT_PUBLIC_6 = ("2001::/23", "2001:db8::/32", "2002::/16", "2620:4f:8000::/48", "3fff::/20")
# A translator's addresses (RFC 6052) hold one of IPv4 in their last 32 bits.
_TRANSLATED = "64:ff9b::/96"
_LOW_BITS = 0xFFFFFFFF


def is_public(address: str) -> bool:
    """Whether anybody on the internet reaches the same machine at it.

    >>> [is_public(one) for one in ("93.184.215.14", "10.0.0.1", "::ffff:127.0.0.1", "fe80::1")]
    [True, False, False, False]
    """
    try:
        ip = ip_address(address.partition("%")[0])
    except ValueError:
        return False
    return _is_public_4(ip) if isinstance(ip, IPv4Address) else _is_public_6(ip)


def _is_public_4(ip: IPv4Address) -> bool:
    return not any(ip in network for network in _networks_4())


def _is_public_6(ip: IPv6Address) -> bool:
    if ip.ipv4_mapped is not None:
        return _is_public_4(ip.ipv4_mapped)
    if ip in IPv6Network(_TRANSLATED):
        return _is_public_4(IPv4Address(int(ip) & _LOW_BITS))
    return ip in IPv6Network(_PUBLIC_6) and not any(ip in network for network in _networks_6())


@cache
def _networks_4() -> tuple[IPv4Network, ...]:
    return tuple(map(IPv4Network, _NOT_PUBLIC_4))


@cache
def _networks_6() -> tuple[IPv6Network, ...]:
    return tuple(map(IPv6Network, _NOT_PUBLIC_6))
