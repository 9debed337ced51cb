"""Reading an article: the bytes of a file, or a page that was fetched, to its text."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from commitrack.domain.article import Article, ToldText
from commitrack.errors import ArticleError
from commitrack.ingest.decoding import decode_text
from commitrack.ingest.details import Told, told_by
from commitrack.ingest.foot import dated_by_foot
from commitrack.ingest.head import head_of
from commitrack.ingest.kinds import Kind, kind_of
from commitrack.ingest.texthead import told_by_head

if TYPE_CHECKING:
    from datetime import datetime

    from commitrack.domain.source import SourceDetails
    from commitrack.ingest.fetched import Fetched


def read_article(name: str, content: bytes, details: SourceDetails) -> Article:
    """The article that a file's bytes are; its kind is told by them, then by its name.

    Raises:
        ArticleError: they are no text, or none that can be read.
    """
    return _read(kind_of(name, content), name, content, details)


def read_page(fetched: Fetched, accessed: datetime, details: SourceDetails) -> Article:
    """The article that was fetched from an address.

    Raises:
        ArticleError: it is no text, or none that can be read.
    """
    kind = fetched.kind
    if kind is None or kind is Kind.TEXT:  # which many servers say of Markdown
        kind = kind_of(urlsplit(fetched.url).path, fetched.content)
    article = _read(kind, fetched.url, fetched.content, details, fetched)
    if article.url is None:
        article = article._replace(url=ToldText(fetched.url, "where it was fetched"))
    return article._replace(accessed=accessed)


def _read(
    kind: Kind, name: str, content: bytes, details: SourceDetails, page: Fetched | None = None
) -> Article:
    charset, address = (None, None) if page is None else (page.charset, page.url)
    match kind:
        case Kind.HTML:
            from commitrack.ingest.webpage import read_html  # noqa: PLC0415  # an extra

            return read_html(name, content, details, charset=charset, address=address)
        case Kind.PDF:
            from commitrack.ingest.pdf import read_pdf  # noqa: PLC0415  # an extra

            return read_pdf(name, content, details, address)
        case Kind.MARKDOWN:
            return _markdown(name, decode_text(name, content, charset), told_by(details))
        case Kind.TEXT:
            return _plain(name, decode_text(name, content, charset), told_by(details))


def _plain(name: str, text: str, told: Told) -> Article:
    _require_words(name, text)
    return Article(name, text, *dated_by_foot(told_by_head(head_of(text), told), text))


def _markdown(name: str, text: str, told: Told) -> Article:
    from commitrack.ingest.markdown import MARKUP, told_by_markdown  # noqa: PLC0415  # few are

    _require_words(name, text)
    marked = told_by_markdown(text)
    head = head_of(text, skipped=marked.front_lines, markup=MARKUP)
    told = told_by_head(head, told.over(marked.told))
    return Article(name, text, *dated_by_foot(told, text))


def _require_words(name: str, text: str) -> None:
    if not text.strip():
        raise ArticleError(f"{name} is empty", remedy="name a file with an article in it")
