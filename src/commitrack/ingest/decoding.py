"""Bytes of a plain text to its characters, or a refusal: no encoding is guessed.

UTF-8, with or without a byte order mark, or UTF-16 with one. Windows-1252 is no fallback: nearly
every byte is a character in it, so a wrong guess would show only in the quotes that are kept.
"""

import codecs
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE, BOM_UTF32_LE

from commitrack.errors import ArticleError

LARGEST_MB = 20
"""Millions of bytes that a text, and the text made of a page or a PDF, may have."""

ENOUGH = LARGEST_MB * 1_000_000 + 1
"""Bytes that are read of a file: of a larger one, those that tell that it is too large."""

FALLBACK = "cp1252"
"""What a browser takes a page for that says nothing."""

# Codecs of Python that are no encodings of text, or that no browser takes.
_REFUSED = ("utf_7", "unicode_escape", "raw_unicode_escape", "idna", "punycode", "undefined")
_NUL = "\0"
# How files begin that hold a text among other things: Word old and new, OpenDocument, RTF.
_DOCUMENTS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"{\\rtf")
_REMEDY = "save its text in UTF-8, for example with: iconv -f WINDOWS-1252 -t UTF-8 FILE"


def decode_text(name: str, content: bytes, charset: str | None = None) -> str:
    r"""The characters of a text; line ends become `\\n` and nothing else changes.

    >>> decode_text("a.txt", b"\xef\xbb\xbfDue\r\nAugust 1")
    'Due\nAugust 1'

    Args:
        name: how it is called.
        content: the bytes.
        charset: the encoding that came told with them, for what is not UTF-8.

    Raises:
        ArticleError: it is in another encoding, is no text, or is too long.
    """
    require_size(name, content)
    if content.startswith(_DOCUMENTS):
        message = f"{name} is a document of a word processor, or an archive"
        raise ArticleError(message, remedy="save it as a text, an HTML page or a PDF")
    text = _characters(name, content, charset)
    if _NUL in text:
        raise ArticleError(f"{name} is not text", remedy="name a text, an HTML page or a PDF")
    return with_line_feeds(text)


def with_line_feeds(text: str) -> str:
    """The text with every line end as a line feed."""
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


def require_size(name: str, content: bytes, megabytes: int = LARGEST_MB) -> None:
    """Refuse what is too large to be an article.

    Raises:
        ArticleError: it is.
    """
    if len(content) > megabytes * 1_000_000:
        message = f"{name} is larger than {megabytes} MB"
        raise ArticleError(message, remedy="keep the article alone")


def known_encoding(name: str | None) -> str | None:
    """The encoding that a header or a page names; None if it is none of text.

    What a browser takes for another is that other (WHATWG Encoding).
    """
    try:
        info = codecs.lookup((name or "").strip().strip("\"'"))
    except (LookupError, ValueError):
        return None
    is_text = getattr(info, "_is_text_encoding", True)
    if not is_text or info.name.replace("-", "_") in _REFUSED:
        return None
    if info.name.startswith(("utf-16", "utf-32")):
        return "utf-8"  # what says so in characters of one byte is not
    return FALLBACK if info.name in {"iso8859-1", "ascii"} else info.name


def _characters(name: str, content: bytes, charset: str | None) -> str:
    marked = marked_encoding(content)
    encodings = [marked] if marked else ["utf-8", known_encoding(charset)]
    for encoding in filter(None, encodings):
        try:
            text = content.decode(encoding)
        except UnicodeError:
            continue
        # Any two bytes are a character of UTF-16; a text has some of ASCII among its own.
        if encoding != "utf-16" or not text or _has_ascii(text):
            return text
    raise ArticleError(f"{name} is not UTF-8 text", remedy=_REMEDY)


def _has_ascii(text: str) -> bool:
    return any(character.isascii() and character.isprintable() for character in text)


def marked_encoding(content: bytes) -> str | None:
    """The encoding that a byte order mark at the start names; decoding with it drops the mark."""
    if content.startswith(BOM_UTF8):
        return "utf-8-sig"
    if content.startswith((BOM_UTF16_LE, BOM_UTF16_BE)) and not content.startswith(BOM_UTF32_LE):
        return "utf-16"
    return None
