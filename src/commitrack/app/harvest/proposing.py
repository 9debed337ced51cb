"""A statement as what `add` or `update` would be told: the one way from an article to a record."""

from __future__ import annotations

from datetime import UTC, datetime, time
from typing import TYPE_CHECKING, Any, NamedTuple

from commitrack.domain.candidate import Untracked
from commitrack.domain.vocabulary import EventType, Kind
from commitrack.errors import DateError
from commitrack.timing.values import format_value

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from commitrack.domain.candidate import Candidate
    from commitrack.domain.when import Role, When
    from commitrack.report.reading.rows import Known

_KIND_OF = {
    Untracked.HOPE: Kind.INTENTION,
    Untracked.REQUEST: Kind.DEMAND,
    Untracked.FORECAST: Kind.TARGET,
    Untracked.HISTORY: Kind.PROMISE,
    Untracked.HYPOTHESIS: Kind.INTENTION,
}
"""What a person who records it all the same most likely takes it for."""


class CommitmentDraft(NamedTuple):
    """A commitment as it would be recorded, its source left to whoever records it.

    Attributes:
        dates: words by role, as the command line takes them.
        keys: the other keys, by name; none is empty.
        id: of its own, where it was given one.
    """

    title: str
    dates: Mapping[Role, str]
    keys: Mapping[str, Any]
    id: str | None = None


class EventDraft(NamedTuple):
    """An event of a commitment of the ledger, as it would be recorded.

    Attributes:
        commitment: its id.
        on: the words of the day on which it was said.
    """

    commitment: str
    type: EventType
    dates: Mapping[Role, str]
    keys: Mapping[str, Any]
    on: str | None = None


def propose(candidate: Candidate, on: date) -> CommitmentDraft:
    """The commitment that a statement would be recorded as.

    Args:
        candidate: the statement.
        on: when the words of its article were said: the day that its source has.
    """
    keys = {
        "by": parties(candidate.by),
        "to": parties(candidate.to),
        "stated_by": one_line(candidate.stated_by),
        "via": one_line(candidate.via),
        "kind": str(_kind(candidate)),
        "instrument": candidate.instrument,
        "quote": " ".join(candidate.quote.split()),
        "stated": stated_words(candidate),
        "condition": one_line(candidate.condition),
        "note": _said_on(candidate, on),
    }
    title = one_line(candidate.title) or one_line(candidate.quote) or "?"
    return CommitmentDraft(title, date_words(candidate), given(keys))


def propose_event(candidate: Candidate, known: Known, event: EventType, on: date) -> EventDraft:
    """What a statement is to a commitment that the ledger has."""
    gives_date = event is not EventType.REAFFIRMED
    keys = {
        "stated": stated_words(candidate) if gives_date else None,
        "stated_by": one_line(candidate.stated_by),
        "via": one_line(candidate.via),
        "instrument": candidate.instrument,
        "quote": " ".join(candidate.quote.split()),
    }
    dates = date_words(candidate) if gives_date else {}
    return EventDraft(known.id, event, dates, given(keys), (candidate.said or on).isoformat())


def given(keys: Mapping[str, Any]) -> dict[str, Any]:
    """The keys that have a value."""
    return {name: value for name, value in keys.items() if value not in (None, "", ())}


def date_words(candidate: Candidate) -> dict[Role, str]:
    """Its dates as the command line takes them; the first of each role, none that it refuses."""
    words: dict[Role, str] = {}
    for role, when in candidate.dates:
        text = _words(when)
        if text is not None:
            words.setdefault(role, text)
    return words


def stated_words(candidate: Candidate) -> str | None:
    """The words of the date."""
    found = (when.stated for _, when in candidate.dates if when.stated)
    return one_line(next(found, None))


def parties(names: tuple[str, ...]) -> tuple[str, ...]:
    """Names as a list with commas takes them: no comma stands in one."""
    plain = (" ".join(one_line(name.replace(",", " ")).split()) for name in names)
    return tuple(dict.fromkeys(name for name in plain if name))


def one_line(text: str | None) -> str:
    """Words of ours on one line, without anything that is not seen."""
    return " ".join("".join(c if c.isprintable() else " " for c in text or "").split())


def _said_on(candidate: Candidate, on: date) -> str | None:
    """Its own day, where that is not its source's: a commitment has no key for it."""
    said = candidate.said
    return None if said is None or said == on else f"said on {said.isoformat()}"


def _kind(candidate: Candidate) -> Kind:
    kind = candidate.kind
    return kind if isinstance(kind, Kind) else _KIND_OF[kind]


def _words(when: When) -> str | None:
    """A date in words that mean the same to the command line; None where none do."""
    zone = f" {when.zone}" if when.zone else ""
    span = f"{when.first or '..'}/{when.last or '..'}"
    for text in (f"{format_value(when.value)}{zone}", span):
        if _means(text, when):
            return text
    return None


def _means(text: str, when: When) -> bool:
    if when.first == when.last and text == str(when.first):
        return True  # a plain day, which needs no grammar
    first = when.first or when.last
    if first is None:
        return False
    from commitrack.timing.anchor import Anchor  # noqa: PLC0415  # the grammar, for the others
    from commitrack.timing.grammar import parse_words  # noqa: PLC0415
    from commitrack.timing.now import Now  # noqa: PLC0415

    at = datetime.combine(first, time(), UTC)
    try:
        return parse_words(text, Anchor(first, "it was said", Now(at, UTC))).when.resolves_as(when)
    except DateError:
        return False
