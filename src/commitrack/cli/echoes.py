"""What the writing verbs say they did, put into words from what the use cases tell."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from commitrack.app.happening import is_closed
from commitrack.app.naming import short_name
from commitrack.domain.fold import fold
from commitrack.domain.vocabulary import EventType
from commitrack.domain.when import Precision, When
from commitrack.report.echo import Row, format_echo
from commitrack.report.words import ROLE_WORDS, outcome_words, parties, period_words, plural
from commitrack.timing.countdown import countdown_words
from commitrack.timing.display import format_day, format_when, plain_day
from commitrack.timing.reckoning import Item, main_item
from commitrack.timing.values import format_value
from commitrack.timing.zones import abbreviation, place_name

if TYPE_CHECKING:
    from commitrack.app.correcting import Corrected
    from commitrack.app.dating import DatesGiven
    from commitrack.app.happening import Happened
    from commitrack.app.quoting import QuoteCheck
    from commitrack.app.recording import Recorded
    from commitrack.app.sourcing import Cited
    from commitrack.cli.session import Session
    from commitrack.ledger.reading import Ledger


def echo_recorded(session: Session, done: Recorded) -> None:
    """What `add` wrote."""
    item = _item(session, done.ledger, done.key)
    if session.flags.get("json"):
        _print_written(session, done.ledger, item, done.key, written=done.written)
        return
    commitment = done.ledger.commitment(done.key)
    who = f"{parties(commitment.by)}, to {parties(commitment.to)}" if commitment.to else parties(commitment.by)
    reason = f", {done.kind_reason}" if done.kind_reason else ""
    rows = [
        *_date_rows(session, done.dates),
        *_review_rows(item),
        Row("who", (f"{who} · {commitment.kind}{reason}",)),
        *_quote_rows(done.quote),
        *_source_rows(done.cited, done.ledger),
    ]
    keys = [one.id for one in done.ledger.commitments]
    short = short_name(done.key, keys)
    footer = (
        f"Wrong? commitrack undo        Moved? commitrack move {short} WHEN --source …"
        if done.written
        else "Nothing was written (--dry-run)."
    )
    verb = "Added" if done.written else "Would add"
    _print(session, f"{verb} {done.key}", done.ledger, done.key, rows, footer)
    if done.made_ledger and done.written:
        session.hint(f"made a new ledger: {session.path_shown(session.ledger_to_make)}")


def echo_happened(session: Session, done: Happened) -> None:
    """What an event changed."""
    item = _item(session, done.ledger, done.key)
    if session.flags.get("json"):
        _print_written(session, done.ledger, item, done.key, written=done.written)
        return
    on = f"on {plain_day(done.on)}" + (f", {done.on_reason}" if done.on_reason else "")
    rows = [
        Row("what", (f"{_type_words(done.type)} {on}",)),
        *_date_rows(session, done.dates),
        *_change_rows(done, item),
        *_quote_rows(done.quote),
        *_source_rows(done.cited, done.ledger),
    ]
    verb = "Recorded" if done.written else "Would record"
    footer = "Wrong? commitrack undo" if done.written else "Nothing was written (--dry-run)."
    _print(session, f"{verb}: {done.key}", done.ledger, done.key, rows, footer, last_event=True)


def echo_corrected(session: Session, done: Corrected) -> None:
    """What a correction put right."""
    item = _item(session, done.ledger, done.key)
    if session.flags.get("json"):
        _print_written(session, done.ledger, item, done.key, written=done.written)
        return
    rows = [Row("what", (f"{done.target}{', taken back' if done.void else ''}",))]
    for name, old, new in done.changes:
        was = "not given" if old is None else _value_words(old)
        rows.append(Row(name, (f"{_value_words(new)}, was {was}",)))
    rows += [*_quote_rows(done.quote), *_source_rows(done.cited, done.ledger)]
    verb = "Corrected" if done.written else "Would correct"
    footer = "Wrong? commitrack undo" if done.written else "Nothing was written (--dry-run)."
    _print(session, f"{verb}: {done.key}", done.ledger, done.key, rows, footer, last_event=True)


def _item(session: Session, ledger: Ledger, key: str) -> Item | None:
    standing = fold(ledger.commitment(key), session.now.local())
    return None if standing is None else main_item(standing, session.now)


def _print_written(
    session: Session, ledger: Ledger, item: Item | None, key: str, *, written: bool
) -> None:
    from commitrack.report import machine  # noqa: PLC0415  # machine output only

    file, line = session.path_shown(ledger.name), _line(ledger, key)
    document: dict[str, Any] = {
        "schema_version": machine.SCHEMA_VERSION,
        "as_of": session.now.local().isoformat(),
        "written": written,
        "item": None if item is None else machine.item_object(item, file, line),
    }
    session.out(machine.format_json(document))


def _line(ledger: Ledger, key: str, *, last_event: bool = False) -> int | None:
    from commitrack.ledger.scan import Places  # noqa: PLC0415  # a scan a write, not a read

    events = len(ledger.data["commitment"][key].get("event", ())) if last_event else 0
    path: tuple[str | int, ...] = ("commitment", key)
    return Places(ledger.text).line_of((*path, "event", events - 1) if events else path)


def _print(
    session: Session,
    heading: str,
    ledger: Ledger,
    key: str,
    rows: list[Row],
    footer: str,
    *,
    last_event: bool = False,
) -> None:
    line = _line(ledger, key, last_event=last_event)
    where = f"{session.path_shown(ledger.name)}, line {line}"
    width = session.width if session.is_terminal else None
    session.out(format_echo(heading, where, rows, footer, width))


def _date_rows(session: Session, dates: DatesGiven) -> list[Row]:
    rows = []
    for role, one in dates.understood:
        lines = [f"{format_when(one.when)}{_precision_note(one.when)}"]
        lines += [one.why] if one.why else []
        lines += _reader_clock(session, one.when)
        rows.append(Row(ROLE_WORDS[role], tuple(lines), countdown_words(one.when, role, session.now)))
    return rows


def _precision_note(when: When) -> str:
    if when.at is not None:
        clock = abbreviation(when.at, when.zone)
        return f" {place_name(when.zone)} ({clock})" if when.zone else f" {clock}"
    if when.precision is Precision.DAY:
        where = f" in {place_name(when.zone)}" if when.zone else ""
        return f", a day{where}, no hour given"
    return ""


def _reader_clock(session: Session, when: When) -> list[str]:
    now = session.now
    if when.at is None or now.zone == when.zone:
        return []
    local = when.at.astimezone(now.tz)
    place = place_name(now.zone) if now.zone else "your clock"
    return [f"{format_day(local.date())} {local:%H:%M} {place}, your time"]


def _review_rows(item: Item | None) -> list[Row]:
    if item is None or item.review is None or item.standing.dates:
        return []
    every, following, _ = item.review
    text = f"no date: looked at again every {period_words(every)}, first on {format_day(following)}"
    return [Row("review", (text,))]


def _quote_rows(quote: QuoteCheck | None) -> list[Row]:
    if quote is None:
        return []
    if quote.found is None:
        return [Row("quote", ("not checked: no text of its source is kept",))]
    if quote.found:
        return [Row("quote", (f"found in {quote.name}, line {quote.line}",))]
    return [Row("quote", (f"NOT FOUND in {quote.name}; recorded all the same",))]


def _source_rows(cited: Cited, ledger: Ledger) -> list[Row]:
    if not cited.ids:
        return []
    lines = []
    for key in cited.ids:
        source = ledger.sources[key]
        kept = any(seen.text for seen in source.seen)
        facts = [
            f"{key}, {'new' if key in cited.new else 'known'}",
            "text kept" if kept else "no text kept",
            source.url or "address unknown",
        ]
        lines.append(" · ".join(facts))
    return [Row("source", tuple(lines))]


def _type_words(kind: EventType) -> str:
    return str(kind).replace("_", " ") if kind is not EventType.RESCHEDULED else "moved"


def _change_rows(done: Happened, item: Item | None) -> list[Row]:
    """What is different now: the slip of a move, the outcome, a closed commitment that moved."""
    rows: list[Row] = []
    if item is None:
        return [Row("note", ("it lies ahead of now, and counts from then on",))]
    standing = item.standing
    dated = next((d for d in standing.dates if d.moves or d.postponed), None)
    if done.type in (EventType.RESCHEDULED, EventType.SUSPENDED) and dated and dated.slip is not None:
        times = plural(dated.moves, "move")
        rows.append(Row("slip", (f"{dated.slip:+d} days from the first date, {times}",)))
    before = done.before.outcome if done.before else None
    if standing.outcome != before:
        rows.append(Row("outcome", (outcome_words(standing),)))
    if is_closed(done.before) and standing.outcome == before and done.dates.understood:
        text = f"still {outcome_words(standing)}; reopen it with: commitrack update {done.key} resumed"
        rows.append(Row("note", (text,)))
    if standing.is_disputed and not (done.before and done.before.is_disputed):
        rows.append(Row("note", ("DISPUTED now: reports differ",)))
    return rows


def _value_words(value: object) -> str:
    if isinstance(value, list | tuple):
        return ", ".join(str(part) for part in value)
    return format_value(value)
