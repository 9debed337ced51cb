"""A body that comes compressed, unpacked no further than it may be long."""

import zlib
from collections.abc import Iterable

from commitrack.errors import ArticleError

PACKINGS = ("gzip", "deflate")
"""What is understood, and asked for."""

_EITHER_HEADER = 32 + zlib.MAX_WBITS
_NO_HEADER = -zlib.MAX_WBITS
_DEFLATED = 8
_HEADER_MULTIPLE = 31
_REMEDY = "save the page and read the file"


def unpack(chunks: Iterable[bytes], packing: str, most: int) -> bytes:
    """The body, unpacked as it comes.

    Args:
        chunks: what comes.
        packing: the header's `Content-Encoding`; empty for none.
        most: bytes that may come, and that may come out.

    Raises:
        ArticleError: there are more, it is packed otherwise, or it is broken off.
    """
    if packing in {"", "identity"}:
        return b"".join(_bounded(chunks, most))
    if packing.removeprefix("x-") not in PACKINGS:
        raise ArticleError(f"the page is packed as {packing[:40]}", remedy=_REMEDY)
    unpacked, unpacker = bytearray(), None
    for chunk in _bounded(chunks, most):
        if not chunk:
            continue
        if unpacker is None:
            unpacker = zlib.decompressobj(_EITHER_HEADER if _has_header(chunk) else _NO_HEADER)
        try:
            unpacked += unpacker.decompress(chunk, most + 1 - len(unpacked))
        except zlib.error as fault:
            raise ArticleError("the page is packed in a broken way", remedy=_REMEDY) from fault
        _require(len(unpacked), most)
        if unpacker.eof:
            break  # what follows belongs to no page
    if unpacker is not None and not unpacker.eof:
        raise broken_off()
    return bytes(unpacked)


def broken_off() -> ArticleError:
    """A page ended before its end."""
    return ArticleError("the page broke off in the middle", remedy="try again")


def _bounded(chunks: Iterable[bytes], most: int) -> Iterable[bytes]:
    total = 0
    for chunk in chunks:
        total += len(chunk)
        _require(total, most)
        yield chunk


def _require(total: int, most: int) -> None:
    if total > most:
        message = f"the page is larger than {most / 1_000_000:g} MB"
        raise ArticleError(message, remedy="save what matters of it as a .txt file")


def _has_header(start: bytes) -> bool:
    """Whether it is gzip or zlib; some servers send neither's header with `deflate`."""
    if start.startswith(b"\x1f"):
        return True
    first = int.from_bytes(start[:2], "big")
    return start[0] & 0x0F == _DEFLATED and (len(start) == 1 or first % _HEADER_MULTIPLE == 0)
