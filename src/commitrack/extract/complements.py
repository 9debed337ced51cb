"""Complements: what is hoped for or agreed to, where other words than the cue's say it."""

from collections.abc import Sequence

from commitrack.domain.candidate import Candidate, Untracked
from commitrack.domain.vocabulary import Kind
from commitrack.extract.patterns import Match
from commitrack.extract.scenes import Scene
from commitrack.extract.setting import set_scene
from commitrack.extract.verdicts import Verdict

_MODALS = frozenset({"will", "would"})
_WISHING = frozenset({"hope", "forecast", "own-hope", "own-expectation", "expected-object"})
_OWN_WISHES = frozenset({"hope", "request", "forecast"})
_WISHES = (Untracked.HOPE, Untracked.REQUEST)
_BINDING = frozenset({"promise", "assurance"})
_OPEN_KINDS = (Untracked.HOPE, Untracked.FORECAST)
_STOP = ";"
_FAR = 500


def complement_of(scene: Scene, verdict: Verdict, matches: Sequence[Match]) -> Scene | None:
    """The scene of a hope or a belief with the verb of what is hoped: "hopes that it will rain"."""
    if verdict.kind not in _OPEN_KINDS or scene.match.rule.cue not in _WISHING:
        return None
    match = _modal_of_wish(scene, matches)
    inner = _inner(scene, match) if match is not None else None
    if inner is None:
        return None
    first = inner.subject.first if inner.is_being else _start_of_act(inner)
    return scene._replace(predicate=inner.predicate, end=inner.end, act=first)


def promised_of(scene: Scene, verdict: Verdict, matches: Sequence[Match]) -> Scene | None:
    """The scene of "pledged that aid would come" with what is pledged: one statement, not two."""
    if scene.match.rule.cue not in _BINDING or not isinstance(verdict.kind, Kind):
        return None
    end = scene.match.end
    that = end - 1 if scene.is_in("that-words", end - 1) else end
    if not scene.is_in("that-words", that):
        return None
    modals = (match for match in matches if match.first > that and match.rule.cue in _MODALS)
    match = next(modals, None)
    inner = _inner(scene, match) if match is not None else None
    if inner is None or inner.subject.first != that + 1:
        return None
    return inner._replace(match=scene.match, act=_start_of_act(inner))


def _modal_of_wish(scene: Scene, matches: Sequence[Match]) -> Match | None:
    """The first "will" or "would" after the cue, in its clause and before another wish."""
    end = scene.match.end
    for match in matches:
        if match.first < end:
            continue
        if match.rule.cue in _OWN_WISHES:
            return None
        if match.rule.cue in _MODALS:
            return None if _STOP in scene.tokens.lows[end : match.first] else match
    return None


def _inner(scene: Scene, match: Match) -> Scene | None:
    """The scene of another cue of the sentence; None where it has no verb."""
    inner = set_scene(scene.tokens, scene.lexicon, scene.times, scene.said, match)
    return inner if inner is not None and inner.predicate is not None else None


def _start_of_act(inner: Scene) -> int:
    """Where the words begin that say what is done: with the subject of what it undergoes."""
    if inner.predicate is None or inner.is_passive or inner.is_not_done:
        return inner.subject.first
    return inner.predicate.at


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
