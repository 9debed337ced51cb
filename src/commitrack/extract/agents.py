"""Agents: what somebody will do, keep doing, or not do."""

from commitrack.domain.vocabulary import Kind
from commitrack.extract.changes import changed_kind, is_told_in_numbers, undergone_kind
from commitrack.extract.conditioned import hangs_on_acceptance, is_threat
from commitrack.extract.doing import (
    continues_state,
    is_act,
    is_appointment,
    leaves_unchanged,
)
from commitrack.extract.governing import Governor
from commitrack.extract.reports import has_condition
from commitrack.extract.scenes import Scene
from commitrack.extract.subjects import Sort
from commitrack.extract.verbs import is_gerund

_VERB_NEAR = 3
_EVENT_WITHIN, _OBJECT_WITHIN, _PLIGHT_WITHIN = 6, 3, 4
_KEPT_SORTS = (Sort.THING, Sort.LIKELY)


def acting_kind(scene: Scene) -> Kind | None:
    """The kind of what a clause's subject will do or undergo; None for what just comes to pass."""
    if scene.is_passive and not _is_ready(scene):
        return undergone_kind(scene)
    if _goes_on_doing(scene):
        return Kind.STANDING
    if _is_placed(scene) or _hires(scene):
        return Kind.PROMISE
    if scene.does("continue"):
        return Kind.STANDING if _goes_on(scene) else None
    if is_appointment(scene) or is_told_in_numbers(scene):
        return Kind.INTENTION if scene.does("having") else Kind.PROMISE
    return _doers_kind(scene) if _is_doer(scene) else changed_kind(scene)


def _is_doer(scene: Scene) -> bool:
    """Whether the subject acts, or none is told and the verb stands near its modal."""
    if scene.sort is not Sort.NONE or scene.predicate is None:
        return scene.is_agent
    if scene.follows("that-words"):
        return False  # "that will create jobs"
    return scene.predicate.at - scene.match.end < _VERB_NEAR


def _is_ready(scene: Scene) -> bool:
    """As in "will be prepared to"."""
    return scene.predicate is not None and scene.is_in("ready-words", scene.predicate.at)


def _hires(scene: Scene) -> bool:
    """As in "will retain an investment banker"."""
    return scene.does("hiring") and scene.does_to("advisers", _VERB_NEAR)


def _goes_on_doing(scene: Scene) -> bool:
    """As in "will go on working"."""
    if scene.predicate is None or not _is_doer(scene) or not scene.does("going"):
        return False
    lows, verb = scene.tokens.lows, scene.predicate.at + 2
    return scene.does_to("on-words") and verb < len(lows) and is_gerund(lows[verb], scene.lexicon)


def _goes_on(scene: Scene) -> bool:
    """Whether somebody keeps doing it, or a thing is kept as it is: "will remain closed"."""
    if scene.sort in _KEPT_SORTS and scene.does_to("remain-states"):
        return True
    return _is_doer(scene) and not continues_state(scene)


def _is_placed(scene: Scene) -> bool:
    """As in "marshals will be on all flights by May", "payment will be in cash"."""
    if not scene.is_being or scene.is_not_done or scene.sort is Sort.PRICE:
        return False
    if scene.does_to("arrangements"):
        return True
    is_told = scene.is_agent or scene.sort is Sort.EVENT
    return is_told and scene.does_to("places") and not scene.does_to("plights", _PLIGHT_WITHIN)


def _doers_kind(scene: Scene) -> Kind | None:
    """What one who acts will do; some of it only happens to him: "travellers will get"."""
    # "it will require patience" lays nothing on anybody.
    is_named = not scene.is_in("pronouns-thing", scene.subject_word)
    if is_named and scene.does("oblige") and not scene.is_not_done:
        return Kind.MEASURE if scene.has_future else Kind.PROMISE
    offered = _offered_kind(scene)
    if offered is not None:
        return offered
    if scene.is_in("public", scene.subject_word) and not scene.is_not_done:
        if scene.does("paying") and scene.does_to("set-rates", _OBJECT_WITHIN):
            return Kind.MEASURE
        return Kind.PROMISE if scene.does("granted") else None
    return _own_kind(scene) if is_act(scene) else changed_kind(scene)


def _offered_kind(scene: Scene) -> Kind | None:
    """As in "will be ready to", an offer or a threat; "will be able to" is promised."""
    if scene.predicate is None:
        return None
    at = scene.predicate.at + scene.is_being
    if scene.is_in("ready-words", at) and scene.is_in("to-words", at + 1):
        is_threat = scene.is_in("hostile-words", at + 2) and has_condition(scene)
        return Kind.THREAT if is_threat else Kind.OFFER
    is_enabled = scene.is_being and scene.is_in("able", at) and not scene.is_not_done
    return Kind.PROMISE if is_enabled else None


def _own_kind(scene: Scene) -> Kind:
    """What an agent's own act is, told by how it is told."""
    governor = scene.governor
    if governor is Governor.DENIAL or scene.is_not_done or scene.does("refrain"):
        return Kind.STANDING
    if governor is Governor.WARNING or is_threat(scene):
        return Kind.THREAT
    if scene.does("holding") and _is_of_event(scene):
        return Kind.MEASURE
    if scene.does("considered") or _holds_share(scene):
        return Kind.INTENTION
    if hangs_on_acceptance(scene):
        return Kind.OFFER
    is_kept = _is_still_done(scene) or leaves_unchanged(scene)
    return Kind.STANDING if is_kept else Kind.PROMISE


def _is_of_event(scene: Scene) -> bool:
    """As in "will hold a hearing", "will hold exercises"."""
    return any(scene.does_to(name, _EVENT_WITHIN) for name in ("called-events", "events"))


def _holds_share(scene: Scene) -> bool:
    """As in "would own 70 percent": a detail of a plan; "will own the hotel" is promised."""
    return scene.does("holding") and scene.has("percent", scene.match.end, scene.end)


def _is_still_done(scene: Scene) -> bool:
    """As in "will still pay"."""
    end = scene.predicate.at if scene.predicate else scene.match.end
    return scene.has("still-words", scene.match.end, end)
