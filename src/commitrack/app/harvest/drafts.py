"""Drafts: what is to be recorded of a statement, edited field by field, kept and taken up again."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from commitrack.app.harvest.decisions import ACCEPTED, Decision
from commitrack.app.harvest.proposing import CommitmentDraft, EventDraft
from commitrack.app.harvest.recording import Accepted, accept
from commitrack.domain.vocabulary import EventType, Kind
from commitrack.domain.when import Role
from commitrack.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from commitrack.app.harvest.reading import ReadArticle
    from commitrack.report.reading.rows import Found

_WORDS = ("kind", "quote", "stated", "stated-by", "via", "condition", "instrument", "note")
_LISTS = ("by", "to", "tags")
COMMITMENT_FIELDS = ("title", "kind", "by", "to", "date", "role", "quote", "id", "tags", "note")
"""Those that are always offered; the others are where they have a value, and can be given one."""

EVENT_FIELDS = ("on", "date", "role", "by", "quote", "note")
_EVENT_KEYS = ("by", "quote", "stated", "stated-by", "via", "instrument", "note")


def fields_of(draft: Accepted) -> tuple[str, ...]:
    """The fields that can be edited, those that are offered first."""
    if isinstance(draft.what, EventDraft):
        return tuple(dict.fromkeys((*EVENT_FIELDS, *_EVENT_KEYS)))
    return tuple(dict.fromkeys((*COMMITMENT_FIELDS, *_WORDS, *_LISTS)))


def offered_fields(draft: Accepted) -> tuple[str, ...]:
    """The fields that a person is shown: the usual ones, and the others that have a value."""
    usual = EVENT_FIELDS if isinstance(draft.what, EventDraft) else COMMITMENT_FIELDS
    others = (field for field in fields_of(draft) if field not in usual)
    return (*usual, *(field for field in others if value_of(draft, field)))


def value_of(draft: Accepted, field: str) -> str:
    """A field as it would be typed; empty where it has no value.

    Raises:
        UsageError: there is no such field.
    """
    _require_field(draft, field)
    what = draft.what
    if field == "title" and isinstance(what, CommitmentDraft):
        return what.title
    if field == "id" and isinstance(what, CommitmentDraft):
        return what.id or ""
    if field == "on" and isinstance(what, EventDraft):
        return what.on or ""
    if field in ("date", "role"):
        role = next(iter(what.dates), None)
        return "" if role is None else what.dates[role] if field == "date" else str(role)
    value = what.keys.get(_key(field), "")
    return ",".join(value) if isinstance(value, tuple) else str(value)


def edited(draft: Accepted, field: str, text: str) -> Accepted:
    """The draft with one field as it was typed; empty clears it.

    Raises:
        UsageError: there is no such field, or it takes no such value.
    """
    _require_field(draft, field)
    text = " ".join(text.split())
    what = draft.what
    if field in ("date", "role"):
        return draft._replace(what=what._replace(dates=_dates(what, field, text)))
    own = _own_field(what, field, text)
    return draft._replace(what=_with_key(what, field, text) if own is None else own)


def _require_field(draft: Accepted, field: str) -> None:
    fields = fields_of(draft)
    if field not in fields:
        remedy = f"fields: {' '.join(fields)}"
        raise UsageError(f"{field} is no field of it", remedy=remedy)


def _own_field(
    what: CommitmentDraft | EventDraft, field: str, text: str
) -> CommitmentDraft | EventDraft | None:
    """It with what is no key of the ledger changed; None for a key."""
    if isinstance(what, EventDraft):
        return what._replace(on=text or None) if field == "on" else None
    if field == "title":
        return what._replace(title=text)
    return what._replace(id=text or None) if field == "id" else None


def _with_key(
    what: CommitmentDraft | EventDraft, field: str, text: str
) -> CommitmentDraft | EventDraft:
    value: Any = text
    if field in _LISTS:
        parts = (part.strip() for part in text.split(","))
        value = tuple(dict.fromkeys(part for part in parts if part))
    keys = {**what.keys, _key(field): value}
    return what._replace(keys={name: one for name, one in keys.items() if one})


def _key(field: str) -> str:
    return field.replace("-", "_")


def _dates(what: CommitmentDraft | EventDraft, field: str, text: str) -> Mapping[Role, str]:
    """The dates with the first one, or what it is for, changed."""
    first = next(iter(what.dates), None)
    rest = {role: words for role, words in what.dates.items() if role is not first}
    if field == "date":
        role = first or (Role.EFFECTIVE if what.keys.get("kind") == Kind.MEASURE else Role.DUE)
        return {role: text, **rest} if text else rest
    if text not in tuple(Role):
        raise UsageError(f"{text} is no role of a date", remedy=f"roles: {' '.join(Role)}")
    if first is None:
        raise UsageError("there is no date that could have a role", remedy="edit the date first")
    return {Role(text): what.dates[first], **{r: w for r, w in rest.items() if r != text}}


def decision_of(draft: Accepted) -> Decision:
    """The draft as it is kept."""
    what = draft.what
    kept = Decision(ACCEPTED, draft.key, dates=what.dates, keys=what.keys)
    if isinstance(what, EventDraft):
        return kept._replace(event=str(what.type), id=what.commitment, on=what.on or "")
    return kept._replace(title=what.title, own_id=what.id or "")


def draft_of(read: ReadArticle, found: Found, decision: Decision | None) -> Accepted:
    """The draft as it was accepted before; else as the statement was found."""
    if decision is None or decision.fact != ACCEPTED:
        return accept(read, found)
    told = (decision.dates, decision.keys)
    what: CommitmentDraft | EventDraft
    if decision.event:
        what = EventDraft(decision.id, EventType(decision.event), *told, decision.on or None)
    else:
        what = CommitmentDraft(decision.title, *told, decision.own_id or None)
    return Accepted(found.number, decision.key, read, what)
