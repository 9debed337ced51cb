"""Scenes: a cue in its sentence, with its subject, its verb and the times around it."""

from bisect import bisect_left
from datetime import date
from typing import NamedTuple

from commitrack.extract.clause_ends import clause_end
from commitrack.extract.clauses import (
    Subject,
    owner_before,
    past_report_day,
    subject_before,
)
from commitrack.extract.clocked import Clocked
from commitrack.extract.lexicon import Lexicon
from commitrack.extract.patterns import Match
from commitrack.extract.subjects import Sort, sort_of
from commitrack.extract.tokens import Tokens
from commitrack.extract.verbs import Predicate, bases_of, is_gerund, is_infinitive, predicate_after


class Scene(NamedTuple):
    """A cue in its sentence, with all that its reading rests on.

    Attributes:
        match: the cue.
        end: the token where the words that belong to it end, exclusive.
        act: the token where the words begin that say what is done, where these are another clause.
    """

    tokens: Tokens
    lexicon: Lexicon
    times: tuple[Clocked, ...]
    said: date
    match: Match
    subject: Subject
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

    def does(self, name: str) -> bool:
        """Whether the verb is of a class."""
        return self.predicate is not None and self.predicate.is_any_of(self.lexicon.classes[name])

    def does_itself(self, name: str) -> bool:
        """Whether the cue is a verb of a class."""
        return not bases_of(self.low, self.lexicon).isdisjoint(self.lexicon.classes[name])

    @property
    def sort(self) -> Sort:
        """What the subject can do."""
        return sort_of(self.tokens, self.subject, self.lexicon)

    @property
    def is_agent(self) -> bool:
        """Whether the subject acts; a noun that tells neither way does where the verb is an act."""
        sort = self.sort
        return sort is Sort.AGENT or (sort is Sort.LIKELY and self._is_base_act())

    @property
    def may_act(self) -> bool:
        """Whether the subject acts, or is not told."""
        return self.is_agent or self.sort is Sort.NONE

    def _is_base_act(self) -> bool:
        return self.predicate is None or (self.does("base") and not self.does("state"))

    def future_within(self, first: int, end: int) -> bool:
        """Whether a time that is still to come stands between two tokens."""
        return any(
            time.ends_after(self.said) and self._is_day(time)
            for time in self.times_within(first, end)
        )

    def _is_day(self, time: Clocked) -> bool:
        """Not the day of "said on Monday": what is due on the day itself is still to come."""
        if not (time.first is not None and time.first == time.last == self.said):
            return True
        first = bisect_left(self.tokens.starts, time.expression.start)
        end = bisect_left(self.tokens.starts, time.expression.end)
        near = (first - 2, first - 1, end)
        return not any(self.is_in("said", i) or self.is_in("pasts-of-today", i) for i in near)

    def times_within(self, first: int, end: int) -> tuple[Clocked, ...]:
        """The times between two tokens."""
        if first >= end:
            return ()
        start, stop = (
            self.tokens.starts[first],
            self.tokens.ends[min(end, len(self.tokens.ends)) - 1],
        )
        found = (time for time in self.times if start <= time.expression.start < stop)
        if not self._looks_ahead:
            return tuple(found)
        is_infinitive = self.match.rule.frame == "infinitive"
        after = self.tokens.starts[self.match.end - 1 if is_infinitive else self.match.first]
        return tuple(
            time.ahead(self.said, self.lexicon)
            if time.expression.start > after and not self._is_since(time)
            else time
            for time in found
        )

    def _is_since(self, time: Clocked) -> bool:
        at = bisect_left(self.tokens.starts, time.expression.start)
        is_ended = self.is_in("ended-words", at - 1)
        return is_ended or self.is_in("since-words", at - 1)

    @property
    def _looks_ahead(self) -> bool:
        """Whether the cue tells of what is still to come, so that "Monday" is the next one."""
        cue, classes = self.match.rule.cue, self.lexicon.classes
        if self.low in classes["have-past"]:
            return False
        if cue in classes["future-though-past"] or self.match.rule.frame == "infinitive":
            return True
        return cue in classes["future-cues"] and not self.low.endswith(self.lexicon.phrases["past"])

    @property
    def opening(self) -> int:
        """Where the clause begins with what stands before its subject: "In 1994, the firm"."""
        at = self.subject.first
        if self.is_in("relative", self.subject.end):
            return at  # what stands before "a pact that would" belongs to another verb
        stops = ("auxiliaries", "said", "clause-words", "coordinators", "stops")
        while at > 0 and not any(self.is_in(name, at - 1) for name in stops):
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
            time.expression.type == "DURATION"
            for time in self.times_within(self.match.first, self.end)
        )

    @property
    def is_past(self) -> bool:
        """Whether the cue is past and every date of the clause lies well before it was said."""
        is_noun = self.match.rule.cue.endswith("-noun")
        if not (is_noun or self.low.endswith(self.lexicon.phrases["past"])):
            return False
        days = [time.last for time in self.times_within(self.opening, self.end) if time.last]
        return bool(days) and all((self.said - day).days > 31 for day in days)  # noqa: PLR2004


