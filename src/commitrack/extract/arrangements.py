"""Arrangements: what "is to", "is set to", "is due to" or "is going to" be done, judged."""

from commitrack.domain.candidate import Untracked
from commitrack.domain.vocabulary import Kind
from commitrack.extract.courts import is_before_court, is_sentenced
from commitrack.extract.doing import (
    begins_effect,
    goes_on_acting,
    is_act,
    is_appointment,
    is_dated_signing,
    is_signing,
)
from commitrack.extract.offices import is_ordained, takes_office
from commitrack.extract.pasts import is_past_perfect, was_bound, was_dropped
from commitrack.extract.reports import is_reported
from commitrack.extract.scenes import Scene
from commitrack.extract.subjects import Sort
from commitrack.extract.verbs import is_infinitive, is_participle
from commitrack.extract.verdicts import (
    Question,
    Verdict,
    any_holds,
    governing_verdict,
    is_believed,
    kind_by,
    verdict,
)

_BE_TO = 2
"""Tokens of a bare "is to"."""
_OUTPUT_WITHIN, _EVENT_WITHIN = 2, 6


def judge_set_to(scene: Scene) -> Verdict | None:
    """As in "is to", "is set to", "is due to", "is going to"."""
    if any_holds(_GONE, scene):
        return verdict(scene, Untracked.HISTORY)
    if _is_open(scene) or _is_idiom(scene) or _is_cause(scene):
        return None
    governed = governing_verdict(scene)
    if governed is not None and (governed.kind is not Untracked.FORECAST or is_believed(scene)):
        return governed
    if _is_forecast(scene):
        return verdict(scene, Untracked.FORECAST)
    meant = kind_by(_MEANT, scene)
    if meant:
        return verdict(scene, meant, 2)
    kind = kind_by(_SCHEDULED, scene)
    return verdict(scene, kind, 3) if kind else _arranged(scene)


def _arranged(scene: Scene) -> Verdict | None:
    """The verdict on what is on no timetable."""
    if scene.is_agent and (goes_on_acting(scene) or _is_refused(scene)):
        return verdict(scene, Kind.STANDING, 2)
    if _is_saying(scene):
        return None
    if not _is_decided(scene):
        return verdict(scene, Untracked.FORECAST)
    return verdict(scene, Kind.PROMISE if _is_flat(scene) else Kind.INTENTION, 2)


def _was_right(scene: Scene) -> bool:
    """As in "the right thing was to wait": what was done is told of a thing."""
    if not _is_bare(scene) or not scene.starts_with("be-past"):
        return False
    return scene.sort is Sort.THING and not scene.has_future


def _was_unreported(scene: Scene) -> bool:
    """As in "was to close", which no report puts back."""
    return was_bound(scene) and not is_reported(scene)


def _was_undone(scene: Scene) -> bool:
    """As in "was to close but the board rejected it"."""
    return scene.starts_with("be-past") and was_dropped(scene)


def _was_to_have(scene: Scene) -> bool:
    """As in "was to have closed"."""
    return scene.starts_with("be-past") and scene.does("having")


def _is_bare(scene: Scene) -> bool:
    """As in "is to", with no word between."""
    return scene.match.end - scene.match.first == _BE_TO


def _is_open(scene: Scene) -> bool:
    """As in "is yet to be decided", "is still to receive it"."""
    if scene.cue_has("still-words"):
        return not (scene.is_passive or scene.has_future)
    return scene.cue_has("unlikely-words")


def _is_idiom(scene: Scene) -> bool:
    """As in "that is not to say"."""
    if scene.is_passive and _is_bare(scene) and scene.does("finding"):
        return True  # "is to be found in the north"
    if _is_purpose(scene):
        return True
    is_named = scene.is_agent and not scene.head_is("pronouns-thing")
    return scene.does("idiom-verbs") and not is_named


def _is_cause(scene: Scene) -> bool:
    """As in "the rises are due to increased demand"."""
    end, lexicon = scene.match.end, scene.lexicon
    if not scene.is_in("due-words", end - 2):
        return False
    is_attribute = any(
        lexicon.is_past_verb(low) and is_participle(low, lexicon)
        for low in scene.tokens.lows[end : end + 1]
    )
    return is_attribute or not is_infinitive(scene.tokens, end, lexicon)


