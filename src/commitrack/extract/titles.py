"""Titles: what is to be done, in one line that can stand in a list."""

from bisect import bisect_left

from commitrack.domain.candidate import Untracked
from commitrack.domain.vocabulary import Kind
from commitrack.extract.conditions import condition_tokens
from commitrack.extract.marks import DANGLING
from commitrack.extract.scenes import Scene
from commitrack.extract.topics import with_topic
from commitrack.extract.verbs import is_adverb

LONGEST_TITLE = 80
_SHORTEST_CUT = 20
_ACT_FRAMES = frozenset({"infinitive", "gerund"})
_NOUN_CUES = frozenset({"deadline", "event", "to-be"})
_ACT_CUES = frozenset({"will", "would"})
_NOT_WITHIN = 3
_PHRASE_STOPS = (
    "determiners",
    "prepositions",
    "auxiliaries",
    "said",
    "clause-words",
    "coordinators",
)


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
    return shorten_title(with_topic(scene, first, end, text) or words, scene)


def _first(scene: Scene, kind: Kind | Untracked) -> int:
    """The token where the title begins."""
    if scene.act is not None:
        return scene.act
    cue, frame = scene.match.rule.cue, scene.match.rule.frame
    if cue in _NOUN_CUES:
        return _phrase_start(scene)
    is_act = frame in _ACT_FRAMES or cue in _ACT_CUES
    if scene.predicate is None or not is_act or kind is Kind.MEASURE or scene.is_passive:
        return scene.subject.first if scene.subject.is_given else scene.match.first
    refused = _refusal(scene) if kind is Kind.STANDING else None
    return refused if refused is not None else _act_start(scene, scene.predicate.at)


def _refusal(scene: Scene) -> int | None:
    """Where the "not" begins that stands before the cue: "didn" takes its "n't" with it."""
    first = scene.match.first
    for at in range(max(0, first - _NOT_WITHIN), first):
        if scene.is_in("not", at):
            return at - (not scene.tokens.lows[at][0].isalnum())
    return None


def _act_start(scene: Scene, verb: int) -> int:
    """Where the act begins: with a modal's "not", else with the verb and its adverbs."""
    if scene.is_not_done and scene.match.rule.cue in _ACT_CUES:
        negations = (i for i in range(scene.match.first, verb) if scene.is_in("not", i))
        return next(negations, verb)
    at = verb
    while at > scene.match.end and is_adverb(scene.tokens.lows[at - 1], scene.lexicon):
        at -= 1
    return at


def _phrase_start(scene: Scene) -> int:
    """Where the words begin that a noun stands with: "the actual tariff imposition date"."""
    at = scene.match.first
    while at > 0 and not _stops_phrase(scene, at - 1):
        at -= 1
    return at


def _stops_phrase(scene: Scene, at: int) -> bool:
    """Whether a word or a mark is no part of the phrase after it; the "." of "Jan." is."""
    is_short_month = scene.tokens.lows[at] == "." and scene.is_in("months", at - 1)
    if not scene.tokens.lows[at][0].isalnum() and not is_short_month:
        return True
    return any(scene.is_in(name, at) for name in _PHRASE_STOPS)


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
    words = _to_pair(title.split(), scene)
    breaks = scene.lexicon.classes["title-breaks"]
    at = next((i for i in range(len(words) - 1, 1, -1) if words[i].lower() in breaks), None)
    if at is None:
        return title
    short = " ".join(_without_loose_end(words, at, scene))
    return short if len(short) >= _SHORTEST_CUT else title


def _to_pair(words: list[str], scene: Scene) -> list[str]:
    """The words up to a "between" whose second half is cut off."""
    classes = scene.lexicon.classes
    for at in range(len(words) - 1, 1, -1):
        is_half = classes["and"].isdisjoint(word.lower() for word in words[at:-2])
        if words[at].lower() in classes["pair-openers"] and is_half:
            return words[: at + 1]
    return words


def _without_loose_end(words: list[str], end: int, scene: Scene) -> list[str]:
    """The words before a token, without small words at their end, nor "to" and a lone verb."""
    classes, kept = scene.lexicon.classes, words[:end]
    leaves_verb = words[end].lower() in classes["clause-words"]
    if leaves_verb and words[end - 2].lower() in classes["to-words"]:
        kept = kept[:-2]
    while len(kept) > 1 and kept[-1].lower() in classes["loose-words"]:
        kept.pop()
    return kept


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
