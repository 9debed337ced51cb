"""Verdicts: what a statement is taken for, by its own words or by what governs it."""

from collections.abc import Callable, Iterable
from typing import NamedTuple, TypeAlias

from commitrack.domain.candidate import Untracked
from commitrack.domain.vocabulary import Kind
from commitrack.extract.governing import Governor
from commitrack.extract.reports import is_forecast_by_profession
from commitrack.extract.scenes import Scene

Question: TypeAlias = Callable[[Scene], bool]
"""A question that a scene is asked: whether something holds of it."""


class Verdict(NamedTuple):
    """What a statement is, and how strongly it binds."""

    kind: Kind | Untracked
    obligation: int
    why: str


def verdict(scene: Scene, kind: Kind | Untracked, obligation: int = 0) -> Verdict:
    """The verdict of a kind, with the words of the cue as its reason."""
    cue = " ".join(scene.tokens.words[scene.match.first : scene.match.end])
    told = scene.lexicon.meanings[scene.match.rule.cue]
    return Verdict(kind, obligation, f'"{cue}" tells of {told}: {kind.value}')


def any_holds(questions: Iterable[Question], scene: Scene) -> bool:
    """Whether one of the questions is answered with yes."""
    return any(holds(scene) for holds in questions)


def kind_by(table: Iterable[tuple[Question, Kind]], scene: Scene) -> Kind | None:
    """The kind beside the first question of a table that holds; None where none does."""
    return next((kind for holds, kind in table if holds(scene)), None)


def governing_verdict(scene: Scene) -> Verdict | None:
    """The verdict that a governing hope, belief or condition passes on what stands under it."""
    if scene.follows("contrast"):
        return None
    governor = scene.governor
    if governor is Governor.HOPE:
        return verdict(scene, Untracked.HOPE)
    if governor is Governor.BELIEF or is_forecast_by_profession(scene):
        return verdict(scene, Untracked.FORECAST)
    if governor in (Governor.CONDITION, Governor.DESIRE):
        return verdict(scene, Untracked.HYPOTHESIS)
    return None


def is_governed(scene: Scene) -> bool:
    """Whether a hope, a belief or a condition decides what the statement is."""
    return governing_verdict(scene) is not None


def is_believed(scene: Scene) -> bool:
    """Whether somebody only believes it, or a rumour has it."""
    return scene.governor is Governor.BELIEF


def under_condition(scene: Scene) -> bool:
    """Whether the clause stands under "if" or "whether"."""
    return scene.governor is Governor.CONDITION
