"""Recording what happened to a commitment: one more event at the ledger's end."""

from collections.abc import Mapping
from datetime import date, datetime
from pathlib import Path
from typing import Any, NamedTuple

from commitrack.app.anchoring import Around
from commitrack.app.dating import DatesGiven, understand_dates
from commitrack.app.folding import fold_one
from commitrack.app.hanging import refuse_rings
from commitrack.app.looking import GivenSource
from commitrack.app.quoting import QuoteCheck, look_up_quote
from commitrack.app.recording import normal_value
from commitrack.app.resolving import find_commitment, resolve_id
from commitrack.app.sourcing import (
    Cited,
    CitedText,
    cite,
    keep_texts,
    read_texts,
)
from commitrack.app.writing import Change, change_ledger
from commitrack.app.written import Written, describe
from commitrack.domain.commitment import Commitment
from commitrack.domain.source import SourceDetails
from commitrack.domain.standing import Standing
from commitrack.domain.vocabulary import FINAL, OUTCOME_OF, EventType, Kind
from commitrack.domain.when import Role, When, day_of
from commitrack.errors import DateError, UsageError
from commitrack.ledger.blocks import Block, event_block
from commitrack.ledger.fields import EVENT
from commitrack.ledger.reading import Ledger, read_ledger
from commitrack.timing.anchor import Anchor
from commitrack.timing.display import format_when
from commitrack.timing.grammar import parse_words
from commitrack.timing.now import Now


class NewEvent(NamedTuple):
    """What a verb was told of an event.

    Attributes:
        commitment: the id as typed.
        type: what happened.
        on: the words of the day it happened; without them its source's day, else today.
        dates: words by role.
        moved_to: words of the new date when the role is left to the commitment.
        role: the role that `moved_to` or `postponed` is about, if it was named.
        keys: the other keys, by name, as given; empty ones left out.
        exact: take no part of an id for the whole.
    """

    commitment: str
    type: EventType
    keys: Mapping[str, Any]
    sources: tuple[GivenSource, ...]
    details: SourceDetails
    on: str | None = None
    dates: Mapping[Role, str] = {}
    moved_to: str | None = None
    role: Role | None = None
    exact: bool = False
    confirmed: bool = False
    unverified: bool = False


class Happened(NamedTuple):
    """What was written, or would be, and what it changed.

    Attributes:
        before: where the commitment stood, at `now`.
        on_reason: where the day came from, when it was not given.
    """

    at: Written
    type: EventType
    on: date | datetime
    on_reason: str
    before: Standing | None
    dates: DatesGiven
    quote: QuoteCheck | None
    cited: Cited


class EventPlan(NamedTuple):
    """What recording an event comes to: the blocks to append, and what was worked out."""

    key: str
    on: date | datetime
    on_reason: str
    before: Standing | None
    dates: DatesGiven
    quote: QuoteCheck | None
    cited: Cited
    blocks: tuple[Block, ...]


def record_event(path: Path, new: NewEvent, now: Now, *, dry_run: bool = False) -> Happened:
    """Record an event of a commitment.

    Raises:
        UnknownIdError: there is no such commitment, or several could be meant.
        UsageError: what was told is not understood, or does not fit the commitment.
        WriteError: it could not be written. The ledger is as it was.
    """
    plans: list[EventPlan] = []

    def plan(old: str) -> Change:
        planned = plan_event(read_ledger(old, str(path)), path, new, now)
        plans.append(planned)
        return Change(planned.blocks, before_write=lambda: keep_texts(path, planned.cited))

    text = change_ledger(path, plan, dry_run=dry_run)
    done = plans[-1]
    at = describe(text, path, done.key, now, is_done=not dry_run)
    dated = (done.before, done.dates, done.quote, done.cited)
    return Happened(at, new.type, done.on, done.on_reason, *dated)


