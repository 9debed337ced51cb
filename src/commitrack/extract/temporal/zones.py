"""Zones: whose time a clock shows, where that stands after it: "(AEDT)", "New York time"."""

from commitrack.extract.temporal.drafts import Scene
from commitrack.extract.temporal.lexicon import Lexicon
from commitrack.extract.temporal.tokens import Tokens

_MOST_NAMES, _HOURS = 3, 4
_OPEN, _CLOSE = "(", ")"


def end_of_zone(scene: Scene, last: int) -> int:
    """The last word of a clock that ends at a word, with the zone after it."""
    tokens, words = scene.tokens, scene.tokens.words
    following = words[last + 1] if last + 1 < len(words) else " "
    if following in _OPEN:
        end = _zone(tokens, last + 2, scene.lexicon)
        return end + 1 if end and "".join(words[end + 1 : end + 2]) in _CLOSE else last
    if following == "/":  # the same moment in another zone: "1130 EST/1630 GMT"
        is_clock = "".join(words[last + 2 : last + 3]).isdecimal()
        is_clock = is_clock and len(words[last + 2]) == _HOURS
        return (is_clock and _zone(tokens, last + 3, scene.lexicon)) or last
    return _place(tokens, last + 1, scene.lexicon) or last


def _zone(tokens: Tokens, place: int, lexicon: Lexicon) -> int:
    """The last word of a zone that begins at a word, else 0."""
    word = "".join(tokens.words[place : place + 1])
    rest = tuple(tokens.words[place + 1 : place + 1 + _MOST_NAMES])
    for others, reading in lexicon.phrases.get(word, ()):
        if reading.name == "zone" and others == rest[: len(others)]:
            return place + len(others)
    is_zone = any(reading.name == "zone" for reading in lexicon.single.get(word, ()))
    return place if is_zone else _place(tokens, place, lexicon)


def _place(tokens: Tokens, place: int, lexicon: Lexicon) -> int:
    """The last word of "Moscow time", the time of a place whose name begins here, else 0."""
    for last in range(place, min(place + _MOST_NAMES + 1, len(tokens.words))):
        if last > place and tokens.words[last] in lexicon.cues["place_time"]:
            return last
        if not tokens.text[tokens.starts[last]].isupper():
            return 0
    return 0
