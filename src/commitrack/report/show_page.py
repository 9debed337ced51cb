"""One commitment whole, as a page: countdown, moves, what happened, words, sources."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Protocol

from commitrack.domain.commitment import Commitment, Event
from commitrack.domain.source import Source
from commitrack.domain.standing import Change, DateStanding, Standing
from commitrack.domain.vocabulary import EventType, Outcome
from commitrack.domain.when import Precision, Role, When
from commitrack.report.disputes import disputed_words
from commitrack.report.harmless import harmless
from commitrack.report.page import WIDTH, Page, spread
from commitrack.report.words import (
    ROLE_WORDS,
    event_words,
    made_words,
    outcome_words,
    parties,
    period_words,
    plural,
    slip_words,
)
from commitrack.timing.countdown import countdown_words, last_full_day_before
from commitrack.timing.display import (
    format_clock,
    format_day,
    format_when,
    own_clock,
    plain_day,
    short_day,
)
from commitrack.timing.now import Now
from commitrack.timing.reckoning import Item
from commitrack.timing.zones import abbreviation, place_name

_MARGIN = 20
_WHAT = 13
_THEN = 54


class QuoteView(Protocol):
    """A quote and whether it was found (None: no text to look in)."""

    statement: Commitment | Event
    quote: str
    found: bool | None
    line: int | None


class SourceView(Protocol):
    """A source with its number; `quote` says in words what became of its quotes."""

    number: int
    id: str
    source: Source | None
    has_text: bool
    quote: str


class ShownView(Protocol):
    """What a page is made of."""

    @property
    def item(self) -> Item: ...
    @property
    def dates(self) -> Sequence[Item]: ...
    @property
    def quotes(self) -> Sequence[QuoteView]: ...
    @property
    def sources(self) -> Sequence[SourceView]: ...
    def numbers(self, ids: tuple[str, ...]) -> tuple[int, ...]:
        """The numbers of some sources."""


def show_page(shown: ShownView, now: Now, width: int | None, *, explain: bool = False) -> Page:
    """The page of one commitment."""
    page = Page(width)
    standing = shown.item.standing
    _title(page, standing)
    for item in shown.dates:
        _date(page, item, now, several=len(shown.dates) > 1)
    if not shown.dates:
        _no_date(page, shown.item, now)
    _contested(page, standing, now)
    if standing.history:
        _happened(page, shown, now)
    for quote in shown.quotes:
        _quote(page, quote, shown, now)
    _remarks(page, standing)
    if shown.sources:
        _sources(page, shown.sources)
    if explain:
        _explain(page, shown)
    return page


def _title(page: Page, standing: Standing) -> None:
    it = standing.commitment
    title = page.wrapped(it.title, len(it.id) + 2)
    page.add(spread(title[0], it.id), "bold")
    for line in title[1:]:
        page.add(line, "bold")
    who = f"{parties(it.by)}, to {parties(it.to)}" if it.to else parties(it.by)
    facts = [
        who,
        str(it.kind),
        f"by {it.instrument.replace('_', ' ')}" if it.instrument else "",
        outcome_words(standing),
        f"evidence: {standing.evidence}",
    ]
    page.hang("", " · ".join(fact for fact in facts if fact), "dim")


def _date(page: Page, item: Item, now: Now, *, several: bool) -> None:
    """One date: the countdown, on its own clock and on the reader's, and how it moved."""
    dated = item.date
    if dated is None:
        return
    page.add()
    role = f" · {ROLE_WORDS[dated.role]}" if several or dated.role is not Role.DUE else ""
    when = dated.when
    if when is None:
        _postponed(page, dated, now)
    else:
        words = _count_words(item, when, now)
        style = "bold red" if item.section == "late" else "bold"
        place = _own_place(when)
        line = f"{format_when(when)}{place}{role}"
        if len(words) + 4 > _MARGIN:
            page.add(f"  {words}", style)
            words = ""
        page.add(f"  {words:<{_MARGIN - 2}}{line}", style)
        _other_clock(page, when, now)
    _moved(page, dated)


