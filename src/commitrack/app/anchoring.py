"""Anchoring: dates in words that count from another commitment, or by somebody's calendar."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from commitrack.app.anchor_names import (
    find_anchor,
    is_date,
    refuse_mere_name,
    refuse_two_readings,
)
from commitrack.domain.commitment import Commitment
from commitrack.domain.standing import Standing
from commitrack.domain.vocabulary import FINAL, Outcome
from commitrack.domain.when import Role, When
from commitrack.errors import DateError, UsageError
from commitrack.timing.anchor import Anchor
from commitrack.timing.anchored import Anchored, split_anchored, split_length
from commitrack.timing.anchors import Anchors
from commitrack.timing.calendars import find_calendar
from commitrack.timing.grammar import Understood, parse_words
from commitrack.timing.lexicon import shorten
from commitrack.timing.policies import Policy
from commitrack.timing.relative import count_live
from commitrack.timing.values import parse_value

_SEVERAL = 2


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
    known = {commitment.id: commitment for commitment in around.commitments}
    forms = list(split_anchored(words))
    for form in forms:
        if form.anchor in known:
            refuse_two_readings(words, form, anchor, known[form.anchor])
            return _live(form, form.anchor, role, (anchor, around))
    for form in forms:
        start = _day(form, anchor)
        if start is not None:
            return _fixed(form, start, role, around)
    alone = split_length(words)
    if alone is not None:
        today = Understood(parse_value(anchor.day, None), f"counted from {anchor.itself()}")
        return _fixed(alone, today, role, around)
    if is_date(words, anchor):
        return None
    for form in forms:
        key = find_anchor(form.anchor, tuple(known), exact=around.exact)
        if key is not None:
            return _live(form, key, role, (anchor, around))
    refuse_mere_name(words, known)
    _refuse_starts(forms, anchor)
    return None


def _live(form: Anchored, key: str, role: Role, told: tuple[Anchor, Around]) -> Understood:
    """A date that counts from a commitment; its day, if it has one, is worked out later."""
    said, around = told
    if key == around.key and form.at in (None, role):
        message = f"{key} cannot count from itself"
        raise UsageError(message, remedy="name another commitment, or a day")
    anchor = next(one for one in around.commitments if one.id == key)
    bound = () if around.by else anchor.by
    table, why = _with_calendar(form, key, {"": around.by, f" by {key}": bound})
    _refuse_lawless(table, role)
    when = parse_value(table, None, None, role)
    anchors = Anchors(around.commitments, said.now.local())
    stand, start = anchors.standing(key), anchors.find(key, form.at)
    unclear = "" if stand is None else _unclear(stand, form.at)
    unclear = _uncountable(when, role, start.when) if start is not None else unclear
    return Understood(when, "; ".join(reason for reason in (unclear, why) if reason))


def _refuse_lawless(table: Mapping[str, object], role: Role) -> None:
    """A rule of law that needs somebody's holidays, wherever it will count from."""
    if table.get("count") != Policy.EU1182 or "calendar" in table:
        return
    within = str(table["within"])
    is_act = role in (Role.EFFECTIVE, Role.EXPIRES) and "business" not in within
    if not is_act and "T" not in within:  # hours run on over holidays
        message = f"{Policy.EU1182} counts by whose holidays?"
        raise DateError(message, remedy=f"name the country behind it: {Policy.EU1182} DE")


def _uncountable(when: When, role: Role, start: When) -> str:
    """Why it cannot be counted from what its anchor has come to, as hours from a day."""
    try:
        count_live(when, role, start, provisional=True)
    except DateError as fault:
        return fault.message
    return ""


def _unclear(anchor: Standing, at: str | None) -> str:
    """Why a date may wait for ever: it does not say which date is meant, or one that is not."""
    roles = [dated.role for dated in anchor.dates]
    if anchor.outcome is Outcome.SUPERSEDED:
        return ""
    if at is None:
        if len(roles) < _SEVERAL or anchor.outcome in FINAL:
            return ""
        which = " or ".join(f'"the {role} date of {anchor.id}"' for role in roles)
        return f"{anchor.id} has {len(roles)} dates; say which: {which}"
    is_lacking = at in tuple(Role) and at not in roles
    return f"{anchor.id} has no date of that kind, {at}" if is_lacking else ""


def _fixed(form: Anchored, start: Understood, role: Role, around: Around) -> Understood:
    when = start.when
    table, why = _with_calendar(form, when.at or when.first, {"": around.by})
    _refuse_lawless(table, role)
    reasons = "; ".join(reason for reason in (start.why, why) if reason)
    return start._replace(when=parse_value(table, when.zone, None, role), why=reasons)


def _with_calendar(
    form: Anchored, start: object, parties: Mapping[str, Sequence[str]]
) -> tuple[dict[str, object], str]:
    """The table, and whose holidays were taken for the ones that are meant.

    Args:
        parties: who is bound, by the words that say by what.
    """
    table = form.table(start)
    if not form.lacks_calendar:
        return table, ""
    for by_what, names in parties.items():
        if len(names) == 1 and _is_country(names[0]):
            why = f"by the holidays of {names[0]}, who is bound{by_what}"
            return {**table, "calendar": names[0]}, why
    number, _, days = form.rule["within"].partition(" ")
    return table, f"weekends alone are left out; name somebody's holidays: {number} US {days}"


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


def _refuse_starts(forms: Sequence[Anchored], anchor: Anchor) -> None:
    """What a calendar or a policy cannot count from; the grammar knows neither of them."""
    start = next((form.anchor for form in forms if not form.is_plain and form.at is None), None)
    if start is not None:
        parse_words(start, anchor)
        message = f'"{shorten(start)}" is not one day to count from'
        raise DateError(message, remedy="write the day, as in 2025-08-01")
