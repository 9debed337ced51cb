"""How well a commitment is supported: by an act of authority, a report, or only by claims."""

from collections.abc import Iterable

from commitrack.domain.commitment import Commitment, Event
from commitrack.domain.vocabulary import (
    OFFICIAL_INSTRUMENTS,
    OWN_ACCOUNT_INSTRUMENTS,
    EventType,
    Evidence,
)

_RANK = {level: rank for rank, level in enumerate(Evidence)}
_SILENT = frozenset({EventType.NOTE, EventType.CHECKED, EventType.CORRECTED, EventType.REPORTED})


# Looked up once: on Python 3.11 a member of an enum costs more than what is done with it.
_NONE, _CLAIMED = Evidence.NONE, Evidence.CLAIMED
_REPORTED, _OFFICIAL = Evidence.REPORTED, Evidence.OFFICIAL


def weigh_evidence(commitment: Commitment, statements: Iterable[Event]) -> Evidence:
    """The best support that any statement gives; notes and competing reports give none."""
    best = _weigh(commitment)
    for event in statements:
        if event.type not in _SILENT and event.follows is None:
            best = max(best, _weigh(event), key=_RANK.__getitem__)
    return best


def _weigh(statement: Commitment | Event) -> Evidence:
    if statement.official or statement.instrument in OFFICIAL_INSTRUMENTS:
        return _OFFICIAL
    if not statement.source:
        return _NONE
    is_own_account = statement.instrument in OWN_ACCOUNT_INSTRUMENTS
    if statement.via or statement.stated_by or is_own_account:
        return _CLAIMED
    return _REPORTED
