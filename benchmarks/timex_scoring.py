"""Scoring of time expressions as the evaluator of TempEval-3 counts them."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from benchmarks.timeml import Timex


class Counts(NamedTuple):
    """How many there are and how many agree; percentages are of the whole, not a mean of documents.

    Attributes:
        system: found by the recogniser.
        gold: marked in the corpus.
        strict: pairs with the same span.
        relaxed: pairs that overlap; each found one is paired with one marked one.
        type: relaxed pairs of the same type.
        value: relaxed pairs of the same value.
    """

    system: int = 0
    gold: int = 0
    strict: int = 0
    relaxed: int = 0
    type: int = 0
    value: int = 0

    def precision(self, agreeing: int) -> float:
        """The share of the found, in percent."""
        return 100 * agreeing / self.system if self.system else 0.0

    def recall(self, agreeing: int) -> float:
        """The share of the marked, in percent."""
        return 100 * agreeing / self.gold if self.gold else 0.0

    def f1(self, agreeing: int) -> float:
        """The harmonic mean of both."""
        both = self.system + self.gold
        return 200 * agreeing / both if both else 0.0


def pair(system: Sequence[Timex], gold: Sequence[Timex]) -> list[tuple[Timex, Timex]]:
    """Found and marked expressions that overlap, one with one; the same span goes first.

    >>> pair([Timex(0, 4, "DATE", "1990")], [Timex(2, 4, "DATE", "1990")])[0][1].start
    2
    """
    free = list(gold)
    pairs: list[tuple[Timex, Timex]] = []
    left: list[Timex] = []
    for found in system:
        same = next((g for g in free if (g.start, g.end) == (found.start, found.end)), None)
        if same is None:
            left.append(found)
        else:
            free.remove(same)
            pairs.append((found, same))
    for found in left:
        near = next((g for g in free if g.start < found.end and found.start < g.end), None)
        if near is not None:
            free.remove(near)
            pairs.append((found, near))
    return pairs


def count(system: Sequence[Timex], gold: Sequence[Timex]) -> Counts:
    """The counts of one document."""
    pairs = pair(system, gold)
    return Counts(
        len(system),
        len(gold),
        sum((s.start, s.end) == (g.start, g.end) for s, g in pairs),
        len(pairs),
        sum(s.type == g.type for s, g in pairs),
        sum(s.value == g.value for s, g in pairs),
    )


def total(counts: Iterable[Counts]) -> Counts:
    """The sum of the counts of documents."""
    return Counts(*map(sum, zip(Counts(), *counts, strict=True)))
