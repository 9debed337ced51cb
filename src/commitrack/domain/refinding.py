"""Refinding: a quote looked for in the texts kept of its sources, the latest of each above all."""

from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime
from typing import NamedTuple

from commitrack.domain.quote import Found, find_quote
from commitrack.domain.selector import (
    Anchored,
    State,
    TextQuoteSelector,
    locate,
    make_selector,
)
from commitrack.domain.source import Seen

_BEST_FIRST: tuple[State, ...] = ("ok", "drifted", "orphan")


class KeptText(NamedTuple):
    """The text kept of one look at a source, and when that was."""

    source: str
    text: str
    on: date | datetime | None = None


class Refound(NamedTuple):
    """What became of a quote.

    Attributes:
        state: in the latest text of its source; None where no text is kept.
        found: whether it stands in any text kept; None where there is none.
        source: the one that it was looked for in.
        latest: the text that `start` and `end` count in.
        selector: made of the first text that it stands in; None if it stands in none.
        line: where it is now, from 1; None for one that is gone.
        words: what is there now.
        places: how often its words stand there as they were.
    """

    state: State | None
    found: bool | None
    source: str | None = None
    latest: KeptText | None = None
    selector: TextQuoteSelector | None = None
    line: int | None = None
    words: str | None = None
    places: int = 0


def order_looks(seen: Iterable[Seen]) -> list[Seen]:
    """Looks at a source in the order of time: a merge of two ledgers may have mixed them."""
    looks = list(seen)
    return looks if len(looks) < 2 else sorted(looks, key=_instant)  # noqa: PLR2004  # one has no order


def _instant(look: Seen) -> float:
    """When it was, for ordering alone: a day without an hour counts from its start in UTC."""
    on = look.on
    if on is None:
        return 0.0
    moment = on if isinstance(on, datetime) else datetime(on.year, on.month, on.day, tzinfo=UTC)
    return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).timestamp()


def refind(quote: str, sources: Iterable[Sequence[KeptText]]) -> Refound:
    """Look for a quote in the texts of its sources, the oldest first for each.

    A source whose earlier text has the quote is asked for it; the one with the best answer counts.
    Where none has it, it is looked for in the latest of each, with no neighbours to go by.
    """
    kept = [texts for texts in sources if texts]
    if not kept:
        return Refound(None, None)
    homes = [_refind(quote, texts) for texts in kept]
    best = min(homes, key=lambda one: (not one.found, _BEST_FIRST.index(one.state or "orphan")))
    return best if best.found else best._replace(found=False)


def _refind(quote: str, texts: Sequence[KeptText]) -> Refound:
    latest = texts[-1]
    for one in texts:
        found = find_quote(one.text, quote)
        if found is None:
            continue
        selector = make_selector(one.text, found.start, found.end)
        if one.text == latest.text:
            return _stands(found, latest, selector)
        return refind_in(latest, selector, old=one.text)
    return refind_in(latest, TextQuoteSelector(quote))._replace(found=False, selector=None)


def _stands(found: Found, latest: KeptText, selector: TextQuoteSelector) -> Refound:
    return Refound("ok", True, latest.source, latest, selector, found.line, selector.exact, 1)  # noqa: FBT003  # found


def refind_in(latest: KeptText, selector: TextQuoteSelector, *, old: str = "") -> Refound:
    """Look for a quote, by its selector, in one text."""
    now: Anchored = locate(selector, latest.text, old=old)
    line = None if now.start is None else latest.text.count("\n", 0, now.start) + 1
    return Refound(
        now.state,
        found=True,
        source=latest.source,
        latest=latest,
        selector=selector,
        line=line,
        words=now.exact_now,
        places=now.places,
    )
