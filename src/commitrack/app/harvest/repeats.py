"""Statements that are made twice, as in a headline and again below, or in two articles."""

from __future__ import annotations

from collections import defaultdict, deque
from typing import TYPE_CHECKING

from commitrack.app.harvest.likeness import SURE, Stems

if TYPE_CHECKING:
    from datetime import date

    from commitrack.domain.candidate import Candidate

_UNDATED = (None, None)
_MOST = 20  # of the same parties and the same day, so that a long text takes no longer a page


class Repeats:
    """The statements so far, to be asked whether one of them is said again."""

    def __init__(self) -> None:
        self._seen: defaultdict[tuple[object, ...], deque[tuple[int, Stems]]] = defaultdict(
            lambda: deque(maxlen=_MOST)
        )

    def of(self, number: int, candidate: Candidate) -> int | None:
        """The number of the statement that this one says again; it is remembered itself if none.

        A headline without a date is said again by the first sentence that has one, and has it then.
        """
        if not candidate.is_tracked:
            return None
        parties, day = frozenset(candidate.by), _day(candidate)
        stated = (when.stated for _, when in candidate.dates if when.stated)
        stems = Stems(candidate.title, candidate.quote, " ".join(stated))
        for key in dict.fromkeys((day, _UNDATED)):
            seen = self._seen[parties, key]
            found = next((one for one in seen if stems.share(one[1]) >= SURE), None)
            if found is not None:
                seen.remove(found)
                self._seen[parties, day].append(found)
                return found[0]
        self._seen[parties, day].append((number, stems))
        return None


def _day(candidate: Candidate) -> tuple[date | None, date | None]:
    when = candidate.dates[0].when if candidate.dates else None
    return _UNDATED if when is None else (when.first, when.last)