def plan_event(ledger: Ledger, path: Path, new: NewEvent, now: Now) -> EventPlan:
    """What recording it in this ledger comes to; nothing is written.

    Raises:
        UnknownIdError: there is no such commitment, or several could be meant.
        UsageError: what was told is not understood, or does not fit the commitment.
    """
    key = find_commitment(new.commitment, ledger, exact=new.exact)
    commitment = ledger.commitment(key)
    standing = fold_one(key, ledger.commitments, now)
    _require_source(new)
    _require_fit(new, commitment)
    cited = cite(new.sources, new.details, ledger.sources, path, now)
    on, reason = _day_of(new.on, cited.anchor, standing, now)
    anchor = _anchor(cited.anchor, on, reason, now)
    words, role = _words_by_role(new, standing, commitment)
    around = Around(ledger.commitments, key, commitment.by, new.exact)
    dates = _understand(words, (anchor, around), new, standing)
    refuse_rings(ledger, key, dates.dates(), now)
    _require_within(new.type, dates, standing)
    _require_move(new, dates, standing, commitment)
    quote = _check_quote(new, cited, commitment, ledger, path)
    given = {**new.keys, **({"role": role} if role else {})}
    keys = {**given, "type": new.type, "on": on, "recorded": now.today(), **dates.table()}
    if cited.ids:
        keys["source"] = cited.ids[0] if len(cited.ids) == 1 else list(cited.ids)
    if "superseded_by" in keys:
        ids = [one.id for one in ledger.commitments]
        keys["superseded_by"] = resolve_id(keys["superseded_by"], ids, exact=new.exact)
    table = {name: normal_value(name, keys[name]) for name in EVENT if name in keys}
    blocks = (*cited.blocks, event_block(key, table))
    return EventPlan(key, on, reason, standing, dates, quote, cited, blocks)


def _require_source(new: NewEvent) -> None:
    changes_outcome = new.type in OUTCOME_OF or new.type is EventType.TOOK_EFFECT
    if changes_outcome and not new.sources and not new.details.given():
        message = f"{new.type} changes the outcome, and needs a source"
        raise UsageError(message, remedy="add --source ID, FILE or URL")


def _require_fit(new: NewEvent, commitment: Commitment) -> None:
    if new.type is EventType.TOOK_EFFECT and commitment.kind is not Kind.MEASURE:
        message = f"only a measure takes effect; {commitment.id} is of kind {commitment.kind}"
        raise UsageError(message, remedy=f"commitrack close {commitment.id} kept --source …")


def _day_of(
    words: str | None, anchor: Anchor, standing: Standing | None, now: Now
) -> tuple[date | datetime, str]:
    """When it happened, and why that day when it was not given.

    The day of its source, unless that lies before what is known already: then it happened later
    than the source says, and today is the day.
    """
    if words is None:
        looked_at = standing.looked_at if standing else None
        if anchor.reason == "today" or (looked_at is not None and anchor.day < day_of(looked_at)):
            return now.today(), "today"
        return anchor.day, f"the day {anchor.reason}"
    when = parse_words(words, Anchor(now.today(), "today", now)).when
    if when.at is not None:
        return when.at, ""
    if when.first is None or when.first != when.last:
        raise DateError(f"{words} is not one day", remedy="--on wants the day it happened")
    return when.first, ""


def _anchor(anchor: Anchor, on: date | datetime, reason: str, now: Now) -> Anchor:
    """Words count from when they were said; without a source, from the day it happened."""
    if anchor.reason != "today" or reason:
        return anchor
    return Anchor(day_of(on), "it happened", now)


def _words_by_role(
    new: NewEvent, standing: Standing | None, commitment: Commitment
) -> tuple[Mapping[Role, str], Role | None]:
    """The words of each role, and the role that `postponed` must name."""
    is_postponed = new.type is EventType.POSTPONED and not new.dates
    if new.moved_to is None and not is_postponed:
        return new.dates, None
    role, has_several = _role_of(new.role, standing, commitment)
    if new.moved_to is None:
        return {}, role if has_several or new.role else None
    return {role: new.moved_to}, None


