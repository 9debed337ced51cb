"""Folding: the statements of a commitment, in order, give where it stands.

The rules are those of `docs/ledger-format.md`, "How statements are folded".
"""

from collections.abc import Iterable
from datetime import date, datetime
from typing import NamedTuple

from commitrack.domain.commitment import Commitment, Event
from commitrack.domain.evidence import weigh_evidence
from commitrack.domain.reports import find_disputes
from commitrack.domain.standing import Change, DateStanding, Standing
from commitrack.domain.tracks import Track
from commitrack.domain.vocabulary import FINAL, OUTCOME_OF, EventType, Kind, Outcome
from commitrack.domain.when import Role, When

OrderKey = tuple[date, int, float, int]


def fold(commitment: Commitment, now: datetime) -> Standing | None:
    """Where the commitment stands at `now` (aware, in the reader's zone).

    Statements dated after `now` do not count; None when the base record itself does not, or when
    it was taken back. A statement that carries a day alone counts from that day on.
    """
    if commitment.void or not has_happened(commitment.said, now):
        return None
    if not commitment.events:
        return _unmoved(commitment)
    base = Event(EventType.MADE, commitment.said, dates=commitment.dates)
    statements = [base, *(e for e in commitment.events if has_happened(e.on, now) and not e.void)]
    ordered = in_order(statements)
    tracks, changes = _follow_dates(commitment, ordered)
    course = _follow_outcome(commitment.kind, ordered)
    _settle(tracks, course)
    return Standing(
        commitment,
        course.outcome,
        course.event.on if course.event else None,
        course.event if course.outcome in FINAL else None,
        weigh_evidence(commitment, ordered),
        tuple(track.freeze() for track in tracks.values()),
        find_disputes(tracks, ordered),
        _is_dormant(commitment, ordered, course.outcome),
        _looked_at(ordered),
        tuple(changes),
        tuple(event for event in ordered if event is not base),
    )


def has_happened(on: date | datetime | None, now: datetime) -> bool:
    """Whether `on` is not after now; a day counts from its start in the zone of `now`."""
    if on is None:
        return True
    if not isinstance(on, datetime):
        return on <= now.date()
    return (on if on.tzinfo else on.replace(tzinfo=now.tzinfo)) <= now


def order_key(event: Event, place: int) -> OrderKey:
    """By day, then (on one day) by time, days without a time first, then by place in the file."""
    on = event.on
    if on is None:
        return (date.min, 0, 0.0, place)
    if isinstance(on, datetime):
        # The civil day decides first: two capitals date one evening differently, and both are right.
        seconds = on.timestamp() if on.tzinfo else on.hour * 3600.0 + on.minute * 60 + on.second
        return (on.date(), 1, seconds, place)
    return (on, 0, 0.0, place)


def in_order(statements: Iterable[Event]) -> tuple[Event, ...]:
    """Statements given in the order of the file, base record first, as they followed each other."""
    keyed = [(order_key(event, place), event) for place, event in enumerate(statements)]
    keyed.sort(key=lambda pair: pair[0])
    return tuple(event for _, event in keyed)


class _Course(NamedTuple):
    """An outcome, the event that set it, and whether a pause waits for a new date."""

    outcome: Outcome
    event: Event | None
    is_paused: bool


def _unmoved(commitment: Commitment) -> Standing:
    """The standing of a commitment with no events: the way most of a ledger takes."""
    said = commitment.said
    return Standing(
        commitment,
        Outcome.OPEN,
        None,
        None,
        weigh_evidence(commitment, ()),
        tuple([_unmoved_date(role, when, said) for role, when in commitment.dates]),
        (),
        commitment.condition is not None,
        said,
    )


def _unmoved_date(role: Role, when: When, said: date | datetime | None) -> DateStanding:
    return DateStanding(role, when, said, when, 0, None if when.counted(role) is None else 0)


def _follow_dates(
    commitment: Commitment, statements: tuple[Event, ...]
) -> tuple[dict[Role, Track], list[Change]]:
    """Every role's date through all statements."""
    tracks = {role: Track(role, first=when) for role, when in commitment.dates}
    changes: list[Change] = []
    for event in statements:
        if event.type in (EventType.REPORTED, EventType.CORRECTED):
            continue
        for role, when in event.dates:
            changes.append(tracks.setdefault(role, Track(role)).set(when, event))
        if event.type is EventType.POSTPONED and not event.dates:
            roles = [event.role] if event.role else list(tracks) or [Role.DUE]
            changes += [tracks.setdefault(role, Track(role)).clear(event) for role in roles]
        if event.type is EventType.TOOK_EFFECT and Role.EFFECTIVE in tracks:
            tracks[Role.EFFECTIVE].settled = _effective_day(event)
    return tracks, changes


def _effective_day(event: Event) -> date | datetime | None:
    """When it took effect: the date the event itself gives (it may be retroactive), else its day."""
    given = dict(event.dates).get(Role.EFFECTIVE)
    return event.on if given is None else given.at or given.first or event.on


def _follow_outcome(kind: Kind, statements: tuple[Event, ...]) -> _Course:
    """What became of it: each event sets an outcome, or leaves the one before."""
    course = _Course(Outcome.OPEN, None, is_paused=False)
    for event in statements:
        course = _step(course, kind, event)
    return course


def _step(course: _Course, kind: Kind, event: Event) -> _Course:
    if event.type is EventType.TOOK_EFFECT and kind is Kind.MEASURE:
        return _Course(Outcome.FULFILLED, event, is_paused=False)
    outcome = OUTCOME_OF.get(event.type)
    if outcome is not None:
        return _Course(outcome, event, is_paused=outcome is Outcome.SUSPENDED)
    if event.type is EventType.POSTPONED and not event.dates:
        return course._replace(is_paused=True)
    is_new_date = event.dates and event.type not in (
        EventType.REPORTED,
        EventType.CORRECTED,
        EventType.CLARIFIED,
    )
    if course.is_paused and is_new_date:
        return _Course(Outcome.OPEN, event, is_paused=False)
    return course


def _settle(tracks: dict[Role, Track], course: _Course) -> None:
    """A final outcome settles every date; `took_effect` settles `effective` alone."""
    if course.outcome not in FINAL or course.event is None:
        return
    if course.event.type is EventType.TOOK_EFFECT:
        return
    for track in tracks.values():
        track.settled = track.settled or course.event.on or date.min


def _is_dormant(commitment: Commitment, statements: tuple[Event, ...], outcome: Outcome) -> bool:
    """Whether it still waits for its condition."""
    if commitment.condition is None or outcome in FINAL:
        return False
    return all(event.type is not EventType.CONDITION_MET for event in statements)


def _looked_at(statements: tuple[Event, ...]) -> date | datetime | None:
    """The latest `on` of any statement but a note."""
    looked = [event.on for event in statements if event.type is not EventType.NOTE and event.on]
    return looked[-1] if looked else None
