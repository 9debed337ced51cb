"""Presents: decided acts told in the present, and what is told not to come, judged."""

from commitrack.domain.vocabulary import Kind
from commitrack.extract.finite import is_finite
from commitrack.extract.headlines import is_present_headline
from commitrack.extract.scenes import Scene
from commitrack.extract.schedules import is_firms_act
from commitrack.extract.subjects import Sort
from commitrack.extract.terms import kind_under
from commitrack.extract.verdicts import Verdict, verdict

_DATE_WITHIN = 14
_NOUN_WITHIN = 3


def judge_present(scene: Scene) -> Verdict | None:
    """As in "buys a stake in June", "under the deal, the firm pays": with a date or a plan."""
    if not is_finite(scene):
        return None
    under = kind_under(scene)
    if _is_loss_of_jobs(scene):
        return verdict(scene, under or Kind.PROMISE, 3)
    if under is None and is_present_headline(scene):
        return verdict(scene, Kind.PROMISE, 3)
    at = scene.match.end
    if under is None and not scene.future_within(at, min(at + _DATE_WITHIN, scene.end)):
        return None
    return verdict(scene, under or _dated_kind(scene), 3)


def judge_settled(scene: Scene) -> Verdict | None:
    """As in "replaces him", "stays on": news tells nothing so that is not settled, to come."""
    if not is_finite(scene) or _is_in_clause(scene) or _is_remembered(scene):
        return None
    if scene.sort is Sort.EVENT and not scene.starts_with("moving-words"):
        return None
    if scene.starts_with("staying"):
        return verdict(scene, Kind.STANDING, 3) if _is_kept_firmly(scene) else None
    kind = _dated_kind(scene) if scene.has_future else Kind.PROMISE
    return verdict(scene, kind_under(scene) or kind, 3)


def judge_absence(scene: Scene) -> Verdict | None:
    """As in "there will be no layoffs", "no job cuts are foreseen": refrained from."""
    first, end = scene.match.first, scene.match.end + _NOUN_WITHIN
    if not (scene.has("decided", first, end) or scene.has("given-things", first, end)):
        return None
    governor = scene.governor_at(scene.match.first)
    is_open = governor is not None and governor.is_open
    return None if is_open else verdict(scene, Kind.STANDING, 3)


def _is_loss_of_jobs(scene: Scene) -> bool:
    """As in "500 jobs go", but not as the first word: "Jobs go"."""
    return scene.subject.head != 0 and scene.head_is("jobs") and scene.does_itself("go-lost")


def _dated_kind(scene: Scene) -> Kind:
    """A firm's act is its promise; what else has its day is on a timetable."""
    return Kind.PROMISE if is_firms_act(scene) else Kind.MEASURE


def _is_in_clause(scene: Scene) -> bool:
    """As in "as it takes over", "who keeps it": what is told by the way."""
    before = scene.opening - 1
    return scene.is_in("clause-words", before) or scene.is_in("comma-stops", before)


def _is_remembered(scene: Scene) -> bool:
    """As in "he recalls a talk", "Holt recalls that", but not "Ford recalls 2,000 cars"."""
    if not scene.starts_with("recalling"):
        return False
    after = scene.match.end
    is_told = scene.is_in("determiners", after) and not scene.is_number(after)
    return is_told or scene.is_in("clause-words", after) or scene.head_is("pronouns-person")


def _is_kept_firmly(scene: Scene) -> bool:
    """As in "stays on"; "keeps the", "keeps asking" need a time."""
    is_loose = scene.match.rule.frame == "gerund" or scene.is_in("articles", scene.match.end)
    if not is_loose or scene.is_timed:
        return True
    return scene.has("until-words", scene.match.end, scene.end)
