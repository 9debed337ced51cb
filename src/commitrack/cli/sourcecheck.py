"""`sources check`: every quote looked up again, and with `--links` every address asked."""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING, Any

from commitrack.app.resolving import resolve_id
from commitrack.app.sourcelist import QuoteState, check_quotes, kept_by_source
from commitrack.cli.opening import open_reported
from commitrack.report.harmless import harmless
from commitrack.report.machine import SCHEMA_VERSION, format_json, selector_object
from commitrack.report.words import plural

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from commitrack.app.linking import Link
    from commitrack.cli.session import Session
    from commitrack.ledger.reading import Ledger

_FACES = ("table", "plain", "json")
_BRIEF = 60
_LEAD = 24  # characters before what was changed


def check_sources(
    session: Session, words: tuple[str, ...], *, links: bool, allow_private: bool
) -> None:
    """Print what became of every quote; end with 1 where one is not as it was.

    Args:
        words: the sources to look at; none: all.
        links: ask their addresses as well.
    """
    ledger = open_reported(session)
    only = [resolve_id(word, list(ledger.sources), what="source") for word in words]
    is_json = session.face(_FACES) == "json"
    states = check_quotes(ledger, session.ledger_path, only)
    if not is_json:
        for state in states:
            session.out(harmless(_line(state)) + "\n")
        session.hint(_sum(states))
    answers = _ask(session, ledger, only, allow_private=allow_private) if links else None
    answered = []
    for link in answers or ():
        answered.append(link)
        if not is_json:
            session.out("".join(f"{harmless(line)}\n" for line in _link_lines(link)))
    if is_json:
        session.out(format_json(_document(states, answered if links else None)))
    has_moved = any(state.now.state in ("drifted", "orphan") for state in states)
    if has_moved or any(link.is_finding for link in answered):
        session.exit_code = session.exit_code or 1


def _ask(
    session: Session, ledger: Ledger, only: Sequence[str], *, allow_private: bool
) -> Iterator[Link]:
    """The answers of addresses; a person at a terminal sees which is being waited for."""
    from commitrack.app.linking import check_links, sources_with_links  # noqa: PLC0415  # if asked
    from commitrack.app.looking import Fetching  # noqa: PLC0415

    def wait(words: str) -> None:
        if session.world.stderr.isatty():
            session.hint(harmless(words))

    sources = sources_with_links(ledger, only)
    texts = kept_by_source(ledger, session.ledger_path)
    fetching = Fetching(session.now.at, allow_private)
    yield from check_links(ledger, sources, texts, fetching, wait)


def _line(state: QuoteState) -> str:
    """One quote: what became of it, whose it is, where it stands now."""
    now = state.now
    where = f", line {now.line}" if now.line else ""
    start = _first_shown(state.quote, now.words) if now.state == "drifted" else 0
    line = f"{state.state}  {state.commitment}  {state.source}{where}  {_brief(state.quote, start)}"
    if now.found is False:
        line += "  stands in no text kept"
    if now.state == "drifted":
        words = _brief(now.words or "", start)
        line += f"  {now.places} times" if now.places else f"  now {words}"
    return line


def _first_shown(quote: str, now: str | None) -> int:
    """Where long words begin to be shown, so that what was changed in them is seen."""
    pairs = zip(quote, now or "", strict=False)
    same = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))
    if len(quote) <= _BRIEF or same < _BRIEF - _LEAD:
        return 0
    return quote.rfind(" ", 0, same - _LEAD) + 1


def _brief(words: str, start: int = 0) -> str:
    ahead, rest = "…" if start else "", words[start:]
    cut = rest if len(rest) <= _BRIEF else rest[: _BRIEF - 1] + "…"
    return f"\u201c{ahead}{cut}\u201d"


def _sum(states: Sequence[QuoteState]) -> str:
    counts = dict.fromkeys(("ok", "drifted", "orphan", "no text"), 0)
    for state in states:
        counts[state.state] += 1
    parts = [f"{count} {name}" for name, count in counts.items() if count]
    total = plural(len(states), "quote")
    return f"{total}: {', '.join(parts)}" if parts else total


def _document(states: Sequence[QuoteState], links: Sequence[Link] | None) -> dict[str, Any]:
    return {
        "schema_version": SCHEMA_VERSION,
        "quotes": [_quote_object(state) for state in states],
        "missing": sum(state.now.found is False for state in states),
        "links": None if links is None else [_link_object(link) for link in links],
    }


def _quote_object(state: QuoteState) -> dict[str, Any]:
    return {
        "source": state.source,
        "commitment": state.commitment,
        "quote": state.quote,
        "state": state.state,
        "line": state.now.line,
        "found": state.now.found,
        "now": state.now.words,
        "selector": selector_object(state.now),
    }


def _link_lines(link: Link) -> Iterator[str]:
    """One line an address, and one for each quote in its page."""
    line = f"{link.state}  {link.source}  {link.url}"
    if link.now:
        line += f"  now at {link.now}"
    if link.reason:
        line += f"  {link.reason}"
    yield line
    for state in link.quotes:
        yield f"  on the page: {_line(state)}"


def _link_object(link: Link) -> dict[str, Any]:
    return {
        "source": link.source,
        "url": link.url,
        "state": link.state,
        "now": link.now,
        "status": link.status,
        "reason": link.reason,
        "quotes": [_quote_object(state) for state in link.quotes],
    }
