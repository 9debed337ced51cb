"""Kinds: what a cue with its subject, its verb and what governs it makes of a statement."""

from collections.abc import Callable
from datetime import date
from typing import NamedTuple

from commitrack.domain.candidate import Untracked
from commitrack.domain.vocabulary import Kind
from commitrack.extract.clauses import Subject, clause_end, owner_before, subject_before
from commitrack.extract.clocked import Clocked
from commitrack.extract.governing import (
    Governor,
    governor_of,
    has_condition,
    is_forecast_by_profession,
    is_reported,
)
from commitrack.extract.lexicon import Lexicon
from commitrack.extract.patterns import Match, match_end
from commitrack.extract.subjects import Sort, sort_of
from commitrack.extract.tokens import Tokens
from commitrack.extract.verbs import Predicate, bases_of, is_adverb, is_gerund, is_infinitive, is_participle, predicate_after


_FULL_STOPS = frozenset(".!?:\"”")
_LONGEST_HEADLINE = 8


class Verdict(NamedTuple):
    """What a statement is, and how strongly it binds."""

    kind: Kind | Untracked
    obligation: int
    why: str


class Scene(NamedTuple):
    """A cue in its sentence, with all that its reading rests on."""

    tokens: Tokens
    lexicon: Lexicon
    times: tuple[Clocked, ...]
    said: date
    match: Match
    subject: Subject
    predicate: Predicate | None
    end: int

    @property
    def low(self) -> str:
        """The first word of the cue."""
        return self.tokens.lows[self.match.first]

    def is_in(self, name: str, at: int) -> bool:
        """Whether the token is of a class."""
        return 0 <= at < len(self.tokens.lows) and self.tokens.lows[at] in self.lexicon.classes[name]

    def does(self, name: str) -> bool:
        """Whether the verb is of a class."""
        return self.predicate is not None and self.predicate.is_any_of(self.lexicon.classes[name])

    @property
    def sort(self) -> Sort:
        """What the subject can do."""
        return sort_of(self.tokens, self.subject, self.lexicon)

    def future_within(self, first: int, end: int) -> bool:
        """Whether a time that is still to come stands between two tokens."""
        return any(time.ends_after(self.said) and self._is_day(time) for time in self.times_within(first, end))

    def _is_day(self, time: Clocked) -> bool:
        return not (time.first is not None and time.first == time.last == self.said)

    def times_within(self, first: int, end: int) -> tuple[Clocked, ...]:
        """The times between two tokens."""
        if first >= end:
            return ()
        start, stop = self.tokens.starts[first], self.tokens.ends[min(end, len(self.tokens.ends)) - 1]
        return tuple(time for time in self.times if start <= time.expression.start < stop)

    @property
    def opening(self) -> int:
        """Where the clause begins with what stands before its subject: "In 1994, the firm"."""
        at = self.subject.first
        if at and self.tokens.lows[at - 1] == ",":
            lows, classes = self.tokens.lows[:at], self.lexicon.classes
            if classes["auxiliaries"].isdisjoint(lows) and classes["said"].isdisjoint(lows):
                return 0
        return at

    @property
    def has_future(self) -> bool:
        """Whether the clause has a time that is still to come."""
        return self.future_within(self.opening, self.end)

    @property
    def is_past(self) -> bool:
        """Whether every date of the clause lies well before the words were said."""
        days = [time.last for time in self.times_within(self.opening, self.end) if time.last]
        return bool(days) and all((self.said - day).days > 31 for day in days)  # noqa: PLR2004


def set_scene(
    tokens: Tokens, lexicon: Lexicon, times: tuple[Clocked, ...], said: date, match: Match
) -> Scene | None:
    """The scene of a cue; None where what must follow it does not."""
    frame = match.rule.frame
    is_modal = match.rule.cue in ("will", "would")
    predicate = predicate_after(tokens, match.first + 1 if is_modal else match.end, lexicon)
    if frame == "infinitive" and not is_infinitive(tokens, match.end, lexicon):
        return None
    is_noun = match.rule.cue.endswith("-noun")
    if frame == "infinitive" and is_noun and not _is_known_verb(predicate, lexicon):
        return None
    if frame == "gerund" and (predicate is None or not is_gerund(tokens.lows[predicate.index], lexicon)):
        return None
    find = owner_before if is_noun else subject_before
    subject = find(tokens, match.first, lexicon)
    end = clause_end(tokens, max(match.end, predicate.index + 1 if predicate else 0), lexicon)
    scene = Scene(tokens, lexicon, times, said, match, subject, predicate, end)
    if frame == "object" and not _has_object(tokens, match.end, lexicon):
        return None
    if frame == "date" and not scene.future_within(match.first, end):
        return None
    return scene