def _role_of(
    given: Role | None, standing: Standing | None, commitment: Commitment
) -> tuple[Role, bool]:
    """The date that moves: the one named, else the only one that is not settled."""
    dated = standing.dates if standing else ()
    live = [one.role for one in dated if one.settled is None] or [one.role for one in dated]
    if given is not None:
        if dated and all(one.role is not given for one in dated):
            roles = ", ".join(one.role for one in dated)
            message = f"{commitment.id} has no date of the role {given}"
            raise UsageError(message, remedy=f"its dates: {roles}; another one: commitrack update")
        return given, len(dated) > 1
    if len(live) > 1:
        remedy = f"--role {' or --role '.join(live)}"
        raise UsageError(f"{commitment.id} has several dates; which one moved?", remedy=remedy)
    if live:
        return live[0], len(dated) > 1
    return (Role.EFFECTIVE if commitment.kind is Kind.MEASURE else Role.DUE), False


def _understand(
    words: Mapping[Role, str],
    against: tuple[Anchor, Around],
    new: NewEvent,
    standing: Standing | None,
) -> DatesGiven:
    """The dates; for `clarified` a time alone is a time of the day in force."""
    try:
        return understand_dates(words, *against, confirmed=new.confirmed)
    except DateError as error:
        if new.type is not EventType.CLARIFIED or standing is None:
            raise
        whole = {role: _with_day(text, role, standing) for role, text in words.items()}
        try:
            return understand_dates(whole, *against, confirmed=new.confirmed)
        except DateError:
            raise error from None


def _with_day(text: str, role: Role, standing: Standing) -> str:
    when = _in_force(standing, role)
    is_day = when is not None and when.first is not None and when.first == when.last
    return f"{when.first.isoformat()} {text}" if is_day and when and when.first else text


def _in_force(standing: Standing | None, role: Role) -> When | None:
    dates = standing.dates if standing else ()
    return next((dated.when for dated in dates if dated.role is role), None)


def _require_within(kind: EventType, dates: DatesGiven, standing: Standing | None) -> None:
    """A clarification says the same more exactly; anything else is a move."""
    if kind is not EventType.CLARIFIED:
        return
    for role, one in dates.understood:
        old = _in_force(standing, role)
        if old is not None and not one.when.lies_within(old):
            message = f"{format_when(one.when)} is not within {format_when(old)}"
            raise UsageError(
                f"{message}, so it clarifies nothing. Nothing was written",
                remedy="they moved it: commitrack move. We were wrong: commitrack correct",
            )


def _require_move(
    new: NewEvent, dates: DatesGiven, standing: Standing | None, commitment: Commitment
) -> None:
    """A move goes somewhere else; what is closed does not move."""
    if new.type is EventType.POSTPONED and not new.dates and is_closed(standing):
        remedy = f"reopen it first: commitrack update {commitment.id} resumed --source …"
        raise UsageError(f"{commitment.id} is closed, and cannot be postponed", remedy=remedy)
    if new.moved_to is None:
        return
    for role, one in dates.understood:
        old = _in_force(standing, role)
        if old is not None and old.resolves_as(one.when):
            message = f"{format_when(old)} is the date in force already. Nothing was written"
            raise UsageError(message, remedy="said again: commitrack update ID reaffirmed")


def _check_quote(
    new: NewEvent, cited: Cited, commitment: Commitment, ledger: Ledger, path: Path
) -> QuoteCheck | None:
    quote = new.keys.get("quote")
    if quote is None:
        return None
    texts = cited.texts if cited.ids else texts_of(commitment.source, ledger, path)
    return look_up_quote(str(quote), texts, unverified=new.unverified)


def texts_of(sources: tuple[str, ...], ledger: Ledger, path: Path) -> tuple[CitedText, ...]:
    """The texts kept of some sources."""
    known = [ledger.sources[key] for key in sources if key in ledger.sources]
    return tuple(text for source in known for text in read_texts(source, path))


def is_closed(standing: Standing | None) -> bool:
    """Whether the outcome is final."""
    return standing is not None and standing.outcome in FINAL
