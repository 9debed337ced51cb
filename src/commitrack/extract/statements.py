"""Statements: the candidates for commitments in an article."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime

from commitrack.domain.article import Article
from commitrack.domain.candidate import Candidate, TimeExpression
from commitrack.extract.building import build_candidate
from commitrack.extract.clocked import Clocked, clock
from commitrack.extract.cues import find_cues
from commitrack.extract.kinds import judge, set_scene
from commitrack.extract.lexicon import Lexicon, load_lexicon
from commitrack.extract.parties import Surroundings
from commitrack.extract.sentences import Span, split_sentences
from commitrack.extract.tokens import tokenise


def find_candidates(article: Article, language: str = "en") -> tuple[Candidate, ...]:
    """The statements of an article that commit somebody, and those that only look so, in order.

    Raises:
        ValueError: nothing tells when the article's words were said.
    """
    if article.spoken is None:
        raise ValueError(article.name)
    said = article.spoken.value
    day = said.date() if isinstance(said, datetime) else said
    lexicon = load_lexicon(language)
    spans = split_sentences(article.text, lexicon)
    times = clock(_find_times(article.text, day, language))
    return tuple(_candidates(article.text, spans, times, day, lexicon, language))


def _find_times(text: str, said: date, language: str) -> tuple[TimeExpression, ...]:
    try:
        from commitrack.extract.temporal.recognising import find_times  # noqa: PLC0415
    except ModuleNotFoundError:  # until it is there
        return ()

    return find_times(text, said, language)


def _candidates(
    text: str,
    spans: Sequence[Span],
    times: Sequence[Clocked],
    said: date,
    lexicon: Lexicon,
    language: str,
) -> Iterator[Candidate]:
    from commitrack.extract.countries import load_parties  # noqa: PLC0415

    sentences = [tokenise(text, *span) for span in spans]
    at = 0
    for index, tokens in enumerate(sentences):
        span = spans[index]
        while at < len(times) and times[at].expression.end <= span.start:
            at += 1
        last = at
        while last < len(times) and times[last].expression.start < span.end:
            last += 1
        matches = find_cues(tokens, lexicon)
        if not matches:
            continue
        here = tuple(times[at:last])
        around = Surroundings(text, sentences, index, lexicon, load_parties(language))
        reached = 0
        for match in matches:
            if match.first < reached:
                continue
            scene = set_scene(tokens, lexicon, here, said, match)
            verdict = scene and judge(scene)
            if scene is None or verdict is None:
                continue
            reached = max(match.end, scene.predicate.index + 1 if scene.predicate else 0)
            yield build_candidate(scene, verdict, around, span)
