"""Progressives: "is closing its plant", judged."""

from commitrack.domain.vocabulary import Kind
from commitrack.extract.cues import rules_at
from commitrack.extract.doing import is_act
from commitrack.extract.governing import Governor
from commitrack.extract.offices import changes_rule
from commitrack.extract.scenes import Scene
from commitrack.extract.verbs import is_infinitive
from commitrack.extract.verdicts import (
    Question,
    Verdict,
    any_holds,
    is_governed,
    under_condition,
    verdict,
)

_OBJECT_WITHIN = 4


def judge_progressive(scene: Scene) -> Verdict | None:
    """Decided acts under way, or acts with a date to come."""
    if any_holds(_BARS, scene):
        return None
    if scene.does("continue") or scene.is_not_done:
        return verdict(scene, Kind.STANDING, 2)
    after = scene.match.end + 1
    if scene.has_future and scene.has("called-events", after, after + _OBJECT_WITHIN):
        return verdict(scene, Kind.MEASURE, 3)
    if changes_rule(scene):
        return verdict(scene, Kind.MEASURE, 3)
    if _is_drafted(scene):
        return verdict(scene, Kind.INTENTION, 1)
    is_firm = scene.governor is Governor.REPORT or _is_decided(scene)
    return verdict(scene, Kind.PROMISE if is_firm else Kind.INTENTION, 2)


def _is_drafted(scene: Scene) -> bool:
    """As in "is preparing a plan", "is drafting a bill"."""
    after = scene.match.end + 1
    return scene.does("drafting") and scene.has("bills", after, after + _OBJECT_WITHIN)


def _is_no_act(scene: Scene) -> bool:
    """As in "prices are rising", "the firm is growing"."""
    return not scene.is_agent or not is_act(scene) or scene.head_is("public")


def _is_own_denial(scene: Scene) -> bool:
    """As in "we are not closing", "is not planning to"."""
    if scene.predicate is None or not scene.is_not_done:
        return False
    return scene.head_is("pronouns-first") or _is_cue(scene, scene.predicate.at)


def _went_on(scene: Scene) -> bool:
    """As in "has been building cars since 1906"."""
    return scene.follows("have")


def _is_over(scene: Scene) -> bool:
    """As in "was closing", which no report puts back; "the plants it was closing" are decided."""
    if not scene.starts_with("be-past") or scene.governor is Governor.REPORT:
        return False
    is_detail = scene.subject_follows("relative") and scene.does("progressive-acts")
    is_detail = is_detail and scene.governor is not Governor.DENIAL
    return not (is_detail or scene.has_future)


def _is_other_cue(scene: Scene) -> bool:
    """As in "is planning to", "is struggling to pay": other words say what is done."""
    at = scene.match.end
    is_part = scene.is_in("to-words", at + 1) and is_infinitive(scene.tokens, at + 2, scene.lexicon)
    return is_part or scene.is_in("progressive-stop", at) or _is_cue(scene, at)


def _is_cue(scene: Scene, at: int) -> bool:
    """Whether a rule of its own stands at the token."""
    return any(True for _ in rules_at(scene.tokens, at, scene.lexicon))


def _is_undecided(scene: Scene) -> bool:
    """Whether neither a later day nor the verb says that it is settled."""
    return not _begins_later(scene) and not _is_decided(scene)


def _begins_later(scene: Scene) -> bool:
    """Whether the clause has a time that begins after the day: not "this year"."""
    times = scene.times_within(scene.opening, scene.end)
    return any(time.first is not None and time.first > scene.said for time in times)


def _is_decided(scene: Scene) -> bool:
    """As in "the firm is closing its plant", told by nobody as a hope or a belief."""
    return _is_settled(scene) and _is_of_one(scene) and not is_governed(scene)


def _is_settled(scene: Scene) -> bool:
    """As in "is closing", "is staying", but not "is closing in on"."""
    is_drift = scene.does("drifting") and scene.is_in("drift-particles", scene.match.end + 1)
    is_act_of_one = scene.does("progressive-acts") or scene.does("staying-acts")
    is_act_of_one = is_act_of_one or (
        scene.governor is Governor.REPORT and scene.does("reported-acts")
    )
    return not is_drift and (is_act_of_one or _is_set_up(scene))


def _is_set_up(scene: Scene) -> bool:
    """As in "is setting up a fund", "is drawing up a list"."""
    return scene.does("drawing-up") and scene.is_in("particles", scene.match.end + 1)


def _is_of_one(scene: Scene) -> bool:
    """Whether one body acts, or some that have a name: not "shops are closing"."""
    head = scene.subject_word
    is_plural = scene.tokens.lows[head].endswith(scene.lexicon.phrases["plural-endings"])
    if not is_plural or scene.head_is("pronouns-single") or scene.head_is("bodies"):
        return True
    return head > 0 and scene.tokens.words[head][0].isupper()  # a first word's capital says nothing


_BARS: tuple[Question, ...] = (
    _is_no_act,
    _is_own_denial,
    _went_on,
    _is_over,
    _is_other_cue,
    _is_undecided,
    under_condition,
)
