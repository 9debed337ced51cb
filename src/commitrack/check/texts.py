"""Kept texts: there, within the ledger's folder, unchanged; and the quotes that stand in them."""

import re
from collections.abc import Callable, Iterator, Sequence
from hashlib import sha256

from commitrack.check.faults import clip, error, warning
from commitrack.check.rows import Record, Row
from commitrack.domain.finding import Finding
from commitrack.domain.quote import find_quote, nearest_sentence

Read = Callable[[str], bytes | None]
"""The bytes of a kept text by its path, None where it is no file in the ledger's folder."""

LONGEST_QUOTE = 300
"""Characters: a short quote is lawful almost anywhere, and stays where it was in an edited page."""

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


def find_quote_faults(record: Record, texts: Callable[[str], Sequence[str]]) -> Iterator[Finding]:
    """Quotes that do not stand in the kept text of any source of theirs, or are very long."""
    for statement, row in record.statements():
        quote = statement.quote
        if not quote:
            continue
        if len(quote) > LONGEST_QUOTE:
            message = f"{len(quote)} characters: a quote has at most {LONGEST_QUOTE}"
            yield warning("quote-too-long", row.at("quote"), message, "keep what the date rests on")
        kept = [text for source in statement.source for text in texts(source)]
        if kept and not any(_stands_in(text, quote) for text in kept):
            message = f"not in the kept text of {', '.join(statement.source)}"
            yield error("quote-not-found", row.at("quote"), message, _nearest(kept, quote))


def _stands_in(text: str, quote: str) -> bool:
    # A quote that was copied stands there as it is: that is told a hundred times faster.
    return quote in text or find_quote(text, quote) is not None


def _nearest(kept: Sequence[str], quote: str) -> str:
    for text in kept:
        near = nearest_sentence(text, quote)
        if near is not None:
            return f'nearest, line {near[1]}: "{near[0][:LONGEST_QUOTE]}"'
    return "nothing in it is near"
