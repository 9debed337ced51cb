"""Printing commitments whole: as pages, as JSON, as citations."""

from __future__ import annotations

from typing import TYPE_CHECKING

from commitrack.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from commitrack.cli.session import Session
    from commitrack.ledger.reading import Ledger
    from commitrack.report.page import Page
    from commitrack.report.rows import Shown


def print_shown(
    session: Session, ledger: Ledger, shown: Sequence[Shown], face: str, *, explain: bool
) -> None:
    """Pages one below the other, or one JSON document."""
    if face == "json":
        _print_json(session, ledger, shown)
        return
    from commitrack.report.show_page import show_page  # noqa: PLC0415  # one face a run

    width = session.width if session.is_terminal else None
    for number, one in enumerate(shown):
        if number:
            session.out("\n")
        print_page(session, show_page(one, session.now, width, explain=explain))


def print_page(session: Session, page: Page) -> None:
    """A page: styled on a terminal, plain in a pipe."""
    if not session.is_terminal and not session.settings.environment.get("FORCE_COLOR"):
        session.out("".join(f"{line.text}\n" for line in page.lines))
        return
    from rich.text import Text  # noqa: PLC0415  # terminals only

    from commitrack.cli.screen import render  # noqa: PLC0415

    render(session, *(Text(line.text, style=line.style) for line in page.lines))


def _print_json(session: Session, ledger: Ledger, shown: Sequence[Shown]) -> None:
    from commitrack.cli.listing import item_objects  # noqa: PLC0415  # machine output only
    from commitrack.report import machine  # noqa: PLC0415

    objects = item_objects(session, ledger, [one.item for one in shown])
    for one, item in zip(shown, objects, strict=True):
        item["history"] = machine.history_objects(one.item.standing)
        item["texts"] = [machine.text_object(quote) for quote in one.quotes]
    document = machine.listing_document(objects, session.now, session.shown_path)
    session.out(machine.format_json(document))


def print_cited(session: Session, shown: Sequence[Shown], form: str) -> None:
    """The sources of commitments as citations, each source once.

    Raises:
        UsageError: there is no such form.
    """
    from commitrack.report.citation import FORMS, format_citations  # noqa: PLC0415  # --cite only

    if form not in FORMS:
        raise UsageError(f"cannot cite as {form}", remedy=f"forms: {' '.join(FORMS)}")
    sources = {s.id: s.source for one in shown for s in one.sources if s.source is not None}
    session.out(format_citations(list(sources.values()), form))
