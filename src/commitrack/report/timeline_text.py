"""Text in an SVG: escaped, measured by guess, and broken into lines that fit."""

import re
from unicodedata import category, east_asian_width

from commitrack.report.harmless import harmless

# All that XML 1.0 cannot hold, not even as a reference; `harmless` spells the controls out.
_NOT_XML = "[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]"
_NARROW, _PLAIN, _BROAD, _BROADEST = 0.38, 0.62, 0.74, 1.05
_SLIM = frozenset(" .,:;'!|iljtfrI()[]/-·")


def escape(text: str) -> str:
    r"""The text for the inside of an element or an attribute.

    >>> escape('<b onload="x">&\x00\uffff')
    '&lt;b onload=&quot;x&quot;&gt;&amp;\\x00\\uffff'
    """
    safe = re.sub(_NOT_XML, _spelled, harmless(text))
    for sign, entity in (("&", "amp"), ("<", "lt"), (">", "gt"), ('"', "quot"), ("'", "apos")):
        safe = safe.replace(sign, f"&{entity};")
    return safe


def width_of(text: str, size: float) -> float:
    """How wide a sans-serif text is about, rather too wide than too narrow."""
    return size * sum(_width(character) for character in text)


def broken(text: str, size: float, width: float, *, most: int) -> list[str]:
    """The text in lines of a width; after the last one that is allowed, a cut is marked.

    >>> broken("Sign the treaty", 10, 60, most=2)
    ['Sign the', 'treaty']
    """
    lines, line = [], ""
    for word in _words(harmless(text), size, width):
        longer = f"{line} {word}" if line else word
        if line and width_of(longer, size) > width:
            lines.append(line)
            line = word
        else:
            line = longer
        if len(lines) > most:
            break
    lines.append(line)
    if len(lines) <= most:
        return lines
    last = lines[most - 1]
    while last and width_of(f"{last}…", size) > width:
        last = last[:-1]
    return [*lines[: most - 1], f"{last.rstrip()}…"]


def _words(text: str, size: float, width: float) -> list[str]:
    """Words, those that are wider than a line in pieces."""
    words = []
    for word in text.split():
        piece = ""
        for character in word:
            if width_of(piece + character, size) > width:
                words.append(piece)
                piece = ""
            piece += character
        words.append(piece)
    return words


def _width(character: str) -> float:
    if character in _SLIM:
        return _NARROW
    if character.isascii():
        is_broad = character.isupper() or character in "w&#+=<>~"
        return _BROADEST if character in "mMW@%" else _BROAD if is_broad else _PLAIN
    if category(character).startswith("M"):
        return 0.0
    return _BROADEST if east_asian_width(character) in "WFA" else _BROAD


def _spelled(found: re.Match[str]) -> str:
    return found[0].encode("ascii", "backslashreplace").decode()
