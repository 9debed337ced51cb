"""What a page says of itself in JSON-LD (schema.org): when its article was published, by whom."""

import json
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

_MOST_NODES = 20_000
_ARTICLES = ("article", "posting", "report", "newsstory", "statement", "speech", "legislation")
_PAGES = ("webpage", "creativework")


class Stated(NamedTuple):
    """The dates of one thing that the page describes, as they were written."""

    published: str
    modified: str | None


def stated_dates(scripts: Iterable[str]) -> Stated | None:
    """The dates of the first article that the scripts describe, else of the page."""
    things = [thing for script in scripts for thing in _things(script)]
    for kinds in (_ARTICLES, _PAGES):
        for thing in things:
            published = thing.get("datePublished")
            if isinstance(published, str) and _is_one_of(thing, kinds):
                modified = thing.get("dateModified")
                return Stated(published, modified if isinstance(modified, str) else None)
    return None


def stated_authors(scripts: Iterable[str]) -> tuple[str, ...]:
    """The names of who wrote the first article that the scripts describe."""
    for thing in (thing for script in scripts for thing in _things(script)):
        if thing.get("author") and _is_one_of(thing, _ARTICLES):
            authors = thing["author"]
            named = authors if isinstance(authors, list) else [authors]
            names = (one.get("name") if isinstance(one, dict) else one for one in named)
            return tuple(name for name in names if isinstance(name, str))
    return ()


def _things(script: str) -> Iterator[dict[str, Any]]:
    """Every object, the outer ones first, in the order of the page; what is broken has none."""
    try:
        queue = [json.loads(script)]
    except (ValueError, RecursionError):
        return
    for node in queue:
        if isinstance(node, dict):
            yield node
        if len(queue) < _MOST_NODES and isinstance(node, dict | list):
            queue += node.values() if isinstance(node, dict) else node


def _is_one_of(thing: dict[str, Any], kinds: tuple[str, ...]) -> bool:
    types = thing.get("@type")
    names = types if isinstance(types, list) else [types]
    return any(isinstance(name, str) and name.casefold().endswith(kinds) for name in names)
