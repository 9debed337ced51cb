"""Characters that are not seen: controls, turns of the writing direction, zero widths."""

import re
import unicodedata
from collections.abc import Iterator, Mapping

from commitrack.check.faults import error, warning
from commitrack.domain.finding import Finding, Path

# C0 without tab and line ends, DEL, C1; embeddings, overrides and isolates of direction.
_HARMFUL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
# Zero width or unseen. Joiners, direction marks and soft hyphens, which scripts need, are none.
_UNSEEN = re.compile(r"[\u180e\u200b\u2028\u2029\u2060-\u2064\u206a-\u206f\ufeff\ufff9-\ufffb]")
_MOST_NAMED = 3


def find_characters(data: Mapping[str, object]) -> Iterator[Finding]:
    """Keys and texts with characters that nobody sees and that mislead those who read."""
    waiting: list[tuple[Path, object]] = [((), data)]
    while waiting:
        path, value = waiting.pop()
        if isinstance(value, str):
            yield from _look_at(path, value, f"{path[-1]}" if path else "")
        elif isinstance(value, Mapping):
            for key in value:
                yield from _look_at((*path, key), key, "a key")
            waiting += [((*path, key), inner) for key, inner in value.items()]
        elif isinstance(value, list):
            waiting += [((*path, place), inner) for place, inner in enumerate(value)]


def _look_at(path: Path, text: str, what: str) -> Iterator[Finding]:
    if text.isprintable():
        return
    harmful, unseen = set(_HARMFUL.findall(text)), set(_UNSEEN.findall(text))
    holder = what if not what.isdigit() else str(path[-2])
    if harmful:
        message = f"{holder} holds {_names(harmful | unseen)}"
        yield error("control-characters", path, message, "take it out: it is not seen and misleads")
    elif unseen:
        message = f"{holder} holds {_names(unseen)}"
        yield warning("control-characters", path, message, "take it out: it is not seen")


def _names(characters: set[str]) -> str:
    named = [_name(character) for character in sorted(characters)]
    more = f" and {len(named) - _MOST_NAMED} more" if len(named) > _MOST_NAMED else ""
    return ", ".join(named[:_MOST_NAMED]) + more


def _name(character: str) -> str:
    code = f"U+{ord(character):04X}"
    return f"{code} {unicodedata.name(character, 'a control character')}"
