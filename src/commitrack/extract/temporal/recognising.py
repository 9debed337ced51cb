"""Recognising: all time expressions of a text, in their order, each with its value and reasons."""

from datetime import date

from commitrack.domain.candidate import TimeExpression
from commitrack.domain.when import day_of
from commitrack.extract.temporal.doubting import is_doubtful
from commitrack.extract.temporal.drafts import Draft, Scene
from commitrack.extract.temporal.grammar import Grammar, grammar
from commitrack.extract.temporal.islands import islands
from commitrack.extract.temporal.joining import join, share_day
from commitrack.extract.temporal.makers import MAKERS
from commitrack.extract.temporal.matching import Match, matches_at
from commitrack.extract.temporal.readings import Readings
from commitrack.extract.temporal.tokens import Tokens, blocks
from commitrack.extract.temporal.widening import widen


def find_times(text: str, said: date, language: str = "en") -> tuple[TimeExpression, ...]:
    """The time expressions of a text whose words were said on a day.

    Their offsets count the characters of the text; none overlaps another.

    >>> [it.value for it in find_times("by August 1, within 90 days", date(2025, 7, 7))]
    ['2025-08-01', 'P90D']
    """
    known = grammar(language)
    said = day_of(said)  # of a moment, its day
    found: list[TimeExpression] = []
    before: Scene | None = None
    for tokens in blocks(text, known.lexicon.cues["dotted"]):
        scene = Scene(tokens, known.lexicon, said)
        if before is not None:
            scene.relate_as(before)
        found += [_finish(draft, tokens) for draft in _drafts(scene, known)]
        before = scene
    return tuple(found)


def _finish(draft: Draft, tokens: Tokens) -> TimeExpression:
    start, end = tokens.starts[draft.first], tokens.end(draft.last)
    return TimeExpression(
        start + tokens.offset,
        end + tokens.offset,
        tokens.text[start:end],
        draft.type,
        draft.value,
        draft.why,
        draft.mod,
        draft.freq,
        draft.quant,
    )


def _drafts(scene: Scene, known: Grammar) -> list[Draft]:
    """The expressions of a block."""
    readings = Readings(scene.tokens, known)
    drafts: list[Draft] = []
    floor = 0
    for place in islands(scene.tokens, known):
        if place < floor:
            continue
        match, made = _make(readings, place, known, scene)
        if match is None:
            continue
        takes_the = match.takes_the and not scene.tokens.is_compound(match.first, match.last)
        for draft in made:
            wide = widen(draft, scene, floor, takes_the=takes_the)
            joined = join(drafts[-1], wide, scene) if drafts else None
            if joined is None:
                drafts.append(wide)
            else:
                drafts[-1] = joined
            share_day(drafts, scene)
            scene.remember(drafts[-1], is_known=takes_the)
            floor = drafts[-1].last + 1
        floor = max(floor, match.last + 1)
    return drafts


def _make(
    readings: Readings, place: int, known: Grammar, scene: Scene
) -> tuple[Match | None, list[Draft]]:
    """The longest match that is not doubtful, and what it makes."""
    for match in matches_at(readings, place, known.root):
        if match.rule.maker == "none":
            return match, []
        if is_doubtful(match, scene.tokens, scene.lexicon):
            continue
        try:
            made = MAKERS[match.rule.maker](match, scene)
        except (OverflowError, ValueError):  # beyond the calendar
            continue
        if made:
            return match, made
    return None, []
