"""Folding: the statements of a commitment, in order, give where it stands.

The rules are those of `docs/ledger-format.md`, "How statements are folded".
"""

from collections.abc import Sequence
from datetime import date, datetime, tzinfo
from typing import NamedTuple

from commitrack.domain.commitment import Commitment, Event
from commitrack.domain.standing import Change, DateStanding, Dispute, Standing
from commitrack.domain.tracks import Track
from commitrack.domain.vocabulary import FINAL, OUTCOME_OF, EventType, Kind, Outcome
from commitrack.domain.when import Basis, Role

OrderKey = tuple[date, float, int]

_NO_TIME = float("-inf")

# Looked up once: on Python 3.11 a member of an enum costs more than what is done with it.
_OPEN, _SUSPENDED, _FULFILLED = Outcome.OPEN, Outcome.SUSPENDED, Outcome.FULFILLED
_POSTPONED, _TOOK_EFFECT = EventType.POSTPONED, EventType.TOOK_EFFECT
_DEFAULT, _REPORTED = Basis.DEFAULT, EventType.REPORTED
_NOTE, _MEASURE = EventType.NOTE, Kind.MEASURE
_SETS_NO_DATE = frozenset({EventType.REPORTED, EventType.CORRECTED})
_SETS_NO_NEW_DATE = _SETS_NO_DATE | {EventType.CLARIFIED}


def fold(commitment: Commitment, now: datetime) -> Standing | None:
    """Where the commitment stands at `now` (aware, in the reader's zone).

    Statements dated after `now` do not count; None when the base record itself does not, or when
    it was taken back. A statement that carries a day alone counts from that day on.
    """
    if commitment.void or not has_happened(commitment.said, now):
        return None
    if not commitment.events:
        return _unmoved(commitment)
    base = _base_event(commitment)
    statements = [base, *(e for e in commitment.events if has_happened(e.on, now))]
    ordered = in_order(statements, now.tzinfo)
    tracks, changes = _follow_dates(commitment, ordered)
    course = _follow_outcome(commitment.kind, ordered)
    _drop_default(tracks)
    _settle(tracks, course)
    return Standing(
        commitment,
        course.outcome,
        course.event.on if course.event else None,
        course.event if course.outcome in FINAL else None,
        tuple(track.freeze() for track in tracks.values()),
        _disputes(tracks, ordered),
        _is_dormant(commitment, ordered, course.outcome),
        _looked_at(ordered),
        tuple([c._replace(event=None) if c.event is base else c for c in changes]),
        tuple(event for event in ordered if event is not base),
    )


def has_happened(on: date | datetime | None, now: datetime) -> bool:
    """Whether `on` is not after now; a day counts from its start in the zone of `now`."""
    if on is None:
        return True
    if not isinstance(on, datetime):
        return on <= now.date()
    return (on if on.tzinfo else on.replace(tzinfo=now.tzinfo)) <= now


def in_order(statements: Sequence[Event], reader: tzinfo | None) -> tuple[Event, ...]:
    """Statements given in the order of the file, base record first, as they followed each other.

    The base record comes first, whatever its day: nothing happens to what has not been said. The
    rest is taken by day; within a day those without a time, then by time, then by place in the
    file. A time without a zone is the reader's.
    """
    keyed = [(order_key(event, place, reader), event) for place, event in enumerate(statements)]
    keyed.sort(key=lambda pair: pair[0])
    return tuple(event for _, event in keyed)


def order_key(event: Event, place: int, reader: tzinfo | None) -> OrderKey:
    """Where an event stands among others: by day, by time, by place (0 is the base record)."""
    on = event.on
    if place == 0 or on is None:
        return (date.min, _NO_TIME, place)
    if not isinstance(on, datetime):
        return (on, _NO_TIME, place)
    # The civil day decides first: two capitals date one evening differently, and both are right.
    return (on.date(), (on if on.tzinfo else on.replace(tzinfo=reader)).timestamp(), place)


class _Course(NamedTuple):
    """An outcome, the event that set it, and whether a pause waits for a new date."""

    outcome: Outcome
    event: Event | None
    is_paused: bool


def _unmoved(commitment: Commitment) -> Standing:
    """The standing of a commitment with no events: the way most of a ledger takes."""
    said = commitment.said
    dates, changes = [], []
    for role, when in commitment.dates:
        slip = None if when.counted(role) is None else 0
        dates.append(DateStanding(role, when, said, when, 0, slip))
        # By position, as all that is made often.
        changes.append(Change(None, role, None, when, slip, False))  # noqa: FBT003
    is_dormant = commitment.condition is not None
    return Standing(
        commitment, _OPEN, None, None, tuple(dates), (), is_dormant, said, tuple(changes)
    )


