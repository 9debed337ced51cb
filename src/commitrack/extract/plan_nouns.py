"""Plan nouns: nouns that name a commitment, "a plan to", "an agreement to", judged."""

from collections.abc import Callable

from commitrack.domain.candidate import Untracked
from commitrack.domain.vocabulary import Kind
from commitrack.extract.pasts import is_long_gone
from commitrack.extract.polarity import is_negated
from commitrack.extract.scenes import Scene
from commitrack.extract.verdicts import Question, Verdict, any_holds, under_condition, verdict
from commitrack.extract.voids import is_of_whoever, is_unmade

_BEFORE, _AFTER, _RESULT_WITHIN = 5, 20, 4


def naming(kind: Kind, obligation: int) -> Callable[[Scene], Verdict | None]:
    """A noun that names a commitment of a kind."""

    def judged(scene: Scene) -> Verdict | None:
        if scene.follows("nominatives") or is_of_whoever(scene):
            return None  # "he plans to", "firms that plan to": no noun
        if kind is Kind.INTENTION and is_negated(scene):
            return verdict(scene, Kind.STANDING, obligation)
        is_goal = kind is Kind.TARGET and scene.has_future
        if any_holds(_BARS, scene) or (_is_state(scene) and not is_goal):
            return None
        if _is_dropped(scene):
            return verdict(scene, Untracked.HISTORY)
        is_result = kind is Kind.INTENTION and _calls_for_result(scene)
        return verdict(scene, Kind.TARGET if is_result else kind, obligation)

    return judged


def judge_decision_noun(scene: Scene) -> Verdict | None:
    """As in "the decision to": mostly past; tracked where its act has a date."""
    return _judge_promise(scene) if scene.has_future else None


def judge_target_noun(scene: Scene) -> Verdict | None:
    """As in "a target of": tracked where it has an act, a number or a date."""
    if _is_compared(scene) or _is_described(scene):
        return None
    stretch = scene.tokens.lows[scene.match.end : scene.end]
    has_number = any(low[0].isdigit() for low in stretch)
    is_measured = scene.match.rule.frame == "infinitive" or has_number or scene.is_timed
    return _judge_target(scene) if is_measured else None


def _calls_for_result(scene: Scene) -> bool:
    """As in "the plan calls for exports of 4 million tonnes"."""
    first, end = scene.match.end, scene.match.end + _RESULT_WITHIN
    is_result = scene.match.rule.frame != "infinitive" and scene.has("stock", first, end)
    return is_result and any(map(scene.is_in_digits, range(first, scene.end)))


def _is_compared(scene: Scene) -> bool:
    """As in "against a target of", "exceeding its goal of": set long ago."""
    before = scene.match.first - 1
    before -= scene.is_in("determiners", before)
    return scene.is_in("comparing", before)


def _is_described(scene: Scene) -> bool:
    """As in "the target is equivalent to": it is told what it is like, not what it is."""
    end = scene.match.end
    if not scene.is_in("be-forms", end - 1):
        return False
    return scene.is_in("to-words", end + 1) and not scene.is_in("to-words", end)


def _is_welcomed(scene: Scene) -> bool:
    """As in "welcomed the plan to"."""
    return scene.has("welcoming", 0, scene.match.first)


def _is_not_there(scene: Scene) -> bool:
    """As in "no plan to", "not aware of any plan to", "a failed plan to"."""
    if scene.follows("any-words") and scene.has("not", 0, scene.match.first):
        return True
    return scene.follows("not") or scene.follows("possessive-past")


def _is_had(scene: Scene) -> bool:
    """As in "has plans to": where "have" stands right before it, no plan is told of."""
    return scene.follows("have")


def _is_state(scene: Scene) -> bool:
    """As in "a plan to be"."""
    return scene.does("state") and not scene.is_passive


def _is_dropped(scene: Scene) -> bool:
    """As in "scrapped plans to", "an earlier plan to"."""
    first, end = scene.match.first, scene.match.end
    lows, classes = scene.tokens.lows, scene.lexicon.classes
    around = lows[max(0, first - _BEFORE) : first] + lows[end : end + _AFTER]
    is_finished = not classes["finished-words"].isdisjoint(around[:_BEFORE])
    is_earlier = scene.follows("dropped-before")
    return is_finished or is_earlier or not classes["dropped"].isdisjoint(around)


_BARS: tuple[Question, ...] = (
    _is_welcomed,
    _is_not_there,
    is_long_gone,
    _is_had,
    is_unmade,
    under_condition,
)
_judge_promise, _judge_target = naming(Kind.PROMISE, 3), naming(Kind.TARGET, 2)
