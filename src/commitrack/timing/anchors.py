"""Anchors: commitments whose dates count from others, followed as those are kept and moved.

A live date is worked out before the fold: it is put in place of the table that stands for it, and
every later change of its anchor becomes a statement of its own, which says whom it follows. So the
fold, the slip, the moves and the log know no other kind of date.

What an anchor gives to count from is told by `anchor_days`.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime, time
from typing import NamedTuple

from commitrack.domain.commitment import Commitment, Dates, Event
from commitrack.domain.fold import fold, in_order
from commitrack.domain.standing import DateStanding, Standing
from commitrack.domain.vocabulary import EventType, Outcome
from commitrack.domain.when import Role, When
from commitrack.errors import DateError
from commitrack.timing.anchor_days import Anchor, On, anchor_of
from commitrack.timing.relative import count_live

_EVER = datetime(1, 1, 3)  # noqa: DTZ001  # a clock's zone is put in; none is so far off
_SETS_NO_DATE = (EventType.REPORTED, EventType.CORRECTED)


class Moment(NamedTuple):
    """A point in what was said: an instant, and what of that very instant is known.

    Attributes:
        cited: None: all that happened then counts. Else it is the moment of a base record, which
            comes before every event of its day, save those told by one of the sources it cites.
    """

    at: datetime
    cited: frozenset[str] | None = None


class Place(NamedTuple):
    """A date of a commitment, at a moment."""

    key: str
    role: Role
    at: Moment


class Anchors:
    """The commitments of a ledger, as others count from them.

    Attributes:
        rings: ids that wait for each other now, each ring once, its first id at both ends.
    """

    def __init__(self, commitments: Iterable[Commitment], now: datetime) -> None:
        """Nothing is worked out yet; `now` is aware, in the reader's zone."""
        self.rings: list[tuple[str, ...]] = []
        self._by_id = {commitment.id: commitment for commitment in commitments}
        self._now = Moment(now)
        self._folded: dict[tuple[str, Moment], Standing | None] = {}
        self._worked_out: dict[Place, When] = {}

    def tie(self, it: Commitment) -> Commitment:
        """The commitment with every date that counts from another in place, and as it followed it.

        A date whose anchor is unknown, undated or part of a ring stays as it is: it waits.
        """
        base = Event(EventType.MADE, it.said, dates=it.dates)
        ordered = in_order((base, *it.events), self._now.at.tzinfo)
        standing = fold(it, self._now.at)
        closing = standing.closed_by if standing else None
        days = self._days(it)
        placed: dict[int, Dates] = {}
        followed: list[Event] = []
        for place, event in enumerate(ordered):
            dates = []
            for role, when in event.dates:
                until = _until(event, role, ordered[place + 1 :], closing)
                cited = frozenset(it.source) if event is base else None
                start = Moment(self._moment(event.on), cited)
                first, *later = self._course(when, role, start, self._between(days, start, until))
                dates.append((role, first.dates[0][1]))
                followed += later
            placed[id(event)] = tuple(dates)
        events = (event._replace(dates=placed[id(event)]) for event in it.events)
        met = self._condition_met(it)
        return it._replace(dates=placed[id(base)], events=(*events, *followed, *met))

    def standing(self, key: str, at: Moment | None = None) -> Standing | None:
        """Where a commitment stands, the dates in force worked out; None if there is none by then.

        Args:
            at: as it stood then, instead of at present.
        """
        moment = at or self._now
        standing = self._fold(key, moment)
        if standing is None or not self._by_id[key].anchors:
            return standing
        dates = (one._replace(when=self._when(key, one, moment)) for one in standing.dates)
        return standing._replace(dates=tuple(dates))

    def find(self, key: str, event: str | None, at: Moment | None = None) -> Anchor | None:
        """What a commitment, or the one that took its place, gives to count from.

        Args:
            event: see `anchor_of`.
            at: as it stood then, instead of at present.
        """
        moment = at or self._now
        standing = self._in_place(key, moment)
        if standing is None:
            return None
        found = anchor_of(standing, event)
        if not isinstance(found, DateStanding):
            return found
        when = self._when(standing.id, found, moment)
        if when is None or not when.is_dated:
            return None
        return Anchor(when, provisional=found.settled is None)

    def _in_place(self, key: str, at: Moment) -> Standing | None:
        """A commitment as folded, or the one that took its place; None where that leads nowhere."""
        seen: set[str] = set()
        following: str | None = key
        while following is not None and following not in seen:
            seen.add(following)
            standing = self._fold(following, at)
            if standing is None or standing.outcome is not Outcome.SUPERSEDED:
                return standing
            following = standing.closed_by.superseded_by if standing.closed_by else None
        return None

    def _fold(self, key: str, at: Moment) -> Standing | None:
        """Where a commitment stands, its live dates not worked out."""
        if (key, at) not in self._folded:
            commitment = self._by_id.get(key)
            if commitment is not None and at.cited is not None:
                known = [event for event in commitment.events if self._is_known(event, at)]
                commitment = commitment._replace(events=tuple(known))
            self._folded[key, at] = None if commitment is None else fold(commitment, at.at)
        return self._folded[key, at]

    def _when(self, key: str, dated: DateStanding, at: Moment) -> When | None:
        """The date in force; a live one worked out."""
        when = dated.when
        if when is None or not _is_live(when):
            return when
        place = Place(key, dated.role, at)
        if place not in self._worked_out:
            self._work_out(place, when)
        return self._worked_out[place]

    def _work_out(self, place: Place, when: When) -> None:
        """A live date, after those that it hangs on, the farthest first: a chain may be long."""
        chain: dict[Place, When] = {}
        step: tuple[Place, When] | None = (place, when)
        while step is not None and step[0] not in chain and step[0] not in self._worked_out:
            chain[step[0]] = step[1]
            step = self._next(step[1], place.at)
        if step is not None and step[0] in chain:
            places = list(chain)
            ring = places[places.index(step[0]) :]
            self._note_ring(ring)
            self._worked_out |= {one: chain[one] for one in ring}
        for one, waiting in reversed(chain.items()):
            if one not in self._worked_out:
                self._worked_out[one] = self._counted(waiting, one.role, one.at)

    def _next(self, when: When, at: Moment) -> tuple[Place, When] | None:
        """The live date that a live date counts from, if it counts from one."""
        standing = None if when.anchor is None else self._in_place(when.anchor, at)
        found = None if standing is None else anchor_of(standing, _event_of(when))
        if standing is None or not isinstance(found, DateStanding):
            return None
        live = found.when if found.when is not None and _is_live(found.when) else None
        return None if live is None else (Place(standing.id, found.role, at), live)

    def _is_known(self, event: Event, at: Moment) -> bool:
        is_same = self._moment(event.on) == at.at
        return not is_same or at.cited is None or not at.cited.isdisjoint(event.source)

    def _note_ring(self, places: Sequence[Place]) -> None:
        if places[0].at != self._now:
            return  # it has been broken since
        ring = [place.key for place in places]
        start = ring.index(min(ring))
        whole = (*ring[start:], *ring[:start], ring[start])
        if whole not in self.rings:
            self.rings.append(whole)

    def _course(
        self, when: When, role: Role, start: Moment, days: Iterable[tuple[Moment, date | datetime]]
    ) -> Iterator[Event]:
        """The date as its anchor stood when it was given; then a statement for every change."""
        key = when.anchor
        current = when if key is None else self._counted(when, role, start)
        known = current
        yield Event(EventType.MADE, start.at, dates=((role, current),))
        for moment, day in days if key is not None else ():
            following = self._counted(when, role, moment)
            is_same = following.resolves_as(current)
            if not is_same or following.provisional != current.provisional:
                kind = _kind(known, following)
                yield Event(kind, day, dates=((role, following),), follows=key)
                current, known = following, following if following.is_dated else known

    def _counted(self, when: When, role: Role, at: Moment) -> When:
        """A date as its anchor stood at a moment."""
        key = when.anchor
        if key is None or when.is_dated:
            return when
        anchor = self.find(key, _event_of(when), at)
        if anchor is None:
            return when
        try:
            return count_live(when, role, anchor.when, provisional=anchor.provisional)
        except DateError:
            return when  # a finding of `check`

    def _days(self, it: Commitment) -> dict[datetime, date | datetime]:
        """Every day on which something was said of what it hangs on, near or far, in order."""
        known: dict[str, Commitment] = {}
        keys = list(it.anchors)
        while keys:
            found = self._by_id.get(keys.pop())
            if found is not None and found.id not in known:
                known[found.id] = found
                keys += found.anchors
                keys += [event.superseded_by for event in found.events if event.superseded_by]
        said = [on for one in known.values() for on in (one.said, *(e.on for e in one.events))]
        moments = {self._moment(on): on for on in said if on is not None}
        return {moment: moments[moment] for moment in sorted(moments)}

    def _between(
        self, days: Mapping[datetime, date | datetime], start: Moment, until: On
    ) -> Iterator[tuple[Moment, date | datetime]]:
        """The days after a statement, up to now, before another takes its place."""
        stop = None if until is None else self._moment(until)
        for moment, day in days.items():
            is_after = moment > start.at or (moment == start.at and start.cited is not None)
            if is_after and moment <= self._now.at and (stop is None or moment < stop):
                yield Moment(moment), day

    def _moment(self, on: On) -> datetime:
        """When something counts from: a day from its start, on the reader's clock."""
        if on is None:
            return _EVER.replace(tzinfo=self._now.at.tzinfo)
        if not isinstance(on, datetime):
            return datetime.combine(on, time(), self._now.at.tzinfo)
        return on if on.tzinfo else on.replace(tzinfo=self._now.at.tzinfo)

    def _condition_met(self, it: Commitment) -> Iterator[Event]:
        """The statement that the commitment which is the condition has been kept."""
        key = it.condition_on
        if any(event.type is EventType.CONDITION_MET for event in it.events):
            return  # with a source of its own
        standing = None if key is None else self.standing(key)
        if standing is not None and standing.outcome is Outcome.FULFILLED:
            yield Event(EventType.CONDITION_MET, standing.outcome_on, follows=key)


