"""Options of the writing verbs, and how they become what the use cases take."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING, Annotated, Any

import typer

from commitrack.app.looking import Fetching, GivenSource, look_at_sources
from commitrack.cli.closing import CLOSING
from commitrack.cli.completing import complete_parties, complete_sources, complete_tags
from commitrack.domain.source import SourceDetails
from commitrack.domain.vocabulary import EventType
from commitrack.domain.when import Role
from commitrack.errors import DateError, UsageError
from commitrack.timing.anchor import anchor_today
from commitrack.timing.plain_moment import try_plain_day

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from datetime import date, datetime

    from commitrack.cli.session import Session


def _option(
    *names: str, text: str, metavar: str, complete: Callable[..., Any] | None = None
) -> Any:  # noqa: ANN401  # typer's own type
    return typer.Option(
        *names, help=text, metavar=metavar, show_default=False, autocompletion=complete
    )


Due = Annotated[str | None, _option("--due", text="Must be done by then.", metavar="WHEN")]
Effective = Annotated[str | None, _option("--effective", text="Starts then.", metavar="WHEN")]
Expires = Annotated[str | None, _option("--expires", text="Ends then.", metavar="WHEN")]
Happens = Annotated[str | None, _option("--happens", text="Takes place then.", metavar="WHEN")]
By = Annotated[
    list[str] | None,
    _option(
        "--by", text="Who acts or is bound: KR,US.", metavar="PARTY", complete=complete_parties
    ),
]
EventBy = Annotated[
    list[str] | None,
    _option("--by", text="Who did it.", metavar="PARTY", complete=complete_parties),
]
To = Annotated[
    list[str] | None,
    _option("--to", text="Towards whom.", metavar="PARTY", complete=complete_parties),
]
StatedBy = Annotated[
    str | None, _option("--stated-by", text="Who said it, if not who is bound.", metavar="WHO")
]
Via = Annotated[
    str | None, _option("--via", text="Whose account of the words it is.", metavar="WHO")
]
KindOption = Annotated[
    str | None, _option("--kind", text="measure, promise, agreement …", metavar="KIND")
]
Instrument = Annotated[
    str | None, _option("--instrument", text="order, law, mou, post …", metavar="WHAT")
]
Sources = Annotated[
    list[str] | None,
    _option(
        "--source",
        text="A known id, a file (- is stdin), or an address.",
        metavar="SOURCE",
        complete=complete_sources,
    ),
]
Quote = Annotated[str | None, _option("--quote", text="The exact words.", metavar="WORDS")]
Stated = Annotated[str | None, _option("--stated", text="The words of the date.", metavar="WORDS")]
Condition = Annotated[
    str | None,
    _option("--condition", text="What must come first: words, or its id.", metavar="WORDS"),
]
ReviewOption = Annotated[
    str | None, _option("--review", text="Look at it again every: 90d.", metavar="PERIOD")
]
DefaultWithin = Annotated[
    str | None,
    _option("--default-within", text="No date said; we expect it within: 3m.", metavar="PERIOD"),
]
DefaultReason = Annotated[
    str | None, _option("--default-reason", text="Why we expect it by then.", metavar="TEXT")
]
Remind = Annotated[
    list[str] | None, _option("--remind", text="Lead times: 30d,7d.", metavar="PERIOD")
]
Tags = Annotated[
    list[str] | None,
    _option("--tag", text="A word to find it by.", metavar="TAG", complete=complete_tags),
]
NoteOption = Annotated[str | None, _option("--note", text="A remark.", metavar="TEXT")]
Reason = Annotated[str | None, _option("--reason", text="Why.", metavar="TEXT")]
On = Annotated[str | None, _option("--on", text="The day it happened.", metavar="WHEN")]
Outlet = Annotated[
    str | None, _option("--outlet", text="New source: who published it.", metavar="NAME")
]
Author = Annotated[
    str | None, _option("--author", text="New source: who wrote it.", metavar="NAME")
]
Said = Annotated[
    str | None, _option("--said", text="New source: when it was said.", metavar="WHEN")
]
Published = Annotated[
    str | None, _option("--published", text="New source: when it was published.", metavar="WHEN")
]
Url = Annotated[str | None, _option("--url", text="New source: its address.", metavar="URL")]
RoleOption = Annotated[
    str | None,
    _option(
        "--role", text="Which date, when it has several.", metavar="due|effective|expires|happens"
    ),
]
SupersededBy = Annotated[
    str | None, _option("--superseded-by", text="The id that takes its place.", metavar="ID")
]
Fetch = Annotated[
    bool, typer.Option("--fetch", help="Fetch the address of --source, and keep its text.")
]
AllowPrivate = Annotated[
    bool, typer.Option("--allow-private", help="With --fetch: from your own network too.")
]
Unverified = Annotated[bool, typer.Option("--unverified", help="Record a quote that is not found.")]
Yes = Annotated[bool, typer.Option("--yes", "-y", help="Take inferred far dates without asking.")]
DryRun = Annotated[
    bool, typer.Option("--dry-run", help="Say what would be written; write nothing.")
]


def listed(values: Iterable[str] | None) -> tuple[str, ...]:
    """Repeated options and commas make one list, each once."""
    parts = (part.strip() for value in values or () for part in value.split(","))
    return tuple(dict.fromkeys(part for part in parts if part))


def given(**values: Any) -> dict[str, Any]:  # noqa: ANN401  # any value of an option
    """The values that were given."""
    return {name: value for name, value in values.items() if value not in (None, "", ())}


def dates_given(
    due: str | None, effective: str | None, expires: str | None, happens: str | None
) -> Mapping[Role, str]:
    """Words of dates by role."""
    words = zip(Role, (due, effective, expires, happens), strict=True)
    return {role: text for role, text in words if text is not None}


def role_given(word: str | None) -> Role | None:
    """A role by its name.

    Raises:
        UsageError: there is no such role.
    """
    if word is None:
        return None
    if word not in tuple(Role):
        raise UsageError(f"{word} is no role of a date", remedy=f"roles: {' '.join(Role)}")
    return Role(word)


def event_type(word: str) -> EventType:
    """A type of event by its name.

    Raises:
        UsageError: there is no such type; the remedy names the nearest.
    """
    name = word.strip().lower().replace("-", "_")
    if name == EventType.CORRECTED:
        raise UsageError("a correction has a verb of its own", remedy="commitrack correct ID …")
    if name not in tuple(EventType):
        near = get_close_matches(name, tuple(EventType), n=1, cutoff=0.5)
        guess = f"did you mean {near[0]}? " if near else ""
        raise UsageError(f"{word} is no event", remedy=f"{guess}events: {' '.join(EventType)}")
    return EventType(name)


def outcome_event(word: str) -> EventType:
    """The event that closes a commitment so.

    Raises:
        UsageError: there is no such outcome; the remedy names the nearest.
    """
    name = word.strip().lower().replace("_", "-")
    if name not in CLOSING:
        near = get_close_matches(name, CLOSING, n=1, cutoff=0.5)
        guess = f"did you mean {near[0]}? " if near else ""
        raise UsageError(f"{word} is no outcome", remedy=f"{guess}outcomes: {' '.join(CLOSING)}")
    return CLOSING[name]


def sources_given(
    session: Session, words: Sequence[str] | None, fetching: Fetching | None = None
) -> tuple[GivenSource, ...]:
    """Sources as named; files are read here, and pages fetched, before anything is locked."""
    folder, read_stdin = session.world.folder, session.read_stdin
    return look_at_sources(tuple(words or ()), folder, read_stdin, fetching)


def fetching_given(session: Session, *, fetch: bool, allow_private: bool) -> Fetching | None:
    """How addresses are fetched, if they are to be.

    Raises:
        UsageError: they are not, so that nothing is to be allowed.
    """
    if allow_private and not fetch:
        message = "--allow-private says how to fetch, but nothing is fetched"
        raise UsageError(message, remedy="add --fetch")
    return Fetching(session.now.at, allow_private) if fetch else None


def details_given(
    session: Session,
    outlet: str | None,
    author: str | None,
    said: str | None,
    published: str | None,
    url: str | None,
) -> SourceDetails:
    """What was said of a new source."""
    return SourceDetails(
        None,
        outlet,
        author,
        url,
        _moment(session, said, "--said"),
        _moment(session, published, "--published"),
    )


def _moment(session: Session, words: str | None, flag: str) -> date | datetime | None:
    day = None if words is None else try_plain_day(words)
    if words is None or day is not None:
        return day
    from commitrack.timing.grammar import parse_words  # noqa: PLC0415  # most are plain days

    when = parse_words(words, anchor_today(session.now)).when
    if when.at is not None:
        return when.at
    if when.first is None or when.first != when.last:
        raise DateError(f"{words} is not one day", remedy=f"{flag} wants a day")
    return when.first
