"""Why a draft is as it is: the article's reasons, but for what a person gave it instead."""

from __future__ import annotations

from typing import TYPE_CHECKING

from commitrack.app.harvest.proposing import EventDraft
from commitrack.app.harvest.recording import accept
from commitrack.domain.when import Role

if TYPE_CHECKING:
    from collections.abc import Mapping

    from commitrack.app.harvest.proposing import CommitmentDraft
    from commitrack.app.harvest.recording import Accepted
    from commitrack.domain.candidate import Candidate
    from commitrack.report.reading.rows import Found

_KIND, _WHO, _DATE = "kind", "who", "date"
_GIVEN = "as you gave it"


def reasons_of(found: Found, draft: Accepted) -> tuple[str, ...]:
    """The reasons of a statement; of what was edited, that it was."""
    edited = _edited(_as_found(found, draft), draft.what)
    reasons = (why for about, why in _by_subject(found.candidate) if about not in edited)
    return (*reasons, *(f"{name}: {_GIVEN}" for name in edited))


def _as_found(found: Found, draft: Accepted) -> CommitmentDraft | EventDraft:
    """The draft before anything was edited; as it is, where that is known no more."""
    what = draft.what
    if not isinstance(what, EventDraft):
        return accept(draft.read, found._replace(known=None)).what
    return what if found.known is None else accept(draft.read, found, what.type).what


def _edited(
    before: CommitmentDraft | EventDraft, now: CommitmentDraft | EventDraft
) -> tuple[str, ...]:
    """Of what the article gives reasons for, what was edited."""
    changed = {
        _KIND: _differs(before.keys, now.keys, "kind"),
        _WHO: _differs(before.keys, now.keys, "by"),
        _DATE: dict(before.dates) != dict(now.dates),
    }
    return tuple(name for name, is_changed in changed.items() if is_changed)


def _differs(before: Mapping[str, object], now: Mapping[str, object], key: str) -> bool:
    return before.get(key) != now.get(key)


def _by_subject(candidate: Candidate) -> list[tuple[str, str]]:
    """Each reason with what it is about: the kind stands first, and a date's begins with its role.

    What is left tells who is bound.
    """
    roles = tuple(f"{role}:" for role in Role)
    told: list[tuple[str, str]] = []
    for place, reason in enumerate(candidate.why):
        is_date = reason.startswith(roles)
        told.append((_DATE if is_date else _WHO if place else _KIND, reason))
    return told