def _is_known_verb(predicate: Predicate | None, lexicon: Lexicon) -> bool:
    classes = lexicon.classes
    return predicate is not None and (
        predicate.is_passive or predicate.is_any_of(classes["base"] | classes["state"] | classes["continue"])
    )


def _has_object(tokens: Tokens, at: int, lexicon: Lexicon) -> bool:
    if at >= len(tokens.lows):
        return False
    low = tokens.lows[at]
    return low in lexicon.classes["object-openers"] or low[0].isdigit()


def judge(scene: Scene) -> Verdict | None:
    """What the statement is; None where it is none."""
    return _JUDGES[scene.match.rule.cue](scene)


def _verdict(scene: Scene, kind: Kind | Untracked, obligation: int) -> Verdict:
    cue = " ".join(scene.tokens.words[scene.match.first : scene.match.end])
    return Verdict(kind, obligation, f'"{cue}": {scene.match.rule.cue}')


def _governed(scene: Scene) -> Verdict | None:
    """The verdict that a governing hope, belief or condition passes on what stands under it."""
    found = governor_of(scene.tokens, scene.subject.first, scene.lexicon)
    if found is Governor.HOPE:
        return _verdict(scene, Untracked.HOPE, 0)
    if found is Governor.BELIEF or is_forecast_by_profession(scene.tokens, scene.lexicon):
        return _verdict(scene, Untracked.FORECAST, 0)
    if found in (Governor.CONDITION, Governor.DESIRE):
        return _verdict(scene, Untracked.HYPOTHESIS, 0)
    return None


def _will(scene: Scene) -> Verdict | None:
    if scene.predicate is None:
        return None
    governed = _governed(scene)
    if governed is not None:
        return governed
    return _own_act(scene, 3)


def _own_act(scene: Scene, obligation: int) -> Verdict:
    """The verdict on a modal's clause that nothing governs."""
    predicate, sort = scene.predicate, scene.sort
    is_moved = sort is Sort.PRICE and predicate is not None and not predicate.is_passive
    if predicate is None or is_moved or scene.does("speech-acts") or _is_hedged(scene):
        return _verdict(scene, Untracked.FORECAST, 0)
    kind = _scheduled_kind(scene, predicate) or _acting_kind(scene, predicate)
    if kind is None:
        return _verdict(scene, Untracked.FORECAST, 0)
    if predicate.is_negated and scene.does("disclosure"):
        return _verdict(scene, Untracked.HISTORY, 0)
    weaker = 1 if scene.does("considered") else 2 if scene.does("attempt") else obligation
    return _verdict(scene, kind, weaker)


def _is_hedged(scene: Scene) -> bool:
    first = max(0, scene.match.first - 2)
    last = scene.predicate.index if scene.predicate else scene.match.end
    return any(scene.is_in("hedges", i) for i in range(first, last))


def _scheduled_kind(scene: Scene, predicate: Predicate) -> Kind | None:
    """Events that will be held, rules that will take effect, duties that will be laid on one."""
    if _begins_effect(scene, predicate):
        return Kind.MEASURE
    after_be = predicate.bases == {"be"} and scene.is_in("effect-complements", predicate.index + 1)
    sort = scene.sort
    if sort is Sort.EVENT and (scene.does("event") or scene.does("passive-event") or after_be):
        return Kind.MEASURE
    is_applied = predicate.is_passive and not scene.does("state-passive")
    if sort is Sort.RULE and (scene.does("effect") or is_applied or after_be):
        return Kind.MEASURE
    if sort is Sort.RULE and scene.does("continue"):
        return Kind.MEASURE
    if predicate.is_passive and scene.does("oblige"):
        return Kind.MEASURE
    is_payable = predicate.bases == {"be"} and scene.is_in("payable", predicate.index + 1)
    is_formal = scene.does("passive-event") if predicate.is_passive else scene.does("scheduled-acts")
    if (is_payable or is_formal) and scene.has_future:
        return Kind.MEASURE
    if predicate.is_passive and not scene.does("state-passive") and _is_under_rule(scene):
        return Kind.MEASURE
    return None


