"""What is known of the statements found in an article: the rows of every face of `read`."""

from datetime import date
from typing import NamedTuple

from commitrack.domain.article import Article
from commitrack.domain.candidate import Candidate, TimeExpression
from commitrack.domain.vocabulary import EventType
from commitrack.domain.when import When


class Known(NamedTuple):
    """A commitment of the ledger that a statement says again.

    Attributes:
        is_recorded: these very words of this article are in the ledger already.
        event: what recording the statement would be to that commitment.
        in_force: the date that the commitment has, where the statement gives another one.
        is_closed: nothing more is expected of the commitment.
        is_sure: their words are so much alike that nobody needs to be asked.
        is_cited: the commitment, or an event of it, rests on this article already.
    """

    id: str
    title: str
    is_recorded: bool
    event: EventType = EventType.REAFFIRMED
    in_force: When | None = None
    is_closed: bool = False
    is_sure: bool = True
    is_cited: bool = False

    @property
    def differs(self) -> bool:
        """Whether the statement gives another date than the one in force."""
        return self.in_force is not None


class Found(NamedTuple):
    """One statement, numbered.

    Attributes:
        line: of its quote, from 1.
        on: the day that it was said.
        command: the command line that records it; empty where it is recorded already.
        repeats: the number of an earlier statement, of this article or one before, that it says
            again.
    """

    number: int
    candidate: Candidate
    line: int
    on: date
    known: Known | None = None
    command: str = ""
    repeats: int | None = None


class Reading(NamedTuple):
    """An article and what was found in it, in the order of the text.

    Attributes:
        times: every time expression, where they were asked for.
    """

    article: Article
    found: tuple[Found, ...]
    times: tuple[TimeExpression, ...] | None = None

    @property
    def tracked(self) -> tuple[Found, ...]:
        """The commitments."""
        return tuple(one for one in self.found if one.candidate.is_tracked)

    @property
    def untracked(self) -> tuple[Found, ...]:
        """What binds nobody."""
        return tuple(one for one in self.found if not one.candidate.is_tracked)
