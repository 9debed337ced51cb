"""Source: where words were read, and the text kept of it each time it was looked at."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import NamedTuple


class Seen(NamedTuple):
    """One look at a source: when, and the text kept of it (a path from the ledger's folder)."""

    on: date | datetime | None
    text: str | None = None
    sha256: str | None = None


class Source(NamedTuple):
    """An article, an order, a post: the place that a statement cites.

    Attributes:
        said: when the words were spoken, which may be earlier than `published`.
        official: an act of authority or its official publication.
        extra: keys of the ledger that the format does not know.
    """

    id: str
    title: str | None = None
    outlet: str | None = None
    author: str | None = None
    url: str | None = None
    said: date | datetime | None = None
    published: date | datetime | None = None
    official: bool = False
    note: str | None = None
    recorded: date | datetime | None = None
    seen: tuple[Seen, ...] = ()
    extra: Mapping[str, object] | None = None
