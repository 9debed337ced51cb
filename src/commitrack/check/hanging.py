"""Hanging dates: those that count from another commitment, and can never come to a day."""

from collections.abc import Iterator, Mapping

from commitrack.check.faults import clip, error, warning
from commitrack.check.rows import Record, Row
from commitrack.domain.commitment import Commitment
from commitrack.domain.finding import Finding, Path
from commitrack.domain.standing import Standing
from commitrack.domain.vocabulary import FINAL, Outcome
from commitrack.domain.when import Role, When
from commitrack.errors import DateError
from commitrack.timing.anchors import Anchors
from commitrack.timing.relative import count_live

_NO_DAY = frozenset(FINAL - {Outcome.FULFILLED, Outcome.PARTLY_FULFILLED, Outcome.SUPERSEDED})


def find_rings(record: Record, anchors: Anchors) -> Iterator[Finding]:
    """Commitments that wait for each other, each ring once, at the first of them."""
    key = record.commitment.id
    anchors.standing(key)  # walks along what it hangs on
    for ring in anchors.rings:
        if ring[0] == key:
            chain = " → ".join(ring)
            message = f"{chain}: each waits for the next, and none can have a date"
            hint = f"give one of them a day of its own: commitrack move {ring[-2]} DATE"
            yield error("ring", _place(record, ring[1]), message, hint)


def find_condition_rings(
    record: Record, commitments: Mapping[str, Commitment]
) -> Iterator[Finding]:
    """Commitments each of which is the condition of another of them, told at the first."""
    ring = [record.commitment]
    while following := commitments.get(ring[-1].condition_on or ""):
        if following in ring:
            break
        ring.append(following)
    first = record.commitment.id
    if ring[-1].condition_on == first == min(one.id for one in ring):
        chain = " → ".join([*(one.id for one in ring), first])
        message = f"{chain}: each has the next for its condition, and none can be met"
        hint = f"mend one: commitrack correct {ring[-1].id} --condition …"
        yield error("ring", record.base.at("condition", "on"), message, hint)


def find_lost_anchors(record: Record, anchors: Anchors) -> Iterator[Finding]:
    """Dates whose anchor came to nothing, has several dates, or gives none to count from."""
    for statement, row in record.statements():
        for role, when in statement.dates:
            if when.waits_for is not None:
                yield from _check_anchor(row, role, when, when.waits_for, anchors)
    key = record.commitment.condition_on
    standing = None if key is None else anchors.standing(key)
    if standing is not None and standing.outcome in _NO_DAY:
        message = f"{key}, the condition, is {_outcome(standing)}: it can no more be met"
        hint = f"commitrack update {record.commitment.id} condition_failed --source …"
        yield warning("condition-gone", record.base.at("condition", "on"), message, hint)


def _check_anchor(
    row: Row, role: Role, when: When, key: str, anchors: Anchors
) -> Iterator[Finding]:
    at = when.value.get("at") if isinstance(when.value, Mapping) else None
    side = "before" if isinstance(when.value, Mapping) and "before" in when.value else "after"
    path = row.at(role, side)
    standing = anchors.standing(key)
    if standing is None:
        return
    anchor = anchors.find(key, None if at is None else str(at))
    if anchor is not None:
        yield from _uncounted(row, role, when, anchor.when)
    elif standing.outcome in _NO_DAY:
        message = f"{key} is {_outcome(standing)}: {role} waits for what will not come"
        hint = "say what became of it: commitrack close, or move it to a day of its own"
        yield warning("anchor-gone", path, message, hint)
    elif at is not None and standing.outcome in FINAL - {Outcome.SUPERSEDED}:
        message = (
            f"{key} is {_outcome(standing)}, with no {at}: {role} waits for what will not come"
        )
        hint = "mend `at`, or leave it away to count from the day on which it was done"
        yield warning("anchor-gone", path, message, hint)
    elif at is None and len(standing.dates) > 1:
        roles = " or ".join(f'"{dated.role}"' for dated in standing.dates)
        message = (
            f"{key} has {len(standing.dates)} dates, and {role} does not say for which it waits"
        )
        yield warning("anchor-unclear", path, message, f"add at = {roles}")


def _uncounted(row: Row, role: Role, when: When, start: When) -> Iterator[Finding]:
    try:
        count_live(when, role, start, provisional=True)
    except DateError as fault:
        message = f"{role} = {clip(fault.message)}"
        yield warning("uncountable", row.at(role), message, fault.remedy or "")


def _outcome(standing: Standing) -> str:
    return standing.outcome.replace("_", " ")


def _place(record: Record, key: str) -> Path:
    """Where the commitment names the next one of a ring."""
    for statement, row in record.statements():
        for role, when in statement.dates:
            if when.waits_for == key and isinstance(when.value, Mapping):
                return row.at(role, "before" if "before" in when.value else "after")
    return record.base.path
