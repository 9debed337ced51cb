"""Rows of a timeline: what its use case hands to every face."""

from datetime import date
from typing import NamedTuple

from commitrack.domain.vocabulary import Outcome
from commitrack.domain.when import Role, When
from commitrack.report.timeline_axis import Axis


class Track(NamedTuple):
    """One date of a commitment and the way it took.

    Attributes:
        when: in force; None when it was postponed with no new one.
        earlier: the first date and each one it moved away from, oldest first; none if it never
            moved.
        moves: how often it moved.
        postponed: since when it has no date.
        late: by how much it is past and unsettled, in words; empty when it is not.
    """

    role: Role
    when: When | None
    earlier: tuple[When, ...]
    moves: int
    postponed: date | None
    late: str


class Mark(NamedTuple):
    """What became of it on a day; `is_done` when that is what was promised."""

    day: date
    words: str
    is_done: bool


class Row(NamedTuple):
    """One commitment.

    Attributes:
        reports: dates that reports give against the one in force.
    """

    id: str
    title: str
    outcome: Outcome
    tracks: tuple[Track, ...]
    marks: tuple[Mark, ...]
    reports: tuple[When, ...]
    is_disputed: bool

    @property
    def is_postponed(self) -> bool:
        """Whether one of its dates was postponed with no new one."""
        return any(track.when is None for track in self.tracks)


class Timeline(NamedTuple):
    """Rows in the order of the date in force.

    Attributes:
        rows: those of which something lies on the axis.
        before: those that lie wholly before the axis.
        after: those that lie wholly after it.
        undated: those with nothing to draw.
        is_bounded: the user gave one of the axis's ends.
    """

    axis: Axis
    rows: tuple[Row, ...]
    before: tuple[Row, ...]
    after: tuple[Row, ...]
    undated: tuple[Row, ...]
    is_bounded: bool

    @property
    def listed(self) -> tuple[Row, ...]:
        """Those that a list brings: all, unless the user gave bounds."""
        if self.is_bounded:
            return self.rows
        return (*self.before, *self.rows, *self.after, *self.undated)


def row_days(row: Row) -> list[tuple[date, date]]:
    """First and last day of everything that is drawn of it; open ends are the calendar's."""
    whens = [when for track in row.tracks for when in (*track.earlier, track.when) if when]
    days = [when.days() for when in whens if when.first or when.last]
    return days + [(mark.day, mark.day) for mark in row.marks]


def point_of(when: When, role: Role) -> date | None:
    """The day on which a date is marked: the one counted to, else the end that it has."""
    return when.counted(role) or when.first or when.last
