"""The timeline: commitments as rows on an axis of time."""

from collections.abc import Callable, Iterable
from datetime import date, datetime, timedelta
from typing import NamedTuple

from commitrack.app.folding import fold_all
from commitrack.domain.commitment import Commitment
from commitrack.domain.standing import DateStanding, Standing
from commitrack.domain.vocabulary import FINAL, EventType, Outcome
from commitrack.domain.when import Role, When
from commitrack.errors import UsageError
from commitrack.report.timeline_axis import Axis
from commitrack.report.timeline_rows import Mark, Row, Timeline, Track, point_of, row_days
from commitrack.report.words import count_words, outcome_words
from commitrack.timing.now import Now
from commitrack.timing.reckoning import Item, Section, main_item, reckon

_DONE = (Outcome.FULFILLED, Outcome.PARTLY_FULFILLED)
_YEARS_BACK, _YEARS_AHEAD = 1, 3
_A_YEAR = timedelta(days=365)


class Bounds(NamedTuple):
    """The ends of the axis that the user gave."""

    first: date | None = None
    last: date | None = None


def find_timeline(
    commitments: Iterable[Commitment],
    now: Now,
    bounds: Bounds,
    condition: Callable[[Item], bool] | None,
) -> Timeline:
    """The commitments that match, on an axis.

    Without bounds the axis begins with the month of the earliest date of the last year, and ends
    with the month of the latest one of the next three; today is always on it.

    Raises:
        UsageError: the bounds are the wrong way round.
    """
    today = now.today()
    ordered = []
    for standing in fold_all(commitments, now):
        item = main_item(standing, now)
        if condition is None or condition(item):
            row = _row(standing, now)
            ordered.append((_order(row, item), row))
    rows = [row for _, row in sorted(ordered, key=lambda pair: pair[0])]
    axis = _axis(rows, today, bounds)
    placed = [(row, _place(row, axis)) for row in rows]
    on, before, after, undated = (
        tuple(row for row, place in placed if place == wanted)
        for wanted in ("on", "before", "after", "undated")
    )
    return Timeline(axis, on, before, after, undated, bounds != Bounds())


def _row(standing: Standing, now: Now) -> Row:
    it = standing.commitment
    return Row(
        it.id,
        it.title,
        standing.outcome,
        tuple(_track(standing, dated, now) for dated in standing.dates),
        tuple(_marks(standing)),
        tuple(dispute.when for dispute in standing.disputes if dispute.when),
        standing.is_disputed,
    )


def _track(standing: Standing, dated: DateStanding, now: Now) -> Track:
    late, item = "", reckon(standing, dated, now)
    if dated.when is not None and item.section is Section.LATE:
        late = count_words(item, dated.when, dated.role, now)
    postponed = None if dated.when is not None else _day(dated.postponed)
    return Track(dated.role, dated.when, _earlier(standing, dated), dated.moves, postponed, late)


def _earlier(standing: Standing, dated: DateStanding) -> tuple[When, ...]:
    """The first date, and what each move left behind; one said more exactly stands once."""
    left = [c.before for c in standing.changes if c.role is dated.role and c.is_move and c.before]
    if dated.when is None and dated.last_known is not None:
        left.append(dated.last_known)
    if left and dated.first is not None:
        left.insert(0, dated.first)
    kept: list[When] = []
    for when in left:
        if not kept or not when.lies_within(kept[-1]):
            kept.append(when)
        elif len(kept) > 1:
            kept[-1] = when
    return tuple(kept)


def _marks(standing: Standing) -> Iterable[Mark]:
    """What was done or came to an end, each on its day."""
    closed = standing.closed_by
    for dated in standing.dates:
        day = _day(dated.settled)
        is_by_closing = closed is not None and dated.settled == closed.on
        is_effect = closed is None or closed.type is EventType.TOOK_EFFECT or not is_by_closing
        if dated.role is Role.EFFECTIVE and day is not None and is_effect:
            yield Mark(day, "took effect", is_done=True)
    day = _day(standing.outcome_on)
    is_told = closed is None or closed.type is EventType.TOOK_EFFECT
    if day is not None and standing.outcome in FINAL and not is_told:
        yield Mark(day, outcome_words(standing), standing.outcome in _DONE)


def _order(row: Row, item: Item) -> tuple[bool, date, str]:
    """By the date in force, else by what was done; what has no day comes last."""
    dated = item.date
    if dated is not None and dated.when is not None:
        return (False, point_of(dated.when, dated.role) or date.max, row.id)
    if row.is_postponed or not row.marks:
        return (True, date.max, row.id)
    return (False, row.marks[0].day, row.id)


def _axis(rows: Iterable[Row], today: date, bounds: Bounds) -> Axis:
    first, last = _usual_ends([day for row in rows for day in _finite_days(row)], today)
    if bounds.first is not None:
        first = bounds.first
        if bounds.last is None and last < first:
            last = min(first, date.max - _A_YEAR) + _A_YEAR
    if bounds.last is not None:
        last = bounds.last
        if bounds.first is None and last < first:
            first = max(last, date.min + _A_YEAR) - _A_YEAR
    if last < first:
        message = f"the axis would end before it begins: {first} to {last}"
        raise UsageError(message, remedy="give --from a day that is not after --to")
    return Axis(first, last, today)


def _usual_ends(days: list[date], today: date) -> tuple[date, date]:
    """Whole months around today and the dates that are near it; if none is, around all."""
    oldest = date(max(1, today.year - _YEARS_BACK), today.month, 1)
    newest = date(min(date.max.year, today.year + _YEARS_AHEAD), today.month, 28)
    shown = [day for day in days if oldest <= day <= newest] or days
    return _month_start(min([today, *shown])), _month_end(max([today, *shown]))


def _finite_days(row: Row) -> Iterable[date]:
    ends = (day for pair in row_days(row) for day in pair)
    return (day for day in ends if day not in (date.min, date.max))


def _place(row: Row, axis: Axis) -> str:
    """Where it lies: something of it on the axis, or all of it on one side."""
    spans = row_days(row)
    if row.is_postponed or any(a <= axis.last and axis.first <= b for a, b in spans):
        return "on"
    if not spans:
        return "undated"
    is_before = all(b < axis.first for _, b in spans)
    is_after = all(a > axis.last for a, _ in spans)
    return "before" if is_before else "after" if is_after else "on"


def _day(moment: date | datetime | None) -> date | None:
    """The civil day, in the moment's own words; None where none was given."""
    if moment is None or moment == date.min:
        return None
    return moment.date() if isinstance(moment, datetime) else moment


def _month_start(day: date) -> date:
    return day.replace(day=1)


def _month_end(day: date) -> date:
    if (day.year, day.month) == (date.max.year, date.max.month):
        return date.max
    return (day.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)
