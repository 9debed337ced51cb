"""Drafts: an expression while it is being made, and what its makers know."""

from datetime import date
from typing import NamedTuple

from commitrack.domain.candidate import TimeType
from commitrack.extract.temporal.directions import Direction, direction_at
from commitrack.extract.temporal.lexicon import Lexicon
from commitrack.extract.temporal.matching import Match
from commitrack.extract.temporal.notations import Clock
from commitrack.extract.temporal.periods import QUARTER, YEAR, Period, last_day
from commitrack.extract.temporal.tokens import Tokens


class Draft(NamedTuple):
    """A time expression by its tokens, `last` included.

    Attributes:
        period: what later expressions may relate to ("that year"), for a DATE or TIME.
        clock: a time of day that still lacks its day.
        length: of a date that is a length away, that length.
        takes_the: whether a determiner before it belongs to it.
    """

    first: int
    last: int
    type: TimeType
    value: str
    why: tuple[str, ...] = ()
    mod: str | None = None
    freq: str | None = None
    quant: str | None = None
    period: Period | None = None
    clock: Clock | None = None
    length: str = ""
    takes_the: bool = False


class Scene:
    """What stands around an expression: the words, the day they were said, the times before."""

    def __init__(self, tokens: Tokens, lexicon: Lexicon, said: date) -> None:
        self.tokens = tokens
        self.lexicon = lexicon
        self.said = said
        self.ref: Period | None = None
        self.quarter: Period | None = None
        self.compared: Period | None = None

    def direction(self, match: Match, *, is_far: bool = False) -> Direction:
        """Which way the words around a match point from when they were said.

        What may be `is_far` is not what was said then: "said in May" says little of May.
        """
        return direction_at(self.tokens, match.first, match.last, self.lexicon, is_far=is_far)

    def before(self, match: Match) -> str:
        """The word before a match, else nothing."""
        return self.tokens.words[match.first - 1] if match.first else ""

    def after(self, match: Match) -> str:
        """The word after a match, else nothing."""
        return "".join(self.tokens.words[match.last + 1 : match.last + 2])

    def words(self, match: Match) -> str:
        """The words of a match, quoted."""
        return f'"{self.tokens.span(match.first, match.last)}"'

    def remember_length(self, draft: Draft) -> None:
        """Let "a year earlier" after "the first nine months" be the year before, no quarter."""
        if draft.takes_the and draft.type is TimeType.DURATION and draft.value.endswith("M"):
            self.compared = Period(YEAR, date(self.said.year, 1, 1))

    def remember(self, period: Period | None) -> None:
        """Let later expressions relate to a period."""
        if period is None:
            return
        self.ref = period
        is_over = period.size == QUARTER and last_day(period) <= self.said
        if is_over and (self.quarter is None or period.first > self.quarter.first):
            self.quarter = period
        if is_over:
            self.compared = self.quarter


def show(day: date) -> str:
    """A day as reasons write it."""
    return f"{day.day} {day:%b %Y}"
