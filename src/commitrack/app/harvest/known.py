"""What the ledger has already of a statement: the same words, or the same commitment said again."""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from commitrack.app.folding import fold_one
from commitrack.app.harvest.likeness import (
    LIKE,
    LIKE_ON_ONE_DAY,
    SURE,
    SURE_ON_ONE_DAY,
    Parties,
    Stems,
)
from commitrack.domain.vocabulary import FINAL, EventType
from commitrack.report.reading.rows import Known

if TYPE_CHECKING:
    from commitrack.app.harvest.reading import ReadArticle
    from commitrack.domain.commitment import Commitment, Dates
    from commitrack.domain.standing import Standing
    from commitrack.domain.when import When
    from commitrack.ledger.reading import Ledger
    from commitrack.timing.now import Now


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


class _Near(NamedTuple):
    """A commitment that shares words with a statement.

    Attributes:
        are_same: its parties are the same; else one of the two names nobody who is bound.
    """

    are_same: bool
    share: float
    commitment: Commitment


class KnownStatements:
    """The statements of a ledger, to be asked what is known already."""

    def __init__(self, ledger: Ledger, now: Now) -> None:
        self._ledger = ledger
        self._now = now
        self._stems: dict[str, Stems] = {}

    def find(self, said: Words) -> Known | None:
        """The commitment that these words are recorded under, else the one most like them."""
        recorded = self.recorded(said)
        if recorded is not None:
            return Known(recorded.id, recorded.title, is_recorded=True)
        best: _Near | None = None
        stated = (when.stated for _, when in said.dates if when.stated)
        stems = Stems(said.title, said.quote or "", " ".join(stated))
        mine = Parties.named(said.by, said.to)
        for commitment, parties in self._parties:
            are_same = mine.are(parties)
            if not are_same and not mine.may_be(parties):
                continue
            near = _Near(are_same, stems.share(self._stems_of(commitment)), commitment)
            least = LIKE_ON_ONE_DAY if are_same else SURE_ON_ONE_DAY
            if near.share >= least and (best is None or near[:2] > best[:2]):
                best = near
        return None if best is None else self._like(said, best)

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

    def _like(self, said: Words, near: _Near) -> Known | None:
        commitment, share = near.commitment, near.share
        standing = fold_one(commitment.id, self._ledger.commitments, self._now)
        mine = said.dates[0][1] if said.dates else None
        in_force = _in_force(standing, said.dates)
        agree = mine is not None and in_force is not None and mine.overlaps(in_force)
        is_alike = share >= (SURE_ON_ONE_DAY if agree else SURE)
        if not is_alike and (not near.are_same or share < (LIKE_ON_ONE_DAY if agree else LIKE)):
            return None
        differs = in_force if mine is not None and in_force is not None and not agree else None
        event = EventType.REPORTED if differs else EventType.REAFFIRMED
        is_closed = standing is not None and standing.outcome in FINAL
        return Known(
            commitment.id,
            commitment.title,
            is_recorded=False,
            event=event,
            in_force=differs,
            is_closed=is_closed,
            is_sure=is_alike and near.are_same,
            is_cited=self._cites(commitment, said.article),
        )

    def _cites(self, commitment: Commitment, article: str) -> bool:
        """Whether a commitment, or an event of it, rests on this article."""
        source = self.source_of(article)
        return source is not None and (
            source in commitment.source or any(source in one.source for one in commitment.events)
        )

    @cached_property
    def _parties(self) -> list[tuple[Commitment, Parties]]:
        return [
            (one, Parties.named(one.by, one.to)) for one in self._ledger.commitments if not one.void
        ]

    def _stems_of(self, commitment: Commitment) -> Stems:
        found = self._stems.get(commitment.id)
        if found is None:
            found = Stems(commitment.title, commitment.quote or "", commitment.stated or "")
            self._stems[commitment.id] = found
        return found


def _in_force(standing: Standing | None, dates: Dates) -> When | None:
    """The date in force of the role that is given; else the only one there is."""
    dated = [one for one in (standing.dates if standing else ()) if one.when is not None]
    roles = {role for role, _ in dates}
    of_role = [one.when for one in dated if one.role in roles]
    return of_role[0] if of_role else (dated[0].when if len(dated) == 1 else None)


def _folded(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.casefold()))
