"""What is told of an article besides its text, by whom, and which of it goes first."""

from datetime import date, datetime
from typing import NamedTuple

from commitrack.domain.article import ToldDate, ToldText
from commitrack.domain.source import SourceDetails


class Told(NamedTuple):
    """What is known of an article, each with where it was read."""

    title: ToldText | None = None
    outlet: ToldText | None = None
    author: ToldText | None = None
    url: ToldText | None = None
    said: ToldDate | None = None
    published: ToldDate | None = None
    dateline: ToldDate | None = None

    def over(self, other: "Told") -> "Told":
        """What this one says, and where it is silent what the other says."""
        mine = {key: value for key, value in self._asdict().items() if value is not None}
        return other._replace(**mine)

    @property
    def latest_day(self) -> date | None:
        """The day by which the article's text stood, if one is told: its date line is no later."""
        told = self.published or self.said
        return None if told is None else told.day


def told_by(details: SourceDetails) -> Told:
    """What the command line says, which goes before what an article says of itself."""
    return Told(
        title=_text(details.title, "--title"),
        outlet=_text(details.outlet, "--outlet"),
        author=_text(details.author, "--author"),
        url=_text(details.url, "--url"),
        said=_date(details.said, "--said"),
        published=_date(details.published, "--published"),
    )


def _text(value: str | None, origin: str) -> ToldText | None:
    return None if value is None else ToldText(value, origin)


def _date(value: date | datetime | None, origin: str) -> ToldDate | None:
    return None if value is None else ToldDate(value, origin)
