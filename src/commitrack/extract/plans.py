"""Plans: what somebody intends, seeks or is about to do, judged."""

from collections.abc import Callable

from commitrack.domain.candidate import Untracked
from commitrack.domain.vocabulary import Kind
from commitrack.extract.acts import (
    aims_at_result,
    continues_state,
    is_act,
    is_appointment,
    is_signing,
)
from commitrack.extract.governing import (
    Governor,
    governor_of,
    is_forecast_by_profession,
    is_reported,
)
from commitrack.extract.patterns import match_end
from commitrack.extract.scenes import Scene
from commitrack.extract.subjects import Sort
from commitrack.extract.verbs import is_infinitive
from commitrack.extract.verdicts import (
    Verdict,
    governing_verdict,
    is_believed,
    is_denied_within,
    is_negated,
    is_nobodys,
    is_noun_use,
    is_past_perfect,
    is_share,
    is_unreal,
    under_condition,
    verdict,
)

_FULL_STOPS = frozenset('.!?:"”')

_LONGEST_HEADLINE = 8
_FAR = 20
_NOUN_BEFORE = 5
_OBJECT = 5
_NUMBER_WITHIN = 4
_BE_TO = 2


def judge_set_to(scene: Scene) -> Verdict | None:  # noqa: PLR0911 - a rule a return
    """As in "is to", "is set to", "is due to", "is going to"."""
    if (
        scene.is_in("be-past", scene.match.first)
        and not scene.has_later
        and not is_reported(scene.tokens, scene.lexicon)
    ):
        return verdict(scene, Untracked.HISTORY, 0)
    later = scene.tokens.lows[scene.match.end :]
    is_dropped = not scene.lexicon.classes["dropped"].isdisjoint(later)
    if scene.is_in("be-past", scene.match.first) and is_dropped:
        return verdict(scene, Untracked.HISTORY, 0)
    was_to_have = scene.does("have-words") and scene.is_in("be-past", scene.match.first)
    if is_past_perfect(scene) or _was_right(scene) or was_to_have:
        return verdict(scene, Untracked.HISTORY, 0)
    within = scene.tokens.lows[scene.match.first : scene.match.end]
    is_open = not scene.lexicon.classes["unlikely-words"].isdisjoint(within)
    is_named = scene.is_agent and not scene.is_in("pronouns-thing", scene.subject.head or 0)
    if is_open or (scene.does("idiom-verbs") and not is_named):
        return None  # "is yet to be decided", "that is not to say"
    governed = governing_verdict(scene)
    if governed is not None and (
        governed.kind is not Untracked.FORECAST or is_believed(scene)
    ):
        return governed
    if scene.sort is Sort.PRICE and scene.has_future and scene.does("starts"):
        return verdict(scene, Kind.MEASURE, 3)  # "sales are to follow in May"
    if scene.sort is Sort.PRICE or scene.predicate is None:
        return verdict(scene, Untracked.FORECAST, 0)
    if is_signing(scene):
        return verdict(scene, Kind.MEASURE if scene.has_future else Kind.AGREEMENT, 3)
    verb = "passive-event" if scene.predicate.is_passive else "formal-acts"
    is_formal = scene.does(verb) and scene.has_future
    if scene.sort in (Sort.EVENT, Sort.RULE) or _is_scheduled(scene) or is_formal:
        return verdict(scene, Kind.MEASURE, 3)
    if scene.does("continue") and scene.is_agent and not continues_state(scene):
        return verdict(scene, Kind.STANDING, 2)
    is_refused = not scene.lexicon.classes["not"].isdisjoint(within)
    if is_refused and scene.is_agent and is_act(scene, scene.predicate):
        return verdict(scene, Kind.STANDING, 2)
    is_bare = scene.match.end - scene.match.first == _BE_TO
    if is_bare and scene.is_in("to-words", scene.subject.first):
        return None  # "to save one is to save all"
    is_purpose = is_bare and scene.is_in("purposes", scene.subject.head or 0)
    if is_purpose and not scene.predicate.is_passive:
        return None  # "the fares are to thank customers"
    is_arranged = scene.match.end - scene.match.first == _BE_TO and not scene.does("state")
    if (
        not scene.predicate.is_passive
        and not is_arranged
        and not (is_act(scene, scene.predicate) and scene.may_act)
        and not is_appointment(scene, scene.predicate)
        and not scene.does("change")
    ):
        return verdict(scene, Untracked.FORECAST, 0)
    is_told = governor_of(scene.tokens, scene.subject.first, scene.lexicon) is Governor.REPORT
    is_flat = is_told and scene.is_agent and scene.is_in("going-words", scene.match.end - 2)
    return verdict(scene, Kind.PROMISE if is_flat else Kind.INTENTION, 2)


