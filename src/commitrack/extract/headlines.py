"""Headlines: lines without a full stop that begin with who acts, judged."""

from commitrack.domain.vocabulary import Kind
from commitrack.extract.marks import LINE_ENDS
from commitrack.extract.scenes import Scene
from commitrack.extract.subjects import Sort
from commitrack.extract.verdicts import Verdict, verdict

_LONGEST_SUBJECT = 8
_KINDS = {Sort.AGENT: Kind.INTENTION, Sort.EVENT: Kind.MEASURE}


def judge_headline(scene: Scene) -> Verdict | None:
    """As in "Carmaker to cut 10,000 jobs"."""
    kind, first = _KINDS.get(scene.sort), scene.match.first
    if kind is None or scene.predicate is None or not _is_subject_alone(scene):
        return None
    if scene.tokens.lows[-1] in LINE_ENDS or first > _LONGEST_SUBJECT:
        return None
    if scene.head_is("page-acts"):
        return None  # "Click to search"
    has_verb = scene.has("auxiliaries", 0, first) or scene.has("said", 0, first)
    return None if has_verb else verdict(scene, kind, 2)


def _is_subject_alone(scene: Scene) -> bool:
    """Whether nothing stands before the cue but the subject, which it follows at once."""
    return scene.subject.first == 0 and scene.subject.head == scene.match.first - 1


def is_present_headline(scene: Scene) -> bool:
    """As in "Carmaker closes two plants"."""
    is_open = scene.tokens.words[-1][-1] not in scene.lexicon.classes["full-stop"]  # "the U.S."
    return is_open and scene.subject.first == 0 and scene.starts_with("headline-acts")
