"""Policies: the rules that a relative date is counted by, as its inline table names them."""

import re
from collections.abc import Mapping
from datetime import date, datetime
from typing import NamedTuple, TypeVar

from commitrack.domain.vocabulary import Word
from commitrack.domain.when import Role
from commitrack.errors import DateError
from commitrack.timing.periods import Period, parse_period, try_period

_BUSINESS_DAYS = r"([0-9]{1,6}) business days?"
_DAYS_ALONE = r"P[0-9]+D|[0-9]+d"
_MOST_BUSINESS_DAYS = 10_000  # some forty years; each is looked at
_ACTS = (Role.EFFECTIVE, Role.EXPIRES)

W = TypeVar("W", bound=Word)


class Policy(Word):
    """How the days of a period are counted."""

    PLAIN = "plain"
    BUSINESS = "business"
    INCLUSIVE = "inclusive"
    FRCP6 = "frcp6"
    EU1182 = "eu1182"


class Snap(Word):
    """The edge of the calendar that a day is moved to, within its own month, quarter and so on."""

    MONTH_START = "month-start"
    MONTH_END = "month-end"
    QUARTER_START = "quarter-start"
    QUARTER_END = "quarter-end"
    HALF_START = "half-start"
    HALF_END = "half-end"
    YEAR_START = "year-start"
    YEAR_END = "year-end"


class Rule(NamedTuple):
    """What is counted from a day or an instant, and how.

    Attributes:
        period: its days are business days where `in_business_days`; None where only `snap` counts.
        backward: counted back from it, as in "no later than 10 days before".
        calendar: a country of the `holidays` package, `US`, or a part of one, `US-CA`.
        holidays: days that are holidays too, or, without a calendar, the only ones.
        rolls: whether `eu1182` lets the last day run on to a working day (Art. 3(4) and (5)); it
            does not where an act enters into force, applies or expires (Art. 4(1)).
    """

    period: Period | None
    policy: Policy = Policy.PLAIN
    in_business_days: bool = False
    backward: bool = False
    snap: Snap | None = None
    calendar: str | None = None
    holidays: tuple[date, ...] = ()
    rolls: bool = True

    @property
    def misses_holidays(self) -> bool:
        """Whether business days are counted that may be holidays of somebody who is not named."""
        is_named = self.calendar is not None or bool(self.holidays)
        return self.policy is Policy.BUSINESS and not is_named


def parse_rule(value: Mapping[str, object], role: Role | None = None) -> Rule:
    """The rule of a relative date's table, whatever it counts from.

    >>> parse_rule({"after": "x", "within": "10 business days", "calendar": "US"}).policy
    <Policy.BUSINESS: 'business'>

    Args:
        role: what the date is for; without one it is taken as a duty.

    Raises:
        DateError: a word of it is unknown, or two of them contradict each other.
    """
    within = _text(value, "within")
    business = None if within is None else re.fullmatch(_BUSINESS_DAYS, within)
    usual = Policy.PLAIN if business is None else Policy.BUSINESS
    policy = _word(Policy, value, "count") or usual
    rule = Rule(
        period=_business_days(int(business[1])) if business else _period(within, policy),
        policy=policy,
        in_business_days=business is not None or policy is Policy.BUSINESS,
        backward="before" in value,
        snap=_word(Snap, value, "snap"),
        calendar=_text(value, "calendar"),
        holidays=_holidays(value.get("holidays", ())),
        rolls=role not in _ACTS,
    )
    _check(rule)
    return rule


def counts(within: object) -> bool:
    """Whether `within` is absent, a period or a number of business days, whatever the rest says."""
    if not isinstance(within, str):
        return True  # no text: refused with its own words
    return try_period(within) is not None or re.fullmatch(_BUSINESS_DAYS, within) is not None


def _business_days(number: int) -> Period:
    if not 0 < number <= _MOST_BUSINESS_DAYS:
        message = f"{number} business days cannot be counted"
        raise DateError(message, remedy=f"write a number from 1 to {_MOST_BUSINESS_DAYS}")
    return Period(days=number)


def _period(within: str | None, policy: Policy) -> Period | None:
    if within is None:
        return None
    period = parse_period(within)
    if policy is Policy.BUSINESS:
        if not re.fullmatch(_DAYS_ALONE, within, re.IGNORECASE):
            message = f"{within[:60]} is not a number of business days"
            raise DateError(message, remedy='write within = "10 business days"')
        return _business_days(period.days)
    return period


def _check(rule: Rule) -> None:
    """What contradicts itself; each message names the two words that do."""
    policy, names_days_off = rule.policy, bool(rule.calendar or rule.holidays)
    if rule.in_business_days and policy not in (Policy.BUSINESS, Policy.EU1182):
        message = f'business days are not counted by count = "{policy}"'
        raise DateError(message, remedy='write count = "business", or leave `count` away')
    if rule.period is None and policy is not Policy.PLAIN:
        message = f'count = "{policy}" counts nothing without `within`'
        raise DateError(message, remedy='add within = "P90D"')
    if policy in (Policy.PLAIN, Policy.INCLUSIVE) and names_days_off:
        message = f"holidays change nothing where days are counted by {policy}"
        raise DateError(message, remedy='write "10 business days", or count = "frcp6"')
    if policy in (Policy.FRCP6, Policy.EU1182):
        _check_legal(rule)


def _check_legal(rule: Rule) -> None:
    if rule.snap is not None:
        message = f"{rule.policy} knows no {rule.snap}"
        raise DateError(message, remedy="leave `count` or `snap` away")
    period = rule.period or Period()
    if period.hours and (period.months or period.days):
        message = f"{rule.policy} counts days or hours, not both at once"
        raise DateError(message, remedy="write PT48H, or P2D")


def _text(value: Mapping[str, object], key: str) -> str | None:
    text = value.get(key)
    if text is None or (isinstance(text, str) and text):
        return text
    message = f"`{key}` of a relative date is a text, not {str(text)[:60] or 'an empty one'}"
    raise DateError(message)


def _word(words: type[W], value: Mapping[str, object], key: str) -> W | None:
    text = _text(value, key)
    if text is None:
        return None
    try:
        return words(text)
    except ValueError as error:
        message = f'{key} = "{text[:60]}" is unknown'
        raise DateError(message, remedy=f"write one of: {' '.join(words)}") from error


def _holidays(value: object) -> tuple[date, ...]:
    days = value if isinstance(value, list | tuple) else None
    if days is None or not all(isinstance(day, date) and _is_day(day) for day in days):
        message = "`holidays` of a relative date is a list of days"
        raise DateError(message, remedy="write holidays = [2025-12-24, 2025-12-31]")
    return tuple(days)


def _is_day(day: date) -> bool:
    return not isinstance(day, datetime)
