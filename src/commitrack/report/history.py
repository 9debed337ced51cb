"""What happened to a commitment, as rows: day, what, whose words; the date then, and its slip."""

from collections.abc import Sequence
from datetime import date, datetime

from commitrack.domain.commitment import Commitment, Event
from commitrack.domain.standing import Change
from commitrack.domain.vocabulary import EventType
from commitrack.domain.when import Precision, When, day_of
from commitrack.report.harmless import harmless
from commitrack.report.page import Page
from commitrack.report.rows import Shown
from commitrack.report.words import event_words, made_words
from commitrack.timing.display import format_clock, format_when, own_clock, short_day
from commitrack.timing.now import Now

_WHAT = 13
_THEN = 51


def add_history(page: Page, shown: Shown, now: Now) -> None:
    """The base record and every event, in order."""
    standing = shown.item.standing
    page.heading(f"  {'HAPPENED':<{_THEN - 2}}{'DATE THEN':<17}SINCE FIRST")
    rows: list[tuple[Event | Commitment, Sequence[Change]]] = [
        (event, [c for c in standing.changes if c.event is event]) for event in standing.history
    ]
    base = [c for c in standing.changes if c.event is None]
    rows.insert(0, (standing.commitment, base))
    days = max(len(_short_on(on, now)) for on in _days(rows))
    for statement, changes in rows:
        _happened_row(page, shown, statement, changes, now, days)


def _days(rows: Sequence[tuple[Event | Commitment, Sequence[Change]]]) -> list[date | datetime]:
    days = [row.said if isinstance(row, Commitment) else row.on for row, _ in rows]
    return [day for day in days if day] or [date.min]


def _happened_row(
    page: Page,
    shown: Shown,
    statement: Commitment | Event,
    changes: Sequence[Change],
    now: Now,
    days: int,
) -> None:
    """Day, what, a few words with the numbers of the sources; the date then; the slip."""
    is_base = isinstance(statement, Commitment)
    on = statement.said if isinstance(statement, Commitment) else statement.on
    what = made_words(statement) if isinstance(statement, Commitment) else event_words(statement)
    numbers = "".join(f"[{n}]" for n in shown.numbers(statement.source))
    change = changes[0] if changes else None
    then, slip = _then(change, statement, now), "-" if is_base and change else _slip(change)
    left = f"  {_short_on(on, now) if on else '':>{days}}  {what:<{_WHAT}} "
    room = _THEN - len(left) - 1
    words = f"{_few_words(statement, shown)} {numbers}".strip()
    is_short = len(words) <= room
    tail = f" {then:<17}{slip:>11}" if then or slip else ""
    page.add(f"{left}{words if is_short else numbers:<{room}}{tail}")
    for text in (*(() if is_short else (_few_words(statement, shown),)), *_remark(statement)):
        page.hang(" " * len(left), text, "" if text is words else "dim")


def _few_words(statement: Commitment | Event, shown: Shown) -> str:
    """What is known of it in a few words: the words of the date, the reason, else its source."""
    if isinstance(statement, Event):
        if statement.follows is not None:
            return f"with {harmless(statement.follows)}"
        if statement.type is EventType.CORRECTED and statement.changes:
            return ", ".join(statement.changes)
        known = statement.stated or statement.reason
        if known:
            return harmless(known)
        if statement.note:
            return ""
    return harmless(_source_names(statement.source, shown))


def _remark(statement: Commitment | Event) -> tuple[str, ...]:
    """The note of an event; that of the base record stands below."""
    is_event = isinstance(statement, Event)
    return (statement.note,) if is_event and statement.note else ()


def _source_names(ids: tuple[str, ...], shown: Shown) -> str:
    names = [
        view.source.outlet or view.source.title or view.id if view.source else view.id
        for view in shown.sources
        if view.id in ids
    ]
    more = f" and {len(names) - 1} more" if len(names) > 1 else ""
    return names[0] + more if names else ""


def _then(change: Change | None, statement: Commitment | Event, now: Now) -> str:
    if change is not None:
        return "no date" if change.after is None else _short_when(change.after, now)
    if isinstance(statement, Event) and statement.type is EventType.REPORTED and statement.dates:
        return f"({_short_when(statement.dates[0][1], now)})"
    return ""


def _short_when(when: When, now: Now) -> str:
    if not when.is_dated:
        return "waits"
    if when.at is not None and when.first is not None:
        return (
            f"{short_day(when.first, now.today())} {format_clock(own_clock(when, when.at).time())}"[
                -20:
            ]
        )
    if when.precision is Precision.DAY and when.first is not None:
        return short_day(when.first, now.today())
    return format_when(when)


def _slip(change: Change | None) -> str:
    if change is None or change.slip is None:
        return ""
    return f"{change.slip:+d} days" if change.slip else "same day"


def _short_on(on: date | datetime, now: Now) -> str:
    return short_day(day_of(on), now.today())
