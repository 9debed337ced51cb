"""What kind of file some bytes are, told by how they begin, then by the file's name."""

import re
from enum import Enum

from commitrack.ingest.decoding import marked_encoding

_HEAD = 1024
_HTML = (".html", ".htm", ".xhtml")
_MARKDOWN = (".md", ".markdown", ".mdown", ".mkd")
# A page begins with its type or its first element; a comment or an XML declaration may go before.
_PAGE = r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--[^>]*-->\s*)?<(?:!doctype\s+html|html|head|body)\b"


class Kind(Enum):
    """The kinds of files that can be read."""

    TEXT = "text"
    MARKDOWN = "Markdown"
    HTML = "HTML"
    PDF = "PDF"


def kind_of(name: str, content: bytes) -> Kind:
    """The kind of a file.

    >>> kind_of("page.txt", b"<!DOCTYPE html><title>Tariffs</title>")
    <Kind.HTML: 'HTML'>
    """
    start = content[:_HEAD]
    if start.lstrip().startswith(b"%PDF-"):
        return Kind.PDF
    folded = name.casefold()
    if folded.endswith(_HTML) or re.match(_PAGE, _characters(start), re.IGNORECASE):
        return Kind.HTML
    return Kind.MARKDOWN if folded.endswith(_MARKDOWN) else Kind.TEXT


def _characters(start: bytes) -> str:
    return start.decode(marked_encoding(start) or "latin-1", "replace")
