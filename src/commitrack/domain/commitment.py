"""Commitment: what was said, by whom, for when, and the events that happened to it since."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import NamedTuple

from commitrack.domain.vocabulary import EventType, Kind
from commitrack.domain.when import Role, When

Dates = tuple[tuple[Role, When], ...]
"""The dates of one statement, each role at most once."""


class Event(NamedTuple):
    """Something that happened to a commitment, or was said about it, on a day.

    Attributes:
        on: when it happened; a date-time orders the events of one day.
        recorded: when it was entered here.
        official: one of its sources is an act of authority.
        by: who did it, such as who moved the date.
        role: for `postponed`: the date that it clears; None clears every date that is not settled.
        of: for `corrected`: the day of the event that it puts right; None means the base record.
        of_type: for `corrected`: the type of that event.
        void: for `corrected`: the statement is taken back.
        changes: for `corrected`: the keys given, as the ledger has them.
        extra: keys that the format does not know.
        follows: the id of the commitment that it follows from: its date moved, and this one's with
            it, or it was kept, which was the condition here. Such a statement is derived; no ledger
            has it.
    """

    type: EventType
    on: date | datetime | None
    recorded: date | datetime | None = None
    by: tuple[str, ...] = ()
    dates: Dates = ()
    stated: str | None = None
    stated_by: str | None = None
    via: str | None = None
    instrument: str | None = None
    reason: str | None = None
    source: tuple[str, ...] = ()
    official: bool = False
    quote: str | None = None
    note: str | None = None
    superseded_by: str | None = None
    role: Role | None = None
    of: date | datetime | None = None
    of_type: str | None = None
    void: bool = False
    changes: Mapping[str, object] | None = None
    extra: Mapping[str, object] | None = None
    follows: str | None = None


class Commitment(NamedTuple):
    """The base record and its events, in the order of the file.

    Attributes:
        said: when the base record was said: its source's `said`, else `published`, else `recorded`.
        official: one of its sources is an act of authority.
        default_within: an ISO 8601 period: by when it is expected here, where no date was said.
        default_reason: why that long.
        review: an ISO 8601 period after which an undated commitment is looked at again.
        void: taken back by a correction.
        extra: keys that the format does not know.
        anchors: ids of the commitments that its dates count from, or that are its condition.
    """

    id: str
    title: str
    kind: Kind
    by: tuple[str, ...] = ()
    to: tuple[str, ...] = ()
    stated_by: str | None = None
    via: str | None = None
    instrument: str | None = None
    dates: Dates = ()
    stated: str | None = None
    source: tuple[str, ...] = ()
    quote: str | None = None
    condition: str | Mapping[str, object] | None = None
    review: str | None = None
    remind: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    note: str | None = None
    series: str | None = None
    on_lapse: str | None = None
    default_within: str | None = None
    default_reason: str | None = None
    recorded: date | datetime | None = None
    said: date | datetime | None = None
    official: bool = False
    events: tuple[Event, ...] = ()
    void: bool = False
    extra: Mapping[str, object] | None = None
    anchors: tuple[str, ...] = ()

    @property
    def condition_on(self) -> str | None:
        """The id of the commitment whose fulfilment is the condition, where it is one."""
        on = self.condition.get("on") if isinstance(self.condition, Mapping) else None
        return on if isinstance(on, str) else None
