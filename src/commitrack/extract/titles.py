"""Titles: what is to be done, in one line that can stand in a list."""

from commitrack.domain.candidate import Untracked
from commitrack.domain.vocabulary import Kind
from commitrack.extract.kinds import Scene

LONGEST_TITLE = 80
_DANGLING = ",;:-–—(\"“'‘"


def title_of(scene: Scene, kind: Kind | Untracked, text: str) -> str:
    """The act, without its subject and cue; for what is no act of a subject, both."""
    tokens, predicate = scene.tokens, scene.predicate
    is_act = predicate is not None and not predicate.is_passive and not predicate.is_negated
    frames = ("infinitive", "gerund")
    is_act = is_act and (scene.match.rule.frame in frames or scene.match.rule.cue in ("will", "would"))
    if kind is Kind.MEASURE or not is_act or predicate is None:
        first = scene.subject.first if scene.subject.is_given else scene.match.first
    else:
        first = _with_adverbs(scene, predicate.index)
    first = _past_articles(scene, first)
    end = max(scene.end, first + 1)
    return shorten_title(text[tokens.starts[first] : tokens.ends[end - 1]])


def _with_adverbs(scene: Scene, index: int) -> int:
    while index > scene.match.end and scene.tokens.lows[index - 1].endswith("ly"):
        index -= 1
    return index


def _past_articles(scene: Scene, first: int) -> int:
    is_article = scene.is_in("articles", first) and first + 1 < len(scene.tokens.lows)
    return first + 1 if is_article else first


def shorten_title(words: str) -> str:
    """At most 80 characters, whole words, beginning with a capital.

    >>> shorten_title("cut  10,000 jobs,")
    'Cut 10,000 jobs'
    """
    title = " ".join(words.split())
    if len(title) > LONGEST_TITLE:
        title = title[: LONGEST_TITLE + 1].rpartition(" ")[0] or title[:LONGEST_TITLE]
    title = title.strip(_DANGLING + " .")
    return title[:1].upper() + title[1:]
