"""Demands: what another is asked or ordered to do, judged."""

from commitrack.domain.candidate import Untracked
from commitrack.domain.vocabulary import Kind
from commitrack.extract.doing import is_act, is_elliptic
from commitrack.extract.governing import Governor
from commitrack.extract.noun_uses import is_noun_use
from commitrack.extract.pasts import (
    has_past_form,
    is_long_gone,
    is_of_a_time_since,
    is_of_accused,
    is_of_an_era,
    is_of_back_then,
    is_past_perfect,
    is_told_by_the_way,
    is_told_in_court,
    leads_to_another,
)
from commitrack.extract.polarity import goes_on, is_negated, is_nobodys, is_unreal
from commitrack.extract.reports import is_reported
from commitrack.extract.scenes import Scene
from commitrack.extract.subjects import Sort
from commitrack.extract.verbs import is_gerund
from commitrack.extract.verdicts import Question, Verdict, any_holds, verdict

_WITH_OBJECT = 3
"""Tokens of "wants it to": fewer name nobody who is to act."""


def judge_demand(scene: Scene) -> Verdict | None:
    """As in "urged", "called on": what another is asked to do."""
    if scene.head_is("agreements"):
        return verdict(scene, Kind.AGREEMENT, 3)
    if _is_of_market(scene):
        return None
    if scene.sort is Sort.RULE and scene.starts_with("calling"):
        return verdict(scene, Kind.AGREEMENT if scene.head_is("terms") else Kind.INTENTION, 2)
    if any_holds(_BARS, scene):
        return None
    if any_holds(_GONE, scene):
        return verdict(scene, Untracked.HISTORY)
    is_open = _is_own_request(scene) or is_elliptic(scene)
    return None if is_open else verdict(scene, Kind.DEMAND, 2)


def judge_order(scene: Scene) -> Verdict | None:
    """As in "ordered to": a measure where it has a date, else a demand."""
    found = judge_demand(scene)
    if found is not None and found.kind is Kind.DEMAND and scene.has_future:
        return verdict(scene, Kind.MEASURE, 4)
    return found


def judge_want_object(scene: Scene) -> Verdict | None:
    """As in "wants the board to sell": weaker than a demand, of the same kind."""
    if scene.match.end - scene.match.first < _WITH_OBJECT or _is_broken(scene):
        return None
    if has_past_form(scene) and (scene.governor is not Governor.REPORT or not is_act(scene)):
        return verdict(scene, Untracked.HISTORY)
    if scene.does("state") and not scene.is_passive:
        return None  # "wants them to know"
    found = judge_demand(scene)
    return found._replace(obligation=1) if found and found.obligation else None


def judge_asked_by(scene: Scene) -> Verdict | None:
    """As in "the court was asked by the state to lift the ban", but not "to comment"."""
    is_told = any(scene.does(name) for name in ("disclosure", "speech-acts", "comment-words"))
    is_told = is_told or scene.head_is("pronouns-person")  # "he was asked by his wife to"
    if is_told or is_long_gone(scene) or not _is_passive(scene):
        return None
    return verdict(scene, Kind.DEMAND, 2)


def _is_passive(scene: Scene) -> bool:
    """As in "are asked to", "was asked by"."""
    return scene.follows("be") or scene.starts_with("be")


def judge_invitation(scene: Scene) -> Verdict | None:
    """As in "invited the union for talks on Monday": a demand where it has a date."""
    is_over = is_noun_use(scene) or is_long_gone(scene)
    if scene.has_future and scene.may_act and not is_over:
        return verdict(scene, Kind.DEMAND, 2)
    return verdict(scene, Untracked.REQUEST)


def _is_broken(scene: Scene) -> bool:
    """As in "wants peace, and wants to", "wants you to": nobody else is asked to act."""
    words = scene.tokens.lows[scene.match.first : scene.match.end]
    return "," in words or scene.cue_has("second-person")


