"""Voids: what sounds like an offer, a threat or an agreement, and is none."""

from commitrack.extract.pasts import has_past_form, is_told_by_the_way
from commitrack.extract.scenes import Scene
from commitrack.extract.subjects import Sort
from commitrack.extract.verbs import is_gerund, is_infinitive
from commitrack.extract.verdicts import is_believed

_MADE_WITHIN, _CLAUSE_WITHIN = 5, 5
_NAME_BEFORE, _SMALL = 1, 4


def is_detail(scene: Scene) -> bool:
    """As in "the range agreed on in May", "the terms they agreed to": told of a noun before it."""
    at = scene.match.end
    is_stranded = scene.is_in("stranded", at - 1) and scene.is_in("after-stranded", at)
    return is_stranded and not scene.follows("be")


def is_definition(scene: Scene) -> bool:
    """As in "a swap occurs when two firms agree to", "those who agree to": whoever it may be."""
    is_bare = not has_past_form(scene) and not scene.follows("have")
    return is_bare and (is_told_by_the_way(scene) or is_of_whoever(scene))


def is_attempt(scene: Scene) -> bool:
    """As in "launched a bid to rescue": to try, not to offer."""
    last = scene.match.end - 1
    if not scene.is_in("bids", last) or not scene.is_in("to-words", last + 1):
        return False
    is_verb = is_infinitive(scene.tokens, last + 2, scene.lexicon)  # but "its bid to $45"
    return is_verb and not scene.is_in("buying", last + 2)


def is_idiom(scene: Scene) -> bool:
    """As in "is ready to go", "is well prepared to"."""
    is_able = scene.cue_has("well-words") or scene.follows("well-words")
    return is_able or scene.is_in("ready-idioms", scene.match.end)


def is_apposed(scene: Scene) -> bool:
    """As in "a stern judge, ready to": told of somebody by the way."""
    return scene.starts_with("ready-words") and scene.tokens.lows[scene.match.first - 1] == ","


def is_unmade(scene: Scene) -> bool:
    """As in "to make an offer for", "believe that a new bid for it": there is none yet."""
    if scene.match.rule.cue != "offer-noun":
        return False
    first = scene.match.first
    is_aim = any(
        scene.is_in("to-words", at) and scene.is_in("offer-verbs", at + 1)
        for at in range(max(0, first - _MADE_WITHIN), first)
    )
    return is_aim or is_believed(scene)


def is_of_harm(scene: Scene) -> bool:
    """As in "threatens to undermine", ", threatening the trade": what is done to the world."""
    if scene.does("influences"):
        return True
    first = scene.match.first
    if scene.is_in("to-words", scene.match.end - 1):
        return False
    is_result = first > 0 and scene.tokens.lows[first - 1] == ","
    return is_result and is_gerund(scene.low, scene.lexicon)


def is_lesser_cue(scene: Scene) -> bool:
    """As in "promises" of "promises to be": what is to be done has a rule of its own."""
    to = scene.match.end
    is_bare = to - scene.match.first == 1 and scene.match.rule.frame == "any"
    if not is_bare or not scene.is_in("to-words", to):
        return False
    return is_infinitive(scene.tokens, to + 1, scene.lexicon)


def is_things_promise(scene: Scene) -> bool:
    """As in "the game promises thrills": to be expected of it."""
    is_thing = scene.sort in (Sort.THING, Sort.EVENT)
    return is_thing and scene.starts_with("promising")


def is_shared_opinion(scene: Scene) -> bool:
    """As in "economists agree on the need": they think alike, and do nothing."""
    end = scene.match.end
    if scene.does("disagreeing"):
        return True  # "agreed to disagree"
    if scene.is_in("articles", end - 1):
        return scene.has("be-forms", end, end + _CLAUSE_WITHIN)  # "agreed the race was over"
    if has_past_form(scene) or not scene.starts_with("agreeing"):
        return False
    return scene.is_in("on-words", end - 1) or scene.cue_has("that-words")


def is_crime(scene: Scene) -> bool:
    """As in "threatened her with a knife"."""
    return scene.match.rule.frame == "any" and scene.is_in("victims", scene.match.end)


def is_supposed(scene: Scene) -> bool:
    """As in "investigators believe that the firm set aside": nobody has said so."""
    before = scene.subject.first - 1
    is_told = scene.is_in("believe", before - scene.is_in("that-words", before))
    return is_told and is_believed(scene)


def is_of_whoever(scene: Scene) -> bool:
    """As in "women who want to start", "anyone planning to travel": whoever they may be."""
    first, head = scene.subject.first, scene.subject.head
    if head is None or scene.has("determiners", first, head) or scene.has_future:
        return False
    if head > 0 and scene.tokens.words[head][0].isupper():
        return False  # "Democrats who want to"
    is_general = scene.head_is("whoever") or scene.lexicon.is_plural(scene.tokens.lows[head])
    is_relative = scene.follows("relative-subjects")
    return is_general and (is_relative or (scene.head_is("whoever") and not scene.cue_has("be")))


def is_asked(scene: Scene) -> bool:
    """As in "is the firm ready to pay?": nobody has said so."""
    return scene.has("question-marks", scene.match.end)


def is_in_name(scene: Scene) -> bool:
    """As in "the Harbour Plan calls for", "the Associated Press": words of a name."""
    first, words = scene.match.first, scene.tokens.words
    if not _is_capitalised(words[first]) or first < _NAME_BEFORE:
        return False
    is_named = _is_capitalised(words[first - 1]) and not words[first - 1].isupper()
    return is_named and any(word.islower() and len(word) > _SMALL for word in words)


def _is_capitalised(word: str) -> bool:
    return word[0].isupper() and not word.isupper()
