"""Widening: determiners, portions and approximations before what was found belong to it."""

from collections.abc import Iterator
from typing import NamedTuple

from commitrack.domain.candidate import TimeType
from commitrack.extract.temporal.drafts import Draft, Scene
from commitrack.extract.temporal.lexicon import Lexicon
from commitrack.extract.temporal.periods import CENTURY, DECADE, MONTH, SEASON, YEAR
from commitrack.extract.temporal.tokens import Tokens

_LONGEST_PHRASE = 4
_UNITS = {"unit", "units"}
_FISCAL = "FY"
_TOLD = {
    "START": "its beginning",
    "MID": "its middle",
    "END": "its end",
    "BEFORE": "an earlier part of it",
    "AFTER": "a later part of it",
    "LESS_THAN": "less than that",
    "MORE_THAN": "more than that",
    "EQUAL_OR_LESS": "at most that",
    "EQUAL_OR_MORE": "at least that",
}
_TAKE_THE = {SEASON, DECADE, CENTURY}
_LONG = {MONTH, YEAR}


def widen(draft: Draft, scene: Scene, floor: int, *, takes_the: bool) -> Draft:
    """The expression with what belongs to it on the left; never beyond `floor`."""
    left = _Left(scene.tokens, scene.lexicon, floor)
    if takes_the:
        draft = left.with_the(draft)
    if draft.type is TimeType.DURATION:
        return _widen_length(draft, left)
    if draft.length:
        return _widen_shifted(draft, left)
    if draft.type is TimeType.TIME and draft.clock is None:
        wide = left.with_phrase(draft, "portion")
        wide = left.with_edge(draft) if wide is draft else wide
        return left.with_phrase(draft, "sooner") if wide is draft else wide
    is_placed = draft.period is not None or draft.value.startswith(_FISCAL)
    if draft.type is TimeType.DATE and (is_placed or takes_the):
        return _widen_date(draft, left)
    return draft


def _widen_length(draft: Draft, left: "_Left") -> Draft:
    """Make "about two years", "at least 30 days", "for the nine months"."""
    words, cues = left.tokens.words, left.lexicon.cues
    if words[draft.first] in cues["the"]:
        return draft
    if "X" in draft.value and left.word(draft.first - 1) in cues["over"]:
        return draft  # "over several years" is during them
    is_over = left.word(draft.first - 1) in cues["over"]
    if is_over and left.word(draft.first - 2) not in cues["over_leads"]:
        return draft  # "phased in over six weeks"
    wide = left.with_phrase(draft, "approx")
    return left.with_the(wide) if _is_known_length(wide, left) else wide


def _is_known_length(draft: Draft, left: "_Left") -> bool:
    """Whether a length is a known one: "for the nine months", "in the six months ended"."""
    words, cues = left.tokens.words, left.lexicon.cues
    last = left.lexicon.single.get(words[draft.last], ())
    if "X" in draft.value or all(reading.name != "units" for reading in last):
        return False
    lead = words[draft.first - 2] if draft.first > 1 else ""
    after = "".join(words[draft.last + 1 : draft.last + 2])
    return lead in cues["span_leads"] and after not in cues["of"]


def _widen_shifted(draft: Draft, left: "_Left") -> Draft:
    """Make "about two years ago", a length in TimeML's corpora; without "about" it is a date."""
    wide = left.with_phrase(draft, "approx")
    if wide is draft or left.tokens.words[wide.first] in left.lexicon.cues["not_before_refs"]:
        return draft  # "twice as many as a year ago"
    return wide._replace(type=TimeType.DURATION, value=draft.length, period=None)


