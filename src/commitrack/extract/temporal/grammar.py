"""Grammar: the words and patterns of a language, and where in a text a pattern may begin."""

from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

from commitrack.extract.temporal.lexicon import Lexicon, Reading, lexicon
from commitrack.extract.temporal.rules import LITERAL, Node, rules
from commitrack.extract.temporal.tokens import Tokens

SIGNS = frozenset(",-/'+")
_NUMBER = "number"
_SCALE = frozenset({"scale"})
_NOTHING: frozenset[str] = frozenset()
_YEAR, _DATE = 4, 8
_WITHIN_NUMBERS = ",."


class Grammar(NamedTuple):
    """What is worked out once from the data of a language.

    Attributes:
        literals: words that stand in patterns themselves.
        ready: all readings of the words whose readings don't depend on what follows.
        alone: words that may be a whole expression.
        openers: words that begin one, with the classes that may come next.
        seconds: words that begin a phrase, with the words that come next.
        classes: the classes of each word.
    """

    lexicon: Lexicon
    root: Node
    literals: frozenset[str]
    ready: Mapping[str, tuple[Reading, ...]]
    alone: frozenset[str]
    openers: Mapping[str, frozenset[str]]
    seconds: Mapping[str, frozenset[str]]
    classes: Mapping[str, frozenset[str]]


@cache
def grammar(language: str) -> Grammar:
    """The grammar of a language, worked out on first use."""
    words = lexicon(language)
    root, literals = rules(language)
    plain = _plain(words, literals)
    classes = {word: frozenset(reading.name for reading in them) for word, them in plain.items()}
    ways = {names: _ways(names, root) for names in set(classes.values())}
    return Grammar(
        lexicon=words,
        root=root,
        literals=literals,
        ready={word: them for word, them in plain.items() if _is_ready(word, them, words)},
        alone=frozenset(word for word, names in classes.items() if ways[names].is_alone),
        openers=_openers(classes, ways, words, root),
        seconds={
            word: frozenset(rest[0] for rest, _ in them) for word, them in words.phrases.items()
        },
        classes=classes
        | {
            word: classes.get(word, _NOTHING) | _phrase_classes(word, words)
            for word in words.phrases
        },
    )


def _openers(
    classes: Mapping[str, frozenset[str]],
    ways: "Mapping[frozenset[str], _Ways]",
    words: Lexicon,
    root: Node,
) -> dict[str, frozenset[str]]:
    """Words that begin a pattern, alone or as the first of a phrase."""
    openers = {
        word: _NOTHING
        for word, them in words.phrases.items()
        if any(reading.name in root.follow for _, reading in them)
    }
    openers |= {word: ways[names].follow for word, names in classes.items() if ways[names].begins}
    return openers


class _Ways(NamedTuple):
    """What words of some classes may do in patterns: begin one, be one, and be followed by."""

    begins: bool
    is_alone: bool
    follow: frozenset[str]


def _ways(names: frozenset[str], root: Node) -> _Ways:
    nodes = [root.follow[name] for name in names if name in root.follow]
    is_alone = any(node.rule is not None for node in nodes)
    return _Ways(bool(nodes), is_alone, frozenset().union(*(node.follow for node in nodes)))


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
    return (
        word not in words.phrases
        and word not in words.cues["abbreviated"]
        and all(reading.name != _NUMBER for reading in them)
    )


def islands(tokens: Tokens, it: Grammar) -> list[int]:
    """The places where a pattern may begin; all else is passed by at the price of a look-up."""
    words, openers, alone = tokens.words, it.openers, it.alone
    begin = {word for word in set(words) if word in openers or "0" <= word[0] <= "9"}
    places = [place for place, word in enumerate(words) if word in begin]
    return [place for place in places if words[place] in alone or _may_begin(words, place, it)]


def _may_begin(words: list[str], place: int, it: Grammar) -> bool:
    word = words[place]
    follow = it.openers.get(word)
    if follow is None:
        return _is_number_island(words, place, it)
    return place + 1 < len(words) and _may_follow(word, words[place + 1], follow, it)


def _may_follow(word: str, following: str, follow: frozenset[str], it: Grammar) -> bool:
    """Whether a word may go on: with a class that a pattern has next, a number, or a phrase."""
    if "0" <= following[0] <= "9":
        return True
    classes = it.classes.get(following)
    if classes is not None and (_NUMBER in it.classes[word] or not follow.isdisjoint(classes)):
        return True
    return following in it.seconds.get(word, _NOTHING)


def _is_number_island(words: list[str], place: int, it: Grammar) -> bool:
    """Whether digits may be a year or a date, or are followed by a word that counts them."""
    word = words[place]
    if len(word) == _YEAR or len(word) == _DATE:
        return True
    following = words[place + 1] if place + 1 < len(words) else " "
    if following in _WITHIN_NUMBERS:  # "3.5 years", "1,000 days", "25.12.2025"
        rest = words[place + 2 : place + 4]
        is_longer = len(rest) > 1 and (rest[1] == following or _may_count(words, place + 3, it))
        return is_longer and "0" <= rest[0][0] <= "9"
    return (
        _may_count(words, place + 1, it)
        or following == ":"
        or "0" <= following[0] <= "9"
        or following in it.lexicon.cues["nth_endings"]
        or following in it.lexicon.cues["plural"]
    )


def _may_count(words: list[str], place: int, it: Grammar) -> bool:
    """Whether what digits count may be a time: "million" is none without what follows it."""
    classes = it.classes.get(words[place]) if place < len(words) else None
    if classes != _SCALE:
        return classes is not None
    return place + 1 < len(words) and words[place + 1] in it.classes
