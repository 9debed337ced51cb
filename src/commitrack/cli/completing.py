"""Completion of ids, tags, parties, fields from the ledger; silent when it cannot be read."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from commitrack.domain.vocabulary import EventType
from commitrack.errors import CommitrackError

if TYPE_CHECKING:
    from collections.abc import Iterable

    from commitrack.ledger.reading import Ledger

Completions = list[tuple[str, str]]

# zsh evaluates what it is offered: words that it would expand are not offered, and what a title
# could break its quotes with, or take for markup, is replaced by what looks like it.
_WORD = re.compile(r"[\w.,:@%+/-]+")
_LOOKALIKES = str.maketrans(
    {"\\": "/", "`": "\u2019", "'": "\u2019", '"': "\u201d", "[": "(", "]": ")"}
)


def complete_ids(ctx: Any, incomplete: str) -> Completions:  # noqa: ANN401  # typer's own
    """Ids of commitments, with their titles."""
    ledger = _ledger(ctx)
    commitments = ledger.commitments if ledger else ()
    return _starting(((it.id, it.title) for it in commitments), incomplete)


def complete_sources(ctx: Any, incomplete: str) -> Completions:  # noqa: ANN401
    """Ids of sources, with their titles."""
    ledger = _ledger(ctx)
    sources = ledger.sources.values() if ledger else ()
    return _starting(((it.id, it.title or it.outlet or "") for it in sources), incomplete)


def complete_tags(ctx: Any, incomplete: str) -> Completions:  # noqa: ANN401
    """Tags in use."""
    return _starting(((tag, "") for tag in _words(_ledger(ctx), "tag")), incomplete)


def complete_parties(ctx: Any, incomplete: str) -> Completions:  # noqa: ANN401
    """Parties in use."""
    return _starting(((party, "") for party in _words(_ledger(ctx), "by")), incomplete)


def complete_events(incomplete: str) -> Completions:
    """Types of events."""
    return _starting(((str(kind), "") for kind in EventType), incomplete)


def complete_outcomes(incomplete: str) -> Completions:
    """What `close` can say."""
    from commitrack.cli.closing import CLOSING  # noqa: PLC0415  # completion only

    return _starting(((word, "") for word in CLOSING), incomplete)


def complete_filters(ctx: Any, incomplete: str) -> Completions:  # noqa: ANN401
    """Fields of filters, then the values that a field has in this ledger."""
    from commitrack.query.fields import FIELDS  # noqa: PLC0415  # completion only

    name, colon, value = incomplete.partition(":")
    field = FIELDS.get(name)
    if not colon or field is None:
        return _starting(((f"{key}:", one.about) for key, one in FIELDS.items()), incomplete)
    done, comma, _ = value.rpartition(",")
    words = field.choices or _words(_ledger(ctx), name)
    return _starting(((f"{name}:{done}{comma}{word}", "") for word in words), incomplete)


def _words(ledger: Ledger | None, name: str) -> list[str]:
    commitments = ledger.commitments if ledger else ()
    match name:
        case "by" | "to":
            return sorted({party for it in commitments for party in (*it.by, *it.to)})
        case "tag":
            return sorted({tag for it in commitments for tag in it.tags})
        case "source":
            return sorted(ledger.sources) if ledger else []
        case "id":
            return [it.id for it in commitments]
        case _:
            return []


def _starting(pairs: Iterable[tuple[str, str]], incomplete: str) -> Completions:
    """Pairs that go on from what was typed, harmless to the shell that is given them."""
    from commitrack.report.harmless import harmless  # noqa: PLC0415  # completion only

    folded = incomplete.casefold()
    return [
        (word, harmless(about)[:60].translate(_LOOKALIKES))
        for word, about in pairs
        if word.casefold().startswith(folded) and _WORD.fullmatch(word)
    ]


def _ledger(ctx: Any) -> Ledger | None:  # noqa: ANN401
    from commitrack.app.opening import open_ledger  # noqa: PLC0415  # completion only
    from commitrack.cli.session import Session  # noqa: PLC0415

    session = ctx.obj
    if not isinstance(session, Session):
        return None
    try:
        return open_ledger(session.ledger_path)
    except CommitrackError:
        return None
