"""What a Markdown text says of itself: its front matter, and its first heading."""

import re
from typing import NamedTuple

from commitrack.domain.article import ToldDate, ToldText
from commitrack.ingest.days import parse_moment
from commitrack.ingest.details import Told
from commitrack.ingest.words import front_matter_keys

MARKUP = "*_#>` \t"
"""Characters at the ends of a line that mark it up."""

_FENCE = "---"
_FENCE_ENDS = ("---", "...")
_MOST_KEYS = 100
_HEADING_LINES = 60
_CHARACTERS = 20_000


class Marked(NamedTuple):
    """What was told, and how many lines the front matter takes."""

    told: Told
    front_lines: int


def told_by_markdown(text: str) -> Marked:
    """What the front matter and the first heading say; the text itself stays as it is."""
    lines = text[:_CHARACTERS].split("\n")
    front = _front_lines(lines)
    told = _told_by_keys(lines[1 : front - 1]) if front else Told()
    return Marked(told.over(Told(title=_heading(lines, front))), front)


def _front_lines(lines: list[str]) -> int:
    """How many lines the front matter takes, its fences included; 0 where there is none."""
    if lines[0].rstrip() != _FENCE:
        return 0
    for index, line in enumerate(lines[1 : _MOST_KEYS + 1], start=1):
        if line.rstrip() in _FENCE_ENDS:
            return index + 1
    return 0


def _told_by_keys(lines: list[str]) -> Told:
    """Keys with a value on their own line; lists and nested tables are passed over."""
    told: dict[str, ToldText | ToldDate] = {}
    for line in lines:
        key, colon, value = line.partition(":")
        field = front_matter_keys().get(key.casefold().replace("-", "_"))
        value = _unquoted(value.strip())
        if colon and field and value:
            _tell(told, field, value, f"the front matter's {key}")
    return Told(**told)  # type: ignore[arg-type]  # each field gets its own type in _tell


def _tell(told: dict[str, ToldText | ToldDate], field: str, value: str, origin: str) -> None:
    if field in {"published", "said"}:
        moment = parse_moment(value)
        if moment is not None:
            told.setdefault(field, ToldDate(moment, origin))
        return
    is_address = value.startswith(("http://", "https://"))
    if field == "url" and not is_address:
        field = "outlet"  # "source: Diplomacy Journal"
    told.setdefault(field, ToldText(value, origin))


def _unquoted(value: str) -> str:
    """The value without its quotes, its list's brackets and its comment."""
    if value[:1] in {'"', "'"}:
        end = value.find(value[0], 1)
        return value[1:end] if end != -1 else value[1:]
    if value.startswith("[") and value.endswith("]"):
        return ", ".join(_unquoted(part.strip()) for part in value[1:-1].split(","))
    return value.split(" #", 1)[0].strip()


def _heading(lines: list[str], start: int) -> ToldText | None:
    """The first heading, `# Title` or underlined, of any level."""
    for index in range(start, min(len(lines), start + _HEADING_LINES)):
        line = lines[index].strip()
        below = lines[index + 1].strip() if index + 1 < len(lines) else ""
        is_underlined = line and len(below) > 1 and set(below) in ({"="}, {"-"})
        if re.match(r"#{1,6}\s", line) or is_underlined:
            title = line.strip("# \t")
            title = title.strip(MARKUP) if title[:1] in MARKUP else title
            return ToldText(title, f"the heading, line {index + 1}") if title else None
    return None
