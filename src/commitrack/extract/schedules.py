"""Schedules: what is set for, begins or is held at a time, judged."""

from commitrack.domain.candidate import Untracked
from commitrack.domain.vocabulary import Kind
from commitrack.extract.noun_uses import is_noun_use
from commitrack.extract.pasts import is_long_gone, is_past_perfect
from commitrack.extract.polarity import is_inflected, is_negated, is_nobodys, is_unreal
from commitrack.extract.scenes import Scene
from commitrack.extract.subjects import Sort
from commitrack.extract.verdicts import Question, Verdict, any_holds, verdict

_BEFORE_EVENT, _AFTER_EVENT, _AFTER_VERB = 4, 5, 14
_DOERS = (Sort.AGENT, Sort.LIKELY)


def judge_schedule(scene: Scene) -> Verdict | None:
    """As in "is scheduled for"."""
    if is_past_perfect(scene):
        return verdict(scene, Untracked.HISTORY)
    if scene.follows("habits") or (is_noun_use(scene) and not is_inflected(scene)):
        return None  # "the schedule", "a regularly scheduled meeting"
    if scene.head_is("nature"):
        return None  # "rain is due on Friday"
    if scene.has_future and not is_nobodys(scene):
        return verdict(scene, Kind.MEASURE, 3)
    return verdict(scene, Untracked.HISTORY) if is_long_gone(scene) else None


def judge_event(scene: Scene) -> Verdict | None:
    """As in "a June 3 vote"."""
    at = scene.match.first
    is_dated = scene.future_within(at, min(at + _AFTER_EVENT, scene.end))
    is_dated = is_dated or scene.future_within(max(0, at - _BEFORE_EVENT), at)
    return verdict(scene, Kind.MEASURE, 3) if is_dated else None


def judge_named_event(scene: Scene) -> Verdict | None:
    """As in "until after the elections on April 23", but not "since the summit in May"."""
    first, starts = scene.match.end - 1, scene.tokens.starts
    start, end = starts[first], starts[min(first + _AFTER_EVENT, len(starts) - 1)]
    is_dated = any(  # as the time reads by itself: "won the election on Sunday" is over
        start <= time.expression.start < end and time.ends_after(scene.said) for time in scene.times
    )
    is_since = scene.has("since-words", max(0, first - _BEFORE_EVENT), first)
    return verdict(scene, Kind.MEASURE, 3) if is_dated and not is_since else None


def judge_held(scene: Scene) -> Verdict | None:
    """As in "sentencing is on 14 July"."""
    is_event = scene.sort is Sort.EVENT and scene.subject.first == scene.opening
    return verdict(scene, Kind.MEASURE, 3) if is_event else None


def judge_begins(scene: Scene) -> Verdict | None:
    """As in "meets on Thursday"; what a firm does to something then is its promise."""
    at = scene.match.end
    if any_holds(_NO_START, scene):
        return None
    if not scene.future_within(at, min(at + _AFTER_VERB, scene.end)):
        return None
    is_done_to = scene.is_in("determiners", at)
    return verdict(scene, Kind.PROMISE if is_done_to and is_firms_act(scene) else Kind.MEASURE, 3)


def judge_walkout(scene: Scene) -> Verdict | None:
    """As in "announced two days of walkouts"; what is called for a date is on a timetable."""
    if is_noun_use(scene) or is_unreal(scene) or is_long_gone(scene) or not scene.may_act:
        return None
    is_set = scene.starts_with("calling") and scene.has_future
    return verdict(scene, Kind.MEASURE if is_set else Kind.THREAT, 3)


def is_firms_act(scene: Scene) -> bool:
    """As in "the firm closes": the cue is what a firm decides on."""
    return scene.sort in _DOERS and scene.does_itself("company-acts")


def _has_no_subject(scene: Scene) -> bool:
    """As in "Meets on Thursday"."""
    return scene.sort is Sort.NONE


def _is_moved(scene: Scene) -> bool:
    """As in "shares close", but not "sales begin"."""
    return scene.sort is Sort.PRICE and not scene.starts_with("begin-verbs")


def _is_no_verb(scene: Scene) -> bool:
    """As in "is close", "close to", "keep it open": another verb has the subject already."""
    is_near = scene.starts_with("near-words") and scene.is_in("to-words", scene.match.end)
    is_noun = scene.is_in("auxiliaries", scene.match.end)  # "an early start could help"
    is_near = is_near or is_noun or scene.has("keeping", scene.subject.first, scene.match.first)
    return is_near or scene.follows("be") or scene.follows("irregular-pasts")


def _is_beginning_of(scene: Scene) -> bool:
    """As in "a strong start to the year": a noun."""
    end = scene.match.end
    is_to = scene.starts_with("begin-verbs") and scene.is_in("to-words", end)
    return is_to and scene.is_in("determiners", end + 1)


def _is_of_calendar(scene: Scene) -> bool:
    """As in "the quarter ends in March", but not "a week of strikes begins": nobody's act."""
    subject = scene.subject
    return scene.head_is("periods") and not scene.has("partitives", subject.first, subject.end)


def _is_habit(scene: Scene) -> bool:
    """As in "usually opens in May"."""
    return scene.has("habits", 0)


_NO_START: tuple[Question, ...] = (
    _has_no_subject,
    _is_moved,
    is_noun_use,
    _is_no_verb,
    is_negated,
    _is_habit,
    _is_beginning_of,
    _is_of_calendar,
)
