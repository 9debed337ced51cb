"""Vague times: "now", "recently", "the future"."""

from commitrack.domain.candidate import TimeType
from commitrack.extract.temporal.drafts import Draft, Scene
from commitrack.extract.temporal.matching import Match

_NAMES = {"PRESENT_REF": "the present", "PAST_REF": "the past", "FUTURE_REF": "the future"}


def make_vague(match: Match, scene: Scene) -> list[Draft]:
    """A DATE without a place on the calendar."""
    value = match.get("ref") or match.get("theref")
    why = (f"{scene.words(match)} is some time in {_NAMES[value]}",)
    return [Draft(match.first, match.last, TimeType.DATE, value, why)]
