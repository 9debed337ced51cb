"""Vague times: "now", "recently", "the future"."""

from commitrack.domain.candidate import TimeType
from commitrack.extract.temporal.drafts import Draft, Scene
from commitrack.extract.temporal.matching import Match

REFERENCES = {"PRESENT_REF": "the present", "PAST_REF": "the past", "FUTURE_REF": "the future"}


def make_vague(match: Match, scene: Scene) -> list[Draft]:
    """A DATE without a place on the calendar."""
    return make_reference(match, scene, match.get("ref") or match.get("theref"))


def make_reference(match: Match, scene: Scene, value: str) -> list[Draft]:
    """Make "the coming months", which may be any."""
    why = (f"{scene.words(match)} is some time in {REFERENCES[value]}",)
    return [Draft(match.first, match.last, TimeType.DATE, value, why)]
