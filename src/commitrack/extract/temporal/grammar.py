"""Grammar: the words and patterns of a language, and what may come next to each."""

from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

from commitrack.extract.temporal.lexicon import Lexicon, Reading, lexicon
from commitrack.extract.temporal.rules import LITERAL, Node, rules

SIGNS = frozenset(",-/'+")
_NUMBER = "number"
_SCALE = frozenset({"scale"})
_NOTHING: frozenset[str] = frozenset()
_IN_NOTATIONS = frozenset("-/:'+")
_OF_DIGITS = ("number", "day", "nth", "decade", "date", "clock", "hours")


class Opening(NamedTuple):
    """The readings of a word that begins phrases, where none of their second words follows."""

    seconds: frozenset[str]
    readings: tuple[Reading, ...]


class Grammar(NamedTuple):
    """What is worked out once from the data of a language.

    Attributes:
        literals: words that stand in patterns themselves.
        ready: all readings of the words whose readings don't depend on what follows.
        opening: the same of words that begin phrases, where none goes on.
        alone: words that may be a whole expression.
        nexts: words that begin one, with the words that may come next; digits always may.
        counted: the words that may come next to digits; `phrased` those of phrases, with the
            second words; `scales` such as "million", and what may come next to them, `scaled`.
    """

    lexicon: Lexicon
    root: Node
    literals: frozenset[str]
    ready: Mapping[str, tuple[Reading, ...]]
    opening: Mapping[str, Opening]
    alone: frozenset[str]
    nexts: Mapping[str, frozenset[str]]
    counted: frozenset[str]
    phrased: Mapping[str, frozenset[str]]
    scales: frozenset[str]
    scaled: frozenset[str]


@cache
def grammar(language: str) -> Grammar:
    """The grammar of a language, worked out on first use."""
    words = lexicon(language)
    root, literals = rules(language)
    plain = _plain(words, literals)
    classes = {word: frozenset(reading.name for reading in them) for word, them in plain.items()}
    them = classes | {
        word: classes.get(word, _NOTHING) | _phrase_classes(word, words) for word in words.phrases
    }
    return Grammar(
        lexicon=words,
        root=root,
        literals=literals,
        ready={
            word: them
            for word, them in plain.items()
            if word not in words.phrases and _is_ready(word, them, words)
        },
        opening={
            word: Opening(frozenset(rest[0] for rest, _ in phrases), plain.get(word, ()))
            for word, phrases in words.phrases.items()
            if word.isalpha() and _is_ready(word, plain.get(word, ()), words)
        },
        alone=frozenset(word for word, names in classes.items() if _is_alone(names, root)),
        nexts=_nexts(classes, them, words, root),
        counted=_counted(classes, words, root),
        phrased=_phrased(words, root),
        scales=frozenset(word for word, names in classes.items() if names == _SCALE),
        scaled=_scaled(classes, root),
    )


def _is_alone(names: frozenset[str], root: Node) -> bool:
    return any(name in root.follow and root.follow[name].rule is not None for name in names)


def _nexts(
    classes: Mapping[str, frozenset[str]],
    them: Mapping[str, frozenset[str]],
    words: Lexicon,
    root: Node,
) -> dict[str, frozenset[str]]:
    """Words that begin a pattern or a phrase, each with the words that may come next.

    They are of a class that a pattern has next, any that a number may count, or go on a phrase.
    """
    ways = {names: _ways(names, root) for names in set(classes.values())}
    openers = {word: ways[names].follow for word, names in classes.items() if ways[names].begins}
    openers |= {
        word: _NOTHING
        for word, phrases in words.phrases.items()
        if word not in openers
        and word.isalpha()  # digits have rules of their own
        and any(reading.name in root.follow for _, reading in phrases)
    }
    every = frozenset(them)
    grouped: dict[frozenset[str], list[str]] = {}
    for word, names in them.items():
        grouped.setdefault(names, []).append(word)
    follow = {
        names: frozenset(
            word for group, rest in grouped.items() if not names.isdisjoint(group) for word in rest
        )
        for names in set(openers.values())
    }
    nexts = {
        word: every if _NUMBER in them[word] else follow[names] for word, names in openers.items()
    }
    for word in nexts.keys() & words.phrases.keys():
        nexts[word] |= {rest[0] for rest, _ in words.phrases[word]}
    return nexts


def _counted(classes: Mapping[str, frozenset[str]], words: Lexicon, root: Node) -> frozenset[str]:
    """The words that may come next to digits: what they count, or what goes on a notation."""
    follow, cues = _after_digits(root), words.cues
    return (
        frozenset(word for word, names in classes.items() if not follow.isdisjoint(names))
        | cues["ranges"]
        | cues["nth_endings"]
        | cues["plural"]
        | _IN_NOTATIONS
    )


def _scaled(classes: Mapping[str, frozenset[str]], root: Node) -> frozenset[str]:
    """The words that "million" may count, or that go on its number."""
    follow = {name for name in root.follow[_NUMBER].follow if name.isalpha()} | _SCALE
    return frozenset(word for word, names in classes.items() if not follow.isdisjoint(names))


def _phrased(words: Lexicon, root: Node) -> dict[str, frozenset[str]]:
    """The words of phrases that may come next to digits, with the second words: "10 a m"."""
    follow = _after_digits(root) | _SCALE
    return {
        word: frozenset(rest[0] for rest, reading in phrases if reading.name in follow)
        for word, phrases in words.phrases.items()
        if any(reading.name in follow for _, reading in phrases)
    }


def _after_digits(root: Node) -> frozenset[str]:
    nodes = [root.follow[name] for name in _OF_DIGITS if name in root.follow]
    return frozenset().union(*(node.follow for node in nodes))


class _Ways(NamedTuple):
    """What words of some classes may do in patterns: begin one, and be followed by."""

    begins: bool
    follow: frozenset[str]


def _ways(names: frozenset[str], root: Node) -> _Ways:
    nodes = [root.follow[name] for name in names if name in root.follow]
    return _Ways(bool(nodes), frozenset().union(*(node.follow for node in nodes)))


def _phrase_classes(word: str, words: Lexicon) -> frozenset[str]:
    return frozenset(reading.name for _, reading in words.phrases[word])


def _plain(words: Lexicon, literals: frozenset[str]) -> dict[str, tuple[Reading, ...]]:
    plain = dict(words.single)
    for word in literals:
        plain[word] = (Reading(LITERAL + word, 1, word), *plain.get(word, ()))
    for sign in SIGNS:
        plain[sign] = (Reading(sign, 1, None), *plain.get(sign, ()))
    return plain


def _is_ready(word: str, them: tuple[Reading, ...], words: Lexicon) -> bool:
    is_number = any(reading.name == _NUMBER for reading in them)
    return word not in words.cues["abbreviated"] and not is_number
