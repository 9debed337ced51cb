"""Rules: patterns of word classes as a tree, from their language's data."""

from collections.abc import Iterator
from functools import cache
from typing import Any, NamedTuple

from commitrack.extract.temporal.lexicon import load_json

LITERAL = "'"


class Rule(NamedTuple):
    """What a pattern makes: a maker's name, and its settings; `order` decides between equals."""

    maker: str
    settings: dict[str, Any]
    order: int


class Node:
    """A place within patterns: what may follow, and what is complete here."""

    __slots__ = ("follow", "rule")

    def __init__(self) -> None:
        self.follow: dict[str, Node] = {}
        self.rule: Rule | None = None


@cache
def rules(language: str) -> tuple[Node, frozenset[str]]:
    """The tree of all patterns of a language, and the words that stand in patterns themselves."""
    data = load_json(language, "patterns")
    macros: dict[str, str] = data["macros"]
    root = Node()
    literals: set[str] = set()
    for order, (pattern, maker, settings) in enumerate(data["patterns"]):
        rule = Rule(maker, settings, order)
        steps = [
            macros.get(step.rstrip("?"), step.rstrip("?")) + "?" * step.endswith("?")
            for step in pattern.split()
        ]
        for node in _grow([root], steps):
            if node is not root and node.rule is None:
                node.rule = rule
        literals.update(name for step in steps for name in _names(step) if name[0] == LITERAL)
    return root, frozenset(name[1:] for name in literals)


def _names(step: str) -> list[str]:
    return step.rstrip("?").strip("()").split("|")


def _grow(nodes: list[Node], steps: list[str]) -> Iterator[Node]:
    """The places reached after all steps from each of some places."""
    for step in steps:
        reached = list(nodes) if step.endswith("?") else []
        names = _names(step.rstrip("?").rstrip("?"))
        for node in nodes:
            for name in names:
                reached.append(node.follow.setdefault(name, Node()))
        nodes = reached
    yield from nodes
