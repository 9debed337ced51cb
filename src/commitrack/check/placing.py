"""Placing: findings get line and column, those of a wrong value at the value itself."""

import re
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from commitrack.domain.finding import Finding, Path, Place

_KEY = r"""(?:[A-Za-z0-9_-]+|"[^"\\\n]*"|'[^'\n]*')"""
_ASSIGNED = re.compile(rf"{_KEY}(?:[ \t]*\.[ \t]*{_KEY})*[ \t]*=[ \t]*(?=[^ \t\r\n])")
_AT_KEY = frozenset({"unknown-key"})


def place_findings(
    findings: Iterable[Finding],
    text: str,
    data: Mapping[str, Any],
    place_of: Callable[[Path], Place | None],
) -> tuple[Finding, ...]:
    """Findings in the order of their places; one that has its place already keeps it.

    Args:
        place_of: the place of the key or the header that a path leads to, or of what is around it.
    """
    lines = text.split("\n")
    placed = [
        one if one.place or not one.path else one._replace(place=_place(one, lines, data, place_of))
        for one in findings
    ]
    return tuple(sorted(placed, key=lambda one: (one.place or (0, 0), one.code, one.message)))


def _place(
    finding: Finding,
    lines: list[str],
    data: Mapping[str, Any],
    place_of: Callable[[Path], Place | None],
) -> Place | None:
    place = place_of(finding.path)
    if place is None or finding.code in _AT_KEY or not str(finding.path[-1]).isprintable():
        return place
    assigned = _ASSIGNED.match(lines[place.line - 1], place.column - 1)
    if assigned is None:
        return place
    value = Place(place.line, assigned.end() + 1)
    item = _look_up(data, finding.path) if isinstance(finding.path[-1], int) else None
    return _in_list(lines, value, item) if isinstance(item, str) else value


def _in_list(lines: list[str], start: Place, item: str) -> Place:
    """The place of a text in a list that starts there, else that of the list."""
    quoted = re.compile(rf"""(["']){re.escape(item)}\1""")
    for number in range(start.line - 1, len(lines)):
        line = lines[number]
        is_first = number == start.line - 1
        if line.startswith("[") and not is_first:
            break
        found = quoted.search(line, start.column - 1 if is_first else 0)
        if found:
            return Place(number + 1, found.start() + 1)
    return start


def _look_up(data: Mapping[str, Any], path: Path) -> object:
    value: Any = data
    for key in path:
        try:
            value = value[key]
        except (KeyError, IndexError, TypeError):
            return None
    return value
