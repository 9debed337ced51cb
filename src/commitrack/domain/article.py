"""Article: the text that statements are found in, and what is known of where it came from."""

from datetime import date, datetime
from hashlib import sha256
from typing import NamedTuple

from commitrack.domain.when import day_of


class ToldText(NamedTuple):
    """A title, a name or an address, and where it was read: "--outlet", "the page's title"."""

    value: str
    origin: str


class ToldDate(NamedTuple):
    """A date of an article, and where it was read: "--said", "the date line, line 1"."""

    value: date | datetime
    origin: str

    @property
    def day(self) -> date:
        """The day, on the clock that it is written in."""
        return day_of(self.value)


class Article(NamedTuple):
    r"""What was read, as text; offsets into `text` count its characters and never change.

    Attributes:
        name: how it is called when it is echoed: a file's name, an address, "standard input".
        text: line ends are `\n`; nothing else of a plain text is changed.
        said: when its words were spoken.
        published: when it was published, which may be later.
        dateline: the day of a date line such as "WASHINGTON, July 7", its year filled in.
        accessed: when it was fetched, for a page of the web.
    """

    name: str
    text: str
    title: ToldText | None = None
    outlet: ToldText | None = None
    author: ToldText | None = None
    url: ToldText | None = None
    said: ToldDate | None = None
    published: ToldDate | None = None
    dateline: ToldDate | None = None
    accessed: datetime | None = None

    @property
    def content(self) -> bytes:
        """The text as it is kept."""
        return self.text.encode("utf-8")

    @property
    def sha256(self) -> str:
        """The digest of what is kept."""
        return sha256(self.content).hexdigest()

    @property
    def spoken(self) -> ToldDate | None:
        """The day that relative words count from: `said`, else the date line, else `published`."""
        return self.said or self.dateline or self.published


def line_starts(text: str) -> list[int]:
    r"""The offsets at which the lines of a text begin.

    >>> line_starts("a\n\nb")
    [0, 2, 3]
    """
    starts, place = [0], text.find("\n")
    while place >= 0:
        starts.append(place + 1)
        place = text.find("\n", place + 1)
    return starts