def _count_words(item: Item, when: When, now: Now) -> str:
    if item.date is None or item.date.settled is not None:
        return _closed(item).upper()
    return countdown_words(when, item.date.role, now).upper()


def _closed(item: Item) -> str:
    """How what is settled compares with its date."""
    late = item.days_late
    if late is None:
        return outcome_words(item.standing)
    if item.schedule == "met_on_time":
        return "on time"
    return f"{plural(abs(late), 'day')} {'late' if late > 0 else 'early'}"


def _own_place(when: When) -> str:
    if when.at is not None:
        clock = abbreviation(when.at, when.zone)
        return f"   {place_name(when.zone)} ({clock})" if when.zone else f"   {clock}"
    if when.precision is Precision.DAY:
        return f", in {place_name(when.zone)}" if when.zone else ", a day, no hour given"
    return f", {when.precision} only" if when.precision is not Precision.OPEN else ""


def _other_clock(page: Page, when: When, now: Now) -> None:
    margin = " " * _MARGIN
    if when.at is not None:
        local, own = now.at.astimezone(now.tz), own_clock(when, when.at)
        local = when.at.astimezone(now.tz)
        if now.zone != when.zone and local.utcoffset() != own.utcoffset():
            place = place_name(now.zone) if now.zone else "your clock"
            text = f"{format_day(local.date())} {format_clock(local.time())}   {place}, your time"
            page.add(margin + text)
    before = last_full_day_before(when)
    if before is not None:
        place = f", {place_name(when.zone)}" if when.zone else ""
        page.add(f"{margin}last full day before:  {short_day(before, now.today(), weekday=True)}{place}")


def _postponed(page: Page, dated: DateStanding, now: Now) -> None:
    since = dated.postponed
    days = f" for {plural((now.today() - _day(since)).days, 'day')}" if since else ""
    page.add(f"  {'POSTPONED':<{_MARGIN - 2}}{ROLE_WORDS[dated.role]}: no new date{days}", "bold")
    if dated.last_known is not None:
        page.add(f"{' ' * _MARGIN}last known: {format_when(dated.last_known)}")


def _moved(page: Page, dated: DateStanding) -> None:
    if not dated.moves or dated.first is None:
        return
    page.add()
    times = "moved once" if dated.moves == 1 else f"moved {dated.moves} times"
    first = format_when(dated.first)
    if dated.slip is None:
        page.hang("  moved" + " " * (_MARGIN - 7), f"first date {first}; {times}")
        return
    notice = _notice_words(dated)
    if dated.slip:
        side = "after" if dated.slip > 0 else "before"
        text = f"{side} the first date, {first}; {times}{notice}"
    else:
        text = f"{slip_words(0)}, {first}; {times}{notice}"
    page.hang(f"  {f'{dated.slip:+d} days':<{_MARGIN - 2}}", text)


def _notice_words(dated: DateStanding) -> str:
    notice = dated.notice
    if notice is None:
        return ""
    last = ", the last time" if dated.moves > 1 else ","
    if notice < 0:
        return f"{last} {plural(-notice, 'day')} after it had passed"
    return f"{last} with {plural(notice, 'day')}{chr(39)}{'s' if notice == 1 else ''} notice"


def _no_date(page: Page, item: Item, now: Now) -> None:
    page.add()
    if item.review is None:
        page.add("  NO DATE", "bold")
        return
    every, following, left = item.review
    words = "LOOK AGAIN" if left <= 0 else "NO DATE"
    since = f"since {format_day(following)}" if left <= 0 else f"on {format_day(following)}"
    text = f"looked at again every {period_words(every)}, {since}"
    page.hang(f"  {words:<{_MARGIN - 2}}", text, "bold yellow" if left <= 0 else "bold")


