"""Expectations: "expects to", "is expected to", "is expected on Friday", judged."""

from commitrack.domain.candidate import Untracked
from commitrack.domain.vocabulary import Kind
from commitrack.extract.doing import aims_at_result, is_act, is_counted_result, is_done_to
from commitrack.extract.limits import is_limited
from commitrack.extract.noun_uses import is_noun_use
from commitrack.extract.pasts import is_past_perfect
from commitrack.extract.polarity import is_negated, is_unreal
from commitrack.extract.reports import is_forecast_by_profession
from commitrack.extract.scenes import Scene
from commitrack.extract.subjects import Sort
from commitrack.extract.verdicts import Verdict, is_governed, verdict

_REDUCED = 2
"""Tokens of "expected to" with nothing between."""


def judge_own_expectation(scene: Scene) -> Verdict | None:
    """As in "expects to": an intention where it is one's own act."""
    if is_noun_use(scene) or is_unreal(scene) or is_negated(scene) or not scene.is_agent:
        return None
    if is_forecast_by_profession(scene):
        return verdict(scene, Untracked.FORECAST)
    goes_on = scene.does("continue") and scene.has_future
    if aims_at_result(scene) or is_counted_result(scene) or goes_on:
        return verdict(scene, Kind.TARGET, 1)
    has_ready = scene.does("having") and scene.has_future
    if scene.does("state") and not has_ready:
        return verdict(scene, Untracked.FORECAST)
    return verdict(scene, Kind.INTENTION, 1)


def judge_expected(scene: Scene) -> Verdict | None:
    """As in "is expected to": a forecast, save a formal event or what somebody decides."""
    if scene.predicate is None:
        return None
    if is_past_perfect(scene):
        return verdict(scene, Untracked.HISTORY)  # "had been expected to"
    is_event = scene.sort is Sort.EVENT and (scene.does("event") or scene.does("passive-event"))
    is_named = scene.is_passive and scene.does("naming")
    if (is_event or is_named) and scene.has_future:
        return verdict(scene, _due_kind(scene), 2)
    if is_forecast_by_profession(scene):
        return verdict(scene, Untracked.FORECAST)
    is_formal = scene.sort is Sort.AGENT and scene.does("act-after-expected")
    if (is_formal and scene.has_future) or is_done_to(scene) or _is_agents_act(scene):
        return verdict(scene, Kind.INTENTION, 1)
    return verdict(scene, Untracked.FORECAST)


def judge_likely(scene: Scene) -> Verdict | None:
    """As in "the report is likely to be issued in May": tracked as a formal event with a date."""
    is_formal = scene.is_passive and scene.does("passive-event") and scene.sort is not Sort.PRICE
    if is_formal and scene.has_future and not is_governed(scene):
        return verdict(scene, Kind.INTENTION, 1)
    return verdict(scene, Untracked.FORECAST)


def _is_agents_act(scene: Scene) -> bool:
    """As in "the firm is expected to close it", but not "is expected to report a loss"."""
    if scene.sort is not Sort.AGENT or scene.is_passive:
        return False
    is_told = scene.does("expected-no-act") or scene.does("speech-acts")
    return not is_told and is_act(scene)


def judge_expected_date(scene: Scene) -> Verdict | None:
    """As in "is expected on Friday": tracked for formal events."""
    is_formal = scene.sort is Sort.EVENT or scene.head_is("pending-decisions")
    if is_formal and scene.has_future:
        return verdict(scene, _due_kind(scene), 2)
    return verdict(scene, Untracked.FORECAST)


def _due_kind(scene: Scene) -> Kind:
    """A formal event has its day; that a sale be completed, or work begun, is somebody's plan."""
    is_planned = scene.head_is("transactions") or scene.head_is("works")
    return Kind.INTENTION if is_planned else Kind.MEASURE


def _is_reduced(scene: Scene) -> bool:
    """As in "the price, expected to be set tomorrow"."""
    return scene.match.end - scene.match.first == _REDUCED and scene.follows("commas")


def judge_expected_object(scene: Scene) -> Verdict | None:
    """As in "expects the sale to be completed in May": tracked for what somebody decides."""
    if scene.predicate is None or is_noun_use(scene):
        return None
    if _is_reduced(scene):
        return judge_expected(scene) if scene.has_future else None
    is_decided = is_done_to(scene) or scene.does("change")
    if is_decided and scene.is_agent and (scene.has_future or is_limited(scene)):
        return verdict(scene, Kind.INTENTION, 1)
    return verdict(scene, Untracked.FORECAST)
