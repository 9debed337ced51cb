"""What the writing verbs say they did, put into words from what the use cases tell."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from commitrack.app.happening import is_closed
from commitrack.app.naming import short_name
from commitrack.domain.fold import has_happened
from commitrack.domain.vocabulary import OUTCOME_OF, EventType, Outcome
from commitrack.domain.when import Basis, Precision, Role, When, day_of
from commitrack.report.echo import Row, format_echo
from commitrack.report.harmless import harmless
from commitrack.report.words import (
    ROLE_WORDS,
    anchor_words,
    condition_words,
    count_words,
    default_words,
    outcome_words,
    parties,
    period_words,
    plural,
)
from commitrack.timing.countdown import countdown_words
from commitrack.timing.display import format_day, format_month, format_when, plain_day
from commitrack.timing.reckoning import main_item, reckon
from commitrack.timing.values import format_value
from commitrack.timing.zones import abbreviation, place_name

if TYPE_CHECKING:
    from commitrack.app.correcting import Corrected
    from commitrack.app.dating import DatesGiven
    from commitrack.app.happening import Happened
    from commitrack.app.quoting import QuoteCheck
    from commitrack.app.recording import Recorded
    from commitrack.app.sourcing import Cited
    from commitrack.app.written import Written
    from commitrack.cli.session import Session
    from commitrack.domain.commitment import Commitment
    from commitrack.domain.standing import Standing
    from commitrack.ledger.reading import Ledger
    from commitrack.timing.now import Now
    from commitrack.timing.reckoning import Item
    from commitrack.timing.recurring import Recurrence

_SHOWN_DAYS = 6
_WRONG = "Wrong? commitrack undo"


def echo_recorded(session: Session, done: Recorded) -> None:
    """What `add` wrote."""
    commitment = done.at.ledger.commitment(done.at.key)
    rows = [
        *(_series_rows(done) or _date_rows(session, done.dates, done.at.item)),
        *_term_rows(session, done.at.item),
        *_review_rows(done.at.item),
        *_condition_rows(commitment, done.at.ledger),
        _who_row(commitment, done.kind_reason),
        *_quote_rows(done.quote),
        *_source_rows(done.cited, done.at.ledger),
    ]
    short = short_name(done.at.key, [one.id for one in done.at.ledger.commitments])
    moved = f"Moved? commitrack move {short} WHEN --source …"
    keys = [one.key for one in done.series.occurrences] if done.series else []
    said = _Said("Added", "Would add", f"{_WRONG}        {moved}")
    _print(session, done.at, said, rows, keys)
    if done.made_ledger:
        made = harmless(session.path_shown(session.ledger_to_make))
        session.hint(f"made a new ledger: {made}")


def echo_happened(session: Session, done: Happened) -> None:
    """What an event changed."""
    on = f"on {plain_day(done.on)}" + (f", {done.on_reason}" if done.on_reason else "")
    rows = [
        Row("what", (f"{_type_words(done.type)} {on}",)),
        *_date_rows(session, done.dates, done.at.item, says=done.type is EventType.REPORTED),
        *_change_rows(session, done),
        *_quote_rows(done.quote),
        *_source_rows(done.cited, done.at.ledger),
    ]
    _print(session, done.at, _Said("Recorded:", "Would record:", _WRONG), rows)


def echo_corrected(session: Session, done: Corrected) -> None:
    """What a correction put right."""
    rows = [Row("what", (f"{done.target}{', taken back' if done.void else ''}",))]
    for name, old, new in done.changes:
        was = "not given" if old is None else _value_words(old)
        rows.append(Row(name, (f"{_value_words(new)}, was {was}",)))
    rows += [*_quote_rows(done.quote), *_source_rows(done.cited, done.at.ledger)]
    _print(session, done.at, _Said("Corrected:", "Would correct:", _WRONG), rows)


class _Said(NamedTuple):
    """What stands above the rows, done and only tried, and what stands below them."""

    did: str
    would: str
    footer: str


def _print(
    session: Session, at: Written, said: _Said, rows: list[Row], keys: Sequence[str] = ()
) -> None:
    """The echo as text, or the item as JSON; of a series every one, by its `keys`."""
    file = session.path_shown(at.ledger.name)
    if session.face(("table", "plain", "json")) == "json":
        from commitrack.report import machine  # noqa: PLC0415  # machine output only

        item = None if at.item is None else machine.item_object(at.item, file, at.line)
        document = machine.written_document(item, session.now, is_done=at.is_done)
        if keys:
            document["items"] = _items(session, at, keys)
        session.out(machine.format_json(document))
        return
    heading = f"{said.did if at.is_done else said.would} {at.key}"
    width = session.width if session.is_terminal else None
    end = said.footer if at.is_done else "Nothing was written (--dry-run)."
    session.out(format_echo(heading, f"{file}, line {at.new_line}", rows, end, width))


def _items(session: Session, at: Written, keys: Sequence[str]) -> list[dict[str, Any]]:
    """The commitments of a series as ITEM objects."""
    from commitrack.app.folding import fold_all  # noqa: PLC0415  # machine output of a series
    from commitrack.cli.listing import item_objects  # noqa: PLC0415

    standings = fold_all([at.ledger.commitment(key) for key in keys], session.now)
    items = [main_item(standing, session.now) for standing in standings]
    return item_objects(session, at.ledger, items)


def _who_row(commitment: Commitment, reason: str) -> Row:
    by = parties(commitment.by) if commitment.by else "nobody named"
    to = f", to {parties(commitment.to)}" if commitment.to else ""
    why = f", {reason}" if reason else ""
    return Row("who", (f"{by}{to} · {commitment.kind}{why}",))


def _date_rows(
    session: Session, dates: DatesGiven, item: Item | None, *, says: bool = False
) -> list[Row]:
    """Each date given, in full; a report only says it, and puts nothing in force."""
    rows = []
    for role, one in dates.understood:
        when = _worked_out(one.when, role, item)
        lines = [f"{format_when(when)}{_precision_note(when)}" if when.is_dated else "waits"]
        lines += [anchor_words(when)] if isinstance(when.value, Mapping) else []
        lines += [one.why] if one.why else []
        lines += _reader_clock(session, when)
        count = _count_words(when, role, item, session.now) if when.is_dated else ""
        lines += ["what a report says; the date in force stays"] if says else []
        rows.append(Row(ROLE_WORDS[role], tuple(lines), count))
    return rows


def _count_words(when: When, role: Role, item: Item | None, now: Now) -> str:
    """The countdown of a date; where it is in force, as that commitment's own."""
    dates = item.standing.dates if item else ()
    found = (one for one in dates if one.role is role and one.when and one.when.resolves_as(when))
    dated = next(found, None)
    if item is None or dated is None:
        return countdown_words(when, role, now)
    return count_words(reckon(item.standing, dated, now), when, role, now)


