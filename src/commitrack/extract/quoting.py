"""Quoting: the words of a sentence that bind, at most 300 characters, whole words."""

from commitrack.extract.marks import LEADING
from commitrack.extract.scenes import Scene

LONGEST_QUOTE = 300
_NEAR, _PAST_INSERTION = 4, 20


def quote_span(scene: Scene) -> tuple[int, int]:
    """Offsets of the quote: from the subject, else the cue, to the end of the clause."""
    tokens = scene.tokens
    first = _first(scene)
    last = max(scene.end, scene.match.end)
    while (
        last > first + 1
        and not tokens.lows[last - 1][0].isalnum()
        and tokens.lows[last - 1] not in ")%]"
    ):
        last -= 1
    while first < last - 1 and tokens.words[first] in LEADING:
        first += 1
    start, end = tokens.starts[first], tokens.ends[last - 1]
    if end - start > LONGEST_QUOTE:
        start = max(start, tokens.starts[scene.match.first] - LONGEST_QUOTE // 3)
        start = next(s for s in tokens.starts[first:] if s >= start)
        end = max(
            e
            for e in tokens.ends[first:last]
            if e - start <= LONGEST_QUOTE or e == tokens.ends[first]
        )
        end = max(end, start + 1)
    return start, end


def _first(scene: Scene) -> int:
    """The subject, where it stands by the cue; else what leads up to the cue itself."""
    subject, at = scene.subject, scene.match.first
    if subject.is_given and subject.first <= at and at - subject.end <= _reach(scene):
        return subject.first
    while at > 0 and (scene.is_in("possessive-words", at - 1) or scene.is_in("expressing", at - 1)):
        at -= 1
    return at


def _reach(scene: Scene) -> int:
    """How far the cue may stand from its subject: farther where an insertion parts them."""
    is_inserted = scene.is_in("insertion-marks", scene.subject.end)
    return _PAST_INSERTION if is_inserted else _NEAR
