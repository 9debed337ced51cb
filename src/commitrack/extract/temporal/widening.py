"""Widening: determiners, portions and approximations before what was found belong to it."""

from commitrack.domain.candidate import TimeType
from commitrack.extract.temporal.drafts import Draft, Scene
from commitrack.extract.temporal.lexicon import Lexicon
from commitrack.extract.temporal.periods import CENTURY, DECADE, SEASON
from commitrack.extract.temporal.tokens import Tokens

_LONGEST_PHRASE = 4
_WITH_THE = {SEASON, DECADE, CENTURY}


def widen(draft: Draft, scene: Scene, floor: int) -> Draft:
    """The expression with what belongs to it on the left; never beyond `floor`."""
    tokens, lexicon = scene.tokens, scene.lexicon
    if draft.takes_the:
        draft = _with_the(draft, tokens, lexicon, floor)
    if draft.type is TimeType.DURATION:
        if tokens.words[draft.first] in lexicon.cues["the"]:
            return draft
        if "X" in draft.value and tokens.words[draft.first - 1] in lexicon.cues["over"]:
            return draft
        wide = _with_phrase(draft, tokens, lexicon, floor, "approx")
        return _with_the(wide, tokens, lexicon, floor) if _is_span(wide, tokens, lexicon) else wide
    if draft.length and draft.type is TimeType.DATE:
        wide = _with_phrase(draft, tokens, lexicon, floor, "approx")
        if wide is draft:
            return draft
        # TimeBank and AQUAINT mark "about two years ago" as a length, "two years ago" as a date.
        return wide._replace(type=TimeType.DURATION, value=draft.length, period=None)
    if draft.type is TimeType.TIME and draft.clock is None:
        return _with_phrase(draft, tokens, lexicon, floor, "portion")
    if draft.type is TimeType.DATE and draft.period is not None:
        wide = _with_phrase(draft, tokens, lexicon, floor, "portion")
        if wide is not draft:
            return (
                _with_the(wide, tokens, lexicon, floor) if draft.period.size in _WITH_THE else wide
            )
        wide = _with_hyphen(draft, tokens, lexicon, floor)
        if wide is draft:
            wide = _with_edge(draft, tokens, lexicon, floor)
        return _with_phrase(wide, tokens, lexicon, floor, "sooner") if wide is draft else wide
    return draft


def _is_span(draft: Draft, tokens: Tokens, lexicon: Lexicon) -> bool:
    """Whether a length is a known one: "for the nine months", "in the six months ended"."""
    words, cues = tokens.words, lexicon.cues
    if "X" in draft.value or not any(
        reading.name == "units" for reading in lexicon.single.get(words[draft.last], ())
    ):
        return False
    lead = words[draft.first - 2] if draft.first > 1 else ""
    after = words[draft.last + 1] if draft.last + 1 < len(words) else ""
    return lead in cues["span_leads"] and after not in cues["of"]


def _with_the(draft: Draft, tokens: Tokens, lexicon: Lexicon, floor: int) -> Draft:
    before = draft.first - 1
    if before >= floor and tokens.words[before] in lexicon.cues["the"]:
        return draft._replace(first=before)
    return draft


def _ending_at(
    place: int, name: str, tokens: Tokens, lexicon: Lexicon, floor: int
) -> tuple[int, str] | None:
    """The longest word or phrase of a class that ends before a place: where it begins, its value."""
    words = tokens.words
    for length in range(_LONGEST_PHRASE, 1, -1):
        first = place - length
        if first < floor:
            continue
        rest = tuple(words[first + 1 : place])
        for others, reading in lexicon.phrases.get(words[first], ()):
            if reading.name == name and others == rest:
                return first, str(reading.value)
    if place - 1 >= floor:
        for reading in lexicon.single.get(words[place - 1], ()):
            if reading.name == name:
                return place - 1, str(reading.value)
    return None


def _with_phrase(draft: Draft, tokens: Tokens, lexicon: Lexicon, floor: int, name: str) -> Draft:
    found = _ending_at(draft.first, name, tokens, lexicon, floor)
    if found is None:
        return draft
    return draft._replace(first=found[0], mod=draft.mod or found[1])


def _with_hyphen(draft: Draft, tokens: Tokens, lexicon: Lexicon, floor: int) -> Draft:
    """ "end-2026"."""
    if draft.first > floor and tokens.is_compound(draft.first - 1, draft.first):
        return _with_phrase(draft, tokens, lexicon, floor, "edge")
    return draft


def _with_edge(draft: Draft, tokens: Tokens, lexicon: Lexicon, floor: int) -> Draft:
    """ "the end of", "the beginning of", with the determiners of both."""
    first = draft.first
    if first - 1 >= floor and tokens.words[first - 1] in lexicon.cues["the"]:
        first -= 1
    if first - 1 < floor:
        return draft
    if tokens.words[first - 1] in lexicon.cues["in"]:  # "later in the year"
        sooner = _ending_at(first - 1, "sooner", tokens, lexicon, floor)
        return draft._replace(first=sooner[0], mod=sooner[1]) if sooner else draft
    if tokens.words[first - 1] not in lexicon.cues["of"]:
        return draft
    found = _ending_at(first - 1, "edge", tokens, lexicon, floor)
    if found is None:
        return draft
    first = found[0]
    if first - 1 >= floor and tokens.words[first - 1] in lexicon.cues["determiners"]:
        first -= 1
    return draft._replace(first=first, mod=found[1])
