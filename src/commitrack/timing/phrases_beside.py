"""Days beside others: the week around a day, the weekday after one, the end of one."""

import re
from collections.abc import Sequence
from datetime import date, datetime

from commitrack.timing.anchor import Anchor
from commitrack.timing.display import WEEKDAYS, plain_day
from commitrack.timing.found import Found
from commitrack.timing.periods import Period, add_period
from commitrack.timing.rules import PERIOD, apply_rules, kinds_of
from commitrack.timing.tokens import Token
from commitrack.timing.weeks import format_week, week_of

_WEEK_DAYS = 7
_BESIDE = r"(the )?((nth|last) )?weekday (after|before) "
_AROUND = r"(in |during )?(the )?unit (of|starting) "
_NAMED = frozenset({"month", "iso"})


def day_end(tokens: Sequence[Token], anchor: Anchor) -> Found | None:
    """`close of business Friday`, `Friday EOD`: the day, which is over then; alone it is today."""
    kinds = kinds_of(tokens)
    match = re.match(r"(the )?dayend ((on|of) )?", kinds)
    if match is not None:
        rest = tokens[match[0].count(" ") :]
    elif match := re.search(r"(?<= )(at |by )?(the )?dayend $", kinds):
        rest = tokens[: -match[0].count(" ")]
    else:
        return None
    if not rest:
        return Found(anchor.day, f"the end of {anchor.itself()}")
    return _day(rest, anchor)[0]


def weekday_beside(tokens: Sequence[Token], anchor: Anchor) -> Found | None:
    """`the Friday after 1 August`, `second Monday after 15 August`: never that day itself."""
    kinds = kinds_of(tokens)
    match = re.match(_BESIDE, kinds)
    if match is None or (match[3] == "last" and match[4] == "after"):
        return None
    used = match[0].count(" ")
    values = {token.kind: token.value for token in tokens[:used]}
    weekday, number = values["weekday"], values.get("nth", 1)
    found, day = _day(tokens[used:], anchor)
    if found is None or not isinstance(weekday, int) or not isinstance(number, int) or not number:
        return None
    ahead = (weekday - day.weekday()) % _WEEK_DAYS or _WEEK_DAYS
    back = (day.weekday() - weekday) % _WEEK_DAYS or _WEEK_DAYS
    weeks = _WEEK_DAYS * (number - 1)
    days = ahead + weeks if match[4] == "after" else -back - weeks
    why = f"the {WEEKDAYS[weekday]} {match[4]} {plain_day(day)}"
    return found._replace(value=add_period(day, Period(days=days)), why=why)


def week_around(tokens: Sequence[Token], anchor: Anchor) -> Found | None:
    """`the week of August 4`: from Monday to Sunday; `week beginning 4 August`: from that day."""
    match = re.match(_AROUND, kinds_of(tokens))
    if match is None:
        return None
    used = match[0].count(" ")
    unit, rest = tokens[used - 2], tokens[used:]
    if unit.value != "w" or not {token.kind for token in rest} & _NAMED:
        return None
    found, day = _day(rest, anchor)
    if found is None:
        return None
    monday = week_of(day, 0, "that week") if match[3] == "of" else day
    return found._replace(value=format_week(monday))


def _day(tokens: Sequence[Token], anchor: Anchor) -> tuple[Found | None, date]:
    """What names one day, and that day; a length of time names none."""
    found = None if re.fullmatch(PERIOD, kinds_of(tokens)) else apply_rules(tokens, anchor)
    # A date-time is a date, too.
    if found is None or isinstance(found.value, str | datetime):
        return None, anchor.day
    return found, found.value