def _is_of_market(scene: Scene) -> bool:
    """As in "weak domestic demand", "demand for steel"."""
    if not scene.starts_with("demand-nouns") or goes_on(scene):
        return False
    first, end = scene.match.first, scene.match.end
    is_alone = end - first == 1 and not _has_plural_before(scene)
    return is_alone or scene.is_in("prepositions", first + 1)


def _has_plural_before(scene: Scene) -> bool:
    """As in "unions demand": the word before the cue can be its subject."""
    before = scene.match.first - 1
    if before < 0:
        return False
    endings = scene.lexicon.phrases["plural-endings"]
    return scene.tokens.lows[before].endswith(endings) or scene.follows("pronouns-plural")


def _is_own_request(scene: Scene) -> bool:
    """As in "asked to remain anonymous", "told me to": nobody else is asked to act."""
    if scene.match.rule.frame != "infinitive":
        return False
    first, last = scene.match.first + 1, scene.match.end - 1
    if scene.is_in("first-objects", first):
        return True
    is_bare = all(scene.is_in("not", i) for i in range(first, last))
    return is_bare and scene.is_in("to-words", last)


def _has_no_asker(scene: Scene) -> bool:
    """As in "Asked to"; a gerund takes its asker from elsewhere."""
    if scene.subject.head is not None or is_gerund(scene.low, scene.lexicon):
        return False
    is_joined = scene.follows("have") and scene.is_in("and", scene.match.first - 2)
    return not (is_joined or _is_joined_present(scene))  # "put them on hold and has asked"


def _is_joined_present(scene: Scene) -> bool:
    """As in "called it a scandal, and wants", "offers less but also asks"."""
    before = scene.match.first - 1
    before -= scene.is_in("adverbs", before)
    is_third = scene.low.endswith(scene.lexicon.phrases["plural-endings"])
    return is_third and scene.is_in("coordinators", before)


def _is_asked(scene: Scene) -> bool:
    """As in "was asked": by whom, nothing says."""
    return scene.follows("be") and not is_gerund(scene.low, scene.lexicon)


def _is_of_not_all(scene: Scene) -> bool:
    """As in "not all skippers insist"."""
    return scene.subject_follows("not") and scene.is_in("all-words", scene.subject.first)


def _is_habit(scene: Scene) -> bool:
    """As in "we often ask"."""
    return scene.has("habits", scene.opening, scene.match.first)


def _is_of_no_body(scene: Scene) -> bool:
    """As in "the job demands", "customers demand"; but "a statement called for"."""
    if scene.follows("by-words") or scene.head_is("documents"):
        return False
    return scene.head_is("public") or scene.sort in (Sort.THING, Sort.PRICE)


def _is_for_comment(scene: Scene) -> bool:
    """As in "asked for comment", "asked to elaborate"."""
    if scene.does("comment-words"):
        return scene.starts_with("asking-words") or not _has_object(scene)
    return scene.is_in("comment-words", scene.match.end)


def _has_object(scene: Scene) -> bool:
    """As in "is pressing Japan to discuss"."""
    return scene.match.end - scene.match.first >= _WITH_OBJECT


def _was_asked_when(scene: Scene) -> bool:
    """As in "when it asked"."""
    return has_past_form(scene) and is_told_by_the_way(scene)


def _was_asking(scene: Scene) -> bool:
    """As in "was urging", without a report."""
    return scene.follows("be-past") and not is_reported(scene)


_BARS: tuple[Question, ...] = (
    _has_no_asker,
    _is_asked,
    is_noun_use,
    is_unreal,
    is_nobodys,
    _is_of_not_all,
    _is_habit,
    _is_of_no_body,
    _is_for_comment,
)
_GONE: tuple[Question, ...] = (
    is_long_gone,
    is_of_an_era,
    is_of_accused,
    is_of_back_then,
    is_of_a_time_since,
    is_told_in_court,
    _was_asked_when,
    leads_to_another,
    is_past_perfect,
    is_negated,
    _was_asking,
)
