"""Courses: the dates that were in force before and after each statement, as the fold has them."""

from collections.abc import Iterator, Mapping
from datetime import date, datetime, time
from itertools import groupby
from typing import NamedTuple

from commitrack.check.rows import Record, Row
from commitrack.domain.commitment import Commitment, Event
from commitrack.domain.fold import fold
from commitrack.domain.when import Role, When
from commitrack.timing.now import Now

_END = date(9999, 12, 1)

Dated = Mapping[Role, When]


class Turn(NamedTuple):
    """One statement that sets dates, and what it found and left in force.

    Attributes:
        before: what was in force, or the last one known of a date that was postponed.
        after: what was in force once it was made.
    """

    statement: Commitment | Event
    row: Row
    before: Dated
    after: Dated


def turns(record: Record, now: Now) -> Iterator[Turn]:
    """The statements that set dates, in the order in which they were made, up to the last one.

    Args:
        now: whose zone orders what carries a time without one.
    """
    standing = fold(record.commitment, datetime.combine(_END, time(), now.tz))
    rows = {id(statement): row for statement, row in record.statements()}
    known: dict[Role, When] = {}
    in_force: dict[Role, When] = {}
    for _, group in groupby(standing.changes if standing else (), lambda one: id(one.event)):
        changes = list(group)
        before = dict(known)
        for change in changes:
            if change.after is None:
                in_force.pop(change.role, None)
            else:
                known[change.role] = in_force[change.role] = change.after
        statement = changes[0].event or record.commitment
        yield Turn(statement, rows[id(statement)], before, dict(in_force))
