"""Anchor days: what a commitment gives to count from, for dates that hang on it.

The day of its fulfilment, else its current date, which is provisional, else none, and the date that
hangs on it waits.
"""

from datetime import date, datetime
from typing import NamedTuple

from commitrack.domain.standing import DateStanding, Standing
from commitrack.domain.vocabulary import FINAL, EventType, Outcome
from commitrack.domain.when import Precision, Role, When
from commitrack.timing.zones import zone_info

_DONE = (Outcome.FULFILLED, Outcome.PARTLY_FULFILLED)
_ROLES = {str(role): role for role in Role}

On = date | datetime | None


class Anchor(NamedTuple):
    """The day that is counted from; provisional while it has not come about."""

    when: When
    provisional: bool


def anchor_of(standing: Standing, at: str | None = None) -> Anchor | DateStanding | None:
    """What a commitment gives to count from: a day that came about, or the one date that is meant.

    None if it has no one date, or will have none.

    Args:
        at: the role of its date, or the type of its event, that is meant; else its fulfilment.
    """
    if at is None:
        return _fulfilment(standing) or _current(standing, tuple(Role))
    role = _ROLES.get(at)
    if role is not None:
        return _current(standing, (role,))
    event = next((one for one in reversed(standing.history) if one.type == at), None)
    return _settled(event.on) if event else None


def _fulfilment(standing: Standing) -> Anchor | None:
    """The day on which it was done; of what took effect, the day on which it did."""
    if standing.outcome not in _DONE or standing.closed_by is None:
        return None
    if standing.closed_by.type is EventType.TOOK_EFFECT:
        dated = [one for one in standing.dates if one.role is Role.EFFECTIVE]
        on = dated[0].settled if dated else standing.outcome_on
    else:
        dated, on = list(standing.dates), standing.outcome_on
    planned = dated[0].when if len(dated) == 1 else None
    return _settled(on) if planned is None or planned.at is None else _at_hour(on, planned)


def _at_hour(on: On, planned: When) -> Anchor | None:
    """What had an hour: at the one that is told, else on the day that was planned, at that one."""
    if isinstance(on, datetime) and on.tzinfo is not None and planned.at is not None:
        at = on.astimezone(planned.at.tzinfo if planned.zone is None else zone_info(planned.zone))
        told = planned._replace(value=at, at=at, first=at.date(), last=at.date())
        return Anchor(told, provisional=False)
    settled = _settled(on)
    is_as_planned = settled is not None and settled.when.first == planned.first
    return Anchor(planned, provisional=False) if is_as_planned else settled


def _current(standing: Standing, roles: tuple[Role, ...]) -> DateStanding | None:
    """Its one date of these roles; of what has lapsed, the end of its term; else None."""
    dated = [one for one in standing.dates if one.role in roles]
    is_over = standing.outcome in FINAL and standing.outcome not in _DONE
    if is_over:
        has_ended = standing.outcome is Outcome.LAPSED
        dated = [one for one in dated if has_ended and one.role is Role.EXPIRES]
    return dated[0] if len(dated) == 1 else None


def _settled(on: On) -> Anchor | None:
    if on is None:
        return None
    day = on.date() if isinstance(on, datetime) else on
    return Anchor(When(day, Precision.DAY, day, day), provisional=False)
