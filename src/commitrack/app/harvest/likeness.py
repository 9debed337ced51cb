"""How much two statements are alike: the words that they share, and whom they are about."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from commitrack.app.stopwords import STOPWORDS

if TYPE_CHECKING:
    from collections.abc import Iterable

LIKE = 0.55
"""How much of their words two statements share that may say the same: a person decides."""

LIKE_ON_ONE_DAY = 0.3
"""The same, where both name the same date."""

SURE, SURE_ON_ONE_DAY = 0.7, 0.5
"""How much they share where nobody needs to be asked."""

_STEM = 5  # letters; what differs behind them is mostly the ending of a word


class Stems:
    """The significant words of a title and of its quote, folded, without their endings.

    The words of its date are left out: dates are compared by themselves.
    """

    def __init__(self, title: str, quote: str, stated: str = "") -> None:
        dates = _stems(stated)
        self._title = _stems(title) - dates
        self._all = self._title | (_stems(quote) - dates)

    def share(self, other: Stems) -> float:
        """The share of their words that two have in common: 0 to 1 (Dice)."""
        return max(_dice(self._title, other._title), _dice(self._all, other._all))


def _stems(text: str) -> frozenset[str]:
    words = re.findall(r"\w+", text.casefold())
    return frozenset(word[:_STEM] for word in words if word not in STOPWORDS)


def _dice(one: frozenset[str], other: frozenset[str]) -> float:
    return 2 * len(one & other) / (len(one) + len(other)) if one and other else 0.0


class Parties(NamedTuple):
    """Who is bound, and towards whom, folded."""

    by: frozenset[str]
    to: frozenset[str]

    @classmethod
    def named(cls, by: Iterable[str], to: Iterable[str]) -> Parties:
        """Parties by their names."""
        return cls(_names(by), _names(to))

    def are(self, other: Parties) -> bool:
        """Whether the same are bound, or the same are concerned on both sides."""
        if self.by == other.by:
            return not self.to or not other.to or bool(self.to & other.to)
        return bool(self.by & other.by) and self.by | self.to == other.by | other.to

    def may_be(self, other: Parties) -> bool:
        """Whether they are not known to be others: one of the two names nobody who is bound."""
        return not self.by or not other.by


def _names(names: Iterable[str]) -> frozenset[str]:
    return frozenset(name.casefold() for name in names)
