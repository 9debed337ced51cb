"""Plans: what somebody plans, seeks, wishes or considers to do, judged."""

from collections.abc import Callable

from commitrack.domain.candidate import Untracked
from commitrack.domain.vocabulary import Kind
from commitrack.extract.doing import is_act, is_brought_to_number, is_counted_result
from commitrack.extract.governing import Governor
from commitrack.extract.noun_uses import is_noun_use
from commitrack.extract.pasts import (
    is_long_gone,
    is_of_a_time_since,
    is_of_accused,
    is_of_back_then,
    is_past_perfect,
    is_told_in_court,
    was_dropped,
)
from commitrack.extract.polarity import is_denied_within, is_negated, is_nobodys, is_unreal
from commitrack.extract.reports import is_reported
from commitrack.extract.scenes import Scene
from commitrack.extract.subjects import Sort
from commitrack.extract.verdicts import (
    Question,
    Verdict,
    any_holds,
    is_believed,
    under_condition,
    verdict,
)
from commitrack.extract.voids import is_asked, is_of_whoever

_BE_WITHIN, _OBJECT_WITHIN = 3, 4
_NO_PLANNERS = (Sort.PRICE, Sort.RULE, Sort.EVENT)


def planning(obligation: int, *, needs_act: bool) -> Callable[[Scene], Verdict | None]:
    """A verb by which somebody tells of a plan: "plans to", "wants to", "is considering"."""

    def judged(scene: Scene) -> Verdict | None:
        if any_holds(_BARS, scene):
            return None
        if needs_act and _is_goal(scene):
            return verdict(scene, Kind.TARGET, 2)
        if (needs_act and _is_no_act(scene)) or _is_passive_wish(scene):
            return None
        if any_holds(_GIVEN_UP, scene):
            return verdict(scene, Untracked.HISTORY)
        is_denied = scene.governor is Governor.DENIAL  # "denied that it planned to"
        if is_denied or is_negated(scene):
            is_open = not is_denied and (_is_wish(scene) or _is_effort(scene))
            return None if is_open else verdict(scene, Kind.STANDING, obligation)
        return None if _is_narrative(scene) else _planned(scene, obligation)

    return judged


def _planned(scene: Scene, obligation: int) -> Verdict:
    """The verdict on a plan that is neither denied nor told by the way."""
    if any_holds(_GONE, scene):
        return verdict(scene, Untracked.HISTORY)
    if under_condition(scene):
        return verdict(scene, Untracked.HYPOTHESIS)
    if is_believed(scene):
        return verdict(scene, Untracked.FORECAST)
    kind = Kind.TARGET if _is_goal_in_numbers(scene) else Kind.INTENTION
    return verdict(scene, kind, obligation)


def _is_of_no_planner(scene: Scene) -> bool:
    """As in "prices want to rise"."""
    return scene.sort in _NO_PLANNERS


def _is_denied_object(scene: Scene) -> bool:
    """As in "is no closer to finding"."""
    return scene.match.rule.frame != "infinitive" and is_denied_within(scene)


def _is_unready(scene: Scene) -> bool:
    """As in "were not prepared to"."""
    return scene.starts_with("ready-words") and scene.follows("not")


def _is_share(scene: Scene) -> bool:
    """As in "48 per cent were planning": "you", or a part of a whole."""
    return scene.has("no-actors", scene.subject.first, scene.subject.end)


def _is_of_public(scene: Scene) -> bool:
    """As in "investors are looking for signs"."""
    return scene.match.rule.frame == "any" and scene.head_is("public")


def _is_goal(scene: Scene) -> bool:
    """As in "wants to be the largest by 2030"."""
    if not scene.does("state") or is_negated(scene):
        return False
    return scene.has_future and scene.is_agent


def _is_no_act(scene: Scene) -> bool:
    """As in "wants to grow", "is working to improve it", but not "wants to win orders"."""
    if scene.predicate is None or scene.is_passive:
        return False
    is_vague = scene.cue_has("all-wishes") and (scene.does("attempt") or _is_of_success(scene))
    if is_vague or _is_open_effort(scene):
        return True
    has_ready = scene.does("having") and (scene.has_future or not _is_wish(scene))
    if scene.is_agent and (has_ready or scene.does("sought-results")):
        return False
    return scene.does("speech-acts") or not is_act(scene)


