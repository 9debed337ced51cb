"""`read`: articles read, listed, and what was chosen of them recorded."""

from __future__ import annotations

from typing import TYPE_CHECKING

from commitrack.app.harvest.finding import find_statements
from commitrack.app.harvest.reading import Place, read_one
from commitrack.cli.reading.options import FORMATS, ReadOptions, open_if_there, require_sense
from commitrack.errors import ArticleError, CommitrackError, UsageError

if TYPE_CHECKING:
    from collections.abc import Iterable

    from commitrack.app.harvest.finding import Harvest
    from commitrack.app.harvest.reading import ReadArticle
    from commitrack.cli.session import Session
    from commitrack.ledger.reading import Ledger
    from commitrack.report.reading.page import Line


def read(session: Session, options: ReadOptions) -> None:
    """Read articles, and do with them what the options say.

    Raises:
        UsageError: the options contradict each other.
        ArticleError: an article cannot be read, or nothing says when its words were said.
    """
    require_sense(options)
    face = session.face(FORMATS)
    ledger = open_if_there(session)
    reads, faults = _read_all(session, options, ledger)
    if faults and (options.records or not reads):
        _report(session, faults[:-1])
        raise faults[-1]
    harvest = find_statements(reads, ledger, session.now, times=options.dates)
    if options.records:
        from commitrack.cli.reading.records import record_chosen  # noqa: PLC0415  # who records

        record_chosen(session, harvest, options)
        return
    _print(session, harvest, options, face)
    _report(session, faults)
    if face != "table" or not session.is_terminal or options.dates:
        return
    if session.can_ask:
        from commitrack.cli.reading.review import review_all  # noqa: PLC0415  # terminals only

        review_all(session, harvest, options)
    elif any(reading.tracked for reading in harvest.readings):
        session.hint("Standard input is no terminal, so nothing is asked: --add 1,3 records.")


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
        except UsageError as fault:  # the ledger has another day for it
            fault.where = fault.where or word
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
        from commitrack.report.reading.machine import reading_document  # noqa: PLC0415

        document = reading_document(harvest.readings, asked=len(options.articles))
        session.out(format_json(document))
        return
    from commitrack.report.reading.page import format_lines  # noqa: PLC0415

    lines = _lines(session, harvest, options, session.width if face == "table" else None)
    if face == "table":
        from commitrack.cli.reading.screen import show_lines  # noqa: PLC0415  # terminals only

        show_lines(session, lines)
    else:
        session.out(format_lines(lines))


def _lines(
    session: Session, harvest: Harvest, options: ReadOptions, width: int | None
) -> list[Line]:
    from commitrack.report.reading.page import Line, Shown, page_lines  # noqa: PLC0415

    shown = Shown(session.now, width, options.all, options.why)
    lines: list[Line] = []
    for reading in harvest.readings:
        lines += [Line("")] if lines else []
        if options.dates:
            from commitrack.report.reading.dates import date_lines  # noqa: PLC0415

            lines += date_lines(reading, width)
        else:
            lines += page_lines(reading, shown)
    return lines
