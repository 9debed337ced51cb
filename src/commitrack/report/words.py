"""Words that several faces say: roles, outcomes by kind, events, evidence, parties."""

import re
from collections.abc import Sequence

from commitrack.domain.commitment import Commitment, Event
from commitrack.domain.standing import DateStanding, Standing
from commitrack.domain.vocabulary import (
    OFFICIAL_INSTRUMENTS,
    EventType,
    Kind,
    Outcome,
    Schedule,
)
from commitrack.domain.when import Role, When
from commitrack.report.harmless import harmless
from commitrack.timing.countdown import countdown_words, long_ago_words, today_of
from commitrack.timing.now import Now
from commitrack.timing.reckoning import Item
from commitrack.timing.values import format_value

ROLE_WORDS = {
    Role.DUE: "due",
    Role.EFFECTIVE: "takes effect",
    Role.EXPIRES: "ends",
    Role.HAPPENS: "takes place",
}

_FULFILLED = {
    Kind.MEASURE: "in effect",
    Kind.AGREEMENT: "implemented",
    Kind.STANDING: "upheld",
    Kind.THREAT: "carried out",
    Kind.TARGET: "reached",
    Kind.DEMAND: "met",
}
_NOT_FULFILLED = {
    Kind.STANDING: "breached",
    Kind.THREAT: "dropped",
    Kind.INTENTION: "not pursued",
    Kind.TARGET: "missed",
    Kind.DEMAND: "not met",
}
_EVENT_WORDS = {
    EventType.MADE: "made",
    EventType.RESCHEDULED: "moved",
    EventType.TOOK_EFFECT: "took effect",
    EventType.FULFILLED: "kept",
    EventType.PARTLY_FULFILLED: "partly kept",
    EventType.NOT_FULFILLED: "broken",
}


def outcome_words(standing: Standing) -> str:
    """The outcome as it is said of this kind; a measure that is open is "not yet in effect"."""
    kind = standing.commitment.kind
    match standing.outcome:
        case Outcome.FULFILLED:
            return _FULFILLED.get(kind, "kept")
        case Outcome.NOT_FULFILLED:
            return _NOT_FULFILLED.get(kind, "broken")
        case Outcome.PARTLY_FULFILLED:
            return "partly kept"
        case Outcome.OPEN | Outcome.IN_PROGRESS if is_running(standing):
            return "upheld so far"
        case Outcome.OPEN if kind is Kind.MEASURE and _has_role(standing, Role.EFFECTIVE):
            return "not yet in effect"
        case outcome:
            return outcome.replace("_", " ")


def is_running(standing: Standing) -> bool:
    """Whether it is a standing duty that binds already: one that has no condition left to meet."""
    return standing.commitment.kind is Kind.STANDING and not standing.dormant


def event_words(event: Event) -> str:
    """What happened, in one or two words."""
    if event.void:
        return "taken back"
    if event.follows is not None and event.type is EventType.CLARIFIED:
        return "dated"
    return _EVENT_WORDS.get(event.type, event.type.replace("_", " "))


def made_words(commitment: Commitment) -> str:
    """How the base record came about: an order is ordered, the rest is said."""
    return "ordered" if commitment.instrument in OFFICIAL_INSTRUMENTS else "said"


def parties(names: Sequence[str]) -> str:
    """Parties in a row; a dash for none."""
    return harmless(", ".join(names)) or "-"


def support_words(standing: Standing) -> str:
    """What it rests on: the instrument where customs can act on it, else the evidence."""
    instrument = standing.commitment.instrument
    if instrument in OFFICIAL_INSTRUMENTS:
        return str(instrument)
    return f"evidence {standing.evidence}" if standing.evidence == "none" else standing.evidence


def count_words(item: Item, when: When, role: Role, now: Now) -> str:
    """The countdown of one date; of a standing duty whose term is over, the question it leaves."""
    if item.awaits_verdict and when.last is not None:
        return f"term ended {long_ago_words(when.last, today_of(when, now))}, upheld?"
    return countdown_words(when, role, now)


def closed_words(item: Item) -> str:
    """How what is closed compares with its date; its outcome where that says nothing."""
    if item.is_term:
        return outcome_words(item.standing)
    late = item.days_late
    match item.schedule:
        case Schedule.MET_ON_TIME:
            return "on time"
        case Schedule.MET_LATE if late == 0:
            return "late, the same day"
        case Schedule.MET_LATE if late is not None:
            return f"{plural(late, 'day')} late"
        case Schedule.MET_EARLY if late is not None:
            return f"{plural(-late, 'day')} early"
        case _:
            return outcome_words(item.standing)


def condition_words(commitment: Commitment) -> str:
    """What must come first, without the "if" that stands before it."""
    condition = commitment.condition
    if isinstance(condition, str):
        return harmless(condition.removeprefix("if ").removeprefix("If "))
    return harmless(str((condition or {}).get("on", "another commitment")))


def default_words(commitment: Commitment) -> str:
    """Our own term, and why: no date was said."""
    reason = f", {harmless(commitment.default_reason)}" if commitment.default_reason else ""
    length = period_words(commitment.default_within or "")
    return f"our own term, {length} after it was said{reason}"


def anchor_words(when: When) -> str:
    """What a date counts from, and that it is provisional while that has not come about."""
    words = format_value(when.value)
    if not when.is_dated:
        return f"{words}, which gives no day yet"
    return f"{words}, provisional" if when.provisional else words


def move_words(dated: DateStanding) -> str:
    """`moved 2 times, 455 days after the first date`; empty when it never moved."""
    if not dated.moves:
        return ""
    times = "moved once" if dated.moves == 1 else f"moved {dated.moves} times"
    return f"{times}, {slip_words(dated.slip)}" if dated.slip is not None else times


def slip_words(slip: int) -> str:
    """Days after or before the first date."""
    if slip == 0:
        return "back on the first date"
    return f"{plural(abs(slip), 'day')} {'after' if slip > 0 else 'before'} the first date"


_UNITS = {"Y": "year", "M": "month", "W": "week", "D": "day", "H": "hour"}


def period_words(period: str) -> str:
    """An ISO 8601 period in words: `P90D` is "90 days"."""
    parts = re.findall(r"(\d+)([YMWDH])", period)
    return " ".join(plural(int(number), _UNITS[unit]) for number, unit in parts) or period


def plural(number: int, noun: str) -> str:
    """`1 day`, `2 days`."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def _has_role(standing: Standing, role: Role) -> bool:
    return any(dated.role is role for dated in standing.dates)
