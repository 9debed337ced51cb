"""Grammar: a date in the words of a command line, understood as exactly one, or refused.

The grammar is closed: it guesses at nothing, and says of every inference what it was.
"""

from datetime import date, datetime, tzinfo
from typing import NamedTuple

from commitrack.domain.when import Precision, When
from commitrack.errors import DateError, Excerpt
from commitrack.timing.anchor import Anchor
from commitrack.timing.display import format_when
from commitrack.timing.edtf import which_half
from commitrack.timing.found import Found
from commitrack.timing.instants import Clock, instant, split_clock
from commitrack.timing.lexicon import not_understood, shorten
from commitrack.timing.rules import apply_rules
from commitrack.timing.tokens import Token, tokenise
from commitrack.timing.values import parse_value

__all__ = ["Anchor", "Understood", "parse_words"]


class Understood(NamedTuple):
    """A date in words, understood.

    Attributes:
        when: its value is what goes into the ledger: a day, an instant with its offset, or EDTF.
        why: what was inferred and from what; empty where the words say all.
        inferred_year: the words give no year.
        far: an inferred day more than six months from the anchor.
    """

    when: When
    why: str = ""
    inferred_year: bool = False
    far: bool = False


def parse_words(
    text: str, anchor: Anchor, *, zone: str | None = None, fallback: tzinfo | None = None
) -> Understood:
    """The date that the words mean, counted from the anchor.

    Args:
        text: the words.
        anchor: the day that they count from.
        zone: the IANA zone for a date whose words name none.
        fallback: the clock for a time whose words name no zone; without it such a time is refused.

    Raises:
        DateError: they mean none, or could mean two; the remedy says what to write.
    """
    words, clock = split_clock(tokenise(text))
    if not words and clock.reading is not None:
        message = f"{shorten(text)} of which day?"
        raise DateError(message, remedy="add the day, as in 2025-08-01 or aug 1")
    _refuse_open_seasons(text, words)
    found = apply_rules(words, anchor)
    if found is None:
        raise not_understood(text)
    if isinstance(found.value, datetime):
        if clock != Clock():
            raise not_understood(text)
        when = parse_value(found.value, anchor.now.zone)
    else:
        when = _when(text, found.value, clock._replace(zone=clock.zone or zone), fallback)
    return Understood(when, _echo(text, found, when), found.inferred_year, found.far)


def _refuse_open_seasons(text: str, words: list[Token]) -> None:
    """A ledger may leave open which half of the world is meant; whoever types it can be asked."""
    for token in words:
        error = which_half(token.text) if token.kind == "edtf" else None
        if error is not None:
            error.excerpt = Excerpt(text, token.start, token.end)
            raise error


def _when(text: str, value: date | str, clock: Clock, fallback: tzinfo | None) -> When:
    if clock.reading is not None:
        if isinstance(value, str):
            message = f'"{shorten(text)}" gives a time, but not one day'
            raise DateError(message, remedy="write one day, or leave the time away")
        return parse_value(*instant(value, clock, fallback))
    if clock.offset is not None or clock.abbr is not None:
        message = f'"{shorten(text)}" names a clock, but no time'
        raise DateError(message, remedy="add the time, or name a place, as in Washington")
    return parse_value(value, clock.zone)


def _echo(text: str, found: Found, when: When) -> str:
    """What was understood, where the words alone do not say it."""
    why = found.why
    if isinstance(found.value, str):
        is_long = when.first != when.last
        why = format_when(when._replace(precision=Precision.RANGE) if is_long else when)
    return f'"{shorten(text)}": {why}' if why else ""