def _widen_date(draft: Draft, left: "_Left") -> Draft:
    """Make "early 1990", "the late 1970s", "end-2026", "the end of the year", "later this year"."""
    wide = left.with_phrase(draft, "portion")
    if wide is not draft and left.is_unit(wide.first - 1):
        return draft  # "two weeks late this year"
    if wide is not draft:
        takes_the = draft.period is not None and draft.period.size in _TAKE_THE
        return left.with_the(wide) if takes_the else wide
    for widened in (left.with_hyphen(draft), left.with_edge(draft)):
        if widened is not draft:
            return widened
    return left.with_phrase(draft, "sooner")


class _Left(NamedTuple):
    """What stands to the left, down to a floor."""

    tokens: Tokens
    lexicon: Lexicon
    floor: int

    def word(self, place: int) -> str:
        """The word at a place that is not below the floor, else nothing."""
        return self.tokens.words[place] if place >= self.floor else ""

    def is_unit(self, place: int) -> bool:
        """Whether a word is a unit, of the expression before."""
        word = self.tokens.words[place] if place >= 0 else ""
        readings = self.lexicon.single.get(word, ())
        return any(reading.name in _UNITS for reading in readings)

    def with_the(self, draft: Draft) -> Draft:
        """With a determiner before it."""
        is_the = self.word(draft.first - 1) in self.lexicon.cues["the"]
        return draft._replace(first=draft.first - 1) if is_the else draft

    def with_phrase(self, draft: Draft, name: str) -> Draft:
        """With a word or phrase of a class before it."""
        if self.word(draft.first - 1) not in self.lexicon.endings:
            return draft
        found = next(self._ending_at(draft.first, name), None)
        return draft if found is None else self._with(draft, found[0], found[1])

    def with_hyphen(self, draft: Draft) -> Draft:
        """Make "end-2026", "by end June"."""
        is_compound = self.tokens.is_compound(draft.first - 1, draft.first)
        if draft.first > self.floor and (is_compound or self._is_after_bare_end(draft)):
            return self.with_phrase(draft, "edge")
        return draft

    def _is_after_bare_end(self, draft: Draft) -> bool:
        """Whether "by end" or the like stands before a month or a year."""
        cues, is_long = self.lexicon.cues, draft.period is not None and draft.period.size in _LONG
        leads = self.word(draft.first - 2), self.word(draft.first - 1)
        return is_long and leads[0] in cues["end_leads"] and leads[1] in cues["bare_end"]

    def with_edge(self, draft: Draft) -> Draft:
        """Make "the end of", with the determiners of both, and "later in"."""
        cues = self.lexicon.cues
        if self.tokens.is_compound(draft.first, draft.last):
            return draft  # "much of the third-quarter growth"
        first = draft.first - (self.word(draft.first - 1) in cues["the"])
        if self.word(first - 1) in cues["in"]:
            found = next(self._ending_at(first - 1, "sooner"), None)
            return draft if found is None else self._with(draft, found[0], found[1])
        if self.word(first - 1) not in cues["of"]:
            return draft
        found = next(self._ending_at(first - 1, "edge"), None)
        if found is None:
            return draft
        start = found[0] - (self.word(found[0] - 1) in cues["determiners"])
        return self._with(draft, start, found[1])

    def _with(self, draft: Draft, first: int, mod: str) -> Draft:
        """With the words from a place on, which make it that portion or about that long."""
        told = f'"{self.tokens.span(first, draft.last)}" is {_TOLD.get(mod, "about it")}'
        return draft._replace(first=first, mod=mod, why=(*draft.why, told))

    def _ending_at(self, place: int, name: str) -> Iterator[tuple[int, str]]:
        """Phrases and words of a class that end before a place, the longest first."""
        words = self.tokens.words
        for first in range(max(self.floor, place - _LONGEST_PHRASE), place - 1):
            rest = tuple(words[first + 1 : place])
            for others, reading in self.lexicon.phrases.get(words[first], ()):
                if reading.name == name and others == rest:
                    yield first, str(reading.value)
        for reading in self.lexicon.single.get(self.word(place - 1), ()):
            if reading.name == name:
                yield place - 1, str(reading.value)
