"""Quotes given on the command line, looked up in the texts that are cited."""

from typing import NamedTuple

from commitrack.app.sourcing import CitedText
from commitrack.domain.quote import find_quote, nearest_sentence
from commitrack.errors import QuoteError


class QuoteCheck(NamedTuple):
    """What became of a quote: `found` is None where no text is kept to look in."""

    found: bool | None
    name: str | None = None
    line: int | None = None


def look_up_quote(quote: str, texts: tuple[CitedText, ...], *, unverified: bool) -> QuoteCheck:
    """Find a quote in the first text that has it.

    Args:
        unverified: record it even if it is not found.

    Raises:
        QuoteError: it stands in none of the texts; the remedy gives the nearest sentence.
    """
    for text in texts:
        found = find_quote(text.text, quote)
        if found is not None:
            return QuoteCheck(found=True, name=text.name, line=found.line)
    if not texts:
        return QuoteCheck(found=None)
    if unverified:
        return QuoteCheck(found=False, name=texts[0].name)
    raise _not_found(quote, texts)


def _not_found(quote: str, texts: tuple[CitedText, ...]) -> QuoteError:
    for text in texts:
        near = nearest_sentence(text.text, quote)
        if near is not None:
            sentence, line = near
            remedy = f'nearest, line {line}: "{sentence}"'
            break
    else:
        remedy = "nothing in it is near; copy the words from the text"
    names = " or ".join(dict.fromkeys(text.name for text in texts))
    message = f"the quote does not stand in {names}. Nothing was written"
    return QuoteError(message, remedy=f"{remedy}; --unverified records it all the same")