def _contested(page: Page, standing: Standing, now: Now) -> None:
    it = standing.commitment
    if standing.disputes:
        page.add()
        page.hang("  " + f"{'DISPUTED':<{_MARGIN - 2}}", disputed_words(standing, now), "yellow")
    if it.condition is not None:
        state = "waits for" if standing.dormant else "its condition was"
        condition = it.condition if isinstance(it.condition, str) else str(dict(it.condition))
        page.add()
        page.hang(f"  {'CONDITION':<{_MARGIN - 2}}", f"{state}: {condition}")
    if it.on_lapse and standing.outcome is Outcome.OPEN:
        page.hang(f"  {'IF IT LAPSES':<{_MARGIN - 2}}", it.on_lapse)


def _happened(page: Page, shown: ShownView, now: Now) -> None:
    standing = shown.item.standing
    page.heading(f"  {'HAPPENED':<{_THEN - 2}}{'DATE THEN':<15}SINCE FIRST")
    rows: list[tuple[Event | Commitment, Sequence[Change]]] = [
        (event, [c for c in standing.changes if c.event is event]) for event in standing.history
    ]
    base = [c for c in standing.changes if c.event not in standing.history]
    before = sum(_sorts_before(event, standing) for event in standing.history)
    rows.insert(before, (standing.commitment, base))
    days = max(len(_short_on(on, now)) for on in _days(rows))
    for statement, changes in rows:
        _happened_row(page, shown, statement, changes, now, days)


def _days(rows: Sequence[tuple[Event | Commitment, Sequence[Change]]]) -> list[date | datetime]:
    days = [row.said if isinstance(row, Commitment) else row.on for row, _ in rows]
    return [day for day in days if day] or [date.min]


def _sorts_before(event: Event, standing: Standing) -> bool:
    said = standing.commitment.said
    return said is not None and event.on is not None and _day(event.on) < _day(said)