def _is_forecast(scene: Scene) -> bool:
    """As in "sales are to rise", but not "sales are to start in May"."""
    if scene.sort is Sort.PRICE:
        return not _starts_on_date(scene)
    return scene.predicate is None


def _starts_on_date(scene: Scene) -> bool:
    """As in "sales are to follow in May"."""
    return scene.sort is Sort.PRICE and scene.does("starts") and scene.has_future


def _is_scheduled(scene: Scene) -> bool:
    """As in "the summit is to open", "is scheduled to"."""
    is_event = scene.sort in (Sort.EVENT, Sort.RULE) and not scene.head_is("works")
    return is_event or (_has_place_in_schedule(scene) and scene.has_future)


def _starts_up(scene: Scene) -> bool:
    """As in "the mine is due to start production in May": its owner's plan."""
    return scene.head_is("works") or scene.does_to("output-words", _OUTPUT_WITHIN)


def _has_place_in_schedule(scene: Scene) -> bool:
    """As in "is due to", "is scheduled to"; with no day it is only planned."""
    return scene.cue_has("scheduled-words")


def _is_formal(scene: Scene) -> bool:
    """As in "is to testify on Friday"."""
    acts = "passive-event" if scene.is_passive else "formal-acts"
    return scene.does(acts) and scene.has_future


def _is_refused(scene: Scene) -> bool:
    """As in "is not to close"."""
    return scene.cue_has("not") and is_act(scene)


def _is_saying(scene: Scene) -> bool:
    """As in "to save one is to save all"."""
    return _is_bare(scene) and scene.is_in("to-words", scene.subject.first)


def _is_purpose(scene: Scene) -> bool:
    """As in "the fares are to thank customers"."""
    is_purpose = scene.has("purposes", scene.subject.first, scene.subject.end)
    return is_purpose and _is_bare(scene) and not scene.is_passive


def _is_there(scene: Scene) -> bool:
    """As in "there is to be a second round", but not "there is going to be an impact"."""
    if not (scene.head_is("there-words") and scene.is_being):
        return False
    return _is_bare(scene) or scene.does_to("called-events", _EVENT_WITHIN)


def _is_aim(scene: Scene) -> bool:
    """As in "the policy is to treat all alike", where "is to" says what it is."""
    return _is_bare(scene) and scene.head_is("aims") and not scene.is_passive


def _is_result(scene: Scene) -> bool:
    """As in "the policy is to raise output"."""
    return _is_aim(scene) and scene.does("quantity")


def _is_decided(scene: Scene) -> bool:
    """Whether somebody decides on it, rather than that it comes to pass."""
    if scene.is_passive or (_is_bare(scene) and not scene.does("state")):
        return True
    is_own = scene.may_act and is_act(scene)
    return is_own or is_appointment(scene) or scene.does("change")


def _is_flat(scene: Scene) -> bool:
    """As in "they are going to"."""
    return scene.is_in("going-words", scene.match.end - 2) and scene.is_agent


_GONE: tuple[Question, ...] = (
    _was_unreported,
    _was_undone,
    is_past_perfect,
    _was_right,
    _was_to_have,
)
_MEANT = (
    (_is_there, Kind.INTENTION),
    (_is_result, Kind.TARGET),
    (_is_aim, Kind.INTENTION),
)
_SCHEDULED = (
    (_starts_up, Kind.INTENTION),
    (begins_effect, Kind.MEASURE),
    (_starts_on_date, Kind.MEASURE),
    (is_dated_signing, Kind.MEASURE),
    (is_signing, Kind.AGREEMENT),
    (_is_scheduled, Kind.MEASURE),
    (_is_formal, Kind.MEASURE),
    (is_ordained, Kind.MEASURE),
    (is_sentenced, Kind.MEASURE),
    (is_before_court, Kind.MEASURE),
    (takes_office, Kind.MEASURE),
    (_has_place_in_schedule, Kind.INTENTION),
)
