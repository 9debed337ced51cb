"""A PDF to its article: the text of its pages, joined, and the title and writer it names.

The day it was made is not when it was published, and is left out.
"""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

from commitrack.domain.article import Article, ToldText
from commitrack.errors import ArticleError
from commitrack.ingest.decoding import LARGEST_MB, require_size, with_line_feeds
from commitrack.ingest.details import Told, told_by
from commitrack.ingest.extras import needing_extra, quieten
from commitrack.ingest.foot import dated_by_foot
from commitrack.ingest.head import head_of
from commitrack.ingest.hyphens import undivided
from commitrack.ingest.texthead import told_by_head

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pypdf import DocumentInformation, PdfReader

    from commitrack.domain.source import SourceDetails

MOST_PAGES = 300
"""A longer PDF is a book: what is said in it is read a part at a time."""

LARGEST_DRAWN_MB = 50
"""Millions of bytes of instructions to draw its pages: a small file may unpack to hours of them."""

_MOST_CHARACTERS = LARGEST_MB * 1_000_000
_LONGEST = 300
_SENTENCE_ENDS = (".", "!", "?", ":", "\u201d", '"')
_REMEDY = "save its text as a .txt file"
_FEWER = "save the pages that matter as a PDF of their own"


def read_pdf(
    name: str, content: bytes, details: SourceDetails, address: str | None = None
) -> Article:
    """The article of a PDF.

    Args:
        name: how it is called when it is echoed.
        content: the file.
        details: what the command line says of it.
        address: where it was fetched.

    Raises:
        ArticleError: it is encrypted, broken, too long, or only pictures, or what reads it is not
            installed.
    """
    with needing_extra(name, "a PDF"):
        import pypdf  # noqa: F401, PLC0415  # an extra
    quieten("pypdf")
    require_size(name, content)
    try:
        text, named = _read(name, content)
    except ArticleError:
        raise
    except (Exception, RecursionError) as fault:  # whatever a broken file makes it raise
        message = f"{name} is broken, and cannot be read as a PDF ({type(fault).__name__})"
        raise ArticleError(message, remedy=f"get it again, or {_REMEDY}") from fault
    url = None if address is None else ToldText(address, "where it was fetched")
    told = told_by(details).over(named).over(Told(url=url))
    return Article(name, text, *dated_by_foot(told_by_head(head_of(text), told), text))


def _read(name: str, content: bytes) -> tuple[str, Told]:
    from pypdf import PdfReader  # noqa: PLC0415  # an extra

    reader = PdfReader(BytesIO(content), strict=False)
    if reader.is_encrypted and not _is_opened(reader):
        message = f"{name} is encrypted"
        remedy = f"open it in a viewer, and print it to a new PDF, or {_REMEDY}"
        raise ArticleError(message, remedy=remedy)
    pages = len(reader.pages)
    if pages > MOST_PAGES:
        message = f"{name} has {pages} pages, more than {MOST_PAGES}"
        raise ArticleError(message, remedy=_FEWER)
    text = undivided(_joined(_texts(name, reader)))
    if not any(map(str.isalpha, text)):
        message = f"{name} has no text: its pages are pictures"
        raise ArticleError(message, remedy="recognise its text first, for example with ocrmypdf")
    return text, _named(reader.metadata)


def _is_opened(reader: PdfReader) -> bool:
    """Whether it opens without a password, as those do that only forbid to print or to copy."""
    from pypdf.errors import DependencyError  # noqa: PLC0415  # an extra

    try:
        return bool(reader.decrypt(""))
    except DependencyError:  # AES wants a library of its own
        return False


def _texts(name: str, reader: PdfReader) -> Iterator[str]:
    total = drawn = 0
    for page in reader.pages:
        contents = page.get_contents()
        drawn += 0 if contents is None else len(contents.get_data())
        if drawn > LARGEST_DRAWN_MB * 1_000_000:
            message = f"{name} has pages of more than {LARGEST_DRAWN_MB} MB, unpacked"
            raise ArticleError(message, remedy=_FEWER)
        text = _clean(page.extract_text() or "")
        total += len(text)
        if total > _MOST_CHARACTERS:
            message = f"{name} has more than {LARGEST_MB} million characters"
            raise ArticleError(message, remedy=_FEWER)
        yield text


def _clean(text: str) -> str:
    """What can be kept as UTF-8: no NUL, no half of a surrogate pair; no spaces at line ends."""
    whole = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace").replace("\0", "")
    return "\n".join(line.rstrip() for line in with_line_feeds(whole).split("\n")).strip("\n")


def _joined(pages: Iterator[str]) -> str:
    """The pages as one text; a sentence that goes on over the page stays one paragraph."""
    text: list[str] = []
    for page in filter(None, pages):
        if text:
            text.append("\n\n" if text[-1].endswith(_SENTENCE_ENDS) else "\n")
        text.append(page)
    return "".join(text) + "\n"


def _named(metadata: DocumentInformation | None) -> Told:
    if metadata is None:
        return Told()
    title, author = _words(metadata.title), _words(metadata.author)
    return Told(
        title=ToldText(title, "the PDF's title") if title else None,
        author=ToldText(author, "the PDF's author") if author else None,
    )


def _words(value: object) -> str:
    return " ".join(_clean(value).split())[:_LONGEST] if isinstance(value, str) else ""
