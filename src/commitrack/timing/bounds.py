"""Bounds: what "by", "before", "until", "through", "from" and "after" make of a date."""

from collections.abc import Sequence

from commitrack.domain.when import When
from commitrack.errors import DateError
from commitrack.timing.display import format_when, plain_day
from commitrack.timing.found import Found
from commitrack.timing.periods import Period, add_period
from commitrack.timing.phrases import is_next_period, is_period, is_range
from commitrack.timing.tokens import Token
from commitrack.timing.values import parse_value

# What stands after a date, the bound it makes of it, and the words of that bound before it.
_AFTERWARDS = {
    "latest": ("by", frozenset({"by"})),
    "onward": ("starting", frozenset({"from", "starting"})),
}
_INSTANTS = {"before": "before", "until": "up to", "through": "up to", "after": "after"}
# "Before 5 days" is something else in every country.
_OF_PERIODS = frozenset({"by", "within"})
END, START, WINDOW = "end", "start", "window"
_SIDES = {
    "by": END,
    "before": END,
    "until": END,
    "through": END,
    "within": WINDOW,
    "from": START,
    "starting": START,
    "after": START,
}


def split_bound(tokens: Sequence[Token]) -> tuple[str, Sequence[Token]]:
    """The kind of the word that makes a bound of the date, or "", and the tokens of the date."""
    if tokens and tokens[-1].kind in _AFTERWARDS:
        kind, leads = _AFTERWARDS[tokens[-1].kind]
        rest = tokens[1:-1] if tokens[0].kind in leads else tokens[:-1]
        # "Before 1 August at the latest" would be bounded twice.
        return kind, () if rest and rest[0].kind in _SIDES else rest
    kind = tokens[0].kind if tokens else ""
    if is_next_period(tokens):
        return "within", tokens
    if kind == "before" and _is_end(tokens[1:]):
        return "by", tokens[1:]
    if kind not in _SIDES or (_SIDES[kind] == START and is_range(tokens)):
        return "", tokens
    # "From 1 August on".
    if _SIDES[kind] == START and tokens[-1].kind == "on":
        return kind, tokens[1:-1]
    # The rules of periods know "within" themselves.
    return kind, tokens if kind == "within" else tokens[1:]


def _is_end(tokens: Sequence[Token]) -> bool:
    """Whether they begin with the end of something: before that, its last day is left."""
    first = next((token for token in tokens if token.kind != "the"), None)
    return first is not None and first.kind in {"ends", "dayend", "end"} and first.value != "day"


def bounds_nothing(bound: str, tokens: Sequence[Token]) -> bool:
    """Whether the word stands before a mere length of time, as in "before 5 days".

    Nor is it told by which end of a weekend something is due.
    """
    if bound in {"by", "until"} and any(token.kind == "days" for token in tokens):
        return True
    is_length = is_period(tokens) and bound not in _OF_PERIODS
    return bound not in {"", "within"} and (is_length or is_next_period(tokens))


def side_of(bound: str, found: Found) -> str:
    """Which end of a span a bound gives: `END`, `START`, `WINDOW` (from the anchor on), or ""."""
    if bound == "within" and found.shifts:
        return END
    return _SIDES.get(bound, "")


def apply_bound(when: When, bound: str) -> tuple[When, str]:
    """The date that a bound means, and the reason in words.

    An instant stays as it is: "until 12:01 a.m." covers nothing of what follows.

    Raises:
        DateError: it has no certain day on that side, or could be two days.
    """
    if not bound or bound == "within":
        return when, ""
    if when.at is not None:
        return when, f"{_INSTANTS[bound]} that instant" if bound in _INSTANTS else ""
    if bound in {"before", "after"}:
        return _beside(when, bound)
    if bound in {"until", "through"}:
        end = _until(when) if bound == "until" else _through(when)
        return end, "that day included" if end.first == end.last else "to its end"
    if bound == "by":
        return when, "to the end of that day" if when.first == when.last else "to its end"
    return when, "from then on"


def _beside(when: When, side: str) -> tuple[When, str]:
    """The day before the first one, or after the last one."""
    day, step = (when.first, -1) if side == "before" else (when.last, 1)
    if day is None or when.approximate:
        message = f"which day is {side} {format_when(when)}?"
        raise DateError(message, remedy="write the day")
    moved = add_period(day, Period(days=step))
    return parse_value(moved, when.zone), f"the day {side} {plain_day(day)}"


def _until(when: When) -> When:
    if when.first == when.last or when.approximate:
        return when
    if when.first is None or when.last is None:
        return _no_end(when)
    before = add_period(when.first, Period(days=-1))
    raise DateError(
        f"until {format_when(when)} is until {plain_day(before)} or until {plain_day(when.last)}",
        remedy=f"write {before.isoformat()} or {when.last.isoformat()}",
    )


def _through(when: When) -> When:
    if when.first == when.last or when.approximate:
        return when
    return _no_end(when) if when.last is None else parse_value(when.last, when.zone)


def _no_end(when: When) -> When:
    message = f"{format_when(when)} has no end"
    raise DateError(message, remedy="write the day")