def _was_right(scene: Scene) -> bool:
    """As in "the right thing was to wait": what was done is told of a thing."""
    is_bare = scene.match.end - scene.match.first == _BE_TO
    is_earlier = scene.is_in("be-past", scene.match.first)
    return is_bare and is_earlier and scene.sort is Sort.THING and not scene.has_future


def _is_scheduled(scene: Scene) -> bool:
    return any(
        scene.is_in("scheduled-words", at) for at in range(scene.match.first, scene.match.end)
    )


def planning(obligation: int, *, needs_act: bool) -> Callable[[Scene], Verdict | None]:  # noqa: C901 - a rule a return
    """A verb by which somebody tells of a plan: "plans to", "wants to", "is considering"."""

    def judged(scene: Scene) -> Verdict | None:  # noqa: C901, PLR0911 - a rule a return
        if is_noun_use(scene) or is_unreal(scene):
            return None
        if scene.sort in (Sort.PRICE, Sort.RULE, Sort.EVENT):
            return None
        head = scene.subject.head if scene.subject.head is not None else -1
        if scene.match.rule.frame != "infinitive" and is_denied_within(scene):
            return None  # "is no closer to finding"
        is_ready = scene.is_in("ready-words", scene.match.first)
        if is_ready and scene.is_in("not", scene.match.first - 1):
            return None  # "were not prepared to"
        if is_share(scene) or is_nobodys(scene):
            return None
        if scene.is_in("public", head) and scene.match.rule.frame == "any":
            return None  # "investors are looking for signs"
        is_goal = scene.does("state") and scene.has_future
        if needs_act and is_goal and scene.is_agent and not is_negated(scene):
            return verdict(scene, Kind.TARGET, 2)
        if (
            needs_act
            and scene.predicate
            and not scene.predicate.is_passive
            and not ((scene.does("counted") or scene.does("sought-results")) and scene.is_agent)
            and (not is_act(scene, scene.predicate) or scene.does("speech-acts"))
        ):
            return None
        is_passive = scene.predicate is not None and scene.predicate.is_passive
        if is_passive and scene.low in scene.lexicon.classes["wishes"]:
            return None  # "workers want to be heard" is no act of theirs
        when = scene.times_within(scene.opening, scene.end)
        is_now = scene.is_in("be", scene.match.first - 1)
        is_over = scene.is_in("particles", scene.match.first) and bool(when) and not is_now
        if is_over and not scene.has_future:
            return verdict(scene, Untracked.HISTORY, 0)  # "put it up for sale a year ago"
        was_effort = _is_effort(scene) and scene.is_in("be-past", scene.match.first)
        if scene.low in scene.lexicon.classes["tries"] or was_effort:
            return verdict(scene, Untracked.HISTORY, 0)
        if is_negated(scene):
            is_wish = scene.low in scene.lexicon.classes["wishes"] or _is_effort(scene)
            return None if is_wish else verdict(scene, Kind.STANDING, obligation)
        is_narrative = scene.low in scene.lexicon.classes["narrative-gerunds"] and not any(
            scene.is_in("be", i)
            for i in range(max(0, scene.match.first - 3), scene.match.first + 1)
        )
        if is_narrative:
            return None
        governor = governor_of(scene.tokens, scene.subject.first, scene.lexicon)
        is_backshifted = governor is Governor.REPORT or not scene.lexicon.classes[
            "according"
        ].isdisjoint(scene.tokens.lows)
        is_over = scene.low in scene.lexicon.classes["backshift-only"] and not is_backshifted
        is_perfect = is_past_perfect(scene)
        later = scene.tokens.lows[scene.match.end :]
        if is_perfect and not scene.lexicon.classes["dropped"].isdisjoint(later):
            return verdict(scene, Untracked.HISTORY, 0)
        if scene.is_past or ((is_over or is_perfect) and not scene.has_later):
            return verdict(scene, Untracked.HISTORY, 0)
        if under_condition(scene):
            return verdict(scene, Untracked.HYPOTHESIS, 0)
        if is_believed(scene):
            return verdict(scene, Untracked.FORECAST, 0)
        kind = Kind.TARGET if _is_goal_in_numbers(scene) else Kind.INTENTION
        return verdict(scene, kind, obligation)

    return judged


