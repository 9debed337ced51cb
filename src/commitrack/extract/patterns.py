"""Patterns: sequences of words with alternatives and gaps, and where they stand in a sentence."""

from collections.abc import Iterable, Mapping, Sequence
from functools import cache, partial
from typing import NamedTuple

from commitrack.extract.marks import APOSTROPHES, QUOTES

_ADVERB_GAP, _WORD_GAP, _LONG_GAP = 3, 4, 9


class Element(NamedTuple):
    """One step of a pattern: a word of a set, or a gap of so many words before the next step.

    Attributes:
        words: those of the step; of adverbs those that may be skipped, of a long gap those that
            may not.
        endings: what adverbs end in that are not in the set.
    """

    words: frozenset[str]
    optional: bool = False
    adverbs: int = 0
    gap: int = 0
    endings: tuple[str, ...] = ()


class Rule(NamedTuple):
    """A cue: its pattern, the class it belongs to, and the frame that must follow.

    Attributes:
        needed: words of which one stands within `reach` words after the first; None if none need.
    """

    pattern: str
    elements: tuple[Element, ...]
    cue: str
    frame: str
    needed: frozenset[str] | None = None
    reach: int = 0


class Openings(NamedTuple):
    """The rules of a first word by the words that they need after it, with their order.

    Attributes:
        always: those that need none.
        reach: within so many words all that are needed stand.
    """

    by_word: Mapping[str, Sequence[tuple[int, Rule]]]
    always: Mapping[int, Rule]
    reach: int

    def possible(self, lows: Sequence[str], first: int) -> Iterable[Rule]:
        """The rules that may match where the first word stands, in their order."""
        found = dict(self.always)
        for distance, low in enumerate(lows[first + 1 : first + 1 + self.reach], 1):
            following = self.by_word.get(low, ())
            found.update((order, rule) for order, rule in following if distance <= rule.reach)
        return [found[order] for order in sorted(found)] if found else ()


class Match(NamedTuple):
    """Where a rule stands: from the token `first` up to `end`, exclusive."""

    rule: Rule
    first: int
    end: int


class WordForms(NamedTuple):
    """What the words of a pattern stand for.

    Attributes:
        classes: words by the name of their class.
        inflections: endings of base forms, and those of all forms in their place.
        irregular: the other forms of verbs that follow none.
    """

    classes: Mapping[str, frozenset[str]]
    inflections: Sequence[tuple[str, Sequence[str]]]
    irregular: Mapping[str, str]


def compile_rules(
    table: Iterable[tuple[str, str, str]], tables: WordForms
) -> dict[str, tuple[Rule, ...]]:
    """The rules of a table, by each of their first words, in the order of the table."""
    by_word: dict[str, list[Rule]] = {}
    element_of = cache(partial(_element, tables=tables))  # many patterns share their parts
    for pattern, cue, frame in table:
        elements = tuple(element_of(part) for part in pattern.split())
        rule = Rule(pattern, elements, cue, frame, *_needed(elements))
        for word in elements[0].words:
            by_word.setdefault(word, []).append(rule)
    return {word: tuple(rules) for word, rules in by_word.items()}


def openings(rules: Sequence[Rule]) -> Openings:
    """The rules of one first word, by what they need."""
    by_word: dict[str, list[tuple[int, Rule]]] = {}
    for order, rule in enumerate(rules):
        for word in rule.needed or ():
            by_word.setdefault(word, []).append((order, rule))
    always = {order: rule for order, rule in enumerate(rules) if rule.needed is None}
    return Openings(by_word, always, max(rule.reach for rule in rules))


def _needed(elements: Sequence[Element]) -> tuple[frozenset[str] | None, int]:
    """The words that must follow the first one, and within how many words."""
    gap = 0
    for element in elements[1:]:
        if element.adverbs or element.gap:
            gap += max(element.adverbs, element.gap)
        elif element.optional:
            gap += 1
        else:
            return element.words, gap + 1
    return None, 0


def _element(part: str, tables: WordForms) -> Element:
    if part == "*":
        return Element(
            tables.classes["adverbs"],
            adverbs=_ADVERB_GAP,
            endings=tuple(tables.classes["adverb-endings"]),
        )
    if part == "...":
        return Element(frozenset(), gap=_WORD_GAP)
    if part == "......":
        return Element(tables.classes["clause-words"], gap=_LONG_GAP)
    optional = part.endswith("?")
    words: set[str] = set()
    for word in part.removesuffix("?").split("|"):
        words.update(_words(word, tables))
    return Element(frozenset(words), optional)


def _words(word: str, tables: WordForms) -> Iterable[str]:
    if word.startswith("@"):
        return tables.classes[word[1:]]
    if not word.endswith("!"):
        return (word,)
    base = word[:-1]
    if base in tables.irregular:
        return (base, *tables.irregular[base].split())
    for ending, forms in tables.inflections:
        if base.endswith(ending):
            stem = base.removesuffix(ending)
            return [stem + form for form in forms]
    return (base,)


def match_end(
    elements: Sequence[Element], lows: Sequence[str], at: int, step: int = 0
) -> int | None:
    """Where a match of the elements from `step` on ends that begins at a token; None for none."""
    count, length = len(elements), len(lows)
    while step < count:
        element = elements[step]
        step += 1
        if element.adverbs or element.gap:
            return _past_gap(elements, lows, at, step)
        if at < length and lows[at] in element.words:
            if element.optional:
                found = match_end(elements, lows, at + 1, step)
                if found is not None:
                    return found
            else:
                at += 1
        elif not element.optional:
            return None
    return at


def _past_gap(elements: Sequence[Element], lows: Sequence[str], at: int, step: int) -> int | None:
    """Where the match ends whose gap begins at the token and stands before `step`."""
    gap, length = elements[step - 1], len(lows)
    following = elements[step] if step < len(elements) else None
    is_word = following is not None and not (
        following.optional or following.adverbs or following.gap
    )
    for place in range(at, at + max(gap.adverbs, gap.gap) + 1):
        is_here = following is None or (place < length and lows[place] in following.words)
        if is_here or not is_word:
            found = match_end(elements, lows, place, step)
            if found is not None:
                return found
        if place >= length or not _may_skip(gap, lows[place]):
            return None
    return None


def _may_skip(element: Element, low: str) -> bool:
    if element.adverbs:
        return low in element.words or low.endswith(element.endings) or low in QUOTES
    is_long = element.gap > _WORD_GAP
    if is_long and low in element.words:
        return False
    return low[0].isalnum() or low[0] in APOSTROPHES or low in "$-" or (is_long and low == ",")
