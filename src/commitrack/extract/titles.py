"""Titles: what is to be done, in one line that can stand in a list."""

from bisect import bisect_left

from commitrack.domain.candidate import Untracked
from commitrack.domain.vocabulary import Kind
from commitrack.extract.conditions import condition_tokens
from commitrack.extract.marks import DANGLING
from commitrack.extract.scenes import Scene
from commitrack.extract.verbs import is_adverb

LONGEST_TITLE = 80
_SHORTEST_CUT = 20
_ACT_FRAMES = frozenset({"infinitive", "gerund"})
_NOUN_CUES = frozenset({"deadline", "event", "to-be"})
_ACT_CUES = frozenset({"will", "would"})


def title_of(scene: Scene, kind: Kind | Untracked, text: str) -> str:
    """The act, without its subject and cue; for what is no act of a subject, both."""
    first = _first(scene, kind)
    if first + 1 < len(scene.tokens.lows) and scene.is_in("articles", first):
        first += 1
    condition = condition_tokens(scene)
    last = condition[0] if condition and condition[0] > first + 1 else scene.end
    end = _without_date(scene, first, max(min(last, scene.end), first + 1))
    words = text[scene.tokens.starts[first] : scene.tokens.ends[end - 1]]
    subject, cue = scene.subject, scene.match.first
    if first < subject.end < cue and subject.is_given and scene.act is None:
        words = f"{text[scene.tokens.starts[first] : scene.tokens.ends[subject.end - 1]]} "
        words += text[scene.tokens.starts[cue] : scene.tokens.ends[end - 1]]
    return shorten_title(_with_topic(scene, first, end, text) or words, scene)


def _with_topic(scene: Scene, first: int, end: int, text: str) -> str | None:
    """The words with "this area" told by what the sentence opens with: "Regarding trade, they"."""
    tokens = scene.tokens
    opening = [i for i in range(first) if scene.is_in("topic-words", i)]
    pointer = [
        i for i in range(first, end - 1)
        if scene.is_in("pointing-words", i) and scene.is_in("topic-nouns", i + 1)
    ]  # fmt: skip
    if not opening or not pointer:
        return None
    start = opening[0] + 1
    stop = start
    while stop < first and tokens.lows[stop] != ",":
        stop += 1
    articles = [i for i in range(start, stop) if scene.is_in("articles", i)]
    topic = articles[-1] if articles else start
    if topic >= stop:
        return None
    at = pointer[0]
    return "".join(
        (
            text[tokens.starts[first] : tokens.starts[at]],
            text[tokens.starts[topic] : tokens.ends[stop - 1]],
            text[tokens.ends[at + 1] : tokens.ends[end - 1]],
        )
    )


def _first(scene: Scene, kind: Kind | Untracked) -> int:
    predicate = scene.predicate
    if scene.act is not None:
        return scene.act
    if scene.match.rule.cue in _NOUN_CUES:
        return _phrase_start(scene)
    is_act = scene.match.rule.frame in _ACT_FRAMES or scene.match.rule.cue in _ACT_CUES
    if predicate is None or not is_act or kind is Kind.MEASURE or predicate.is_passive:
        return scene.subject.first if scene.subject.is_given else scene.match.first
    at = predicate.at
    refused = [
        i for i in range(scene.match.first) if i > scene.match.first - 4 and scene.is_in("not", i)
    ]
    if kind is Kind.STANDING and refused:
        return refused[0] - (not scene.tokens.lows[refused[0]][0].isalnum())
    if predicate.is_negated and scene.match.rule.cue in _ACT_CUES:
        return next(i for i in range(scene.match.first, at + 1) if i == at or scene.is_in("not", i))
    while at > scene.match.end and is_adverb(scene.tokens.lows[at - 1], scene.lexicon):
        at -= 1
    return at


def _phrase_start(scene: Scene) -> int:
    """Where the words begin that a noun stands with: "the actual tariff imposition date"."""
    at = scene.match.first
    while at > 0:
        is_short_month = scene.tokens.lows[at - 1] == "." and scene.is_in("months", at - 2)
        if not scene.tokens.lows[at - 1][0].isalnum() and not is_short_month:
            break
        stops = (
            "determiners",
            "prepositions",
            "auxiliaries",
            "said",
            "clause-words",
            "coordinators",
        )
        if any(scene.is_in(name, at - 1) for name in stops):
            break
        at -= 1
    return at


def shorten_title(words: str, scene: Scene | None = None) -> str:
    """At most 80 characters, whole words, beginning with a capital.

    >>> shorten_title("cut  10,000 jobs,")
    'Cut 10,000 jobs'
    """
    title = " ".join(words.split())
    if len(title) > LONGEST_TITLE:
        title = title[: LONGEST_TITLE + 1].rpartition(" ")[0] or title[:LONGEST_TITLE]
        title = _without_cut_number(_to_phrase_end(title, scene), scene)
    title = title.strip(DANGLING)
    return title[:1].upper() + title[1:]


def _without_cut_number(title: str, scene: Scene | None) -> str:
    """The title without a date or a number at its end, of which the rest may be cut off."""
    kept = title.split()
    months = scene.lexicon.classes["months"] if scene is not None else frozenset[str]()
    is_cut = False
    while len(kept) > 2:  # noqa: PLR2004 - what is left says something
        low = kept[-1].lower().strip(DANGLING)
        is_number = low[:1].isdigit() or low[1:2].isdigit() or low in months
        is_loose = scene is not None and is_cut and low in scene.lexicon.classes["loose-words"]
        if not is_number and not is_loose:
            break
        is_cut = True
        kept.pop()
    return " ".join(kept)


def _to_phrase_end(title: str, scene: Scene | None) -> str:
    """The title up to the last word that begins a phrase which the cut has left in pieces."""
    if scene is None:
        return title
    classes = scene.lexicon.classes
    words = title.split()
    for at in range(len(words) - 1, 1, -1):
        is_half = classes["and"].isdisjoint(low.lower() for low in words[at:-2])
        if words[at].lower() in classes["pair-openers"] and is_half:
            words = words[: at + 1]  # "between A and …" is cut before its second half
            break
    for at in range(len(words) - 1, 1, -1):
        if words[at].lower() not in classes["title-breaks"]:
            continue
        kept = words[:at]
        leaves_verb = words[at].lower() in classes["clause-words"]
        if leaves_verb and words[at - 2].lower() in classes["to-words"]:
            kept = kept[:-2]
        while len(kept) > 1 and kept[-1].lower() in classes["loose-words"]:
            kept.pop()
        short = " ".join(kept)
        return short if len(short) >= _SHORTEST_CUT else title
    return title


def _without_date(scene: Scene, first: int, end: int) -> int:
    """Where the words end without the date that is kept beside them: "by 1 May"."""
    last = scene.tokens.ends[end - 1]
    for time in scene.times_within(first, end):
        if time.expression.end != last or not time.ends_after(scene.said):
            continue
        short = bisect_left(scene.tokens.starts, time.expression.start)
        while short > first and scene.is_in("loose-words", short - 1):
            short -= 1
        return short if short - first > 1 else end
    return end