def _begins_effect(scene: Scene, predicate: Predicate) -> bool:
    """Whether what will be done is to take effect or to expire."""
    lows, rules = scene.tokens.lows, scene.lexicon.rules
    return any(
        rule.cue == "effect" and rule.frame == "any"
        and match_end(rule.elements, lows, predicate.index) is not None
        for rule in rules.get(lows[predicate.index], ())
    )  # fmt: skip


def _is_under_rule(scene: Scene) -> bool:
    """Whether the sentence opens with "Under the new rules"."""
    rules = scene.lexicon.classes["rules"] - scene.lexicon.classes["plans"]
    return scene.is_in("under", 0) and not rules.isdisjoint(scene.tokens.lows[1:6])


def _acting_kind(scene: Scene, predicate: Predicate) -> Kind | None:
    """What somebody will do, keep doing, or not do."""
    sort = scene.sort
    is_agent = sort is Sort.AGENT or (sort is Sort.NONE and predicate.index - scene.match.end < 3)
    governor = governor_of(scene.tokens, scene.subject.first, scene.lexicon)
    if scene.does("continue") and not predicate.is_passive:
        return Kind.STANDING if is_agent and not _continues_state(scene) else None
    offered = predicate.index + (predicate.bases == {"be"})
    if is_agent and scene.is_in("ready-words", offered) and scene.is_in("to-words", offered + 1):
        is_hostile = scene.is_in("hostile-words", offered + 2)
        return Kind.THREAT if is_hostile and has_condition(scene.tokens, scene.lexicon) else Kind.OFFER
    if predicate.is_passive:
        if scene.does("state-passive"):
            return None
        return Kind.STANDING if predicate.is_negated else Kind.PROMISE
    if is_agent and _is_act(scene, predicate):
        if governor is Governor.DENIAL or predicate.is_negated or scene.does("refrain"):
            return Kind.STANDING
        if _is_threat(scene, predicate, governor):
            return Kind.THREAT
        if scene.does("considered") or scene.does("holding") or scene.does("attempt"):
            return Kind.INTENTION
        is_still = any(scene.is_in("still-words", i) for i in range(scene.match.end, predicate.index))
        return Kind.STANDING if is_still else Kind.PROMISE
    if predicate.is_negated or not (scene.does("change") or scene.does("designed")):
        return None
    return Kind.PROMISE


def _is_act(scene: Scene, predicate: Predicate) -> bool:
    """Whether an agent decides on it; "increase production" is an act, "increase by half" is none."""
    if not scene.does("state"):
        return True
    if not scene.does("ambitransitive"):
        return False
    after = predicate.index + 1
    word = scene.tokens.lows[after] if after < len(scene.tokens.lows) else "."
    return word[0].isalpha() and not scene.is_in("prepositions", after) and not is_adverb(word, scene.lexicon)


def _is_threat(scene: Scene, predicate: Predicate, governor: Governor | None) -> bool:
    if governor is Governor.WARNING or _has_unless(scene):
        return True
    ahead = scene.tokens.lows[predicate.index + 1 : predicate.index + 4]
    is_hostile = scene.does("hostile-acts") or (
        scene.does("hostile") and not scene.lexicon.classes["hostile-nouns"].isdisjoint(ahead)
    )
    return is_hostile and has_condition(scene.tokens, scene.lexicon)


def _has_unless(scene: Scene) -> bool:
    return not scene.lexicon.classes["unless"].isdisjoint(scene.tokens.lows)


def _continues_state(scene: Scene) -> bool:
    """Whether what goes on is a state: "will continue to grow", "will remain strong"."""
    if scene.predicate is None:
        return False
    after = scene.predicate.index + 1
    if scene.is_in("to-words", after):
        inner = predicate_after(scene.tokens, after + 1, scene.lexicon)
        return inner is None or (inner.is_any_of(scene.lexicon.classes["state"]) and not inner.is_passive)
    return False


def _would(scene: Scene) -> Verdict | None:
    if scene.predicate is None:
        return None
    if scene.does("have-words"):
        return None
    if _is_superseded(scene):
        return _verdict(scene, Untracked.HISTORY, 0)
    if scene.does("like-words"):
        return _verdict(scene, Untracked.HOPE, 0)
    governed = _governed(scene)
    if governed is not None:
        return governed
    if has_condition(scene.tokens, scene.lexicon) and not is_reported(scene.tokens, scene.lexicon):
        return _verdict(scene, Untracked.HYPOTHESIS, 0)
    if scene.is_in("plans", scene.subject.head or 0) and not scene.does("state") and not scene.predicate.is_passive and not scene.does("effect"):
        return _verdict(scene, Kind.INTENTION, 2)
    if not is_reported(scene.tokens, scene.lexicon):
        if scene.sort in (Sort.RULE, Sort.EVENT, Sort.THING) and not scene.predicate.is_passive:
            return _verdict(scene, Untracked.HYPOTHESIS, 0)
    return _own_act(scene, 3)


