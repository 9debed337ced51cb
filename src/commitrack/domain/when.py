"""When: a date as its source gave it, resolved to an interval that claims no more than that."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import NamedTuple

from commitrack.domain.vocabulary import Word


class Role(Word):
    """What a date is for: a duty falls due, a measure starts or ends, a meeting happens."""

    DUE = "due"
    EFFECTIVE = "effective"
    EXPIRES = "expires"
    HAPPENS = "happens"


class Precision(Word):
    """How exact a source was."""

    INSTANT = "instant"
    DAY = "day"
    MONTH = "month"
    QUARTER = "quarter"
    HALF = "half"
    SEASON = "season"
    YEAR = "year"
    RANGE = "range"
    OPEN = "open"


class Basis(Word):
    """How a date came about."""

    STATED = "stated"
    RELATIVE = "relative"
    RECURRING = "recurring"
    DEFAULT = "default"


# Looked up once: on Python 3.11 a member of an enum costs more than what is done with it.
_DUE = Role.DUE


def day_of(moment: date) -> date:
    """The day of a day or of a moment, on the clock that it is written in."""
    return date(moment.year, moment.month, moment.day)


DateValue = date | datetime | str | Mapping[str, object]


class When(NamedTuple):
    """A date of one role: civil days in its own zone, both inclusive, and its instant if any.

    The interval it stands for is half-open: from the start of `first` to the end of `last`; an
    instant is its own point. An end that is None is open, or not known yet.

    Attributes:
        value: as the ledger has it (a TOML date, date-time, EDTF string, or inline table).
        zone: the IANA zone whose clock rules, or None for a floating calendar date.
        stated: the words it came from.
        waits_for: the id that a relative date waits for, while it has no day.
        counted_from: of a relative date: the day or the instant that it was counted from; two where
            that is an interval.
        provisional: counted from a date that has not come about yet, and moves with it.
    """

    value: DateValue
    precision: Precision
    first: date | None
    last: date | None
    at: datetime | None = None
    zone: str | None = None
    approximate: bool = False
    basis: Basis = Basis.STATED
    stated: str | None = None
    waits_for: str | None = None
    counted_from: tuple[date | datetime, ...] = ()
    provisional: bool = False

    @property
    def is_dated(self) -> bool:
        """Whether it has a day at all, on either side."""
        return self.first is not None or self.last is not None

    @property
    def anchor(self) -> str | None:
        """The id of the commitment that it counts from, if it counts from one."""
        if not isinstance(self.value, Mapping):
            return None
        anchors = (self.value.get(key) for key in ("after", "before"))
        return next((anchor for anchor in anchors if isinstance(anchor, str)), None)

    def counted(self, role: Role) -> date | None:
        """The civil day that a countdown runs to: the end for a duty, else the start."""
        return self.last if role is _DUE else self.first

    def resolves_as(self, other: "When") -> bool:
        """Whether both stand for the same interval; the words may differ."""
        if self.at is not None or other.at is not None:
            return self.at == other.at
        mine = (self.first, self.last, self.waiting())
        return mine == (other.first, other.last, other.waiting())

    def waiting(self) -> object:
        """What tells two dates apart that have no day yet."""
        is_waiting = self.basis is Basis.RELATIVE and not self.is_dated
        return (self.waits_for, self.value) if is_waiting else None

    def overlaps(self, other: "When") -> bool:
        """Whether some day (for two instants: the instant) belongs to both."""
        if self.at is not None and other.at is not None:
            return self.at == other.at
        mine, theirs = self.days(), other.days()
        return mine[0] <= theirs[1] and theirs[0] <= mine[1]

    def lies_within(self, outer: "When") -> bool:
        """Whether every day of this date is a day of `outer`; an instant lies only in itself."""
        if outer.at is not None:
            return self.at == outer.at
        mine, around = self.days(), outer.days()
        return around[0] <= mine[0] and mine[1] <= around[1]

    def days(self) -> tuple[date, date]:
        """First and last civil day, with the ends of the calendar for ends that are open."""
        return (self.first or date.min, self.last or date.max)
