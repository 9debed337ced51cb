"""Verdicts: what a statement is taken for, and what may forbid that a cue counts."""

from typing import NamedTuple

from commitrack.domain.candidate import Untracked
from commitrack.domain.vocabulary import Kind
from commitrack.extract.governing import Governor, governor_of, is_forecast_by_profession
from commitrack.extract.scenes import Scene
from commitrack.extract.verbs import is_gerund


_OBJECT_WITHIN = 4


class Verdict(NamedTuple):
    """What a statement is, and how strongly it binds."""

    kind: Kind | Untracked
    obligation: int
    why: str


def verdict(scene: Scene, kind: Kind | Untracked, obligation: int) -> Verdict:
    """The verdict of a kind, with the words of the cue as its reason."""
    cue = " ".join(scene.tokens.words[scene.match.first : scene.match.end])
    told = scene.lexicon.meanings[scene.match.rule.cue]
    return Verdict(kind, obligation, f'"{cue}" tells of {told}: {kind.value}')


def governing_verdict(scene: Scene) -> Verdict | None:
    """The verdict that a governing hope, belief or condition passes on what stands under it."""
    if scene.is_in("contrast", scene.match.first - 1):
        return None
    found = governor_of(scene.tokens, scene.subject.first, scene.lexicon)
    if found is Governor.HOPE:
        return verdict(scene, Untracked.HOPE, 0)
    if found is Governor.BELIEF or is_forecast_by_profession(scene.tokens, scene.lexicon):
        return verdict(scene, Untracked.FORECAST, 0)
    if found in (Governor.CONDITION, Governor.DESIRE):
        return verdict(scene, Untracked.HYPOTHESIS, 0)
    return None


def is_noun_use(scene: Scene) -> bool:
    """Whether a word that may be a verb is a noun here: "the demand", "its plan"."""
    before = scene.match.first - 1
    if before < 0 or is_gerund(scene.low, scene.lexicon):
        return False
    is_floating = scene.is_in("auxiliaries", before - 1)  # "have both called on"
    is_counted = scene.is_in("numbers", before) and not is_inflected(scene)  # "the two hope to"
    is_floating = is_floating or is_counted
    return (
        (scene.is_in("determiners", before) and not is_floating)
        or scene.is_in("possessive", before)
        or scene.is_in("prepositions", before)
        or _is_object(scene)
        or _ends_phrase(scene)
    )


def _is_object(scene: Scene) -> bool:
    """As in "ignored orders to": a noun in the plural after a verb in the past."""
    endings, irregular = scene.lexicon.phrases, scene.lexicon.classes["irregular-pasts"]
    if not scene.low.endswith(endings["plural-endings"]):
        return False
    start = max(scene.subject.first + 1, scene.match.first - _OBJECT_WITHIN)
    for word in scene.tokens.words[start : scene.match.first]:
        if word[0].isupper():
            continue  # "United States"
        if word.endswith(endings["verb-endings"]) or word in irregular:
            return scene.subject.end == scene.match.first
    return False


def _ends_phrase(scene: Scene) -> bool:
    """As in "a $400 million plan to": what "a" opens is not a verb."""
    low, endings = scene.low, scene.lexicon.phrases
    is_bare = not low.endswith((*endings["plural-endings"], *endings["verb-endings"]))
    if scene.match.rule.frame != "infinitive":
        return False
    for i in range(scene.match.first - 1, max(-1, scene.match.first - 6), -1):
        word = scene.tokens.lows[i]
        if scene.is_in("singular-articles", i):
            return is_bare
        if not (word[0].isalnum() or scene.is_in("money", i)) or scene.is_in("auxiliaries", i):
            return False
        if scene.is_in("prepositions", i):
            return False
    return False


def is_unreal(scene: Scene) -> bool:
    """Whether the cue stands in an infinitive or under a modal that leaves it open."""
    bare = not is_gerund(scene.low, scene.lexicon)
    if bare and scene.is_in("coordinators", scene.match.first - 1) and not is_inflected(scene):
        before = scene.tokens.lows[max(0, scene.match.first - 9) : scene.match.first]
        return not scene.lexicon.classes["open-modals"].isdisjoint(before)
    return any(
        scene.is_in("open-modals", at) or (bare and scene.is_in("to-words", at))
        for at in range(max(0, scene.match.first - 2), scene.match.first)
    )