def _worked_out(when: When, role: Role, item: Item | None) -> When:
    """A date that counts from another commitment as it stands now, where it is the one in force."""
    dates = item.standing.dates if item and when.anchor else ()
    found = (one.when for one in dates if one.role is role and one.when)
    return next((one for one in found if one.value == when.value), when)


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


def _series_rows(done: Recorded) -> list[Row]:
    """What a series is made of: its first days and the last, and what the rule passed over."""
    series = done.series
    if series is None:
        return []
    days = [format_day(day) for day in series.recurrence.days]
    shown = days if len(days) <= _SHOWN_DAYS else [*days[: _SHOWN_DAYS - 2], "…", days[-1]]
    again = "goes on: " if series.last else ""
    clock = f", {series.clock}" if series.clock else ""
    many = f"{plural(len(days), 'commitment')}, {series.recurrence.frequency}, each by itself"
    lines = [f"{again}{many}{clock}", *shown, *_missing_words(series.recurrence)]
    first, last = series.occurrences[0].key, series.occurrences[-1].key
    keys = first if first == last else f"{first} to {last}"
    return [
        Row(ROLE_WORDS[series.role], tuple(lines)),
        Row("series", (f"{series.key}: {keys}",)),
    ]


def _missing_words(recurrence: Recurrence) -> list[str]:
    """The months or years that lack the day: how many, the first and the last."""
    missing = recurrence.missing
    if not missing:
        return []
    names = [format_month(day) if recurrence.by_month else str(day.year) for day in missing]
    ends = names[0] if len(names) == 1 else f"{names[0]} to {names[-1]}"
    number = plural(len(names), "month" if recurrence.by_month else "year")
    are = "is" if len(names) == 1 else "are"
    return [f"{number} without that day {are} passed over, {ends}"]


