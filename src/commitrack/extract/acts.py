"""Acts: what a modal verb with its subject and its verb says will be done."""

from commitrack.domain.candidate import Untracked
from commitrack.domain.vocabulary import Kind
from commitrack.extract.agents import acting_kind
from commitrack.extract.conditioned import awaits_another, is_unless_another_acts
from commitrack.extract.doing import aims_at_result, begins_effect
from commitrack.extract.influences import is_influence
from commitrack.extract.polarity import is_nobodys
from commitrack.extract.reports import has_condition, is_reported
from commitrack.extract.scenes import Scene
from commitrack.extract.subjects import Sort
from commitrack.extract.terms import kind_under
from commitrack.extract.timetables import scheduled_kind
from commitrack.extract.verdicts import Verdict, any_holds, verdict

_HEDGE_BEFORE, _CONTEST_WITHIN, _NEITHER_WITHIN, _TAG_WITHIN = 2, 5, 3, 4
_AGREED_WITHIN = 6


def own_act(scene: Scene, obligation: int) -> Verdict:
    """The verdict on a modal's clause that nothing governs."""
    if any_holds(_FORECASTS, scene):
        return verdict(scene, Untracked.FORECAST)
    kind = scheduled_kind(scene) or acting_kind(scene)
    if kind is None:
        is_goal = aims_at_result(scene)
        return verdict(scene, Kind.TARGET, 2) if is_goal else verdict(scene, Untracked.FORECAST)
    if scene.does("disclosure") and (_is_denied(scene) or _is_neither(scene)):
        return verdict(scene, Untracked.HISTORY)  # "will not say how many"
    return verdict(scene, _in_its_terms(scene, kind), _obligation(scene, obligation))


def _in_its_terms(scene: Scene, kind: Kind) -> Kind:
    """What is refused is a standing decision; what is promised under an agreement is agreed."""
    if kind is Kind.MEASURE and _is_refused(scene):
        kind = Kind.STANDING
    if kind is Kind.STANDING and is_unless_another_acts(scene):
        return Kind.THREAT  # "will not resume unless the owner pays"
    if kind is not Kind.PROMISE:
        return kind
    if _is_agreed_after(scene):
        return Kind.AGREEMENT
    if _is_of_none(scene) or _is_done_only_if(scene):
        return Kind.STANDING
    return kind_under(scene) or kind


def _is_agreed_after(scene: Scene) -> bool:
    """As in "output would be cut, the ministers agreed"."""
    end = scene.end + _AGREED_WITHIN
    return scene.has("agreed-words", scene.end, end)


def _is_of_none(scene: Scene) -> bool:
    """As in "no train will leave", "nothing will change"."""
    return scene.is_in("none-words", scene.subject.first)


def _is_done_only_if(scene: Scene) -> bool:
    """As in "would only sell if"."""
    end = scene.predicate.at if scene.predicate else scene.match.end
    return scene.has("only-words", scene.match.end, end) and has_condition(scene)


def _obligation(scene: Scene, obligation: int) -> int:
    """As in "will consider", "will try to": weaker than to do it."""
    if scene.does("considered"):
        return 1
    return 2 if scene.does("attempt") else obligation


def _is_denied(scene: Scene) -> bool:
    return scene.is_not_done or is_nobodys(scene)


def _is_neither(scene: Scene) -> bool:
    """As in "neither of which would"."""
    first = scene.match.first
    return scene.has("nobody", max(0, first - _NEITHER_WITHIN), first)


def _is_refused(scene: Scene) -> bool:
    """As in "the sanctions will not go ahead", "no strikes will take place"."""
    is_rule = begins_effect(scene) or scene.does("permits") or scene.does_to("until-words")
    return _is_denied(scene) and not is_rule


def _has_no_verb(scene: Scene) -> bool:
    return scene.predicate is None


def _is_moved(scene: Scene) -> bool:
    """As in "shares will rise"."""
    return scene.sort is Sort.PRICE and not scene.is_passive


