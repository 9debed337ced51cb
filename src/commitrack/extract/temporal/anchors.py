"""Anchors: the day that relative words count from, when they were said or what was named before."""

from datetime import date

from commitrack.extract.temporal.drafts import Draft, Scene, show
from commitrack.extract.temporal.matching import Match
from commitrack.extract.temporal.periods import Period, format_period

SAID, REF, NAMED_DAY, STORY_DAY = "said", "ref", "day", "story"
_FAR = 40  # words


def base_of(scene: Scene, anchor: str) -> tuple[date, str]:
    """The day that is counted from, and how reasons name it."""
    if anchor == NAMED_DAY and scene.day is not None:
        return scene.day.first, named_before(scene.day)
    if anchor == STORY_DAY and scene.story is not None:
        return scene.story.first, f"{format_period(scene.story)}, the day of the story"
    if anchor == REF and scene.ref is not None:
        return scene.ref.first, named_before(scene.ref)
    return scene.said, f"{show(scene.said)}, when it was said"


def rel_of(match: Match) -> tuple[int, str]:
    """How many periods on or back, and from where."""
    count, anchor = match.values("rel")[-1] if match.has("rel") else (0, REF)
    return int(count), str(anchor)


def anchor_within(match: Match, scene: Scene, anchor: str) -> str:
    """The anchor of a day or its part: of "the next day" it is the day named before."""
    is_definite = scene.before(match) in scene.lexicon.cues["the"]
    return NAMED_DAY if is_definite and scene.day is not None else anchor


def story_anchor(match: Match, scene: Scene, anchor: str) -> str:
    """The anchor of "in the morning": the story's day, where another was named far before."""
    is_bare = anchor == NAMED_DAY and not match.has("rel") and scene.story is not None
    is_far = is_bare and match.first - scene.day_at > _FAR
    return STORY_DAY if is_far else anchor


def named_before(period: Period) -> str:
    """How reasons name a time that was named before."""
    return f"{format_period(period)}, named before"


def as_comparison(draft: Draft) -> list[Draft]:
    """A time that is only compared with: no words after it relate to it."""
    return [draft._replace(period=None)]
