"""Scenes: a cue in its sentence, with its subject, its verb and the times around it."""

from bisect import bisect_left
from datetime import date
from typing import NamedTuple

from commitrack.domain.candidate import TimeType
from commitrack.extract.clause_starts import past_report_day
from commitrack.extract.clauses import Subject
from commitrack.extract.clocked import Clocked
from commitrack.extract.governing import Governor, governor_of
from commitrack.extract.lexicon import Lexicon
from commitrack.extract.patterns import Match
from commitrack.extract.subjects import Sort
from commitrack.extract.tokens import Tokens
from commitrack.extract.verbs import Predicate, bases_of

_OPENING_STOPS = ("auxiliaries", "said", "clause-words", "coordinators", "stops")
_BE = frozenset({"be"})


class Scene(NamedTuple):
    """A cue in its sentence, with all that its reading rests on.

    Attributes:
        match: the cue.
        sort: what the subject can do.
        end: the token where the words that belong to it end, exclusive.
        act: the token where the words begin that say what is done, where these are another clause.
    """

    tokens: Tokens
    lexicon: Lexicon
    times: tuple[Clocked, ...]
    said: date
    match: Match
    subject: Subject
    sort: Sort
    predicate: Predicate | None
    end: int
    act: int | None = None

    @property
    def low(self) -> str:
        """The first word of the cue."""
        return self.tokens.lows[self.match.first]

    def is_in(self, name: str, at: int) -> bool:
        """Whether the token is of a class."""
        lows = self.tokens.lows
        return 0 <= at < len(lows) and lows[at] in self.lexicon.classes[name]

    def has(self, name: str, first: int, end: int | None = None) -> bool:
        """Whether a word of a class stands between two tokens, else from the first one on."""
        return not self.lexicon.classes[name].isdisjoint(self.tokens.lows[first:end])

    def is_in_digits(self, at: int) -> bool:
        """Whether the token begins with a digit."""
        lows = self.tokens.lows
        return 0 <= at < len(lows) and lows[at][0].isdigit()

    def is_number(self, at: int) -> bool:
        """Whether the token is a number, in digits or in words."""
        lows = self.tokens.lows
        return 0 <= at < len(lows) and self.lexicon.is_number(lows[at])

    def starts_with(self, name: str) -> bool:
        """Whether the cue's first word is of a class."""
        return self.low in self.lexicon.classes[name]

    def cue_has(self, name: str) -> bool:
        """Whether a word of the cue is of a class."""
        return self.has(name, self.match.first, self.match.end)

    def follows(self, name: str) -> bool:
        """Whether the word before the cue is of a class."""
        return self.is_in(name, self.match.first - 1)

    def does_itself(self, name: str) -> bool:
        """Whether the cue is a verb of a class."""
        return not bases_of(self.low, self.lexicon).isdisjoint(self.lexicon.classes[name])

    def does(self, name: str) -> bool:
        """Whether the verb is of a class."""
        return self.predicate is not None and self.predicate.is_any_of(self.lexicon.classes[name])

    def does_to(self, name: str, within: int = 1) -> bool:
        """Whether one of so many words after the verb is of a class."""
        if self.predicate is None:
            return False
        after = self.predicate.at + 1
        return self.has(name, after, after + within)

    @property
    def is_being(self) -> bool:
        """Whether the verb is no other than "be"."""
        return self.predicate is not None and self.predicate.bases == _BE

    @property
    def is_passive(self) -> bool:
        """Whether the subject undergoes what is done."""
        return self.predicate is not None and self.predicate.is_passive

    @property
    def is_not_done(self) -> bool:
        """Whether "not" or the like stands before the verb."""
        return self.predicate is not None and self.predicate.is_negated

    def head_is(self, name: str) -> bool:
        """Whether the word that names the subject is of a class."""
        return self.subject.head is not None and self.is_in(name, self.subject.head)

    @property
    def subject_word(self) -> int:
        """The token that names the subject; where none does, the first: "That would"."""
        return self.subject.head or 0

    def subject_follows(self, name: str) -> bool:
        """Whether the word before the subject is of a class."""
        return self.is_in(name, self.subject.first - 1)

    @property
    def governor(self) -> Governor | None:
        """The hope, report or condition that the clause stands under."""
        return self.governor_at(self.subject.first)

    def governor_at(self, first: int) -> Governor | None:
        """The hope, report or condition that words from a token on stand under."""
        return governor_of(self.tokens, first, self.lexicon)

    @property
    def is_agent(self) -> bool:
        """Whether the subject acts; a noun that tells neither way does where the verb is an act."""
        return self.sort is Sort.AGENT or (self.sort is Sort.LIKELY and self._is_base_act())

    @property
    def may_act(self) -> bool:
        """Whether the subject acts, or is not told."""
        return self.is_agent or self.sort is Sort.NONE

    def _is_base_act(self) -> bool:
        return self.predicate is None or (self.does("base") and not self.does("state"))

    @property
    def opening(self) -> int:
        """Where the clause begins with what stands before its subject: "In 1994, the firm"."""
        at = self.subject.first
        if self.is_in("relative", self.subject.end):
            return at  # what stands before "a pact that would" belongs to another verb
        while at > 0 and not any(self.is_in(name, at - 1) for name in _OPENING_STOPS):
            at -= 1
        return past_report_day(self.tokens, at, self.subject.end, self.lexicon)

    @property
    def has_future(self) -> bool:
        """Whether the clause has a time that is still to come."""
        return self.future_within(self.opening, self.end)

    @property
    def has_later(self) -> bool:
        """Whether the clause has a time after the day when it was said."""
        return any(
            time.ends_after(self.said) and time.last != self.said
            for time in self.times_within(self.opening, self.end)
        )

    @property
    def is_timed(self) -> bool:
        """Whether it has a time still to come, or a length of time after the cue."""
        return self.has_future or any(
            time.expression.type is TimeType.DURATION
            for time in self.times_within(self.match.first, self.end)
        )

    def future_within(self, first: int, end: int) -> bool:
        """Whether a time that is still to come stands between two tokens."""
        return any(
            time.ends_after(self.said) and not self._is_day_of_report(time)
            for time in self.times_within(first, end)
        )

    def times_within(self, first: int, end: int) -> tuple[Clocked, ...]:
        """The times between two tokens."""
        if first >= end:
            return ()
        starts, ends = self.tokens.starts, self.tokens.ends
        start, stop = starts[first], ends[min(end, len(ends)) - 1]
        found = (time for time in self.times if start <= time.expression.start < stop)
        if not self._looks_ahead:
            return tuple(found)
        is_infinitive = self.match.rule.frame == "infinitive"
        after = starts[self.match.end - 1 if is_infinitive else self.match.first]
        return tuple(
            time.ahead(self.said, self.lexicon)
            if time.expression.start > after and not self._is_since(time)
            else time
            for time in found
        )

    @property
    def _looks_ahead(self) -> bool:
        """Whether the cue tells of what is still to come, so that "Monday" is the next one."""
        cue, classes = self.match.rule.cue, self.lexicon.classes
        if self.low in classes["have-past"] or self._is_later:
            return False
        if cue in classes["future-though-past"] or self.match.rule.frame == "infinitive":
            return True
        return cue in classes["future-cues"] and not self.low.endswith(self.lexicon.phrases["past"])

    @property
    def _is_later(self) -> bool:
        """Whether something else is told to have come after: "after its decision to sell"."""
        before = self.tokens.lows[max(0, self.match.first - 2) : self.match.first]
        is_noun = self.match.rule.cue.endswith("-noun")
        return is_noun and not self.lexicon.classes["after-words"].isdisjoint(before)

    def _is_since(self, time: Clocked) -> bool:
        """As in "since Monday", "in the year ended in March"."""
        before = bisect_left(self.tokens.starts, time.expression.start) - 1
        return self.is_in("ended-words", before) or self.is_in("since-words", before)

    def _is_day_of_report(self, time: Clocked) -> bool:
        """As in "said on Monday"; what is due on the day itself is still to come."""
        if not (time.first is not None and time.first == time.last == self.said):
            return False
        first = bisect_left(self.tokens.starts, time.expression.start)
        end = bisect_left(self.tokens.starts, time.expression.end)
        near = (first - 2, first - 1, end)
        return any(self.is_in("said", i) or self.is_in("pasts-of-today", i) for i in near)