def _is_superseded(scene: Scene) -> bool:
    """Whether it was said before something else came: "Earlier, they had said they would"."""
    before = scene.tokens.lows[: scene.match.first]
    classes = scene.lexicon.classes
    return not classes["superseded"].isdisjoint(before) and not classes["have-past"].isdisjoint(before)


def _set_to(scene: Scene) -> Verdict | None:
    if scene.is_in("be-past", scene.match.first) and not scene.has_future and not is_reported(scene.tokens, scene.lexicon):
        return _verdict(scene, Untracked.HISTORY, 0)
    governed = _governed(scene)
    if governed is not None and governed.kind is not Untracked.FORECAST:
        return governed
    if scene.sort is Sort.PRICE or scene.predicate is None:
        return _verdict(scene, Untracked.FORECAST, 0)
    if scene.sort in (Sort.EVENT, Sort.RULE) or _is_scheduled(scene):
        return _verdict(scene, Kind.MEASURE, 3)
    if scene.does("continue") and scene.sort is Sort.AGENT and not _continues_state(scene):
        return _verdict(scene, Kind.STANDING, 2)
    if not scene.predicate.is_passive and not (_is_act(scene, scene.predicate) and scene.sort in (Sort.AGENT, Sort.NONE)) and not scene.does("change"):
        return _verdict(scene, Untracked.FORECAST, 0)
    return _verdict(scene, Kind.INTENTION, 2)


def _is_scheduled(scene: Scene) -> bool:
    return any(scene.is_in("scheduled-words", at) for at in range(scene.match.first, scene.match.end))


def _expected(scene: Scene) -> Verdict | None:
    is_event = scene.sort is Sort.EVENT and (scene.does("event") or scene.does("passive-event"))
    is_formal = scene.sort is Sort.AGENT and scene.does("act-after-expected")
    if scene.predicate and scene.has_future:
        if is_event:
            return _verdict(scene, Kind.MEASURE, 2)
        if is_formal:
            return _verdict(scene, Kind.INTENTION, 1)
    if scene.predicate and scene.predicate.is_passive and not scene.does("state-passive"):
        return _verdict(scene, Kind.INTENTION, 1)
    return _verdict(scene, Untracked.FORECAST, 0)


def _is_noun_use(scene: Scene) -> bool:
    """Whether a word that may be a verb is a noun here: "the demand", "its plan"."""
    before = scene.match.first - 1
    if before < 0 or is_gerund(scene.low, scene.lexicon):
        return False
    return (
        scene.is_in("determiners", before)
        or scene.is_in("possessive", before)
        or scene.is_in("prepositions", before)
    )


def _is_unreal(scene: Scene) -> bool:
    """Whether the cue stands in an infinitive or under a modal that leaves it open."""
    return any(
        scene.is_in("open-modals", at) or scene.is_in("to-words", at)
        for at in range(max(0, scene.match.first - 2), scene.match.first)
    )


def _is_negated(scene: Scene) -> bool:
    return any(scene.is_in("not", at) for at in range(max(0, scene.match.first - 3), scene.match.first))


def _is_past_perfect(scene: Scene) -> bool:
    return any(scene.is_in("have-past", at) for at in range(max(0, scene.match.first - 3), scene.match.first))


def _is_past(scene: Scene) -> bool:
    return scene.low.endswith(scene.lexicon.phrases["past"])