def _is_effort(scene: Scene) -> bool:
    """As in "is working to", "is trying to": what it is not denied to be is no stand."""
    within = scene.tokens.lows[scene.match.first : scene.match.end]
    return not scene.lexicon.classes["efforts"].isdisjoint(within)


def _is_goal_in_numbers(scene: Scene) -> bool:
    """As in "wants to raise its share to 40 percent": a result, told in parts of a whole."""
    stretch = scene.tokens.lows[scene.match.end : scene.end]
    is_wish = scene.low in scene.lexicon.classes["goal-wishes"]
    in_parts = not scene.lexicon.classes["percent"].isdisjoint(stretch)
    in_profit = not scene.lexicon.classes["profit-words"].isdisjoint(stretch)
    return is_wish and (
        (in_parts and scene.does("quantity")) or in_profit or _is_counted_result(scene)
    )


def _is_counted_result(scene: Scene) -> bool:
    """As in "hopes to sell 20,000 of them by May"."""
    if not scene.has_future or not scene.does("counted-results"):
        return False
    near = scene.tokens.lows[scene.match.end : scene.match.end + _NUMBER_WITHIN]
    numbers = scene.lexicon.classes["numbers"]
    return any(low[0].isdigit() or low in numbers for low in near)


def judge_own_expectation(scene: Scene) -> Verdict | None:
    """As in "expects to": an intention where it is one's own act."""
    if is_noun_use(scene) or is_unreal(scene) or is_negated(scene) or not scene.is_agent:
        return None
    if is_forecast_by_profession(scene.tokens, scene.lexicon):
        return verdict(scene, Untracked.FORECAST, 0)
    if (
        aims_at_result(scene)
        or _is_counted_result(scene)
        or (scene.does("continue") and scene.has_future)
    ):
        return verdict(scene, Kind.TARGET, 1)
    has_ready = scene.does("counted") and scene.has_future
    if scene.does("state") and not has_ready:
        return verdict(scene, Untracked.FORECAST, 0)
    return verdict(scene, Kind.INTENTION, 1)


def noun(kind: Kind, obligation: int) -> Callable[[Scene], Verdict | None]:
    """A noun that names a commitment: "a plan to", "an agreement to"."""

    def judged(scene: Scene) -> Verdict | None:
        before = scene.match.first - 1
        if kind is Kind.INTENTION and is_negated(scene):
            return verdict(scene, Kind.STANDING, obligation)
        lows, classes = scene.tokens.lows, scene.lexicon.classes
        if not classes["welcoming"].isdisjoint(lows[: scene.match.first]):
            return None
        if scene.is_in("not", before) or scene.is_past or scene.is_in("possessive-past", before):
            return None
        is_goal = kind is Kind.TARGET and scene.has_future
        is_state = scene.does("state") and not (scene.predicate and scene.predicate.is_passive)
        if (is_state and not is_goal) or scene.is_in("have", before):
            return None
        around = (
            scene.tokens.lows[max(0, scene.match.first - 5) : scene.match.first]
            + scene.tokens.lows[scene.match.end : scene.match.end + _FAR]
        )
        is_finished = not classes["finished-words"].isdisjoint(around[:_NOUN_BEFORE])
        if is_finished or scene.is_in("dropped-before", before) or not scene.lexicon.classes["dropped"].isdisjoint(
            around
        ):
            return verdict(scene, Untracked.HISTORY, 0)
        return verdict(scene, kind, obligation)

    return judged


def judge_decision_noun(scene: Scene) -> Verdict | None:
    """As in "the decision to": mostly past; tracked where its act has a date."""
    return noun(Kind.PROMISE, 3)(scene) if scene.has_future else None


