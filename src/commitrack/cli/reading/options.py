"""The options of `read`, and what they need: sense, and the ledger where there is one."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from commitrack.errors import UsageError

if TYPE_CHECKING:
    from commitrack.cli.session import Session
    from commitrack.domain.source import SourceDetails
    from commitrack.ledger.reading import Ledger

FORMATS = ("table", "plain", "json")
"""How `read` can print."""

_STRONGEST = 4


class ReadOptions(NamedTuple):
    """The options of `read`."""

    articles: tuple[str, ...]
    details: SourceDetails
    allow_private: bool = False
    dates: bool = False
    all: bool = False
    why: bool = False
    add: str | None = None
    yes: bool = False
    min_strength: int | None = None
    again: bool = False
    dry_run: bool = False

    @property
    def records(self) -> bool:
        """Whether something is recorded without asking."""
        return self.add is not None or self.yes


def open_if_there(session: Session) -> Ledger | None:
    """The ledger, where there is one: reading an article needs none."""
    if not session.ledger_to_make.exists():
        return None
    from commitrack.cli.opening import open_reported  # noqa: PLC0415  # only with a ledger

    return open_reported(session)


def require_sense(options: ReadOptions) -> None:
    """Let only options pass that do not contradict each other.

    Raises:
        UsageError: they do.
    """
    if options.add is not None and not options.add.strip():
        raise UsageError("--add names no statement", remedy="write --add 1,3 or 2-4 or all")
    if options.add is not None and options.yes:
        raise UsageError("--add and --yes both say what is recorded", remedy="give one of them")
    if options.dates and options.records:
        raise UsageError("--dates lists times, and records nothing", remedy="leave --dates away")
    if options.min_strength is not None:
        if not options.yes:
            remedy = "add --yes, or choose by --add"
            raise UsageError("--min-strength says what --yes records", remedy=remedy)
        if not 0 <= options.min_strength <= _STRONGEST:
            message = f"there is no strength {options.min_strength}"
            raise UsageError(message, remedy="1 intended, 2 aimed at, 3 agreed, 4 legally binding")
    _require_words(options)
    if len(options.articles) > 1:
        _require_shared(options)


def _require_words(options: ReadOptions) -> None:
    """No name and no detail is empty."""
    if not all(word.strip() for word in options.articles):
        raise UsageError("an article has no name", remedy="name a file, an address, or -")
    for name, value in options.details.given().items():
        if value == "" or str(value).isspace():
            raise UsageError(f"--{name} is empty", remedy="leave it away, or write it")


def _require_shared(options: ReadOptions) -> None:
    """What can be said of several articles at once."""
    details = options.details.given()
    for name in ("title", "author", "url"):
        if name in details:
            message = f"--{name} is about one article, and {len(options.articles)} are given"
            raise UsageError(message, remedy="read that one by itself")
    if options.articles.count("-") > 1 or len(set(options.articles)) < len(options.articles):
        raise UsageError("an article is given twice", remedy="give each once")
