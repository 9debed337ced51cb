"""One commitment whole: its dates against now, its history, its sources and their quotes."""

from collections.abc import Mapping
from functools import partial
from pathlib import Path

from commitrack.app.folding import find_replaced, fold_followers, fold_one
from commitrack.app.keeping import texts_of
from commitrack.domain.commitment import Commitment, Event
from commitrack.domain.refinding import KeptText, refind
from commitrack.errors import UnknownIdError
from commitrack.files.archive import read_kept
from commitrack.ledger.reading import Ledger
from commitrack.report.rows import QuoteShown, Shown, SourceShown
from commitrack.timing.now import Now
from commitrack.timing.reckoning import main_item, reckon


def show_all(
    ledger: Ledger, path: Path, keys: tuple[str, ...], now: Now
) -> tuple[list[Shown], UnknownIdError | None]:
    """Those that can be shown, and the first that cannot."""
    shown: list[Shown] = []
    missing = None
    for key in keys:
        try:
            shown.append(show(ledger, path, key, now))
        except UnknownIdError as error:
            missing = missing or error
    return shown, missing


def show(ledger: Ledger, path: Path, key: str, now: Now) -> Shown:
    """One commitment as it stands.

    Raises:
        UnknownIdError: it had not been made yet at `now`, or it was taken back.
    """
    commitment = ledger.commitment(key)
    standing = fold_one(key, ledger.commitments, now)
    if standing is None:
        why = "was taken back" if commitment.void else "had not been said by then"
        raise UnknownIdError(f"{key} {why}", remedy="look at it in the file: commitrack edit")
    statements: tuple[Commitment | Event, ...] = (standing.commitment, *standing.history)
    ids = tuple(dict.fromkeys(source for one in statements for source in one.source))
    read = partial(read_kept, path)
    texts = {
        source: texts_of(ledger.sources[source], read) if source in ledger.sources else ()
        for source in ids
    }
    quotes = tuple(_look_up(one, texts) for one in statements if one.quote)
    anchors = find_replaced(key, ledger.commitments)
    return Shown(
        main_item(standing, now),
        tuple(reckon(standing, dated, now) for dated in standing.dates),
        quotes,
        tuple(_source(n, key, ledger, texts, quotes) for n, key in enumerate(ids, 1)),
        tuple(
            reckon(one, dated, now)
            for one in fold_followers(key, ledger.commitments, now)
            for dated in one.dates
            if dated.when is not None and dated.when.anchor in anchors
        ),
    )


def _look_up(
    statement: Commitment | Event, texts: Mapping[str, tuple[KeptText, ...]]
) -> QuoteShown:
    """The quote in the texts of its statement's sources."""
    quote = statement.quote or ""
    now = refind(quote, (texts[source] for source in statement.source))
    source = now.source if now.found else next(iter(statement.source), None)
    return QuoteShown(statement, source, quote, now.found, now.line, now)


def _source(
    number: int,
    key: str,
    ledger: Ledger,
    texts: Mapping[str, tuple[KeptText, ...]],
    quotes: tuple[QuoteShown, ...],
) -> SourceShown:
    mine = [shown for shown in quotes if key in shown.statement.source]
    if not mine:
        state = "-"
    elif found := [shown.now.state or "" for shown in mine if shown.found and shown.source == key]:
        state = next((word for word in found if word != "ok"), "found")
    else:
        state = "NOT FOUND" if texts[key] else "not checked"
    return SourceShown(number, key, ledger.sources.get(key), bool(texts[key]), state)
