"""Anchor names: which commitment the words of a date count from, or why they name none."""

from collections.abc import Iterable, Sequence

from commitrack.app.resolving import resolve_id
from commitrack.domain.commitment import Commitment
from commitrack.domain.when import Role
from commitrack.errors import AmbiguousIdError, DateError, UnknownIdError
from commitrack.ledger.structure import ID
from commitrack.timing.anchor import Anchor
from commitrack.timing.anchored import Anchored
from commitrack.timing.grammar import parse_words
from commitrack.timing.lexicon import near_word, shorten
from commitrack.timing.policies import Policy
from commitrack.timing.tokens import tokenise


def find_anchor(name: str, ids: Sequence[str], *, exact: bool) -> str | None:
    """The id that is meant by a part of it; None where the words are, or seem meant as, a day.

    Raises:
        UnknownIdError: it can only be meant as an id, and is none, or could be several.
    """
    if ID.match(name.casefold()) is None or name.isdigit() or _is_calendar_word(name):
        return None
    try:
        return resolve_id(name, ids, exact=exact)
    except AmbiguousIdError:
        raise
    except UnknownIdError:
        is_slip = "-" not in name and near_word(name) is not None
        if is_slip or name[0].isdigit():
            return None
        raise


def refuse_two_readings(words: str, form: Anchored, anchor: Anchor, named: Commitment) -> None:
    """An id that is a word of the calendar as well, as `august`.

    Raises:
        DateError: the words may count from the commitment, or from a day.
    """
    # A day has no dates of its own.
    readings = (words, form.anchor) if form.at is None else (words,)
    if any(is_date(one, anchor) for one in readings):
        role = next((role for role, _ in named.dates), Role.DUE)
        message = f'"{shorten(words)}" may count from the commitment {named.id}, or from a day'
        remedy = "write the day as 2025-08-01, or name a date of the commitment"
        raise DateError(message, remedy=f"{remedy}: the {role} date of {named.id}")


def refuse_mere_name(words: str, ids: Iterable[str]) -> None:
    """Words that name a commitment, and say nothing that is counted from it.

    Raises:
        DateError: they end with an id, or with one before a comma.
    """
    main, comma, _ = words.rpartition(",")
    last = ((main if comma else words).split() or [""])[-1]
    if last not in ids:
        return
    message = f'"{shorten(words)}" does not say how it counts from {last}'
    remedy = f"write after {last}, before {last} or 90 days after {last}"
    if comma:
        policies = " ".join(Policy)
        remedy = f"write it like 14 days after {last}, frcp6 US; policies: {policies}"
    raise DateError(message, remedy=remedy)


def is_date(words: str, anchor: Anchor) -> bool:
    """Whether the words are a date by themselves."""
    try:
        parse_words(words, anchor)
    except DateError:
        return False
    return True


def _is_calendar_word(name: str) -> bool:
    """Whether it is made of words of dates alone, though not of a date, as `monday`."""
    try:
        tokenise(name)
    except DateError:
        return False
    return True