def _binding(kind: Kind, obligation: int) -> Callable[[Scene], Verdict | None]:
    """A cue by which somebody binds himself, whether told in the present or in the past."""

    def judged(scene: Scene) -> Verdict | None:
        if _is_noun_use(scene) or _is_unreal(scene):
            return None
        if _is_negated(scene):
            return None
        if scene.sort is Sort.PRICE:
            return None
        is_reported_here = is_reported(scene.tokens, scene.lexicon)
        if scene.is_past or (_is_past_perfect(scene) and not is_reported_here and not scene.has_future):
            return _verdict(scene, Untracked.HISTORY, 0)
        if _under_condition(scene):
            return _verdict(scene, Untracked.HYPOTHESIS, 0)
        if kind in (Kind.THREAT, Kind.OFFER, Kind.TARGET) and scene.sort not in (Sort.AGENT, Sort.NONE):
            return None
        if scene.match.rule.frame == "infinitive" and scene.predicate and scene.predicate.bases == {"be"} and scene.sort is not Sort.AGENT:
            return None
        return _verdict(scene, kind, obligation)

    return judged


def _under_condition(scene: Scene) -> bool:
    return governor_of(scene.tokens, scene.subject.first, scene.lexicon) is Governor.CONDITION


def _planning(obligation: int, *, needs_act: bool) -> Callable[[Scene], Verdict | None]:
    def judged(scene: Scene) -> Verdict | None:
        if _is_noun_use(scene) or _is_unreal(scene):
            return None
        if scene.sort not in (Sort.AGENT, Sort.NONE):
            return None
        if needs_act and scene.predicate and not scene.predicate.is_passive and (not _is_act(scene, scene.predicate) or scene.does("speech-acts")):
            return None
        if scene.low in scene.lexicon.classes["tries"]:
            return _verdict(scene, Untracked.HISTORY, 0)
        if _is_negated(scene):
            is_wish = scene.low in scene.lexicon.classes["wishes"]
            return None if is_wish else _verdict(scene, Kind.STANDING, obligation)
        is_narrative = scene.low in scene.lexicon.classes["narrative-gerunds"] and not any(
            scene.is_in("be", i) for i in range(max(0, scene.match.first - 3), scene.match.first + 1)
        )
        if is_narrative:
            return None
        governor = governor_of(scene.tokens, scene.subject.first, scene.lexicon)
        is_backshifted = governor is Governor.REPORT or not scene.lexicon.classes["according"].isdisjoint(scene.tokens.lows)
        is_over = scene.low in scene.lexicon.classes["backshift-only"] and not is_backshifted
        is_perfect = _is_past_perfect(scene) and not is_backshifted
        if scene.is_past or ((is_over or is_perfect) and not scene.has_future):
            return _verdict(scene, Untracked.HISTORY, 0)
        if _under_condition(scene):
            return _verdict(scene, Untracked.HYPOTHESIS, 0)
        return _verdict(scene, Kind.INTENTION, obligation)

    return judged


def _own_expectation(scene: Scene) -> Verdict | None:
    if _is_noun_use(scene) or _is_unreal(scene) or _is_negated(scene) or scene.sort is not Sort.AGENT:
        return None
    if is_forecast_by_profession(scene.tokens, scene.lexicon):
        return _verdict(scene, Untracked.FORECAST, 0)
    if scene.does("state"):
        return _verdict(scene, Untracked.FORECAST, 0)
    return _verdict(scene, Kind.INTENTION, 1)


def _noun(kind: Kind, obligation: int) -> Callable[[Scene], Verdict | None]:
    """A noun that names a commitment: "a plan to", "an agreement to"."""

    def judged(scene: Scene) -> Verdict | None:
        before = scene.match.first - 1
        if kind is Kind.INTENTION and _is_negated(scene):
            return _verdict(scene, Kind.STANDING, obligation)
        if scene.is_in("not", before) or scene.is_past or scene.is_in("possessive-past", before):
            return None
        if scene.does("state") and not (scene.predicate and scene.predicate.is_passive):
            return None
        around = scene.tokens.lows[max(0, scene.match.first - 5) : scene.match.first] + scene.tokens.lows[scene.match.end : scene.match.end + 12]
        if scene.is_in("dropped-before", before) or not scene.lexicon.classes["dropped"].isdisjoint(around):
            return _verdict(scene, Untracked.HISTORY, 0)
        return _verdict(scene, kind, obligation)

    return judged


def _demand(scene: Scene) -> Verdict | None:
    if scene.is_in("agreements", scene.subject.head if scene.subject.head is not None else -1):
        return _verdict(scene, Kind.AGREEMENT, 3)
    if scene.sort is Sort.RULE:
        return _verdict(scene, Kind.INTENTION, 2)
    if scene.subject.head is None and not is_gerund(scene.low, scene.lexicon):
        return None
    if scene.is_in("be", scene.match.first - 1):
        return None
    if _is_noun_use(scene) or _is_unreal(scene) or scene.does("comment-words") or scene.is_in("comment-words", scene.match.end):
        return None
    if scene.is_past or _is_past_perfect(scene) or _is_negated(scene):
        return _verdict(scene, Untracked.HISTORY, 0)
    if scene.sort not in (Sort.AGENT, Sort.NONE):
        return None
    return _verdict(scene, Kind.DEMAND, 2)


