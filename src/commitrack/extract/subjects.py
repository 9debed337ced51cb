"""Subjects by what they can do: agents act, events are held, rules take effect, prices move."""

from enum import Enum, auto

from commitrack.extract.clauses import Subject
from commitrack.extract.lexicon import Lexicon
from commitrack.extract.tokens import Tokens


class Sort(Enum):
    """What a subject can do; a likely agent is named by a noun that tells neither way."""

    AGENT = auto()
    LIKELY = auto()
    EVENT = auto()
    RULE = auto()
    PRICE = auto()
    THING = auto()
    NONE = auto()


def sort_of(tokens: Tokens, subject: Subject, lexicon: Lexicon) -> Sort:  # noqa: PLR0911 - a rule a return
    """The sort of a subject, by the word that names it."""
    if subject.head is None:
        return Sort.NONE
    low, word, classes = tokens.lows[subject.head], tokens.words[subject.head], lexicon.classes
    if low in classes["no-actors"]:
        return Sort.THING
    if low in classes["pronouns-person"] or low in classes["pronouns-it"]:
        return Sort.AGENT if low not in classes["pronouns-thing"] or low == "it" else Sort.THING
    if low in classes["quantifiers"]:
        return Sort.THING
    forms = _singulars(low, lexicon)
    for name, sort in (("stock", Sort.PRICE), ("events", Sort.EVENT), ("rules", Sort.RULE)):
        if not forms.isdisjoint(classes[name]):
            return sort
    if not forms.isdisjoint(classes["agents"]):
        return Sort.AGENT
    if low.endswith(lexicon.phrases["agent-endings"]) and forms.isdisjoint(classes["no-agents"]):
        return Sort.AGENT
    if subject.head == 0 and low.endswith(lexicon.phrases["verb-endings"]):
        return Sort.THING
    opens = subject.head == 0 or not tokens.lows[subject.head - 1][0].isalnum()
    after = tokens.lows[subject.head + 1 : subject.head + 2]
    is_noun_of = not classes["partitives"].isdisjoint(after)
    if opens and is_noun_of and low.endswith(lexicon.phrases["inert-endings"]):
        return Sort.THING  # "Expansion of": a capital tells nothing at the beginning
    is_name = word[0].isupper() and low not in classes["months"] and low not in classes["days"]
    if is_name and low not in classes["small"]:
        return Sort.AGENT
    is_inert = not forms.isdisjoint(classes["inert"]) or low.endswith(
        lexicon.phrases["inert-endings"]
    )
    return Sort.THING if is_inert or not low[0].isalpha() else Sort.LIKELY


def _singulars(low: str, lexicon: Lexicon) -> frozenset[str]:
    """A noun, and what it may be the plural of."""
    found = {low}
    for ending, singular in lexicon.plurals:
        if low.endswith(ending):
            found.add(low.removesuffix(ending) + singular)
    return frozenset(found)