def set_scene(  # noqa: PLR0911 - a reason a return
    tokens: Tokens, lexicon: Lexicon, times: tuple[Clocked, ...], said: date, match: Match
) -> Scene | None:
    """The scene of a cue; None where what must follow it does not."""
    frame = match.rule.frame
    is_modal = match.rule.cue in ("will", "would")
    predicate = predicate_after(tokens, match.first + 1 if is_modal else match.end, lexicon)
    if frame == "infinitive" and not is_infinitive(tokens, match.end, lexicon):
        return None
    is_noun = match.rule.cue.endswith("-noun")
    inner = tokens.lows[match.first + 1 : match.end - 1]
    is_broken = not is_noun and not lexicon.classes["modals"].isdisjoint(inner)
    if frame == "infinitive" and is_broken:
        return None  # "warned it will go to"
    needs_verb = is_noun or lexicon.classes["due-words"] & set(tokens.lows[match.first : match.end])
    if frame == "infinitive" and needs_verb and not _is_known_verb(predicate, lexicon):
        return None  # "due to delays" is no plan
    if frame == "gerund" and (
        predicate is None or not is_gerund(tokens.lows[predicate.at], lexicon)
    ):
        return None
    before = tokens.lows[match.first - 1] if match.first else ""
    is_owned = is_noun or before in lexicon.classes["possessive-words"]
    find = owner_before if is_owned else subject_before
    subject = find(tokens, match.first, lexicon)
    end = clause_end(tokens, max(match.end, predicate.at + 1 if predicate else 0), lexicon)
    scene = Scene(tokens, lexicon, times, said, match, subject, predicate, end)
    if frame == "object" and not _has_object(tokens, match.end, lexicon):
        return None
    if frame == "number" and not _has_number(tokens, match.end, lexicon):
        return None
    if frame == "date" and not scene.future_within(match.first, end):
        return None
    return scene


def _is_known_verb(predicate: Predicate | None, lexicon: Lexicon) -> bool:
    classes = lexicon.classes
    return predicate is not None and (
        predicate.is_passive
        or predicate.is_any_of(classes["base"] | classes["state"] | classes["continue"])
    )


def _has_number(tokens: Tokens, at: int, lexicon: Lexicon) -> bool:
    """As in "has ordered 50 jets"."""
    low = tokens.lows[at] if at < len(tokens.lows) else "."
    return low[0].isdigit() or low in lexicon.classes["numbers"]


def _has_object(tokens: Tokens, at: int, lexicon: Lexicon) -> bool:
    if at >= len(tokens.lows):
        return False
    low = tokens.lows[at]
    return low in lexicon.classes["object-openers"] or low[0].isdigit()
