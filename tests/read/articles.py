"""An article, and what a reader finds in it: what `read` does with that does not hang on how."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any, NamedTuple

from commitrack.domain.article import Article
from commitrack.domain.candidate import Candidate, DatedRole, Untracked
from commitrack.domain.vocabulary import Kind
from commitrack.domain.when import Role, When
from commitrack.timing.values import parse_value

HARBOUR = """\
Ferry fares to rise on the strait

Strait Herald

The port authority met the two governments on Tuesday. It was a long day.

"The new fare of the night ferry starts on 1 September," the Danish ministry said.
Denmark and Sweden agreed to share
their passenger counts every week. Nobody named a day for the first table.

Sweden will repair the northern pier by 15 December 2025. The pier is closed.

The authority hopes that commuters will be patient. Ticket sales may fall in winter.
"""

Finder = Callable[[Article], tuple[Candidate, ...]]


class Told(NamedTuple):
    """A statement as a reader finds it: its quote, and the rest by name."""

    quote: str
    kind: Kind | Untracked
    title: str
    more: dict[str, Any]


def on(value: object, role: Role, stated: str | None = None, zone: str | None = None) -> DatedRole:
    return DatedRole(role, parse_value(value, zone, stated, role))


def when(value: object, zone: str | None = None) -> When:
    return parse_value(value, zone)


FARE = Told(
    "The new fare of the night ferry starts on 1 September",
    Kind.MEASURE,
    "New fare of the night ferry starts",
    {
        "by": ("DK",),
        "stated_by": "the Danish ministry",
        "obligation": 4,
        "precision": 3,
        "dates": (on(date(2025, 9, 1), Role.EFFECTIVE, "on 1 September"),),
        "why": ("starts: a rule begins", "the ministry said it"),
    },
)
COUNTS = Told(
    "Denmark and Sweden agreed to share\ntheir passenger counts every week",
    Kind.AGREEMENT,
    "Share passenger counts every week",
    {"by": ("DK", "SE"), "obligation": 3, "precision": 2, "why": ("agreed to: an agreement",)},
)
PIER = Told(
    "Sweden will repair the northern pier by 15 December 2025",
    Kind.PROMISE,
    "Repair the northern pier",
    {
        "by": ("SE",),
        "obligation": 2,
        "precision": 3,
        "dates": (on(date(2025, 12, 15), Role.DUE, "by 15 December 2025"),),
        "why": ("will: a promise",),
    },
)
PATIENCE = Told(
    "commuters will be patient", Untracked.HOPE, "Be patient", {"why": ("hopes that: a hope",)}
)
WINTER = Told(
    "Ticket sales may fall in winter", Untracked.FORECAST, "Fall in winter", {"why": ("may",)}
)
ALL = (FARE, COUNTS, PIER, PATIENCE, WINTER)


def finder(told: Sequence[Told] = ALL) -> Finder:
    """A reader that finds these statements where their quotes stand."""

    def find(article: Article) -> tuple[Candidate, ...]:
        found = [_candidate(article.text, one) for one in told if one.quote in article.text]
        return tuple(sorted(found, key=lambda one: one.start))

    return find


def _candidate(text: str, told: Told) -> Candidate:
    start = text.index(told.quote)
    end = start + len(told.quote)
    first = max(text.rfind(". ", 0, start) + 2, text.rfind("\n\n", 0, start) + 2, 0)
    last = text.find(".", end) + 1 or len(text)
    return Candidate(
        start, end, text[first:last], first, told.quote, told.title, told.kind, **told.more
    )
