"""Roles: which times of a clause are a commitment's dates, and what each is for."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from commitrack.domain.candidate import DatedRole, Untracked
from commitrack.domain.vocabulary import Kind
from commitrack.domain.when import Role, When
from commitrack.extract.clocked import Clocked
from commitrack.extract.conditions import condition_tokens
from commitrack.extract.scenes import Scene
from commitrack.extract.subjects import Sort
from commitrack.extract.whens import range_of, when_of

_LOOK_BEFORE = 4
_DUE_CUES = frozenset({"deadline", "must", "until", "order", "pending"})
_GIVEN_CUES = frozenset({"until", "threat"})
_HELD_CUES = frozenset({"event", "schedule", "begins", "schedule-tail", "expected-date"})
_DATED_CUES = _DUE_CUES | _GIVEN_CUES | _HELD_CUES


class ReasonedDate(NamedTuple):
    """A date of a candidate, and how it came about."""

    dated: DatedRole
    why: str


def dates_of(scene: Scene, kind: Kind | Untracked) -> tuple[ReasonedDate, ...]:
    """The dates that the statement carries, one a role, the first the one that counts."""
    found: dict[Role, ReasonedDate] = {}
    for time, when, why in _whens(scene):
        role = _role(scene, kind, _before(scene, time))
        reason = f"{role.value}: {why}"
        found.setdefault(role, ReasonedDate(DatedRole(role, when), reason))
    return tuple(found.values())


def _whens(scene: Scene) -> Iterator[tuple[Clocked, When, str]]:
    cue = scene.tokens.starts[scene.match.first]
    within = scene.times_within(scene.opening, scene.end)
    others = (_is_condition, _is_told, _is_of_verb_before)
    own = [time for time in within if not any(is_other(scene, time) for is_other in others)]
    # Those after the cue come first: what stands before it is mostly told of the subject.
    times = sorted(own, key=lambda time: time.expression.start < cue)
    skip = False
    for index, time in enumerate(times):
        if skip:
            skip = False
            continue
        following = times[index + 1] if index + 1 < len(times) else None
        before = _before(scene, time)
        if following is not None and _spans(scene, time, following, before):
            found, skip = range_of(time, following), True
        else:
            found = when_of(time, before, scene.said, scene.lexicon, _after(scene, time))
        if found is not None:
            yield time, *found


def _is_condition(scene: Scene, time: Clocked) -> bool:
    """Whether a date is the condition's: "if four members sign by 30 June"."""
    return bisect_left(scene.tokens.starts, time.expression.start) in condition_tokens(scene)


def _is_of_verb_before(scene: Scene, time: Clocked) -> bool:
    """Whether it is told of a verb before the cue's: "will begin on Monday and will end soon"."""
    at = bisect_left(scene.tokens.starts, time.expression.start)
    cue = scene.match.first
    between = range(max(at, scene.subject.end), cue)
    is_joined = any(scene.is_in("coordinators", i) for i in between)
    return at < cue and is_joined and scene.has("modals", scene.subject.end, at)


def _is_told(scene: Scene, time: Clocked) -> bool:
    """Whether it dates what has been done: "agreed today to", "today urged", "the year ended"."""
    if _after(scene, time) in scene.lexicon.classes["ended-words"]:
        return True
    is_today = time.first is not None and time.first == time.last == scene.said
    if not is_today or scene.match.rule.cue in _DATED_CUES:
        return False
    at = bisect_left(scene.tokens.starts, time.expression.start)
    verb = at - 1 - scene.is_in("on-words", at - 1)
    if at < scene.match.first and scene.is_in("said", verb):
        return True
    if not scene.lexicon.is_past_verb(scene.low):
        return False
    is_act = scene.match.rule.frame == "infinitive"
    return not is_act or scene.predicate is None or at < scene.predicate.at


def _before(scene: Scene, time: Clocked) -> list[str]:
    at = bisect_left(scene.tokens.starts, time.expression.start)
    return scene.tokens.lows[max(0, at - _LOOK_BEFORE) : at]


def _after(scene: Scene, time: Clocked) -> str:
    at = bisect_left(scene.tokens.starts, time.expression.end)
    return scene.tokens.lows[at] if at < len(scene.tokens.lows) else ""


def _spans(scene: Scene, time: Clocked, following: Clocked, before: Sequence[str]) -> bool:
    """Whether two times are the ends of one: "between 1 and 7 August", "from May to June"."""
    starts, classes = scene.tokens.starts, scene.lexicon.classes
    end = bisect_left(starts, time.expression.end)
    between = scene.tokens.lows[end : bisect_left(starts, following.expression.start)]
    is_joined = len(between) == 1 and between[0] in classes["range-joints"]
    is_dated = time.first is not None and following.last is not None
    is_opened = bool(before) and before[-1] in classes["range-openers"]
    if following.expression.start - time.expression.end == 1 and is_dated:
        return following.ends_after(scene.said)  # 2027-2029
    return is_joined and is_dated and is_opened and following.ends_after(scene.said)


def _role(scene: Scene, kind: Kind | Untracked, before: Sequence[str]) -> Role:
    """What a date is for, by the words before it and by what is dated."""
    cue = scene.match.rule.cue
    if not scene.lexicon.classes["until-words"].isdisjoint(before[-2:]):
        return Role.DUE if cue in _GIVEN_CUES else Role.EXPIRES
    if kind is not Kind.MEASURE:
        return Role.DUE
    if cue in _DUE_CUES:
        return Role.EFFECTIVE if _is_imposition(scene) else Role.DUE
    return _role_in_timetable(scene, before)


def _is_imposition(scene: Scene) -> bool:
    """As in "the deadline for the imposition of"."""
    return scene.has("imposition-words", max(0, scene.match.first - 2), scene.match.end)


def _role_in_timetable(scene: Scene, before: Sequence[str]) -> Role:
    classes = scene.lexicon.classes
    if not classes["ending-words"].isdisjoint(_words_of_act(scene)):
        return Role.EXPIRES
    if scene.sort is Sort.RULE:
        return Role.EFFECTIVE
    is_held = scene.match.rule.cue in _HELD_CUES or scene.sort is Sort.EVENT
    if is_held or scene.does("scheduled-acts"):
        return Role.HAPPENS
    return Role.EFFECTIVE if classes["due-before"].isdisjoint(before) else Role.DUE


def _words_of_act(scene: Scene) -> list[str]:
    words = scene.tokens.lows[scene.match.first : scene.match.end]
    return words + list(scene.predicate.bases) if scene.predicate else words
