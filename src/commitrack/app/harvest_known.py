"""What the ledger has already of a statement: the same words, or the same commitment said again."""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from commitrack.app.folding import fold_one
from commitrack.app.stopwords import STOPWORDS
from commitrack.domain.vocabulary import FINAL, EventType
from commitrack.report.read_rows import Known

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from commitrack.app.harvest_reading import ReadArticle
    from commitrack.domain.commitment import Commitment, Dates
    from commitrack.domain.standing import Standing
    from commitrack.domain.when import When
    from commitrack.ledger.reading import Ledger
    from commitrack.timing.now import Now

LIKE = 0.5
"""How much of their words two statements share that say the same."""

LIKE_ON_ONE_DAY = 0.3
"""The same, where both name the same date."""

_STEM = 5  # letters; what differs behind them is mostly the ending of a word


class Words(NamedTuple):
    """What a statement is compared by.

    Attributes:
        article: the digest of the text it stands in.
    """

    title: str
    quote: str | None
    by: tuple[str, ...]
    to: tuple[str, ...]
    dates: Dates
    article: str


class KnownStatements:
    """The statements of a ledger, to be asked what is known already."""

    def __init__(self, ledger: Ledger, now: Now) -> None:
        self._ledger = ledger
        self._now = now

    def find(self, said: Words) -> Known | None:
        """The commitment that these words are recorded under, else the one most like them."""
        recorded = self.recorded(said)
        if recorded is not None:
            return Known(recorded.id, recorded.title, is_recorded=True)
        best: tuple[float, Commitment] | None = None
        stems = _Stems(said.title, said.quote or "")
        for commitment in self._ledger.commitments:
            if commitment.void or not _same_parties(said, commitment):
                continue
            share = stems.share(self._stems[commitment.id])
            if share >= LIKE_ON_ONE_DAY and (best is None or share > best[0]):
                best = (share, commitment)
        return None if best is None else self._like(said, *best)

    def source_of(self, digest: str) -> str | None:
        """The source that has a text kept with this digest."""
        for source in self._ledger.sources.values():
            if any(seen.sha256 == digest for seen in source.seen):
                return source.id
        return None

    def knows_source(self, read: ReadArticle, digest: str) -> bool:
        """Whether citing the article makes no new source: its text is kept, or its address."""
        if self.source_of(digest) is not None:
            return True
        url = read.article.url
        addresses = {read.word, url.value if url else read.word}
        known = (source.url for source in self._ledger.sources.values())
        return "://" in read.word and not addresses.isdisjoint(known)

    def recorded(self, said: Words) -> Commitment | None:
        """The commitment that cites these very words of this article."""
        source = self.source_of(said.article)
        if source is None:
            return None
        wanted = _folded(said.quote or said.title)
        for one in self._ledger.commitments:
            base = (one.source, one.quote if said.quote else one.title)
            events = ((event.source, event.quote) for event in one.events)
            if not one.void and any(
                source in cited and words and _folded(words) == wanted
                for cited, words in (base, *events)
            ):
                return one
        return None

    def _like(self, said: Words, share: float, commitment: Commitment) -> Known | None:
        standing = fold_one(commitment.id, self._ledger.commitments, self._now)
        mine = said.dates[0][1] if said.dates else None
        in_force = _in_force(standing, said.dates)
        agree = mine is not None and in_force is not None and mine.overlaps(in_force)
        if share < (LIKE_ON_ONE_DAY if agree else LIKE):
            return None
        differs = in_force if mine is not None and in_force is not None and not agree else None
        event = EventType.REPORTED if differs else EventType.REAFFIRMED
        is_closed = standing is not None and standing.outcome in FINAL
        return Known(commitment.id, commitment.title, False, event, differs, is_closed)  # noqa: FBT003

    @cached_property
    def _stems(self) -> Mapping[str, _Stems]:
        return {one.id: _Stems(one.title, one.quote or "") for one in self._ledger.commitments}


class _Stems:
    """The significant words of a title and of its quote, folded, without their endings."""

    def __init__(self, title: str, quote: str) -> None:
        self._title = _stems(title)
        self._all = self._title | _stems(quote)

    def share(self, other: _Stems) -> float:
        """The share of their words that two have in common: 0 to 1 (Dice)."""
        return max(_dice(self._title, other._title), _dice(self._all, other._all))


def _stems(text: str) -> frozenset[str]:
    words = re.findall(r"\w+", text.casefold())
    return frozenset(word[:_STEM] for word in words if word not in STOPWORDS)


def _dice(one: frozenset[str], other: frozenset[str]) -> float:
    return 2 * len(one & other) / (len(one) + len(other)) if one and other else 0.0


def _same_parties(said: Words, commitment: Commitment) -> bool:
    """Whether the same are bound, or the same are concerned on both sides."""
    mine, theirs = _names(said.by), _names(commitment.by)
    if mine == theirs:
        to, their_to = _names(said.to), _names(commitment.to)
        return not to or not their_to or bool(to & their_to)
    everybody = mine | _names(said.to)
    return bool(mine & theirs) and everybody == theirs | _names(commitment.to)


def _names(names: Iterable[str]) -> frozenset[str]:
    return frozenset(name.casefold() for name in names)


def _in_force(standing: Standing | None, dates: Dates) -> When | None:
    """The date in force of the role that is given; else the only one there is."""
    dated = [one for one in (standing.dates if standing else ()) if one.when is not None]
    roles = {role for role, _ in dates}
    of_role = [one.when for one in dated if one.role in roles]
    return of_role[0] if of_role else (dated[0].when if len(dated) == 1 else None)


def _folded(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.casefold()))
