"""Sources as they are named on the command line, looked at before anything is locked."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from commitrack.domain.source import SourceDetails
from commitrack.errors import ArticleError, UsageError

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from commitrack.domain.article import Article

STDIN = "-"
"""Names standard input where a file is wanted."""


class GivenSource(NamedTuple):
    """One word of `--source`, looked at: files are read and pages fetched by now.

    Attributes:
        word: as it was typed.
        content: the text that is kept and that quotes are looked up in, if it has one.
        told: what a page says of itself, of a text its title; the command line goes before it.
        original: the file's bytes, where the text was made of them.
    """

    word: str
    content: bytes | None = None
    told: SourceDetails = SourceDetails()
    original: bytes | None = None

    @property
    def is_url(self) -> bool:
        """Whether it is an address."""
        return "://" in self.word

    @property
    def name(self) -> str:
        """How the source is called when it is echoed."""
        if self.word == STDIN:
            return "standard input"
        is_file = self.content is not None and not self.is_url
        return Path(self.word).name if is_file else self.word


class Fetching(NamedTuple):
    """How addresses are looked at, where they are to be fetched.

    Attributes:
        accessed: when that is.
        allow_private: addresses of an intranet may be fetched.
    """

    accessed: datetime
    allow_private: bool = False


def look_at_sources(
    words: tuple[str, ...],
    folder: Path,
    read_stdin: Callable[[], bytes],
    fetching: Fetching | None = None,
) -> tuple[GivenSource, ...]:
    """Words of `--source`, files read; `-` is standard input.

    Args:
        words: as they were typed.
        folder: that the names of files count from.
        read_stdin: the bytes of standard input.
        fetching: None: addresses are recorded, and not fetched.

    Raises:
        ArticleError: a file or a page that cannot be read, or is no text.
        UsageError: a page is to be fetched, but there is no address.
    """
    if fetching is not None and not any("://" in word for word in words):
        message = "--fetch fetches a page, but no source is an address"
        raise UsageError(message, remedy="--source https://HOST/…")
    return tuple(_look_at(word, folder, read_stdin, fetching) for word in words)


def details_of(article: Article) -> SourceDetails:
    """What an article says of itself, as a new source is recorded; a date line says when."""
    said = article.said or article.dateline
    return SourceDetails(
        None if article.title is None else article.title.value,
        None if article.outlet is None else article.outlet.value,
        None if article.author is None else article.author.value,
        None if article.url is None else article.url.value,
        None if said is None else said.value,
        None if article.published is None else article.published.value,
    )


def _look_at(
    word: str, folder: Path, read_stdin: Callable[[], bytes], fetching: Fetching | None
) -> GivenSource:
    if word == STDIN:
        return _as_text(word, "standard input", read_stdin())
    if not word.strip():
        raise UsageError("--source is empty", remedy="name a source, a file or an address")
    if "://" in word:
        return GivenSource(word) if fetching is None else _fetched(word, fetching)
    path = _file(word, folder)
    if path is None:
        return GivenSource(word)
    try:
        content = read_file(path)
    except OSError as fault:
        message = f"cannot read {word}: {fault.strerror}"
        raise ArticleError(message, remedy="name a file that you may read") from fault
    return _as_text(word, word, content)


def _file(word: str, folder: Path) -> Path | None:
    """The file of that name; None where there is none."""
    try:
        path = folder / Path(word).expanduser()
        return path if path.is_file() else None
    except (OSError, RuntimeError):  # a name too long, `~nobody`
        return None


def read_file(path: Path) -> bytes:
    """The bytes of a file, no more than tell that it is too large: a device has no end.

    Raises:
        OSError: it cannot be read.
    """
    from commitrack.ingest.decoding import ENOUGH  # noqa: PLC0415  # only where a file is

    with path.open("rb") as file:
        return file.read(ENOUGH)


def _as_text(word: str, name: str, content: bytes) -> GivenSource:
    """A text as `read` reads it, so that both keep the same; of an HTML page or a PDF, its text.

    Raises:
        ArticleError: it has none.
    """
    from commitrack.ingest.decoding import decode_text  # noqa: PLC0415  # only where a file is
    from commitrack.ingest.kinds import Kind, kind_of  # noqa: PLC0415

    kind = kind_of(name, content)
    if kind in {Kind.TEXT, Kind.MARKDOWN}:
        from commitrack.ingest.titling import title_of  # noqa: PLC0415  # only where a file is

        text = decode_text(name, content)
        told = SourceDetails(title=title_of(kind, text))
        return GivenSource(word, text.encode("utf-8"), told, content)
    from commitrack.ingest.reading import read_article  # noqa: PLC0415  # few are

    article = read_article(name, content, SourceDetails())
    return GivenSource(word, article.content, details_of(article), content)


def _fetched(word: str, fetching: Fetching) -> GivenSource:
    from commitrack.ingest.fetching import fetch  # noqa: PLC0415  # few are fetched
    from commitrack.ingest.reading import read_page  # noqa: PLC0415

    page = fetch(word, allow_private=fetching.allow_private)
    article = read_page(page, fetching.accessed, SourceDetails())
    return GivenSource(word, article.content, details_of(article))