def _term_rows(session: Session, item: Item | None) -> list[Row]:
    """Our own term, where no date was said."""
    when = item.date.when if item and item.date else None
    if item is None or when is None or when.basis is not Basis.DEFAULT:
        return []
    words = default_words(item.standing.commitment)
    count = countdown_words(when, Role.DUE, session.now)
    return [Row("due", (format_when(when), words), count)]


def _condition_rows(commitment: Commitment, ledger: Ledger) -> list[Row]:
    """What must come first: words, or a commitment that must be kept."""
    key = commitment.condition_on
    if key is None:
        words = condition_words(commitment) if commitment.condition else ""
        return [Row("only if", (words,))] if words else []
    return [Row("only if", (f"{key} is kept: {harmless(ledger.commitment(key).title)}",))]


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


def _change_rows(session: Session, done: Happened) -> list[Row]:
    """What is different now: the slip of a move, the outcome, a closed commitment that moved."""
    item = done.at.item
    if item is None or not has_happened(done.on, session.now.local()):
        return [Row("note", (f"it counts from {plain_day(done.on)} on, which is still ahead",))]
    standing = item.standing
    rows = [Row("slip", (words,)) for words in _slips(standing, done)]
    before = done.before.outcome if done.before else None
    outcome = OUTCOME_OF.get(done.type)
    if outcome is not None and standing.outcome is not outcome:
        text = f"still {outcome_words(standing)}: a statement of a later day says otherwise"
        rows.append(Row("outcome", (f"{text}; give --on",)))
    elif standing.outcome != before:
        rows.append(Row("outcome", (outcome_words(standing),)))
    elif is_closed(done.before) and done.dates.understood:
        reopen = f"reopen it with: commitrack update {done.at.key} resumed"
        rows.append(Row("note", (f"still {outcome_words(standing)}; {reopen}",)))
    rows += [*_verdict_rows(standing, done), *_follower_rows(done)]
    if standing.is_disputed and not (done.before and done.before.is_disputed):
        rows.append(Row("note", ("DISPUTED now: reports differ",)))
    return rows


def _verdict_rows(standing: Standing, done: Happened) -> list[Row]:
    """That a standing duty is upheld so far only, while its term runs."""
    end = standing.term_end
    is_upheld = done.type is EventType.FULFILLED and standing.outcome is Outcome.FULFILLED
    if not is_upheld or end is None or end <= day_of(done.on):
        return []
    return [Row("note", (f"its term runs to {format_day(end)}: upheld so far, and no more",))]


def _follower_rows(done: Happened) -> list[Row]:
    """The dates of others that moved with it."""
    lines = []
    for standing in done.at.followers:
        for change in standing.changes:
            event = change.event
            if event is None or event.follows is None or event.on != done.on or not change.after:
                continue
            was = f", was {format_when(change.before)}" if change.before and change.is_move else ""
            lines.append(f"{standing.id}: {format_when(change.after)}{was}")
    return [Row("with it", tuple(lines))] if lines else []


def _slips(standing: Standing, done: Happened) -> list[str]:
    """What each date given did; one that a later statement overrules is named."""
    words = []
    for role, one in done.dates.understood:
        dated = next((d for d in standing.dates if d.role is role), None)
        in_force = dated.when if dated else None
        if done.type is EventType.REPORTED or dated is None:
            continue
        given = _worked_out(one.when, role, done.at.item)
        if in_force is None or not in_force.resolves_as(given):
            words.append("not in force: a statement of a later day says otherwise; give --on")
        elif dated.moves and dated.slip is not None:
            times = plural(dated.moves, "move")
            words.append(f"{dated.slip:+d} days from the first date, {times}")
    return words


def _value_words(value: object) -> str:
    if isinstance(value, list | tuple):
        return ", ".join(str(part) for part in value)
    return format_value(value)
