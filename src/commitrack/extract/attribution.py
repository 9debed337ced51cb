"""Attribution: who said what a sentence tells, and whose account of it this is."""

from typing import NamedTuple

from commitrack.extract.clauses import subject_before
from commitrack.extract.parties import parties_of
from commitrack.extract.surroundings import Surroundings

_LONGEST_NAME = 14


class Attribution(NamedTuple):
    """Who speaks in a sentence.

    Attributes:
        stated_by: the subject of "said", "announced".
        via: whom "according to" names.
        verb: the token of "said"; None where nobody is said to speak.
    """

    stated_by: str | None = None
    via: str | None = None
    verb: int | None = None


def attribution_of(around: Surroundings, before: int, end: int) -> Attribution:
    """Who says the words between two tokens: the nearest "said" before them, else after them."""
    lows, words, classes = around.tokens.lows, around.tokens.words, around.lexicon.classes
    via = _according(around)
    verbs = [
        i for i, low in enumerate(lows) if low in classes["said-finite"] and words[i][0].islower()
    ]
    ordered = [i for i in reversed(verbs) if i < before] + [i for i in verbs if i >= end]
    for verb in ordered:
        who = _speaker(around, verb)
        if who is not None:
            return Attribution(who, via, verb)
    return Attribution(None, via, None)


def last_speaker(around: Surroundings) -> str | None:
    """Who was said to speak most lately before the sentence."""
    for end in range(len(around.recent) - 1, 0, -1):
        earlier = around._replace(recent=around.recent[:end])
        length = len(earlier.tokens)
        told = attribution_of(earlier, length, length)
        if told.stated_by:
            return told.stated_by
    return None


def is_quoted(around: Surroundings, at: int) -> bool:
    """Whether a quotation is open at a token: its paragraph has a mark that nothing closes."""
    offset = around.tokens.starts[at]
    paragraph = around.text[around.text.rfind("\n", 0, offset) + 1 : offset]
    curly = paragraph.count("\N{LEFT DOUBLE QUOTATION MARK}")
    if curly:
        return curly > paragraph.count("\N{RIGHT DOUBLE QUOTATION MARK}")
    return paragraph.count('"') % 2 == 1


def _speaker(around: Surroundings, verb: int) -> str | None:
    subject = subject_before(around.tokens, verb, around.lexicon)
    named = parties_of(around, subject)
    if named:
        return named[0]
    end = verb + 1
    while (
        end < min(len(around.tokens.lows), verb + _LONGEST_NAME)
        and around.tokens.lows[end] not in ",;"
    ):
        end += 1
    return next(iter(around.parties_between(verb + 1, end)), None)


def _according(around: Surroundings) -> str | None:
    lows, classes = around.tokens.lows, around.lexicon.classes
    for i, low in enumerate(lows[:-2]):
        if low in classes["according"] and lows[i + 1] in classes["to-words"]:
            end = i + 2
            while end < len(lows) and lows[end] not in ',;."”':
                end += 1
            named = around.parties_between(i + 2, end)
            if not named and not classes["documents"].isdisjoint(lows[i + 2 : end]):
                return None
            return named[0] if named else _plain(around, i + 2, end)
    return None


def _plain(around: Surroundings, first: int, end: int) -> str | None:
    tokens = around.tokens
    while first < end and tokens.lows[first] in around.lexicon.classes["determiners"]:
        first += 1
    if first >= end:
        return None
    return " ".join(around.text[tokens.starts[first] : tokens.ends[end - 1]].split())
