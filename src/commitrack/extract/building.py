"""Building: a candidate put together from a cue's scene and the verdict on it."""

from bisect import bisect_left
from datetime import date

from commitrack.domain.candidate import Candidate, TimeType
from commitrack.domain.vocabulary import Kind
from commitrack.extract.actors import actors_of
from commitrack.extract.antecedents import antecedent_of, meant_by
from commitrack.extract.attribution import Attribution, attribution_of
from commitrack.extract.conditions import condition_of
from commitrack.extract.quoting import quote_span
from commitrack.extract.roles import dates_of
from commitrack.extract.scenes import Scene
from commitrack.extract.sentences import Span
from commitrack.extract.strength import instrument_of, precision_of
from commitrack.extract.surroundings import Surroundings
from commitrack.extract.titles import title_of
from commitrack.extract.verdicts import Verdict

_NEAR_VERB = 3


def build_candidate(
    scene: Scene, found: Verdict, around: Surroundings, span: Span, object_title: str | None = None
) -> Candidate:
    """The candidate, with its quote, parties, dates and reasons.

    Args:
        scene: the cue in its sentence.
        found: what it is.
        around: the article up to the sentence.
        span: where the sentence stands.
        object_title: what is agreed to, where it was said in the sentence before.
    """
    text = around.text
    start, end = quote_span(scene)
    told = attribution_of(around, scene.match.first, scene.end)
    actors = actors_of(scene, found.kind, around, told)
    dates = dates_of(scene, found.kind)
    roles = tuple(one.dated for one in dates)
    is_tracked = isinstance(found.kind, Kind)
    return Candidate(
        start=start,
        end=end,
        sentence=text[span.start : span.end],
        sentence_start=span.start,
        quote=text[start:end],
        title=object_title or title_of(scene, found.kind, text, _meant(scene, around, actors.by)),
        kind=found.kind,
        by=actors.by,
        to=actors.to,
        stated_by=_other_than(actors.by, told.stated_by),
        via=_other_than(actors.by, told.via),
        obligation=found.obligation if is_tracked else 0,
        precision=precision_of(scene, actors.by, roles) if is_tracked else 0,
        instrument=instrument_of(scene) if is_tracked else None,
        condition=condition_of(scene, text),
        said=_said(scene, told),
        dates=roles,
        why=tuple(why for why in (found.why, actors.why, *(one.why for one in dates)) if why),
    )


def _meant(scene: Scene, around: Surroundings, by: tuple[str, ...]) -> str | None:
    """The name that "it" or "the firm" stands for, to be told in its place."""
    subject = scene.subject
    if scene.head_is("bodies-named"):
        found = meant_by(around, subject)
    elif scene.head_is("pronouns-first") or not scene.head_is("pronouns"):
        return None
    elif scene.is_agent and not scene.is_passive:
        found = by
    else:
        found = antecedent_of(around, subject) or ()
    name = found[0] if len(found) == 1 and found[0] not in around.parties.values() else None
    if name is not None and scene.head_is("pronouns-singular") and not _is_person(around, name):
        return None
    is_several = name is not None and around.lexicon.is_plural(name.lower())
    return name if is_several or not scene.head_is("they-words") else None


def _is_person(around: Surroundings, name: str) -> bool:
    """Whether it is a whole name, or the last one of a whole name that stands before."""
    before = around.backwards(len(around.tokens))
    return " " in name or any(one.party.endswith(f" {name}") for one in before)


def _other_than(parties: tuple[str, ...], name: str | None) -> str | None:
    """The name, unless it is a longer or a shorter one of a party: "Acme" and "Acme Corp"."""
    if name is None or any(_is_begun_by(name, one) or _is_begun_by(one, name) for one in parties):
        return None
    return name


def _is_begun_by(name: str, start: str) -> bool:
    return f"{name} ".startswith(f"{start} ")


def _said(scene: Scene, told: Attribution) -> date | None:
    """The day that stands beside "said": "said on Monday"."""
    if told.verb is None:
        return None
    starts = scene.tokens.starts
    for time in scene.times:
        if time.expression.type is not TimeType.DATE or time.first is None:
            continue
        at = bisect_left(starts, time.expression.start)
        is_near = told.verb - _NEAR_VERB <= at <= told.verb + _NEAR_VERB
        if is_near and time.first == time.last and time.first <= scene.said:
            return time.first
    return None
