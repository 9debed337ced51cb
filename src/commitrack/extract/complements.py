"""Complements: what is hoped for or agreed to, where other words than the cue's say it."""

from collections.abc import Sequence

from commitrack.domain.candidate import Candidate, Untracked
from commitrack.domain.vocabulary import Kind
from commitrack.extract.patterns import Match
from commitrack.extract.scenes import Scene, set_scene
from commitrack.extract.verdicts import Verdict

_MODALS = frozenset({"will", "would"})
_WISHING = frozenset({"hope", "forecast", "own-hope", "own-expectation", "expected-object"})
_OWN_WISHES = frozenset({"hope", "request", "forecast"})
_WISHES = (Untracked.HOPE, Untracked.REQUEST)
_BINDING = frozenset({"promise", "assurance"})
_FAR = 500


def complement_of(  # noqa: PLR0911 - each return is one reason why there is none
    scene: Scene, verdict: Verdict, matches: Sequence[Match]
) -> Scene | None:
    """The scene of a hope or a belief with the verb of what is hoped: "hopes that it will rain"."""
    if not isinstance(verdict.kind, Untracked) or scene.match.rule.cue not in _WISHING:
        return None
    if verdict.kind not in (Untracked.HOPE, Untracked.FORECAST):
        return None
    for match in matches:
        if match.first >= scene.match.end and match.rule.cue in _OWN_WISHES:
            return None
        if match.first < scene.match.end or match.rule.cue not in _MODALS:
            continue
        if ";" in scene.tokens.lows[scene.match.end : match.first]:
            return None
        inner = set_scene(scene.tokens, scene.lexicon, scene.times, scene.said, match)
        if inner is None or inner.predicate is None:
            return None
        is_done = inner.predicate.is_passive or inner.predicate.bases == {"be"}
        is_act = not is_done and not inner.predicate.is_negated
        first = inner.predicate.at if is_act else inner.subject.first
        return scene._replace(predicate=inner.predicate, end=inner.end, act=first)
    return None


def promised_of(scene: Scene, verdict: Verdict, matches: Sequence[Match]) -> Scene | None:
    """The scene of "pledged that aid would come" with what is pledged: one statement, not two."""
    cue, lexicon = scene.match.rule.cue, scene.lexicon
    if cue not in _BINDING or not isinstance(verdict.kind, Kind):
        return None
    lows, end = scene.tokens.lows, scene.match.end
    that = end - 1 if scene.is_in("that-words", end - 1) else end
    if that >= len(lows) or lows[that] not in lexicon.classes["that-words"]:
        return None
    for match in matches:
        if match.first > that and match.rule.cue in _MODALS:
            inner = set_scene(scene.tokens, lexicon, scene.times, scene.said, match)
            if inner is None or inner.predicate is None or inner.subject.first != that + 1:
                return None
            is_act = not inner.predicate.is_passive and not inner.predicate.is_negated
            first = inner.predicate.at if is_act else inner.subject.first
            return scene._replace(
                subject=inner.subject, predicate=inner.predicate, end=inner.end, act=first
            )
    return None


def attached(
    scene: Scene, verdict: Verdict, wished: Candidate | None, sentence_start: int
) -> str | None:
    """What a bare "expressed its agreement" agrees to: the wish that was told just before."""
    if verdict.kind is not Kind.AGREEMENT or wished is None or wished.kind not in _WISHES:
        return None
    says_what = scene.end - scene.match.end > 1 or scene.match.rule.frame != "any"
    if says_what or sentence_start - wished.end > _FAR:
        return None
    return wished.title
