"""Kept texts: there, within the ledger's folder, unchanged; and the quotes that stand in them."""

import re
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from hashlib import sha256

from commitrack.check.faults import clip, error, warning
from commitrack.check.rows import Record, Row
from commitrack.domain.commitment import Commitment, Event
from commitrack.domain.finding import Finding
from commitrack.domain.quote import find_quote, nearest_sentence
from commitrack.domain.refinding import KeptText, Refound, refind
from commitrack.domain.vocabulary import EventType

Read = Callable[[str], bytes | None]
"""The bytes of a kept text by its path, None where it is no file in the ledger's folder."""

LONGEST_QUOTE = 300
"""Characters: a short quote is lawful almost anywhere, and stays where it was in an edited page."""

_DAY = len("2025-07-08")
_DIGEST = re.compile(r"[0-9a-f]{64}")


def find_text_faults(seen: Row, read: Read, leads_out: Callable[[str], bool]) -> Iterator[Finding]:
    """What is wrong with the text kept of one look at a source."""
    name = seen.table.get("text")
    if not isinstance(name, str):
        return
    if leads_out(name):
        message = f"{clip(name)} leads out of the ledger's folder, and is not read"
        yield error("text-outside", seen.at("text"), message, "keep the text beside the ledger")
        return
    content = read(name)
    if content is None:
        message = f"there is no file {clip(name)} beside the ledger"
        hint = "put it back, or delete `text` and `sha256`"
        yield error("text-missing", seen.at("text"), message, hint)
    elif isinstance(digest := seen.table.get("sha256"), str):
        yield from _compare(seen, name, content, digest.lower())


def _compare(seen: Row, name: str, content: bytes, digest: str) -> Iterator[Finding]:
    found = sha256(content).hexdigest()
    if digest == found:
        return
    message = f"{clip(name)} was changed after it had been kept: its SHA-256 is {found[:12]}… now"
    if not _DIGEST.fullmatch(digest):
        message = f"{clip(digest)} is not a SHA-256, which has 64 hexadecimal digits"
    hint = "put the old text back, or append a [[source.ID.seen]] with the new one"
    yield error("text-changed", seen.at("sha256"), message, hint)


def find_quote_faults(
    record: Record, texts: Callable[[str], Sequence[KeptText]]
) -> Iterator[Finding]:
    """Quotes that stand in no kept text of their sources, or not in the latest; very long ones."""
    for statement, row in record.statements():
        quote = statement.quote
        if not quote:
            continue
        if len(quote) > LONGEST_QUOTE:
            message = f"{len(quote)} characters: a quote has at most {LONGEST_QUOTE}"
            yield warning("quote-too-long", row.at("quote"), message, "keep what the date rests on")
        now = refind(quote, map(texts, statement.source))
        if now.found is False:
            message = f"not in the kept text of {', '.join(statement.source)}"
            kept = [text.text for source in statement.source for text in texts(source)]
            yield error("quote-not-found", row.at("quote"), message, _nearest(now, kept, quote))
        elif now.state in ("drifted", "orphan") and not _is_noted(record, statement, now):
            yield _moved(now, row, record.commitment.id)


def _moved(now: Refound, row: Row, key: str) -> Finding:
    """The page was edited: what it says of it now, and how to record that somebody has seen it."""
    seen = f'commitrack note {key} "…" --source {now.source}'
    if now.state == "orphan":
        message = f"the latest text of {now.source} has it no longer, nor anything like it"
        hint = f"the words were said all the same; if that says something: {seen}"
        return warning("quote-orphan", row.at("quote"), message, hint)
    if now.places:
        message = (
            f"the latest text of {now.source} has these words {now.places} times, "
            f"and none between the words they stood between; line {now.line} comes nearest"
        )
    else:
        words = " ".join((now.words or "").split())[:LONGEST_QUOTE]
        message = f'line {now.line} of the latest text of {now.source} reads now: "{words}"'
    hint = f"the page was edited: {seen}, or commitrack update {key} EVENT --source {now.source}"
    return warning("quote-drifted", row.at("quote"), message, hint)


def _is_noted(record: Record, statement: Commitment | Event, now: Refound) -> bool:
    """Whether an event since the latest look at the source tells that somebody has seen it."""
    return any(
        event is not statement and now.source in event.source and _tells(event, now.latest)
        for event in record.commitment.events
        if not event.void
    )


def _is_since(moment: date | None, latest: KeptText) -> bool:
    """Whether it is on the day of the look or later."""
    if latest.on is None or moment is None:
        return False
    return moment.isoformat()[:_DAY] >= latest.on.isoformat()[:_DAY]


def _tells(event: Event, latest: KeptText | None) -> bool:
    """Whether it is a remark since the look, or was entered since then and quotes the text."""
    if latest is None:
        return False
    if event.type in (EventType.NOTE, EventType.CHECKED):
        return _is_since(event.on, latest)
    is_since = _is_since(event.on, latest) or _is_since(event.recorded, latest)
    return bool(is_since and event.quote and find_quote(latest.text, event.quote))


def _nearest(now: Refound, kept: Sequence[str], quote: str) -> str:
    for text in kept:
        near = nearest_sentence(text, quote)
        if near is not None:
            return f'nearest, line {near[1]}: "{near[0][:LONGEST_QUOTE]}"'
    if now.words:
        return f'nearest, line {now.line}: "{now.words[:LONGEST_QUOTE]}"'
    return "nothing in it is near"
