"""`read`: articles read, listed, and what was chosen of them recorded."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from commitrack.app.harvest_finding import find_statements
from commitrack.app.harvest_reading import Place, read_one
from commitrack.errors import ArticleError, CommitrackError, UsageError

if TYPE_CHECKING:
    from collections.abc import Iterable

    from commitrack.app.harvest_finding import Harvest
    from commitrack.app.harvest_reading import ReadArticle
    from commitrack.app.looking import SourceDetails
    from commitrack.cli.session import Session
    from commitrack.ledger.reading import Ledger
    from commitrack.report.read_page import Line

FACES = ("table", "plain", "json")

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


def read(session: Session, options: ReadOptions) -> None:
    """Read articles, and do with them what the options say.

    Raises:
        UsageError: the options contradict each other.
        ArticleError: an article cannot be read, or nothing says when its words were said.
    """
    _require_sense(options)
    face = session.face(FACES)
    ledger = open_if_there(session)
    reads, faults = _read_all(session, options, ledger)
    if faults and (options.records or not reads):
        raise faults[0]
    harvest = find_statements(reads, ledger, session.now, times=options.dates)
    if options.records:
        from commitrack.cli.reading_records import record_chosen  # noqa: PLC0415  # who records

        record_chosen(session, harvest, options)
        return
    _print(session, harvest, options, face)
    _report(session, faults)
    if face == "table" and session.can_ask and session.is_terminal and not options.dates:
        from commitrack.cli.reading_review import review_all  # noqa: PLC0415  # terminals only

        review_all(session, harvest, options)


def open_if_there(session: Session) -> Ledger | None:
    """The ledger, where there is one: reading an article needs none."""
    if not session.ledger_to_make.exists():
        return None
    from commitrack.cli.opening import open_reported  # noqa: PLC0415  # only with a ledger

    return open_reported(session)


def _require_sense(options: ReadOptions) -> None:
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
    if len(options.articles) > 1:
        _require_shared(options)


def _require_shared(options: ReadOptions) -> None:
    """What can be said of several articles at once."""
    details = options.details.given()
    for name in ("title", "author", "url"):
        if name in details:
            message = f"--{name} is about one article, and {len(options.articles)} are given"
            raise UsageError(message, remedy="read that one by itself")
    if options.articles.count("-") > 1 or len(set(options.articles)) < len(options.articles):
        raise UsageError("an article is given twice", remedy="give each once")


def _read_all(
    session: Session, options: ReadOptions, ledger: Ledger | None
) -> tuple[list[ReadArticle], list[CommitrackError]]:
    """The articles that can be read, and what is wrong with the others."""
    place = Place(
        session.world.folder,
        session.read_stdin,
        session.now.local().replace(microsecond=0),
        options.allow_private,
    )
    sources = ledger.sources.values() if ledger else ()
    reads: list[ReadArticle] = []
    faults: list[CommitrackError] = []
    for word in options.articles:
        try:
            reads.append(read_one(word, options.details, place, sources))
        except ArticleError as fault:
            faults.append(fault)
    return reads, faults


def _report(session: Session, faults: Iterable[CommitrackError]) -> None:
    """What is wrong with some of the articles, once the others were shown."""
    for fault in faults:
        from commitrack.report.failure import format_error  # noqa: PLC0415  # only on failure

        session.flush()
        session.world.stderr.write(format_error(fault))
        session.exit_code = session.exit_code or fault.exit_code


def _print(session: Session, harvest: Harvest, options: ReadOptions, face: str) -> None:
    if face == "json":
        from commitrack.report.machine import format_json  # noqa: PLC0415  # one face a run
        from commitrack.report.read_machine import reading_document  # noqa: PLC0415

        session.out(format_json(reading_document(harvest.readings)))
        return
    from commitrack.report.read_page import format_lines  # noqa: PLC0415

    lines = _lines(session, harvest, options, session.width if face == "table" else None)
    if face == "table":
        from commitrack.cli.reading_screen import show_lines  # noqa: PLC0415  # terminals only

        show_lines(session, lines)
    else:
        session.out(format_lines(lines))


def _lines(
    session: Session, harvest: Harvest, options: ReadOptions, width: int | None
) -> list[Line]:
    from commitrack.report.read_page import Line, Shown, page_lines  # noqa: PLC0415

    shown = Shown(session.now, width, options.all, options.why)
    lines: list[Line] = []
    for reading in harvest.readings:
        lines += [Line("")] if lines else []
        if options.dates:
            from commitrack.report.read_dates import date_lines  # noqa: PLC0415

            lines += date_lines(reading, width)
        else:
            lines += page_lines(reading, shown)
    return lines
