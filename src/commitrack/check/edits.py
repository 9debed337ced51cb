"""Edits: dates that differ from git's last commit with no event that tells of it."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from typing import Any

from commitrack.check.faults import clip, error, warning
from commitrack.check.rows import Table
from commitrack.domain.finding import Finding, Path
from commitrack.domain.when import Role
from commitrack.errors import DateError
from commitrack.timing.values import format_value, parse_value

Numbered = list[tuple[int, Table]]

_BEFORE = "in git's last commit"


def find_edits(
    now: Mapping[str, Any], before: Mapping[str, Any], declared: Collection[str]
) -> Iterator[Finding]:
    """What was changed by hand since the last commit, in commitments that it has.

    Args:
        now: the tables of commitments by id, as the file has them.
        before: the same of the version committed last.
        declared: ids that the file has, those of unreadable commitments included.
    """
    for key, old in before.items():
        new = now.get(key)
        if isinstance(old, dict) and isinstance(new, dict):
            yield from _compare(key, ("commitment", key), old, new)
            yield from _compare_events(key, _events(old), _events(new))
        elif key not in declared:
            message = f"{clip(key)} stands {_BEFORE}, but not here any more"
            hint = "put it back: a commitment that ended has an event that says so"
            yield warning("commitment-removed", (), message, hint)._replace(id=key)


def _compare(key: str, path: Path, old: Table, new: Table) -> Iterator[Finding]:
    roles = [role for role in Role if role in old or role in new]
    changed = [role for role in roles if not _is_same(old, new, role)]
    for role in changed:
        yield _edited(key, path, str(role), old.get(role), new.get(role))
    if roles and not changed and old.get("zone") != new.get("zone"):
        yield _edited(key, path, "zone", old.get("zone"), new.get("zone"))


def _is_same(old: Table, new: Table, role: str) -> bool:
    """Whether both stand for the same interval; what cannot be read is reported as such."""
    if old.get(role) == new.get(role) and type(old.get(role)) is type(new.get(role)):
        return True
    if role not in old or role not in new:
        return False
    try:
        mine = parse_value(new[role], _zone(new), role=Role(role))
    except DateError:
        return True
    try:
        return mine.resolves_as(parse_value(old[role], _zone(old), role=Role(role)))
    except DateError:
        return True  # it could not be read before: somebody mended it


def _zone(table: Table) -> str | None:
    zone = table.get("zone")
    return zone if isinstance(zone, str) else None


def _edited(key: str, path: Path, name: str, old: object, new: object) -> Finding:
    was = "was not there" if old is None else f"was {clip(format_value(old))}"
    message = f"{name} {was} {_BEFORE}, and no event tells of a change"
    value = "…" if new is None else clip(format_value(new))
    hint = f"put it back, then: commitrack move {key} {value}"
    if name == "zone" or new is None or old is None:
        hint = "put it back"
    hint += f"; if the entry was our mistake: commitrack correct {key} --{name} {value}"
    return error("date-edited", (*path, name), message, hint)


def _compare_events(key: str, old: Numbered, new: Numbered) -> Iterator[Finding]:
    """Pair the events of one day and type: those that are alike, then those left in order."""
    now = _by_identity(new)
    for identity, olds in _by_identity(old).items():
        news = now.get(identity, [])
        left = [row for row in olds if not _take_same(row, news)]
        for row, (place, other) in zip(left, news, strict=False):
            yield from _compare(key, ("commitment", key, "event", place), row[1], other)
        for _ in left[len(news) :]:
            yield _removed(key, *identity)


def _take_same(row: tuple[int, Table], news: Numbered) -> bool:
    for place, other in enumerate(news):
        if not any(_compare("", (), row[1], other[1])):
            del news[place]
            return True
    return False


def _by_identity(events: Numbered) -> dict[tuple[str, str], Numbered]:
    groups: dict[tuple[str, str], Numbered] = defaultdict(list)
    for place, row in events:
        groups[str(row.get("on")), str(row.get("type"))].append((place, row))
    return groups


def _events(table: Table) -> Numbered:
    rows = table.get("event")
    if not isinstance(rows, list):
        return []
    return [(place, row) for place, row in enumerate(rows) if isinstance(row, dict)]


def _removed(key: str, on: str, kind: str) -> Finding:
    message = f"the event `{clip(kind)}` of {clip(on)} stands {_BEFORE}, but not here any more"
    hint = "put it back; if it was our mistake, take it back with a correction: void = true"
    return error("event-removed", ("commitment", key), message, hint)
