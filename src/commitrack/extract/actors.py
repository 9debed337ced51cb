"""Actors: who is bound by a statement, and towards whom."""

from typing import NamedTuple

from commitrack.domain.candidate import Untracked
from commitrack.domain.vocabulary import Kind
from commitrack.extract.antecedents import owner_meant
from commitrack.extract.attribution import Attribution, is_quoted, last_speaker
from commitrack.extract.conditions import condition_tokens
from commitrack.extract.governing import Governor
from commitrack.extract.mentions import Mention
from commitrack.extract.parties import parties_of
from commitrack.extract.scenes import Scene
from commitrack.extract.subjects import Sort
from commitrack.extract.surroundings import Surroundings

_NAMED_WITHIN = 8
_MADE_BY_STATES = (Sort.RULE, Sort.EVENT)
_SPOKEN = (Governor.REPORT, Governor.WARNING, Governor.DENIAL)


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
    pronoun = _by_pronoun(scene, around, told)
    if pronoun is not None:
        return pronoun
    by = parties_of(around, scene.subject)
    if (scene.is_agent and not _is_undergone(scene)) or _is_pair(by):
        return by, f'"{_words_of(scene)}": {", ".join(by)}' if by else ""
    owners = tuple(
        found.party
        for found in around.mentions_in(scene.subject)
        if (found.is_known and scene.sort in _MADE_BY_STATES)
        or scene.is_in("possessive", found.end)
    )
    doers = owners or _by_phrase(scene, around)
    if doers:
        return doers, f"whose it is: {', '.join(doers)}"
    if told.stated_by:
        return (told.stated_by,), f"who speaks of it: {told.stated_by}"
    return (), ""


def _by_pronoun(
    scene: Scene, around: Surroundings, told: Attribution
) -> tuple[tuple[str, ...], str] | None:
    """Who is bound where "we", "our" or "its" says so; None where none of them does."""
    speaker = told.stated_by or told.via
    words = _words_of(scene)
    is_own = scene.head_is("pronouns-first") or scene.follows("own-first")
    if speaker and (is_own or _is_speaker(scene)):
        return (speaker,), f'"{words}" is who speaks: {speaker}'
    if is_own:
        return _first_person(scene, around, words)
    if scene.follows("own-third") and scene.subject.end == scene.match.first:
        owners = owner_meant(around, scene.match.first - 1)
        return owners, f'"{words}": {", ".join(owners)}' if owners else ""
    return None


def _words_of(scene: Scene) -> str:
    return " ".join(scene.tokens.words[scene.subject.first : scene.subject.end])


def _first_person(scene: Scene, around: Surroundings, words: str) -> tuple[tuple[str, ...], str]:
    """Who "we" is where the sentence does not say who speaks: within a quotation, who last did."""
    speaker = last_speaker(around) if is_quoted(around, scene.subject.first) else None
    return ((speaker,), f'"{words}" is who spoke last: {speaker}') if speaker else ((), "")


def _is_pair(by: tuple[str, ...]) -> bool:
    return len(by) > 1


def _is_speaker(scene: Scene) -> bool:
    """Whether "it" or "he" in "the firm said it will" is the one who said so."""
    is_pronoun = scene.head_is("pronouns-it") or scene.head_is("pronouns-singular")
    return is_pronoun and scene.governor in _SPOKEN


def _by_phrase(scene: Scene, around: Surroundings) -> tuple[str, ...]:
    """Who does what is told in the passive: "will be closed by Ford"."""
    if scene.predicate is None or not scene.is_passive:
        return ()
    return _named_after(scene, around, "by-words", scene.predicate.at + 1)


def _with(scene: Scene, around: Surroundings) -> tuple[str, ...]:
    """With whom an agreement is made."""
    return _named_after(scene, around, "with-words", scene.match.first)


def _named_after(scene: Scene, around: Surroundings, name: str, first: int) -> tuple[str, ...]:
    """The first party named soon after the first word of a class from a token on."""
    for i in range(first, scene.end - 1):
        if scene.is_in(name, i):
            return around.parties_between(i + 1, min(i + _NAMED_WITHIN, scene.end))[:1]
    return ()


def _towards(scene: Scene, kind: Kind | Untracked, around: Surroundings) -> tuple[str, ...]:
    if kind in (Kind.DEMAND, Untracked.REQUEST):
        return _asked(scene, around)
    if kind is Kind.AGREEMENT:
        return ()
    mentions = around.mentions_in(scene.subject._replace(end=scene.end))
    met = [mention for mention in mentions if _is_met(scene, mention)]
    condition = condition_tokens(scene) if met else range(0)
    found = (mention.party for mention in met if mention.first not in condition)
    return tuple(dict.fromkeys(found))


def _asked(scene: Scene, around: Surroundings) -> tuple[str, ...]:
    """The first who is named after the cue, with whom "and" joins to it."""
    is_shouted = scene.tokens.words[scene.match.first].isupper()  # all of it has capitals
    found: list[Mention] = []
    for one in around.mentions(scene.match.first + 1, max(scene.match.end, scene.end)):
        if is_shouted and not one.is_known:
            continue
        if found and not (scene.is_in("and", one.first - 1) and one.first - 1 == found[-1].end):
            break
        found.append(one)
    return tuple(dict.fromkeys(one.party for one in found))


def _is_met(scene: Scene, mention: Mention) -> bool:
    """Whether a country is whom an act is towards: "duties on India", no "travel to Liberia"."""
    if not mention.is_known:
        return False
    at, words = mention.first - 1, scene.tokens.words
    while scene.is_in("determiners", at):
        at -= 1
    is_noun = mention.end >= len(words) or not words[mention.end][0].islower()
    is_whole = is_noun or scene.is_in("governmental", mention.end) or _ends_phrase(scene, mention)
    is_way = scene.is_in("way-openers", at) and scene.is_in("ways-to", at - 1)
    is_joined_by = scene.is_in("with-words", at) and scene.is_in("base", at - 1)
    is_led_to = is_joined_by or (scene.is_in("towards-words", at) and not is_way)
    return is_whole and (is_led_to or _is_object(scene, at))


def _is_object(scene: Scene, verb: int) -> bool:
    """Whether the verb of an act stands at a token: "persuade the U.S."."""
    if scene.predicate is not None and scene.predicate.at == verb:
        return True
    return scene.is_in("to-words", verb - 1) and scene.is_in("base", verb)


def _ends_phrase(scene: Scene, mention: Mention) -> bool:
    """Whether no noun follows that the name only tells more of: "from Japanese firms"."""
    ends = ("prepositions", "coordinators", "clause-words", "adverbs", "auxiliaries", "possessive")
    return any(scene.is_in(name, mention.end) for name in ends)


def _is_undergone(scene: Scene) -> bool:
    """Whether the subject is not who acts: "plants will be closed"; a duty is the subject's."""
    if scene.match.rule.cue == "to-be":
        return True
    if scene.predicate is None or not scene.is_passive or scene.act is not None:
        return False
    return not scene.does("oblige") and not scene.is_in("ready-words", scene.predicate.at)
