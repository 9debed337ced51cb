"""The statements of articles, numbered, each with what the ledger knows and how to record it."""

from __future__ import annotations

from bisect import bisect_right
from itertools import count
from typing import TYPE_CHECKING, NamedTuple

from commitrack.app.harvest.lines import add_line, fetch_words, source_words, update_line
from commitrack.app.harvest.proposing import propose, propose_event
from commitrack.app.harvest.repeats import Repeats
from commitrack.domain.article import line_starts
from commitrack.report.reading.rows import Found, Reading

if TYPE_CHECKING:
    from collections.abc import Sequence

    from commitrack.app.harvest.known import KnownStatements, Words
    from commitrack.app.harvest.reading import ReadArticle
    from commitrack.domain.article import Article
    from commitrack.domain.candidate import Candidate, TimeExpression
    from commitrack.domain.commitment import Dates
    from commitrack.ledger.reading import Ledger
    from commitrack.report.reading.rows import Known
    from commitrack.timing.now import Now


class Harvest(NamedTuple):
    """What was read: each article, and what was found in it."""

    reads: tuple[ReadArticle, ...]
    readings: tuple[Reading, ...]

    def entries(self) -> tuple[tuple[ReadArticle, Found], ...]:
        """Every statement with its article, by its number."""
        pairs = zip(self.reads, self.readings, strict=True)
        found = [(read, one) for read, reading in pairs for one in reading.found]
        return tuple(sorted(found, key=lambda pair: pair[1].number))


def find_statements(
    reads: Sequence[ReadArticle], ledger: Ledger | None, now: Now, *, times: bool = False
) -> Harvest:
    """The statements of articles; commitments are numbered first, what binds nobody after them.

    Args:
        ledger: what is known already; None where there is none.
        times: find every time expression as well.
    """
    known = None if ledger is None else _known(ledger, now)
    all_found = [_candidates(read.article) for read in reads]
    tracked = sum(one.is_tracked for candidates in all_found for one in candidates)
    numbers = {True: count(1), False: count(tracked + 1)}
    readings, repeats = [], Repeats()
    for read, candidates in zip(reads, all_found, strict=True):
        around = _around(read, known, repeats) if candidates else None
        found = tuple(
            _found(next(numbers[it.is_tracked]), it, around) for it in candidates if around
        )
        readings.append(Reading(read.article, found, _times(read) if times else None))
    return Harvest(tuple(reads), tuple(readings))


def _known(ledger: Ledger, now: Now) -> KnownStatements:
    from commitrack.app.harvest.known import KnownStatements  # noqa: PLC0415  # only with a ledger

    return KnownStatements(ledger, now)


def _words_of(candidate: Candidate, digest: str) -> Words:
    """What a candidate of the article with this digest is compared by."""
    from commitrack.app.harvest.known import Words  # noqa: PLC0415  # only with a ledger

    dates: Dates = tuple((dated.role, dated.when) for dated in candidate.dates)
    parties = (candidate.by, candidate.to)
    return Words(candidate.title, candidate.quote, *parties, dates, digest)


def _candidates(article: Article) -> tuple[Candidate, ...]:
    from commitrack.extract.statements import find_candidates  # noqa: PLC0415  # only to read

    return find_candidates(article)


def _times(read: ReadArticle) -> tuple[TimeExpression, ...]:
    from commitrack.extract.temporal.recognising import find_times  # noqa: PLC0415  # only to read

    return find_times(read.article.text, read.spoken_day)


class _Around(NamedTuple):
    """What all statements of one article share.

    Attributes:
        repeats: the statements so far, of the articles before it too.
        lines: offsets of the starts of its lines.
        source: the id under which the ledger has this text.
        is_known: the ledger knows the text, or the address.
    """

    read: ReadArticle
    digest: str
    lines: Sequence[int]
    known: KnownStatements | None
    source: str | None
    is_known: bool
    repeats: Repeats


def _around(read: ReadArticle, known: KnownStatements | None, repeats: Repeats) -> _Around:
    digest = read.article.sha256
    source = None if known is None else known.source_of(digest)
    is_known = known is not None and known.knows_source(read, digest)
    lines = line_starts(read.article.text)
    return _Around(read, digest, lines, known, source, is_known, repeats)


def _found(number: int, candidate: Candidate, around: _Around) -> Found:
    on = candidate.said or around.read.spoken_day
    known = around.known
    like = None if known is None else known.find(_words_of(candidate, around.digest))
    line = bisect_right(around.lines, candidate.start)
    command = _command(candidate, like, around)
    return Found(number, candidate, line, on, like, command, around.repeats.of(number, candidate))


def _command(candidate: Candidate, like: Known | None, around: _Around) -> str:
    read, source = around.read, around.source
    words = source_words(read, source, is_known=around.is_known)
    if like is None:
        return add_line(propose(candidate, read.spoken_day), [*words, *fetch_words(read, source)])
    if like.is_recorded:
        return ""
    new = propose_event(candidate, like, like.event, read.spoken_day)
    # `update` fetches nothing, so that the words of a page that changed stand in no text yet.
    unverified = ["--unverified"] if around.is_known and source is None else []
    return update_line(new, [*words, *unverified])
