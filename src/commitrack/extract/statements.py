"""Statements: the candidates for commitments in an article."""

from collections import deque
from collections.abc import Iterator, Sequence
from datetime import date, datetime

from commitrack.domain.article import Article
from commitrack.domain.candidate import Candidate, Untracked
from commitrack.domain.vocabulary import Kind
from commitrack.extract.boilerplate import is_boilerplate, is_in_name
from commitrack.extract.building import build_candidate
from commitrack.extract.clocked import Clocked, clock
from commitrack.extract.complements import attached, complement_of, promised_of
from commitrack.extract.cues import find_cues
from commitrack.extract.datelines import part_date_lines
from commitrack.extract.kinds import judge
from commitrack.extract.lexicon import Lexicon, load_lexicon
from commitrack.extract.patterns import Match
from commitrack.extract.scenes import Scene
from commitrack.extract.sentences import Span, split_sentences
from commitrack.extract.setting import set_scene
from commitrack.extract.surroundings import Surroundings
from commitrack.extract.tokens import Tokens, tokenise
from commitrack.extract.verdicts import Verdict

_NOUN = "-noun"
_LOOK_BACK = 13
"""So many sentences are searched for whom "it" or "both sides" means."""


def find_candidates(article: Article, language: str = "en") -> tuple[Candidate, ...]:
    """The statements of an article that commit somebody, and those that only look so, in order.

    Raises:
        ValueError: nothing tells when the article's words were said.
    """
    if article.spoken is None:
        raise ValueError(article.name)
    from commitrack.extract.temporal.recognising import find_times  # noqa: PLC0415

    said = article.spoken.value
    day = said.date() if isinstance(said, datetime) else said
    lexicon = load_lexicon(language)
    times = clock(find_times(article.text, day, language), day, lexicon)
    spans = part_date_lines(article.text, split_sentences(article.text, lexicon), times)
    found = _candidates(article.text, spans, times, day, lexicon)
    return tuple(sorted(found, key=lambda one: (one.start, one.end)))


def _candidates(
    text: str,
    spans: Sequence[Span],
    times: Sequence[Clocked],
    said: date,
    lexicon: Lexicon,
) -> Iterator[Candidate]:
    from commitrack.extract.countries import load_parties  # noqa: PLC0415

    recent: deque[Tokens] = deque(maxlen=_LOOK_BACK)
    wished: Candidate | None = None
    for index, here in enumerate(_times_by_span(spans, times)):
        tokens = tokenise(text, *spans[index], lexicon.classes["proper-when-capital"])
        recent.append(tokens)
        matches = [match for match in find_cues(tokens, lexicon) if not is_in_name(tokens, match)]
        if not matches or is_boilerplate(tokens, lexicon):
            continue
        around = Surroundings(text, tuple(recent), lexicon, load_parties(lexicon.language))
        titles: set[str] = set()
        for scene, verdict in _statements(tokens, lexicon, here, said, matches):
            title = attached(scene, verdict, wished, spans[index].start)
            candidate = build_candidate(scene, verdict, around, spans[index], title)
            if candidate.is_tracked and candidate.title in titles:
                continue  # one cue within the other's words
            titles.add(candidate.title)
            yield candidate
            if not candidate.is_tracked:
                wished = candidate


def _times_by_span(
    spans: Sequence[Span], times: Sequence[Clocked]
) -> Iterator[tuple[Clocked, ...]]:
    """For each sentence the time expressions that begin in it."""
    at = 0
    for span in spans:
        while at < len(times) and times[at].expression.start < span.start:
            at += 1
        first = at
        while at < len(times) and times[at].expression.start < span.end:
            at += 1
        yield tuple(times[first:at])


def _statements(
    tokens: Tokens,
    lexicon: Lexicon,
    times: tuple[Clocked, ...],
    said: date,
    matches: Sequence[Match],
) -> Iterator[tuple[Scene, Verdict]]:
    """The statements of a sentence; a cue within the act of another is part of that one."""
    reached = told = 0
    for match in matches:
        is_object = match.first < told and match.rule.cue.endswith(_NOUN)
        if match.first < reached or is_object:
            continue
        scene = set_scene(tokens, lexicon, times, said, match)
        verdict = judge(scene) if scene is not None else None
        if scene is None or verdict is None:
            continue
        if verdict.kind is Untracked.HYPOTHESIS and match.first < told:
            continue  # it is the condition of what was found before
        scene = (
            complement_of(scene, verdict, matches) or promised_of(scene, verdict, matches) or scene
        )
        reached = _end_of_act(scene)
        told = scene.end if isinstance(verdict.kind, Kind) else told
        yield scene, verdict


def _end_of_act(scene: Scene) -> int:
    """Past the cue and its verb; "be" takes the word with it that says what."""
    if scene.predicate is None:
        return scene.match.end
    return max(scene.match.end, scene.predicate.at + (2 if scene.is_being else 1))