def is_inflected(scene: Scene) -> bool:
    """Whether the cue has the ending of a finite verb: "asks", "asked"."""
    endings = scene.lexicon.phrases
    return scene.low.endswith((*endings["plural-endings"], *endings["verb-endings"]))


def is_negated(scene: Scene) -> bool:
    """Whether the cue is denied."""
    return any(
        scene.is_in("not", at) for at in range(max(0, scene.match.first - 3), scene.match.first)
    )


def is_denied_within(scene: Scene) -> bool:
    """Whether a word of the cue itself denies it: "is no closer to"."""
    within = scene.tokens.lows[scene.match.first : scene.match.end]
    return not scene.lexicon.classes["not"].isdisjoint(within) or not scene.lexicon.classes[
        "no-words"
    ].isdisjoint(within)


def is_nobodys(scene: Scene) -> bool:
    """Whether the subject is nobody: "none of the members has asked"."""
    return scene.is_in("nobody", scene.subject.first)


def is_overtaken(scene: Scene) -> bool:
    """Whether a word before the cue says that it was earlier: "workers earlier voted to"."""
    before = scene.tokens.lows[scene.opening : scene.match.first]
    return is_past(scene) and not scene.lexicon.classes["superseded"].isdisjoint(before)


def is_before_another(scene: Scene) -> bool:
    """As in "after the ministers demanded": told of what led to something else."""
    first = scene.subject.first
    # "a day after the envoy threatened" tells the news of yesterday
    follows = any(
        scene.is_in("after-words", at) and not scene.is_in("day-units", at - 1)
        for at in (first - 1, first)
    )
    return is_past(scene) and follows


def is_told_by_another(scene: Scene) -> bool:
    """Whether the sentence tells what somebody said, in other words than the cue's own."""
    lows, match = scene.tokens.lows, scene.match
    around = (*lows[: match.first], *lows[match.end :])
    classes = scene.lexicon.classes
    return not classes["said"].isdisjoint(around) or not classes["according"].isdisjoint(around)


def is_long_past(scene: Scene) -> bool:
    """As in "in 2001 the company had promised": a day before the cue, and "had"."""
    if not is_past_perfect(scene):
        return False
    before = scene.times_within(scene.opening, scene.match.first)
    return any(time.last is not None and time.last < scene.said for time in before)


def is_habit(scene: Scene) -> bool:
    """Whether the clause tells what happens again and again: "we often get"."""
    habits = scene.lexicon.classes["habits"]
    return not habits.isdisjoint(scene.tokens.lows[scene.opening : scene.match.first])


def is_done_so(scene: Scene) -> bool:
    """As in "has urged them to do": what is to be done stands elsewhere."""
    predicate = scene.predicate
    if predicate is None or not scene.does("do-words"):
        return False
    after = predicate.at + 1
    lows = scene.tokens.lows
    return after >= len(lows) or not lows[after][0].isalnum() or scene.is_in("so-words", after)


def is_share(scene: Scene) -> bool:
    """Whether the subject is "you", or a part of a whole: "48 per cent were planning"."""
    lows = scene.tokens.lows[scene.subject.first : scene.subject.end]
    return not scene.lexicon.classes["no-actors"].isdisjoint(lows)


def is_believed(scene: Scene) -> bool:
    """Whether somebody only believes it, or a rumour has it."""
    return governor_of(scene.tokens, scene.subject.first, scene.lexicon) is Governor.BELIEF


def is_past_perfect(scene: Scene) -> bool:
    """Whether "had" stands before the cue."""
    return any(
        scene.is_in("have-past", at)
        for at in range(max(0, scene.match.first - 3), scene.match.first)
    )


def is_past(scene: Scene) -> bool:
    """Whether the cue is a past form."""
    return scene.low.endswith(scene.lexicon.phrases["past"])


def under_condition(scene: Scene) -> bool:
    """Whether the clause stands under "if" or "whether"."""
    return governor_of(scene.tokens, scene.subject.first, scene.lexicon) is Governor.CONDITION
