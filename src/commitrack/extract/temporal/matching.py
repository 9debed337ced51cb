"""Matching: the longest pattern that fits from a place on."""

from typing import Any, NamedTuple

from commitrack.extract.temporal.grammar import SIGNS
from commitrack.extract.temporal.lexicon import Reading
from commitrack.extract.temporal.readings import Readings
from commitrack.extract.temporal.rules import Node, Rule

_LONGEST = 24


class Match(NamedTuple):
    """A pattern that fits: its tokens, `last` included, and the readings in their order."""

    first: int
    last: int
    rule: Rule
    readings: tuple[Reading, ...]

    @property
    def takes_the(self) -> bool:
        """Whether a determiner before it belongs to it."""
        return "the" in self.rule.settings

    def values(self, name: str) -> list[Any]:
        """The values of all readings of a class."""
        return [reading.value for reading in self.readings if reading.name == name]

    def get(self, name: str) -> Any:  # noqa: ANN401  what the lexicon holds
        """The value of the first reading of a class, else None."""
        for reading in self.readings:
            if reading[0] == name:
                return reading[2]
        return None

    def has(self, name: str) -> bool:
        """Whether a class is among the readings."""
        for reading in self.readings:  # noqa: SIM110  a generator takes twice the time
            if reading[0] == name:
                return True
        return False


def matches_at(readings: Readings, place: int, root: Node) -> list[Match]:
    """All patterns that fit from a place on, the longest first, then as the data has them."""
    found: list[Match] = []
    waiting: list[tuple[Node, int, tuple[Reading, ...]]] = [(root, place, ())]
    read = readings.at
    while waiting:
        node, at, path = waiting.pop()
        rule, follow = node.rule, node.follow
        if rule is not None and path and path[-1].name not in SIGNS:
            found.append(Match(place, at - 1, rule, path))
        if not follow or at - place > _LONGEST:
            continue
        for reading in read(at):
            following = follow.get(reading[0])
            if following is not None:
                waiting.append((following, at + reading[1], (*path, reading)))
    if len(found) > 1:
        found.sort(key=lambda match: (-match.last, match.rule.order))
    return found