def _order(scene: Scene) -> Verdict | None:
    found = _demand(scene)
    if found is not None and found.kind is Kind.DEMAND and scene.has_future:
        return _verdict(scene, Kind.MEASURE, 4)
    return found


def _untracked(kind: Untracked) -> Callable[[Scene], Verdict | None]:
    def judged(scene: Scene) -> Verdict | None:
        return _verdict(scene, kind, 0)

    return judged


def _effect(scene: Scene) -> Verdict | None:
    if scene.has_future or not (_is_past(scene) or scene.is_past):
        if _is_unreal(scene) and not scene.has_future:
            return None
        if scene.is_in("not", scene.match.first - 1):
            return None
        return _verdict(scene, Kind.MEASURE, 4)
    return _verdict(scene, Untracked.HISTORY, 0)


def _deadline(scene: Scene) -> Verdict | None:
    return _verdict(scene, Kind.MEASURE, 4) if scene.has_future else None


def _until(scene: Scene) -> Verdict | None:
    if scene.has_future or scene.times_within(scene.match.first, scene.end):
        return _verdict(scene, Kind.MEASURE, 4) if not scene.is_past else None
    return None


def _must(scene: Scene) -> Verdict | None:
    if _under_condition(scene) or scene.predicate is None:
        return None
    if not scene.lexicon.classes["ordered"].isdisjoint(scene.tokens.lows[scene.match.first : scene.match.end]):
        return _verdict(scene, Kind.MEASURE, 4) if not scene.is_past else None
    if scene.has_future or any(t.expression.type == "DURATION" for t in scene.times_within(scene.match.end, scene.end)):
        return _verdict(scene, Kind.MEASURE, 4)
    return None


def _schedule(scene: Scene) -> Verdict | None:
    if scene.has_future:
        return _verdict(scene, Kind.MEASURE, 3)
    return _verdict(scene, Untracked.HISTORY, 0) if scene.is_past else None


def _should(scene: Scene) -> Verdict | None:
    if scene.predicate is None or not scene.has_future or _governed(scene):
        return None
    return _verdict(scene, Kind.INTENTION, 2) if scene.predicate.is_passive else None


def _may(scene: Scene) -> Verdict | None:
    if scene.predicate is None or scene.sort in (Sort.NONE, Sort.THING):
        return None
    is_threat = scene.sort is Sort.AGENT and scene.does("hostile-acts") and not _governed(scene)
    if is_threat and has_condition(scene.tokens, scene.lexicon):
        return _verdict(scene, Kind.THREAT, 1)
    return _verdict(scene, Untracked.FORECAST, 0)


def _target_noun(scene: Scene) -> Verdict | None:
    stretch = scene.tokens.lows[scene.match.end : scene.end]
    has_measure = scene.has_future or any(low[0].isdigit() for low in stretch)
    return _noun(Kind.TARGET, 2)(scene) if has_measure else None


def _headline(scene: Scene) -> Verdict | None:
    """A line without a finite verb: "Carmaker to cut 10,000 jobs"."""
    lows = scene.tokens.lows
    if lows[-1] in _FULL_STOPS or scene.subject.first > 0 or scene.match.first > _LONGEST_HEADLINE:
        return None
    has_verb = any(scene.is_in("auxiliaries", i) or scene.is_in("said", i) for i in range(scene.match.first))
    is_subject = scene.subject.head == scene.match.first - 1 and scene.sort in (Sort.AGENT, Sort.EVENT)
    if has_verb or not is_subject or scene.predicate is None:
        return None
    return _verdict(scene, Kind.MEASURE if scene.sort is Sort.EVENT else Kind.INTENTION, 2)


def _decision_noun(scene: Scene) -> Verdict | None:
    return _noun(Kind.PROMISE, 3)(scene) if scene.has_future else None


def _to_be(scene: Scene) -> Verdict | None:
    """A reduced clause: "guidelines to be published in November"."""
    predicate = predicate_after(scene.tokens, scene.match.end - 1, scene.lexicon)
    is_noun_before = scene.match.first > 0 and not scene.is_in("open-modals", scene.match.first - 1)
    if predicate is None or not predicate.is_passive or not is_noun_before:
        return None
    return _verdict(scene, Kind.MEASURE, 3)


