"""Which statements are meant: "1,3", "2-4", "all", "none"."""

import re
from collections.abc import Sequence

from commitrack.errors import UsageError
from commitrack.report.reading.rows import Found

ALL, NONE = "all", "none"

_RANGE = re.compile(r"([0-9]{1,6})(?:-([0-9]{1,6}))?")


def chosen_numbers(words: str, found: Sequence[Found], *, with_untracked: bool) -> tuple[int, ...]:
    """The numbers that the words mean, each once, in their order.

    Args:
        found: every statement; "all" means the commitments among them.
        with_untracked: a hope may be chosen by its number.

    Raises:
        UsageError: it is no choice, or there is no such number.
    """
    folded = words.strip().casefold()
    if folded == ALL:
        return tuple(one.number for one in found if one.candidate.is_tracked)
    if folded in ("", NONE):
        return ()
    numbers: list[int] = []
    for part in re.split(r"[,\s]+", folded.strip(", ")) if folded.strip(", ") else [folded]:
        numbers += _numbers(part, len(found))
    by_number = {one.number: one for one in found}
    for number in numbers:
        _require(number, by_number.get(number), len(found), with_untracked=with_untracked)
    return tuple(dict.fromkeys(numbers))


def voiced_by(found: Sequence[Found]) -> dict[int, int]:
    """By the number of each statement that one which says the same and binds most."""
    strongest: dict[int, Found] = {}
    for one in found:
        first = one.repeats or one.number
        best = strongest.setdefault(first, one)
        if _weight(one) > _weight(best):
            strongest[first] = one
    return {one.number: strongest[one.repeats or one.number].number for one in found}


def _weight(found: Found) -> tuple[int, int]:
    return found.candidate.obligation, found.candidate.precision


def _numbers(part: str, most: int) -> list[int]:
    match = _RANGE.fullmatch(part)
    if match is None:
        raise UsageError(f"{part} is no number of a statement", remedy="write 1,3 or 2-4 or all")
    first = int(match[1])
    last = first if match[2] is None else int(match[2])
    if last < first:
        raise UsageError(f"{part} runs backwards", remedy=f"write {last}-{first}")
    return list(range(first, min(last, max(most, first) + 1) + 1))


def _require(number: int, found: Found | None, most: int, *, with_untracked: bool) -> None:
    if found is None:
        there = f"there are {most}" if most else "none was found"
        raise UsageError(f"no statement has the number {number}: {there}", remedy="see the list")
    if not found.candidate.is_tracked and not with_untracked:
        message = f"{number} is no commitment, but a {found.candidate.kind}"
        raise UsageError(message, remedy=f"to record it all the same: --all --add {number}")
