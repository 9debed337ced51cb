"""One commitment whole, as a page: countdown, moves, what happened, words, sources."""

from collections.abc import Mapping, Sequence

from commitrack.domain.commitment import Commitment
from commitrack.domain.standing import DateStanding, Standing
from commitrack.domain.vocabulary import Outcome
from commitrack.domain.when import Basis, Precision, Role, When, day_of
from commitrack.report.disputes import disputed_words
from commitrack.report.explain import add_explanation
from commitrack.report.harmless import harmless
from commitrack.report.history import add_history
from commitrack.report.page import MARGIN, WIDTH, Page, spread
from commitrack.report.rows import QuoteShown, Shown, SourceShown
from commitrack.report.words import (
    ROLE_WORDS,
    anchor_words,
    closed_words,
    condition_words,
    count_words,
    default_words,
    outcome_words,
    parties,
    period_words,
    plural,
    slip_words,
)
from commitrack.timing.countdown import last_full_day_before
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

_SOURCE_WIDTH = 54


def show_page(shown: Shown, now: Now, width: int | None, *, explain: bool = False) -> Page:
    """The page of one commitment."""
    page = Page(width)
    standing = shown.item.standing
    _title(page, standing)
    for item in shown.dates:
        _date(page, item, now, several=len(shown.dates) > 1)
    if not shown.dates:
        _no_date(page, shown.item)
    _contested(page, standing, now)
    if standing.history:
        add_history(page, shown, now)
    if shown.followers:
        _followers(page, shown.followers)
    for quote in shown.quotes:
        _quote(page, quote, shown)
    _remarks(page, standing)
    if shown.sources:
        _sources(page, shown.sources)
    if explain:
        add_explanation(page, shown)
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
        line = f"{format_when(when) if when.is_dated else anchor_words(when)}{place}{role}"
        if len(words) + 4 > MARGIN:
            page.add(f"  {words}", style)
            words = ""
        page.hang(f"  {words:<{MARGIN - 2}}", line, style)
        _other_clock(page, when, now)
        if when.anchor and when.is_dated:
            page.hang(" " * MARGIN, anchor_words(when))
        if when.basis is Basis.DEFAULT:
            page.hang(" " * MARGIN, default_words(item.standing.commitment))
    _moved(page, dated)


def _count_words(item: Item, when: When, now: Now) -> str:
    if item.date is None or item.date.settled is not None:
        return closed_words(item).upper()
    if item.is_waiting or not when.is_dated:
        return "WAITS"
    return count_words(item, when, item.date.role, now).upper()


def _own_place(when: When) -> str:
    if when.at is not None:
        clock = abbreviation(when.at, when.zone)
        return f"   {place_name(when.zone)} ({clock})" if when.zone else f"   {clock}"
    if when.basis is Basis.DEFAULT:
        return ""
    if when.precision is Precision.DAY:
        return f", in {place_name(when.zone)}" if when.zone else ", a day, no hour given"
    return f", {when.precision} only" if when.precision is not Precision.OPEN else ""


def _other_clock(page: Page, when: When, now: Now) -> None:
    margin = " " * MARGIN
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
        page.add(
            f"{margin}last full day before:  {short_day(before, now.today(), weekday=True)}{place}"
        )


def _postponed(page: Page, dated: DateStanding, now: Now) -> None:
    since = dated.postponed
    days = f" for {plural((now.today() - day_of(since)).days, 'day')}" if since else ""
    page.add(f"  {'POSTPONED':<{MARGIN - 2}}{ROLE_WORDS[dated.role]}: no new date{days}", "bold")
    if dated.last_known is not None:
        page.add(f"{' ' * MARGIN}last known: {format_when(dated.last_known)}")


def _moved(page: Page, dated: DateStanding) -> None:
    if not dated.moves or dated.first is None:
        return
    page.add()
    times = "moved once" if dated.moves == 1 else f"moved {dated.moves} times"
    first = format_when(dated.first)
    if dated.slip is None:
        page.hang("  moved" + " " * (MARGIN - 7), f"first date {first}; {times}")
        return
    notice = _notice_words(dated)
    if dated.slip:
        side = "after" if dated.slip > 0 else "before"
        text = f"{side} the first date, {first}; {times}{notice}"
    else:
        text = f"{slip_words(0)}, {first}; {times}{notice}"
    page.hang(f"  {f'{dated.slip:+d} days':<{MARGIN - 2}}", text)


