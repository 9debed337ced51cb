"""Source: where words were read, and the text kept of it each time it was looked at."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any, NamedTuple


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


class SourceDetails(NamedTuple):
    """What the command line says of a new source, or what a page says of itself."""

    title: str | None = None
    outlet: str | None = None
    author: str | None = None
    url: str | None = None
    said: date | datetime | None = None
    published: date | datetime | None = None

    def given(self) -> dict[str, Any]:
        """The keys that were given, as the ledger writes them."""
        return {key: value for key, value in self._asdict().items() if value is not None}

    def over(self, other: "SourceDetails") -> "SourceDetails":
        """What these say, and where they are silent what the others say."""
        return other._replace(**self.given())