def _is_part_of_another(scene: Scene, at: int) -> bool:
    """Whether an infinitive follows that says what is done: "is struggling to pay"."""
    return scene.is_in("to-words", at + 1) and is_infinitive(scene.tokens, at + 2, scene.lexicon)


def _is_cue(scene: Scene, at: int) -> bool:
    """Whether a rule of its own stands at the token."""
    lows = scene.tokens.lows
    rules = scene.lexicon.rules.get(lows[at], ())
    return any(match_end(rule.elements, lows, at) is not None for rule in rules)


def judge_target_noun(scene: Scene) -> Verdict | None:
    """As in "a target of": tracked where it has a number or a date."""
    stretch = scene.tokens.lows[scene.match.end : scene.end]
    is_act_named = scene.match.rule.frame == "infinitive"
    has_measure = is_act_named or scene.has_future or any(low[0].isdigit() for low in stretch)
    return noun(Kind.TARGET, 2)(scene) if has_measure else None


def judge_headline(scene: Scene) -> Verdict | None:
    """A line without a finite verb: "Carmaker to cut 10,000 jobs"."""
    lows = scene.tokens.lows
    if lows[-1] in _FULL_STOPS or scene.subject.first > 0 or scene.match.first > _LONGEST_HEADLINE:
        return None
    has_verb = any(
        scene.is_in("auxiliaries", i) or scene.is_in("said", i) for i in range(scene.match.first)
    )
    is_subject = scene.subject.head == scene.match.first - 1 and scene.sort in (
        Sort.AGENT,
        Sort.EVENT,
    )
    if has_verb or not is_subject or scene.predicate is None:
        return None
    return verdict(scene, Kind.MEASURE if scene.sort is Sort.EVENT else Kind.INTENTION, 2)


def judge_progressive(scene: Scene) -> Verdict | None:  # noqa: PLR0911 - a rule a return
    """As in "is closing its plant": decided acts under way, or acts with a date to come."""
    if not scene.is_agent or scene.predicate is None or not is_act(scene, scene.predicate):
        return None
    is_first = scene.is_in("pronouns-first", scene.subject.head or 0)
    if scene.predicate.is_negated and (is_first or _is_cue(scene, scene.predicate.at)):
        return None
    # "has been building cars since 1906" tells what went on
    went_on = scene.is_in("have", scene.match.first - 1)
    governor = governor_of(scene.tokens, scene.subject.first, scene.lexicon)
    is_reported_here = governor is Governor.REPORT
    is_earlier = scene.is_in("be-past", scene.match.first)
    # "the plants that it was closing": what is told of them is decided
    is_detail = scene.is_in("relative", scene.subject.first - 1) and scene.does("progressive-acts")
    is_over = is_earlier and not (is_reported_here or scene.has_future or is_detail)
    if went_on or is_over:
        return None
    at = scene.match.end
    if scene.is_in("progressive-stop", at) or _is_part_of_another(scene, at):
        return None
    if _is_cue(scene, at):
        return None
    head = scene.subject.head or 0
    is_name = scene.tokens.words[head][0].isupper()
    if head == 0 and scene.tokens.lows[0].endswith(scene.lexicon.phrases["plural-endings"]):
        is_name = False  # a capital tells nothing at the beginning
    is_named = (
        is_name
        or scene.is_in("pronouns-single", head)
        or scene.is_in("bodies", head)
        or not scene.tokens.lows[head].endswith(scene.lexicon.phrases["plural-endings"])
    )
    is_settled = scene.does("progressive-acts") or scene.does("staying-acts")
    is_drift = scene.does("drifting") and scene.is_in("drift-particles", at + 1)
    is_settled = is_settled and not is_drift
    is_decided = is_named and is_settled and not governing_verdict(scene)
    if not scene.has_future and not is_decided:
        return None
    if under_condition(scene):
        return None
    if scene.does("continue") or scene.predicate.is_negated:
        return verdict(scene, Kind.STANDING, 2)
    objects = scene.tokens.lows[at + 1 : at + _OBJECT]
    if scene.has_future and not scene.lexicon.classes["called-events"].isdisjoint(objects):
        return verdict(scene, Kind.MEASURE, 3)
    return verdict(scene, Kind.PROMISE if is_reported_here or is_decided else Kind.INTENTION, 2)