def _notice_words(dated: DateStanding) -> str:
    notice = dated.notice
    if notice is None:
        return ""
    last = ", the last time" if dated.moves > 1 else ","
    if notice < 0:
        return f"{last} {plural(-notice, 'day')} after it had passed"
    return f"{last} with {plural(notice, 'day')}{chr(39)}{'s' if notice == 1 else ''} notice"


def _no_date(page: Page, item: Item) -> None:
    page.add()
    if item.review is None:
        page.add("  NO DATE", "bold")
        return
    every, following, left = item.review
    words = "LOOK AGAIN" if left <= 0 else "NO DATE"
    since = f"since {format_day(following)}" if left <= 0 else f"on {format_day(following)}"
    text = f"looked at again every {period_words(every)}, {since}"
    page.hang(f"  {words:<{MARGIN - 2}}", text, "bold yellow" if left <= 0 else "bold")


def _contested(page: Page, standing: Standing, now: Now) -> None:
    it = standing.commitment
    if standing.disputes:
        page.add()
        page.hang("  " + f"{'DISPUTED':<{MARGIN - 2}}", disputed_words(standing, now), "yellow")
    if it.condition is not None:
        state = "waits for" if standing.dormant else "its condition was"
        page.add()
        page.hang(f"  {'CONDITION':<{MARGIN - 2}}", f"{state}: {condition_words(it)}")
    if it.on_lapse and standing.outcome is Outcome.OPEN:
        page.hang(f"  {'IF IT LAPSES':<{MARGIN - 2}}", it.on_lapse)


def _followers(page: Page, items: Sequence[Item]) -> None:
    """What counts from it, and moves with it."""
    page.heading("  COUNTS FROM IT")
    for item in items:
        dated = item.date
        if dated is None or dated.when is None:
            continue
        date_words = format_when(dated.when) if dated.when.is_dated else "waits"
        facts = f"{ROLE_WORDS[dated.role]} {date_words}, {anchor_words(dated.when)}"
        page.hang("  ", f"{item.standing.id}: {facts}")


def _quote(page: Page, quote: QuoteShown, shown: Shown) -> None:
    statement = quote.statement
    on = statement.said if isinstance(statement, Commitment) else statement.on
    day = f" {plain_day(day_of(on))}" if on else ""
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
    elif quote.now.state == "drifted" and not quote.now.places:
        words = f"the page reads now, line {quote.line}: \u201c{quote.now.words}\u201d"
        page.hang("  ", words, "yellow")
    elif quote.now.state == "orphan":
        page.hang("  ", "the latest text of the page has this quote no longer", "yellow")


def _remarks(page: Page, standing: Standing) -> None:
    it = standing.commitment
    known: list[tuple[str, str]] = []
    if not it.quote:
        said = (("of the date", it.stated), ("said by", it.stated_by), ("as told by", it.via))
        known += [(label, text) for label, text in said if text]
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
        page.hang(f"  {harmless(label):<{MARGIN - 2}}", text)


def _extra(extra: Mapping[str, object] | None) -> list[tuple[str, object]]:
    return sorted((extra or {}).items())


def _sources(page: Page, sources: Sequence[SourceShown]) -> None:
    page.heading(f"  {'SOURCES':<{_SOURCE_WIDTH - 1}}{'kept text':<12}quote")
    for view in sources:
        name = _source_line(view)
        text = "yes" if view.has_text else "no"
        left = f"  [{view.number}] "
        lines = page.wrapped(name, len(left) + WIDTH - _SOURCE_WIDTH - 1)
        page.add(f"{left}{lines[0]:<{_SOURCE_WIDTH - len(left)}} {text:<12}{view.quote}")
        for more in lines[1:]:
            page.add(" " * len(left) + more)
        if view.source is not None and view.source.url:
            page.hang(" " * len(left), view.source.url, "dim")


def _source_line(view: SourceShown) -> str:
    source = view.source
    if source is None:
        return f"{view.id}, not in this ledger"
    outlet = (source.outlet or "").casefold()
    title = source.title or ("" if outlet.startswith(view.id) else view.id)
    parts = [part for part in (source.outlet, source.author, title) if part]
    if source.said is not None:
        parts.append(f"said {plain_day(day_of(source.said))}")
    elif source.published is not None:
        parts.append(plain_day(day_of(source.published)))
    return ", ".join(parts) or view.id
