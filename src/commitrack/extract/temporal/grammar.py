"""Grammar: the words and patterns of a language, and where in a text a pattern may begin."""

from collections.abc import Iterator, Mapping
from functools import cache
from typing import NamedTuple

from commitrack.extract.temporal.lexicon import Lexicon, Reading, lexicon
from commitrack.extract.temporal.rules import LITERAL, Node, rules
from commitrack.extract.temporal.tokens import Tokens

SIGNS = frozenset(",-/'+")
_NUMBER = "number"
_NOTHING: frozenset[str] = frozenset()
_YEAR, _DATE = 4, 8


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
    for word, them in words.phrases.items():
        names = frozenset(reading.name for _, reading in them)
        classes[word] = classes.get(word, _NOTHING) | names
    ways = {names: _ways(names, root) for names in set(classes.values())}
    seconds = {word: frozenset(rest[0] for rest, _ in them) for word, them in words.phrases.items()}
    ready = {word: them for word, them in plain.items() if _is_ready(word, them, words)}
    return Grammar(
        lexicon=words,
        root=root,
        literals=literals,
        ready=ready,
        alone=frozenset(word for word, names in classes.items() if ways[names].is_alone),
        openers={word: ways[names].follow for word, names in classes.items() if ways[names].begins},
        seconds=seconds,
        classes=classes,
    )


class _Ways(NamedTuple):
    """What words of some classes may do in patterns: begin one, be one, and be followed by."""

    begins: bool
    is_alone: bool
    follow: frozenset[str]


def _ways(names: frozenset[str], root: Node) -> _Ways:
    nodes = [root.follow[name] for name in names if name in root.follow]
    is_alone = _NUMBER in names or any(node.rule is not None for node in nodes)
    return _Ways(bool(nodes), is_alone, frozenset().union(*(node.follow for node in nodes)))


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


def islands(tokens: Tokens, it: Grammar) -> Iterator[int]:
    """The places where a pattern may begin; all else is passed by at the price of a look-up."""
    words, openers = tokens.words, it.openers
    last = len(words) - 1
    for place, word in enumerate(words):
        follow = openers.get(word)
        if follow is None:
            if "0" <= word[0] <= "9" and _is_number_island(words, place, it):
                yield place
        elif word in it.alone or (place < last and _may_follow(word, words[place + 1], follow, it)):
            yield place


def _may_follow(word: str, following: str, follow: frozenset[str], it: Grammar) -> bool:
    if "0" <= following[0] <= "9":
        return True
    return not follow.isdisjoint(
        it.classes.get(following, _NOTHING)
    ) or following in it.seconds.get(word, _NOTHING)


def _is_number_island(words: list[str], place: int, it: Grammar) -> bool:
    """Whether digits may be a year or a date, or are followed by a word that counts them."""
    word = words[place]
    if len(word) == _YEAR or len(word) == _DATE:
        return True
    following = words[place + 1] if place + 1 < len(words) else " "
    return (
        following in it.classes
        or following in ":."
        or "0" <= following[0] <= "9"
        or following in it.lexicon.cues["nth_endings"]
        or following in it.lexicon.cues["plural"]
    )
