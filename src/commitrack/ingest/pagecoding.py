"""The bytes of an HTML page to its characters, in the encoding that they are really in.

A byte order mark decides. What is valid UTF-8 is UTF-8, whatever the page declares: text in another
encoding is hardly ever valid by chance. Else the header's charset, then the page's own, then
Windows-1252, as browsers have it (WHATWG Encoding, HTML 13.2.3).
"""

import re

from commitrack.ingest.decoding import (
    FALLBACK,
    known_encoding,
    marked_encoding,
    with_line_feeds,
)

_HEAD = 2048
_DECLARED = rb"""(?:charset|encoding)\s{0,9}=\s{0,9}["']?\s{0,9}([A-Za-z0-9_.:-]{2,40})"""
# Encodings in seven bits would pass for UTF-8.
_IN_SEVEN_BITS = ("iso2022", "hz")


def decode_page(content: bytes, charset: str | None = None) -> str:
    r"""The characters of a page; those that its encoding does not have become U+FFFD.

    >>> decode_page("<p>caf\u00e9".encode("utf-8"), charset="iso-8859-1")
    '<p>caf\xe9'

    Args:
        content: the page.
        charset: what the header that came with it says.
    """
    return with_line_feeds(content.decode(_encoding(content, charset), "replace"))


def _encoding(content: bytes, charset: str | None) -> str:
    marked = marked_encoding(content)
    if marked is not None:
        return marked
    declared = [known_encoding(charset), known_encoding(_declared(content))]
    seven_bits = next((name for name in declared if name and _is_seven_bits(name)), None)
    if seven_bits is not None:
        return seven_bits
    if _mostly_utf8(content):
        return "utf-8"
    return next((name for name in declared if name and name != "utf-8"), FALLBACK)


def _declared(content: bytes) -> str | None:
    found = re.search(_DECLARED, content[:_HEAD], re.IGNORECASE)
    return None if found is None else found[1].decode("ascii")


def _is_seven_bits(name: str) -> bool:
    return name.startswith(_IN_SEVEN_BITS)


def _mostly_utf8(content: bytes) -> bool:
    """Whether it is UTF-8; a few broken characters among many whole ones are a slip."""
    text = content.decode("utf-8", "replace")
    broken = text.count("\N{REPLACEMENT CHARACTER}")
    if not broken:
        return True
    whole = sum(map(len, re.findall(r"[^\x00-\x7f\ufffd]+", text)))
    return whole > 10 * broken
