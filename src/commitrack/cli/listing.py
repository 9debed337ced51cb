"""Printing items in the formats that all listings share."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from commitrack.cli.session import Session
    from commitrack.ledger.reading import Ledger
    from commitrack.report.rows import Summary
    from commitrack.timing.reckoning import Item


def print_items(
    session: Session,
    ledger: Ledger,
    items: Sequence[Item],
    faces: Sequence[str],
    table: Callable[[], object],
) -> str:
    """Print items in the format of the session and say which that was.

    Args:
        table: makes what is shown on a terminal; not called for other formats.
    """
    face = session.face(faces)
    if face == "table":
        from commitrack.cli.screen import render  # noqa: PLC0415  # terminals only

        render(session, table())
    elif face == "plain":
        from commitrack.report.plain import plain_lines  # noqa: PLC0415  # one face a run

        session.out("".join(f"{line}\n" for line in plain_lines(items, session.now)))
    else:
        _print_objects(session, ledger, items, face)
    return face


def _print_objects(session: Session, ledger: Ledger, items: Sequence[Item], face: str) -> None:
    from commitrack.report import machine, tabular  # noqa: PLC0415  # one face a run

    objects = item_objects(session, ledger, items)
    if face == "json":
        document = machine.listing_document(objects, session.now, session.shown_path)
        session.out(machine.format_json(document))
        return
    rows = [tabular.item_row(item) for item in objects]
    write = tabular.format_tsv if face == "tsv" else tabular.format_csv
    session.out(write(tabular.COLUMNS, rows))


def item_objects(session: Session, ledger: Ledger, items: Sequence[Item]) -> list[dict[str, Any]]:
    """Items as ITEM objects, each with its file and line."""
    from commitrack.ledger.places import Places  # noqa: PLC0415  # machine output only
    from commitrack.report.machine import item_object  # noqa: PLC0415

    places = Places(ledger.text)
    file = session.shown_path
    return [
        item_object(item, file, places.line_of(("commitment", item.standing.id))) for item in items
    ]


def print_summary(session: Session, ledger: Ledger, summary: Summary) -> None:
    """The counts of a ledger and its next dates, as one JSON document."""
    from commitrack.report import machine  # noqa: PLC0415  # machine output only

    following = item_objects(session, ledger, summary.following)
    document = machine.listing_document(following, session.now, session.shown_path)
    items = document.pop("items")
    counts = summary._asdict()
    counts.pop("following")
    session.out(machine.format_json({**document, **counts, "next": items}))