def _base_event(commitment: Commitment) -> Event:
    """The base record as the statement that it is."""
    return Event(EventType.MADE, commitment.said, None, (), commitment.dates)


def _follow_dates(
    commitment: Commitment, statements: tuple[Event, ...]
) -> tuple[dict[Role, Track], list[Change]]:
    """Every role's date through all statements."""
    tracks = {role: Track(role, first=when) for role, when in commitment.dates}
    changes: list[Change] = []
    for event in statements:
        if event.type in _SETS_NO_DATE:
            continue
        for role, when in event.dates:
            changes.append(tracks.setdefault(role, Track(role)).set(when, event))
        if event.type is _POSTPONED and not event.dates:
            roles = [event.role] if event.role else _unsettled(tracks)
            changes += [tracks.setdefault(role, Track(role)).clear(event) for role in roles]
        if event.type is _TOOK_EFFECT and Role.EFFECTIVE in tracks:
            tracks[Role.EFFECTIVE].settled = _effective_day(event)
    return tracks, changes


def _unsettled(tracks: dict[Role, Track]) -> list[Role]:
    """What `postponed` clears when it names no role: where all is settled all of it, after all."""
    unsettled = [role for role, track in tracks.items() if track.settled is None]
    return unsettled or list(tracks) or [Role.DUE]


def _effective_day(event: Event) -> date | datetime | None:
    """When it took effect: on the date that the event gives, which may be past, else on its day."""
    given = dict(event.dates).get(Role.EFFECTIVE)
    return event.on if given is None else given.at or given.first or event.on


def _follow_outcome(kind: Kind, statements: tuple[Event, ...]) -> _Course:
    """What became of it: each event sets an outcome, or leaves the one before."""
    course = _Course(_OPEN, None, is_paused=False)
    for event in statements:
        course = _step(course, kind, event)
    return course


def _step(course: _Course, kind: Kind, event: Event) -> _Course:
    if event.follows is not None:
        return course
    if event.type is _TOOK_EFFECT and kind is _MEASURE:
        return _Course(_FULFILLED, event, is_paused=False)
    outcome = OUTCOME_OF.get(event.type)
    if outcome is not None:
        return _Course(outcome, event, is_paused=outcome is _SUSPENDED)
    if event.type is _POSTPONED and not event.dates:
        return course._replace(is_paused=True)
    is_new_date = event.dates and event.type not in _SETS_NO_NEW_DATE
    if course.is_paused and is_new_date:
        return _Course(_OPEN, event, is_paused=False)
    return course


def _settle(tracks: dict[Role, Track], course: _Course) -> None:
    """A final outcome settles every date; `took_effect` settles `effective` alone."""
    if course.outcome not in FINAL or course.event is None:
        return
    if course.event.type is _TOOK_EFFECT:
        return
    for track in tracks.values():
        track.settled = track.settled or course.event.on or date.min


def _disputes(tracks: dict[Role, Track], statements: tuple[Event, ...]) -> tuple[Dispute, ...]:
    if all(event.type is not _REPORTED for event in statements):
        return ()
    from commitrack.domain.reports import find_disputes  # noqa: PLC0415  # few have reports

    return find_disputes(tracks, statements)


def _drop_default(tracks: dict[Role, Track]) -> None:
    """Our own term counts for nothing once somebody named a date, of whatever role."""
    named = [role for role, track in tracks.items() if track.when and track.when.basis != _DEFAULT]
    due = tracks.get(Role.DUE)
    if named and due is not None and due.when is not None and due.when.basis == _DEFAULT:
        del tracks[Role.DUE]


def _is_dormant(commitment: Commitment, statements: tuple[Event, ...], outcome: Outcome) -> bool:
    """Whether it still waits for its condition."""
    if commitment.condition is None or outcome in FINAL:
        return False
    return all(event.type is not EventType.CONDITION_MET for event in statements)


def _looked_at(statements: tuple[Event, ...]) -> date | datetime | None:
    """The latest `on` of any statement but a note."""
    looked = [
        event.on
        for event in statements
        if event.type is not _NOTE and event.on and event.follows is None
    ]
    return looked[-1] if looked else None
