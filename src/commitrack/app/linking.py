"""Links: whether the addresses of sources answer, and whether quotes stand in the pages there."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Literal, NamedTuple

from commitrack.app.looking import Fetching
from commitrack.app.sourcelist import QuoteState, quoting
from commitrack.domain.refinding import KeptText, refind
from commitrack.domain.source import Source
from commitrack.errors import ArticleError
from commitrack.ledger.reading import Ledger

if TYPE_CHECKING:
    from commitrack.ingest.fetched import Fetched

Texts = Callable[[str], Sequence[KeptText]]
"""The texts kept of a source, the oldest first."""

LinkState = Literal["answers", "moved", "gone", "refuses", "no answer"]

_OK = 200
_GONE = frozenset({404, 410})
_REFUSING = range(400, 500)


class Link(NamedTuple):
    """What an address said.

    Attributes:
        now: where the page is, if elsewhere.
        status: of HTTP, if a server answered.
        reason: why it gave no page, or why its page is not read; else empty.
        quotes: those of the source, in the page as it is.
    """

    source: str
    url: str
    state: LinkState
    now: str | None = None
    status: int | None = None
    reason: str = ""
    quotes: tuple[QuoteState, ...] = ()

    @property
    def is_finding(self) -> bool:
        """Whether something is not as it was: no page, or a quote that does not stand in it."""
        is_there = self.state in ("answers", "moved")
        return not is_there or any(one.now.state in ("drifted", "orphan") for one in self.quotes)


def sources_with_links(ledger: Ledger, only: Iterable[str] = ()) -> tuple[Source, ...]:
    """The sources that have an address."""
    wanted = frozenset(only)
    return tuple(
        source
        for source in ledger.sources.values()
        if source.url and (not wanted or source.id in wanted)
    )


def check_links(
    ledger: Ledger,
    sources: Sequence[Source],
    texts: Texts,
    fetching: Fetching,
    wait: Callable[[str], None],
) -> Iterator[Link]:
    """Each address asked once, one after the other; every answer comes when it is there.

    Args:
        wait: told which address is asked now, and how many there are.
    """
    asked: dict[str, tuple[Link, str | None]] = {}
    for number, source in enumerate(sources, 1):
        url = source.url or ""
        if url not in asked:
            wait(f"asking {number} of {len(sources)}: {url}")
            asked[url] = _ask(source.id, url, fetching)
        link, page = asked[url]
        quotes = () if page is None else _quotes_in(page, source.id, ledger, texts)
        yield link._replace(source=source.id, quotes=tuple(quotes))


def _fetch(url: str, fetching: Fetching) -> "Fetched":
    from commitrack.ingest.fetching import fetch  # noqa: PLC0415  # only when asked

    return fetch(url, allow_private=fetching.allow_private)


def _as_asked(url: str) -> str:
    """An address as the server was asked for it: without its fragment, say."""
    from commitrack.ingest.targets import parse_target  # noqa: PLC0415  # only when asked

    return parse_target(url).url


def _read(fetched: "Fetched", fetching: Fetching) -> str:
    from commitrack.domain.source import SourceDetails  # noqa: PLC0415  # only when asked
    from commitrack.ingest.reading import read_page  # noqa: PLC0415  # only when asked

    return read_page(fetched, fetching.accessed, SourceDetails()).text


def _ask(source: str, url: str, fetching: Fetching) -> tuple[Link, str | None]:
    """What an address answers, and the text of its page."""
    try:
        fetched = _fetch(url, fetching)
    except ArticleError as error:
        link = Link(source, url, _state_of(error.status), status=error.status)
        is_said = error.status in (None, _OK)  # else the status says it all
        return link._replace(reason=_why(error) if is_said else f"status {error.status}"), None
    has_moved = fetched.url != _as_asked(url)
    state: LinkState = "moved" if has_moved else "answers"
    link = Link(source, url, state, fetched.url if has_moved else None, fetched.status)
    try:
        return link, _read(fetched, fetching)
    except ArticleError as error:  # what reads it is an extra; or it has no text
        return link._replace(reason=_why(error)), None


def _why(error: ArticleError) -> str:
    return f"{error.message}; {error.remedy}" if error.remedy else error.message


def _state_of(status: int | None) -> LinkState:
    if status == _OK:
        return "answers"  # with what is not read
    if status in _GONE:
        return "gone"
    return "refuses" if status in _REFUSING else "no answer"


def _quotes_in(page: str, source: str, ledger: Ledger, texts: Texts) -> Iterator[QuoteState]:
    """The quotes of a source in its page, as though that were the latest text kept.

    A statement with several sources has its quote from one of them: of the others nothing is said.
    """
    for key, statement in quoting(ledger, (source,)):
        quote = statement.quote or ""
        kept = texts(source)
        now = refind(quote, [(*kept, KeptText(source, page))])
        was_here = kept and refind(quote, [kept]).found
        if was_here or now.state != "orphan" or len(statement.source) == 1:
            yield QuoteState(source, key, quote, now)
