"""What `sources` does: one function an action."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from commitrack.app.resolving import resolve_id
from commitrack.app.sourcelist import (
    Citing,
    check_quotes,
    list_sources,
    record_source,
    require_file,
)
from commitrack.cli.opening import open_reported
from commitrack.cli.telling import sources_given
from commitrack.errors import UsageError
from commitrack.report.harmless import harmless
from commitrack.report.machine import SCHEMA_VERSION, format_json, source_object
from commitrack.report.words import plural

if TYPE_CHECKING:
    from commitrack.app.sourcing import SourceDetails
    from commitrack.cli.session import Session

FACES = ("table", "plain", "json")
_BRIEF = 60


def _list(session: Session, words: tuple[str, ...], _: SourceDetails, __: str | None) -> None:
    """Every source, or those that match a part of their id, and how often each is cited."""
    found = [
        citing
        for citing in list_sources(open_reported(session))
        if not words or any(word.casefold() in citing.source.id for word in words)
    ]
    if session.face(FACES) == "json":
        _print_json(session, found)
        return
    for citing in found:
        source = citing.source
        kept = "text kept" if any(seen.text for seen in source.seen) else "no text"
        cited = plural(len(citing.commitments), "commitment")
        name = source.title or source.outlet or "-"
        session.out(harmless(f"{source.id}  {name}  [{cited}, {kept}]") + "\n")


def _show(session: Session, words: tuple[str, ...], _: SourceDetails, __: str | None) -> None:
    """Sources whole, with what cites them."""
    if not words:
        raise UsageError("show which source?", remedy="list them with: commitrack sources")
    ledger = open_reported(session)
    every = {citing.source.id: citing for citing in list_sources(ledger)}
    found = [every[resolve_id(word, list(every), what="source")] for word in words]
    if session.face(FACES) == "json":
        _print_json(session, found)
        return
    session.out("\n".join(_page(citing) for citing in found))


def _page(citing: Citing) -> str:
    source = citing.source
    rows: list[tuple[str, object]] = [
        (name, value)
        for name, value in source._asdict().items()
        if value not in (None, False, ()) and name not in ("id", "seen", "extra")
    ]
    rows += [("seen", f"{seen.on}, {seen.text or 'no text kept'}") for seen in source.seen]
    rows += sorted((source.extra or {}).items())
    rows += [("cited by", f"{it.id}: {it.title}") for it in citing.commitments]
    lines = [source.id, *(f"  {name:<11} {value}" for name, value in rows)]
    return "".join(f"{harmless(line)}\n" for line in lines)


def _add(
    session: Session, words: tuple[str, ...], details: SourceDetails, seen: str | None
) -> None:
    """Record one source; a file's text is kept."""
    if len(words) > 1 or not (words or details.url):
        raise UsageError("add which source?", remedy="name one file or address")
    given = sources_given(session, words or (details.url or "",))[0]
    path = session.ledger_to_make
    known = None
    if seen is not None:
        require_file(given)
        known = resolve_id(
            seen, list(open_reported(session).sources), exact=not session.can_ask, what="source"
        )
    done = record_source(path, given, details, known, session.now)
    state = "one more look kept" if done.looked else "recorded" if done.is_new else "known already"
    session.out(f"{done.id}: {state}\n")


def _check(session: Session, words: tuple[str, ...], _: SourceDetails, __: str | None) -> None:
    """Look every quote up again; exit 1 if one is missing."""
    ledger = open_reported(session)
    only = [resolve_id(word, list(ledger.sources), what="source") for word in words]
    states = check_quotes(ledger, session.ledger_path, only)
    missing = sum(state.state == "missing" for state in states)
    if session.face(FACES) == "json":
        rows = [state._asdict() for state in states]
        document = {"schema_version": SCHEMA_VERSION, "quotes": rows, "missing": missing}
        session.out(format_json(document))
    else:
        for state in states:
            where = f", line {state.line}" if state.line else ""
            brief = state.quote if len(state.quote) <= _BRIEF else state.quote[: _BRIEF - 1] + "…"
            line = f"{state.state}  {state.commitment}  {state.source}{where}  \u201c{brief}\u201d"
            session.out(harmless(line) + "\n")
        session.hint(f"{plural(len(states), 'quote')}, {missing} missing")
    if missing and not session.exit_code:
        session.exit_code = 1


def _print_json(session: Session, found: list[Citing]) -> None:
    rows: list[dict[str, Any]] = [
        source_object(citing.source, [it.id for it in citing.commitments]) for citing in found
    ]
    session.out(format_json({"schema_version": SCHEMA_VERSION, "sources": rows}))


ACTIONS = {"list": _list, "show": _show, "add": _add, "check": _check}
"""What `sources` can do."""
