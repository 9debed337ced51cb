"""Candidate: a statement found in an article, and the time expressions that stand in it."""

from datetime import date
from typing import NamedTuple

from commitrack.domain.vocabulary import Kind, Word
from commitrack.domain.when import Role, When


class TimeType(Word):
    """The four types of a TIMEX3 (ISO 24617-1, TimeML)."""

    DATE = "DATE"
    TIME = "TIME"
    DURATION = "DURATION"
    SET = "SET"


class TimeExpression(NamedTuple):
    """Words of a text that name a time, a length of time, or a set of times.

    Attributes:
        start: offset of its first character; `end` is exclusive.
        value: normalised as TIMEX3 has it: "2025-08-01", "2025-Q3", "P90D", "PRESENT_REF".
        mod: TIMEX3's modifier, such as "END", "APPROX", "LESS_THAN".
        freq: of a SET, how often ("2X"), as TIMEX3 has it; `quant` is "EVERY", "EACH".
        why: how the value came about, a sentence a step.
    """

    start: int
    end: int
    text: str
    type: TimeType
    value: str
    why: tuple[str, ...] = ()
    mod: str | None = None
    freq: str | None = None
    quant: str | None = None


class Untracked(Word):
    """Statements about the future, or the past, that bind nobody; never recorded by default."""

    HOPE = "hope"
    REQUEST = "request"
    FORECAST = "forecast"
    HISTORY = "history"
    HYPOTHESIS = "hypothesis"


class DatedRole(NamedTuple):
    """A date of a candidate, and what it is for."""

    role: Role
    when: When


class Candidate(NamedTuple):
    """A statement that may be a commitment, with the words it rests on.

    Attributes:
        start: offset of the quote's first character; `end` is exclusive.
        sentence: the whole sentence; it begins at `sentence_start`.
        quote: `text[start:end]`, the words that bind.
        title: what will be done, in one line, to be recorded under.
        by: who acts or is bound: codes of countries ("KR"), else names.
        to: towards whom.
        stated_by: who said it, if that is somebody else.
        via: whose account of the words this is.
        obligation: 0 none, 1 intends, 2 plans or aims, 3 promises or agrees, 4 legally binding.
        precision: 0 to 3: one each for a named actor, a testable act, a date.
        instrument: a rung of `INSTRUMENTS`, where the text names one.
        condition: the words of "if", "unless", "subject to", with what follows.
        said: when this statement was made, where the article says so ("said on Monday").
        dates: the first is the one that puts it in a list.
        why: why it was chosen, of that kind, for those parties; a sentence a step.
    """

    start: int
    end: int
    sentence: str
    sentence_start: int
    quote: str
    title: str
    kind: Kind | Untracked
    by: tuple[str, ...] = ()
    to: tuple[str, ...] = ()
    stated_by: str | None = None
    via: str | None = None
    obligation: int = 0
    precision: int = 0
    instrument: str | None = None
    condition: str | None = None
    said: date | None = None
    dates: tuple[DatedRole, ...] = ()
    why: tuple[str, ...] = ()

    @property
    def is_tracked(self) -> bool:
        """Whether it is a commitment: somebody is bound, or a rule changes."""
        return isinstance(self.kind, Kind)
