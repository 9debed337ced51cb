"""Patterns: sequences of words with alternatives and gaps, and where they stand in a sentence."""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

_QUOTES = frozenset("\"“”‘'`")
_ADVERB_GAP, _WORD_GAP = 3, 4


class Element(NamedTuple):
    """One step of a pattern: a word of a set, or a gap of so many words before the next step."""

    words: frozenset[str]
    optional: bool = False
    adverbs: int = 0
    gap: int = 0


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


def compile_rules(
    table: object, classes: Mapping[str, frozenset[str]], irregular: object
) -> dict[str, tuple[Rule, ...]]:
    """The rules of a table, by each of their first words, those with longer patterns first."""
    by_word: dict[str, list[Rule]] = {}
    forms = irregular if isinstance(irregular, dict) else {}
    for pattern, cue, frame in table if isinstance(table, list) else ():
        elements = tuple(_element(part, classes, forms) for part in pattern.split())
        rule = Rule(pattern, elements, cue, frame)
        for word in elements[0].words:
            by_word.setdefault(word, []).append(rule)
    return {word: tuple(rules) for word, rules in by_word.items()}


def _element(part: str, classes: Mapping[str, frozenset[str]], forms: Mapping[str, str]) -> Element:
    if part == "*":
        return Element(classes["adverbs"], adverbs=_ADVERB_GAP)
    if part == "...":
        return Element(frozenset(), gap=_WORD_GAP)
    optional = part.endswith("?")
    words: set[str] = set()
    for word in part.removesuffix("?").split("|"):
        words.update(_words(word, classes, forms))
    return Element(frozenset(words), optional)


def _words(
    word: str, classes: Mapping[str, frozenset[str]], forms: Mapping[str, str]
) -> Iterable[str]:
    if word.startswith("@"):
        return classes[word[1:]]
    if not word.endswith("!"):
        return (word,)
    base = word[:-1]
    if base in forms:
        return (base, *forms[base].split())
    if base.endswith("e"):
        return (base, base + "s", base + "d", base[:-1] + "ing")
    if base.endswith("y") and base[-2] not in "aeiou":
        return (base, base[:-1] + "ies", base[:-1] + "ied", base + "ing")
    plural = base + ("es" if base.endswith(("s", "sh", "ch", "x", "z")) else "s")
    return (base, plural, base + "ed", base + "ing")


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
        return low in element.words or low.endswith("ly") or low in _QUOTES
    return low[0].isalnum() or low[0] in "'’$"
