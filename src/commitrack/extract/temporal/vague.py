"""Vague times: "now", "recently", "the future"."""

from commitrack.domain.candidate import TimeType
from commitrack.extract.temporal.drafts import Draft, Scene
from commitrack.extract.temporal.matching import Match

PAST = "PAST_REF"
_NEAR = 3
REFERENCES = {"PRESENT_REF": "the present", "PAST_REF": "the past", "FUTURE_REF": "the future"}


def make_vague(match: Match, scene: Scene) -> list[Draft]:
    """A DATE without a place on the calendar."""
    reference = match.get("ref") or match.get("theref")
    word, cues = scene.tokens.words[match.last], scene.lexicon.cues
    sign = scene.direction(match).sign if word in cues["at_refs"] or word in cues["shy_soon"] else 0
    leads = scene.tokens.words[max(0, match.first - _NEAR) : match.first]
    leads.append(scene.after(match))  # "said it could come soon", "soon will come"
    is_told = sign < 0 and cues["modals"].isdisjoint(leads)
    if (reference == PAST and sign > 0) or (word in cues["shy_soon"] and is_told):
        return []  # "the price at the time, when it will be paid", "soon became"
    return make_reference(_without_preposition(match, scene), scene, reference)


def _without_preposition(match: Match, scene: Scene) -> Match:
    """The match without what leads into it: "at this time"."""
    words, cues = scene.tokens.words, scene.lexicon.cues
    is_lead = words[match.first] in cues["at"] or words[match.first] in cues["in"]
    return match._replace(first=match.first + 1) if is_lead else match


def make_reference(match: Match, scene: Scene, value: str) -> list[Draft]:
    """Make "the coming months", which may be any."""
    why = (f"{scene.words(match)} is some time in {REFERENCES[value]}",)
    return [Draft(match.first, match.last, TimeType.DATE, value, why)]