def _is_live(when: When) -> bool:
    return when.anchor is not None and not when.is_dated


def _event_of(when: When) -> str | None:
    """The date or the event of its anchor that a date names."""
    at = when.value.get("at") if isinstance(when.value, Mapping) else None
    return None if at is None else str(at)


def _until(event: Event, role: Role, rest: Sequence[Event], closing: Event | None) -> On:
    """The `on` of the statement after which a date counts from nothing any more."""
    if event.type in _SETS_NO_DATE:
        return event.on  # a report stays what it was
    return next((one.on for one in rest if one is closing or _replaces(one, role)), None)


def _replaces(event: Event, role: Role) -> bool:
    """Whether an event puts another date in place of a role's, takes it away, or settles it."""
    if event.type in _SETS_NO_DATE:
        return False
    if event.type is EventType.TOOK_EFFECT and role is Role.EFFECTIVE:
        return True
    if event.type is EventType.POSTPONED and not event.dates:
        return event.role in (None, role)
    return any(given is role for given, _ in event.dates)


def _kind(known: When, after: When) -> EventType:
    """What a change of the anchor is to what counts from it, whose date was last `known`."""
    if not after.is_dated:
        return EventType.POSTPONED
    if not known.is_dated or _is_within(after, known):
        return EventType.CLARIFIED
    return EventType.REAFFIRMED if after.resolves_as(known) else EventType.RESCHEDULED


def _is_within(after: When, known: When) -> bool:
    """Whether it is the same date, given more exactly, as a day of a month or an hour of a day."""
    return known.at is None and not after.resolves_as(known) and after.lies_within(known)
