"""Advice: clauses of "should", judged, and acts that another is asked to do."""

from commitrack.domain.vocabulary import Kind
from commitrack.extract.doing import continues_state, is_act, is_brought_to_number
from commitrack.extract.limits import is_limited
from commitrack.extract.reports import is_reported
from commitrack.extract.scenes import Scene
from commitrack.extract.subjects import Sort
from commitrack.extract.verdicts import Verdict, is_governed, verdict


def judge_should(scene: Scene) -> Verdict | None:
    """As in "should be completed in October"; without a date it is advice."""
    if scene.predicate is None or is_governed(scene):
        return None
    if is_asked_of_another(scene):
        return verdict(scene, Kind.DEMAND, 2)
    kind = _dated_kind(scene)
    return verdict(scene, kind, 2) if kind else None


def _dated_kind(scene: Scene) -> Kind | None:
    """What should be done by a time: by others it is intended, by oneself it is a target."""
    is_back = scene.does("become") and scene.does_to("ready-states")
    if is_back and scene.is_timed:
        return Kind.INTENTION  # "should be open by May"
    is_held = scene.sort is Sort.EVENT and scene.is_passive and scene.does("passive-event")
    if not (scene.has_future or _is_due(scene)):
        return Kind.INTENTION if is_held else None
    if scene.does("reaching") or is_brought_to_number(scene):
        return Kind.TARGET
    if scene.is_passive:
        return Kind.INTENTION
    return Kind.TARGET if scene.is_agent and not scene.does("expecting") else None


def _is_due(scene: Scene) -> bool:
    """As in "should be completed within a few weeks", but not of patients."""
    return scene.is_passive and is_limited(scene) and not scene.head_is("public")


def is_asked_of_another(scene: Scene) -> bool:
    """As in "the bank should lower its rate": an act that a body is told to do."""
    if scene.is_passive or scene.is_not_done or not scene.does("base") or not is_act(scene):
        return False
    if any(scene.head_is(name) for name in ("public", "pronouns-person", "typical")):
        return False
    if continues_state(scene) and scene.does("continue"):
        return False  # "it should continue to grow"
    if scene.is_in("pronouns-first", scene.subject.first):
        return False  # "we at the bank"
    if scene.does("do-words") and scene.does_to("more-words"):
        return False  # "should do more"
    acts = scene.is_agent or scene.sort is Sort.EVENT  # "congress" is a meeting, too
    return acts and _is_body(scene)


def _is_body(scene: Scene) -> bool:
    """Whether the subject has a name, is a firm or an office, or in a report acts at all."""
    head = scene.subject.head
    if head is None:
        return False
    opens_as_plural = head == 0 and scene.lexicon.is_plural(scene.tokens.lows[head])
    is_name = scene.tokens.words[head][0].isupper() and not opens_as_plural
    is_agent_of_report = scene.sort is Sort.AGENT and is_reported(scene)
    return is_name or scene.head_is("bodies") or is_agent_of_report