def _happened_row(
    page: Page,
    shown: ShownView,
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
    tail = f" {then:<15}{slip:>11}" if then or slip else ""
    page.add(f"{left}{words if is_short else numbers:<{room}}{tail}")
    for text in (*(() if is_short else (_few_words(statement, shown),)), *_remark(statement)):
        page.hang(" " * len(left), text, "" if text is words else "dim")


def _few_words(statement: Commitment | Event, shown: ShownView) -> str:
    """What is known of it in a few words: the words of the date, the reason, else its source."""
    if isinstance(statement, Event):
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


def _source_names(ids: tuple[str, ...], shown: ShownView) -> str:
    names = [
        view.source.title or view.source.outlet or view.id if view.source else view.id
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
    if when.at is not None and when.first is not None:
        return f"{short_day(when.first, now.today())} {format_clock(own_clock(when, when.at).time())}"[-20:]
    if when.precision is Precision.DAY and when.first is not None:
        return short_day(when.first, now.today())
    return format_when(when)


def _slip(change: Change | None) -> str:
    if change is None or change.slip is None:
        return ""
    return f"{change.slip:+d} days" if change.slip else "same day"


def _short_on(on: date | datetime, now: Now) -> str:
    return short_day(_day(on), now.today())


def _quote(page: Page, quote: QuoteView, shown: ShownView, now: Now) -> None:
    statement = quote.statement
    on = statement.said if isinstance(statement, Commitment) else statement.on
    day = f" {plain_day(_day(on))}" if on else ""
    numbers = "".join(f"[{n}]" for n in shown.numbers(statement.source))
    page.heading(f"  SAID{day}")
    page.hang("  ", f"\u201c{quote.quote}\u201d {numbers}".strip())
    facts = []
    if statement.stated_by:
        facts.append(f"said by {statement.stated_by}")
    if statement.via:
        facts.append(f"as told by {statement.via}")
    if statement.stated and statement.stated not in quote.quote:
        facts.append(f"of the date: {statement.stated}")
    if facts:
        page.hang("  ", "; ".join(facts), "dim")
    if quote.found is False:
        page.hang("  ", "this quote does not stand in the text that is kept", "yellow")


def _remarks(page: Page, standing: Standing) -> None:
    it = standing.commitment
    known: list[tuple[str, str]] = []
    if it.stated and not it.quote:
        known.append(("of the date", it.stated))
    if it.note:
        known.append(("note", it.note))
    if it.tags:
        known.append(("tags", ", ".join(it.tags)))
    if it.series:
        known.append(("series", it.series))
    known += [(key, str(value)) for key, value in _extra(it.extra)]
    if known:
        page.add()
    for label, text in known:
        page.hang(f"  {harmless(label):<{_MARGIN - 2}}", text)


def _extra(extra: Mapping[str, object] | None) -> list[tuple[str, object]]:
    return sorted((extra or {}).items())


def _sources(page: Page, sources: Sequence[SourceView]) -> None:
    page.heading(f"  {'SOURCES':<{_THEN - 1}}{'kept text':<12}quote")
    for view in sources:
        name = _source_line(view)
        text = "yes" if view.has_text else "no"
        left = f"  [{view.number}] "
        lines = page.wrapped(name, len(left) + WIDTH - _THEN - 1)
        page.add(f"{left}{lines[0]:<{_THEN - len(left)}} {text:<12}{view.quote}")
        for more in lines[1:]:
            page.add(" " * len(left) + more)
        if view.source is not None and view.source.url:
            page.hang(" " * len(left), view.source.url, "dim")


def _source_line(view: SourceView) -> str:
    source = view.source
    if source is None:
        return f"{view.id}, not in this ledger"
    outlet = (source.outlet or "").casefold()
    title = source.title or ("" if outlet.startswith(view.id) else view.id)
    parts = [part for part in (source.outlet, source.author, title) if part]
    if source.said is not None:
        parts.append(f"said {plain_day(_day(source.said))}")
    elif source.published is not None:
        parts.append(plain_day(_day(source.published)))
    return ", ".join(parts) or view.id


def _explain(page: Page, shown: ShownView) -> None:
    """How every date came about: value, interval, what it is counted to, and why."""
    page.heading("  HOW THE DATES CAME ABOUT")
    if not shown.dates:
        page.hang("  ", "No date was given.")
    for item in shown.dates:
        dated = item.date
        if dated is None:
            continue
        sentences = " ".join(explain_date(dated))
        page.hang(f"  {ROLE_WORDS[dated.role]:<{_MARGIN - 2}}", sentences)


def explain_date(dated: DateStanding) -> list[str]:
    """Sentences that say how a date came about."""
    when = dated.when
    if when is None:
        return ["Postponed with no new date; it is never late."]
    return [
        _value_sentence(when),
        _interval_sentence(when),
        _count_sentence(when, dated.role),
        *([f"In the words: {when.stated}."] if when.stated else []),
    ]


def _value_sentence(when: When) -> str:
    from commitrack.timing.values import format_value  # noqa: PLC0415  # --explain only

    about = ", which its source marks as not exact" if when.approximate else ""
    basis = "" if when.basis == "stated" else f" ({when.basis})"
    return f"The ledger says {format_value(when.value)}{basis}: precision {when.precision}{about}."


def _interval_sentence(when: When) -> str:
    if when.at is not None:
        zone = f" on the clock of {when.zone}" if when.zone else " by its offset"
        return f"That is one instant, {format_when(when)}{zone}."
    if when.waits_for:
        return f"It waits for {when.waits_for}."
    first = format_day(when.first) if when.first else "an open start"
    last = format_day(when.last) if when.last else "an open end"
    where = f" in {place_name(when.zone)}" if when.zone else ", the same days for every reader"
    if when.first == when.last:
        return f"That is the whole of {first}{where}."
    return f"That is from the start of {first} to the end of {last}{where}."


def _count_sentence(when: When, role: Role) -> str:
    if when.at is not None:
        return "Days are counted between civil dates in its own zone, never from hours."
    if role is Role.DUE:
        return "A duty is counted to the end: it is late once the last day is over."
    return "It is counted to the start, and waits to be confirmed once the last day is over."


def _day(moment: date | datetime) -> date:
    return date(moment.year, moment.month, moment.day)
