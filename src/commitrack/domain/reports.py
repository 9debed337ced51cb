"""Competing reports: when what is reported contradicts the date in force, or another report."""

from collections.abc import Mapping
from itertools import combinations

from commitrack.domain.commitment import Event
from commitrack.domain.standing import Dispute
from commitrack.domain.tracks import Track
from commitrack.domain.vocabulary import EventType
from commitrack.domain.when import Role, When

_REPORTED = EventType.REPORTED


def find_disputes(
    tracks: Mapping[Role, Track], statements: tuple[Event, ...]
) -> tuple[Dispute, ...]:
    """The reports that stand against what is in force, in the order of time.

    A report older than the statement in force disputes nothing; where no date is in force all
    reports count. One without a date disputes by its words.
    """
    reports = [event for event in statements if event.type is _REPORTED]
    if not reports:
        return ()
    found = [dispute for track in _roles(tracks, reports) for dispute in _dated(track, statements)]
    found += [
        Dispute(event, None, event.stated)
        for event in _since(_latest_in_force(tracks, statements), statements)
        if not event.dates and event.stated
    ]
    order = {id(event): place for place, event in enumerate(reports)}
    return tuple(sorted(found, key=lambda dispute: order[id(dispute.report)]))


def _roles(tracks: Mapping[Role, Track], reports: list[Event]) -> list[Track]:
    reported = {role for event in reports for role, _ in event.dates}
    return [tracks.get(role, Track(role)) for role in Role if role in reported]


def _dated(track: Track, statements: tuple[Event, ...]) -> list[Dispute]:
    """Every report of one role, when they differ from the date in force or among each other."""
    in_force = track.event if track.when else None
    reported = [
        (event, when)
        for event in _since(in_force, statements)
        for role, when in event.dates
        if role is track.role
    ]
    dates: list[When] = [when for _, when in reported] + ([track.when] if track.when else [])
    if all(one.overlaps(other) for one, other in combinations(dates, 2)):
        return []
    return [Dispute(event, when, event.stated) for event, when in reported]


def _since(in_force: Event | None, statements: tuple[Event, ...]) -> list[Event]:
    """The reports that came after the statement in force."""
    start = next((n for n, event in enumerate(statements) if event is in_force), -1)
    return [event for event in statements[start + 1 :] if event.type is _REPORTED]


def _latest_in_force(tracks: Mapping[Role, Track], statements: tuple[Event, ...]) -> Event | None:
    """The latest statement that put a date in force which still is."""
    in_force = {id(track.event) for track in tracks.values() if track.when}
    return next((event for event in reversed(statements) if id(event) in in_force), None)
