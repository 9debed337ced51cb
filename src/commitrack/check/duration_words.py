"""Duration words: the findings about durations, in the words that tell how each count goes."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from commitrack.check.counts import Count, civil_start
from commitrack.check.courses import Turn
from commitrack.check.faults import clip, warning
from commitrack.check.rows import Record
from commitrack.check.starts import LEGAL, StartKind
from commitrack.domain.commitment import Event
from commitrack.domain.finding import Finding
from commitrack.domain.vocabulary import OFFICIAL_INSTRUMENTS, EventType
from commitrack.domain.when import Role, When
from commitrack.timing.anchor import Anchor
from commitrack.timing.display import plain_day
from commitrack.timing.durations import Duration
from commitrack.timing.named_days import named_days
from commitrack.timing.now import Now
from commitrack.timing.values import format_value

_MOST_NAMED = 5


class Case(NamedTuple):
    """One date of a statement, and the duration that its words hold."""

    record: Record
    turn: Turn
    role: Role
    target: When
    duration: Duration
    now: Now

    def date_words(self) -> str:
        """The date as the ledger has it."""
        return f"{self.role} = {format_value(self.target.value)}"

    def quoted(self) -> str:
        """The words of the duration."""
        return f'"{clip(self.duration.text)}"'


def two_ways(case: Case, hit: Count, other: Count) -> Finding:
    """A date that one count gives, and that somebody who counts otherwise would not give."""
    day = plain_day(other.first)
    message = (
        f"{case.date_words()} agrees with {case.quoted()} {_from(case, hit)}"
        f"{_whose(case) or _as_the_press(hit, other)}; {_from(case, other)}"
        f"{_as_the_press(other, hit)}, it is {day}{_who_says(case, other.first)}"
    )
    hint = f"if the date is meant so, a `note` that names {day} settles it"
    return warning("duration-anchor", case.turn.row.at(case.role), message, hint)


def mismatch(case: Case, counts: Sequence[Count], implied: date | None) -> Finding:
    """A date that no count gives.

    Args:
        implied: the day from which the duration would lead to the date.
    """
    said = max((civil_start(one, case.target) for one in counts), default=date.min)
    counts = [one for one in counts if one.last >= said] or counts
    ways = {civil_start(one, case.target): one for one in reversed(counts)}
    told = [f"{_end(one)} {_from(case, one)}" for one in counts if one in ways.values()]
    message = f"{case.date_words()} is not {case.quoted()} from any day known: that would be "
    message += f"{', or '.join(told)}; the date given wins"
    settles = f"a `note` that names {plain_day(counts[0].first)}"
    hint = f"mend the date or the words; if the source itself has both, {settles} settles it"
    is_start_known = any(one.start.kind in (*LEGAL, StartKind.NAMED) for one in counts)
    if implied is not None and not is_start_known and case.role is Role.EXPIRES:
        start = plain_day(implied)
        hint = (
            f"it is {start} that leads there: if it starts then, record effective = {implied}; "
            f"if the source itself has both, a `note` that names {start} settles it"
        )
    return warning("duration-mismatch", case.turn.row.at(case.role), message, hint)


def _end(counted: Count) -> str:
    later = "" if counted.is_sure() else " or some days later"
    return plain_day(counted.first) + later


def _from(case: Case, counted: Count) -> str:
    side = "before" if case.duration.side == "before" else "from"
    return f"{side} {plain_day(civil_start(counted, case.target))}, {counted.start.why}"


def _whose(case: Case) -> str:
    """Whose count it is, where an act of authority is cited."""
    statement = case.turn.statement
    if statement.instrument in OFFICIAL_INSTRUMENTS:
        return f", which is the {statement.instrument}'s count"
    return ", which is the order's count" if statement.official else ""


def _as_the_press(one: Count, other: Count) -> str:
    is_from_words = one.start.kind is StartKind.SAID and other.start.kind in LEGAL
    return ", as the press mostly counts" if is_from_words else ""


def _who_says(case: Case, day: date) -> str:
    """The sources of other statements that give the other day for the same date."""
    sources = [key for key in dict.fromkeys(_tellers(case, day)) if key]
    if not sources:
        return ""
    more = f" and {len(sources) - _MOST_NAMED} more" if len(sources) > _MOST_NAMED else ""
    named = ", ".join(map(clip, sources[:_MOST_NAMED]))
    return f": so {'counts' if len(sources) == 1 else 'count'} {named}{more}"


def _tellers(case: Case, day: date) -> Iterator[str]:
    for statement, _ in case.record.statements():
        if statement is case.turn.statement:
            continue
        when = dict(statement.dates).get(case.role)
        if when is not None and (when.first, when.last) == (day, day):
            yield from statement.source
        elif isinstance(statement, Event) and statement.type is EventType.REPORTED:
            anchor = Anchor(day, "it was said", case.now)
            if (
                not statement.dates
                and statement.stated
                and day in named_days(statement.stated, anchor, day)
            ):
                yield from statement.source
