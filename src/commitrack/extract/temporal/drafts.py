"""Drafts: an expression while it is being made, and what its makers know."""

from datetime import date, datetime
from typing import NamedTuple

from commitrack.domain.candidate import TimeType
from commitrack.extract.temporal.directions import Direction, direction_at
from commitrack.extract.temporal.lexicon import Lexicon
from commitrack.extract.temporal.matching import Match
from commitrack.extract.temporal.notations import Clock
from commitrack.extract.temporal.periods import DAY, MONTH, QUARTER, YEAR, Period, around
from commitrack.extract.temporal.tenses import is_stop
from commitrack.extract.temporal.tokens import Tokens

_NEAR = 8
_WEEK = 7
_CALLED = 9  # words
_COMPARED = 6  # words
_DAY_WORDS = {"weekday", "dayword"}
_HYPHEN, _COMMA = "-", ","
_SENTENCE = 40  # words
_MOST_BETWEEN = 2  # "May or early June"
_MOMENT, _MIDNIGHT = len("2025-08-07T00:01"), "24"


class Draft(NamedTuple):
    """A time expression by its tokens, `last` included.

    Attributes:
        period: what later expressions may relate to ("that year"), for a DATE or TIME.
        clock: a time of day that still lacks its day.
        length: of a date that is a length away, that length.
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


class Scene:
    """What stands around an expression: the words, the day they were said, the times before."""

    def __init__(self, tokens: Tokens, lexicon: Lexicon, said: date) -> None:
        self.tokens = tokens
        self.lexicon = lexicon
        self.said = said
        self.ref: Period | None = None
        self.day: Period | None = None
        self.day_at = 0
        self.story: Period | None = None
        self.last = -1
        self.ref_at = -1
        self.moment: datetime | None = None
        self.quarter: Period | None = None
        self.compared: Period | None = None
        self.is_end = False

    def relate_as(self, before: "Scene") -> None:
        """Relate words to what was named in the block before."""
        self.ref, self.day, self.moment = before.ref, before.day, before.moment
        self.quarter, self.compared = before.quarter, before.compared
        self.story, self.day_at = before.story, -len(before.tokens.words)
        self.ref_at = -len(before.tokens.words)

    def direction(self, match: Match, *, is_far: bool = False) -> Direction:
        """Which way the words around a match point from when they were said.

        What may be `is_far` is not what was said then: "said in May" says little of May.
        """
        return direction_at(self.tokens, match.first, match.last, self.lexicon, is_far=is_far)

    def direction_at(self, place: int) -> Direction:
        """Which way the words around a word point."""
        return direction_at(self.tokens, place, place, self.lexicon)

    def is_same_sentence(self, match: Match) -> bool:
        """Whether the time named before stands in the sentence of a match, and near it."""
        words, stops, last = self.tokens.words, self.lexicon.cues["stops"], self.last
        return 0 <= match.first - last <= _SENTENCE and not any(
            words[place] in stops and is_stop(self.tokens, place, self.lexicon)
            for place in range(max(0, last), match.first)
        )

    def is_called(self, match: Match) -> bool:
        """Whether something was called, ordered or set not far before: "set a hearing for"."""
        leads = self.tokens.words[max(0, match.first - _CALLED) : match.first]
        return not self.lexicon.cues["calling"].isdisjoint(leads)

    def year_ahead(self, match: Match) -> int:
        """The year to come that its sentence named right before: "next year, probably in May"."""
        ref, gap = self.ref, match.first - self.ref_at
        is_ahead = ref is not None and ref.size == YEAR and ref.first.year > self.said.year
        kind = self.tokens.words[max(0, self.ref_at - 1)]
        is_ahead = is_ahead and kind not in self.lexicon.cues["fiscal_words"]
        is_near = is_ahead and gap <= _NEAR and self.is_same_sentence(match)
        return ref.first.year if ref is not None and is_near else 0

    def before(self, match: Match) -> str:
        """The word before a match, else nothing."""
        return self.tokens.words[match.first - 1] if match.first else ""

    def after(self, match: Match) -> str:
        """The word after a match, else nothing."""
        return "".join(self.tokens.words[match.last + 1 : match.last + 2])

    def joined_to(self, match: Match) -> str:
        """The word that joins a match to the time named right before it: "to", "and", "or"."""
        if self.ref_at != self.last:
            return ""  # "the year to June" joins nothing
        between = self.tokens.words[self.last + 1 : match.first]
        if not between and self.last >= 0 and self.tokens.is_compound(self.last, match.first):
            between = [_HYPHEN]  # "February-June"
        is_near = self.last >= 0 and 0 < len(between) <= _MOST_BETWEEN and self.ref is not None
        is_joint = is_near and between[0] in self.lexicon.cues["joining"]
        return between[0] if is_joint or self._is_listed(match, between) else ""

    def _is_listed(self, match: Match, between: list[str]) -> bool:
        """Whether a month goes on a list of months: "in March, May and July"."""
        is_month = len(match.readings) == 1 and match.has("month")
        is_after_one = self.ref is not None and self.ref.size == MONTH
        return is_month and is_after_one and between == [_COMMA]

    def words(self, match: Match) -> str:
        """The words of a match, quoted."""
        return f'"{self.tokens.span(match.first, match.last)}"'

    def remember(self, draft: Draft, *, is_known: bool) -> None:
        """Let later expressions relate to one; a length is known with a determiner."""
        period, self.last = draft.period, draft.last
        lead = self.tokens.words[max(0, draft.first - 2) : draft.first]
        self.is_end = " ".join(lead) in self.lexicon.cues["year_over"]  # "the year ended June 30"
        if self._is_only_compared(draft):
            return
        if period is None:
            # "A year earlier" after "the first nine months" is the year before, no quarter.
            if is_known and draft.type is TimeType.DURATION and draft.value.endswith("M"):
                self.compared = Period(YEAR, date(self.said.year, 1, 1))
            return
        self.ref, self.ref_at = period, draft.last
        if len(draft.value) == _MOMENT and draft.value[11:13] < _MIDNIGHT:
            self.moment = datetime.fromisoformat(draft.value)
        if period.size == DAY:
            self._remember_day(period, draft)
        if period.size == QUARTER and period.first < around(self.said, QUARTER).first:
            if self.quarter is None or period.first > self.quarter.first:
                self.quarter = period
            self.compared = self.quarter

    def _remember_day(self, period: Period, draft: Draft) -> None:
        """Keep the day, and as the day of the story one of the past week that has no date."""
        is_near = 0 <= (self.said - period.first).days <= _WEEK
        lead = self.tokens.words[draft.first - 1] if draft.first else ""
        if self.story is not None and not is_near and lead in self.lexicon.cues["day_bounds"]:
            return  # "its lowest since July 14": the morning after that is the story's
        self.day, self.day_at = period, draft.last
        single = self.lexicon.single
        if is_near and any(
            reading.name in _DAY_WORDS
            for word in self.tokens.words[draft.first : draft.last + 1]
            for reading in single.get(word, ())
        ):
            self.story = period

    def _is_only_compared(self, draft: Draft) -> bool:
        """Whether it is the day of an amount compared with: "from 139 million on Thursday"."""
        if draft.period is None or draft.period.size != DAY:
            return False
        leads = self.tokens.words[max(0, draft.first - _COMPARED) : draft.first]
        if self.lexicon.cues["from"].isdisjoint(leads):
            return False
        return any(word[0].isdecimal() for word in leads)


def show(day: date) -> str:
    """A day as reasons write it."""
    return f"{day.day} {day:%b %Y}"
