"""Quoting: the words of a sentence that bind, at most 300 characters, whole words."""

from commitrack.extract.kinds import Scene

LONGEST_QUOTE = 300


def quote_span(scene: Scene, text: str) -> tuple[int, int]:
    """Offsets of the quote: from the subject, else the cue, to the end of the clause."""
    tokens = scene.tokens
    first = min(scene.subject.first, scene.match.first)
    last = max(scene.end, scene.match.end)
    while last > first + 1 and not tokens.lows[last - 1][0].isalnum() and tokens.lows[last - 1] not in ")%]":
        last -= 1
    start, end = tokens.starts[first], tokens.ends[last - 1]
    if end - start > LONGEST_QUOTE:
        start = max(start, tokens.starts[scene.match.first] - LONGEST_QUOTE // 3)
        start = next(s for s in tokens.starts[first:] if s >= start)
        end = max(e for e in tokens.ends[first:last] if e - start <= LONGEST_QUOTE or e == tokens.ends[first])
        end = max(end, start + 1)
    return start, end
