"""Quoting: the words of a sentence that bind, at most 300 characters, whole words."""

from commitrack.extract.marks import BREAKS, DOUBLE_QUOTES, LEADING, PARTING_MARKS
from commitrack.extract.scenes import Scene

LONGEST_QUOTE = 300
_NEAR, _PAST_INSERTION = 4, 20
_NEAR_MARK = 3
_CLOSING = ")%]"


def quote_span(scene: Scene) -> tuple[int, int]:
    """Offsets of the quote: from the subject, else the cue, to the end of the clause."""
    tokens = scene.tokens
    first, last = _first(scene), max(scene.end, scene.match.end)
    while last > first + 1 and _is_loose_end(tokens.lows[last - 1]):
        last -= 1
    while first < last - 1 and tokens.words[first] in LEADING:
        first += 1
    last = _with_closing_mark(scene, first, last)
    if tokens.ends[last - 1] - tokens.starts[first] > LONGEST_QUOTE:
        return _shortened(scene, first, last)
    return tokens.starts[first], tokens.ends[last - 1]


def _with_closing_mark(scene: Scene, first: int, last: int) -> int:
    """Past the mark that closes what was opened within the words."""
    lows = scene.tokens.lows
    marks = sum(low in DOUBLE_QUOTES for low in lows[first:last])
    if marks % 2 == 0:
        return last
    for end in range(last, min(last + _NEAR_MARK, len(lows))):
        if lows[end] in DOUBLE_QUOTES:
            return end + 1
        if lows[end][0].isalnum():
            break
    return last


def _is_loose_end(low: str) -> bool:
    return not low[0].isalnum() and low not in _CLOSING


def _shortened(scene: Scene, first: int, last: int) -> tuple[int, int]:
    """Whole words around the cue, of which a third at most goes before it."""
    starts, ends = scene.tokens.starts, scene.tokens.ends
    earliest = max(starts[first], starts[scene.match.first] - LONGEST_QUOTE // 3)
    start = next(offset for offset in starts[first:] if offset >= earliest)
    fits = [at for at in range(first, last) if ends[at] - start <= LONGEST_QUOTE or at == first]
    marks = (at for at in reversed(fits) if scene.tokens.lows[at] in PARTING_MARKS)
    end = next((ends[at - 1] for at in marks if ends[at] - start > LONGEST_QUOTE // 2), None)
    return start, max(end or ends[fits[-1]], start + 1)


def _first(scene: Scene) -> int:
    """The subject, where it stands by the cue; else what leads up to the cue itself."""
    subject, at = scene.subject, scene.match.first
    if subject.is_given and subject.first <= at and at - subject.end <= _reach(scene):
        return subject.first
    if subject.is_given and subject.end < at and _is_whole(scene):
        return subject.first
    while at > 0 and (scene.is_in("possessive-words", at - 1) or scene.is_in("expressing", at - 1)):
        at -= 1
    return at


def _is_whole(scene: Scene) -> bool:
    """Whether one sentence leads from the subject over another verb: "it met and agreed to"."""
    first, last = scene.subject.first, max(scene.end, scene.match.end)
    between = scene.tokens.lows[scene.subject.end : scene.match.first]
    is_short = scene.tokens.ends[last - 1] - scene.tokens.starts[first] <= LONGEST_QUOTE
    return is_short and BREAKS.isdisjoint(between)


def _reach(scene: Scene) -> int:
    """How far the cue may stand from its subject: farther where an insertion parts them."""
    is_inserted = scene.is_in("insertion-marks", scene.subject.end)
    return _PAST_INSERTION if is_inserted else _NEAR
