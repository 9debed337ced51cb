"""Articles named on the command line: files, standard input and addresses, read as text."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from commitrack.app.looking import STDIN, GivenSource, details_of, read_file
from commitrack.domain.article import ToldDate
from commitrack.errors import ArticleError, UsageError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from datetime import date, datetime

    from commitrack.domain.article import Article
    from commitrack.domain.source import Source, SourceDetails


class Place(NamedTuple):
    """Where articles are looked for.

    Attributes:
        folder: that the names of files count from.
        accessed: when a page is fetched.
        allow_private: addresses of an intranet may be fetched.
    """

    folder: Path
    read_stdin: Callable[[], bytes]
    accessed: datetime
    allow_private: bool = False


class ReadArticle(NamedTuple):
    """An article that was read, under the word that named it.

    Attributes:
        allow_private: it may have been fetched from an intranet.
    """

    word: str
    article: Article
    allow_private: bool = False

    @property
    def source(self) -> GivenSource:
        """The article as a source; what is kept of it is its text."""
        return GivenSource(self.word, self.article.content)

    @property
    def details(self) -> SourceDetails:
        """What the article says of itself, as a new source would be recorded."""
        return details_of(self.article)

    @property
    def spoken_day(self) -> date:
        """The day its words were said.

        Raises:
            ArticleError: nothing says when.
        """
        spoken = self.article.spoken
        if spoken is None:
            raise undated(self.article)
        return spoken.day


def undated(article: Article) -> ArticleError:
    """Nothing says when the words of an article were said; it is never guessed."""
    from commitrack.ingest.dateline import line_without_year  # noqa: PLC0415  # few have none
    from commitrack.ingest.head import head_of  # noqa: PLC0415

    found = line_without_year(head_of(article.text))
    if found is not None:
        line, day = found
        message = f"the date line of {article.name}, {line.named}, has no year"
        remedy = f"say when it was published, --published YEAR-{day:%m-%d}: that gives the year"
        return ArticleError(message, remedy=remedy)
    message = f"nothing in {article.name} says when its words were said"
    return ArticleError(message, remedy="say it: --said 2025-07-07, or --published 2025-07-08")


def read_one(
    word: str, told: SourceDetails, place: Place, sources: Iterable[Source] = ()
) -> ReadArticle:
    """One article by the word that names it.

    Args:
        word: a file, an address, or `-`.
        told: what the command line says of it.
        place: where it is looked for.
        sources: those of the ledger; one with this text says when it was said.

    Raises:
        ArticleError: it cannot be read, or nothing says when its words were said.
        UsageError: the ledger has its text, and another day for it.
    """
    article = _article(word, told, place)
    known = _known_source(article, sources)
    if known is not None:
        _require_same_days(known, told)
        article = _dated_by(article, known)
    if article.spoken is None:
        raise undated(article)
    return ReadArticle(word, article, place.allow_private)


def _known_source(article: Article, sources: Iterable[Source]) -> Source | None:
    """The source that has the text of an article."""
    digest = article.sha256
    found = (one for one in sources if any(seen.sha256 == digest for seen in one.seen))
    return next(found, None)


def _require_same_days(source: Source, told: SourceDetails) -> None:
    for name, day in (("said", told.said), ("published", told.published)):
        recorded = getattr(source, name)
        if day is not None and recorded is not None and day != recorded:
            message = f"{source.id} is in the ledger already, and was {name} {recorded}"
            raise UsageError(message, remedy=f"leave --{name} away, or change it: commitrack edit")


def _dated_by(article: Article, source: Source) -> Article:
    """The article with the day that the ledger has for its text.

    When its words were said goes before what it says of itself; when it was published does not.
    """
    spoken, origin = article.spoken, f"the ledger, source {source.id}"
    if source.said is not None:
        said = ToldDate(source.said, origin)
        is_told = spoken is not None and spoken.day == said.day
        return article if is_told else article._replace(said=said)
    if spoken is None and source.published is not None:
        return article._replace(published=ToldDate(source.published, origin))
    return article


def _article(word: str, details: SourceDetails, place: Place) -> Article:
    from commitrack.ingest.reading import read_article, read_page  # noqa: PLC0415  # once it is read

    if "://" in word:
        from commitrack.ingest.fetching import fetch  # noqa: PLC0415  # few are fetched

        return read_page(fetch(word, allow_private=place.allow_private), place.accessed, details)
    if word == STDIN:
        return read_article("standard input", place.read_stdin(), details)
    return read_article(Path(word).name, _content(word, place.folder), details)


def _content(word: str, folder: Path) -> bytes:
    try:
        return read_file(folder / Path(word).expanduser())
    except FileNotFoundError:
        message = f"there is no file {word}"
    except IsADirectoryError:
        message = f"{word} is a folder"
    except (OSError, RuntimeError, ValueError) as fault:  # `~nobody`, a name with a NUL
        message = f"cannot read {word}: {getattr(fault, 'strerror', None) or fault}"
    raise ArticleError(message, remedy="name a file of text, an address, or - for standard input")
