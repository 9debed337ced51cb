"""Anchoring: dates in words that count from another commitment, or by somebody's calendar."""

from collections.abc import Sequence
from typing import NamedTuple

from commitrack.app.resolving import resolve_id
from commitrack.domain.commitment import Commitment
from commitrack.domain.when import Role, When
from commitrack.errors import DateError, UnknownIdError, UsageError
from commitrack.timing.anchor import Anchor
from commitrack.timing.anchored import Anchored, split_anchored
from commitrack.timing.calendars import find_calendar
from commitrack.timing.grammar import Understood, parse_words
from commitrack.timing.values import parse_value


class Around(NamedTuple):
    """What the words of a date may name.

    Attributes:
        commitments: those of the ledger.
        key: the commitment that gets the date, where it is known.
        by: who is bound by it: whose holidays count, where nobody else's are named.
        exact: take no part of an id for the whole.
    """

    commitments: Sequence[Commitment] = ()
    key: str | None = None
    by: Sequence[str] = ()
    exact: bool = True


def understand_anchored(
    words: str, role: Role, anchor: Anchor, around: Around
) -> Understood | None:
    """The date that counts from a commitment, or from a day by a rule of its own; else None.

    Raises:
        DateError: it can mean two things, or cannot be counted.
        UnknownIdError: it counts from a commitment that the ledger does not have.
    """
    ids = [commitment.id for commitment in around.commitments]
    forms = list(split_anchored(words))
    last = words.rsplit(maxsplit=1)[-1] if words.strip() else ""
    if not forms and last in ids:
        message = f'"{words}" does not say how it counts from {last}'
        raise DateError(
            message, remedy=f"write after {last}, before {last} or 90 days after {last}"
        )
    for form in forms:
        if form.anchor in ids:
            _refuse_two_readings(words, form, anchor)
            return _live(form, form.anchor, role, around)
    for form in forms:
        start = _day(form, anchor)
        if start is not None:
            return _fixed(form, start, role, around)
    if _is_date(words, anchor):
        return None
    for form in forms:
        key = _part(form.anchor, ids, exact=around.exact)
        if key is not None:
            return _live(form, key, role, around)
    return None


def _live(form: Anchored, key: str, role: Role, around: Around) -> Understood:
    """A date that counts from a commitment; its day, if it has one, is worked out later."""
    if key == around.key:
        message = f"{key} cannot count from itself"
        raise UsageError(message, remedy="name another commitment, or a day")
    anchor = next(one for one in around.commitments if one.id == key)
    table, why = _with_calendar(form, key, (around.by, anchor.by))
    return Understood(parse_value(table, None, None, role), why)


def _fixed(form: Anchored, start: Understood, role: Role, around: Around) -> Understood:
    when = start.when
    table, why = _with_calendar(form, when.at or when.first, (around.by,))
    reasons = "; ".join(reason for reason in (start.why, why) if reason)
    return start._replace(when=parse_value(table, when.zone, None, role), why=reasons)


def _with_calendar(
    form: Anchored, start: object, parties: Sequence[Sequence[str]]
) -> tuple[dict[str, object], str]:
    """The table, and whose holidays were taken for the ones that are meant."""
    table = form.table(start)
    if not form.lacks_calendar:
        return table, ""
    for names in parties:
        if len(names) == 1 and _is_country(names[0]):
            return {**table, "calendar": names[0]}, f"by the holidays of {names[0]}, who is bound"
    number, _, days = form.rule["within"].partition(" ")
    return table, f"no holidays are left out; name somebody's: {number} US {days}"


def _is_country(name: str) -> bool:
    try:
        find_calendar((name,), ())
    except DateError:
        return False
    return True


def _day(form: Anchored, anchor: Anchor) -> Understood | None:
    """The day that a rule of its own counts from; what is plain the grammar of dates can say too.

    A plain count from a day that is written out keeps its reason.
    """
    if form.at is not None or not form.rule:
        return None
    try:
        start = parse_words(form.anchor, anchor)
    except DateError:
        return None
    is_one = start.when.first is not None and start.when.first == start.when.last
    is_written = any(letter.isdigit() for letter in form.anchor)
    is_sure = is_one and not start.when.approximate and not start.side
    return start if is_sure and (is_written or not form.is_plain) else None


def _is_date(words: str, anchor: Anchor) -> bool:
    try:
        parse_words(words, anchor)
    except DateError:
        return False
    return True


def _refuse_two_readings(words: str, form: Anchored, anchor: Anchor) -> None:
    """An id that is a word of the calendar as well, as `august`."""
    readings = (_understood_as_date(one, anchor) for one in (words, form.anchor))
    if any(when is not None for when in readings):
        message = f'"{words}" may count from the commitment {form.anchor}, or from a day'
        raise DateError(message, remedy="write the day as 2025-08-01, or give the other a new id")


def _understood_as_date(words: str, anchor: Anchor) -> When | None:
    try:
        return parse_words(words, anchor).when
    except DateError:
        return None


def _part(name: str, ids: Sequence[str], *, exact: bool) -> str | None:
    """The id that is meant by a part of it; None where the words look like no id at all."""
    try:
        return resolve_id(name, ids, exact=exact)
    except UnknownIdError:
        if "-" in name and " " not in name:
            raise
        return None