def _present_passive(scene: Scene) -> Verdict | None:
    at = scene.match.end
    if not is_participle(scene.tokens.lows[at] if at < len(scene.tokens.lows) else "", scene.lexicon):
        return None
    if not bases_of(scene.tokens.lows[at], scene.lexicon) & scene.lexicon.classes["present-passives"]:
        return None
    return _verdict(scene, Kind.MEASURE, 3) if scene.future_within(at, min(at + 10, scene.end)) else None


def _extension(scene: Scene) -> Verdict | None:
    return _effect(scene) if scene.has_future else None


def _progressive(scene: Scene) -> Verdict | None:
    if scene.sort is not Sort.AGENT or scene.does("state") or scene.is_in("be-past", scene.match.first):
        return None
    at = scene.match.end
    if scene.is_in("progressive-stop", at) or scene.is_in("to-words", at + 1):
        return None
    if scene.tokens.lows[at] in scene.lexicon.rules:
        return None
    head = scene.subject.head or 0
    is_named = scene.tokens.words[head][0].isupper() or scene.is_in("pronouns-single", head) or scene.is_in("bodies", head)
    is_decided = is_named and scene.does("progressive-acts") and not _governed(scene)
    return _verdict(scene, Kind.INTENTION, 2) if scene.has_future or is_decided else None


def _event(scene: Scene) -> Verdict | None:
    if scene.low not in scene.lexicon.classes["strong-events"]:
        return None
    at = scene.match.first
    if scene.future_within(at, min(at + 5, scene.end)) or scene.future_within(max(0, at - 4), at):
        return _verdict(scene, Kind.MEASURE, 3)
    return None


def _begins(scene: Scene) -> Verdict | None:
    at = scene.match.end
    if scene.sort in (Sort.NONE, Sort.PRICE) or _is_noun_use(scene):
        return None
    return _verdict(scene, Kind.MEASURE, 3) if scene.future_within(at, min(at + 6, scene.end)) else None


def _pending(scene: Scene) -> Verdict | None:
    return _verdict(scene, Kind.MEASURE, 3) if scene.sort is not Sort.AGENT else None


def _assurance(scene: Scene) -> Verdict | None:
    return _binding(Kind.PROMISE, 3)(scene)


_JUDGES: dict[str, Callable[[Scene], Verdict | None]] = {
    "will": _will,
    "would": _would,
    "should": _should,
    "may": _may,
    "set-to": _set_to,
    "expected": _expected,
    "plan": _planning(2, needs_act=True),
    "considering": _planning(1, needs_act=False),
    "own-hope": _planning(1, needs_act=True),
    "own-expectation": _own_expectation,
    "plan-noun": _noun(Kind.INTENTION, 2),
    "decision": _binding(Kind.PROMISE, 3),
    "decision-noun": _decision_noun,
    "promise": _binding(Kind.PROMISE, 3),
    "promise-noun": _noun(Kind.PROMISE, 3),
    "assurance": _assurance,
    "agreement": _binding(Kind.AGREEMENT, 3),
    "agreement-noun": _noun(Kind.AGREEMENT, 3),
    "refusal": _binding(Kind.STANDING, 3),
    "standing": _binding(Kind.STANDING, 3),
    "target": _binding(Kind.TARGET, 2),
    "target-noun": _target_noun,
    "headline": _headline,
    "threat": _binding(Kind.THREAT, 3),
    "threat-noun": _noun(Kind.THREAT, 3),
    "ultimatum": _noun(Kind.DEMAND, 3),
    "offer": _binding(Kind.OFFER, 3),
    "demand": _demand,
    "demand-noun": _noun(Kind.DEMAND, 2),
    "order": _order,
    "hope": _untracked(Untracked.HOPE),
    "request": _untracked(Untracked.REQUEST),
    "forecast": _untracked(Untracked.FORECAST),
    "effect": _effect,
    "deadline": _deadline,
    "until": _until,
    "must": _must,
    "extension": _extension,
    "to-be": _to_be,
    "present-passive": _present_passive,
    "pending": _pending,
    "schedule": _schedule,
    "schedule-tail": _schedule,
    "progressive": _progressive,
    "event": _event,
    "begins": _begins,
}
