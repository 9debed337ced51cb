"""Grammar: a date in the words of a command line, understood as exactly one, or refused.

The grammar is closed: it guesses at nothing, and says of every inference what it was.
"""

import re
from collections.abc import Iterable
from datetime import date, datetime, timezone, tzinfo
from itertools import zip_longest
from typing import NamedTuple

from commitrack.domain.when import Precision, When
from commitrack.errors import DateError, Excerpt
from commitrack.timing.anchor import Anchor
from commitrack.timing.bounds import apply_bound, bounds_nothing, side_of, split_bound
from commitrack.timing.display import format_when, own_clock
from commitrack.timing.edtf import parse_edtf, which_half
from commitrack.timing.found import Found
from commitrack.timing.instants import Clock, instant, split_clock
from commitrack.timing.lexicon import not_understood, shorten
from commitrack.timing.merging import merge
from commitrack.timing.periods import add_period
from commitrack.timing.phrases import read_phrase
from commitrack.timing.tokens import Token, tokenise
from commitrack.timing.values import parse_value
from commitrack.timing.zones import whole_offset

_YEARS = range(1900, 2200)

__all__ = ["Anchor", "Understood", "parse_words"]

_MONTHS = 12


class Understood(NamedTuple):
    """A date in words, understood.

    Attributes:
        when: its value is what goes into the ledger: a day, an instant with its offset, or EDTF.
        why: what was inferred and from what; empty where the words say all.
        inferred_year: the words give no year.
        far: an inferred day more than six months from the anchor.
        side: which side of a span the words bound, if one: see `bounds.side_of`.
    """

    when: When
    why: str = ""
    inferred_year: bool = False
    far: bool = False
    side: str = ""


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
    tokens, clock = split_clock(tokenise(text))
    if not tokens and clock.reading is not None:
        message = f"{shorten(text)} of which day?"
        raise DateError(message, remedy="add the day, as in 2025-08-01 or aug 1")
    _refuse_open_seasons(text, tokens)
    _refuse_odd_years(tokens)
    _refuse_two_years(text, tokens)
    merged, reasons = merge(tokens, anchor)
    bound, words = split_bound(merged)
    found = None if bounds_nothing(bound, words) else read_phrase(words, anchor)
    if found is None or (isinstance(found.value, datetime) and clock != Clock()):
        raise not_understood(text)
    if clock.part is not None and clock.reading is None:
        _check_part(text, clock.part.text, bound, found)
    inner = _when(text, found, clock._replace(zone=clock.zone or zone), fallback, anchor)
    when, limit = apply_bound(inner, bound)
    # An interval is shown as its days, and needs no more reasons.
    part = "" if clock.part is None or clock.reading else "some time on that day"
    whys = (_why(found, inner), *(() if isinstance(found.value, str) else reasons), part, limit)
    return Understood(
        when, _echo(text, whys), found.inferred_year, found.far, side_of(bound, found)
    )


def _refuse_odd_years(tokens: list[Token]) -> None:
    """Four figures beside a month that are a time of day, or a slip, sooner than a year."""
    if all(token.kind != "month" for token in tokens):
        return
    for token, following in zip_longest(tokens, tokens[1:]):
        is_length = following is not None and following.kind in {"unit", "units"}
        if token.kind == "year" and token.value not in _YEARS and not is_length:
            message = f"{token.text} beside a month is hardly a year"
            remedy = f"write a time as 23:59, or the day as {token.text}-08-01"
            raise DateError(message, remedy=remedy)


def _refuse_open_seasons(text: str, words: list[Token]) -> None:
    """A ledger may leave open which half of the world is meant; whoever types it can be asked."""
    for token in words:
        error = which_half(token.text) if token.kind == "edtf" else None
        if error is not None:
            error.excerpt = Excerpt(text, token.start, token.end)
            raise error


def _refuse_two_years(text: str, words: list[Token]) -> None:
    """`2025-26` is a season to EDTF, and to most a year that ends in the next one."""
    for token in words:
        match = re.fullmatch("([0-9]{4})-([0-9]{2})[~?%]?", token.text)
        if match is None or token.kind != "edtf" or _names_season(words):
            continue
        year, code = int(match[1]), int(match[2])
        if code > _MONTHS and code == (year + 1) % 100:
            span = parse_edtf(match[0])
            months = f"{str(span.first)[:7]}/{str(span.last)[:7]}"
            message = f"{token.text} is the years {year} and {year + 1}, or {months}?"
            remedy = f"write {year}/{year + 1} or {months}"
            raise DateError(message, remedy=remedy, excerpt=Excerpt(text, token.start, token.end))


def _names_season(words: list[Token]) -> bool:
    return any(token.kind == "season" for token in words)


def _check_part(text: str, part: str, bound: str, found: Found) -> None:
    """A part of a day is some time on it; what ends or begins with that has no certain day."""
    if bound or not isinstance(found.value, date):
        message = f'"{shorten(text)}" asks for more than the day: at which time is the {part}?'
        raise DateError(message, remedy="write the day, or a day and a time")


def _when(text: str, found: Found, clock: Clock, fallback: tzinfo | None, anchor: Anchor) -> When:
    value, has_time = found.value, clock.reading is not None
    if isinstance(value, datetime):
        return _shifted(parse_value(value, anchor.now.zone), found)
    if has_time and isinstance(value, date):
        return _shifted(parse_value(*instant(value, clock, fallback)), found)
    if has_time:
        message = f'"{shorten(text)}" gives a time, but not one day'
        raise DateError(message, remedy="write one day, or leave the time away")
    if clock.offset is not None or clock.abbr is not None:
        message = f'"{shorten(text)}" names a clock, but no time'
        raise DateError(message, remedy="add the time, or name a place, as in Washington")
    return _shifted(parse_value(value, clock.zone), found)


def _shifted(when: When, found: Found) -> When:
    """The date with the periods counted from it, on the clock of its zone."""
    for period in reversed(found.shifts):
        if when.at is not None:
            moved = add_period(own_clock(when, when.at), period)
            # An offset that stays as it is, so that the value means the same wherever it is used.
            fixed = moved.replace(tzinfo=timezone(whole_offset(moved)))
            when = parse_value(fixed, when.zone)
        elif when.first is not None:
            when = parse_value(add_period(when.first, period), when.zone)
    return when


def _why(found: Found, when: When) -> str:
    """What was understood, where the words alone do not say it."""
    if not isinstance(found.value, str):
        return found.why
    is_long = when.first != when.last
    shown = format_when(when._replace(precision=Precision.RANGE) if is_long else when)
    return f"{shown}, {found.why}" if found.why else shown


def _echo(text: str, whys: Iterable[str]) -> str:
    why = "; ".join(filter(None, whys))
    return f'"{shorten(text)}": {why}' if why else ""
