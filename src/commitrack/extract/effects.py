"""Effects: what takes effect, falls due or ends at a time, judged."""

from commitrack.domain.candidate import Untracked
from commitrack.domain.vocabulary import Kind
from commitrack.extract.governing import Governor
from commitrack.extract.pasts import has_past_form, is_long_gone, is_past_perfect
from commitrack.extract.polarity import is_unreal
from commitrack.extract.reports import is_reported
from commitrack.extract.scenes import Scene
from commitrack.extract.subjects import Sort
from commitrack.extract.verbs import is_infinitive, is_participle
from commitrack.extract.verdicts import Verdict, under_condition, verdict

_NEAR = 6
_DAY_WITHIN = 2
_NOW = "PRESENT_REF"
_UNTIL_OBJECTS = ("numbers", "until-words", "determiners")


def judge_effect(scene: Scene) -> Verdict | None:
    """As in "takes effect", "expires"."""
    if _is_rate(scene):
        return None
    if scene.has_future:
        return None if scene.follows("not") else verdict(scene, Kind.MEASURE, 4)
    if under_condition(scene):
        return verdict(scene, Untracked.HYPOTHESIS)
    if has_past_form(scene) or is_long_gone(scene):
        return verdict(scene, Untracked.HISTORY)
    is_open = is_unreal(scene) or scene.follows("not") or _is_meanwhile(scene)
    return None if is_open else verdict(scene, Kind.MEASURE, 4)


def _is_rate(scene: Scene) -> bool:
    """As in "the effective rate": told of a noun."""
    return scene.match.rule.frame == "date" and scene.follows("determiners")


def _is_meanwhile(scene: Scene) -> bool:
    """As in "workers leave as the law takes effect": told by the way, without a day."""
    first = max(0, scene.subject.first - 1)
    return scene.has("comma-stops", first, scene.match.first)


def judge_extension(scene: Scene) -> Verdict | None:
    """As in "extended until", but not "extended to allow"; "wants it extended" is a demand."""
    end = scene.match.end
    if scene.sort is Sort.PRICE:
        return None  # "prices stay high until"
    leads_to_act = scene.is_in("to-words", end - 1) and is_infinitive(
        scene.tokens, end, scene.lexicon
    )
    is_cause = scene.is_in("due-words", end - 2)
    is_over = scene.is_in("progressive-stop", scene.match.first - 1) and scene.is_in(
        "after-words", scene.match.first - 2
    )  # "after being extended"
    if leads_to_act or is_cause or is_over or not scene.has_future:
        return None
    is_wanted = scene.governor_at(scene.match.first) is Governor.DESIRE
    return verdict(scene, Kind.DEMAND, 1) if is_wanted else judge_effect(scene)


def judge_deadline(scene: Scene) -> Verdict | None:
    """As in "a deadline of June 1"."""
    first = max(0, scene.match.first - _NEAR)
    is_dated = scene.future_within(first, scene.end)
    return verdict(scene, Kind.MEASURE, 4) if is_dated else None


def judge_until(scene: Scene) -> Verdict | None:
    """As in "has until Friday", "gave them 30 days to"."""
    if _is_perfect(scene) or _is_broken(scene) or is_long_gone(scene):
        return None
    if _had_time(scene) or _is_left_to_live(scene):
        return None
    times = scene.times_within(scene.match.first, scene.end)
    is_dated = any(time.expression.value != _NOW for time in times)  # "has until now been"
    return verdict(scene, Kind.MEASURE, 4) if is_dated else None


def _had_time(scene: Scene) -> bool:
    """As in "had two weeks to prepare", which no report puts back."""
    is_past = scene.starts_with("have-past") or is_past_perfect(scene)
    return is_past and not is_reported(scene)


def _is_left_to_live(scene: Scene) -> bool:
    """As in "gave him six months to live"."""
    is_state = scene.does("state") and not scene.does("makes")
    return is_state and scene.is_in("to-words", scene.match.end - 1)


def _is_perfect(scene: Scene) -> bool:
    """As in "has spent 23 years in"."""
    after = scene.match.first + 1
    after += scene.is_in("only-words", after)
    is_given = scene.is_number(after) or any(scene.is_in(name, after) for name in _UNTIL_OBJECTS)
    return scene.starts_with("have") and not is_given


def _is_broken(scene: Scene) -> bool:
    """As in "have fallen in recent weeks to"."""
    is_had = scene.starts_with("have")
    return is_had and scene.has("prepositions", scene.match.first, scene.match.end - 1)


def judge_opening_date(scene: Scene) -> Verdict | None:
    """As in "on or after 1 May, all sales are allowed": a rule, in the present."""
    at = scene.match.end
    is_rule = scene.future_within(at, at + _NEAR) and not scene.has("modals", 0)
    return verdict(scene, Kind.MEASURE, 4) if is_rule else None


def judge_from_date(scene: Scene) -> Verdict | None:
    """As in "the law bans sales from 1 December": a rule in the present with a day to come."""
    at, words = scene.match.end, scene.tokens.words
    if scene.match.first + 1 >= len(words) or words[-1] not in scene.lexicon.classes["full-stop"]:
        return None
    if scene.follows("origin-verbs"):
        return None  # "the list dates from the spring"
    is_open = scene.has("forecasting-modals", 0) or _is_told(scene) or _is_of_noun(scene)
    is_rule = not is_open and scene.future_within(at, at + _DAY_WITHIN)
    return verdict(scene, Kind.MEASURE, 3) if is_rule else None


def _is_of_noun(scene: Scene) -> bool:
    """As in "a poll from June showed": the day is told of the noun, the verb comes after it."""
    first, end = scene.match.end, scene.match.end + 1 + _DAY_WITHIN
    after = scene.tokens.lows[first + 1 : end]
    return any(map(scene.lexicon.is_past_verb, after)) or scene.has("polled", first + 1, end)


def _is_told(scene: Scene) -> bool:
    """As in "prices rose from", "the bank, founded in 1900, said": no rule in the present."""
    before, lexicon = scene.tokens.lows[: scene.match.first], scene.lexicon
    return (
        scene.has("said", 0)
        or any(lexicon.is_past_verb(low) for low in before)
        or any(is_participle(low, lexicon) for low in before[-1:])
    )
