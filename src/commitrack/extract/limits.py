"""Limits: a length of time within which something is to be done."""

from bisect import bisect_left

from commitrack.domain.candidate import TimeType
from commitrack.extract.scenes import Scene

_HEDGE = 1


def is_limited(scene: Scene) -> bool:
    """As in "within 30 days", "in about two months"."""
    return any(
        time.expression.type is TimeType.DURATION and _opens_limit(scene, time.expression.start)
        for time in scene.times_within(scene.match.end, scene.end)
    )


def _opens_limit(scene: Scene, start: int) -> bool:
    before = bisect_left(scene.tokens.starts, start) - 1
    if scene.is_in("about-words", before):
        before -= _HEDGE
    return scene.is_in("within-words", before)