def _is_open_effort(scene: Scene) -> bool:
    """As in "is trying to find out", but not "is trying to sell its mill"."""
    if not scene.cue_has("attempts"):
        return False
    return not (scene.has_future or scene.does("progressive-acts") or scene.does("change"))


def _is_of_success(scene: Scene) -> bool:
    """As in "wants to win the title", "wants to make sure that all are safe"."""
    if scene.does("makes"):
        return scene.does_to("sure-words")
    return scene.does("sought-results") and scene.does_to("contests", _OBJECT_WITHIN)


def _is_passive_wish(scene: Scene) -> bool:
    """As in "workers want to be heard": no act of theirs."""
    return scene.is_passive and _is_wish(scene)


def _is_wish(scene: Scene) -> bool:
    """As in "wants", "hoped"."""
    return scene.starts_with("wishes")


def _is_effort(scene: Scene) -> bool:
    """As in "is working to", "is trying to": what it is not denied to be is no stand."""
    return scene.cue_has("efforts")


def _is_narrative(scene: Scene) -> bool:
    """As in "…, hoping to": by the way, where no "be" makes it the clause's own verb."""
    first = scene.match.first
    has_be = scene.has("be", max(0, first - _BE_WITHIN), first + 1)
    return scene.starts_with("narrative-gerunds") and not has_be


def _was_put_up(scene: Scene) -> bool:
    """As in "put it up for sale a year ago"."""
    if not scene.starts_with("particles") or scene.follows("be"):
        return False
    return bool(scene.times_within(scene.opening, scene.end)) and not scene.has_future


def _was_tried(scene: Scene) -> bool:
    """As in "sought to", "was trying to", "has been trying to"."""
    is_gone_on = scene.starts_with("be-past") or scene.follows("have")
    return scene.starts_with("tries") or (is_gone_on and _is_effort(scene))


def _is_likened(scene: Scene) -> bool:
    """As in "just as we are trying to"."""
    return scene.is_in("comma-stops", scene.subject.first) or scene.subject_follows("comma-stops")


def _had_been_dropped(scene: Scene) -> bool:
    """As in "had planned to … but dropped it"."""
    return is_past_perfect(scene) and was_dropped(scene)


def _is_overtaken(scene: Scene) -> bool:
    """As in "wanted to", "had planned to", which no report puts back and no date ahead."""
    is_past = scene.starts_with("backshift-only") or scene.starts_with("be-past")
    is_past = is_past and not _is_backshifted(scene)
    return (is_past or is_past_perfect(scene)) and not scene.has_later


def _is_backshifted(scene: Scene) -> bool:
    """As in "it said it wanted to", where the past is the report's."""
    if scene.starts_with("be-past") and is_reported(scene):
        return True  # "was planning to sell it, a spokesman said"
    return scene.governor is Governor.REPORT or scene.has("according", 0)


def _is_goal_in_numbers(scene: Scene) -> bool:
    """As in "wants to raise its share to 40 percent": a result, told in parts of a whole."""
    if not scene.starts_with("goal-wishes"):
        return False
    after, end = scene.match.end, scene.end
    in_parts = scene.does("quantity") and scene.has("percent", after, end)
    is_counted = is_counted_result(scene) or is_brought_to_number(scene)
    return in_parts or scene.has("profit-words", after, end) or is_counted


_BARS: tuple[Question, ...] = (
    is_noun_use,
    is_unreal,
    _is_of_no_planner,
    _is_denied_object,
    _is_unready,
    _is_share,
    is_nobodys,
    _is_of_public,
    _is_likened,
    is_of_whoever,
    is_asked,
)
_GIVEN_UP: tuple[Question, ...] = (_was_put_up, _was_tried, is_of_accused)
_GONE: tuple[Question, ...] = (
    _had_been_dropped,
    is_long_gone,
    is_of_back_then,
    is_of_a_time_since,
    is_told_in_court,
    _is_overtaken,
)
