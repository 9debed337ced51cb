"""Presents: decided acts told in the present, and what is told not to come, judged."""

from commitrack.domain.vocabulary import Kind
from commitrack.extract.acts import kind_under
from commitrack.extract.governing import governor_of
from commitrack.extract.scenes import Scene
from commitrack.extract.subjects import Sort
from commitrack.extract.verbs import bases_of
from commitrack.extract.verdicts import Verdict, is_noun_use, verdict

_NEAR = 14
_OPEN = 3


def judge_present(scene: Scene) -> Verdict | None:
    """As in "buys a stake in June", "under the deal, the firm pays": with a date or a plan."""
    if not _is_finite(scene):
        return None
    under = kind_under(scene)
    at = scene.match.end
    if scene.is_in("jobs", scene.subject.head or -1) and scene.does_itself("go-lost"):
        return verdict(scene, under or Kind.PROMISE, 3)  # "500 jobs go"
    if under is None and _is_headline(scene):
        return verdict(scene, Kind.PROMISE, 3)
    if under is None and not scene.future_within(at, min(at + _NEAR, scene.end)):
        return None
    return verdict(scene, under or _dated_kind(scene), 3)


def _dated_kind(scene: Scene) -> Kind:
    """A firm's act is its promise; what else has its day is on a timetable."""
    is_firms = bases_of(scene.low, scene.lexicon) & scene.lexicon.classes["company-acts"]
    is_doer = scene.sort in (Sort.AGENT, Sort.LIKELY)
    return Kind.PROMISE if is_firms and is_doer else Kind.MEASURE


def _is_headline(scene: Scene) -> bool:
    """As in "Carmaker closes two plants": a line that begins so and has no full stop."""
    is_open = scene.tokens.words[-1] not in scene.lexicon.classes["full-stop"]
    return is_open and scene.subject.first == 0 and scene.is_in("headline-acts", scene.match.first)


def judge_settled(scene: Scene) -> Verdict | None:
    """As in "replaces him", "stays on": news tells nothing so that is not settled, to come."""
    if not _is_finite(scene) or _is_in_clause(scene):
        return None
    moves = scene.is_in("moving-words", scene.match.first)
    if scene.sort is Sort.EVENT and not moves:
        return None
    if scene.is_in("staying", scene.match.first):
        is_loose = scene.match.rule.frame == "gerund" or scene.is_in("articles", scene.match.end)
        stretch = scene.tokens.lows[scene.match.end : scene.end]
        has_end = not scene.lexicon.classes["until-words"].isdisjoint(stretch)
        if is_loose and not (scene.is_timed or has_end):
            return None
        return verdict(scene, Kind.STANDING, 3)
    kind = _dated_kind(scene) if scene.has_future else Kind.PROMISE
    return verdict(scene, kind_under(scene) or kind, 3)


def judge_absence(scene: Scene) -> Verdict | None:
    """As in "there will be no layoffs", "no job cuts are foreseen": refrained from."""
    nouns = scene.tokens.lows[scene.match.first : scene.match.end + _OPEN]
    if scene.lexicon.classes["decided"].isdisjoint(nouns):
        return None
    governor = governor_of(scene.tokens, scene.match.first, scene.lexicon)
    is_open = governor is not None and governor.is_open
    return None if is_open else verdict(scene, Kind.STANDING, 3)


def _is_finite(scene: Scene) -> bool:
    """Whether the word is the verb of a subject that agrees with it, and tells of no habit."""
    first, head, lexicon = scene.match.first, scene.subject.head, scene.lexicon
    if first and scene.tokens.words[first][0].isupper():
        return False  # within a name or a title
    if head is None or is_noun_use(scene) or scene.sort in (Sort.NONE, Sort.PRICE):
        return False
    if any(scene.is_in("auxiliaries", i) for i in range(max(0, first - _OPEN), first)):
        return False
    if not _begins_clause(scene) or _has_other_verb(scene):
        return False
    if not lexicon.classes["habits"].isdisjoint(scene.tokens.lows[scene.opening : scene.end]):
        return False
    governor = governor_of(scene.tokens, scene.subject.first, lexicon)
    return not (governor is not None and governor.is_open) and _agrees(scene, head)


def _begins_clause(scene: Scene) -> bool:
    """Whether the subject opens a clause, no object: not "has a list of exempt ships"."""
    before = scene.subject.first - 1
    if before < 0 or not scene.tokens.lows[before][0].isalnum():
        return True
    openers = ("clause-words", "coordinators", "said", "report-days", "adverbs", "comma-stops")
    return any(scene.is_in(name, before) for name in openers)


def _has_other_verb(scene: Scene) -> bool:
    """Whether the clause has its verb already, or has it later: "ships in May are rare"."""
    lows, first = scene.tokens.lows, scene.match.first
    past = scene.lexicon.phrases["verb-endings"]
    for i in range(scene.subject.first, first):
        is_told = lows[i].endswith(past) and scene.is_in("determiners", i + 1)
        if is_told or scene.is_in("irregular-pasts", i) or scene.is_in("auxiliaries", i):
            return True
    for i in range(scene.match.end, scene.end):
        parts = ("clause-words", "coordinators", "until-words", "comma-stops")
        if lows[i] == "," or any(scene.is_in(name, i) for name in parts):
            return False
        if scene.is_in("auxiliaries", i):
            return True
    return False


def _agrees(scene: Scene, head: int) -> bool:
    """Whether the subject's number is the verb's: "jobs go", "the plant goes"."""
    low, word = scene.tokens.lows[head], scene.tokens.words[head]
    endings, classes = scene.lexicon.phrases["plural-endings"], scene.lexicon.classes
    is_plural = low in classes["pronouns-plural"] or (
        low.endswith(endings) and not low.endswith(scene.lexicon.phrases["double-endings"])
    )
    is_singular_verb = scene.low.endswith(endings)
    is_joined = not classes["and"].isdisjoint(
        scene.tokens.lows[scene.subject.first : scene.subject.end]
    )
    if is_singular_verb:
        return not is_plural or word[0].isupper()
    return is_plural or is_joined


def _is_in_clause(scene: Scene) -> bool:
    """Whether "as", "when" or a relative word opens the clause: what is told by the way."""
    before = scene.opening - 1
    return scene.is_in("clause-words", before) or scene.is_in("comma-stops", before)