def _is_age(scene: Scene) -> bool:
    """As in "will turn 40"."""
    if scene.predicate is None or not scene.does("turn-words"):
        return False
    return scene.is_in_digits(scene.predicate.at + 1)


def _is_said(scene: Scene) -> bool:
    """As in "will say"."""
    return scene.does("speech-acts")


def _is_hedged(scene: Scene) -> bool:
    """As in "will probably close", "will likely close", not "will probably be heard in May"."""
    if scene.has_future and scene.is_passive and scene.does("passive-event"):
        return False
    first = max(0, scene.match.first - _HEDGE_BEFORE)
    end = scene.predicate.at + 1 if scene.predicate else scene.match.end
    return scene.has("hedges", first, end)


def _is_consequence(scene: Scene) -> bool:
    """As in "if it rains, they will stay away": what others will do then, told by none of them."""
    if not _opens_with_condition(scene) or is_reported(scene) or awaits_another(scene):
        return False
    is_of_some = scene.is_in("others", scene.subject.first) or scene.head_is("others")
    is_things = scene.sort in (Sort.THING, Sort.LIKELY) and not scene.does("change")
    is_general = (is_things or _is_bare_plural(scene)) and not scene.is_passive
    return is_of_some or scene.head_is("pronouns-they") or is_general


def _opens_with_condition(scene: Scene) -> bool:
    """As in "if it rains", "unless it stops", "without help", "should it fail"."""
    is_without = scene.is_in("without-words", 0) or scene.is_in("inverted-if", 0)
    return is_without or scene.has("if", 0, scene.match.first)


def _is_bare_plural(scene: Scene) -> bool:
    """As in "insurers will raise premiums": some of a trade, who threaten nothing."""
    first, head = scene.subject.first, scene.subject.head
    if head is None or scene.does("hostile-acts") or scene.has("determiners", first, head):
        return False
    word = scene.tokens.words[head]
    return word[0].islower() and scene.lexicon.is_plural(word)


def _is_of_anybody(scene: Scene) -> bool:
    """As in "you will receive a letter", "others will argue", "a typical family will spend"."""
    if scene.is_passive:
        return False
    is_anybody = scene.head_is("second-person") or scene.head_is("others")
    return is_anybody or scene.has("typical", scene.subject.first, scene.subject.end)


def _is_thought(scene: Scene) -> bool:
    """As in "the firm will leave, he predicts": a belief that stands behind what is believed."""
    end, lows = scene.end, scene.tokens.lows
    if "," not in lows[end - 1 : end + 1]:
        return False
    return any(
        scene.is_in("believe", at) and not lows[at + 1][0].isalnum()
        for at in range(end + 1, min(end + _TAG_WITHIN, len(lows) - 1))
    )


def _is_of_crowd(scene: Scene) -> bool:
    """As in "most voters will stay home", "other firms will follow": no body that decides."""
    if scene.is_passive or scene.is_timed or is_reported(scene):
        return False
    is_crowd = scene.is_in("crowd-words", scene.subject.first) and _is_plural(scene)
    return is_crowd and scene.sort is Sort.AGENT and not scene.does("company-acts")


def _is_plural(scene: Scene) -> bool:
    head = scene.subject.head
    return head is not None and scene.lexicon.is_plural(scene.tokens.lows[head])


def _is_in_form(scene: Scene) -> bool:
    """As in "will go into the match with"."""
    if not scene.does("going") or not scene.does_to("inner-words"):
        return False
    return scene.does_to("contests", _CONTEST_WITHIN)


_FORECASTS = (
    _has_no_verb,
    _is_moved,
    _is_age,
    _is_said,
    _is_hedged,
    is_influence,
    _is_consequence,
    _is_of_anybody,
    _is_in_form,
    _is_of_crowd,
    _is_thought,
)
"""What binds nobody, whoever is said to do it."""
