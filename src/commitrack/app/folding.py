"""Folding: the commitments of a ledger as standings, dates that hang on others in place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from commitrack.domain.fold import fold

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from commitrack.domain.commitment import Commitment
    from commitrack.domain.standing import Standing
    from commitrack.timing.now import Now


def fold_all(
    commitments: Iterable[Commitment], now: Now, among: Sequence[Commitment] | None = None
) -> Iterator[Standing]:
    """The standings of commitments that have been made by now.

    Args:
        among: the whole ledger, where `commitments` are only some of it.
    """
    if among is None:
        commitments = among = tuple(commitments)
    local = now.local()
    tie: Callable[[Commitment], Commitment] | None = None
    for commitment in commitments:
        if commitment.anchors:
            tie = tie or _tie_among(among, now)
            standing = fold(tie(commitment), local)
        else:
            standing = fold(commitment, local)
        if standing is not None:
            yield standing


def fold_one(key: str, commitments: Iterable[Commitment], now: Now) -> Standing | None:
    """Where one commitment stands; None if it had not been made by now, or was taken back.

    Raises:
        KeyError: no commitment has this id.
    """
    among = tuple(commitments)
    found = next((one for one in among if one.id == key), None)
    if found is None:
        raise KeyError(key)
    return next(fold_all((found,), now, among), None)


def fold_followers(key: str, commitments: Iterable[Commitment], now: Now) -> tuple[Standing, ...]:
    """What hangs on a commitment, directly or through others, in the order of the ledger."""
    among = tuple(commitments)
    tied = [one for one in among if one.anchors]
    replaced = find_replaced(key, among)
    found = set(replaced)
    while more := {one.id for one in tied if not found.isdisjoint(one.anchors)} - found:
        found |= more
    return tuple(fold_all([one for one in tied if one.id in found - replaced], now, among))


def find_replaced(key: str, commitments: Iterable[Commitment]) -> frozenset[str]:
    """A commitment, with those that it took the place of: what counts from them counts from it."""
    before: dict[str, set[str]] = {}
    for commitment in commitments:
        for event in commitment.events:
            if event.superseded_by is not None:
                before.setdefault(event.superseded_by, set()).add(commitment.id)
    found, open_ = {key}, [key]
    while open_:
        more = before.get(open_.pop(), set()) - found
        found |= more
        open_ += more
    return frozenset(found)


def _tie_among(commitments: Sequence[Commitment], now: Now) -> Callable[[Commitment], Commitment]:
    from commitrack.timing.anchors import Anchors  # noqa: PLC0415  # few ledgers have such dates

    return Anchors(commitments, now.local()).tie
