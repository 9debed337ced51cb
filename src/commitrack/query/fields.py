"""The fields that a filter can ask for, and what each compares."""

from collections.abc import Callable, Mapping
from enum import StrEnum
from typing import NamedTuple

from commitrack.domain.standing import DateStanding
from commitrack.domain.vocabulary import INSTRUMENTS, Evidence, Kind, Outcome, Schedule
from commitrack.domain.when import Role
from commitrack.timing.reckoning import Item, Section


class Compares(StrEnum):
    """How the value of a filter is compared with what an item has."""

    WORD = "word"
    PART = "part"
    CHOICE = "choice"
    NUMBER = "number"
    DAYS = "days"
    YES_NO = "yes or no"


class Field(NamedTuple):
    """One field: how it compares, and what an item has for it.

    Attributes:
        words: the item's words, for `WORD`, `PART` and `CHOICE`.
        number: the item's number, for `NUMBER` and `YES_NO`; None matches nothing.
        roles: the roles whose date is asked for, for `DAYS`.
    """

    compares: Compares
    about: str
    words: Callable[[Item], tuple[str | None, ...]] = lambda _: ()
    number: Callable[[Item], int | None] = lambda _: None
    roles: tuple[Role, ...] = ()
    choices: tuple[str, ...] = ()


OUTCOME_WORDS: Mapping[str, str] = {
    "kept": Outcome.FULFILLED,
    "implemented": Outcome.FULFILLED,
    "in-effect": Outcome.FULFILLED,
    "partly": Outcome.PARTLY_FULFILLED,
    "broken": Outcome.NOT_FULFILLED,
}
"""What people say for an outcome, beside its own name."""


def _text(item: Item) -> tuple[str | None, ...]:
    it = item.standing.commitment
    return (it.id, it.title, it.quote, it.stated, it.note, *it.tags, *it.by, *it.to)


def _slip(item: Item) -> int | None:
    return item.date.slip if item.date else None


def _moves(item: Item) -> int:
    return item.date.moves if item.date else 0


def _sources(item: Item) -> tuple[str | None, ...]:
    it = item.standing.commitment
    return (*it.source, *(key for event in item.standing.history for key in event.source))


_DATE = "a date or a span: 30d, 2025-08, 2025-08-01.., none"

FIELDS: Mapping[str, Field] = {
    "by": Field(Compares.WORD, "who acts or is bound", lambda i: i.standing.commitment.by),
    "to": Field(Compares.WORD, "towards whom", lambda i: i.standing.commitment.to),
    "kind": Field(
        Compares.CHOICE, "kind", lambda i: (i.standing.commitment.kind,), choices=tuple(Kind)
    ),
    "outcome": Field(
        Compares.CHOICE, "outcome", lambda i: (i.standing.outcome,), choices=tuple(Outcome)
    ),
    "schedule": Field(
        Compares.CHOICE, "schedule", lambda i: (i.schedule,), choices=tuple(Schedule)
    ),
    "section": Field(Compares.CHOICE, "section", lambda i: (i.section,), choices=tuple(Section)),
    "evidence": Field(
        Compares.CHOICE, "evidence", lambda i: (i.standing.evidence,), choices=tuple(Evidence)
    ),
    "instrument": Field(
        Compares.CHOICE,
        "instrument",
        lambda i: (i.standing.commitment.instrument,),
        choices=INSTRUMENTS,
    ),
    **{str(role): Field(Compares.DAYS, _DATE, roles=(role,)) for role in Role},
    "date": Field(Compares.DAYS, _DATE + ", of any role", roles=tuple(Role)),
    "tag": Field(Compares.WORD, "tag", lambda i: i.standing.commitment.tags),
    "source": Field(Compares.PART, "part of a source's id", _sources),
    "text": Field(Compares.PART, "part of id, title, quote, note, parties or tags", _text),
    "id": Field(Compares.PART, "part of the id", lambda i: (i.standing.id,)),
    "via": Field(Compares.PART, "whose account", lambda i: (i.standing.commitment.via,)),
    "stated_by": Field(Compares.PART, "who said it", lambda i: (i.standing.commitment.stated_by,)),
    "series": Field(Compares.WORD, "series", lambda i: (i.standing.commitment.series,)),
    "moved": Field(Compares.NUMBER, "times moved: 2, 2.., ..3", number=_moves),
    "slip": Field(Compares.NUMBER, "days after the first date", number=_slip),
    "disputed": Field(Compares.YES_NO, "disputed", number=lambda i: i.standing.is_disputed),
}
"""All fields by name. A bare word asks for `text`."""


def dates_of(item: Item, roles: tuple[Role, ...]) -> list[DateStanding]:
    """The commitment's dates of these roles, whichever of its dates the item is for."""
    return [dated for dated in item.standing.dates if dated.role in roles]
