"""Actors: who is bound by a statement, and towards whom."""

from typing import NamedTuple

from commitrack.domain.candidate import Untracked
from commitrack.domain.vocabulary import Kind
from commitrack.extract.attribution import Attribution
from commitrack.extract.governing import Governor, governor_of
from commitrack.extract.parties import Surroundings, mentions_between, parties_between, parties_of
from commitrack.extract.scenes import Scene
from commitrack.extract.subjects import Sort

_LOOK_BEFORE = 3
_MADE_BY_STATES = (Sort.RULE, Sort.EVENT)


class Actors(NamedTuple):
    """Who is bound, towards whom, and how that was told."""

    by: tuple[str, ...]
    to: tuple[str, ...]
    why: str


def actors_of(
    scene: Scene, kind: Kind | Untracked, around: Surroundings, told: Attribution
) -> Actors:
    """The parties of a statement."""
    by, why = _bound(scene, around, told)
    if kind is Kind.AGREEMENT:
        by = tuple(dict.fromkeys((*by, *_with(scene, around))))
    return Actors(by, tuple(name for name in _towards(scene, kind, around) if name not in by), why)


def _bound(scene: Scene, around: Surroundings, told: Attribution) -> tuple[tuple[str, ...], str]:
    head = scene.subject.head if scene.subject.head is not None else -1
    words = " ".join(scene.tokens.words[scene.subject.first : scene.subject.end])
    speaker = told.stated_by or told.via
    if speaker and (scene.is_in("pronouns-first", head) or _is_speaker(scene, head)):
        return (speaker,), f'"{words}" is who speaks: {speaker}'
    by = parties_of(around, scene.subject)
    if (scene.is_agent and not _is_undergone(scene)) or _is_pair(by):
        return by, f'"{words}": {", ".join(by)}' if by else ""
    owners = tuple(
        found.party
        for found in mentions_between(around, scene.subject)
        if (found.is_known and scene.sort in _MADE_BY_STATES)
        or scene.is_in("possessive", found.end)
    )
    doers = owners or _by_phrase(scene, around)
    if doers:
        return doers, f"whose it is: {', '.join(doers)}"
    if told.stated_by:
        return (told.stated_by,), f"who speaks of it: {told.stated_by}"
    return (), ""


def _is_pair(by: tuple[str, ...]) -> bool:
    return len(by) > 1


def _is_speaker(scene: Scene, head: int) -> bool:
    """Whether "it" or "he" in "the firm said it will" is the one who said so."""
    is_pronoun = scene.is_in("pronouns-it", head) or scene.is_in("pronouns-singular", head)
    governor = governor_of(scene.tokens, scene.subject.first, scene.lexicon)
    return is_pronoun and governor in (Governor.REPORT, Governor.WARNING, Governor.DENIAL)


def _by_phrase(scene: Scene, around: Surroundings) -> tuple[str, ...]:
    """Who does what is told in the passive: "will be closed by Ford"."""
    if scene.predicate is None or not scene.predicate.is_passive:
        return ()
    for i in range(scene.predicate.at + 1, scene.end - 1):
        if scene.is_in("by-words", i):
            return parties_between(around, i + 1, min(i + 8, scene.end))[:1]
    return ()


def _with(scene: Scene, around: Surroundings) -> tuple[str, ...]:
    """With whom an agreement is made."""
    for i in range(scene.match.first, scene.end - 1):
        if scene.is_in("with-words", i):
            return parties_between(around, i + 1, min(i + 8, scene.end))[:1]
    return ()


def _towards(scene: Scene, kind: Kind | Untracked, around: Surroundings) -> tuple[str, ...]:
    if kind in (Kind.DEMAND, Untracked.REQUEST):
        return parties_between(around, scene.match.first + 1, max(scene.match.end, scene.end))[:1]
    if kind is Kind.AGREEMENT:
        return ()
    found = []
    for mention in mentions_between(around, scene.subject._replace(end=scene.end)):
        before = range(max(0, mention.first - _LOOK_BEFORE), mention.first)
        if mention.is_known and any(scene.is_in("towards-words", i) for i in before):
            found.append(mention.party)
    return tuple(dict.fromkeys(found))


def _is_undergone(scene: Scene) -> bool:
    """Whether the subject is not who acts: "plants will be closed"; a duty is the subject's."""
    predicate = scene.predicate
    if predicate is None or not predicate.is_passive or scene.act is not None:
        return False
    return not scene.does("oblige") and not scene.is_in("ready-words", predicate.at)
