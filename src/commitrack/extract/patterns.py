"""Patterns: sequences of words with alternatives and gaps, and where they stand in a sentence."""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from commitrack.extract.marks import APOSTROPHES, QUOTES

_ADVERB_GAP, _WORD_GAP = 3, 4


class Element(NamedTuple):
    """One step of a pattern: a word of a set, or a gap of so many words before the next step.

    Attributes:
        endings: what adverbs end in that are not in the set.
    """

    words: frozenset[str]
    optional: bool = False
    adverbs: int = 0
    gap: int = 0
    endings: tuple[str, ...] = ()


class Rule(NamedTuple):
    """A cue: its pattern, the class it belongs to, and the frame that must follow."""

    pattern: str
    elements: tuple[Element, ...]
    cue: str
    frame: str


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
    for pattern, cue, frame in table:
        elements = tuple(_element(part, tables) for part in pattern.split())
        rule = Rule(pattern, elements, cue, frame)
        for word in elements[0].words:
            by_word.setdefault(word, []).append(rule)
    return {word: tuple(rules) for word, rules in by_word.items()}


def _element(part: str, tables: WordForms) -> Element:
    if part == "*":
        return Element(
            tables.classes["adverbs"],
            adverbs=_ADVERB_GAP,
            endings=tuple(tables.classes["adverb-endings"]),
        )
    if part == "...":
        return Element(frozenset(), gap=_WORD_GAP)
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


def match_end(elements: Sequence[Element], lows: Sequence[str], at: int) -> int | None:
    """Where a match of the elements that begins at the token ends; None if there is none."""
    if not elements:
        return at
    element, rest = elements[0], elements[1:]
    if element.adverbs or element.gap:
        for skipped in range(max(element.adverbs, element.gap) + 1):
            found = match_end(rest, lows, at + skipped)
            if found is not None:
                return found
            if at + skipped >= len(lows) or not _may_skip(element, lows[at + skipped]):
                return None
        return None
    if at < len(lows) and lows[at] in element.words:
        found = match_end(rest, lows, at + 1)
        if found is not None:
            return found
    return match_end(rest, lows, at) if element.optional else None


def _may_skip(element: Element, low: str) -> bool:
    if element.adverbs:
        return low in element.words or low.endswith(element.endings) or low in QUOTES
    return low[0].isalnum() or low[0] in APOSTROPHES or low == "$"
