"""Recognising: all time expressions of a text, in their order, each with its value and reasons."""

from collections.abc import Iterator
from datetime import date

from commitrack.domain.candidate import TimeExpression
from commitrack.extract.temporal.doubting import is_doubtful
from commitrack.extract.temporal.drafts import Draft, Scene
from commitrack.extract.temporal.joining import join
from commitrack.extract.temporal.lexicon import Lexicon, lexicon
from commitrack.extract.temporal.makers import MAKERS
from commitrack.extract.temporal.matching import matches_at
from commitrack.extract.temporal.periods import Period
from commitrack.extract.temporal.readings import SIGNS, Readings
from commitrack.extract.temporal.rules import Node, rules
from commitrack.extract.temporal.tokens import Tokens, blocks
from commitrack.extract.temporal.widening import widen


def find_times(text: str, said: date, language: str = "en") -> tuple[TimeExpression, ...]:
    """The time expressions of a text whose words were said on a day.

    Their offsets count the characters of the text; none overlaps another.

    >>> [it.value for it in find_times("by August 1, within 90 days", date(2025, 7, 7))]
    ['2025-08-01', 'P90D']
    """
    words = lexicon(language)
    root, literals = rules(language)
    found: list[TimeExpression] = []
    ref: Period | None = None
    quarter: Period | None = None
    for tokens in blocks(text):
        scene = Scene(tokens, words, said)
        scene.ref, scene.quarter = ref, quarter
        found += [_finish(draft, tokens) for draft in _drafts(scene, words, root, literals)]
        ref, quarter = scene.ref, scene.quarter
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


def _drafts(scene: Scene, words: Lexicon, root: Node, literals: frozenset[str]) -> list[Draft]:
    """The expressions of a block."""
    readings = Readings(scene.tokens, words, literals)
    drafts: list[Draft] = []
    floor = 0
    for place in _islands(scene.tokens, words, root):
        if place < floor:
            continue
        made, after = _make(readings, place, root, scene)
        for draft in made:
            wide = widen(draft, scene, floor)
            joined = join(drafts[-1], wide, scene) if drafts else None
            if joined is None:
                drafts.append(wide)
            else:
                drafts[-1] = joined
            scene.remember(drafts[-1].period)
            floor = drafts[-1].last + 1
        floor = max(floor, after)
    return drafts


def _islands(tokens: Tokens, words: Lexicon, root: Node) -> Iterator[int]:
    """The places where a pattern may begin: all else is passed by at the price of a look-up."""
    starters = _starters(words, root)
    for place, word in enumerate(tokens.words):
        if word in starters or word[0] <= "9" and word[0] >= "0":
            yield place


def _starters(words: Lexicon, root: Node) -> frozenset[str]:
    first = root.follow
    single = (w for w, them in words.single.items() if any(it.name in first for it in them))
    phrases = (w for w, them in words.phrases.items() if any(it.name in first for _, it in them))
    literal = (name[1:] for name in first if name[0] == "'" and name[1:])
    return frozenset((*single, *phrases, *literal, *(SIGNS & set(first))))


def _make(readings: Readings, place: int, root: Node, scene: Scene) -> tuple[list[Draft], int]:
    """What the longest match makes that is not doubtful, and the place after what it covers."""
    for match in matches_at(readings, place, root):
        if match.rule.maker == "none":
            return [], match.last + 1
        if is_doubtful(match, scene.tokens, scene.lexicon):
            continue
        made = MAKERS[match.rule.maker](match, scene)
        if made:
            takes_the = "the" in match.rule.settings and not scene.tokens.is_compound(match.first, match.last)
            return [draft._replace(takes_the=takes_the) for draft in made], match.last + 1
    return [], place
