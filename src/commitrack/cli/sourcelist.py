"""What `sources` does: one function an action."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from commitrack.app.resolving import resolve_id
from commitrack.app.sourcelist import Citing, list_sources, record_source, require_text
from commitrack.cli.opening import open_reported
from commitrack.cli.sourcecheck import check_sources
from commitrack.cli.telling import fetching_given, sources_given
from commitrack.errors import UsageError
from commitrack.report.harmless import harmless
from commitrack.report.machine import SCHEMA_VERSION, format_json, source_object
from commitrack.report.words import plural

if TYPE_CHECKING:
    from commitrack.cli.session import Session
    from commitrack.domain.source import Source, SourceDetails

FACES = ("table", "plain", "json")


class Asked(NamedTuple):
    """What the command line says besides the sources.

    Attributes:
        seen: the known source that is looked at once more.
        fetch: its page is fetched.
        links: addresses are asked.
        allow_private: on an intranet too.
    """

    details: SourceDetails
    seen: str | None = None
    fetch: bool = False
    links: bool = False
    allow_private: bool = False


def _list(session: Session, words: tuple[str, ...], _: Asked) -> None:
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


def _show(session: Session, words: tuple[str, ...], _: Asked) -> None:
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


def _add(session: Session, words: tuple[str, ...], asked: Asked) -> None:
    """Record one source, or one more look at it; the text of a file or of a page is kept."""
    fetching = fetching_given(session, fetch=asked.fetch, allow_private=asked.allow_private)
    known = None
    if asked.seen is not None:
        sources = open_reported(session).sources
        known = resolve_id(asked.seen, list(sources), exact=not session.can_ask, what="source")
        if fetching is not None and not words:
            words = (_address(sources[known]),)
    if len(words) > 1 or not (words or asked.details.url):
        raise UsageError("add which source?", remedy="name one file or address")
    given = sources_given(session, words or (asked.details.url or "",), fetching)[0]
    if known is not None:
        require_text(given)
    done = record_source(session.ledger_to_make, given, asked.details, known, session.now)
    state = "one more look kept" if done.looked else "recorded" if done.is_new else "known already"
    session.out(f"{done.id}: {state}\n")


def _address(source: Source) -> str:
    """Where the page of a known source is fetched from again."""
    if not source.url:
        message = f"{source.id} has no address to fetch from"
        raise UsageError(message, remedy="give the new text as a file")
    return source.url


def _check(session: Session, words: tuple[str, ...], asked: Asked) -> None:
    """Look every quote up again, and with `--links` every address."""
    check_sources(session, words, links=asked.links, allow_private=asked.allow_private)


def _print_json(session: Session, found: list[Citing]) -> None:
    rows: list[dict[str, Any]] = [
        source_object(citing.source, [it.id for it in citing.commitments]) for citing in found
    ]
    session.out(format_json({"schema_version": SCHEMA_VERSION, "sources": rows}))


ACTIONS = {"list": _list, "show": _show, "add": _add, "check": _check}
"""What `sources` can do."""
