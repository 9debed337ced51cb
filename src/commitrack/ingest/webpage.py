"""An HTML page to its article: the text without what stands around it, and what the page states."""

from typing import Any
from urllib.parse import urlsplit

from commitrack.domain.article import Article, ToldDate, ToldText
from commitrack.domain.source import SourceDetails
from commitrack.errors import ArticleError
from commitrack.ingest.decoding import require_size, with_line_feeds
from commitrack.ingest.details import Told, told_by
from commitrack.ingest.extras import needing_extra, quieten
from commitrack.ingest.head import head_of
from commitrack.ingest.pagecoding import decode_page
from commitrack.ingest.texthead import told_by_head
from commitrack.ingest.words import page_notes

LARGEST_PAGE_MB = 10
"""Millions of bytes that the HTML of a page may have."""

_LONGEST_NOTE = 60
_BEGINNING = 50
_LONGEST_WRAPPER = 4096
_FEEDS = ("<?xml", "<rss", "<feed")
_REMEDY = "open it in a browser and save its text as a .txt file"


def read_html(
    name: str,
    content: bytes,
    details: SourceDetails,
    *,
    charset: str | None = None,
    address: str | None = None,
) -> Article:
    """The article of a page.

    Args:
        name: how it is called when it is echoed.
        content: the page.
        details: what the command line says of it.
        charset: what the header that came with it says.
        address: where it was fetched.

    Raises:
        ArticleError: it has no text worth reading, or what reads HTML is not installed.
    """
    with needing_extra(name, "an HTML page"):
        import trafilatura  # noqa: F401, PLC0415  # an extra
    quieten("trafilatura", "htmldate", "courlan", "readability")
    require_size(name, content, LARGEST_PAGE_MB)
    tree = _parsed(name, decode_page(content, charset))
    told = told_by(details)
    told = told.over(_told_by_page(tree, told, address))
    text = _text(name, tree)
    return Article(name, text, *told_by_head(head_of(text), told, has_title=False))


def _parsed(name: str, page: str) -> Any:  # noqa: ANN401  # lxml has no types
    from trafilatura import load_html  # noqa: PLC0415  # an extra

    try:
        tree = load_html(_whole(page)) if page.strip() else None
    except (ValueError, TypeError, RecursionError):
        tree = None
    if tree is None:
        raise ArticleError(f"{name} is no page that can be read", remedy=_REMEDY)
    return tree


def _whole(page: str) -> str:
    """The page from its `html` element on; a piece of a page, with such an element around it.

    Filings stand in elements of their own (EDGAR's `DOCUMENT`); saved pieces have none at all.
    """
    if "html" in page[:_BEGINNING].lower():
        return page
    start = page[:_LONGEST_WRAPPER].lower().find("<html")
    if start != -1:
        return page[start:]
    is_feed = page.lstrip().lower().startswith(_FEEDS)
    return page if is_feed else f"<html><body>{page}</body></html>"


def _text(name: str, tree: Any) -> str:  # noqa: ANN401  # lxml has no types
    """The text, a blank line between its paragraphs; notes about the page left out."""
    from trafilatura import extract  # noqa: PLC0415  # an extra

    try:
        found = extract(tree, output_format="txt", include_comments=False)
    except Exception as fault:  # whatever a page of somebody's makes it raise
        message = f"{name} cannot be read: {type(fault).__name__}"
        raise ArticleError(message, remedy=_REMEDY) from fault
    paragraphs = (line.strip() for line in with_line_feeds(found or "").split("\n"))
    # A rule between the rows of a table has neither letter nor figure.
    kept = [line for line in paragraphs if any(map(str.isalnum, line)) and not _is_note(line)]
    if not any(map(str.isalpha, "".join(kept))):
        raise ArticleError(f"{name} has no text worth reading", remedy=_REMEDY)
    return "\n\n".join(kept) + "\n"


def _is_note(line: str) -> bool:
    is_short = len(line.split()) <= _LONGEST_NOTE
    return is_short and line.casefold().lstrip("-* ").startswith(page_notes())


def _told_by_page(tree: Any, told: Told, address: str | None) -> Told:  # noqa: ANN401  # lxml's
    from trafilatura.metadata import extract_metadata  # noqa: PLC0415  # an extra

    from commitrack.ingest.pageauthor import find_page_author  # noqa: PLC0415  # imports lxml
    from commitrack.ingest.pagedates import find_page_date  # noqa: PLC0415  # imports lxml
    from commitrack.ingest.pagelines import visible_lines  # noqa: PLC0415  # imports lxml

    lines = visible_lines(tree)
    published: ToldDate | None = find_page_date(tree, lines, told.latest_day)
    # Its own date is a guess: it is not used.
    found = extract_metadata(tree, date_config={"extensive_search": False}, extensive=False)
    url = _address(found.url, address)
    return Told(
        _said_so(found.title, "the page's title")
        or _said_so(tree.findtext(".//title"), "the page's title"),
        _outlet(found.sitename, found.url),
        find_page_author(tree, lines),
        url,
        published=published,
    )


def _said_so(value: object, origin: str) -> ToldText | None:
    """What a page tells; its data may have a list or a table where a name is wanted."""
    words = " ".join(value.split()) if isinstance(value, str) else ""
    return ToldText(words, origin) if words else None


def _outlet(name: str | None, url: str | None) -> ToldText | None:
    """The name of the site, unless it was only taken from the address."""
    if name and url and name.casefold() in _host(url):
        return None
    return _said_so(name, "the page's site name")


def _address(canonical: str | None, fetched: str | None) -> ToldText | None:
    """The canonical address, unless it leads to another site than the page came from."""
    is_address = canonical is not None and canonical.startswith(("https://", "http://"))
    if canonical and is_address and (fetched is None or _host(canonical) == _host(fetched)):
        return ToldText(canonical, "the page's canonical address")
    return None if fetched is None else ToldText(fetched, "where it was fetched")


def _host(url: str) -> str:
    try:
        return (urlsplit(url).hostname or "").removeprefix("www.")
    except ValueError:
        return ""
