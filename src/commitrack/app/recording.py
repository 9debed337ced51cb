"""Recording a commitment: words and flags to a new block at the ledger's end."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

from commitrack.app.anchoring import Around
from commitrack.app.dating import DatesGiven, understand_dates
from commitrack.app.hanging import refuse_rings
from commitrack.app.looking import GivenSource
from commitrack.app.naming import free_id, slug_of
from commitrack.app.quoting import QuoteCheck, look_up_quote
from commitrack.app.repeating import Repetition, Series, plan_series
from commitrack.app.sourcing import Cited, cite, keep_texts
from commitrack.app.writing import Change, change_ledger, make_ledger
from commitrack.app.written import Written, describe
from commitrack.domain.source import SourceDetails
from commitrack.domain.vocabulary import INSTRUMENTS, Kind
from commitrack.domain.when import Role
from commitrack.errors import UsageError
from commitrack.ledger.blocks import Block, commitment_block
from commitrack.ledger.fields import COMMITMENT
from commitrack.ledger.reading import Ledger, read_ledger
from commitrack.ledger.skeleton import SKELETON
from commitrack.ledger.structure import ID
from commitrack.timing.anchor import Anchor
from commitrack.timing.now import Now
from commitrack.timing.periods import format_lead, format_period, parse_lead, parse_period

DEFAULT_REVIEW = "P90D"
"""An undated commitment is looked at again after this."""

_LONGEST_REVIEW = 1200  # months: a longer one may lead beyond the calendar


class NewCommitment(NamedTuple):
    """What `add` was told.

    Attributes:
        dates: words by role.
        keys: the other keys of the record, by name, as given; empty ones left out.
        sources: words of `--source`, looked at.
        confirmed: far dates are taken without asking.
        unverified: a quote that is not found is recorded all the same.
        exact: take no part of another commitment's id for the whole.
        repetition: the rule of a series, whose commitments are recorded at once.
    """

    title: str
    dates: Mapping[Role, str]
    keys: Mapping[str, Any]
    sources: tuple[GivenSource, ...]
    details: SourceDetails
    id: str | None = None
    confirmed: bool = False
    unverified: bool = False
    exact: bool = True
    repetition: Repetition | None = None


class Recorded(NamedTuple):
    """What was written, or would be, and every inference to be echoed."""

    at: Written
    dates: DatesGiven
    kind_reason: str
    quote: QuoteCheck | None
    cited: Cited
    made_ledger: bool
    series: Series | None = None


class Plan(NamedTuple):
    """What recording a commitment comes to: its id, the blocks to append, and what was inferred."""

    key: str
    blocks: tuple[Block, ...]
    dates: DatesGiven
    kind_reason: str
    quote: QuoteCheck | None
    cited: Cited
    series: Series | None


def record(path: Path, new: NewCommitment, now: Now, *, dry_run: bool = False) -> Recorded:
    """Record a commitment in the ledger at `path`; where there is none, one is made.

    Raises:
        UsageError: what was told is not understood, or does not fit the ledger.
        WriteError: it could not be written. The ledger is as it was.
    """
    is_new = not path.exists()
    plans: list[Plan] = []

    def plan(old: str) -> Change:
        planned = plan_commitment(read_ledger(old, str(path)), path, new, now)
        plans.append(planned)
        return Change(planned.blocks, before_write=lambda: keep_texts(path, planned.cited))

    if is_new and not dry_run:
        plan(SKELETON)  # no ledger is made for words that are not understood
        make_ledger(path)
    text = change_ledger(path, plan, dry_run=dry_run)
    done = plans[-1]
    at = describe(text, path, done.key, now, is_done=not dry_run)
    made = is_new and not dry_run
    told = (done.dates, done.kind_reason, done.quote, done.cited)
    return Recorded(at, *told, made, done.series)


def plan_commitment(ledger: Ledger, path: Path, new: NewCommitment, now: Now) -> Plan:
    """What recording it in this ledger comes to; nothing is written.

    Raises:
        UsageError: what was told is not understood, or does not fit the ledger.
    """
    title = _title(new.title)
    cited = cite(new.sources, new.details, ledger.sources, path, now)
    around = Around(ledger.commitments, None, new.keys.get("by", ()), new.exact)
    dates = understand_dates(new.dates, cited.anchor, around, confirmed=new.confirmed)
    series = _series(new, title, dates, cited.anchor, ledger)
    if series is not None:
        new = new._replace(keys={**series.inherited(), **new.keys})
    kind, reason = _kind(new)
    key = series.occurrences[0].key if series else _key(new.id, title, ledger)
    refuse_rings(ledger, key, dates.dates(), now)
    quote = new.keys.get("quote")
    checked = (
        None if quote is None else look_up_quote(quote, cited.texts, unverified=new.unverified)
    )
    keys = {**_completed(new, dates, ledger), "title": title, "kind": kind, "recorded": now.today()}
    if cited.ids:
        keys["source"] = cited.ids[0] if len(cited.ids) == 1 else list(cited.ids)
    records = {key: {**keys, **dates.table()}}
    if series is not None:
        of_series = {**keys, "series": series.key}
        records = {one.key: {**of_series, **one.dates} for one in series.occurrences}
    blocks = (*cited.blocks, *(_block(key, record) for key, record in records.items()))
    return Plan(key, blocks, dates, reason, checked, cited, series)


def _completed(new: NewCommitment, dates: DatesGiven, ledger: Ledger) -> dict[str, Any]:
    """The keys that were told, a review where no date was, and the condition as it is meant."""
    keys = dict(new.keys)
    has_date = bool(dates.understood) or new.repetition is not None
    _require_term(keys, has_date=has_date)
    if not has_date and keys.keys().isdisjoint({"review", "default_within"}):
        keys["review"] = DEFAULT_REVIEW
    if "condition" in keys:
        keys["condition"] = condition_value(keys["condition"], ledger)
    return keys


def _block(key: str, keys: Mapping[str, Any]) -> Block:
    table = {name: normal_value(name, keys[name]) for name in COMMITMENT if name in keys}
    return commitment_block(key, table)


def _series(
    new: NewCommitment, title: str, dates: DatesGiven, anchor: Anchor, ledger: Ledger
) -> Series | None:
    """The series that is meant: a new one, or one that the ledger has and that goes on."""
    if new.repetition is None:
        return None
    known = {one.series for one in ledger.commitments}
    goes_on = new.id is not None and new.id in known and ID.match(new.id)
    key = new.id if new.id and goes_on else _key(new.id, title, ledger)
    return plan_series(new.repetition, key, dates, anchor, ledger.commitments)


def normal_value(name: str, value: Any) -> Any:  # noqa: ANN401  # any TOML value
    """A value as the ledger writes it.

    Raises:
        UsageError: a word that the key does not have, or a period that is none.
    """
    if name in ("kind", "instrument"):
        choices = tuple(Kind) if name == "kind" else INSTRUMENTS
        word = str(value).replace("-", "_")
        if word not in choices:
            raise UsageError(f"{value} is no {name}", remedy=f"{name}: {' '.join(choices)}")
        return word
    if name in ("review", "default_within"):
        return _days(str(value), "look at it again every" if name == "review" else "expect it in")
    if name == "remind":
        return [format_lead(parse_lead(str(lead))) for lead in value]
    return list(value) if isinstance(value, tuple) else value


def condition_value(words: str, ledger: Ledger) -> str | dict[str, str]:
    """What must come first: another commitment, where its whole id is given, else the words."""
    return {"on": words} if any(it.id == words for it in ledger.commitments) else words


def _require_term(keys: Mapping[str, Any], *, has_date: bool) -> None:
    """Our own term is for what was said without a date."""
    if "default_within" in keys and has_date:
        message = "a date was said, so no term of our own is needed"
        raise UsageError(message, remedy="leave --default-within away")
    if "default_reason" in keys and "default_within" not in keys:
        raise UsageError("a reason for which term?", remedy="add --default-within 3m")


def _days(words: str, what: str) -> str:
    period = parse_period(words)
    if period.hours or period.months > _LONGEST_REVIEW or period.days > 31 * _LONGEST_REVIEW:
        message = f"cannot {what} {words}"
        raise UsageError(message, remedy="write whole days, up to a hundred years: 90d, 3m, 1y")
    return format_period(period)


def _title(title: str) -> str:
    if not title.strip():
        raise UsageError("the title is empty", remedy='say what will happen: add "TITLE" …')
    return title.strip()


def _key(given: str | None, title: str, ledger: Ledger) -> str:
    taken = _taken_ids(ledger)
    if given is None:
        return free_id(slug_of(title), taken)
    if not ID.match(given):
        remedy = "lower-case letters, digits and hyphens, no hyphen first"
        raise UsageError(f"{given} is not an id", remedy=remedy)
    if given in taken:
        raise UsageError(f"{given} is taken", remedy=f"commitrack show {given}, or another --id")
    return given


def _taken_ids(ledger: Ledger) -> set[str]:
    tables = ledger.data.get("commitment")
    series = {one.series for one in ledger.commitments if one.series}
    return series.union(tables if isinstance(tables, dict) else ())


def _kind(new: NewCommitment) -> tuple[str, str]:
    """The kind, and why when it was inferred."""
    given = new.keys.get("kind")
    if given is not None:
        return str(given), ""
    if not new.dates and new.repetition is not None:
        return Kind.PROMISE, "since nothing says otherwise; --kind changes it"
    if Role.EFFECTIVE in new.dates:
        return Kind.MEASURE, "because it has an effective date"
    if Role.EXPIRES in new.dates:
        return Kind.MEASURE, "because it has a date when it ends"
    if not new.dates and len(new.keys.get("by", ())) > 1:
        return Kind.AGREEMENT, "because two or more are bound"
    return Kind.PROMISE, "since nothing says otherwise; --kind changes it"
