"""Putting our own mistake right: a correction that stands as though it had been entered so."""

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from commitrack.app.anchoring import Around
from commitrack.app.dating import understand_dates
from commitrack.app.hanging import refuse_rings
from commitrack.app.happening import texts_of
from commitrack.app.looking import GivenSource
from commitrack.app.quoting import QuoteCheck, look_up_quote
from commitrack.app.recording import condition_value, normal_value
from commitrack.app.resolving import find_commitment
from commitrack.app.sourcing import Cited, cite, keep_texts
from commitrack.app.writing import Change, change_ledger
from commitrack.app.written import Written, describe
from commitrack.domain.commitment import Commitment
from commitrack.domain.source import SourceDetails
from commitrack.domain.vocabulary import EventType
from commitrack.domain.when import Role, day_of
from commitrack.errors import DateError, UsageError
from commitrack.ledger.blocks import Block, event_block
from commitrack.ledger.corrections import matching_events
from commitrack.ledger.fields import CORRECTION
from commitrack.ledger.reading import Ledger, read_ledger
from commitrack.timing.anchor import Anchor
from commitrack.timing.grammar import parse_words
from commitrack.timing.now import Now

if TYPE_CHECKING:
    from datetime import date, datetime


class NewCorrection(NamedTuple):
    """What `correct` was told.

    Attributes:
        commitment: the id as typed.
        of: `DATE` or `DATE:TYPE` of the event to put right; None means the base record.
        void: take the statement back.
        keys: the new values, by name.
    """

    commitment: str
    of: str | None
    void: bool
    dates: Mapping[Role, str]
    keys: Mapping[str, Any]
    sources: tuple[GivenSource, ...]
    details: SourceDetails
    exact: bool = False
    confirmed: bool = False
    unverified: bool = False


class Corrected(NamedTuple):
    """What was written, or would be.

    Attributes:
        target: the statement put right, in words.
        changes: key, old value (None when there was none), new value.
    """

    at: Written
    target: str
    changes: tuple[tuple[str, object, object], ...]
    quote: QuoteCheck | None
    cited: Cited
    void: bool


class _Plan(NamedTuple):
    key: str
    target: str
    changes: tuple[tuple[str, object, object], ...]
    quote: QuoteCheck | None
    cited: Cited
    blocks: tuple[Block, ...]


def correct(path: Path, new: NewCorrection, now: Now, *, dry_run: bool = False) -> Corrected:
    """Record a correction.

    Raises:
        UnknownIdError: there is no such commitment, or several could be meant.
        UsageError: nothing to correct, or not exactly one statement is named.
        WriteError: it could not be written. The ledger is as it was.
    """
    plans: list[_Plan] = []

    def plan(old: str) -> Change:
        planned = _plan(read_ledger(old, str(path)), path, new, now)
        plans.append(planned)
        return Change(planned.blocks, before_write=lambda: keep_texts(path, planned.cited))

    text = change_ledger(path, plan, dry_run=dry_run)
    done = plans[-1]
    at = describe(text, path, done.key, now, is_done=not dry_run)
    return Corrected(at, done.target, done.changes, done.quote, done.cited, new.void)


def _plan(ledger: Ledger, path: Path, new: NewCorrection, now: Now) -> _Plan:
    key = find_commitment(new.commitment, ledger, exact=new.exact)
    commitment = ledger.commitment(key)
    named = _named(new.of, now)
    old, target = _statement(ledger, key, named)
    cited = cite(new.sources, new.details, ledger.sources, path, now)
    around = Around(ledger.commitments, key, new.keys.get("by", commitment.by), new.exact)
    anchor = _anchor(cited, commitment, now)
    dates = understand_dates(new.dates, anchor, around, confirmed=new.confirmed)
    refuse_rings(ledger, key, dates.dates(), now)
    quote = _check_quote(new, cited, commitment, ledger, path)
    given = {**new.keys, **dates.table(alone=False)}
    if "condition" in given:
        given["condition"] = condition_value(given["condition"], ledger)
    if cited.ids:
        given["source"] = cited.ids[0] if len(cited.ids) == 1 else list(cited.ids)
    changed = {name: normal_value(name, given[name]) for name in CORRECTION if name in given}
    if not changed and not new.void:
        remedy = "give the right value, as in --due 2025-08-01, or --void to take it back"
        raise UsageError("nothing to correct", remedy=remedy)
    own = {"type": EventType.CORRECTED, "on": now.today(), **named}
    flags = {"void": True} if new.void else {}
    table = {**own, **flags, **changed, "recorded": now.today()}
    changes = tuple((name, old.get(name), value) for name, value in changed.items())
    blocks = (*cited.blocks, event_block(key, table))
    return _Plan(key, target, changes, quote, cited, blocks)


def _named(of: str | None, now: Now) -> dict[str, Any]:
    """The keys `of` and `of_type` that name a statement; none for the base record."""
    if of is None:
        return {}
    words, _, kind = of.rpartition(":")
    if kind.replace("-", "_") not in tuple(EventType):
        words, kind = of, ""
    when = parse_words(words, Anchor(now.today(), "today", now)).when
    day: date | datetime | None = when.at or when.first
    if day is None or when.first != when.last:
        raise DateError(f"{words} is not one day", remedy="--of wants the day of the event")
    return {"of": day, **({"of_type": kind.replace("-", "_")} if kind else {})}


def _statement(ledger: Ledger, key: str, named: Mapping[str, Any]) -> tuple[Mapping[str, Any], str]:
    """The table of the statement that is named, and what it is in words."""
    table: Mapping[str, Any] = ledger.data["commitment"][key]
    if not named:
        return table, "the base record"
    events = list(enumerate(table.get("event", ())))
    hits = matching_events(events, named["of"], named.get("of_type"))
    shown = f"{named['of'].isoformat()}" + (f":{named['of_type']}" if "of_type" in named else "")
    if len(hits) == 1:
        event = events[hits[0]][1]
        return event, f"the event of {named['of'].isoformat()}, {event.get('type')}"
    if not hits:
        remedy = f"its events: {_row(events)}" if events else "it has no events"
        raise UsageError(f"{key} has no event {shown}", remedy=remedy)
    chosen = [events[n] for n in hits]
    raise UsageError(
        f"{key} has {len(hits)} events {shown}", remedy=f"name the type: {_row(chosen)}"
    )


def _row(events: list[tuple[int, Mapping[str, Any]]]) -> str:
    return " ".join(f"{row.get('on')}:{row.get('type')}" for _, row in events)


def _anchor(cited: Cited, commitment: Commitment, now: Now) -> Anchor:
    if cited.ids or commitment.said is None:
        return cited.anchor
    said = commitment.said
    return Anchor(day_of(said), "it was said", now)


def _check_quote(
    new: NewCorrection, cited: Cited, commitment: Commitment, ledger: Ledger, path: Path
) -> QuoteCheck | None:
    quote = new.keys.get("quote")
    if quote is None:
        return None
    texts = cited.texts if cited.ids else texts_of(commitment.source, ledger, path)
    return look_up_quote(str(quote), texts, unverified=new.unverified)
