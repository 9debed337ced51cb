"""Building: a candidate put together from a cue's scene and the verdict on it."""

from datetime import date

from commitrack.domain.candidate import Candidate, Untracked
from commitrack.domain.vocabulary import Kind
from commitrack.extract.attribution import Attribution, attribution_of
from commitrack.extract.kinds import Scene, Verdict
from commitrack.extract.parties import Surroundings, parties_of
from commitrack.extract.quoting import quote_span
from commitrack.extract.roles import dates_of
from commitrack.extract.sentences import Span
from commitrack.extract.strength import instrument_of, precision_of
from commitrack.extract.titles import title_of


def build_candidate(
    scene: Scene, verdict: Verdict, around: Surroundings, span: Span
) -> Candidate:
    """The candidate, with its quote, parties, dates and reasons."""
    text = around.text
    start, end = quote_span(scene, text)
    by = parties_of(around, scene.subject)
    told = attribution_of(around, scene.match.first, scene.end)
    dates = dates_of(scene, verdict.kind, scene.times_within(scene.opening, scene.end))
    is_tracked = isinstance(verdict.kind, Kind)
    return Candidate(
        start=start,
        end=end,
        sentence=text[span.start : span.end],
        sentence_start=span.start,
        quote=text[start:end],
        title=title_of(scene, verdict.kind, text),
        kind=verdict.kind,
        by=by,
        stated_by=told.stated_by if told.stated_by and told.stated_by not in by else None,
        via=told.via if told.via and told.via not in by else None,
        obligation=verdict.obligation if is_tracked else 0,
        precision=precision_of(scene, by, dates) if is_tracked else 0,
        instrument=instrument_of(scene) if is_tracked else None,
        dates=dates,
        why=(verdict.why,),
    )
