"""Pasts: whether what a cue tells of is over when it is told."""

from bisect import bisect_left

from commitrack.extract.clocked import Clocked
from commitrack.extract.governing import Governor
from commitrack.extract.reports import is_reported, is_told_by_another
from commitrack.extract.scenes import Scene
from commitrack.extract.verbs import is_gerund

_NOUN = "-noun"
_BEFORE = 3
_LONG_GONE = 31
"""Days after which a dated act is history."""


def has_past_form(scene: Scene) -> bool:
    """As in "agreed", "took": which by itself is news rather than history."""
    return scene.low.endswith(scene.lexicon.phrases["past"])


def is_past_perfect(scene: Scene) -> bool:
    """As in "had agreed"."""
    first = scene.match.first
    return scene.has("have-past", max(0, first - _BEFORE), first)


def is_dated_past_perfect(scene: Scene) -> bool:
    """As in "in 2001 the company had promised"."""
    if not is_past_perfect(scene):
        return False
    before = scene.times_within(scene.opening, scene.match.first)
    return any(time.last is not None and time.last < scene.said for time in before)


def is_long_gone(scene: Scene) -> bool:
    """As in "agreed in March", told in June: each date of the clause is over a month ago."""
    if not (scene.match.rule.cue.endswith(_NOUN) or has_past_form(scene)):
        return False
    is_joined = scene.follows("and")  # "left in 1990 and planned to return"
    around = (
        *scene.times_within(scene.opening, scene.match.first if is_joined else scene.subject.end),
        *scene.times_within(scene.match.first, scene.end),
    )
    days = [time.last for time in around if time.last and not _is_owners(scene, time)]
    return bool(days) and all((scene.said - day).days > _LONG_GONE for day in days)


def _is_owners(scene: Scene, time: Clocked) -> bool:
    """As in "last December's accord": the time of a thing, not of what is done."""
    after = bisect_left(scene.tokens.starts, time.expression.end)
    return scene.is_in("possessive", after)


def is_of_an_era(scene: Scene) -> bool:
    """As in "in recent years, critics have called for", "have long called for": no news."""
    if scene.follows("long-words") or scene.cue_has("eras"):
        return True  # "has promised for years to"
    return scene.follows("have") and any(
        scene.is_in("era-openers", at) and scene.is_in("eras", at + 1)
        for at in (*range(scene.opening, scene.subject.first), *range(scene.match.end, scene.end))
    )


def was_said_long_ago(scene: Scene) -> bool:
    """As in "in 1997 the alliance announced it would": each date of the report is long gone."""
    if scene.governor is not Governor.REPORT or scene.has_future:
        return False
    first, end = 0, max(0, scene.subject.first - 1)
    for at in range(end):
        if scene.is_in("coordinators", at) or scene.is_in("relative", at):
            first = at  # another clause begins
    days = [time.last for time in scene.times_within(first, end) if time.last]
    return bool(days) and all((scene.said - day).days > _LONG_GONE for day in days)


def is_of_back_then(scene: Scene) -> bool:
    """As in "at the time, the firm planned", "years ago the town voted"."""
    lows, first, end = scene.tokens.lows, scene.opening, scene.match.first
    is_then = lows[first : first + 3] == ["at", "the", "time"]
    return is_then or any(
        scene.is_in("gone-words", at)
        and scene.is_in("eras", at - 1)
        and not scene.is_number(at - 2)
        for at in range(first, end)
    )


def is_of_accused(scene: Scene) -> bool:
    """As in "the gunman threatened to", "the suspects planned to": what a crime was."""
    return scene.head_is("accused") and has_past_form(scene)


def is_first_ever(scene: Scene) -> bool:
    """As in "the largest reward it has ever offered": told to compare."""
    return scene.has("ever-words", scene.subject.end, scene.match.end)


def is_told_as_earlier(scene: Scene) -> bool:
    """As in "workers earlier voted to", but not "earlier this month": what has been overtaken."""
    return has_past_form(scene) and any(
        scene.is_in("superseded", at) and not scene.is_in("time-fillers", at + 1)
        for at in range(scene.opening, scene.match.first)
    )


def leads_to_another(scene: Scene) -> bool:
    """As in "after the ministers demanded"; "a day after" tells the news of yesterday."""
    first = scene.subject.first
    return has_past_form(scene) and any(
        scene.is_in("after-words", at) and not scene.is_in("day-units", at - 1)
        for at in (first - 1, first)
    )


def is_told_by_the_way(scene: Scene) -> bool:
    """As in "when it agreed", without a time to come."""
    return scene.subject_follows("whens") and not scene.has_future


def is_told_in_court(scene: Scene) -> bool:
    """As in "the court heard that he agreed to hide it": what is alleged of the past."""
    return has_past_form(scene) and scene.has("alleging", 0, scene.match.first)


def is_of_a_time_since(scene: Scene) -> bool:
    """As in "has lost money since it agreed to"."""
    return has_past_form(scene) and scene.subject_follows("since-words")


def was_bound(scene: Scene) -> bool:
    """As in "was to", "was ordered to", without a later time or "later in the day"."""
    if not scene.starts_with("be-past") or scene.has_later:
        return False
    return not (scene.has_future and scene.has("later-today", scene.match.end, scene.end))


def was_dropped(scene: Scene) -> bool:
    """As in "was to close but the board rejected it": a word after the cue undoes it."""
    return scene.has("dropped", scene.match.end)


def had_been_done(scene: Scene) -> bool:
    """As in "had agreed", which no report puts back and no date ahead."""
    return is_past_perfect(scene) and not is_told_by_another(scene) and not scene.has_future


def was_doing(scene: Scene) -> bool:
    """As in "a week ago he was promising", which no report puts back."""
    return (
        scene.follows("be-past") and is_gerund(scene.low, scene.lexicon) and not is_reported(scene)
    )


def is_told_after(scene: Scene) -> bool:
    """As in "after refusing to", "accused of promising": told of what was."""
    return scene.follows("after-of-words") and is_gerund(scene.low, scene.lexicon)
